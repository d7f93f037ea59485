import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { residentCopyOf, type CopiedPerson, type RecordCopy } from '#capabilities/residents/record-copy.ts'
import type { Sql } from 'postgres'
import { queriesOver } from '#kernel/database/queries.ts'
import { serviceRoleOf } from '#kernel/database/roles.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'

interface Tables {
  'resident_records.household': { id: string; head_name: string; address: string; edition: number }
  'resident_records.person': { id: string; household_id: string; position: number; name: string; details: object }
}

const register: Kysely<Tables> = queriesOver<Tables>()
const words = { ja: '{台帳|だいちょう}', 'ja-x-yasashii': '{台帳|だいちょう}', en: 'Register', pt: 'Registro' }

/** A register that answers in several queries, with a pause between them, so that a change can come in the middle. */
export function testRegister({ pauseMs }: { readonly pauseMs: number }): Manifest {
  const answer = (tx: Tx, { key }: { readonly key: string }) => copyOf(tx, key, pauseMs)
  return { name: 'resident-records', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], answers: [{ question: residentCopyOf, answer }] }
}

/** Its tables: one row a person, one a household. */
export async function layOutRegister(owner: Sql, rolePrefix: string): Promise<void> {
  await owner.unsafe(`
    create schema if not exists resident_records;
    create table resident_records.household (id uuid primary key, head_name text not null, address text not null, edition int not null);
    create table resident_records.person (id uuid primary key, household_id uuid not null, position smallint not null, name text not null, details jsonb not null);
    grant usage on schema resident_records to "${serviceRoleOf(rolePrefix, 'resident-records')}";
    grant select, insert, update, delete on all tables in schema resident_records to "${serviceRoleOf(rolePrefix, 'resident-records')}"`)
}

export const idOf = (name: string): string => uuidNamed(`certificates-test/${name}`)

type Given = Partial<Omit<CopiedPerson, 'id' | 'birthDate'>> & { readonly birthDate?: string }

export interface Member {
  readonly key: string
  readonly name: string
  readonly details?: Given
}

/** Lays a household out, or changes one that is there: all of it in this one transaction. */
export async function enrol(tx: Tx, household: string, address: string, members: readonly Member[]): Promise<void> {
  const id = idOf(household)
  const row = { id, head_name: members[0]?.name ?? '', address, edition: 1 }
  await tx.run(register.insertInto('resident_records.household').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet({ head_name: row.head_name, address })))
  await tx.run(register.deleteFrom('resident_records.person').where('household_id', '=', id))
  for (const [position, { key, name, details = {} }] of members.entries()) {
    await tx.run(register.insertInto('resident_records.person').values({ id: idOf(key), household_id: id, position, name, details }))
  }
}

async function copyOf(tx: Tx, key: string, pauseMs: number): Promise<RecordCopy | null> {
  const person = await tx.find(register.selectFrom('resident_records.person').selectAll().where('id', '=', key))
  if (person === undefined) return null
  const household = await tx.get(register.selectFrom('resident_records.household').selectAll().where('id', '=', person.household_id))
  if (pauseMs > 0) await wait(pauseMs)
  const people = await tx.list(register.selectFrom('resident_records.person').selectAll().where('household_id', '=', household.id).orderBy('position'))
  return {
    on: tx.today, knownAt: tx.now, version: String(household.edition), isWhole: true,
    household: { id: household.id, headId: people[0]?.id ?? null, headName: household.head_name, address: household.address },
    people: people.map(({ id, name, details }) => personIn(id, name, household.address, details as Given)),
  }
}

function personIn(id: string, name: string, address: string, { birthDate = '1980-04-01', ...given }: Given): CopiedPerson {
  return {
    id, name, kana: 'カメヤマ タロウ', alphabet: '', commonName: '', commonKana: '', formerName: '', formerKana: '', sex: 'male', birthCertainty: 'day',
    relationship: '世帯主', registeredDomicile: '三重県亀山市本丸町1番地', domicileHead: '亀山 太郎', address, residentSince: Temporal.PlainDate.from('2000-04-01'), residentCause: '転入',
    addressSince: Temporal.PlainDate.from('2000-04-01'), addressNotifiedOn: null, previousAddress: '', nationality: 'JP', residenceCategory: '', residenceStatus: '', residencePeriod: '',
    residenceUntil: null, standing: 'resident', isProtected: false, ...given, birthDate: Temporal.PlainDate.from(birthDate),
  }
}
