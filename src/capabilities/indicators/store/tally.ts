import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Correction } from '../rules/corrections.ts'
import { firstDayText, type MonthNumber, type Months } from '../rules/months.ts'
import { grainedChanges, type GrainedChange } from '../rules/grains.ts'
import type { TallyChange } from '../rules/tally.ts'
import type { IndicatorsTables } from '../tables.ts'

const tables = queriesOver<IndicatorsTables>()

/**
 * Adds the changes to what has been counted. Columns travel as arrays: few statements for any number. Cells that come
 * to nothing go, and whether a cell came or went is what the number of different values changes by.
 */
export async function changeTally(tx: Tx, changes: readonly TallyChange[]): Promise<void> {
  if (changes.length === 0) return
  const { sums, cells } = grainedChanges(changes)
  if (sums.length > 0) await tx.run(statement(ADD_SUMS, [...placeColumns(sums), sums.map((sum) => sum.value), sums.map((sum) => sum.facts)]))
  if (cells.length === 0) return
  await tx.run(statement(ADD_CELLS, [...placeColumns(cells), cells.map((cell) => cell.value), cells.map((cell) => cell.facts)]))
  const lessened = [...new Set(cells.filter((cell) => cell.facts < 0).map((cell) => cell.definition))]
  if (lessened.length > 0) await tx.run(statement(CLEAR_CELLS, [lessened]))
}

function placeColumns(changes: readonly GrainedChange[]): unknown[] {
  return [
    changes.map((change) => change.definition),
    changes.map((change) => change.grain),
    changes.map((change) => firstDayText(change.period)),
    changes.map((change) => change.category),
  ]
}

/** The driver knows arrays of whole numbers and of texts; the others are read from texts. */
const GIVEN = 'unnest($1::int[], $2::text[], $3::text[]::date[], $4::text[], $5::text[], $6::bigint[]) given (definition, grain, period, category, value, facts)'

/** Decimal numbers are added as they are written, so that a tenth and two tenths are three tenths. */
const ADD_SUMS = `insert into indicators.sums as known (definition, grain, period, category, facts, total)
  select definition, grain, period, category, sum(facts), coalesce(sum(facts * nullif(value, '')::numeric), 0)
    from ${GIVEN} group by definition, grain, period, category
  on conflict (definition, grain, period, category) do update set facts = known.facts + excluded.facts, total = known.total + excluded.total`

const ADD_COUNT_OF_CELLS = `on conflict (definition, grain, period, category) do update set total = known.total + excluded.total`

const ADD_CELLS = `with changed as (
    insert into indicators.tally as cell (definition, grain, period, category, value, facts) select * from ${GIVEN}
    on conflict (definition, grain, period, category, value) do update set facts = cell.facts + excluded.facts
    returning definition, grain, period, category, xmax = 0 as is_new
  )
  insert into indicators.sums as known (definition, grain, period, category, facts, total)
  select definition, grain, period, category, 0, count(*) from changed where is_new group by definition, grain, period, category
  ${ADD_COUNT_OF_CELLS}`

const CLEAR_CELLS = `with gone as (
    delete from indicators.tally where facts = 0 and definition = any($1::int[]) returning definition, grain, period, category
  )
  insert into indicators.sums as known (definition, grain, period, category, facts, total)
  select definition, grain, period, category, 0, -count(*) from gone group by definition, grain, period, category
  ${ADD_COUNT_OF_CELLS}`

export interface Span {
  readonly factName: string
  readonly month: MonthNumber
  readonly first: number
  readonly last: number
}

/** Widens what is known of where in the chain a month's facts stand. */
export async function widenSpans(tx: Tx, spans: readonly Span[]): Promise<void> {
  if (spans.length === 0) return
  const columns = [
    spans.map((span) => span.factName),
    spans.map((span) => firstDayText(span.month)),
    spans.map((span) => span.first),
    spans.map((span) => span.last),
  ]
  await tx.run(statement(WIDEN_SPANS, columns))
}

const WIDEN_SPANS = `insert into indicators.span as known (fact_name, month, first_position, last_position)
  select * from unnest($1::text[], $2::text[]::date[], $3::bigint[], $4::bigint[])
  on conflict (fact_name, month) do update set
    first_position = least(known.first_position, excluded.first_position),
    last_position = greatest(known.last_position, excluded.last_position)
  where known.first_position > excluded.first_position or known.last_position < excluded.last_position`

/** The stretch of the chain in which all facts of a name stand that happened in the months; undefined when there are none. */
export async function findSpan(tx: Tx, factNames: readonly string[], { first, last }: Months): Promise<{ first: number; last: number } | undefined> {
  if (factNames.length === 0) return undefined
  const found = await tx.get(
    tables
      .selectFrom('indicators.span')
      .select(({ fn }) => [fn.min('first_position').as('first'), fn.max('last_position').as('last')])
      .where('fact_name', 'in', factNames)
      .where('month', '>=', Temporal.PlainDate.from(firstDayText(first)))
      .where('month', '<=', Temporal.PlainDate.from(firstDayText(last))),
  )
  // Without rows both are null; the builder does not know it.
  return (found.first as number | null) === null ? undefined : found
}

const correctionColumns = ['correcting', 'corrected', 'fact_name as factName', 'recorded_at as recordedAt', 'position'] as const

/** The corrections of these facts. */
export function listCorrectionsOf(tx: Tx, ids: readonly string[]): Promise<Correction[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tx.list(tables.selectFrom('indicators.correction').select(correctionColumns).where('corrected', '=', sql<string>`any(${ids}::text[]::uuid[])`))
}

/** The corrections of facts of these names that entered the chain after a place. */
export function listCorrectionsAfter(tx: Tx, factNames: readonly string[], position: number, limit: number): Promise<Correction[]> {
  if (factNames.length === 0) return Promise.resolve([])
  return tx.list(
    tables.selectFrom('indicators.correction').select(correctionColumns)
      .where('fact_name', 'in', factNames).where('position', '>', position).orderBy('position').limit(limit),
  )
}

export async function keepCorrections(tx: Tx, corrections: readonly Correction[]): Promise<void> {
  if (corrections.length === 0) return
  const rows = corrections.map(({ factName, recordedAt, ...row }) => ({ ...row, fact_name: factName, recorded_at: recordedAt }))
  await tx.run(tables.insertInto('indicators.correction').values(rows).onConflict((conflict) => conflict.column('correcting').doNothing()))
}

function statement(source: string, parameters: readonly unknown[]) {
  return { compile: () => ({ sql: source, parameters }) as never }
}
