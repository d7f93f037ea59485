import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { CityArea } from '../rules/levels/city-areas.ts'
import { NANKAI_AREA } from '../rules/telegrams/said-of-earth.ts'
import { AREA_SIZES } from '../rules/telegrams/telegram.ts'
import { keepArea, keepOffice } from '../store/areas.ts'

const FILE = 'disaster/areas.csv'

/** The agency's codes for the city (`disaster/areas.csv`). A city without the file has its own code and its prefecture's. */
export async function seedAreas(tx: Tx, city: City): Promise<void> {
  const rows = rowsOf(city, FILE)
  for (const office of rows.filter(({ size }) => size === 'office')) await keepOffice(tx, office.name ?? '')
  const listed = rows.filter(({ size }) => size !== 'office').map((row) => areaOf(row))
  for (const area of listed.length > 0 ? listed : derivedAreas(city)) await keepArea(tx, area)
}

function areaOf(row: Readonly<Record<string, string>>): CityArea {
  const { code = '', name = '', countsAs = '', note = '' } = row
  const size = AREA_SIZES.find((each) => each === row.size)
  if (code === '' || name === '') throw new CityPackFault(`${FILE}: ${code}${name}: code and name must be filled in`)
  if (size === undefined) throw new CityPackFault(`${FILE}: ${code}: size must be one of ${AREA_SIZES.join(', ')} or office, not ${row.size ?? ''}`)
  return { code, name, size, countsAs: countsAs === '' ? code : countsAs, note }
}

/** 市町村等コード: the municipality's five digits and 00; 府県予報区: the prefecture's two and 0000. */
function derivedAreas(city: City): CityArea[] {
  const code = `${city.code.slice(0, 5)}00`
  const note = '全国地方公共団体コードから'
  return [
    { code, name: city.name, size: 'municipality', countsAs: code, note },
    { code: `${city.prefecture.code}0000`, name: city.prefecture.name, size: 'prefecture', countsAs: code, note },
    { code: NANKAI_AREA.code, name: NANKAI_AREA.name, size: 'wide', countsAs: NANKAI_AREA.code, note },
  ]
}
