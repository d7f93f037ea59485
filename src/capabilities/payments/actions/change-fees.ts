import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import { compareFees, rowKey, type FeeProblem, type WantedRate } from '../rules/fee-table.ts'
import { holdRates, keepRate, listRates } from '../store/rates.ts'

/** Appends what is new and what differs, as a further edition of its row; all of it or nothing. */
export async function changeFees(tx: Tx, wanted: readonly WantedRate[]): Promise<{ readonly ok: true; readonly changes: number } | { readonly ok: false; readonly problem: FeeProblem }> {
  await holdRates(tx)
  const present = await listRates(tx)
  const compared = compareFees(present, wanted, tx.today)
  if (!compared.ok) return compared
  const { added, changed } = compared.changes
  const editions = new Map(present.map((rate) => [rowKey(rate), rate.edition]))
  for (const { row: _, ...rate } of [...added, ...changed]) await keepRate(tx, { ...rate, id: randomUUID(), edition: (editions.get(rowKey(rate)) ?? 0) + 1 })
  const changes = added.length + changed.length
  if (changes > 0) tx.publish(facts.feesChanged, 'fees', { rows: changes })
  return { ok: true, changes }
}
