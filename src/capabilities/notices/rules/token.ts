import { timingSafeEqual } from 'node:crypto'
import type { Seal } from '#kernel/secrets/seal.ts'

const ID_BYTES = 16
/** 96 bits of the fingerprint: nobody guesses them (NIST SP 800-107 section 5.1), and the link stays on one line of mail. */
const MAC_BYTES = 12

/**
 * The link of a contact: no account and no secret in the database stands behind it. `seal` is the one of this capability,
 * so that a link of another city or another part fits nowhere.
 */
export function contactLink(seal: Seal, contactId: string): string {
  return `/notices/mine/${contactToken(seal, contactId)}`
}

/** Where a mail program leaves for its reader with one POST (RFC 8058); opened in a browser it only asks. */
export function leaveLink(seal: Seal, contactId: string): string {
  return `/notices/leave/${contactToken(seal, contactId)}`
}

export function contactToken(seal: Seal, contactId: string): string {
  return tokenOf(seal, 'contact', contactId)
}

/** Stands in a notice's link for the token of whoever it is sent to: a receipt, a reply of one's own. */
const OWN_TOKEN = '{contact}'

export function isPersonal(link: string): boolean {
  return link.includes(OWN_TOKEN)
}

/** A notice's link with the reader's own token in it; what is the same for all stays as it is. */
export function personalLink(link: string, token: string): string {
  return link.replace(OWN_TOKEN, token)
}

/** Whose token it is; undefined for one that was altered, cut off, or made for another city. */
export function readToken(seal: Seal, token: string): string | undefined {
  return readTokenOf(seal, 'contact', token)
}

/** The link in the letter that asks whether the wish is really theirs. It ends with the wish. */
export function confirmLink(seal: Seal, pendingId: string): string {
  return `/notices/confirm/${tokenOf(seal, 'pending', pendingId)}`
}

export function readConfirmToken(seal: Seal, token: string): string | undefined {
  return readTokenOf(seal, 'pending', token)
}

/** A token of one kind is none of the other: the fingerprint is over both. */
type Kind = 'contact' | 'pending'

/** 38 characters that may stand in an address: an id and a keyed fingerprint over it. */
function tokenOf(seal: Seal, kind: Kind, id: string): string {
  return Buffer.concat([idBytes(id), fingerprint(seal, kind, id)]).toString('base64url')
}

function readTokenOf(seal: Seal, kind: Kind, token: string): string | undefined {
  if (!/^[\w-]{38}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  // Several texts decode to the same bytes where bits are left over; only one of them is a link of ours.
  if (bytes.toString('base64url') !== token) return undefined
  const id = uuidOf(bytes.subarray(0, ID_BYTES))
  return timingSafeEqual(bytes.subarray(ID_BYTES), fingerprint(seal, kind, id)) ? id : undefined
}

function fingerprint(seal: Seal, kind: Kind, id: string): Buffer {
  return seal.mac(`${kind} ${id}`).subarray(0, MAC_BYTES)
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
