import { randomBytes } from 'node:crypto'
import { Seal } from '#kernel/secrets/seal.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { NumberKind } from '../check-digits.ts'

const KEY_BYTES = 32

/** A key at work: it closes, opens and fingerprints numbers, and its number stands in every ciphertext's row. */
export interface VaultKey {
  readonly id: number
  readonly seal: Seal
}

/** A new key, closed with the part's own keys, which derive from the installation's secret. */
export function sealedNewKey(own: Seal, id: number): string {
  return own.close(randomBytes(KEY_BYTES).toString('base64url'), contextOf(id))
}

/** The key again. Fails where the database was brought to an installation without its secret: then nothing here can be read. */
export function openKey(own: Seal, { id, sealed }: { readonly id: number; readonly sealed: string }): VaultKey {
  const secret = own.open(sealed, contextOf(id))
  if (secret === undefined) throw new Fault('broken', 'the keys of the number vault were closed with the secret of another installation')
  return { id, seal: new Seal(Buffer.from(secret, 'base64url'), 'number-vault', `key ${id}`) }
}

/** Bound to whose it is and what: a ciphertext that is moved to another row opens nothing. */
export function closeNumber({ seal }: VaultKey, of: { readonly personId: string; readonly kind: NumberKind }, digits: string): string {
  return seal.close(digits, `${of.kind} ${of.personId}`)
}

export function openNumber({ seal }: VaultKey, of: { readonly personId: string; readonly kind: NumberKind; readonly ciphertext: string }): string {
  const digits = seal.open(of.ciphertext, `${of.kind} ${of.personId}`)
  if (digits === undefined) throw new Fault('broken', 'a kept number does not open with the key that it names')
  return digits
}

export function macOf({ seal }: VaultKey, kind: NumberKind, digits: string): string {
  return seal.mac(`${kind} ${digits}`).toString('base64url')
}

function contextOf(id: number): string {
  return `vault key ${id}`
}
