import { sql } from 'kysely'
import { HeldValues } from '#kernel/database/held-values.ts'
import { prepared } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FiscalYearNumber } from '../model.ts'
import type { FieldChange } from './document-changes.ts'
import { insertRows, plan, statement } from './rows.ts'

/** Why something changed: a table was imported, somebody edited a sheet, an edited workbook came back, and so on. */
export const CHANGE_CAUSES = ['import', 'edit', 'report-file', 'taken-back', 'seed', 'new-year', 'correction', 'new-plan'] as const
export type ChangeCause = (typeof CHANGE_CAUSES)[number]

export interface KeptChange extends FieldChange {
  readonly id: number
  readonly year: number | null
  readonly revision: number
  readonly cause: ChangeCause
  readonly reference: string
  /** Name of who did it, for staff; residents are told the unit. */
  readonly byName: string
  readonly unitCode: string | null
  readonly at: Temporal.Instant
}

interface Recording {
  readonly planKey: string
  readonly year: FiscalYearNumber
  readonly cause: ChangeCause
  readonly reference?: string
  readonly changes: readonly FieldChange[]
}

/** Appends to the history and counts the revisions on. */
export async function recordChanges(tx: Tx, { planKey, year, cause, reference = '', changes }: Recording): Promise<void> {
  const revisions = await raiseRevisions(tx, planKey, year, changes)
  const { person } = tx.actor
  const rows = changes.map(({ projectKey, field, before, after }) => ({
    plan_key: planKey,
    project_key: projectKey,
    year,
    field,
    before,
    after,
    revision: revisions.get(projectKey) ?? 1,
    cause,
    reference,
    by: tx.actor.id,
    by_name: person?.name ?? '',
    unit_code: person?.unitCode ?? null,
    at: tx.now,
  }))
  await insertRows(tx, 'plan.change', rows)
}

/** Raises the revisions of what changed; returns the new one of each project, and of the cover under null. */
async function raiseRevisions(
  tx: Tx,
  planKey: string,
  year: number,
  changes: readonly FieldChange[],
): Promise<ReadonlyMap<string | null, number>> {
  const keys = [...new Set(changes.flatMap(({ projectKey }) => projectKey ?? []))]
  const revisions = new Map<string | null, number>()
  if (keys.length > 0) {
    const raised = await tx.list(
      statement(sql<{ key: string; revision: number }>`update plan.project set revision = revision + 1
        where plan_key = ${planKey} and key in (select jsonb_array_elements_text(${keys}::jsonb)) returning key, revision`),
    )
    for (const { key, revision } of raised) revisions.set(key, revision)
  }
  if (changes.some(({ projectKey }) => projectKey === null)) {
    const raised = await tx.find(
      statement(sql<{ revision: number }>`update plan.report set revision = revision + 1
        where plan_key = ${planKey} and year = ${year} returning revision`),
    )
    revisions.set(null, raised?.revision ?? 1)
  }
  return revisions
}

export interface HistoryWish {
  /** Null for the cover. */
  readonly projectKey: string | null
  /** Only changes up to this number. */
  readonly until?: number
  readonly limit: number
}

/** What happened to a project or the cover, newest first. */
export function listChanges(tx: Tx, planKey: string, { projectKey, until, limit }: HistoryWish): Promise<KeptChange[]> {
  const given = { planKey, until: until ?? Number.MAX_SAFE_INTEGER, limit }
  return tx.list(projectKey === null ? coverChanges(given) : projectChanges({ ...given, projectKey }))
}

/** Histories of projects are a few kilobytes each. */
const heldHistories = new HeldValues<readonly KeptChange[]>(200)

/** The same for a reading that has just seen the plan's version: whatever is recorded renews it. */
export function listHeldChanges(tx: Tx, { key, version }: { readonly key: string; readonly version: string }, wish: HistoryWish): Promise<readonly KeptChange[]> {
  const name = [version, wish.projectKey ?? '', wish.until ?? '', wish.limit].join(' ')
  return heldHistories.get(name, () => listChanges(tx, key, wish))
}

interface HistoryPage {
  readonly planKey: string
  readonly until: number
  readonly limit: number
}

const coverChanges = prepared((page: HistoryPage) => newestFirst(page).where('project_key', 'is', null))

const projectChanges = prepared((page: HistoryPage & { projectKey: string }) => newestFirst(page).where('project_key', '=', page.projectKey))

function newestFirst({ planKey, until, limit }: HistoryPage) {
  return changesOf(planKey).where('id', '<=', until).orderBy('id', 'desc').limit(limit)
}

export function findChange(tx: Tx, planKey: string, id: number): Promise<KeptChange | undefined> {
  return tx.find(changesOf(planKey).where('id', '=', id))
}

/** What was corrected in a year's report after a change, newest first. */
export function listCorrectionsAfter(tx: Tx, planKey: string, wish: { year: number; since: number; limit: number }): Promise<KeptChange[]> {
  return tx.list(
    changesOf(planKey)
      .where('year', '=', wish.year)
      .where('id', '>', wish.since)
      .where('cause', '=', 'correction')
      .orderBy('id', 'desc')
      .limit(wish.limit),
  )
}

export interface Opened {
  /** Null for the cover. */
  readonly projectKey: string | null
  readonly year: FiscalYearNumber
  readonly revision: number
}

/**
 * What happened to a sheet or the cover of a year after the revision that an editor had before them, oldest first.
 * What was written of the project for another year is another sheet.
 */
export function listChangesSince(tx: Tx, planKey: string, { projectKey, year, revision }: Opened): Promise<KeptChange[]> {
  return tx.list(
    changesOf(planKey)
      .where('project_key', projectKey === null ? 'is' : '=', projectKey)
      .where('revision', '>', revision)
      .where((change) =>
        projectKey === null ? change('year', '=', year) : change.or([change('year', '=', year), change('field', 'not like', 'sheet/%')]),
      )
      .orderBy('id'),
  )
}

function changesOf(planKey: string) {
  return plan
    .selectFrom('plan.change')
    .select(['id', 'project_key as projectKey', 'year', 'field', 'before', 'after', 'revision', 'reference'])
    .select(['by_name as byName', 'unit_code as unitCode', 'at'])
    .select((change) => change.ref('cause').$castTo<ChangeCause>().as('cause'))
    .where('plan_key', '=', planKey)
}

/** What happened to one project in one go. */
export interface ChangeGroup {
  readonly projectKey: string | null
  readonly cause: ChangeCause
  readonly unitCode: string | null
  readonly at: Temporal.Instant
  readonly fields: readonly string[]
  /** Name of the project where the change was its beginning. */
  readonly begun: string | null
}

/** Changes as residents read them, newest first: one line for each project and each time. */
export function listChangeGroups(
  tx: Tx,
  planKey: string,
  wish: { until: number | null; limit: number; offset: number },
): Promise<ChangeGroup[]> {
  return tx.list(
    statement(sql<ChangeGroup>`select project_key as "projectKey", cause, unit_code as "unitCode", at,
        array_agg(field order by id) as fields, max(after) filter (where field = 'whole') as begun
      from plan.change
      where plan_key = ${planKey} and (${wish.until}::bigint is null or id <= ${wish.until}::bigint)
      group by at, project_key, cause, reference, unit_code
      order by at desc, min(id) limit ${wish.limit} offset ${wish.offset}`),
  )
}
