import type { Tx } from '#kernel/database/transaction.ts'
import { fiscalYear, firstDayOf, lastDayOf } from '#kernel/values/fiscal-year.ts'
import { foldForComparison } from '#kernel/values/text-forms.ts'
import type { FiscalYearNumber, Owner, Project } from '../model.ts'
import { type OwnerSpan, type Span, withOwnersDuring } from './owner-spans.ts'
import { deleteRows, insertRows, plan } from './rows.ts'
import { listAllUnits, listUnitAliases, type UnitAlias, type UnitOfCity } from './units.ts'

export interface KeptOwner extends OwnerSpan {
  readonly id: number
  readonly projectKey: string
}

/** Writes who answers for the projects according to the report of a year. */
export async function saveOwners(tx: Tx, planKey: string, year: FiscalYearNumber, projects: readonly Project[]): Promise<void> {
  if (projects.length === 0) return
  const [kept, span, units, aliases] = await Promise.all([
    listOwners(tx, planKey),
    spanOfReport(tx, planKey, year),
    listAllUnits(tx),
    listUnitAliases(tx),
  ])
  const codes = new UnitCodes(units, aliases, kept)
  const byProject = Map.groupBy(kept, ({ projectKey }) => projectKey)
  const replaced = projects.flatMap(({ key }) => byProject.get(key) ?? [])
  await deleteRows(tx, 'plan.owner', ['id'], replaced.map(({ id }) => ({ id })))
  const spans = projects.flatMap((project) => {
    const owners = project.owners.map((owner, position) => ({ ...owner, position, unitCode: codes.find(owner) }))
    return withOwnersDuring(byProject.get(project.key) ?? [], owners, span).map((owner) => ({ ...owner, projectKey: project.key }))
  })
  await insertOwners(tx, planKey, spans)
}

export interface NewOwner extends OwnerSpan {
  readonly projectKey: string
}

export async function insertOwners(tx: Tx, plan_key: string, owners: readonly NewOwner[]): Promise<void> {
  const rows = owners.map(({ projectKey, position, department, section, group, unitCode, validFrom, validTo }) => ({
    plan_key,
    project_key: projectKey,
    position,
    department,
    section,
    group_name: group,
    unit_code: unitCode,
    valid_from: validFrom,
    valid_to: validTo,
  }))
  await insertRows(tx, 'plan.owner', rows)
}

/** All owners the projects have had, in the order of their days and of print. */
export function listOwners(tx: Tx, planKey: string): Promise<KeptOwner[]> {
  return tx.list(
    plan
      .selectFrom('plan.owner')
      .select(['id', 'project_key as projectKey', 'position', 'department', 'section', 'group_name as group'])
      .select(['unit_code as unitCode', 'valid_from as validFrom', 'valid_to as validTo'])
      .where('plan_key', '=', planKey)
      .orderBy('project_key')
      .orderBy('valid_from', (by) => by.asc().nullsFirst())
      .orderBy('position'),
  )
}

/** Days for which a report speaks: its year, and whatever lies beyond it where no other report of the plan does. */
async function spanOfReport(tx: Tx, planKey: string, year: FiscalYearNumber): Promise<Span> {
  const others = await tx.list(plan.selectFrom('plan.report').select('year').where('plan_key', '=', planKey).where('year', '<>', year))
  return {
    from: others.some((report) => report.year < year) ? firstDayOf(fiscalYear(year)) : null,
    to: others.some((report) => report.year > year) ? lastDayOf(fiscalYear(year)) : null,
  }
}

/** Which unit a printed owner means: as known from this plan, else by the names of the city's units. */
export class UnitCodes {
  private readonly known = new Map<string, string>()
  private readonly units: readonly NamedUnit[]

  constructor(units: readonly UnitOfCity[], aliases: readonly UnitAlias[], owners: readonly OwnerSpan[]) {
    const others = Map.groupBy(aliases, ({ unitCode }) => unitCode)
    this.units = units.map((unit) => {
      const names = [unit.name, ...(others.get(unit.code) ?? []).map(({ name }) => name)]
      return { ...unit, names: new Set(names.map(foldForComparison)) }
    })
    for (const owner of owners) if (owner.unitCode !== null) this.known.set(nameOf(owner), owner.unitCode)
  }

  /** Null where no unit, or more than one, bears the name. */
  find(owner: Owner): string | null {
    const known = this.known.get(nameOf(owner))
    if (known !== undefined) return known
    const path = [owner.group, owner.section, owner.department].map(foldForComparison).filter((name) => name !== '')
    const found = this.units.filter((unit) => this.isCalled(unit, path))
    return found.length === 1 ? (found[0]?.code ?? null) : null
  }

  /** A unit bears the lowest name; the others must stand above it, in their order. */
  private isCalled(unit: NamedUnit, [lowest, ...above]: readonly string[]): boolean {
    if (lowest === undefined || !unit.names.has(lowest)) return false
    let next = this.parentOf(unit)
    return above.every((name) => {
      while (next !== undefined && !next.names.has(name)) next = this.parentOf(next)
      return next !== undefined
    })
  }

  private parentOf({ parentCode }: UnitOfCity): NamedUnit | undefined {
    return this.units.find(({ code }) => code === parentCode)
  }
}

interface NamedUnit extends UnitOfCity {
  /** Its own name and its other spellings, folded. */
  readonly names: ReadonlySet<string>
}

function nameOf({ department, section, group }: Owner): string {
  return [department, section, group].map(foldForComparison).join('／')
}
