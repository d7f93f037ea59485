import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Registration } from '../model.ts'
import type { ResidentRecordsTables } from '../tables.ts'
import { saidAt, type Moment } from './moments.ts'
import { isVisibleTo } from './protection-filter.ts'
import { register, registrationIn } from './rows.ts'

/** A person as one version of the register says. */
export interface PersonRecord {
  readonly id: string
  readonly addresseeNumber: string
  /** How many applied entries touched the person up to now, whatever version this is. */
  readonly edition: number
  readonly version: VersionFrame
  readonly registration: Registration
}

/** For which days a version holds, and when the register said so. */
export interface VersionFrame {
  readonly id: string
  readonly entryId: string
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
  readonly recordedAt: Temporal.Instant
  readonly supersededAt: Temporal.Instant | null
  readonly supersededBy: string | null
}

export interface PeopleWish extends Moment {
  readonly ids?: readonly string[]
  readonly householdIds?: readonly string[]
  readonly addresseeNumber?: string
  readonly birthDate?: Temporal.PlainDate
  readonly limit?: number
}

/** No list of people is longer, whoever asks. */
export const MOST_PEOPLE = 2_000

/**
 * The one way to read people. Whoever is protected from the actor (支援措置) is left out here and nowhere else, so that no
 * list, count or missing page can betray them. A household's members stand in the order of the register.
 */
export async function listPeople(tx: Tx, wish: PeopleWish): Promise<PersonRecord[]> {
  const { ids, householdIds, addresseeNumber, birthDate, limit = MOST_PEOPLE } = wish
  if (ids?.length === 0 || householdIds?.length === 0) return []
  let query = versions(tx).where(saidAt(wish, tx.today))
  if (ids !== undefined) query = query.where('version.person_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
  if (householdIds !== undefined) query = query.where('version.household_id', '=', sql<string>`any(${[...householdIds]}::uuid[])`)
  if (addresseeNumber !== undefined) query = query.where('person.addressee_number', '=', addresseeNumber)
  if (birthDate !== undefined) query = query.where('version.birth_date', '=', birthDate)
  const rows = await tx.list(query.orderBy('version.household_id').orderBy('version.position').orderBy('version.birth_date').orderBy('person.id').limit(limit))
  return rows.map(recordIn)
}

/** One person, or undefined where there is none, or none for this actor. */
export async function findPerson(tx: Tx, id: string, moment: Moment = {}): Promise<PersonRecord | undefined> {
  return (await listPeople(tx, { ...moment, ids: [id] }))[0]
}

/** Every version that ever was of a person, the latest said first, each with the days for which it held. */
export async function listVersions(tx: Tx, personId: string): Promise<PersonRecord[]> {
  const rows = await tx.list(versions(tx).where('version.person_id', '=', personId).orderBy('version.recorded_at', 'desc').orderBy('version.valid_from', 'desc'))
  return rows.map(recordIn)
}

function versions(tx: Tx) {
  return register
    .selectFrom('resident_records.person_version as version')
    .innerJoin('resident_records.person as person', 'person.id', 'version.person_id')
    .where(isVisibleTo(tx, 'version.person_id'))
    .selectAll('version')
    .select(['person.addressee_number', 'person.edition'])
}

type VersionRow = ResidentRecordsTables['resident_records.person_version'] & { addressee_number: string; edition: number }

/** A row of `person_version` with the person's number and edition, as a record. */
export function recordIn(row: object): PersonRecord {
  const given = row as VersionRow
  return {
    id: given.person_id, addresseeNumber: given.addressee_number, edition: given.edition, version: frameIn(given), registration: registrationIn(row as Record<string, unknown>),
  }
}

type FrameRow = Pick<VersionRow, 'id' | 'entry_id' | 'valid_from' | 'valid_to' | 'recorded_at' | 'superseded_at' | 'superseded_by'>

export function frameIn(row: FrameRow): VersionFrame {
  return {
    id: row.id, entryId: row.entry_id, validFrom: row.valid_from, validTo: row.valid_to,
    recordedAt: row.recorded_at, supersededAt: row.superseded_at, supersededBy: row.superseded_by,
  }
}
