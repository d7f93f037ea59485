import type { Tx } from '#kernel/database/transaction.ts'
import { sql } from 'kysely'
import type { Rate } from '../model.ts'
import { labelColumns, labelOf, payments } from './rows.ts'

/** A rate with which edition of its row it is. */
export interface KeptRate extends Rate {
  readonly edition: number
}

/** Every row of the table of fees in its last edition, or those of one fee; by fee, reduction and first day. */
export async function listRates(tx: Tx, fee?: string): Promise<KeptRate[]> {
  let rows = payments.selectFrom('payments.rate').selectAll().distinctOn(['fee', 'reduction', 'valid_from'])
    .orderBy('fee').orderBy('reduction').orderBy('valid_from').orderBy('edition', 'desc')
  if (fee !== undefined) rows = rows.where('fee', '=', fee)
  return (await tx.list(rows)).map((row) => ({
    id: row.id, fee: row.fee, reduction: row.reduction, validFrom: row.valid_from, validTo: row.valid_to,
    yen: row.yen, label: labelOf(row), source: row.source, isInvented: row.is_invented, edition: row.edition,
  }))
}

export async function keepRate(tx: Tx, rate: KeptRate): Promise<void> {
  await tx.run(payments.insertInto('payments.rate').values({
    id: rate.id, fee: rate.fee, reduction: rate.reduction, valid_from: rate.validFrom, valid_to: rate.validTo, yen: rate.yen,
    ...labelColumns(rate.label), source: rate.source, is_invented: rate.isInvented, edition: rate.edition,
    recorded_at: tx.now, recorded_by_name: tx.actor.person?.name ?? '',
  }))
}

/** Waits for whoever changes the table of fees just now. */
export async function holdRates(tx: Tx): Promise<void> {
  await tx.run({ compile: () => sql`select pg_advisory_xact_lock(hashtext('payments.rate'))`.compile(payments) })
}
