import type { Tx } from '#kernel/database/transaction.ts'
import { dayOf } from '#kernel/time/clock.ts'
import type { ProviderEntries } from '../provider/words.ts'
import { payments, upsertRows } from './rows.ts'

/** What moved at the provider: a charge, or below zero a refund. */
export interface ProviderEntry {
  readonly id: string
  readonly kind: 'charge' | 'refund'
  readonly intent: string
  readonly yen: number
  readonly feeYen: number
  readonly occurredOn: Temporal.PlainDate
  readonly cashOn: Temporal.PlainDate
}

/** Keeps charges and refunds; the provider's own fees and payouts are its affair. The same entry again is the same row. */
export async function keepProviderEntries(tx: Tx, entries: ProviderEntries['data']): Promise<void> {
  const own = entries.filter(({ type, source }) => (type === 'charge' || type === 'refund') && source?.payment_intent != null)
  await upsertRows(tx, 'payments.provider_entry', ['id'], own.map(({ id, type, source, amount, fee, created, available_on: cashOn }) => ({
    id, kind: type, intent: source?.payment_intent ?? '', yen: amount, fee_yen: fee, occurred_on: dayOf(created), cash_on: dayOf(cashOn), fetched_at: tx.now,
  })))
}

export async function listProviderEntries(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<ProviderEntry[]> {
  const rows = await tx.list(payments.selectFrom('payments.provider_entry').selectAll().where('occurred_on', '>=', from).where('occurred_on', '<=', to).orderBy('occurred_on').orderBy('id'))
  return rows.map((row) => ({ id: row.id, kind: row.kind as ProviderEntry['kind'], intent: row.intent, yen: row.yen, feeYen: row.fee_yen, occurredOn: row.occurred_on, cashOn: row.cash_on }))
}

export async function lastFetchedDay(tx: Tx): Promise<Temporal.PlainDate | null> {
  return (await tx.find(payments.selectFrom('payments.provider_fetch').select('day').orderBy('day', 'desc').limit(1)))?.day ?? null
}

export async function noteFetched(tx: Tx, day: Temporal.PlainDate): Promise<void> {
  await tx.run(payments.insertInto('payments.provider_fetch').values({ day, fetched_at: tx.now }).onConflict((conflict) => conflict.column('day').doUpdateSet({ fetched_at: tx.now })))
}
