import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Happening, PaymentEvent, Way } from '../model.ts'
import { payments } from './rows.ts'

/** An event with who told it. */
export type KeptEvent = PaymentEvent & { readonly recordedAt: Temporal.Instant; readonly actorName: string }

/** What happened to a request, in the order in which it was told. */
export async function listEvents(tx: Tx, requestId: string): Promise<KeptEvent[]> {
  const rows = await tx.list(payments.selectFrom('payments.event').selectAll().where('request_id', '=', requestId).orderBy('recorded_at').orderBy('occurred_at'))
  return rows.map((row) => ({ key: row.key, at: row.occurred_at, recordedAt: row.recorded_at, actorName: row.actor_name, ...happeningOf(row) }))
}

/** Appends what is new; what was told before under the same key changes nothing. Returns the keys that were new. */
export async function keepEvents(tx: Tx, requestId: string, events: readonly PaymentEvent[]): Promise<readonly string[]> {
  const kept: string[] = []
  for (const event of events) {
    const row = { ...blank, ...columnsOf(event), request_id: requestId, id: randomUUID(), key: event.key, kind: event.kind, occurred_at: event.at, recorded_at: tx.now, actor: tx.actor.id, actor_name: tx.actor.person?.name ?? '' }
    const count = await tx.run(payments.insertInto('payments.event').values(row).onConflict((conflict) => conflict.columns(['request_id', 'key']).doNothing()))
    if (count > 0) kept.push(event.key)
  }
  return kept
}

interface Columns {
  readonly way: string | null
  readonly transaction: string | null
  readonly yen: number | null
  readonly paid_on: Temporal.PlainDate | null
  readonly cash_on: Temporal.PlainDate | null
  readonly due_on: Temporal.PlainDate | null
  readonly expires_on: Temporal.PlainDate | null
  readonly refund_id: string | null
  readonly reason: string | null
}

const blank: Columns = { way: null, transaction: null, yen: null, paid_on: null, cash_on: null, due_on: null, expires_on: null, refund_id: null, reason: null }

/** Each happening's own words in the columns of the table; which of them belong to which kind says model.ts. */
function columnsOf(happening: Happening): Partial<Columns> {
  return {
    ...('way' in happening ? { way: happening.way } : {}),
    ...('transaction' in happening ? { transaction: happening.transaction } : {}),
    ...('yen' in happening ? { yen: happening.yen } : {}),
    ...('paidOn' in happening ? { paid_on: happening.paidOn } : {}),
    ...('cashOn' in happening ? { cash_on: happening.cashOn } : {}),
    ...('dueOn' in happening ? { due_on: happening.dueOn, expires_on: happening.expiresOn } : {}),
    ...('refundId' in happening ? { refund_id: happening.refundId } : {}),
    ...('reason' in happening ? { reason: happening.reason } : {}),
  }
}

/** Reads back what `columnsOf` wrote; columns that a kind has not are null and are left out. */
function happeningOf(row: Columns & { readonly kind: string }): Happening {
  const words = {
    kind: row.kind, way: row.way as Way | null, transaction: row.transaction, yen: row.yen, paidOn: row.paid_on, cashOn: row.cash_on,
    dueOn: row.due_on, expiresOn: row.expires_on, refundId: row.refund_id, reason: row.reason,
  }
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null)) as unknown as Happening
}
