import { openSealedId, sealId } from '#kernel/secrets/sealed-id.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import { OWN_TOKEN } from '../model.ts'

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
  return sealId(seal, 'contact', contactId)
}

export function isPersonal(link: string): boolean {
  return link.includes(OWN_TOKEN)
}

/** A notice's link with the reader's own token in it; what is the same for all stays as it is. */
export function personalLink(link: string, token: string): string {
  return link.replace(OWN_TOKEN, token)
}

/** Whose token it is; undefined for one that was altered, cut off, or made for another city. */
export function readToken(seal: Seal, token: string): string | undefined {
  return openSealedId(seal, 'contact', token)
}

/** The link in the letter that asks whether the wish is really theirs. It ends with the wish. */
export function confirmLink(seal: Seal, pendingId: string): string {
  return `/notices/confirm/${sealId(seal, 'pending', pendingId)}`
}

export function readConfirmToken(seal: Seal, token: string): string | undefined {
  return openSealedId(seal, 'pending', token)
}
