import { assertNever } from '#kernel/values/assert-never.ts'
import type { Counting } from '../model.ts'
import type { MonthNumber } from './months.ts'
import type { TallyChange } from './tally.ts'

/**
 * What is kept of each way of counting. Counts, sums and shares add up, so only their sums by month and category are
 * kept. Values that are ranked are kept themselves, by month and category and by month. Different values do not add up (who came in April and in May is one
 * person in the year), so they are kept for every grain that a page shows, and their number beside them.
 */
export type Keeping = 'added' | 'ranked' | 'told-apart'

export function keepingOf({ kind }: Counting): Keeping {
  switch (kind) {
    case 'count':
    case 'sum':
    case 'share':
      return 'added'
    case 'median':
    case 'percentile':
      return 'ranked'
    case 'distinct':
      return 'told-apart'
    default:
      return assertNever(kind)
  }
}

export const GRAINS = ['month-category', 'month', 'year-category', 'year'] as const
export type Grain = (typeof GRAINS)[number]

export interface GrainedChange extends Omit<TallyChange, 'month' | 'keeping'> {
  readonly grain: Grain
  /** The month, or the first month of the fiscal year. */
  readonly period: MonthNumber
}

/** The changes of sums and of single values that changes of the tally come to, in the order of their index. */
export function grainedChanges(changes: readonly TallyChange[]): { readonly sums: GrainedChange[]; readonly cells: GrainedChange[] } {
  const sums = new Gathering()
  const cells = new Gathering()
  for (const change of changes) {
    if (change.keeping === 'added') sums.add(change, 'month-category')
    else if (change.keeping === 'ranked') {
      // A list of many figures reads the months only, which are far fewer cells.
      cells.add(change, 'month-category')
      cells.add(change, 'month')
    } else {
      for (const grain of GRAINS) {
        cells.add(change, grain)
        // How many facts there are; how many different values, the cells tell when they come and go.
        sums.add({ ...change, value: '' }, grain)
      }
    }
  }
  return { sums: sums.inOrder(), cells: cells.inOrder() }
}

/** Adds up what falls into one cell. */
class Gathering {
  private readonly byKey = new Map<string, { -readonly [Key in keyof GrainedChange]: GrainedChange[Key] }>()

  add({ definition, month, category, value, facts }: TallyChange, grain: Grain): void {
    const period = grain.startsWith('year') ? firstMonthOfYear(month) : month
    const named = grain.endsWith('category') ? category : ''
    const key = `${definition} ${grain} ${period} ${named}\u0000${value}`
    const known = this.byKey.get(key)
    if (known === undefined) this.byKey.set(key, { definition, grain, period, category: named, value, facts })
    else known.facts += facts
  }

  /** Neighbours are written together. */
  inOrder(): GrainedChange[] {
    return [...this.byKey.values()].filter(({ facts }) => facts !== 0).sort((a, b) => a.definition - b.definition || a.period - b.period)
  }
}

/** April of the fiscal year in which the month lies (地方自治法 article 208). */
export function firstMonthOfYear(month: MonthNumber): MonthNumber {
  return month - ((month + 9) % 12)
}
