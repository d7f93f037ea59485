import type { Tx } from '#kernel/database/transaction.ts'
import type { Counting, Figure, KeptIndicator } from '../model.ts'
import { figureOf, holdingIn, SCOPES, type Scope, type TallySum } from '../rules/figures.ts'
import { firstMonthOfYear, keepingOf, type Grain, type Keeping } from '../rules/grains.ts'
import { firstDayText, monthOfDay, type Months } from '../rules/months.ts'
import { ranksIn, type RankedCells, type ValueCount } from '../rules/ranks.ts'
import { countedTo } from './definitions.ts'

export interface FigureWishes {
  readonly months: Months
  /** Whether the figure is also split by category; a list of many does without. */
  readonly hasCategories: boolean
}

/** The figures of these indicators for a period: a handful of statements, however many they are. */
export async function listFiguresOf(tx: Tx, indicators: readonly KeptIndicator[], { months, hasCategories }: FigureWishes): Promise<Figure[]> {
  if (indicators.length === 0) return []
  const held = indicators.flatMap((indicator, who) => heldIn(indicator, who, months))
  // A figure that is counted in one way needs no split by version.
  const scopes = SCOPES.filter((scope) => (scope !== 'category' || hasCategories) && (scope !== 'version' || held.some(({ isOnly }) => !isOnly)))
  const keptAs = (keeping: Keeping) => held.filter(({ count }) => keepingOf(count) === keeping)
  const toldApart = keptAs('told-apart')
  // The number of different values is kept for whole years counted in one way; for other periods it is counted now.
  const isKept = (one: Held) => isFiscalYear(months) && one.isOnly
  const wholes = scopes.filter((scope) => scope !== 'category')
  const [added, ranked, rankedCategories, kept, counted, position] = await Promise.all([
    ask(tx, overScopes(ADDED_CELLS, scopes, addingSql), keptAs('added'), months),
    rank(tx, 'month', wholes, keptAs('ranked'), months),
    rank(tx, 'month-category', ['category'], hasCategories ? keptAs('ranked') : [], months),
    ask(tx, KEPT_SUMS, toldApart.filter(isKept), months),
    ask(tx, overScopes(TOLD_APART_CELLS, scopes, distinctSql), toldApart.filter((one) => !isKept(one)), months),
    countedTo(tx),
  ])
  const own = Map.groupBy([...added, ...ranked, ...rankedCategories, ...kept, ...counted], (sum) => sum.who)
  const now = monthOfDay(tx.today)
  return indicators.map((indicator, who) => figureOf(indicator, own.get(who) ?? [], { months, now, countedTo: position }))
}

/** Indicators stand in the statements by their place in the list: numbers are grouped and sorted faster than keys. */
interface Held {
  readonly who: number
  readonly id: number
  readonly count: Counting
  /** Whether it counts all of the period that is counted. */
  readonly isOnly: boolean
}

function heldIn(indicator: KeptIndicator, who: number, months: Months): Held[] {
  const holding = holdingIn(indicator, months)
  return holding.map(({ definition: { id, count } }) => ({ who, id, count, isOnly: holding.length === 1 }))
}

function isFiscalYear({ first, last }: Months): boolean {
  return firstMonthOfYear(first) === first && last === first + 11
}

function ask(tx: Tx, sql: string, held: readonly Held[], { first, last }: Months): Promise<TallySum[]> {
  if (held.length === 0) return Promise.resolve([])
  const parameters = [held.map(({ id }) => id), held.map(({ who }) => who), firstDayText(first), firstDayText(last)]
  return tx.list<TallySum>({ compile: () => ({ sql, parameters }) as never })
}

/**
 * The server gives out each month's values with their counts in one text: sorting them there, for each scope anew, took
 * ten times as long as reading them.
 */
async function rank(tx: Tx, grain: Grain, scopes: readonly Scope[], held: readonly Held[], { first, last }: Months): Promise<TallySum[]> {
  if (held.length === 0) return []
  const parameters = [held.map(({ id }) => id), grain, firstDayText(first), firstDayText(last)]
  const rows = await tx.list<RankedRow>({ compile: () => ({ sql: RANKED_CELLS, parameters }) as never })
  const cells = Map.groupBy(rows.map(({ counts, ...row }) => ({ ...row, counts: countsIn(counts) })), ({ definition }) => definition)
  const rankings = [...Map.groupBy(held, ({ who }) => who)].flatMap(([who, own]) =>
    [...Map.groupBy(own, ({ count }) => (count.kind === 'percentile' ? count.percent : null))]
      .map(([percent, together]) => ({ who, percent, cells: together.flatMap(({ id }) => cells.get(id) ?? []) })))
  return rankings.flatMap((ranking) => scopes.flatMap((scope) => ranksIn(scope, ranking)))
}

type RankedRow = Omit<RankedCells, 'counts'> & { readonly counts: string }

/** Numbers of the program are printed so that they read back as they were. */
const RANKED_CELLS = `select definition, period::text as period, category, string_agg(value || ' ' || facts, ';') as counts
    from indicators.tally where definition = any($1) and grain = $2 and period between $3::text::date and $4::text::date
   group by definition, period, category`

function countsIn(counts: string): ValueCount[] {
  return counts.split(';').map((pair) => {
    const [value, facts] = pair.split(' ')
    return [Number(value), Number(facts)]
  })
}

/** What is asked for: definition and place of the indicator. */
const ASKED = 'unnest($1::int[], $2::int[]) asked (definition, who)'
const IN_PERIOD = 'definition = any($1) and period between $3::text::date and $4::text::date'
const BY_CATEGORY = `${IN_PERIOD} and grain = 'month-category'`

const ADDED_CELLS = `select who, definition, period, category, facts, total from indicators.sums join ${ASKED} using (definition) where ${BY_CATEGORY}`

const TOLD_APART_CELLS = `select who, definition, period, category, value, facts from indicators.tally join ${ASKED} using (definition) where ${BY_CATEGORY}`

/** A year, its months and its categories, as they are kept. */
const KEPT_SUMS = `select who,
    case grain when 'year' then 'all' when 'month' then 'month' else 'category' end as scope,
    case grain when 'year' then '' when 'month' then period::text else category end as item,
    facts, total::float8 as low, null::float8 as high
  from indicators.sums join ${ASKED} using (definition)
 where definition = any($1) and facts > 0
   and (grain in ('year', 'year-category') and period = $3::text::date or grain = 'month' and period between $3::text::date and $4::text::date)`

/** By what a scope divides the cells; everything is one item. */
const ITEMS: Readonly<Record<Scope, string>> = { all: `''::text`, version: 'definition', month: 'period', category: 'category' }

function addingSql(scope: Scope): string {
  return `select who, '${scope}' as scope, item::text as item, sum(facts)::bigint as facts, sum(total)::float8 as low, null::float8 as high
    from (select who, ${ITEMS[scope]} as item, facts, total from cells) added group by who, item having sum(facts) > 0`
}

function distinctSql(scope: Scope): string {
  return `select who, '${scope}' as scope, item::text as item, sum(facts)::bigint as facts, count(*)::float8 as low, null::float8 as high
    from (select who, ${ITEMS[scope]} as item, value, sum(facts) as facts from cells group by who, item, value) told_apart
    group by who, item`
}

function overScopes(cells: string, scopes: readonly Scope[], select: (scope: Scope) => string): string {
  return `with cells as materialized (${cells})\n${scopes.map(select).join('\nunion all\n')}`
}
