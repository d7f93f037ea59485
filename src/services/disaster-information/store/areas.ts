import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { CityArea } from '../rules/levels/city-areas.ts'
import type { AreaSize } from '../rules/telegrams/telegram.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** The weather agency's areas that are the city's. */
export async function listAreas(tx: Tx): Promise<CityArea[]> {
  const rows = await tx.list(areas({}))
  return rows.map((row) => ({ ...row, size: row.size as AreaSize }))
}

const areas = prepared(() => disaster.selectFrom('disaster_information.area').select(['code', 'name', 'size', 'counts_as as countsAs', 'note']).orderBy('code'))

export async function keepArea(tx: Tx, { countsAs, ...area }: CityArea): Promise<void> {
  await tx.run(disaster.insertInto('disaster_information.area').values({ ...area, counts_as: countsAs }))
}

/** Offices whose telegrams concern the city; none listed means all. */
export async function listOffices(tx: Tx): Promise<string[]> {
  const rows = await tx.list(offices({}))
  return rows.map(({ name }) => name)
}

const offices = prepared(() => disaster.selectFrom('disaster_information.office').select('name').orderBy('name'))

export async function keepOffice(tx: Tx, name: string): Promise<void> {
  await tx.run(disaster.insertInto('disaster_information.office').values({ name }))
}
