import { may, type Actor } from '#kernel/access/actor.ts'
import { unitsInLine, type UnitOfCity } from '../store/units.ts'

/** Duties whose holders may write every sheet: they gather and check what the units write. */
export const DUTIES_FOR_ALL = ['plan-publisher', 'plan-reviewer'] as const

export function mayEditAll(actor: Actor): boolean {
  return DUTIES_FOR_ALL.some((duty) => may(actor, duty))
}

/**
 * Says of any project, by the units of its owners, whether a person may write its sheet: an editor for the projects of
 * their own unit, of the units above it and of those below it.
 */
export function editRights(actor: Actor, units: readonly UnitOfCity[]): (ownerUnits: readonly (string | null)[]) => boolean {
  if (mayEditAll(actor)) return () => true
  const code = actor.person?.unitCode ?? null
  if (!may(actor, 'plan-editor') || code === null) return () => false
  const line = unitsInLine(units, code)
  return (ownerUnits) => ownerUnits.some((unit) => unit !== null && line.has(unit))
}
