import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Change, EntryKind, EntrySource, EntryStatus, Plan } from '../model.ts'
import type { ResidentRecordsTables } from '../tables.ts'
import { areVisibleTo } from './protection-filter.ts'
import { patchIn, planIn, register } from './rows.ts'

/** 異動: a notice of a resident or an act of the office, on its way into the register or in it. */
export interface Entry {
  readonly id: string
  readonly number: number
  readonly kind: EntryKind
  readonly status: EntryStatus
  readonly occurredOn: Temporal.PlainDate
  readonly notifiedOn: Temporal.PlainDate
  readonly source: EntrySource
  readonly title: string
  readonly typed: TypedEntry
  readonly plan: Plan
  readonly people: readonly string[]
  readonly households: readonly string[]
  readonly refersTo: string | null
  readonly draftedBy: string
  readonly draftedAt: Temporal.Instant
  readonly submittedBy: string | null
  readonly submittedAt: Temporal.Instant | null
  readonly reviewedBy: string | null
  readonly reviewedAt: Temporal.Instant | null
  readonly sentBackReason: string
  readonly applyOn: Temporal.PlainDate | null
  readonly appliedAt: Temporal.Instant | null
  readonly cancelledAt: Temporal.Instant | null
  readonly cancelledBy: string | null
  readonly edition: number
  /** Everybody who drafted, changed or submitted it: none of them may approve it. */
  readonly authors: readonly string[]
}

/** The form of an entry as it was filled in, field by field. */
export type TypedEntry = Readonly<Record<string, string>>

export const ENTRY_STEPS = ['drafted', 'changed', 'submitted', 'sent-back', 'approved', 'applied', 'cancelled', 'withdrawn'] as const
export type EntryStep = (typeof ENTRY_STEPS)[number]

export interface TakenStep {
  readonly step: EntryStep
  readonly at: Temporal.Instant
  readonly by: string
  readonly reason: string
}

/** What a drafter writes; the rest of an entry comes from the steps it takes. */
export type EntryContent = Pick<Entry, 'occurredOn' | 'notifiedOn' | 'title' | 'typed' | 'plan' | 'applyOn'>

/** By the actor; only the demo's seed names somebody else. */
export async function insertEntry(tx: Tx, given: EntryContent & Pick<Entry, 'id' | 'kind' | 'source' | 'refersTo'>, by = tx.actor.id): Promise<void> {
  const { serial } = await tx.get(statement(sql<{ serial: number }>`select nextval('resident_records.entry_serial') as serial`))
  await tx.run(register.insertInto('resident_records.entry').values({
    id: given.id, number: serial, kind: given.kind, status: 'draft', source: given.source, refers_to: given.refersTo,
    drafted_by: by, drafted_at: tx.now, ...contentColumns(given),
  }))
  await writeStep(tx, given.id, 'drafted', { by })
}

/** False where another has changed the draft since this edition of it was shown. */
export async function saveDraft(tx: Tx, id: string, seenEdition: number, content: EntryContent): Promise<boolean> {
  return moveEntry(tx, { id, edition: seenEdition, from: 'draft' }, { ...contentColumns(content) }, 'changed')
}

/** False where the entry is no longer what the caller saw: another step came first. */
export async function submitEntry(tx: Tx, { id, edition }: Entry, by = tx.actor.id): Promise<boolean> {
  return moveEntry(tx, { id, edition, from: 'draft' }, { status: 'review', submitted_by: by, submitted_at: tx.now, sent_back_reason: '' }, 'submitted', { by })
}

export async function sendBackEntry(tx: Tx, { id, edition, status }: Entry, reason: string): Promise<boolean> {
  return moveEntry(tx, { id, edition, from: status }, { status: 'draft', sent_back_reason: reason, reviewed_by: null, reviewed_at: null }, 'sent-back', { reason })
}

export async function approveEntry(tx: Tx, { id, edition }: Entry, by = tx.actor.id): Promise<boolean> {
  return moveEntry(tx, { id, edition, from: 'review' }, { status: 'approved', reviewed_by: by, reviewed_at: tx.now }, 'approved', { by })
}

export async function withdrawEntry(tx: Tx, { id, edition }: Entry, reason: string): Promise<boolean> {
  return moveEntry(tx, { id, edition, from: 'draft' }, { status: 'withdrawn' }, 'withdrawn', { reason })
}

/** An approved plan drawn up anew on today's editions, where it says the same as the one that was approved. */
export async function renewPlan(tx: Tx, id: string, plan: Plan): Promise<void> {
  await tx.run(register.updateTable('resident_records.entry').set({ plan: sql`${plan}::jsonb` }).where('id', '=', id).where('status', '=', 'approved'))
}

export async function writeStep(tx: Tx, entryId: string, step: EntryStep, { reason = '', by = tx.actor.id }: StepTerms = {}): Promise<void> {
  await tx.run(register.insertInto('resident_records.entry_step').values({ entry_id: entryId, step, at: tx.now, by, reason }))
}

interface StepTerms {
  readonly reason?: string
  readonly by?: string
}

interface Seen {
  readonly id: string
  readonly edition: number
  readonly from: EntryStatus
}

