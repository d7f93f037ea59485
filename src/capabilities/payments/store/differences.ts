import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Selectable } from 'kysely'
import type { DifferenceTable } from '../tables.ts'
import { payments } from './rows.ts'

export type DifferenceKind =
  | 'unknown-number' | 'other-amount' | 'replaced-slip' | 'expired-slip' | 'paid-twice'
  | 'paid-after-cancellation' | 'cancelled-by-agent' | 'not-in-final' | 'refund-failed' | 'session-lost'

/** What a person has to look at, and how it ended. */
export interface Difference {
  readonly id: string
  readonly kind: DifferenceKind
  readonly day: Temporal.PlainDate
  readonly requestId: string | null
  readonly yen: number
  readonly detail: string
  readonly foundAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly settledByName: string | null
  readonly note: string
}

export interface FoundDifference extends Pick<Difference, 'kind' | 'day' | 'requestId' | 'yen' | 'detail'> {
  /** The same finding has the same key, however often it is found. */
  readonly key: string
}

/** False where it was found before. */
export async function keepDifference(tx: Tx, { key, kind, day, requestId, yen, detail }: FoundDifference): Promise<boolean> {
  const row = { id: randomUUID(), key, kind, day, request_id: requestId, yen, detail, found_at: tx.now }
  return (await tx.run(payments.insertInto('payments.difference').values(row).onConflict((conflict) => conflict.column('key').doNothing()))) > 0
}

export async function listOpenDifferences(tx: Tx, limit: number): Promise<Difference[]> {
  return (await tx.list(differences.where('settled_at', 'is', null).orderBy('day').orderBy('found_at').limit(limit))).map(differenceOf)
}

export async function listDifferencesOn(tx: Tx, day: Temporal.PlainDate): Promise<Difference[]> {
  return (await tx.list(differences.where('day', '=', day).orderBy('found_at'))).map(differenceOf)
}

export async function listDifferencesOf(tx: Tx, requestId: string): Promise<Difference[]> {
  return (await tx.list(differences.where('request_id', '=', requestId).orderBy('found_at'))).map(differenceOf)
}

export async function countOpenDifferences(tx: Tx): Promise<number> {
  return (await tx.get(payments.selectFrom('payments.difference').select((make) => make.fn.countAll<number>().as('count')).where('settled_at', 'is', null))).count
}

/** False where somebody else was quicker. */
export async function settleDifference(tx: Tx, id: string, note: string): Promise<boolean> {
  const row = { settled_at: tx.now, settled_by_name: tx.actor.person?.name ?? '', note }
  return (await tx.run(payments.updateTable('payments.difference').set(row).where('id', '=', id).where('settled_at', 'is', null))) > 0
}

const differences = payments.selectFrom('payments.difference').selectAll()

function differenceOf(row: Selectable<DifferenceTable>): Difference {
  return {
    id: row.id, kind: row.kind as DifferenceKind, day: row.day, requestId: row.request_id, yen: row.yen, detail: row.detail,
    foundAt: row.found_at, settledAt: row.settled_at, settledByName: row.settled_by_name, note: row.note,
  }
}
