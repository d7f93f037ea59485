import { isCorrectable } from '#kernel/facts/privacy.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { ManifestFault, type BatchBeginning } from '#kernel/service/manifest.ts'
import { dayOf } from '#kernel/time/clock.ts'
import type { Definition, Indicator, KeptDefinition, KeptIndicator } from '../model.ts'
import { indicatorsOf } from '../rules/assert-indicators.ts'
import { cityTermsOf, type CityTerms } from '../rules/city-terms.ts'
import { firstMonthFrom, monthOfDay } from '../rules/months.ts'
import { addDefinition, countAgain, holdCounting, keepFactKinds, keepIndicator, keepOnlyDeclared, listIndicators } from '../store/definitions.ts'
import { queueBackfill } from './backfill.ts'

/**
 * Takes over what the parts and the city declare, before anything is counted. What was defined before stays as it was:
 * an edited definition, or a new one for months that have begun, is refused with the way out.
 */
export async function takeOver(tx: Tx, { parts, city, position }: BatchBeginning): Promise<void> {
  await holdCounting(tx)
  const known = new Map((await listIndicators(tx)).map((indicator) => [indicator.key, indicator]))
  const owned = indicatorsOf(parts)
  const named = new Set(owned.flatMap(({ indicator }) => indicator.definitions.map(({ fact }) => fact)))
  const types = parts.flatMap((part) => Object.values(part.facts ?? {})).filter((type) => named.has(type.name))
  await keepFactKinds(tx, new Map(types.map((type) => [type.name, isCorrectable(type)])))
  const terms = cityTermsOf(city, parts)
  for (const { owner, indicator } of owned) {
    const before = known.get(indicator.key)
    await keepIndicator(tx, declaredTerms(owner.name, indicator, terms.get(indicator.key)), position)
    const fresh = newDefinitions(indicator, before, dayOf(tx.now))
    const from = before?.definitions.length ?? 0
    for (const [index, definition] of fresh.entries()) await addDefinition(tx, indicator.key, from + index + 1, definition)
    // Months that the new definition takes from the old one may have been counted already: this month's, or facts dated ahead.
    if (before !== undefined && fresh.length > 0) await countAgain(tx, indicator.key, position)
  }
  await keepOnlyDeclared(tx, owned.map(({ indicator }) => indicator.key))
  if (position > 0) queueBackfill(tx)
}

function declaredTerms(service: string, indicator: Indicator, terms: CityTerms | undefined) {
  const { key, title, unit, nature, direction, baseline, targets = [], projects = [] } = indicator
  const years = new Map([...targets, ...(terms?.targets ?? [])].map((target) => [target.fiscalYear, target]))
  return {
    key, service, title, unit, nature, direction,
    baseline: terms?.baseline ?? baseline ?? null,
    targets: [...years.values()].toSorted((a, b) => a.fiscalYear - b.fiscalYear),
    projects: [...new Set([...projects, ...(terms?.projects ?? [])])],
  }
}

/** The definitions that the city does not have yet. Throws a ManifestFault for one that would rewrite the past. */
export function newDefinitions({ key, definitions }: Indicator, known: KeptIndicator | undefined, today: Temporal.PlainDate): readonly Definition[] {
  if (known === undefined) return definitions
  for (const kept of known.definitions) {
    const now = definitions.find(({ from }) => from === kept.from)
    if (now === undefined || termsText(now) !== termsText(kept)) {
      throw new ManifestFault(
        `The definition of ${key} that holds from ${kept.from} was ${now === undefined ? 'taken out' : 'edited'} after the city had counted by it: ` +
          'put it back as it was, and add a further one from the first day of a coming month with the reason of the change',
      )
    }
  }
  const fresh = definitions.slice(known.definitions.length)
  for (const { from } of fresh) {
    if (firstMonthFrom(Temporal.PlainDate.from(from)) < monthOfDay(today)) {
      throw new ManifestFault(`The new definition of ${key} from ${from} would count months again that are over: let it hold from this month's first day or later`)
    }
  }
  return fresh
}

function termsText({ fact, count, where = [], category }: Definition | KeptDefinition): string {
  return JSON.stringify([fact, count, where, category ?? null], inOneOrder)
}

/** The database gives the keys of JSON back in another order than they were written. */
function inOneOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
