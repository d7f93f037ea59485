import type { Tx } from '#kernel/database/transaction.ts'
import { listFacts } from '#kernel/facts/reading.ts'
import { contributionBy } from '../rules/contribution.ts'
import { CorrectionBook, correctedBy, type Correction } from '../rules/corrections.ts'
import { keepingOf } from '../rules/grains.ts'
import { firstMonthFrom, monthOf } from '../rules/months.ts'
import { tallyChanges, type CountedFact, type Counter, type Knowledge } from '../rules/tally.ts'
import { listCounting, type Coverage, type CountingRow } from '../store/definitions.ts'
import { changeTally, keepCorrections, listCorrectionsOf, widenSpans, type Span } from '../store/tally.ts'

export interface RecordedFact extends CountedFact {
  readonly recordedAt: Temporal.Instant
}

type Covers = Knowledge['covers']
type Growth = (coverages: readonly Coverage[]) => { readonly before: Covers; readonly after: Covers }

/**
 * Counts facts and whatever their corrections touch. The caller holds the counting, and says what of the chain each
 * indicator had counted before and has counted now.
 */
export async function countFacts(tx: Tx, facts: readonly RecordedFact[], growth: Growth): Promise<void> {
  if (facts.length === 0) return
  const { coverages, definitions, correctable } = await listCounting(tx)
  const { before, after } = growth(coverages)
  const touched = await touchedFacts(tx, facts.filter((fact) => correctable.has(fact.name)))
  const all = [...facts, ...touched.older]
  const changes = tallyChanges(all, countersOf(definitions),
    { corrections: new CorrectionBook(touched.known), covers: before },
    { corrections: new CorrectionBook([...touched.known, ...touched.added]), covers: after })
  await keepCorrections(tx, touched.added)
  await changeTally(tx, changes)
  await widenSpans(tx, spansOf(facts))
}

/** Up to `counted` the facts are counted as they come; before an indicator joined, as far as the backfill has reached. */
export function coverageOf(coverages: readonly Coverage[], counted: number, backfilled: ReadonlyMap<string, number> = new Map()): Covers {
  const byKey = new Map(coverages.map((coverage) => [coverage.key, coverage]))
  return (indicator, position) => {
    const coverage = byKey.get(indicator)
    if (coverage === undefined) return false
    return position <= (backfilled.get(indicator) ?? coverage.backfilled) || (position > coverage.joined && position <= counted)
  }
}

interface Touched {
  /** Corrections that the city knew. */
  readonly known: readonly Correction[]
  /** Those that the facts bring. */
  readonly added: readonly Correction[]
  /** Earlier facts that stand or fall by them: the corrected ones, and other corrections of the same. */
  readonly older: readonly RecordedFact[]
}

async function touchedFacts(tx: Tx, facts: readonly RecordedFact[]): Promise<Touched> {
  if (facts.length === 0) return { known: [], added: [], older: [] }
  const brought = facts.flatMap(correctionIn)
  const siblings = await listCorrectionsOf(tx, brought.map(({ corrected }) => corrected))
  const known = new Set(siblings.map(({ correcting }) => correcting))
  const added = brought.filter(({ correcting }) => !known.has(correcting))
  const here = new Set(facts.map(({ id }) => id))
  const ids = [...added.map(({ corrected }) => corrected), ...siblings.map(({ correcting }) => correcting)].filter((id) => !here.has(id))
  const names = [...new Set(facts.map(({ name }) => name))]
  const older = await listFacts(tx, { names, ids: [...new Set(ids)], after: 0, upTo: Number.MAX_SAFE_INTEGER })
  const all = [...facts, ...older]
  const asked = new Set(all.flatMap((fact) => [fact.id, correctedBy(fact) ?? fact.id]))
  return { known: await listCorrectionsOf(tx, [...asked]), added, older }
}

function correctionIn(fact: RecordedFact): Correction[] {
  const corrected = correctedBy(fact)
  return corrected === null ? [] : [{ correcting: fact.id, corrected, factName: fact.name, recordedAt: fact.recordedAt, position: fact.position }]
}

/** Definitions made ready for counting, each with the months in which it holds. */
function countersOf(rows: readonly CountingRow[]): readonly Counter[] {
  const following = rows.slice(1)
  return rows.map((row, index) => {
    const next = following[index]
    const isLast = next === undefined || next.indicator !== row.indicator
    return {
      definition: row.id,
      indicator: row.indicator,
      factName: row.factName,
      firstMonth: firstMonthFrom(row.validFrom),
      lastMonth: isLast ? Number.POSITIVE_INFINITY : firstMonthFrom(next.validFrom) - 1,
      contribute: contributionBy(row.terms),
      keeping: keepingOf(row.terms.count),
    }
  })
}

function spansOf(facts: readonly RecordedFact[]): Span[] {
  const spans = new Map<string, { factName: string; month: number; first: number; last: number }>()
  for (const { name, occurredAt, position } of facts) {
    const month = monthOf(occurredAt)
    const key = `${name} ${month}`
    const known = spans.get(key)
    if (known === undefined) spans.set(key, { factName: name, month, first: position, last: position })
    else {
      known.first = Math.min(known.first, position)
      known.last = Math.max(known.last, position)
    }
  }
  return [...spans.values()]
}
