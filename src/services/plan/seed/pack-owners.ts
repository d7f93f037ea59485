import type { Tx } from '#kernel/database/transaction.ts'
import { insertOwners, listOwners, type NewOwner } from '../store/owners.ts'
import { deleteRows } from '../store/rows.ts'
import { listAllUnits, type UnitOfCity } from '../store/units.ts'
import { printedOwner } from './pack-document.ts'
import { type PackRow, type PlanPack, valueIn } from './pack.ts'

/** Puts the owners of the folder, which name their units, in the place of those that were only read from print. */
export async function seedOwners(tx: Tx, planKey: string, { owners }: PlanPack): Promise<void> {
  const units = await listAllUnits(tx)
  const printed = await listOwners(tx, planKey)
  await deleteRows(tx, 'plan.owner', ['id'], printed.map(({ id }) => ({ id })))
  const byProject = Map.groupBy(owners, (row) => valueIn(row, 'project'))
  const spans = [...byProject].flatMap(([projectKey, rows]) => rows.flatMap((row, position) => spansOf(row, position, projectKey, units)))
  await insertOwners(tx, planKey, spans)
}

/** An owner since the first day of its unit, and the unit that stood in its place before. */
function spansOf(row: PackRow, position: number, projectKey: string, units: readonly UnitOfCity[]): NewOwner[] {
  const owner = printedOwner(row)
  const unit = units.find(({ code }) => code === row.unit)
  const now = { ...owner, position, projectKey, unitCode: unit?.code ?? null, validFrom: unit?.validFrom ?? null, validTo: unit?.validTo ?? null }
  const former = unit && units.find(({ successorCode }) => successorCode === unit.code)
  if (unit === undefined || former === undefined) return [{ ...now, validFrom: null }]
  const { code: unitCode, validFrom, validTo } = former
  return [{ ...now, ...formerNames(owner, unit, former), unitCode, validFrom, validTo }, now]
}

/** The printed names with the former unit's name where the present one's stands. */
function formerNames(owner: ReturnType<typeof printedOwner>, present: UnitOfCity, former: UnitOfCity) {
  return Object.fromEntries(Object.entries(owner).map(([level, name]) => [level, name === present.name ? former.name : name]))
}
