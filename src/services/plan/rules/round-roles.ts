import type { Levels, SheetRole } from './rounds.ts'

/** A unit as far as rounds ask about it. */
export interface RankedUnit {
  readonly code: string
  readonly kind: string
  readonly parentCode: string | null
  readonly successorCode: string | null
}

/** As whom somebody acts: themselves, or the person in whose place they act. */
export interface Capacity {
  readonly duties: readonly string[]
  readonly unitCode: string | null
  /** Name of the person in whose place; null for oneself. */
  readonly inPlaceOf: string | null
}

/** Who answers for a project on which days; null is open to that side, both days included. */
export interface OwnedSpan {
  readonly unitCode: string | null
  readonly validFrom: Temporal.PlainDate | null
  readonly validTo: Temporal.PlainDate | null
}

/** The units that answer on a day; where the table knows none for it, those that answered last. */
export function ownersOn(owners: readonly OwnedSpan[], day: Temporal.PlainDate): string[] {
  const { compare } = Temporal.PlainDate
  const holding = owners.filter(
    ({ validFrom, validTo }) => (validFrom === null || compare(validFrom, day) <= 0) && (validTo === null || compare(day, validTo) <= 0),
  )
  const ends = owners.flatMap(({ validTo }) => validTo ?? []).toSorted(compare)
  const last = ends.at(-1)
  const found = holding.length > 0 ? holding : owners.filter(({ validTo }) => validTo !== null && last?.equals(validTo))
  return found.flatMap(({ unitCode }) => unitCode ?? [])
}

/**
 * What somebody is to a sheet. An editor writes for the projects of their unit, of those below it and of those above it
 * (a group writes for its section); a reviewer heads what lies at or below their own section or department; a publisher
 * gathers everything.
 */
export function rolesOn({ duties, unitCode }: Capacity, ownerUnits: readonly string[], units: readonly RankedUnit[]): ReadonlySet<SheetRole> {
  const roles = new Set<SheetRole>()
  if (duties.includes('plan-publisher')) roles.add('office')
  if (unitCode === null) return roles
  const above = new Set(ownerUnits.flatMap((code) => [...unitsAbove(units, code)]))
  const mine = unitsAbove(units, unitCode)
  const isBelowOwner = ownerUnits.some((code) => mine.has(code))
  if (duties.includes('plan-editor') && (above.has(unitCode) || isBelowOwner)) roles.add('writer')
  if (duties.includes('plan-reviewer') && above.has(unitCode)) {
    const kind = units.find(({ code }) => code === unitCode)?.kind
    if (kind === 'department') roles.add('department-head')
    else if (kind === 'section') roles.add('section-head')
  }
  return roles
}

export function levelsOf(ownerUnits: readonly string[], units: readonly RankedUnit[]): Levels {
  const kinds = new Set(ownerUnits.flatMap((code) => [...unitsAbove(units, code)]).map((code) => units.find((unit) => unit.code === code)?.kind))
  return { hasSection: kinds.has('section'), hasDepartment: kinds.has('department') }
}

/** The unit, who carries on after it, and everything above these. */
export function unitsAbove(units: readonly RankedUnit[], code: string): ReadonlySet<string> {
  const found = new Set<string>([code])
  for (const next of found) {
    const unit = units.find((own) => own.code === next)
    if (unit?.parentCode) found.add(unit.parentCode)
    if (unit?.successorCode) found.add(unit.successorCode)
  }
  return found
}
