import type { Actor } from '#kernel/access/actor.ts'
import type { Unit } from '#kernel/access/organisation.ts'
import { rowsOf, type City } from '#kernel/city/city.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Procedure } from '../procedure.ts'

/** A procedure with the part that owns it, under whose role its effect happens. */
export interface OwnedProcedure {
  readonly owner: string
  readonly definition: Procedure
}

export function proceduresOf(parts: readonly Manifest[]): OwnedProcedure[] {
  return parts.flatMap((part) => (part.procedures ?? []).map((definition) => ({ owner: part.name, definition })))
}

export function findProcedure(parts: readonly Manifest[], key: string): OwnedProcedure | undefined {
  return proceduresOf(parts).find(({ definition }) => definition.key === key)
}

/** Which unit has which procedure: the city's `applications.csv`. */
export function unitsOf(city: City): ReadonlyMap<string, string> {
  const known = unitsByCity.get(city)
  if (known !== undefined) return known
  const units = new Map(rowsOf(city, 'applications.csv').map(({ procedure = '', unit = '' }) => [procedure, unit]))
  unitsByCity.set(city, units)
  return units
}

/** The city's folder is read once; a clerk who alters it starts the city anew. */
const unitsByCity = new WeakMap<City, ReadonlyMap<string, string>>()

/**
 * The procedures that a member of staff may see: those of their own unit, of the units below it and of the one above a
 * group. A procedure that the city gave to nobody is seen by every clerk, so that nothing is lost.
 */
export function proceduresFor(actor: Actor, parts: readonly Manifest[], city: City, units: readonly Unit[]): OwnedProcedure[] {
  const own = actor.person?.unitCode ?? null
  const holders = unitsOf(city)
  const family = own === null ? new Set<string>() : familyOf(own, units)
  return proceduresOf(parts).filter(({ definition }) => {
    const holder = holders.get(definition.key)
    return holder === undefined || holder === '' || family.has(holder)
  })
}

function familyOf(own: string, units: readonly Unit[]): Set<string> {
  const family = new Set([own])
  const self = units.find(({ code }) => code === own)
  if (self?.kind === 'group' && self.parentCode !== null) family.add(self.parentCode)
  for (let grew = true; grew; ) {
    const below = units.filter(({ code, parentCode }) => parentCode !== null && family.has(parentCode) && parentCode !== self?.parentCode && !family.has(code))
    for (const { code } of below) family.add(code)
    grew = below.length > 0
  }
  return family
}
