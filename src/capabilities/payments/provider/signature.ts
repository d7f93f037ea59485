import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far the provider's clock and ours may lie apart; an older message was kept back by somebody, or told again. */
const SIGNATURE_TOLERANCE_SECONDS = 300

export type SignatureProblem = 'no-signature' | 'wrong-signature' | 'too-old'

/**
 * The header `Stripe-Signature: t=1492774577,v1=5257a8…[,v1=…]`: HMAC-SHA-256, in hexadecimal digits, over the seconds, a
 * full stop and the bytes as they came. Several `v1` stand there while the secret is being changed.
 */
export function signatureProblem(header: string, body: Buffer, secret: string, now: Temporal.Instant): SignatureProblem | null {
  const words = header.split(',').map((word) => word.trim().split('=', 2))
  const time = words.find(([name]) => name === 't')?.[1] ?? ''
  const given = words.filter(([name]) => name === 'v1').map(([, value = '']) => value)
  if (!/^\d{1,12}$/.test(time) || given.length === 0) return 'no-signature'
  const own = Buffer.from(signed(time, body, secret), 'hex')
  const isGenuine = given.some((value) => /^[0-9a-f]{64}$/.test(value) && timingSafeEqual(Buffer.from(value, 'hex'), own))
  if (!isGenuine) return 'wrong-signature'
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  return Math.abs(seconds - Number(time)) > SIGNATURE_TOLERANCE_SECONDS ? 'too-old' : null
}

/** The header for a message, as the provider writes it. */
export function signatureHeader(body: Buffer, secret: string, at: Temporal.Instant): string {
  const time = String(Math.floor(at.epochMilliseconds / 1000))
  return `t=${time},v1=${signed(time, body, secret)}`
}

function signed(time: string, body: Buffer, secret: string): string {
  return createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')
}
