import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { HouseholdRegistration } from '../model.ts'
import type { ResidentRecordsTables } from '../tables.ts'
import { saidAt, type Moment } from './moments.ts'
import { frameIn, type VersionFrame } from './people.ts'
import { isVisibleTo } from './protection-filter.ts'
import { householdIn, register } from './rows.ts'

/** A household as one version of the register says. Who belongs to it is said by its people (`listPeople`). */
export interface HouseholdRecord {
  readonly id: string
  readonly number: string
  readonly edition: number
  readonly version: VersionFrame
  readonly registration: HouseholdRegistration
}

export interface HouseholdsWish extends Moment {
  readonly ids?: readonly string[]
  /** Households at one address, those that nobody is left in apart. */
  readonly at?: { readonly town: string; readonly addressNumber: string }
}

/** A household all of whose people are hidden from the actor is hidden with them. */
export async function listHouseholds(tx: Tx, wish: HouseholdsWish): Promise<HouseholdRecord[]> {
  const { ids, at } = wish
  if (ids?.length === 0) return []
  let query = versions(tx).where(saidAt(wish, tx.today))
  if (ids !== undefined) query = query.where('version.household_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
  if (at !== undefined) query = query.where('version.town', '=', at.town).where('version.address_number', '=', at.addressNumber).where('version.is_dissolved', '=', false)
  return (await tx.list(query.orderBy('household.number'))).map(recordIn)
}

export async function findHousehold(tx: Tx, id: string, moment: Moment = {}): Promise<HouseholdRecord | undefined> {
  return (await listHouseholds(tx, { ...moment, ids: [id] }))[0]
}

function versions(tx: Tx) {
  return register
    .selectFrom('resident_records.household_version as version')
    .innerJoin('resident_records.household as household', 'household.id', 'version.household_id')
    .selectAll('version')
    .select(['household.number', 'household.edition'])
    .where(sql<boolean>`exists (select 1 from resident_records.person_version member where member.household_id = version.household_id and ${isVisibleTo(tx, 'member.person_id')})`)
}

type VersionRow = ResidentRecordsTables['resident_records.household_version'] & { number: string; edition: number }

function recordIn(row: object): HouseholdRecord {
  const given = row as VersionRow
  return { id: given.household_id, number: given.number, edition: given.edition, version: frameIn(given), registration: householdIn(row as Record<string, unknown>) }
}
