import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import type { TypedEntry } from './entries.ts'
import { register } from './rows.ts'

/** What somebody prepared at home for the counter. */
export interface Prepared {
  readonly id: string
  readonly language: string
  readonly kind: PreparedKind
  readonly typed: TypedEntry
  readonly madeAt: Temporal.Instant
}

export type PreparedKind = 'in' | 'move' | 'out'

/** Nobody who means to come comes later: the notice itself is due within 14 days of the move. */
export const DAYS_KEPT = 60

export async function keepPreparation(tx: Tx, given: { readonly mac: Buffer; readonly language: Language; readonly kind: PreparedKind; readonly typed: TypedEntry }): Promise<string> {
  const id = randomUUID()
  const { mac, language, kind, typed } = given
  await tx.run(register.insertInto('resident_records.pre_notification').values({ id, number_mac: mac, language, kind, typed: sql`${typed}::jsonb`, made_at: tx.now, forget_on: tx.today.add({ days: DAYS_KEPT }) }))
  return id
}

export async function countPreparationsSince(tx: Tx, since: Temporal.Instant): Promise<number> {
  return (await tx.get(register.selectFrom('resident_records.pre_notification').select(sql<number>`count(*)`.as('count')).where('made_at', '>=', since))).count
}

/** Undefined for an unknown number, and for what was used or forgotten. */
export async function openPreparation(tx: Tx, mac: Buffer): Promise<Prepared | undefined> {
  const row = await tx.find(register.selectFrom('resident_records.pre_notification').selectAll().where('number_mac', '=', mac).where('typed', 'is not', null))
  if (row === undefined) return undefined
  if (row.opened_at === null) await tx.run(register.updateTable('resident_records.pre_notification').set({ opened_at: tx.now }).where('id', '=', row.id))
  return { id: row.id, language: row.language, kind: row.kind as PreparedKind, typed: row.typed as TypedEntry, madeAt: row.made_at }
}

/** What was prepared became a draft: its answers stand there now and nowhere else. */
export async function usePreparation(tx: Tx, mac: Buffer, entryId: string): Promise<void> {
  await tx.run(register.updateTable('resident_records.pre_notification').set({ typed: null, entry_id: entryId }).where('number_mac', '=', mac).where('typed', 'is not', null))
}

/** Answers older than they may be kept are taken away; that there was a preparation stays. Returns how many. */
export function forgetOldPreparations(tx: Tx): Promise<number> {
  return tx.run(register.updateTable('resident_records.pre_notification').set({ typed: null }).where('forget_on', '<=', tx.today).where('typed', 'is not', null))
}
