import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { School, SchoolClass, SchoolKind } from '../model.ts'
import { mails } from './rows.ts'

export async function keepSchool(tx: Tx, { key, kind, name, town }: School, position: number): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.school').values({ key, kind, name: name as never, town, position }))
}

export async function listSchools(tx: Tx): Promise<School[]> {
  const rows = await tx.list(schoolRows())
  return rows.map(schoolOf)
}

export async function findSchool(tx: Tx, key: string): Promise<School | undefined> {
  const row = await tx.find(schoolRows().where('key', '=', key))
  return row && schoolOf(row)
}

/** Schools whose lists the person may keep today. */
export async function listKeptSchools(tx: Tx, personId: string): Promise<School[]> {
  const keys = await tx.list(keepersOn(tx.today).select('school_key').where('person_id', '=', personId))
  const kept = new Set(keys.map((row) => row.school_key))
  return (await listSchools(tx)).filter(({ key }) => kept.has(key))
}

export interface Keeper {
  readonly personId: string
  readonly schoolKey: string
  readonly from: Temporal.PlainDate
}

export function listKeepers(tx: Tx): Promise<Keeper[]> {
  return tx.list(keepersOn(tx.today).select(['person_id as personId', 'school_key as schoolKey', 'valid_from as from']).orderBy('school_key').orderBy('valid_from'))
}

export async function entrustSchool(tx: Tx, personId: string, schoolKey: string): Promise<void> {
  const row = { person_id: personId, school_key: schoolKey, valid_from: tx.today, valid_to: null }
  await tx.run(mails.insertInto('alert_mail.school_keeper').values(row).onConflict((conflict) => conflict.columns(['person_id', 'school_key', 'valid_from']).doUpdateSet({ valid_to: null })))
}

/** Yesterday becomes the last day; what began today never held and goes. */
export async function endKeeping(tx: Tx, personId: string, schoolKey: string): Promise<void> {
  const own = { person_id: personId, school_key: schoolKey }
  await tx.run(mails.deleteFrom('alert_mail.school_keeper').where((keeper) => keeper.and({ ...own, valid_from: tx.today })))
  await tx.run(mails.updateTable('alert_mail.school_keeper').set({ valid_to: tx.today.subtract({ days: 1 }) }).where((keeper) => keeper.and(own)).where('valid_to', 'is', null))
}

/** The class under this year, grade and name; made where there is none. */
export async function ensureClass(tx: Tx, wanted: Omit<SchoolClass, 'id'>): Promise<SchoolClass> {
  const row = { school_key: wanted.schoolKey, school_year: wanted.schoolYear, grade: wanted.grade, name: wanted.name }
  const id = sql<string>`gen_random_uuid()`
  await tx.run(mails.insertInto('alert_mail.class').values({ id, ...row }).onConflict((conflict) => conflict.doNothing()))
  return tx.get(classRows().where((one) => one.and(row)))
}

export function listClasses(tx: Tx, schoolKey: string, schoolYear: number): Promise<SchoolClass[]> {
  return tx.list(classRows().where('school_key', '=', schoolKey).where('school_year', '=', schoolYear).orderBy('grade').orderBy('name'))
}

/** School years that the school has classes for, the latest first. */
export async function listYears(tx: Tx, schoolKey: string): Promise<number[]> {
  const rows = await tx.list(mails.selectFrom('alert_mail.class').select('school_year').distinct().where('school_key', '=', schoolKey).orderBy('school_year', 'desc'))
  return rows.map((row) => row.school_year)
}

export async function findClass(tx: Tx, id: string): Promise<SchoolClass | undefined> {
  return isUuid(id) ? tx.find(classRows().where('id', '=', id)) : undefined
}

export function listClassesById(tx: Tx, ids: readonly string[]): Promise<SchoolClass[]> {
  return ids.length === 0 ? Promise.resolve([]) : tx.list(classRows().where('id', 'in', [...ids]).orderBy('school_year').orderBy('grade').orderBy('name'))
}

function keepersOn(today: Temporal.PlainDate) {
  return mails
    .selectFrom('alert_mail.school_keeper')
    .where('valid_from', '<=', today)
    .where((keeper) => keeper.or([keeper('valid_to', 'is', null), keeper('valid_to', '>=', today)]))
}

function classRows() {
  return mails.selectFrom('alert_mail.class').select(['id', 'school_key as schoolKey', 'school_year as schoolYear', 'grade', 'name'])
}

function schoolRows() {
  return mails.selectFrom('alert_mail.school').select(['key', 'kind', 'name', 'town']).orderBy('position')
}

function schoolOf(row: { key: string; kind: string; name: unknown; town: string }): School {
  return { key: row.key, kind: row.kind as SchoolKind, name: row.name as Phrase<never>, town: row.town }
}
