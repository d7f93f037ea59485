/**
 * The closed set of what can go wrong. A refused application is a normal result and no fault; a fault is a broken
 * promise, mapped once to a page or to problem+json (RFC 9457). docs/city.md lists all of them.
 */
export const FAULTS = {
  'bad-request': 400,
  'sign-in-required': 401,
  forbidden: 403,
  'form-expired': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many-requests': 429,
  broken: 500,
  unavailable: 503,
  'storage-full': 507,
} as const satisfies Readonly<Record<string, number>>

export type FaultCode = keyof typeof FAULTS

export class Fault extends Error {
  readonly code: FaultCode
  readonly status: number
  /** Where `sign-in-required` leads: staff and residents have doors of their own. */
  readonly door: string

  /** `detail` is for the log and for machines; people read the phrase of the code. It must hold no personal data. */
  constructor(code: FaultCode, detail = '', options?: { cause?: unknown; door?: string }) {
    super(detail === '' ? code : `${code}: ${detail}`, options)
    this.name = 'Fault'
    this.code = code
    this.status = FAULTS[code]
    this.door = options?.door ?? '/sign-in'
  }
}

/** Turns whatever was thrown into a fault; what nobody foresaw is `broken`. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown
  const code = sqlStateOf(thrown)
  // 53100 disk_full, 53200 out_of_memory, 53300 too_many_connections, class 08 and 57P0x: the server is away.
  if (code === '53100') return new Fault('storage-full', 'the database has no room left', { cause: thrown })
  if (code.startsWith('08') || code.startsWith('57P') || code === '53300' || isConnectionLoss(thrown)) {
    return new Fault('unavailable', 'the database cannot be reached', { cause: thrown })
  }
  // 40001 serialization_failure, 40P01 deadlock: somebody else changed the same things first.
  if (code === '40001' || code === '40P01') return new Fault('conflict', 'changed by someone else', { cause: thrown })
  return new Fault('broken', '', { cause: thrown })
}

/** The five-character SQLSTATE of a database error, or an empty text. */
export function sqlStateOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return ''
  return typeof thrown.code === 'string' && /^[0-9A-Z]{5}$/.test(thrown.code) ? thrown.code : ''
}

function isConnectionLoss(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return false
  return ['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET'].includes(
    String(thrown.code),
  )
}
