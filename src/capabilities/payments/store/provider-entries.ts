import type { Tx } from '#kernel/database/transaction.ts'
import { dayOf } from '#kernel/time/clock.ts'
import type { ProviderEntries } from '../provider/words.ts'
import { payments, upsertRows } from './rows.ts'

/** Keeps charges and refunds; the provider's own fees and payouts are its affair. The same entry again is the same row. */
export async function keepProviderEntries(tx: Tx, entries: ProviderEntries['data']): Promise<void> {
  const own = entries.filter(({ type, source }) => (type === 'charge' || type === 'refund') && (source?.payment_intent ?? null) !== null)
  await upsertRows(tx, 'payments.provider_entry', ['id'], own.map(({ id, type, source, amount, fee, created, available_on: cashOn }) => ({
    id, kind: type, intent: source?.payment_intent ?? '', yen: amount, fee_yen: fee, occurred_on: dayOf(created), cash_on: dayOf(cashOn), fetched_at: tx.now,
  })))
}

export async function lastFetchedDay(tx: Tx): Promise<Temporal.PlainDate | null> {
  return (await tx.find(payments.selectFrom('payments.provider_fetch').select('day').orderBy('day', 'desc').limit(1)))?.day ?? null
}

export async function noteFetched(tx: Tx, day: Temporal.PlainDate): Promise<void> {
  await tx.run(payments.insertInto('payments.provider_fetch').values({ day, fetched_at: tx.now }).onConflict((conflict) => conflict.column('day').doUpdateSet({ fetched_at: tx.now })))
}
