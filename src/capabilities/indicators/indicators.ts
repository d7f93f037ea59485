import type { Tx } from '#kernel/database/transaction.ts'
import { hashAt } from '#kernel/facts/reading.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import type { Figure, Frozen, Indicator, KeptIndicator, Period } from './model.ts'
import { monthsOf } from './rules/months.ts'
import { holdCounting, listIndicators } from './store/definitions.ts'
import { listDifference, listFactsBehind, type Difference, type EvidenceFact, type FactsPage } from './store/evidence.ts'
import { listFiguresOf } from './store/figures.ts'
import { keepFrozen, listFrozen } from './store/frozen.ts'

export { isTargetMet } from './rules/targets.ts'

const NAME = 'indicators'

export type { Difference, EvidenceFact, FactsPage }

/** The figure of an indicator for a period, split by month, category and definition; undefined for an unknown key. */
export function figure(tx: Tx, key: string, period: Period): Promise<Figure | undefined> {
  return tx.within(NAME, async () => (await listFiguresOf(tx, await listIndicators(tx, [key]), { months: monthsOf(period), hasCategories: true }))[0])
}

/** The figures of these indicators, or of all, without their categories: for lists and reports. By key. */
export function listFigures(tx: Tx, period: Period, keys?: readonly string[]): Promise<Figure[]> {
  return tx.within(NAME, async () => listFiguresOf(tx, await listIndicators(tx, keys), { months: monthsOf(period), hasCategories: false }))
}

/** Every indicator the city counts or ever counted, by key: what it is, not how much. */
export function listAllIndicators(tx: Tx): Promise<KeptIndicator[]> {
  return tx.within(NAME, () => listIndicators(tx))
}

/** The figures of the indicators that speak for a project of the plan, by its code as in `fulfils`; by key. */
export function listFiguresFor(tx: Tx, projectCode: string, period: Period): Promise<Figure[]> {
  return tx.within(NAME, async () => {
    const speaking = (await listIndicators(tx)).filter(({ projects }) => projects.includes(projectCode))
    return listFiguresOf(tx, speaking, { months: monthsOf(period), hasCategories: false })
  })
}

/**
 * The facts that a figure was counted from, in the order of the chain. Whatever their shapes do not call public (for
 * staff: or internal) is masked. `after` is a page's `next`. Throws the fault `not-found` for an unknown key.
 */
export function factsBehind(tx: Tx, key: string, period: Period, terms: { readonly parts: readonly Manifest[]; readonly after?: number; readonly size?: number }): Promise<FactsPage> {
  return tx.within(NAME, async () => listFactsBehind(tx, await getIndicator(tx, key), { ...terms, months: monthsOf(period) }))
}

/** What was set down last for a fiscal year, or undefined. */
export async function frozen(tx: Tx, key: string, fiscalYear: number): Promise<Frozen | undefined> {
  return (await tx.within(NAME, () => listFrozen(tx, { key, fiscalYear })))[0]
}

/** The facts that came in and went out since a figure was set down. */
export function differenceSince(tx: Tx, set: Frozen, parts: readonly Manifest[]): Promise<Difference> {
  return tx.within(NAME, async () => listDifference(tx, await getIndicator(tx, set.key), set, { months: monthsOf({ fiscalYear: set.fiscalYear }), parts }))
}

/**
 * Sets a figure down as it stands, with the place and the hash of the chain up to which it was counted. Whatever comes
 * later for that year shows as a difference. Null while the backfill has not counted everything yet. The caller holds
 * the right to do it.
 */
export function freeze(tx: Tx, key: string, fiscalYear: number): Promise<Frozen | null> {
  return tx.within(NAME, async () => {
    // Nothing is counted between reading the figure and reading the place up to which it was counted.
    await holdCounting(tx)
    const now = await figure(tx, key, { fiscalYear })
    if (now === undefined) throw new Fault('not-found')
    if (!now.isComplete) return null
    const [last] = await listFrozen(tx, { key, fiscalYear })
    const set: Frozen = {
      key, fiscalYear,
      revision: (last?.revision ?? 0) + 1,
      value: now.value,
      facts: now.facts,
      months: now.months,
      versions: now.versions.map(({ definition }) => definition.version),
      position: now.countedTo,
      hash: await hashAt(tx, now.countedTo),
      at: tx.now,
      by: tx.actor.id,
    }
    await keepFrozen(tx, set)
    const { revision, value, position, hash } = set
    tx.publish(facts.figureSetDown, `indicator:${key}`, { key, fiscalYear, revision, value, position, hash })
    return set
  })
}

async function getIndicator(tx: Tx, key: string): Promise<KeptIndicator> {
  const [found] = await listIndicators(tx, [key])
  if (found === undefined) throw new Fault('not-found')
  return found
}

declare module '#kernel/service/manifest.ts' {
  interface Manifest {
    /** The numbers by which the plan is judged that are counted from facts. */
    readonly indicators?: readonly Indicator[]
  }
}
