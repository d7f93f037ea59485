import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Template } from '../model.ts'
import { problemsOf } from '../rules/template-problems.ts'
import { COLUMNS, readTemplateRows, TEXT_COLUMNS, type Column, type ReadTemplate } from '../rules/template-rows.ts'

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

function templatesIn(city: City, file: string): readonly ReadTemplate[] {
  const rows = rowsOf(city, file).map((row, index) => ({ at: index + 2, cells: cellsIn(row) }))
  const { templates, findings } = readTemplateRows(rows)
  const [first] = findings
  if (first !== undefined) throw new CityPackFault(`${city.key}/${file} row ${first.at}, column ${first.column}: “${first.read}”: ${first.reason}`)
  for (const template of templates) refuseWrongWords(`${city.key}/${file}`, template)
  return templates
}

/** What nobody could approve does not come into force by lying in a folder. */
function refuseWrongWords(file: string, template: ReadTemplate): void {
  const wrong = problemsOf(template).find(({ weight }) => weight === 'refused')
  if (wrong === undefined) return
  const column = TEXT_COLUMNS[wrong.language ?? 'ja']
  throw new CityPackFault(`${file} row ${template.rows[wrong.line] ?? 0}, column ${column}: ${wrong.kind} ${wrong.read}`)
}

function cellsIn(row: Readonly<Record<string, string>>): Readonly<Record<Column, string>> {
  return Object.fromEntries(COLUMNS.map((column) => [column, (row[column] ?? '').trim()])) as Record<Column, string>
}
