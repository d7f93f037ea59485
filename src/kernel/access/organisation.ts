import { type City, rowsOf } from '#kernel/city/city.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'

const kernel = queriesOver<KernelTables>()

/** Fills units from the city's `units.csv`, and its invented staff where a demo is wished for. */
export async function seedOrganisation(tx: Tx, city: City, wishes: SeedWishes): Promise<void> {
  const units = rowsOf(city, 'units.csv')
  // Parents and successors may stand below their children in the file: first the units, then what ties them.
  for (const unit of units) await tx.run(kernel.insertInto('kernel.unit').values(unitOf(unit)))
  for (const unit of units) {
    const ties = { parent_code: unit.parent || null, successor_code: unit.successor || null }
    await tx.run(kernel.updateTable('kernel.unit').set(ties).where('code', '=', unit.code as string))
  }
  if (wishes.isDemo) await seedStaff(tx, city)
}

function unitOf(row: Readonly<Record<string, string>>) {
  return {
    code: row.code as string,
    kind: row.kind as string,
    name: row.name as string,
    name_en: row.nameEn ?? '',
    name_pt: row.namePt ?? '',
    valid_from: row.validFrom ? Temporal.PlainDate.from(row.validFrom) : null,
    valid_to: row.validTo ? Temporal.PlainDate.from(row.validTo) : null,
    note: row.note ?? '',
  }
}

async function seedStaff(tx: Tx, city: City): Promise<void> {
  for (const row of rowsOf(city, 'staff.csv')) {
    const login = row.login as string
    const id = demoIdOf(city, login)
    await addPerson(tx, { id, login, name: row.name as string, nameKana: row.nameKana ?? '', unitCode: row.unit || null })
    for (const duty of (row.duties ?? '').split(';').filter(Boolean)) await entrust(tx, id, duty, tx.today)
  }
}

/** Whether the city was laid out as a demo: the invented staff of its folder are its people. */
export async function hasInventedStaff(tx: Tx, city: City): Promise<boolean> {
  const ids = rowsOf(city, 'staff.csv').map(({ login = '' }) => demoIdOf(city, login))
  return ids.length > 0 && (await tx.find(kernel.selectFrom('kernel.person').select('id').where('id', 'in', ids).limit(1))) !== undefined
}

export interface NewPerson {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly nameKana: string
  readonly unitCode: string | null
}

export async function addPerson(tx: Tx, person: NewPerson): Promise<void> {
  const { id, login, name, nameKana, unitCode } = person
  const row = { id, login, name, name_kana: nameKana, unit_code: unitCode }
  await tx.within('kernel', () => tx.run(kernel.insertInto('kernel.person').values(row)))
}

/** Gives a person a duty from a day on, until further notice or to a last day. */
export async function entrust(
  tx: Tx,
  personId: string,
  duty: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate | null = null,
): Promise<void> {
  const row = { person_id: personId, duty, valid_from: from, valid_to: to }
  await tx.within('kernel', () => tx.run(kernel.insertInto('kernel.duty').values(row)))
}

/** The same demo person has the same identity in every demo of the city, so that tests and pictures agree. */
export function demoIdOf(city: City, login: string): string {
  return uuidNamed(`${city.code}/${login}`)
}

export interface Unit {
  readonly code: string
  readonly kind: string
  readonly parentCode: string | null
  readonly name: string
}

/** Units that exist on a day; a unit whose dates nobody knows counts as existing. */
export function listUnits(tx: Tx, on: Temporal.PlainDate): Promise<Unit[]> {
  return tx.list(
    kernel
      .selectFrom('kernel.unit')
      .select(['code', 'kind', 'parent_code as parentCode', 'name'])
      .where((unit) => unit.or([unit('valid_from', 'is', null), unit('valid_from', '<=', on)]))
      .where((unit) => unit.or([unit('valid_to', 'is', null), unit('valid_to', '>=', on)]))
      .orderBy('code'),
  )
}
