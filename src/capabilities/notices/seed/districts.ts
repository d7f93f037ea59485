import { rowsOf, CityPackFault, type City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { keepDistrict, keepTown } from '../store/districts.ts'

/**
 * Towns and districts of the city's folder (`towns.csv`, `districts.csv`). A city without `districts.csv` has one district
 * with all its towns.
 */
export async function seedDistricts(tx: Tx, city: City): Promise<void> {
  const towns = new Map(rowsOf(city, 'towns.csv').map((row, position) => [row.name ?? '', { ...row, position }]))
  const listed = rowsOf(city, 'districts.csv')
  const whole = { key: 'all', name: city.name, nameYasashii: city.name, nameEn: city.nameRomaji, namePt: city.nameRomaji, reading: '', towns: [...towns.keys()].join(';') }
  for (const [position, row] of (listed.length > 0 ? listed : [whole]).entries()) {
    const key = row.key ?? ''
    await keepDistrict(tx, { key, position, name: nameIn(row), reading: row.reading ?? '' })
    for (const name of (row.towns ?? '').split(';').filter((town) => town !== '')) {
      const town = towns.get(name)
      if (town === undefined) throw new CityPackFault(`districts.csv: towns: ${key}: ${name} is not in towns.csv`)
      await keepTown(tx, { name, districtKey: key, position: town.position, label: labelOf(name, town) })
    }
  }
}

function nameIn(row: Readonly<Record<string, string>>): Phrase<never> {
  return { ja: row.name ?? '', 'ja-x-yasashii': row.nameYasashii ?? '', en: row.nameEn ?? '', pt: row.namePt ?? '' }
}

function labelOf(name: string, town: Readonly<Record<string, unknown>>): Phrase<never> {
  const ja = `{${name}|${String(town.nameKana)}}`
  return { ja, 'ja-x-yasashii': ja, en: String(town.nameRomaji), pt: String(town.nameRomaji) }
}
