import { createHmac, timingSafeEqual } from 'node:crypto'

/** Headers of a pushed telegram, in small letters. */
export const TIME_HEADER = 'x-tsunagu-time'
export const SIGNATURE_HEADER = 'x-tsunagu-signature'

/** A signature is good for so long before and after its time; within it, it works once. */
export const SIGNATURE_GOOD_SECONDS = 300

export type PushRefusal = 'unsigned' | 'no-key' | 'forged' | 'out-of-time' | 'replayed'

/**
 * The signature over a pushed telegram: HMAC-SHA-256 in hexadecimal over the time (seconds since 1970, as in the header), a full stop and the bytes.
 */
export function signatureOf(key: Buffer, time: string, body: Buffer): string {
  return createHmac('sha256', key).update(`${time}.`).update(body).digest('hex')
}

/** Undefined when it is genuine under one of the keys. What cannot be a signature is not compared at all. */
export function refusalOf(headers: Readonly<Record<string, string>>, body: Buffer, keys: readonly Buffer[], now: Temporal.Instant): PushRefusal | undefined {
  const time = headers[TIME_HEADER] ?? ''
  const signature = headers[SIGNATURE_HEADER] ?? ''
  if (!/^\d{1,12}$/.test(time) || !/^[0-9a-f]{64}$/.test(signature)) return 'unsigned'
  if (keys.length === 0) return 'no-key'
  const given = Buffer.from(signature, 'hex')
  if (!keys.some((key) => timingSafeEqual(given, Buffer.from(signatureOf(key, time, body), 'hex')))) return 'forged'
  const apart = Math.abs(now.epochMilliseconds / 1000 - Number(time))
  return apart > SIGNATURE_GOOD_SECONDS ? 'out-of-time' : undefined
}
