import type { CorrectionBook } from './corrections.ts'
import type { Contribute } from './contribution.ts'
import type { Keeping } from './grains.ts'
import { monthOf, type MonthNumber } from './months.ts'

/** A definition while it counts: in which months it holds, and what of the chain its indicator has counted. */
export interface Counter {
  /** The definition's id. */
  readonly definition: number
  readonly indicator: string
  readonly factName: string
  readonly firstMonth: MonthNumber
  /** The month before the next definition's first; without end for the last definition. */
  readonly lastMonth: MonthNumber
  readonly contribute: Contribute
  readonly keeping: Keeping
}

export interface CountedFact {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly subject: string
  readonly occurredAt: Temporal.Instant
  readonly body: unknown
}

/** What was known at a moment: which facts stand, and which of them an indicator has counted. */
export interface Knowledge {
  readonly corrections: CorrectionBook
  covers(indicator: string, position: number): boolean
}

export interface TallyChange {
  readonly definition: number
  readonly keeping: Keeping
  readonly month: MonthNumber
  readonly category: string
  readonly value: string
  /** Facts more, or less when below zero. */
  readonly facts: number
}

/**
 * What the tally must be changed by when knowledge grows: for each fact the difference between whether it counted
 * before and whether it counts now. The facts are those that are new and those that a new correction touches. Every
 * change of the tally is made of this one rule, so that live counting, the backfill and corrections cannot disagree.
 */
export function tallyChanges(facts: readonly CountedFact[], counters: readonly Counter[], before: Knowledge, after: Knowledge): TallyChange[] {
  const changes = new Map<string, { -readonly [Key in keyof TallyChange]: TallyChange[Key] }>()
  const countersOf = Map.groupBy(counters, (counter) => counter.factName)
  const seen = new Set<string>()
  for (const fact of facts) {
    const own = countersOf.get(fact.name)
    if (own === undefined || seen.has(fact.id)) continue
    seen.add(fact.id)
    const stood = before.corrections.stands(fact)
    const stands = after.corrections.stands(fact)
    if (!stood && !stands) continue
    const month = monthOf(fact.occurredAt)
    for (const counter of own) {
      if (month < counter.firstMonth || month > counter.lastMonth) continue
      const was = stood && before.covers(counter.indicator, fact.position)
      const is = stands && after.covers(counter.indicator, fact.position)
      if (was === is) continue
      const cell = counter.contribute(fact)
      if (cell === null) continue
      const key = `${counter.definition} ${month} ${cell.category}\u0000${cell.value}`
      const known = changes.get(key)
      if (known === undefined) changes.set(key, { definition: counter.definition, keeping: counter.keeping, month, ...cell, facts: is ? 1 : -1 })
      else known.facts += is ? 1 : -1
    }
  }
  return [...changes.values()].filter((change) => change.facts !== 0)
}
