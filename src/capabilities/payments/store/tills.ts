import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { PieceCount } from '../rules/till.ts'
import type { TillTable } from '../tables.ts'
import { payments } from './rows.ts'

/** The drawer of one clerk on one day. */
export interface Till {
  readonly id: string
  readonly day: Temporal.PlainDate
  readonly clerkId: string
  readonly clerkName: string
  readonly openingYen: number
  readonly closedAt: Temporal.Instant | null
  readonly closingYen: number | null
  readonly note: string
}

export type TillEntryKind = 'taken' | 'voided' | 'refunded'

export interface TillEntry {
  readonly kind: TillEntryKind
  /** Below zero: out of the drawer. */
  readonly yen: number
  readonly at: Temporal.Instant
  readonly number: string
}

/** False where it is open already. */
export async function keepTill(tx: Tx, { yen, pieces }: { readonly yen: number; readonly pieces: PieceCount }): Promise<boolean> {
  const row = { id: randomUUID(), day: tx.today, clerk_id: tx.actor.id, clerk_name: tx.actor.person?.name ?? '', opened_at: tx.now, opening_yen: yen, opening_pieces: pieces }
  return (await tx.run(payments.insertInto('payments.till').values(row).onConflict((conflict) => conflict.columns(['day', 'clerk_id']).doNothing()))) > 0
}

export async function findTill(tx: Tx, day: Temporal.PlainDate, clerkId: string): Promise<Till | undefined> {
  const row = await tx.find(tills.where('day', '=', day).where('clerk_id', '=', clerkId))
  return row && tillOf(row)
}

/** The same, held: nothing goes in while it is counted. */
export async function findTillHeld(tx: Tx, day: Temporal.PlainDate, clerkId: string): Promise<Till | undefined> {
  const row = await tx.find(tills.where('day', '=', day).where('clerk_id', '=', clerkId).forUpdate())
  return row && tillOf(row)
}

/** The drawer into which a payment was taken, held; undefined for what is no payment in cash. */
export async function findTillOfEntry(tx: Tx, entryId: string): Promise<Till | undefined> {
  if (!isUuid(entryId)) return undefined
  const row = await tx.find(tills.where('id', '=', (make) => make.selectFrom('payments.till_entry').select('till_id').where('payments.till_entry.id', '=', entryId)).forUpdate())
  return row && tillOf(row)
}

export async function listTills(tx: Tx, day: Temporal.PlainDate): Promise<Till[]> {
  return (await tx.list(tills.where('day', '=', day).orderBy('opened_at'))).map(tillOf)
}

export async function keepTillEntry(tx: Tx, till: Till, entry: { readonly id: string; readonly requestId: string; readonly kind: TillEntryKind; readonly yen: number }): Promise<void> {
  await tx.run(payments.insertInto('payments.till_entry').values({ id: entry.id, till_id: till.id, request_id: entry.requestId, kind: entry.kind, yen: entry.yen, at: tx.now }))
}

/** What went in and out, in order, with the numbers of the requests. */
export async function listTillEntries(tx: Tx, tillId: string): Promise<TillEntry[]> {
  const rows = await tx.list(
    payments.selectFrom('payments.till_entry').innerJoin('payments.request', 'payments.request.id', 'payments.till_entry.request_id')
      .select(['payments.till_entry.kind', 'payments.till_entry.yen', 'payments.till_entry.at', 'payments.request.number'])
      .where('till_id', '=', tillId).orderBy('at'),
  )
  return rows.map((row) => ({ ...row, kind: row.kind as TillEntryKind }))
}

export async function closeTill(tx: Tx, id: string, count: { readonly yen: number; readonly pieces: PieceCount; readonly note: string }): Promise<void> {
  await tx.run(payments.updateTable('payments.till').set({ closed_at: tx.now, closing_yen: count.yen, closing_pieces: count.pieces, note: count.note }).where('id', '=', id))
}

const tills = payments.selectFrom('payments.till').select(['id', 'day', 'clerk_id', 'clerk_name', 'opening_yen', 'closed_at', 'closing_yen', 'note'])

function tillOf(row: Pick<Selectable<TillTable>, 'id' | 'day' | 'clerk_id' | 'clerk_name' | 'opening_yen' | 'closed_at' | 'closing_yen' | 'note'>): Till {
  return { id: row.id, day: row.day, clerkId: row.clerk_id, clerkName: row.clerk_name, openingYen: row.opening_yen, closedAt: row.closed_at, closingYen: row.closing_yen, note: row.note }
}
