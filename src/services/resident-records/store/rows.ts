import { manyRowsOf } from '#kernel/database/rows.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import { DAY_FIELDS, type Change, type HouseholdRegistration, type Plan, type Registration } from '../model.ts'
import type { ResidentRecordsTables } from '../tables.ts'

export const register = queriesOver<ResidentRecordsTables>()
export const registerRows = manyRowsOf<ResidentRecordsTables>()

/** Which column holds which field: one table for reading and writing, so that neither can forget one. */
export const PERSON_COLUMNS = {
  name: 'name', kana: 'kana', alphabet: 'alphabet', commonName: 'common_name', commonKana: 'common_kana', formerName: 'former_name', formerKana: 'former_kana',
  sex: 'sex', birthDate: 'birth_date', birthCertainty: 'birth_certainty',
  nationality: 'nationality', residenceCategory: 'residence_category', residenceStatus: 'residence_status', residencePeriod: 'residence_period', residenceUntil: 'residence_until',
  householdId: 'household_id', relationshipCode: 'relationship_code', relationship: 'relationship', position: 'position',
  town: 'town', addressNumber: 'address_number', building: 'building', postalCode: 'postal_code', address: 'address',
  registeredDomicile: 'registered_domicile', domicileHead: 'domicile_head',
  residentSince: 'resident_since', residentCause: 'resident_cause', addressSince: 'address_since', addressNotifiedOn: 'address_notified_on',
  previousAddress: 'previous_address', movedTo: 'moved_to', movedToOn: 'moved_to_on', movedToNotifiedOn: 'moved_to_notified_on',
  standing: 'standing', endedOn: 'ended_on', endedCause: 'ended_cause',
} as const satisfies Record<keyof Registration, keyof ResidentRecordsTables['resident_records.person_version']>

export const HOUSEHOLD_COLUMNS = {
  headId: 'head_id', town: 'town', addressNumber: 'address_number', building: 'building', postalCode: 'postal_code', address: 'address', isDissolved: 'is_dissolved',
} as const satisfies Record<keyof HouseholdRegistration, keyof ResidentRecordsTables['resident_records.household_version']>

export const PERSON_FIELDS = Object.keys(PERSON_COLUMNS) as readonly (keyof Registration)[]
export const HOUSEHOLD_FIELDS = Object.keys(HOUSEHOLD_COLUMNS) as readonly (keyof HouseholdRegistration)[]

export function registrationIn(row: Readonly<Record<string, unknown>>): Registration {
  return fieldsIn(row, PERSON_COLUMNS) as unknown as Registration
}

export function householdIn(row: Readonly<Record<string, unknown>>): HouseholdRegistration {
  return fieldsIn(row, HOUSEHOLD_COLUMNS) as unknown as HouseholdRegistration
}

export function personColumns(state: Registration): Record<string, unknown> {
  return columnsIn(state, PERSON_COLUMNS)
}

export function householdColumns(state: HouseholdRegistration): Record<string, unknown> {
  return columnsIn(state, HOUSEHOLD_COLUMNS)
}

/** A patch as JSON gives it back: its days are texts again. */
export function patchIn<State>(json: unknown): Partial<State> {
  const entries = Object.entries(json as Record<string, unknown>)
  return Object.fromEntries(entries.map(([field, value]) => [field, DAY_FIELDS.has(field) && typeof value === 'string' ? Temporal.PlainDate.from(value) : value])) as Partial<State>
}

export function planIn(json: unknown): Plan {
  const { changes, editions } = json as { changes: (Omit<Change, 'validFrom'> & { validFrom: string })[]; editions: Record<string, number> }
  return { editions, changes: changes.map((change) => ({ ...change, validFrom: Temporal.PlainDate.from(change.validFrom), patch: patchIn(change.patch) })) }
}

function fieldsIn(row: Readonly<Record<string, unknown>>, columns: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, row[column]]))
}

function columnsIn(state: object, columns: Readonly<Record<string, string>>): Record<string, unknown> {
  const values = state as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [column, values[field]]))
}