async function moveEntry(tx: Tx, { id, edition, from }: Seen, columns: Record<string, unknown>, step: EntryStep, terms: StepTerms = {}): Promise<boolean> {
  const moved = await tx.run(register.updateTable('resident_records.entry').set({ ...columns, edition: edition + 1 }).where('id', '=', id).where('edition', '=', edition).where('status', '=', from))
  if (moved === 1) await writeStep(tx, id, step, terms)
  return moved === 1
}

function contentColumns({ occurredOn, notifiedOn, title, typed, plan, applyOn }: EntryContent) {
  const idsOf = (kind: Change['subjectKind']) => [...new Set(plan.changes.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId))]
  return {
    occurred_on: occurredOn, notified_on: notifiedOn, title, typed: sql`${typed}::jsonb`, plan: sql`${plan}::jsonb`, apply_on: applyOn, people: idsOf('person'), households: idsOf('household'),
  }
}

export async function findEntry(tx: Tx, id: string): Promise<Entry | undefined> {
  return (await listEntries(tx, { ids: [id] }))[0]
}

export interface EntriesWish {
  readonly ids?: readonly string[]
  readonly statuses?: readonly EntryStatus[]
  readonly personIds?: readonly string[]
  readonly householdIds?: readonly string[]
  /** Approved ones whose day has come. */
  readonly dueOn?: Temporal.PlainDate
  /** Entered from this instant on … */
  readonly appliedFrom?: Temporal.Instant
  /** … and before this one. */
  readonly appliedBefore?: Temporal.Instant
  readonly limit?: number
}

/** No list of entries is longer. */
export const MOST_ENTRIES = 500

/** The newest first. What touches a person who is hidden from the actor is left out, as the person is. */
export async function listEntries(tx: Tx, wish: EntriesWish): Promise<Entry[]> {
  const { ids, statuses, personIds, householdIds, dueOn, appliedFrom, appliedBefore, limit = MOST_ENTRIES } = wish
  let query = register.selectFrom('resident_records.entry').selectAll().select(AUTHORS).where(touchesNobodyHidden(tx))
  if (ids !== undefined) query = query.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
  if (statuses !== undefined) query = query.where('status', '=', sql<string>`any(${[...statuses]}::text[])`)
  if (personIds !== undefined) query = query.where(sql<boolean>`people && ${[...personIds]}::uuid[]`)
  if (householdIds !== undefined) query = query.where(sql<boolean>`households && ${[...householdIds]}::uuid[]`)
  if (dueOn !== undefined) query = query.where('status', '=', 'approved').where('apply_on', '<=', dueOn)
  if (appliedFrom !== undefined) query = query.where('applied_at', '>=', appliedFrom)
  if (appliedBefore !== undefined) query = query.where('applied_at', '<', appliedBefore)
  return (await tx.list(query.orderBy('number', 'desc').limit(limit))).map(entryIn)
}

const AUTHORS = sql<string[]>`array(select distinct step.by from resident_records.entry_step step where step.entry_id = resident_records.entry.id and step.step in ('drafted', 'changed', 'submitted'))`.as('authors')

function touchesNobodyHidden(tx: Tx) {
  return areVisibleTo(tx, 'resident_records.entry.people')
}

export async function listSteps(tx: Tx, entryId: string): Promise<TakenStep[]> {
  const rows = await tx.list(register.selectFrom('resident_records.entry_step').select(['step', 'at', 'by', 'reason']).where('entry_id', '=', entryId).orderBy('at'))
  return rows.map((row) => ({ ...row, step: row.step as EntryStep }))
}

/** What an entry changed when it was applied. */
export async function listAppliedChanges(tx: Tx, entryId: string): Promise<(Change & { readonly edition: number })[]> {
  const rows = await tx.list(register.selectFrom('resident_records.entry_change').selectAll().where('entry_id', '=', entryId).orderBy('subject_kind', 'desc').orderBy('subject_id').orderBy('valid_from'))
  return rows.map((row) => ({ subjectKind: row.subject_kind, subjectId: row.subject_id, edition: row.edition, validFrom: row.valid_from, patch: patchIn(row.patch) }) as Change & { edition: number })
}

/** Applied entries that made a later edition of one of the subjects than the one given; those that are cancelled apart. */
export async function listEntriesAfter(tx: Tx, editions: Readonly<Record<string, number>>): Promise<Entry[]> {
  const pairs = Object.entries(editions)
  const rows = await tx.list(statement(sql<{ id: string }>`
    select distinct c.entry_id as id from resident_records.entry_change c
      join unnest(${pairs.map(([id]) => id)}::uuid[], ${pairs.map(([, edition]) => edition)}::int[]) as seen (subject_id, edition)
        on c.subject_id = seen.subject_id and c.edition > seen.edition
      join resident_records.entry e on e.id = c.entry_id and e.status = 'applied'
      where c.patch <> '{}'`))
  return listEntries(tx, { ids: rows.map(({ id }) => id) })
}

function entryIn(row: ResidentRecordsTables['resident_records.entry'] | object): Entry {
  const given = row as Record<string, unknown>
  const own = Object.fromEntries(Object.entries(given).map(([column, value]) => [column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]))
  return { ...own, plan: planIn(given.plan) } as unknown as Entry
}
