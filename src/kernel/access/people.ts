import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'

const kernel = queriesOver<KernelTables>()

/** A member of staff as the directory of people knows them, with the duties that hold today. */
export interface Person {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly unitCode: string | null
  /** The unit's official name; null for who belongs to none. */
  readonly unitName: string | null
  readonly unitNameEn: string | null
  readonly unitNamePt: string | null
  readonly isActive: boolean
  readonly language: string
  readonly duties: readonly string[]
}

export interface DutyPeriod {
  readonly duty: string
  readonly from: Temporal.PlainDate
  /** Last day; null while it lasts. */
  readonly to: Temporal.PlainDate | null
}

export interface PeopleWishes {
  readonly ids?: readonly string[]
  /** Found in the login or the name. */
  readonly words?: string
  readonly limit: number
  readonly offset?: number
}

/** People in the order of their logins. */
export function listPeople(tx: Tx, { ids, words, limit, offset = 0 }: PeopleWishes): Promise<Person[]> {
  let query = peopleQuery(tx).orderBy('person.login').limit(limit).offset(offset)
  if (ids !== undefined) query = query.where('person.id', 'in', [...ids])
  if (words !== undefined && words !== '') query = query.where(matching(words))
  return ids?.length === 0 ? Promise.resolve([]) : tx.within('kernel', () => tx.list(query))
}

export async function countPeople(tx: Tx, words = ''): Promise<number> {
  let query = kernel.selectFrom('kernel.person as person').select(sql<number>`count(*)`.as('count'))
  if (words !== '') query = query.where(matching(words))
  return (await tx.within('kernel', () => tx.get(query))).count
}

export function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  if (!isUuid(id)) return Promise.resolve(undefined)
  return tx.within('kernel', () => tx.find(peopleQuery(tx).where('person.id', '=', id)))
}

export function findPersonByLogin(tx: Tx, login: string): Promise<Person | undefined> {
  return tx.within('kernel', () => tx.find(peopleQuery(tx).where('person.login', '=', login)))
}

function peopleQuery(tx: Tx) {
  return kernel
    .selectFrom('kernel.person as person')
    .leftJoin('kernel.unit as unit', 'unit.code', 'person.unit_code')
    .select([
      'person.id',
      'person.login',
      'person.name',
      'person.is_active as isActive',
      'person.language',
      'person.unit_code as unitCode',
      'unit.name as unitName',
      'unit.name_en as unitNameEn',
      'unit.name_pt as unitNamePt',
      sql<
        string[]
      >`array(select duty from kernel.duty d where d.person_id = person.id and d.valid_from <= ${tx.today.toString()}::date
        and (d.valid_to is null or d.valid_to >= ${tx.today.toString()}::date) order by duty)`.as('duties'),
    ])
}

function matching(words: string) {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(lower(person.login) like ${pattern} or lower(person.name) like ${pattern})`
}

/** May the person sign in from now on? What they did stays theirs either way. */
export async function setActive(tx: Tx, personId: string, isActive: boolean): Promise<void> {
  const query = kernel.updateTable('kernel.person').set({ is_active: isActive }).where('id', '=', personId)
  await tx.within('kernel', () => tx.run(query))
}

export async function setLanguage(tx: Tx, personId: string, language: string): Promise<void> {
  const query = kernel.updateTable('kernel.person').set({ language }).where('id', '=', personId)
  await tx.within('kernel', () => tx.run(query))
}

/** Every duty the person ever had, has or will have, the latest first. */
export function listDuties(tx: Tx, personId: string): Promise<DutyPeriod[]> {
  const query = kernel
    .selectFrom('kernel.duty')
    .select(['duty', 'valid_from as from', 'valid_to as to'])
    .where('person_id', '=', personId)
    .orderBy('valid_from', 'desc')
    .orderBy('duty')
  return tx.within('kernel', () => tx.list(query))
}

/**
 * Ends a duty with a last day. A last day before the first one takes the period away: it then never held for a whole
 * day, and who gave and took it stands in the facts.
 */
export async function endDuty(
  tx: Tx,
  personId: string,
  period: DutyPeriod,
  lastDay: Temporal.PlainDate,
): Promise<void> {
  const { duty, from } = period
  const own = { person_id: personId, duty, valid_from: from }
  await tx.within('kernel', async () => {
    if (Temporal.PlainDate.compare(lastDay, from) < 0) {
      await tx.run(kernel.deleteFrom('kernel.duty').where((row) => row.and(own)))
    } else {
      await tx.run(
        kernel
          .updateTable('kernel.duty')
          .set({ valid_to: lastDay })
          .where((row) => row.and(own)),
      )
    }
  })
}
