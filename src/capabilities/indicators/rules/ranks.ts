import type { Scope, TallySum } from './figures.ts'

/** What was counted of one definition in one month and category: how many facts have each value. */
export interface RankedCells {
  readonly definition: number
  /** First day of the month. */
  readonly period: string
  readonly category: string
  readonly counts: readonly ValueCount[]
}

export type ValueCount = readonly [value: number, facts: number]

/** An indicator, by its place in the list that was asked for, with the cells of all its definitions of one rank. */
export interface Ranking {
  readonly who: number
  readonly cells: readonly RankedCells[]
  /** Null for a median. */
  readonly percent: number | null
}

/** The ranks within a scope: one for everything, or one for each version, month or category. */
export function ranksIn(scope: Scope, { who, cells, percent }: Ranking): TallySum[] {
  return [...Map.groupBy(cells, (cell) => itemOf(scope, cell))].map(([item, own]) => {
    const counts = togetherInOrder(own)
    const facts = counts.reduce((total, [, times]) => total + times, 0)
    const [low, high] = percent === null ? [nthPercent(counts, facts, 50), middleAbove(counts, facts)] : [nthPercent(counts, facts, percent), null]
    return { who, scope, item, facts, low, high }
  })
}

function itemOf(scope: Scope, { definition, period, category }: RankedCells): string {
  return { all: '', version: String(definition), month: period, category }[scope]
}

/** Values that stand in several cells once, the smallest first. */
function togetherInOrder(cells: readonly RankedCells[]): ValueCount[] {
  const sums = new Map<number, number>()
  for (const { counts } of cells) for (const [value, facts] of counts) sums.set(value, (sums.get(value) ?? 0) + facts)
  return [...sums].filter(([, facts]) => facts > 0).sort(([one], [other]) => one - other)
}

/** Percentages are told apart to the sixth decimal. */
const DECIMALS = 6

/** The nearest rank: the smallest value that at least so many per cent of all do not exceed; reckoned without fractions. */
function nthPercent(counts: readonly ValueCount[], facts: number, percent: number): number | null {
  const hundred = 100n * 10n ** BigInt(DECIMALS)
  const share = BigInt(percent.toFixed(DECIMALS).replace('.', ''))
  return valueAt(counts, Number((BigInt(facts) * share + hundred - 1n) / hundred))
}

/** Of an even number of values the upper one of the two in the middle. */
function middleAbove(counts: readonly ValueCount[], facts: number): number | null {
  return valueAt(counts, Math.floor(facts / 2) + 1)
}

/** The value at a place from 1 on. */
function valueAt(counts: readonly ValueCount[], place: number): number | null {
  let upTo = 0
  for (const [value, facts] of counts) {
    upTo += facts
    if (upTo >= place) return value
  }
  return null
}
