import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Seal } from '#kernel/secrets/seal.ts'

/** A page may stand open this long before its passkey button needs a fresh page. */
export const CHALLENGE_MINUTES = 15

const RANDOM_BYTES = 16
const TIME_BYTES = 8
const MAC_BYTES = 32

/**
 * Something unforeseeable for an authenticator to sign. It carries its own end and the city's fingerprint, so that a
 * page that only reads can offer one; that it is used once is seen to by whoever takes it back and remembers `challengeHash`.
 */
export function newChallenge(seal: Seal, purpose: string, now: Temporal.Instant): Buffer {
  const end = Buffer.alloc(TIME_BYTES)
  end.writeBigInt64BE(BigInt(now.add({ minutes: CHALLENGE_MINUTES }).epochMilliseconds))
  const body = Buffer.concat([randomBytes(RANDOM_BYTES), end])
  return Buffer.concat([body, macOf(seal, purpose, body)])
}

/** Was this challenge (base64url, as it comes back) given out here for this purpose, not too long ago? */
export function isOwnChallenge(seal: Seal, purpose: string, challenge: string, now: Temporal.Instant): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== RANDOM_BYTES + TIME_BYTES + MAC_BYTES) return false
  const body = bytes.subarray(0, RANDOM_BYTES + TIME_BYTES)
  if (!timingSafeEqual(bytes.subarray(RANDOM_BYTES + TIME_BYTES), macOf(seal, purpose, body))) return false
  return body.readBigInt64BE(RANDOM_BYTES) >= BigInt(now.epochMilliseconds)
}

/** What is remembered of a challenge that was used. */
export function challengeHash(challenge: string): Buffer {
  return createHash('sha256').update(Buffer.from(challenge, 'base64url')).digest()
}

function macOf(seal: Seal, purpose: string, body: Buffer): Buffer {
  return seal.mac(`challenge ${purpose} ${body.toString('base64url')}`)
}
