import { timingSafeEqual } from 'node:crypto'
import { bytesOfUuid, uuidOfBytes } from '#kernel/values/uuid.ts'
import type { Seal } from './seal.ts'

const ID_BYTES = 16
/** 96 bits of the fingerprint: nobody guesses them (NIST SP 800-107 section 5.1), and the link stays on one line of mail. */
const MAC_BYTES = 12

/**
 * An id as it may stand in a link that is as good as a key: 38 characters, the id and a keyed fingerprint over it. No
 * table holds it. `kind` says what the link is for; a token of one kind, part or city is none of another.
 */
export function sealId(seal: Seal, kind: string, id: string): string {
  return Buffer.concat([bytesOfUuid(id), fingerprint(seal, kind, id)]).toString('base64url')
}

/** Whose token it is; undefined for one that was altered, cut off, or made elsewhere. */
export function openSealedId(seal: Seal, kind: string, token: string): string | undefined {
  const id = unprovenIdIn(token)
  if (id === undefined) return undefined
  return timingSafeEqual(Buffer.from(token, 'base64url').subarray(ID_BYTES), fingerprint(seal, kind, id)) ? id : undefined
}

/** The id in a token that another part sealed: its form is looked at, its fingerprint cannot be. Only for ids that are secrets themselves. */
export function unprovenIdIn(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  // Several texts decode to the same bytes where bits are left over; only one of them is a token of ours.
  const isOurForm = bytes.length === ID_BYTES + MAC_BYTES && bytes.toString('base64url') === token
  return isOurForm ? uuidOfBytes(bytes) : undefined
}

function fingerprint(seal: Seal, kind: string, id: string): Buffer {
  return seal.mac(`${kind} ${id}`).subarray(0, MAC_BYTES)
}
