import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Template } from '../model.ts'
import { COLUMNS, readTemplateRows, type Column } from '../rules/template-rows.ts'

/**
 * The templates of the city's folder (`phrasebook/*.csv`); a city without the folder has none. Throws CityPackFault
 * naming file, row and column at the first thing that is wrong.
 */
export function readPhrasebook(city: City): Template[] {
  const folder = join(city.folder, 'phrasebook')
  if (!existsSync(folder)) return []
  const templates = new Map<string, Template>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv')).toSorted()) {
    for (const { key, lines } of templatesIn(city, `phrasebook/${file}`)) {
      if (templates.has(key)) throw new CityPackFault(`${city.key}/phrasebook/${file}: key: ${key} stands in another file too`)
      templates.set(key, { key, lines })
    }
  }
  return [...templates.values()]
}

function templatesIn(city: City, file: string): readonly Template[] {
  const rows = rowsOf(city, file).map((row, index) => ({ at: index + 2, cells: cellsIn(row) }))
  const { templates, findings } = readTemplateRows(rows)
  const [first] = findings
  if (first !== undefined) throw new CityPackFault(`${city.key}/${file} row ${first.at}, column ${first.column}: “${first.read}”: ${first.reason}`)
  return templates
}

function cellsIn(row: Readonly<Record<string, string>>): Readonly<Record<Column, string>> {
  return Object.fromEntries(COLUMNS.map((column) => [column, (row[column] ?? '').trim()])) as Record<Column, string>
}
