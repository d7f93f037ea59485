import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { PlanDocument } from '../model.ts'
import { reportShapeOf } from '../report/report-shape.ts'
import { recordChanges, type ChangeCause } from './changes.ts'
import { changesBetween, hasSameOwners, WHOLE, type FieldChange } from './document-changes.ts'
import { DOCUMENT_TABLES, type DocumentRows, type DocumentTable, rowsOfDocument, TABLES_IN_ORDER } from './document-rows.ts'
import { loadPresentPlan, type PresentPlan } from './load-document.ts'
import { saveOwners } from './owners.ts'
import { deleteRows, insertRows, plan, upsertRows } from './rows.ts'

export interface Saving {
  readonly planKey: string
  /** The whole plan and its report for one year as it shall be from now on. */
  readonly document: PlanDocument
  readonly cause: ChangeCause
  /** Where it came from: a file's name, the number of a change that was taken back. */
  readonly reference?: string
}

export interface Saved {
  readonly changes: readonly FieldChange[]
}

/**
 * Makes the plan what the document says, and appends what that changes to the history. Only rows that differ are
 * written. Who saves holds the plan from reading it to the commit (`holdPlan`), so nobody writes over another's work.
 */
export async function saveDocument(tx: Tx, saving: Saving): Promise<Saved> {
  const { planKey, document } = saving
  await holdPlan(tx, planKey)
  const present = await loadPresentPlan(tx, planKey, document.reportYear)
  if (present === undefined) await insertPlan(tx, planKey, document)
  await saveReportRow(tx, planKey, document)
  await saveRows(tx, present && rowsOfDocument(planKey, present.document), rowsOfDocument(planKey, document))
  const known = new Map(present?.document.projects.map((project) => [project.key, project]))
  await saveOwners(tx, planKey, document.reportYear, document.projects.filter((project) => !hasSameOwners(known.get(project.key), project)))
  const changes = present === undefined ? [newPlan(document)] : changesSince(present, document)
  await recordChanges(tx, { ...saving, year: document.reportYear, changes })
  return { changes }
}

/** Lets one writer of a plan in at a time; readers are not held up. False when there is no such plan. */
export async function holdPlan(tx: Tx, planKey: string): Promise<boolean> {
  return (await tx.find(plan.selectFrom('plan.plan').select('key').where('key', '=', planKey).forUpdate())) !== undefined
}

/** The name of the plan itself, where the document's title names the report on it. */
export function planNameOf(document: PlanDocument): string {
  return reportShapeOf({ ...document, branches: [], listings: [], projects: [] }).planName
}

function newPlan(document: PlanDocument): FieldChange {
  return { projectKey: null, field: WHOLE, before: '', after: planNameOf(document) }
}

/** A report that begins is one change, however many of the plan's texts it carries over. */
function changesSince(present: PresentPlan, document: PlanDocument): FieldChange[] {
  if (present.hasReport) return changesBetween(present.document, document)
  const { title, issuedBy, sections, indicators } = document
  const begun = { projectKey: null, field: 'report', before: '', after: String(document.reportYear) }
  return [begun, ...changesBetween({ ...present.document, title, issuedBy, sections, indicators }, document)]
}

async function insertPlan(tx: Tx, key: string, document: PlanDocument): Promise<void> {
  const { from, to } = document.period
  await insertRows(tx, 'plan.plan', [{ key, title: planNameOf(document), period_from: from, period_to: to, words: {} }])
}

async function saveReportRow(tx: Tx, plan_key: string, document: PlanDocument): Promise<void> {
  const { reportYear: year, title, issuedBy: issued_by, period } = document
  // The revision of a report that is there already is counted on, never set.
  await upsertRows(tx, 'plan.report', ['plan_key', 'year'], [{ plan_key, year, title, issued_by }])
  await tx.run(
    plan
      .updateTable('plan.plan')
      .set({ period_from: period.from, period_to: period.to })
      .where('key', '=', plan_key)
      .where(sql<boolean>`(period_from, period_to) is distinct from (${period.from}::int, ${period.to}::int)`),
  )
}

async function saveRows(tx: Tx, before: DocumentRows | undefined, after: DocumentRows): Promise<void> {
  for (const table of TABLES_IN_ORDER) await saveTable(tx, table, before?.[table] ?? [], after[table])
  for (const table of TABLES_IN_ORDER.toReversed()) await removeRows(tx, table, before?.[table] ?? [], after[table])
}

async function saveTable(tx: Tx, table: DocumentTable, before: readonly object[], after: readonly object[]): Promise<void> {
  const key = DOCUMENT_TABLES[table]
  const known = new Map(before.map((row) => [keyText(row, key), JSON.stringify(row)]))
  const changed = after.filter((row) => known.get(keyText(row, key)) !== JSON.stringify(row))
  assertApart(table, after, key)
  await upsertRows(tx, table, key as never, changed as never)
}

async function removeRows(tx: Tx, table: DocumentTable, before: readonly object[], after: readonly object[]): Promise<void> {
  const key = DOCUMENT_TABLES[table]
  const kept = new Set(after.map((row) => keyText(row, key)))
  await deleteRows(tx, table, key as never, before.filter((row) => !kept.has(keyText(row, key))) as never)
}

/** Two things of one key would write over each other: a document that holds such is a broken promise of its maker. */
function assertApart(table: DocumentTable, rows: readonly object[], key: readonly string[]): void {
  const keys = new Set(rows.map((row) => keyText(row, key)))
  if (keys.size < rows.length) throw new Fault('broken', `two rows of ${table} have the same key`)
}

function keyText(row: object, key: readonly string[]): string {
  return JSON.stringify(key.map((name) => (row as Record<string, unknown>)[name]))
}
