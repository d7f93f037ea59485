import { timingSafeEqual } from 'node:crypto'
import type { Seal } from '#kernel/secrets/seal.ts'
import { isUuid } from '#kernel/values/uuid.ts'

/** Half of an HMAC-SHA-256 cannot be guessed, and makes links that a mail program does not break. */
const MAC_BYTES = 16

/** What a link about a home carries: which one, and that we made the link. */
export function tokenFor(seal: Seal, homeId: string): string {
  return Buffer.concat([Buffer.from(homeId.replaceAll('-', ''), 'hex'), macOf(seal, homeId)]).toString('base64url')
}

export function homeIn(seal: Seal, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 16 + MAC_BYTES) return undefined
  const hex = bytes.toString('hex', 0, 16)
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return isUuid(id) && timingSafeEqual(bytes.subarray(16), macOf(seal, id)) ? id : undefined
}

function macOf(seal: Seal, homeId: string): Buffer {
  return seal.mac(`home ${homeId}`).subarray(0, MAC_BYTES)
}
