import { createHash, randomBytes } from 'node:crypto'

/** Whose session a cookie opens is seen from its secret: one cookie, two tables, and no query can mix them up. */
export type SessionKind = 'staff' | 'resident'

const SECRET_BYTES = 32
/** As many bytes in base64url; a resident's secret says so in front. */
const FORMS: Readonly<Record<SessionKind, RegExp>> = { staff: /^[\w-]{43}$/, resident: /^my\.[\w-]{43}$/ }

export function newSecret(kind: SessionKind): string {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return kind === 'resident' ? `my.${secret}` : secret
}

/** Null for what cannot be one of ours: it costs the database nothing. */
export function kindOfSecret(secret: string): SessionKind | null {
  if (FORMS.resident.test(secret)) return 'resident'
  return FORMS.staff.test(secret) ? 'staff' : null
}

export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
