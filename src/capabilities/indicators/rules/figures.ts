import { assertNever } from '#kernel/values/assert-never.ts'
import type { CategoryFigure, Counting, Figure, KeptDefinition, KeptIndicator, MonthFigure, VersionFigure } from '../model.ts'
import { everyMonth, firstDayText, firstMonthFrom, monthText, type MonthNumber, type Months } from './months.ts'

/** What the tally gives for one scope of one indicator: everything, a version, a month or a category. */
export interface TallySum {
  /** Place of the indicator in the list that was asked for. */
  readonly who: number
  readonly scope: Scope
  /** The definition's id, the month's first day, the category, or nothing. */
  readonly item: string
  readonly facts: number
  /** Sum of the values for sums and shares, number of different ones, lower and upper value of a rank. */
  readonly low: number | null
  readonly high: number | null
}

export const SCOPES = ['all', 'version', 'month', 'category'] as const
export type Scope = (typeof SCOPES)[number]

/** A definition with the months of a period in which it holds. */
export interface HoldingDefinition {
  readonly definition: KeptDefinition
  readonly months: Months
}

/** The definitions by which the months of a period are counted, in the order of their dates. */
export function holdingIn({ definitions }: Pick<KeptIndicator, 'definitions'>, { first, last }: Months): HoldingDefinition[] {
  const starts = definitions.map(({ from }) => firstMonthFrom(Temporal.PlainDate.from(from)))
  return definitions
    .map((definition, index) => {
      const end = (starts[index + 1] ?? Number.POSITIVE_INFINITY) - 1
      return { definition, months: { first: Math.max(starts[index] as number, first), last: Math.min(end, last) } }
    })
    .filter(({ months }) => months.first <= months.last)
}

interface Surroundings {
  readonly months: Months
  /** The month that runs now: of later ones there is nothing to tell yet. */
  readonly now: MonthNumber
  readonly countedTo: number
}

/** Puts together what the tally gave for one indicator. */
export function figureOf(indicator: KeptIndicator, sums: readonly TallySum[], { months, now, countedTo }: Surroundings): Figure {
  const holding = holdingIn(indicator, months)
  const sumOf = new Map(sums.map((sum) => [`${sum.scope} ${sum.item}`, sum]))
  const countings = holding.map(({ definition }) => definition.count)
  const [counting] = countings
  const isOneWay = counting !== undefined && countings.every((other) => isSameWay(counting, other))
  const all = sumOf.get('all ')
  return {
    indicator,
    from: monthText(months.first),
    to: monthText(months.last),
    value: isOneWay ? valueOf(counting, all) : null,
    facts: sums.filter((sum) => sum.scope === 'month').reduce((total, sum) => total + sum.facts, 0),
    months: everyMonth(months).map((month) => monthFigure(month, holding, sumOf, now)),
    categories: isOneWay ? categoriesIn(counting, sums) : [],
    versions: holding.map((held) => versionFigure(held, holding.length === 1 ? all : sumOf.get(`version ${held.definition.id}`))),
    countedTo: indicator.progress.isComplete ? countedTo : indicator.progress.counted,
    isComplete: indicator.progress.isComplete,
  }
}

/** Whether two ways of counting give numbers that may stand in one figure. */
function isSameWay(one: Counting, other: Counting): boolean {
  if (one.kind !== other.kind) return false
  return one.kind !== 'percentile' || other.kind !== 'percentile' || one.percent === other.percent
}

function monthFigure(month: MonthNumber, holding: readonly HoldingDefinition[], sumOf: ReadonlyMap<string, TallySum>, now: MonthNumber): MonthFigure {
  const held = holding.find(({ months }) => month >= months.first && month <= months.last)
  if (held === undefined) return { month: monthText(month), value: null, facts: 0, version: null }
  const sum = sumOf.get(`month ${firstDayText(month)}`)
  const value = sum === undefined && month > now ? null : valueOf(held.definition.count, sum)
  return { month: monthText(month), value, facts: sum?.facts ?? 0, version: held.definition.version }
}

function categoriesIn(counting: Counting, sums: readonly TallySum[]): CategoryFigure[] {
  return sums
    .filter((sum) => sum.scope === 'category' && sum.item !== '')
    .map((sum) => ({ category: sum.item, value: valueOf(counting, sum), facts: sum.facts }))
    .toSorted((a, b) => (a.category < b.category ? -1 : 1))
}

function versionFigure({ definition, months }: HoldingDefinition, sum: TallySum | undefined): VersionFigure {
  return { definition, value: valueOf(definition.count, sum), facts: sum?.facts ?? 0, from: monthText(months.first), to: monthText(months.last) }
}

function valueOf(counting: Counting, sum: TallySum | undefined): number | null {
  switch (counting.kind) {
    case 'count':
      return sum?.facts ?? 0
    case 'sum':
    case 'distinct':
      return sum?.low ?? 0
    case 'share':
      return sum === undefined || sum.facts === 0 ? null : ((sum.low ?? 0) / sum.facts) * 100
    case 'median':
      return sum === undefined || sum.low === null || sum.high === null ? null : (sum.low + sum.high) / 2
    case 'percentile':
      return sum?.low ?? null
    default:
      return assertNever(counting)
  }
}
