import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'

const kernel = queriesOver<KernelTables>()

/** A resident's account as the kernel knows it; the ways to sign in to it lie elsewhere. */
export interface ResidentAccount {
  readonly id: string
  readonly name: string
  /** Key in the resident register; null until the account is matched. */
  readonly personId: string | null
  readonly language: string
  readonly isOpen: boolean
  readonly createdAt: Temporal.Instant
}

export type NewResident = Pick<ResidentAccount, 'id' | 'name' | 'personId' | 'language'>

export async function addResident(tx: Tx, { id, name, personId, language }: NewResident): Promise<void> {
  const row = { id, name, person_id: personId, language, created_at: tx.now }
  await tx.within('kernel', () => tx.run(kernel.insertInto('kernel.resident').values(row)))
}

export function findResident(tx: Tx, id: string): Promise<ResidentAccount | undefined> {
  if (!isUuid(id)) return Promise.resolve(undefined)
  return tx.within('kernel', () => tx.find(residentQuery().where('id', '=', id)))
}

/** The person's one open account. */
export function findResidentOf(tx: Tx, personId: string): Promise<ResidentAccount | undefined> {
  if (!isUuid(personId)) return Promise.resolve(undefined)
  return tx.within('kernel', () => tx.find(residentQuery().where('person_id', '=', personId).where('is_open', '=', true)))
}

function residentQuery() {
  return kernel
    .selectFrom('kernel.resident')
    .select(['id', 'name', 'person_id as personId', 'language', 'is_open as isOpen', 'created_at as createdAt'])
}

export interface ResidentChange {
  readonly name?: string
  readonly language?: string
  /** Null takes the match with the register back. */
  readonly personId?: string | null
}

export async function changeResident(tx: Tx, id: string, { name, language, personId }: ResidentChange): Promise<void> {
  const given = { ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) }
  const row = { ...given, ...(personId === undefined ? {} : { person_id: personId }) }
  await tx.within('kernel', () => tx.run(kernel.updateTable('kernel.resident').set(row).where('id', '=', id)))
}

/** Nobody signs in to it any more; what was done with it keeps its name. Its sessions end with it. */
export async function closeResident(tx: Tx, id: string): Promise<void> {
  await tx.within('kernel', async () => {
    await tx.run(kernel.updateTable('kernel.resident').set({ is_open: false }).where('id', '=', id))
    await tx.run(kernel.deleteFrom('kernel.resident_session').where('resident_id', '=', id))
  })
}
