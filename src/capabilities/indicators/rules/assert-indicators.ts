import { z } from 'zod'
import type { FactType } from '#kernel/facts/fact.ts'
import { privacyOf, shapeOf } from '#kernel/facts/privacy.ts'
import { ManifestFault, type Manifest } from '#kernel/service/manifest.ts'
import { INDICATOR_LIMITS } from '../limits.ts'
import type { Condition, Definition, FactField, Indicator } from '../model.ts'

export interface OwnedIndicator {
  readonly owner: Manifest
  readonly indicator: Indicator
}

export function indicatorsOf(parts: readonly Manifest[]): OwnedIndicator[] {
  return parts.flatMap((owner) => (owner.indicators ?? []).map((indicator) => ({ owner, indicator })))
}

/**
 * What must hold of every indicator before a city opens. Throws a ManifestFault that names the indicator. A fact of a
 * part that is not there is allowed: its service was taken out, and what it told stays counted.
 */
export function assertIndicators(parts: readonly Manifest[]): void {
  const types = new Map(parts.flatMap((part) => Object.values(part.facts ?? {}).map((type) => [type.name, type] as const)))
  const names = new Set(parts.map((part) => part.name))
  const seen = new Set<string>()
  for (const { owner, indicator } of indicatorsOf(parts)) {
    const { key } = indicator
    if (!key.startsWith(`${owner.name}.`) || !/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(key)) {
      throw new ManifestFault(`The indicator ${key} of ${owner.name} must be called ${owner.name}. and a name in kebab case`)
    }
    if (seen.has(key)) throw new ManifestFault(`Two indicators are called ${key}`)
    seen.add(key)
    assertDates(indicator)
    for (const definition of indicator.definitions) {
      const type = types.get(definition.fact)
      if (type !== undefined) assertDefinition(key, definition, type)
      else if (names.has(definition.fact.split('.')[0] as string)) throw new ManifestFault(`The indicator ${key} counts ${definition.fact}, which no part publishes`)
    }
  }
}

function assertDates({ key, definitions, targets = [], baseline }: Indicator): void {
  const days = definitions.map(({ from }) => dayIn(key, from))
  if (days.some((day, index) => index > 0 && Temporal.PlainDate.compare(days[index - 1] as Temporal.PlainDate, day) >= 0)) {
    throw new ManifestFault(`The definitions of the indicator ${key} must stand in the order of their dates`)
  }
  if (baseline !== undefined) dayIn(key, baseline.on)
  const years = targets.map(({ fiscalYear }) => fiscalYear)
  if (new Set(years).size < years.length) throw new ManifestFault(`The indicator ${key} has two targets for one year`)
}

function dayIn(key: string, text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw new ManifestFault(`The indicator ${key} names a day that does not exist: ${text}; write it like 2021-04-01`)
  }
}

function assertDefinition(key: string, { count, where = [], category }: Definition, type: FactType): void {
  const conditions = [...where, ...(count.kind === 'share' ? count.of : [])]
  if (conditions.length > INDICATOR_LIMITS.conditions) throw new ManifestFault(`The indicator ${key} has more than ${INDICATOR_LIMITS.conditions} conditions`)
  for (const condition of conditions) assertCondition(key, condition, type)
  if (category !== undefined) {
    assertField(key, category, type)
    // Categories stand on public pages and in open data.
    if (privacyOf(type, category) !== 'public') throw new ManifestFault(`The indicator ${key} is split by ${category} of ${type.name}, which its shape does not call public`)
  }
  if (count.kind === 'distinct') assertField(key, count.of, type)
  if (count.kind === 'sum' || count.kind === 'median' || count.kind === 'percentile') assertNumber(key, count.of, type)
  if (count.kind === 'percentile' && !(count.percent > 0 && count.percent <= 100)) throw new ManifestFault(`The indicator ${key} asks for the percentile ${count.percent}; it lies above 0 and up to 100`)
}

function assertCondition(key: string, condition: Condition, type: FactType): void {
  if ('atLeast' in condition || 'below' in condition) assertNumber(key, condition.field, type)
  else assertField(key, condition.field, type)
}

function assertField(key: string, field: FactField, type: FactType): void {
  if (field !== 'subject' && shapeOf(type, field) === undefined) throw new ManifestFault(`The indicator ${key} reads ${field} of ${type.name}, which its shape does not have`)
}

function assertNumber(key: string, field: FactField, type: FactType): void {
  assertField(key, field, type)
  if (field === 'subject' || !(shapeOf(type, field) instanceof z.ZodNumber)) throw new ManifestFault(`The indicator ${key} reckons with ${field} of ${type.name}, which is no number`)
}
