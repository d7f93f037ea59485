import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Change, EntryKind, SubjectKind } from '../model.ts'
import { historyOf, type Entered, type Version } from '../rules/history.ts'
import { registerNumberOf } from '../rules/register-numbers.ts'
import { HOUSEHOLD_FIELDS, householdColumns, PERSON_FIELDS, personColumns, registerRows } from './rows.ts'

/** An entry of the past that is taken over as it was: by a former system, or by the invented population of a demo city. */
export interface SettledEntry {
  readonly id: string
  readonly kind: EntryKind
  readonly occurredOn: Temporal.PlainDate
  readonly notifiedOn: Temporal.PlainDate
  readonly appliedAt: Temporal.Instant
  readonly title: string
  readonly changes: readonly Change[]
}

/** Serial numbers that people and households bring along, nine digits, above those that the register gives itself. */
export interface SettledSerials {
  readonly person: (id: string) => number
  readonly household: (id: string) => number
}

/** Rows that travel to the database at a time: while it writes them, the next are made. */
const ROWS_AT_ONCE = 500

/**
 * Takes over many entries at once, in the order in which they were applied; together they must hold whole lives: the people
 * and households in them must not be in the register yet. Two entries of one subject need instants that differ.
 */
export async function settleRegister(tx: Tx, entries: readonly SettledEntry[], serials?: SettledSerials): Promise<void> {
  const numbered = withEditions(entries)
  const subjects = Map.groupBy(numbered, ({ change }) => change.subjectId)
  const idsOf = (kind: SubjectKind) => [...subjects].filter(([, [first]]) => first?.change.subjectKind === kind).map(([id]) => id)
  const [people, households] = [idsOf('person'), idsOf('household')]
  const editionOf = (id: string) => (subjects.get(id) ?? []).at(-1)?.edition ?? 0
  const personNumbers = await numbersOf(tx, 'addressee_serial', people, serials?.person)
  const householdNumbers = await numbersOf(tx, 'household_serial', households, serials?.household)
  await inPieces(people.map((id, index) => ({ id, addressee_number: personNumbers[index], edition: editionOf(id) })), (rows) => registerRows.insertRows(tx, 'resident_records.person', rows as never))
  await inPieces(households.map((id, index) => ({ id, number: householdNumbers[index], edition: editionOf(id) })), (rows) => registerRows.insertRows(tx, 'resident_records.household', rows as never))
  await writeEntries(tx, entries)
  await inPieces(lazily(numbered, (change) => [changeRow(change)]), (rows) => registerRows.insertRows(tx, 'resident_records.entry_change', rows as never))
  await inPieces(lazily(people, (id) => personRows(id, subjects.get(id) ?? [])), (rows) => registerRows.insertRows(tx, 'resident_records.person_version', rows as never))
  await inPieces(lazily(households, (id) => householdRows(id, subjects.get(id) ?? [])), (rows) => registerRows.insertRows(tx, 'resident_records.household_version', rows as never))
}

interface NumberedChange {
  readonly entry: SettledEntry
  readonly change: Change
  readonly edition: number
}

/** Each subject counts the entries that touch it. */
function withEditions(entries: readonly SettledEntry[]): NumberedChange[] {
  const editions = new Map<string, number>()
  return entries.flatMap((entry) => {
    for (const id of new Set(entry.changes.map(({ subjectId }) => subjectId))) editions.set(id, (editions.get(id) ?? 0) + 1)
    return entry.changes.map((change) => ({ entry, change, edition: editions.get(change.subjectId) as number }))
  })
}

async function numbersOf(tx: Tx, sequence: 'addressee_serial' | 'household_serial', ids: readonly string[], serialOf?: (id: string) => number): Promise<string[]> {
  if (serialOf !== undefined) return ids.map((id) => registerNumberOf(serialOf(id)))
  const count = ids.length
  const rows = await tx.list(statement(sql<{ serial: number }>`select nextval(${`resident_records.${sequence}`}::regclass) as serial from generate_series(1, ${count}::int)`))
  return rows.map(({ serial }) => registerNumberOf(serial))
}

