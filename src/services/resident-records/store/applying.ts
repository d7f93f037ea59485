import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Plan, SubjectKind } from '../model.ts'
import { isSameSpan, timelineOf, type Patched, type Span } from '../rules/fold.ts'
import { registerNumberOf } from '../rules/register-numbers.ts'
import { HOUSEHOLD_FIELDS, householdColumns, householdIn, patchIn, PERSON_FIELDS, personColumns, register, registerRows, registrationIn } from './rows.ts'

export interface ApplicableEntry {
  readonly id: string
  readonly plan: Plan
  /** The entry that it takes back. */
  readonly refersTo: string | null
}

export type Applied =
  | { readonly kind: 'applied'; readonly recordedAt: Temporal.Instant }
  /** Others were entered since the plan was drawn up, for these people and households. */
  | { readonly kind: 'conflict'; readonly subjects: readonly MovedOn[] }

export interface MovedOn {
  readonly subjectId: string
  readonly seenEdition: number
  readonly edition: number
}

/**
 * Lets an entry into the register: all of it, or nothing where a person or household has moved on since the plan was drawn
 * up. The people and households are held until the transaction ends, so of two entries at once the second sees the first.
 */
export async function applyToRegister(tx: Tx, entry: ApplicableEntry): Promise<Applied> {
  const subjects = subjectsOf(entry.plan)
  const moved = await movedOnSince(tx, entry.plan)
  if (moved.length > 0) return { kind: 'conflict', subjects: moved }
  const recordedAt = await nextMoment(tx, subjects)
  await beginSubjects(tx, entry.plan, subjects)
  await writeChanges(tx, entry)
  await markApplied(tx, entry, recordedAt)
  await renewVersions(tx, 'person', subjects.person, { entryId: entry.id, recordedAt })
  await renewVersions(tx, 'household', subjects.household, { entryId: entry.id, recordedAt })
  return { kind: 'applied', recordedAt }
}

/** Which people and households are no longer what a plan was drawn up on. They are held until the transaction ends. */
export async function movedOnSince(tx: Tx, plan: Plan): Promise<MovedOn[]> {
  const { person, household } = subjectsOf(plan)
  return [...await holdSubjects(tx, 'person', person, plan), ...await holdSubjects(tx, 'household', household, plan)]
}

type Subjects = Readonly<Record<SubjectKind, readonly string[]>>

function subjectsOf({ changes }: Plan): Subjects {
  const idsOf = (kind: SubjectKind) => [...new Set(changes.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId))].toSorted()
  return { person: idsOf('person'), household: idsOf('household') }
}

const SUBJECT_TABLES = { person: 'resident_records.person', household: 'resident_records.household' } as const

/** Always in the order of the ids, people before households: so two entries never wait for each other in a circle. */
async function holdSubjects(tx: Tx, kind: SubjectKind, ids: readonly string[], plan: Plan): Promise<MovedOn[]> {
  const rows = await tx.list(statement(sql<{ id: string; edition: number }>`
    select id, edition from ${sql.table(SUBJECT_TABLES[kind])} where id = any(${[...ids]}::uuid[]) order by id for update`))
  const editions = new Map(rows.map(({ id, edition }) => [id, edition]))
  return ids
    .map((subjectId) => ({ subjectId, seenEdition: plan.editions[subjectId] ?? 0, edition: editions.get(subjectId) ?? 0 }))
    .filter(({ seenEdition, edition }) => seenEdition !== edition)
}

/** Later than whatever the register said of these subjects before, even if two entries come within one tick of the clock. */
async function nextMoment(tx: Tx, { person, household }: Subjects): Promise<Temporal.Instant> {
  const { last } = await tx.get(statement(sql<{ last: Temporal.Instant | null }>`select greatest(
    (select max(recorded_at) from resident_records.person_version where person_id = any(${[...person]}::uuid[])),
    (select max(superseded_at) from resident_records.person_version where person_id = any(${[...person]}::uuid[])),
    (select max(recorded_at) from resident_records.household_version where household_id = any(${[...household]}::uuid[])),
    (select max(superseded_at) from resident_records.household_version where household_id = any(${[...household]}::uuid[]))) as last`))
  if (last === null || Temporal.Instant.compare(last, tx.now) < 0) return tx.now
  return last.add({ microseconds: 1 })
}

/** New people and households get their numbers; the others the edition that this entry makes. */
async function beginSubjects(tx: Tx, plan: Plan, { person, household }: Subjects): Promise<void> {
  const isNew = (id: string) => (plan.editions[id] ?? 0) === 0
  for (const id of person.filter(isNew)) {
    await tx.run(register.insertInto('resident_records.person').values({ id, addressee_number: await nextNumber(tx, 'addressee_serial'), edition: 0 }))
  }
  for (const id of household.filter(isNew)) {
    await tx.run(register.insertInto('resident_records.household').values({ id, number: await nextNumber(tx, 'household_serial'), edition: 0 }))
  }
  await tx.run(statement(sql`update resident_records.person set edition = edition + 1 where id = any(${[...person]}::uuid[])`))
  await tx.run(statement(sql`update resident_records.household set edition = edition + 1 where id = any(${[...household]}::uuid[])`))
}

