import { randomUUID } from 'node:crypto'
import { may } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { parseNumber, type NumberKind, type NumberRefusal } from './check-digits.ts'
import { purposesOn, type Purpose, type PurposeKey } from './purposes.ts'
import { closeNumber, macOf, openKey, openNumber, type VaultKey } from './rules/vault-key.ts'
import { keyInUse, macsUnderAllKeys } from './store/keyring.ts'
import { deleteNumbers, endNumber, findByMacs, findNumber, holdNumber, insertNumbers, listKindsHeld } from './store/numbers.ts'
import { vaultWords } from './text/vault-words.ts'

export type { NumberKind } from './check-digits.ts'
export type { PurposeKey } from './purposes.ts'

/** The page that asks for the purpose and shows a number once, and its title for whoever leads there. */
export const numberPath = (personId: string): string => `/staff/numbers/people/${personId}`
export const numberTitle = vaultWords.numberTitle

/** Who may have a number shown. Parts that use one in their own work (a tax slip) are bound by the purpose they name. */
export const READER_DUTY = 'number-reader'

/** A number as it was typed or came from J-LIS. */
export interface GivenNumber {
  readonly personId: string
  readonly kind: NumberKind
  readonly number: string
}

export type Keeping = { readonly ok: true } | { readonly ok: false; readonly reason: NumberRefusal | 'belongs-to-another' }

/**
 * Keeps a number for a person; an earlier one of the kind stays, no longer holding (番号法第7条第2項). Refused, and nothing kept,
 * where it is no number or another person's. Neither answer nor audit holds a digit of it.
 */
export async function keepNumber(tx: Tx, { personId, kind, number }: GivenNumber, purpose: PurposeKey): Promise<Keeping> {
  const read = parseNumber(kind, number)
  if (!read.ok) return { ok: false, reason: read.reason }
  const { basis } = purposeOf(tx, kind, purpose)
  const keeping = await tx.within('number-vault', () => keep(tx, { personId, kind, number: read.value }))
  if (keeping.ok) await tx.note({ act: `keep ${kind} (${purpose})`, subject: `resident:${personId}`, basis })
  return keeping
}

/** Numbers that travel to the database at a time. */
const NUMBERS_AT_ONCE = 5_000

/**
 * Keeps many numbers of people who have none yet: a former system's, or invented ones. All of them or, with a number that is
 * none or stands twice, none: that is a fault which names the place in the list and no number.
 */
export async function keepNumbers(tx: Tx, given: readonly GivenNumber[]): Promise<void> {
  await tx.within('number-vault', async () => {
    const key = await keyInUse(tx)
    for (let from = 0; from < given.length; from += NUMBERS_AT_ONCE) {
      await insertNumbers(tx, given.slice(from, from + NUMBERS_AT_ONCE).map((each, index) => sealed(key, readOrThrow(each, from + index))))
    }
  })
}

/** Which numbers of the person are kept; reads none of them. */
export function kindsKept(tx: Tx, personId: string): Promise<readonly NumberKind[]> {
  return tx.within('number-vault', () => listKindsHeld(tx, personId))
}

/** Whether a number is kept; reads none. */
export async function hasNumber(tx: Tx, personId: string, kind: NumberKind = 'individual-number'): Promise<boolean> {
  return (await kindsKept(tx, personId)).includes(kind)
}

/**
 * The number in clear, for this one use; undefined where none is kept. Written into the audit with purpose and basis. A
 * member of staff needs the duty `number-reader` (fault `forbidden`); a purpose that is not on the list is a fault.
 */
export async function revealNumber(tx: Tx, personId: string, purpose: PurposeKey, kind: NumberKind = 'individual-number'): Promise<string | undefined> {
  const { basis } = purposeOf(tx, kind, purpose)
  if (tx.actor.person !== null && !may(tx.actor, READER_DUTY)) throw new Fault('forbidden', `reading a number needs ${READER_DUTY}`)
  const found = await tx.within('number-vault', async () => {
    const kept = await findNumber(tx, personId, kind)
    return kept === undefined ? undefined : openNumber(openKey(tx.sealOf('number-vault'), { id: kept.keyId, sealed: kept.sealedKey }), kept)
  })
  await tx.note({ act: `reveal ${kind} (${purpose})`, subject: `resident:${personId}`, basis })
  return found
}

/**
 * Whose number it is, as the register's key; undefined for nobody, for a number that no longer holds and for what is no
 * number. Ask the register next: it says whether the actor may know of this person.
 */
export async function findByNumber(tx: Tx, number: string, purpose: PurposeKey, kind: NumberKind = 'individual-number'): Promise<string | undefined> {
  const { basis } = purposeOf(tx, kind, purpose)
  const read = parseNumber(kind, number)
  if (!read.ok) return undefined
  const found = await tx.within('number-vault', async () => findByMacs(tx, kind, await macsUnderAllKeys(tx, kind, read.value)))
  const personId = found?.isHolding === true ? found.personId : undefined
  await tx.note({ act: `find by ${kind} (${purpose})`, subject: personId === undefined ? 'resident:nobody' : `resident:${personId}`, basis })
  return personId
}

/** Takes all numbers of a person out of the vault (保存期間の終わり); returns how many there were. */
export async function forgetNumbers(tx: Tx, personId: string): Promise<number> {
  const forgotten = await tx.within('number-vault', () => deleteNumbers(tx, personId))
  await tx.note({ act: 'forget numbers', subject: `resident:${personId}`, basis: '番号法第20条・個人情報の保護に関する法律第66条第1項' })
  return forgotten
}

function purposeOf(tx: Tx, kind: NumberKind, key: PurposeKey): Purpose {
  const purpose = purposesOn(kind, tx.today).find((each) => each.key === key)
  if (purpose === undefined) throw new Fault('broken', `${key} is no purpose for which a ${kind} may be read today`)
  return purpose
}

async function keep(tx: Tx, given: GivenNumber): Promise<Keeping> {
  const key = await keyInUse(tx)
  // Under several keys one number has several fingerprints, which no unique index sees together: one at a time.
  await holdNumber(tx, tx.sealOf('number-vault').mac(`lock ${given.kind} ${given.number}`).readInt32BE())
  const same = await findByMacs(tx, given.kind, await macsUnderAllKeys(tx, given.kind, given.number))
  if (same !== undefined && same.personId !== given.personId) return { ok: false, reason: 'belongs-to-another' }
  if (same?.isHolding === true) return { ok: true }
  // A number that was replaced is never given again (番号法第7条第2項), not even to the same person.
  if (same !== undefined) return { ok: false, reason: 'belongs-to-another' }
  const earlier = await findNumber(tx, given.personId, given.kind)
  if (earlier !== undefined) await endNumber(tx, earlier.id)
  await insertNumbers(tx, [sealed(key, given)])
  return { ok: true }
}

function readOrThrow(given: GivenNumber, index: number): GivenNumber {
  const read = parseNumber(given.kind, given.number)
  if (!read.ok) throw new RangeError(`number ${index} of the list is no ${given.kind}: ${read.reason}`)
  return { ...given, number: read.value }
}

function sealed(key: VaultKey, { personId, kind, number }: GivenNumber) {
  return { id: randomUUID(), personId, kind, keyId: key.id, ciphertext: closeNumber(key, { personId, kind }, number), mac: macOf(key, kind, number) }
}
