import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { plan } from './rows.ts'

const kernel = queriesOver<Pick<KernelTables, 'kernel.unit'>>()

export interface UnitOfCity {
  readonly code: string
  /** department, section or group. */
  readonly kind: string
  readonly parentCode: string | null
  readonly name: string
  readonly nameEn: string
  readonly namePt: string
  readonly validFrom: Temporal.PlainDate | null
  readonly validTo: Temporal.PlainDate | null
  readonly successorCode: string | null
}

export interface UnitAlias {
  readonly name: string
  readonly unitCode: string
}

/** Other spellings of units, as the city's folder knows them. */
export function listUnitAliases(tx: Tx): Promise<UnitAlias[]> {
  return tx.list(plan.selectFrom('plan.unit_alias').select(['name', 'unit_code as unitCode']))
}

/** Every unit the city has or had: a report of past years names units that are no more. */
export function listAllUnits(tx: Tx): Promise<UnitOfCity[]> {
  return tx.list(unitsQuery({}))
}

const unitsQuery = prepared(() =>
  kernel
    .selectFrom('kernel.unit')
    .select(['code', 'kind', 'parent_code as parentCode', 'name', 'name_en as nameEn', 'name_pt as namePt'])
    .select(['valid_from as validFrom', 'valid_to as validTo', 'successor_code as successorCode'])
    .orderBy('code'),
)

/** The unit itself, what lies above it and what lies below it, also by way of successors after a reorganisation. */
export function unitsInLine(units: readonly UnitOfCity[], code: string): ReadonlySet<string> {
  const line = new Set<string>()
  for (const own of withSuccessors(units, code)) {
    for (let next: string | null = own; next !== null && !line.has(next); next = units.find((unit) => unit.code === next)?.parentCode ?? null) {
      line.add(next)
    }
  }
  const below = withSuccessors(units, code)
  for (const parent of below) {
    for (const unit of units) if (unit.parentCode === parent && !below.includes(unit.code)) below.push(unit.code)
  }
  for (const found of below) line.add(found)
  return line
}

/** The unit, who carried on after it, and whom it carried on from: a plan may still print the former name. */
function withSuccessors(units: readonly UnitOfCity[], code: string): string[] {
  const found = [code]
  for (const next of found) {
    for (const unit of units) {
      const isTied = unit.successorCode === next || units.some(({ code: own, successorCode }) => own === next && successorCode === unit.code)
      if (isTied && !found.includes(unit.code)) found.push(unit.code)
    }
  }
  return found
}