async function nextNumber(tx: Tx, sequence: 'addressee_serial' | 'household_serial'): Promise<string> {
  const { serial } = await tx.get(statement(sql<{ serial: number }>`select nextval(${`resident_records.${sequence}`}::regclass) as serial`))
  return registerNumberOf(serial)
}

async function writeChanges(tx: Tx, { id, plan }: ApplicableEntry): Promise<void> {
  const rows = plan.changes.map(({ subjectKind, subjectId, validFrom, patch }) => ({
    entry_id: id, subject_kind: subjectKind, subject_id: subjectId, edition: (plan.editions[subjectId] ?? 0) + 1, valid_from: validFrom, patch,
  }))
  await registerRows.insertRows(tx, 'resident_records.entry_change', rows)
}

async function markApplied(tx: Tx, { id, refersTo }: ApplicableEntry, recordedAt: Temporal.Instant): Promise<void> {
  await tx.run(register.updateTable('resident_records.entry').set({ status: 'applied', applied_at: recordedAt }).where('id', '=', id))
  if (refersTo === null) return
  await tx.run(register.updateTable('resident_records.entry').set({ status: 'cancelled', cancelled_at: recordedAt, cancelled_by: id }).where('id', '=', refersTo))
}

interface Writing {
  readonly entryId: string
  readonly recordedAt: Temporal.Instant
}

/** Folds the subjects anew; what the register no longer says is superseded, what it now says is added, the rest stays. */
async function renewVersions(tx: Tx, kind: SubjectKind, ids: readonly string[], writing: Writing): Promise<void> {
  const [changes, said] = [await changesOf(tx, ids), await spansOf(tx, kind, ids)]
  const fields = (kind === 'person' ? PERSON_FIELDS : HOUSEHOLD_FIELDS) as readonly never[]
  const superseded: string[] = []
  const added: (Span<object> & { subjectId: string })[] = []
  for (const id of ids) {
    const before = said.get(id) ?? []
    const after: Span<object>[] = timelineOf(changes.get(id) ?? [], fields)
    superseded.push(...before.filter((span) => !after.some((other) => isSameSpan(span, other, fields))).map((span) => span.versionId))
    added.push(...after.filter((span) => !before.some((other) => isSameSpan(span, other, fields))).map((span) => ({ ...span, subjectId: id })))
  }
  await tx.run(statement(sql`update ${sql.table(VERSION_TABLES[kind])} set superseded_at = ${writing.recordedAt}, superseded_by = ${writing.entryId} where id = any(${superseded}::uuid[])`))
  await writeSpans(tx, kind, added, writing.recordedAt)
}

const VERSION_TABLES = { person: 'resident_records.person_version', household: 'resident_records.household_version' } as const

async function changesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Patched<object>[]>> {
  const rows = await tx.list(register
    .selectFrom('resident_records.entry_change as change')
    .innerJoin('resident_records.entry as entry', 'entry.id', 'change.entry_id')
    .select(['change.entry_id', 'change.subject_id', 'change.edition', 'change.valid_from', 'change.patch'])
    .where('change.subject_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('entry.cancelled_at', 'is', null))
  const changes = Map.groupBy(rows, (row) => row.subject_id)
  return new Map([...changes].map(([id, own]) => [id, own.map((row) => ({ entryId: row.entry_id, edition: row.edition, validFrom: row.valid_from, patch: patchIn(row.patch) }))]))
}

async function spansOf(tx: Tx, kind: SubjectKind, ids: readonly string[]): Promise<Map<string, (Span<object> & { versionId: string })[]>> {
  const column = `${kind}_id`
  const rows = await tx.list(statement(sql<Record<string, unknown>>`
    select * from ${sql.table(VERSION_TABLES[kind])} where ${sql.ref(column)} = any(${[...ids]}::uuid[]) and superseded_at is null`))
  const spans = Map.groupBy(rows, (row) => row[column] as string)
  const stateIn = kind === 'person' ? registrationIn : householdIn
  return new Map([...spans].map(([id, own]) => [id, own.map((row) => ({
    versionId: row.id as string, entryId: row.entry_id as string, validFrom: row.valid_from as Temporal.PlainDate, validTo: row.valid_to as Temporal.PlainDate | null, state: stateIn(row),
  }))]))
}

async function writeSpans(tx: Tx, kind: SubjectKind, spans: readonly (Span<object> & { subjectId: string })[], recordedAt: Temporal.Instant): Promise<void> {
  const columnsOf = (kind === 'person' ? personColumns : householdColumns) as (state: object) => Record<string, unknown>
  const rows = spans.map(({ subjectId, entryId, validFrom, validTo, state }) => ({
    ...columnsOf(state), id: randomUUID(), [`${kind}_id`]: subjectId, entry_id: entryId, valid_from: validFrom, valid_to: validTo, recorded_at: recordedAt,
  }))
  await registerRows.insertRows(tx, VERSION_TABLES[kind], rows as never)
}
