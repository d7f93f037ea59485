import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { wayInside } from '#kernel/web/way-inside.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { LIMITS } from './rules/limits.ts'
import { addSignature, findSignature } from './store/signatures.ts'

/** A document that a resident shall sign with their card. */
export interface DocumentToSign {
  /** SHA-256, 32 bytes. */
  readonly hash: Buffer
  /** As the signer reads it, in their language. */
  readonly title: string
  /** Where to go afterwards, inside the city. */
  readonly returnPath: string
}

/**
 * Asks the resident of this visit for a signature. Redirect to `path`; afterwards they come back to `returnPath`, signed or
 * not: `signatureOf` tells. Faults: `sign-in-required` where nobody is signed in; RangeError for a hash that is none.
 */
export async function beginCardSignature(visit: Pick<Visit, 'tx' | 'actor'>, { hash, title, returnPath }: DocumentToSign): Promise<{ id: string; path: string }> {
  const { tx, actor } = visit
  if (actor.resident === null) throw new Fault('sign-in-required', '', { door: '/my/sign-in' })
  if (hash.length !== 32) throw new RangeError('A document is signed by its SHA-256, 32 bytes')
  const { accountId } = actor.resident
  const asked = { accountId, forService: tx.service, documentHash: hash, title: title.slice(0, LIMITS.signatureTitleCharacters), returnTo: wayInside(returnPath, '/my') }
  const id = await tx.within('resident-identity', () => addSignature(tx, asked))
  return { id, path: `/my/sign/${id}` }
}

export type SignatureState =
  | { readonly state: 'waiting' }
  /** `reason`: `another-person`, `unsound` or `expired`. The resident may be asked again. */
  | { readonly state: 'refused'; readonly reason: string }
  /** Over the hash; PKCS #1 v1.5 or ECDSA by the key of the certificate (DER). */
  | { readonly state: 'signed'; readonly signature: Buffer; readonly certificate: Buffer; readonly signedAt: Temporal.Instant }

/** What became of it; null for a number that is not this service's. */
export async function signatureOf(tx: Tx, id: string): Promise<SignatureState | null> {
  const { service } = tx
  const asked = await tx.within('resident-identity', () => findSignature(tx, id))
  if (asked === undefined || asked.forService !== service) return null
  const { signature, certificate, signedAt, refusal, expiresAt } = asked
  if (signature !== null && certificate !== null && signedAt !== null) return { state: 'signed', signature, certificate, signedAt }
  if (Temporal.Instant.compare(tx.now, expiresAt) >= 0) return { state: 'refused', reason: 'expired' }
  return refusal === null ? { state: 'waiting' } : { state: 'refused', reason: refusal }
}
