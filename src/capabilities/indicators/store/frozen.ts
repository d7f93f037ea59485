import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Frozen, MonthFigure } from '../model.ts'
import type { IndicatorsTables } from '../tables.ts'

const tables = queriesOver<IndicatorsTables>()

/** What was set down, the latest revision of a year first. */
export async function listFrozen(tx: Tx, wishes: { readonly key?: string; readonly fiscalYear?: number }): Promise<Frozen[]> {
  let query = tables.selectFrom('indicators.frozen').selectAll().orderBy('indicator').orderBy('fiscal_year').orderBy('revision', 'desc')
  if (wishes.key !== undefined) query = query.where('indicator', '=', wishes.key)
  if (wishes.fiscalYear !== undefined) query = query.where('fiscal_year', '=', wishes.fiscalYear)
  return (await tx.list(query)).map((row) => ({
    key: row.indicator,
    fiscalYear: row.fiscal_year,
    revision: row.revision,
    value: row.value,
    facts: row.facts,
    months: row.months as readonly MonthFigure[],
    versions: row.versions as readonly number[],
    position: row.position,
    hash: row.hash,
    at: row.frozen_at,
    by: row.frozen_by,
  }))
}

export async function keepFrozen(tx: Tx, { key, fiscalYear, months, versions, at, by, ...rest }: Frozen): Promise<void> {
  const row = { ...rest, indicator: key, fiscal_year: fiscalYear, months, versions, frozen_at: at, frozen_by: by }
  await tx.run(tables.insertInto('indicators.frozen').values(row))
}
