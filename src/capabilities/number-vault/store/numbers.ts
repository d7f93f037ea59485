import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf, statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { NumberKind } from '../check-digits.ts'
import type { NumberVaultTables } from '../tables.ts'

const vault = queriesOver<NumberVaultTables>()
const vaultRows = manyRowsOf<NumberVaultTables>()

export interface SealedKey {
  readonly id: number
  readonly sealed: string
}

export interface KeyState {
  readonly id: number
  readonly madeAt: Temporal.Instant
  readonly emptiedAt: Temporal.Instant | null
  /** How many numbers are closed with it. */
  readonly numbers: number
}

export interface SealedNumber {
  readonly id: string
  readonly personId: string
  readonly kind: NumberKind
  readonly keyId: number
  readonly ciphertext: string
  readonly mac: string
}

/** Keys that something may still be closed with, the newest first. */
export function listKeys(tx: Tx): Promise<SealedKey[]> {
  return tx.list(vault.selectFrom('number_vault.vault_key').select(['id', 'sealed']).where('emptied_at', 'is', null).orderBy('id', 'desc'))
}

/**
 * The newest key, held until the transaction ends: while somebody closes a number with it, nobody destroys it. The row is
 * looked at again under the lock, because a rotation may have come first.
 */
export async function holdNewestKey(tx: Tx): Promise<SealedKey | undefined> {
  return tx.find(vault.selectFrom('number_vault.vault_key').select(['id', 'sealed']).where('emptied_at', 'is', null).orderBy('id', 'desc').limit(1).forShare())
}

/** One after the other, whoever makes the first or the next key. */
export async function holdKeyring(tx: Tx): Promise<void> {
  await tx.run(statement(sql`select pg_advisory_xact_lock(hashtext('number_vault.vault_key'))`))
}

/** While somebody looks for a number under all keys, nobody adds one. */
export async function shareKeyring(tx: Tx): Promise<void> {
  await tx.run(statement(sql`select pg_advisory_xact_lock_shared(hashtext('number_vault.vault_key'))`))
}

/** One after the other, whoever keeps the same number; `lock` stands for it and tells nothing. */
export async function holdNumber(tx: Tx, lock: number): Promise<void> {
  await tx.run(statement(sql`select pg_advisory_xact_lock(hashtext('number_vault.kept_number'), ${lock}::int)`))
}

export async function insertKey(tx: Tx, key: SealedKey): Promise<void> {
  await tx.run(vault.insertInto('number_vault.vault_key').values({ ...key, made_at: tx.now, made_by: tx.actor.id }))
}

/** Takes the key's contents away if nothing is closed with it; false where something is. */
export async function emptyKey(tx: Tx, id: number): Promise<boolean> {
  await tx.run(statement(sql`select id from number_vault.vault_key where id = ${id} for update`))
  const { isUsed } = await tx.get(statement(sql<{ isUsed: boolean }>`select exists (select 1 from number_vault.kept_number where key_id = ${id}) as "isUsed"`))
  if (isUsed) return false
  await tx.run(vault.updateTable('number_vault.vault_key').set({ sealed: '', emptied_at: tx.now }).where('id', '=', id))
  return true
}

export function listKeyStates(tx: Tx): Promise<KeyState[]> {
  return tx.list(statement(sql<KeyState>`
    select key.id, key.made_at as "madeAt", key.emptied_at as "emptiedAt", count(number.id) as numbers
      from number_vault.vault_key key left join number_vault.kept_number number on number.key_id = key.id group by key.id order by key.id desc`))
}

export async function insertNumbers(tx: Tx, numbers: readonly SealedNumber[]): Promise<void> {
  await vaultRows.insertRows(tx, 'number_vault.kept_number', numbers.map((number) => ({ ...columnsOf(number), kept_at: tx.now, kept_by: tx.actor.id })))
}

/** The number that holds, and its key in the same look: between two looks a rotation might move it. Undefined where there is none. */
export function findNumber(tx: Tx, personId: string, kind: NumberKind): Promise<(SealedNumber & { readonly sealedKey: string }) | undefined> {
  return tx.find(
    numbers()
      .innerJoin('number_vault.vault_key as key', 'key.id', 'number.key_id')
      .select('key.sealed as sealedKey')
      .where('person_id', '=', personId).where('kind', '=', kind).where('ended_at', 'is', null),
  )
}

/** By its fingerprints under all keys; also one that holds no longer. */
export function findByMacs(tx: Tx, kind: NumberKind, macs: readonly string[]): Promise<(SealedNumber & { readonly isHolding: boolean }) | undefined> {
  const query = numbers().select(sql<boolean>`ended_at is null`.as('isHolding')).where('kind', '=', kind)
  return macs.length === 0 ? Promise.resolve(undefined) : tx.find(query.where('mac', '=', sql<string>`any(${[...macs]}::text[])`))
}

export async function endNumber(tx: Tx, id: string): Promise<void> {
  await tx.run(vault.updateTable('number_vault.kept_number').set({ ended_at: tx.now }).where('id', '=', id))
}

/** Every number of a person, also those that hold no longer; returns how many there were. */
export function deleteNumbers(tx: Tx, personId: string): Promise<number> {
  return tx.run(vault.deleteFrom('number_vault.kept_number').where('person_id', '=', personId))
}

export async function listKindsHeld(tx: Tx, personId: string): Promise<readonly NumberKind[]> {
  const rows = await tx.list(vault.selectFrom('number_vault.kept_number').select('kind').where('person_id', '=', personId).where('ended_at', 'is', null))
  return rows.map(({ kind }) => kind as NumberKind)
}

/** Numbers closed with other keys than this, held so that two workers never move the same ones. */
export function takeOldNumbers(tx: Tx, keyId: number, limit: number): Promise<SealedNumber[]> {
  return tx.list(numbers().where('key_id', '<>', keyId).orderBy('number.id').limit(limit).forUpdate('number').skipLocked())
}

export async function moveNumbers(tx: Tx, moved: readonly SealedNumber[]): Promise<void> {
  const rows = moved.map(({ id, keyId, ciphertext, mac }) => ({ id, key_id: keyId, ciphertext, mac }))
  await vaultRows.updateRows(tx, 'number_vault.kept_number', ['id'], rows)
}

function numbers() {
  return vault
    .selectFrom('number_vault.kept_number as number')
    .select(['number.id', 'person_id as personId', 'key_id as keyId', 'ciphertext', 'mac'])
    .select((make) => make.ref('kind').$castTo<NumberKind>().as('kind'))
}

function columnsOf({ id, personId, kind, keyId, ciphertext, mac }: SealedNumber) {
  return { id, person_id: personId, kind, key_id: keyId, ciphertext, mac }
}
