import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { mergedShelters } from '../rules/shelter-merge.ts'
import { columnsIn, OWN_COLUMNS } from '../rules/shelter-columns.ts'
import { readShelterRows } from '../rules/shelter-rows.ts'
import { keepShelterList, keepTownCentre } from '../store/shelter-list.ts'

const CENTRES = 'disaster/town-centres.csv'
const SHELTERS = 'disaster/shelters.csv'

/**
 * Where the city's towns lie, and in a demo city its invented shelters. A city of its own starts without: it brings in its
 * list from the national one. Files that are not there are empty.
 */
export async function seedShelters(tx: Tx, city: City, { isDemo }: SeedWishes): Promise<void> {
  const towns = rowsOf(city, 'towns.csv').map(({ name = '' }) => name)
  for (const { town = '', latitude = '', longitude = '' } of rowsOf(city, CENTRES)) {
    if (!towns.includes(town)) throw new CityPackFault(`${CENTRES}: town: ${town} is not in towns.csv`)
    await keepTownCentre(tx, town, { latitude: degrees(town, latitude), longitude: degrees(town, longitude) })
  }
  if (!isDemo) return
  const rows = rowsOf(city, SHELTERS)
  if (rows.length === 0) return
  const sheet = [[...OWN_COLUMNS], ...rows.map((row) => OWN_COLUMNS.map((column) => row[column] ?? ''))]
  const found = columnsIn(sheet[0] ?? [])
  if (!found.ok) throw new CityPackFault(`${SHELTERS}: the heading ${found.missing} is missing`)
  const { drafts, findings } = readShelterRows(sheet, 0, found.columns)
  const [wrong] = findings
  if (wrong !== undefined) throw new CityPackFault(`${SHELTERS}: line ${wrong.row}: ${OWN_COLUMNS[wrong.column - 1]}: ${wrong.problem}: ${wrong.read}`)
  const { shelters } = mergedShelters([], drafts, found.columns, towns)
  await keepShelterList(tx, shelters.map((shelter) => ({ ...shelter, isInvented: true })), 'seed')
}

function degrees(town: string, text: string): number {
  const read = Number(text)
  if (!/^\d{1,3}(?:\.\d+)?$/.test(text) || read > 180) throw new CityPackFault(`${CENTRES}: ${town}: ${text} are no degrees`)
  return read
}