async function writeEntries(tx: Tx, entries: readonly SettledEntry[]): Promise<void> {
  const serials = await tx.list(statement(sql<{ serial: number }>`select nextval('resident_records.entry_serial') as serial from generate_series(1, ${entries.length}::int)`))
  const rows = entries.map((entry, index) => ({
    id: entry.id, number: serials[index]?.serial, kind: entry.kind, status: 'applied', occurred_on: entry.occurredOn, notified_on: entry.notifiedOn,
    source: 'settlement', title: entry.title, typed: {}, plan: { changes: [], editions: {} },
    people: idsIn(entry, 'person'), households: idsIn(entry, 'household'), drafted_by: 'system', drafted_at: entry.appliedAt, applied_at: entry.appliedAt,
    sent_back_reason: '', edition: 1,
  }))
  await inPieces(rows, (piece) => registerRows.insertRows(tx, 'resident_records.entry', piece as never))
  const steps = entries.map(({ id, appliedAt }) => ({ entry_id: id, step: 'applied', at: appliedAt, by: 'system', reason: '' }))
  await inPieces(steps, (piece) => registerRows.insertRows(tx, 'resident_records.entry_step', piece))
}

function idsIn({ changes }: SettledEntry, kind: SubjectKind): string[] {
  return [...new Set(changes.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId))]
}

function changeRow({ entry, change, edition }: NumberedChange) {
  return { entry_id: entry.id, subject_kind: change.subjectKind, subject_id: change.subjectId, edition, valid_from: inWords(change.validFrom), patch: withWords(change.patch) }
}

function personRows(id: string, changes: readonly NumberedChange[]) {
  return historyOf(changes.map(entered<'person'>), PERSON_FIELDS).map((version) => withWords({ ...personColumns(version.state), ...frameColumns(version), person_id: id }))
}

function householdRows(id: string, changes: readonly NumberedChange[]) {
  return historyOf(changes.map(entered<'household'>), HOUSEHOLD_FIELDS).map((version) => withWords({ ...householdColumns(version.state), ...frameColumns(version), household_id: id }))
}

type StateOf<Kind extends SubjectKind> = Required<Extract<Change, { subjectKind: Kind }>['patch']>

function entered<Kind extends SubjectKind>({ entry, change, edition }: NumberedChange): Entered<StateOf<Kind>> {
  return { entryId: entry.id, edition, validFrom: change.validFrom, patch: change.patch as Partial<StateOf<Kind>>, enteredAt: entry.appliedAt }
}

function frameColumns({ entryId, validFrom, validTo, recordedAt, supersededAt, supersededBy }: Version<object>) {
  return { id: randomUUID(), entry_id: entryId, valid_from: validFrom, valid_to: validTo, recorded_at: recordedAt, superseded_at: supersededAt, superseded_by: supersededBy }
}

/** Days and instants as JSON has them. The same few thousand stand in all rows, and putting one into words takes longer than finding it. */
function withWords<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, inWords(value)])) as Row
}

function inWords<Value>(value: Value): Value | string {
  if (!(value instanceof Temporal.PlainDate || value instanceof Temporal.Instant)) return value
  const known = words.get(value)
  if (known !== undefined) return known
  const written = value.toJSON()
  words.set(value, written)
  return written
}

const words = new WeakMap<object, string>()

/** Rows that are made when they are asked for. */
function* lazily<Item, Row>(items: readonly Item[], rowsOf: (item: Item) => readonly Row[]): Generator<Row> {
  for (const item of items) yield* rowsOf(item)
}

/** One piece is under way while the next is made; the connection keeps their order. */
async function inPieces<Row>(rows: Iterable<Row>, write: (rows: readonly Row[]) => Promise<void>): Promise<void> {
  let underWay = Promise.resolve()
  let piece: Row[] = []
  const send = async () => {
    await underWay
    underWay = write(piece)
    // A fault is told where it is awaited; until then nobody may take it for unheard.
    underWay.catch(() => {})
    piece = []
    // The socket is given time to take the piece before this process is busy with the next one.
    await setImmediate()
  }
  for (const row of rows) if (piece.push(row) === ROWS_AT_ONCE) await send()
  if (piece.length > 0) await send()
  await underWay
}
