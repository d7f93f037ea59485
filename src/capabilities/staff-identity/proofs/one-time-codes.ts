import { Secret, TOTP } from 'otpauth'
import { toString as drawQr } from 'qrcode'
import { attributes, trusted, type Html } from '#kernel/html/html.ts'
import type { Seal } from '#kernel/secrets/seal.ts'

/** RFC 6238 with the values that every authenticator app knows; other values break the older ones. */
const TERMS = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** 160 bits, as RFC 4226 section 4 recommends. */
const SECRET_BYTES = 20
/** Steps before and after the present one that count: clocks of phones go wrong by seconds, not by minutes. */
const TOLERANCE_STEPS = 1

/** The context under which a person's secret is sealed, so that a row cannot be moved to another person. */
export function totpContext(personId: string): string {
  return `totp ${personId}`
}

/** A new secret in base 32, as it is typed into an app by hand. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** A page that shows a new secret may stand open this long. */
const ENROLMENT_MINUTES = 30

/** A secret on its way through the page that shows it: a page only reads, so nothing is kept before it is confirmed. */
export function sealEnrolment(seal: Seal, personId: string, secret: string, now: Temporal.Instant): string {
  return seal.close(
    `${now.add({ minutes: ENROLMENT_MINUTES }).epochMilliseconds} ${secret}`,
    enrolmentContext(personId),
  )
}

/** The secret again, or null when it is another's, was altered, or is too old. */
export function openEnrolment(seal: Seal, personId: string, sealed: string, now: Temporal.Instant): string | null {
  const [end = '', secret = ''] = seal.open(sealed, enrolmentContext(personId))?.split(' ') ?? []
  return secret !== '' && now.epochMilliseconds <= Number(end) ? secret : null
}

function enrolmentContext(personId: string): string {
  return `totp enrolment ${personId}`
}

/** The time step (30 s since 1970) whose code this is, one step early or late allowed; null when it is none. */
export function stepOfCode(secret: string, typed: string, now: Temporal.Instant): number | null {
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return null
  const totp = new TOTP({ ...TERMS, secret: Secret.fromBase32(secret) })
  const timestamp = now.epochMilliseconds
  const delta = totp.validate({ token: code, timestamp, window: TOLERANCE_STEPS })
  return delta === null ? null : totp.counter({ timestamp }) + delta
}

/** The address that an app reads from the picture (otpauth key URI format). */
export function totpAddress(secret: string, terms: { issuer: string; login: string }): string {
  return new TOTP({ ...TERMS, secret: Secret.fromBase32(secret), issuer: terms.issuer, label: terms.login }).toString()
}

/** Pixels on a page; the picture itself is drawn in modules and stays sharp. */
const QR_SIZE = 240

/** A QR code as SVG in the page itself: no picture of the secret exists at any address. */
export async function renderQr(address: string, label: string): Promise<Html> {
  const svg = await drawQr(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  const given = attributes({ role: 'img', 'aria-label': label, width: QR_SIZE, height: QR_SIZE })
  return trusted(svg.replace('<svg', `<svg${given.source}`))
}
