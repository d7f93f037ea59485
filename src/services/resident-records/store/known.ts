import { sql } from 'kysely'
import { rowsOf, type City } from '#kernel/city/city.ts'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { parseDate } from '#kernel/values/era.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { EntryKind } from '../model.ts'
import { MOST_ARRIVALS } from '../rules/arrivals.ts'
import type { Known, KnownEntry, KnownHousehold, KnownPerson } from '../rules/known.ts'
import { findEntry, listAppliedChanges, listEntriesAfter, type TypedEntry } from './entries.ts'
import { findHousehold, listHouseholds, type HouseholdRecord } from './households.ts'
import { listPeople, type PersonRecord } from './people.ts'
import { register } from './rows.ts'

export interface DraftTerms {
  readonly draftId: string
  readonly kind: EntryKind
  readonly typed: TypedEntry
  /** The entry to be taken back. */
  readonly refersTo: string | null
}

/** Reads all that the rules may look at for one form, as the actor may see it. */
export async function knownFor(tx: Tx, city: City, { draftId, typed, refersTo }: DraftTerms): Promise<Known> {
  const person = isUuid(typed.person ?? '') ? (await listPeople(tx, { ids: [typed.person ?? ''] }))[0] : undefined
  const householdId = isUuid(typed.household ?? '') ? (typed.household ?? '') : (person?.registration.householdId ?? '')
  const household = isUuid(householdId) ? await findHousehold(tx, householdId) : undefined
  const joined = await householdNumbered(tx, typed.joins ?? '')
  const residents = await listPeople(tx, { householdIds: [household, joined].flatMap((each) => (each === undefined ? [] : [each.id])) })
  const returning = await peopleNumbered(tx, typed)
  const people = [...residents, ...returning, ...(person === undefined ? [] : [person])].map(knownPerson)
  return {
    today: tx.today, draftId, cityAddress: `${city.prefecture.name}${city.name}`, towns: townsOf(city),
    household: household === undefined ? null : knownHousehold(household), joined: joined === undefined ? null : knownHousehold(joined),
    people: new Map(people.map((each) => [each.id, each])), hasUnseenMembers: household !== undefined && await hasUnseenMembers(tx, household.id, residents),
    bornSameDay: await peopleBornWith(tx, typed), target: refersTo === null ? null : await knownTarget(tx, refersTo),
  }
}

const towns = new Map<string, ReadonlyMap<string, string>>()

/** Postal codes of the city's towns; the city's folder is read once. */
export function townsOf(city: City): ReadonlyMap<string, string> {
  const known = towns.get(city.folder)
  if (known !== undefined) return known
  const read = new Map(rowsOf(city, 'towns.csv').map(({ name = '', postalCode = '' }) => [name, postalCode]))
  towns.set(city.folder, read)
  return read
}

/** A household by its number, as a clerk types it. */
export async function householdNumbered(tx: Tx, number: string): Promise<HouseholdRecord | undefined> {
  if (!/^\d{10}$/.test(number)) return undefined
  const row = await tx.find(register.selectFrom('resident_records.household').select('id').where('number', '=', number))
  return row === undefined ? undefined : (await listHouseholds(tx, { ids: [row.id] }))[0]
}

async function peopleNumbered(tx: Tx, typed: TypedEntry): Promise<PersonRecord[]> {
  const numbers = arrivals(typed, 'number').filter((number) => /^\d{10}$/.test(number))
  const found: PersonRecord[] = []
  for (const addresseeNumber of numbers) found.push(...await listPeople(tx, { addresseeNumber, limit: 1 }))
  return found
}

/** Days of birth that were typed, and everybody the actor may know of who was born on one of them. */
async function peopleBornWith(tx: Tx, typed: TypedEntry): Promise<KnownPerson[]> {
  const texts = [...arrivals(typed, 'birthDate'), ...(typed['arrival0.name'] === undefined ? [] : [typed.occurredOn ?? ''])]
  const days = new Map(texts.flatMap((text) => { const read = parseDate(text); return read.ok ? [[read.value.toString(), read.value] as const] : [] }))
  const found: PersonRecord[] = []
  for (const birthDate of days.values()) found.push(...await listPeople(tx, { birthDate }))
  return found.map(knownPerson)
}

function arrivals(typed: TypedEntry, field: string): string[] {
  return Array.from({ length: MOST_ARRIVALS }, (_, index) => typed[`arrival${index}.${field}`] ?? '').filter((text) => text !== '')
}

/** Counted past all protection, but told to the rules alone and never to a page. */
async function hasUnseenMembers(tx: Tx, householdId: string, seen: readonly PersonRecord[]): Promise<boolean> {
  const { count } = await tx.get(statement(sql<{ count: number }>`select count(distinct person_id) as count from resident_records.person_version
    where household_id = ${householdId} and standing = 'resident' and superseded_at is null and valid_from <= ${tx.today} and (valid_to is null or valid_to > ${tx.today})`))
  return count > seen.filter(({ registration }) => registration.householdId === householdId && registration.standing === 'resident').length
}

async function knownTarget(tx: Tx, id: string): Promise<KnownEntry | null> {
  const entry = await findEntry(tx, id)
  if (entry === undefined) return null
  const changes = await listAppliedChanges(tx, id)
  const made = Object.fromEntries(changes.map(({ subjectId, edition }) => [subjectId, edition]))
  const later = changes.length === 0 ? [] : await listEntriesAfter(tx, made)
  return { id, number: entry.number, kind: entry.kind, status: entry.status, occurredOn: entry.occurredOn, title: entry.title, changes, editions: await editionsNow(tx, Object.keys(made)), later }
}

export async function editionsNow(tx: Tx, ids: readonly string[]): Promise<Record<string, number>> {
  const rows = await tx.list(statement(sql<{ id: string; edition: number }>`
    select id, edition from resident_records.person where id = any(${[...ids]}::uuid[]) union all select id, edition from resident_records.household where id = any(${[...ids]}::uuid[])`))
  return Object.fromEntries(rows.map(({ id, edition }) => [id, edition]))
}

function knownPerson({ id, addresseeNumber, edition, version, registration }: PersonRecord): KnownPerson {
  return { id, addresseeNumber, edition, since: version.validFrom, registration }
}

function knownHousehold({ id, number, edition, registration }: HouseholdRecord): KnownHousehold {
  return { id, number, edition, registration }
}
