import type { Tx } from '#kernel/database/transaction.ts'
import { listFacts, type ChainedFact } from '#kernel/facts/reading.ts'
import { shownFields, type PrivacyLevel, type ShownField } from '#kernel/facts/privacy.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { INDICATOR_LIMITS } from '../limits.ts'
import type { Frozen, KeptIndicator } from '../model.ts'
import { contributionBy } from '../rules/contribution.ts'
import { CorrectionBook, correctedBy } from '../rules/corrections.ts'
import { holdingIn } from '../rules/figures.ts'
import { monthOf, monthText, type Months } from '../rules/months.ts'
import { countedTo } from './definitions.ts'
import { findSpan, listCorrectionsAfter, listCorrectionsOf } from './tally.ts'

/** A fact that a figure was counted from, with what the reader may not see left out. */
export interface EvidenceFact {
  readonly position: number
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly occurredAt: Temporal.Instant
  readonly month: string
  /** Version of the definition that counts it. */
  readonly version: number
  readonly category: string
  readonly fields: readonly ShownField[]
  /** The fact that it replaces. */
  readonly corrects: string | null
}

export interface FactsPage {
  readonly facts: readonly EvidenceFact[]
  /** Place in the chain behind which the next page begins; null at the end. */
  readonly next: number | null
}

export interface EvidenceWishes {
  readonly months: Months
  /** Whose facts say how private they are. */
  readonly parts: readonly Manifest[]
  readonly after?: number
  readonly size?: number
}

/** The facts that stand behind a figure, in the order of the chain, a page at a time. */
export async function listFactsBehind(tx: Tx, indicator: KeptIndicator, { months, parts, after = 0, size = INDICATOR_LIMITS.factsOnPage }: EvidenceWishes): Promise<FactsPage> {
  const evidence = evidenceOf(indicator, months, parts, levelsFor(tx))
  const counted = await countedTo(tx)
  const span = await findSpan(tx, evidence.factNames, months)
  if (span === undefined) return { facts: [], next: null }
  const found: EvidenceFact[] = []
  const end = Math.min(span.last, counted)
  let place = Math.max(after, span.first - 1)
  for (let lookedAt = 0; place < end && found.length < size && lookedAt < INDICATOR_LIMITS.factsLookedAt; ) {
    const limit = INDICATOR_LIMITS.factsReadAtATime
    const facts = await listFacts(tx, { names: evidence.factNames, after: place, upTo: end, limit })
    const book = new CorrectionBook(await listCorrectionsOf(tx, idsConcerning(facts)))
    lookedAt += facts.length
    for (const fact of facts) {
      place = fact.position
      const one = book.stands(fact) ? evidence.of(fact) : null
      if (one !== null) found.push(one)
      if (found.length === size) break
    }
    if (facts.length < limit && found.length < size) place = end
  }
  return { facts: found, next: place < end ? place : null }
}

/** The facts by which a figure differs from what was set down: those that came in, and those that were taken out. */
export interface Difference {
  readonly put: readonly EvidenceFact[]
  readonly taken: readonly EvidenceFact[]
  /** True when there are more than are named. */
  readonly isCut: boolean
}

export async function listDifference(tx: Tx, indicator: KeptIndicator, frozen: Frozen, { months, parts }: EvidenceWishes): Promise<Difference> {
  const evidence = evidenceOf(indicator, months, parts, levelsFor(tx))
  const limit = INDICATOR_LIMITS.differenceFacts
  const put = await listFactsBehind(tx, indicator, { months, parts, after: frozen.position, size: limit })
  const later = await listCorrectionsAfter(tx, evidence.factNames, frozen.position, limit)
  const siblings = await listCorrectionsOf(tx, later.map(({ corrected }) => corrected))
  const ids = [...new Set([...later.map(({ corrected }) => corrected), ...siblings.map(({ correcting }) => correcting)])]
  const earlier = await listFacts(tx, { names: evidence.factNames, ids, after: 0, upTo: frozen.position })
  const corrections = await listCorrectionsOf(tx, idsConcerning(earlier))
  const then = new CorrectionBook(corrections.filter(({ position }) => position <= frozen.position))
  const now = new CorrectionBook(corrections)
  const taken = earlier.filter((fact) => then.stands(fact) && !now.stands(fact)).map(evidence.of).filter((one) => one !== null)
  return { put: put.facts, taken, isCut: put.next !== null || later.length === limit }
}

/** Residents see what is public, staff also what is internal; nobody sees here what is said of people. */
function levelsFor({ actor }: Tx): readonly PrivacyLevel[] {
  return actor.person === null ? ['public'] : ['public', 'internal']
}

function idsConcerning(facts: readonly ChainedFact[]): string[] {
  return [...new Set(facts.flatMap((fact) => [fact.id, correctedBy(fact) ?? fact.id]))]
}

function evidenceOf(indicator: KeptIndicator, months: Months, parts: readonly Manifest[], levels: readonly PrivacyLevel[]) {
  const holding = holdingIn(indicator, months).map((held) => ({ ...held, contribute: contributionBy(held.definition) }))
  const types = new Map(parts.flatMap((part) => Object.values(part.facts ?? {}).map((type) => [type.name, type] as const)))
  const of = (fact: ChainedFact): EvidenceFact | null => {
    const month = monthOf(fact.occurredAt)
    const held = holding.find(({ definition, months: own }) => definition.fact === fact.name && month >= own.first && month <= own.last)
    const cell = held?.contribute(fact) ?? null
    if (held === undefined || cell === null) return null
    const { position, id, name, hash, occurredAt } = fact
    return {
      position, id, name, hash, occurredAt,
      month: monthText(month),
      version: held.definition.version,
      category: cell.category,
      fields: shownFields(types.get(name), fact, levels),
      corrects: correctedBy(fact),
    }
  }
  return { factNames: [...new Set(holding.map(({ definition }) => definition.fact))], of }
}
