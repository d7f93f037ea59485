import type { Tx } from '#kernel/database/transaction.ts'
import type { Counting, Figure, KeptIndicator } from '../model.ts'
import { figureOf, holdingIn, SCOPES, type Scope, type TallySum } from '../rules/figures.ts'
import { firstMonthOfYear, keepingOf, type Grain, type Keeping } from '../rules/grains.ts'
import { firstDayText, monthOfDay, type Months } from '../rules/months.ts'
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
    ask(tx, overScopes(rankedCells('month'), wholes, rankingSql), keptAs('ranked'), months),
    ask(tx, overScopes(rankedCells('month-category'), ['category'], rankingSql), hasCategories ? keptAs('ranked') : [], months),
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
  const percents = held.map(({ count }) => (count.kind === 'percentile' ? String(count.percent) : null))
  const parameters = [held.map(({ id }) => id), held.map(({ who }) => who), percents, firstDayText(first), firstDayText(last)]
  return tx.list<TallySum>({ compile: () => ({ sql, parameters }) as never })
}

/** What is asked for: definition, place of the indicator, and the percentile where one is asked for. */
const ASKED = 'unnest($1::int[], $2::int[], $3::text[]::numeric[]) asked (definition, who, percent)'
const IN_PERIOD = 'definition = any($1) and period between $4::text::date and $5::text::date'
const BY_CATEGORY = `${IN_PERIOD} and grain = 'month-category'`

const ADDED_CELLS = `select who, definition, period, category, facts, total from indicators.sums join ${ASKED} using (definition) where ${BY_CATEGORY}`

/** What was a number of the program is one again: a float8 holds it exactly. */
function rankedCells(grain: Grain): string {
  return `select who, percent, definition, period, category, value::float8 as amount, facts
    from indicators.tally join ${ASKED} using (definition) where ${IN_PERIOD} and grain = '${grain}'`
}

const TOLD_APART_CELLS = `select who, definition, period, category, value, facts from indicators.tally join ${ASKED} using (definition) where ${BY_CATEGORY}`

/** A year, its months and its categories, as they are kept. */
const KEPT_SUMS = `select who,
    case grain when 'year' then 'all' when 'month' then 'month' else 'category' end as scope,
    case grain when 'year' then '' when 'month' then period::text else category end as item,
    facts, total::float8 as low, null::float8 as high
  from indicators.sums join ${ASKED} using (definition)
 where definition = any($1) and facts > 0
   and (grain in ('year', 'year-category') and period = $4::text::date or grain = 'month' and period between $4::text::date and $5::text::date)`

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

function rankingSql(scope: Scope): string {
  return `select who, '${scope}' as scope, item::text as item, max(total)::bigint as facts,
    min(amount) filter (where up_to >= ceil(total * coalesce(percent, 50) / 100)) as low,
    min(amount) filter (where up_to >= case when percent is null then floor(total / 2) + 1 else ceil(total * percent / 100) end) as high
    from (select who, item, percent, amount, sum(facts) over (partition by who, item order by amount) as up_to,
                 sum(facts) over (partition by who, item) as total
            from (select who, ${ITEMS[scope]} as item, percent, amount, sum(facts) as facts
                    from cells group by who, item, percent, amount) grouped) ranked
    group by who, item`
}

function overScopes(cells: string, scopes: readonly Scope[], select: (scope: Scope) => string): string {
  return `with cells as materialized (${cells})\n${scopes.map(select).join('\nunion all\n')}`
}
