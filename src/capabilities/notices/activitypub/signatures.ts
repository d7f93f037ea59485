import { createHash, createPublicKey, sign, timingSafeEqual, verify, type KeyObject } from 'node:crypto'

/**
 * HTTP signatures as the fediverse speaks them: draft-cavage-http-signatures-12 with RSA PKCS#1 v1.5 and SHA-256, and the
 * body's digest (RFC 3230) among what is signed. RFC 9421 has replaced the draft, but servers have not followed yet.
 */
const SIGNED = ['(request-target)', 'host', 'date'] as const
/** Clocks of servers differ; what is older was sent before, or by somebody else. */
export const SKEW_MINUTES = 10
const KEY_BITS = { least: 2048, most: 8192 } as const

export interface SignedRequest {
  readonly method: string
  /** Path with query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

interface Signing {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly body?: Buffer
  readonly keyId: string
  readonly privateKey: string
  readonly now: Temporal.Instant
}

/** The headers that make a request ours. */
export function signedHeaders({ method, url, body, keyId, privateKey, now }: Signing): Record<string, string> {
  const headers: Record<string, string> = { host: url.host, date: new Date(now.epochMilliseconds).toUTCString() }
  if (body !== undefined) headers['digest'] = digestOf(body)
  const names = body === undefined ? [...SIGNED] : [...SIGNED, 'digest']
  const text = signingText(names, { method, path: url.pathname + url.search, headers })
  const signature = sign('sha256', Buffer.from(text), privateKey).toString('base64')
  return { ...headers, signature: `keyId="${keyId}",algorithm="rsa-sha256",headers="${names.join(' ')}",signature="${signature}"` }
}

export interface Signature {
  readonly keyId: string
  readonly names: readonly string[]
  readonly bytes: Buffer
  /** By which it is told that it was seen before. */
  readonly fingerprint: string
}

/** The signature of a message that carries its digest and a date of now; else why it is none. Whose it is, `isSignedBy` tells. */
export function readSignature({ headers, body }: SignedRequest, now: Temporal.Instant): Signature | string {
  const fields = new Map([...(headers['signature'] ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
  const keyId = fields.get('keyId')
  const signature = fields.get('signature')
  if (keyId === undefined || signature === undefined) return 'there is no signature'
  // Its successor in name, `hs2019`, is RSA with SHA-256 wherever a key is RSA.
  if (!['rsa-sha256', 'hs2019'].includes(fields.get('algorithm') ?? 'hs2019')) return 'the algorithm is not rsa-sha256'
  const names = (fields.get('headers') ?? 'date').toLowerCase().split(' ')
  const missing = [...SIGNED, 'digest'].filter((name) => !names.includes(name))
  if (missing.length > 0) return `the signature does not cover ${missing.join(', ')}`
  const date = Date.parse(headers['date'] ?? '')
  if (!(Math.abs(now.epochMilliseconds - date) <= SKEW_MINUTES * 60_000)) return 'the date is not of now'
  if (!hasDigest(headers['digest'] ?? '', body)) return 'the digest is not that of the body'
  const bytes = Buffer.from(signature, 'base64')
  return { keyId, names, bytes, fingerprint: createHash('sha256').update(bytes).digest('base64url') }
}

/** False also where the key is no RSA key of a sound size. */
export function isSignedBy(publicKeyPem: string, request: SignedRequest, { names, bytes }: Signature): boolean {
  const key = rsaKey(publicKeyPem)
  return key !== undefined && verify('sha256', Buffer.from(signingText(names, request)), key, bytes)
}

function rsaKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem)
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
    return key.asymmetricKeyType === 'rsa' && bits >= KEY_BITS.least && bits <= KEY_BITS.most ? key : undefined
  } catch {
    // No key at all: whoever sent it has signed nothing.
    return undefined
  }
}

function signingText(names: readonly string[], { method, path, headers }: Pick<SignedRequest, 'method' | 'path' | 'headers'>): string {
  return names.map((name) => `${name}: ${name === '(request-target)' ? `${method.toLowerCase()} ${path}` : (headers[name] ?? '')}`).join('\n')
}

export function digestOf(body: Buffer): string {
  return `SHA-256=${createHash('sha256').update(body).digest('base64')}`
}

function hasDigest(header: string, body: Buffer): boolean {
  const given = /(?:^|,)\s*sha-256=([^,\s]+)/i.exec(header)?.[1]
  if (given === undefined) return false
  const [told, own] = [Buffer.from(given, 'base64'), createHash('sha256').update(body).digest()]
  return told.length === own.length && timingSafeEqual(told, own)
}
