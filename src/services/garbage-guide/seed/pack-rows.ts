import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { CityPackFault, type City } from '#kernel/city/city.ts'

/** A row of one of the city's tables, with the place that a clerk finds it by. */
export interface PackRow {
  /** `garbage/classes.csv row 3`; row 1 holds the column names. */
  readonly at: string
  /** Its texts by the names of the columns, as they stand. */
  readonly cells: Readonly<Record<string, string>>
  /** The text of a column. Throws CityPackFault where the table has no such column. */
  text(column: string): string
  /** The same, and not blank. */
  filled(column: string): string
}

/** Throws CityPackFault for a file that is no table. */
export function tableOf(city: City, name: string): PackRow[] {
  const file = `garbage/${name}`
  const path = join(city.folder, file)
  let lines: Record<string, string>[]
  try {
    lines = parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true })
  } catch (cause) {
    throw new CityPackFault(`${path}: ${(cause as Error).message}`)
  }
  return lines.map((line, index) => rowOf(`${file} row ${index + 2}`, line))
}

function rowOf(at: string, line: Readonly<Record<string, string>>): PackRow {
  const text = (column: string): string => {
    const value = line[column]
    if (value === undefined) throw new CityPackFault(`${at}: the column ${column} is missing`)
    return value.trim()
  }
  const filled = (column: string): string => text(column) || wrong(at, column, 'is blank; write something')
  return { at, cells: line, text, filled }
}

/** Says what is wrong where, and what to do about it. */
export function wrong(at: string, column: string, why: string): never {
  throw new CityPackFault(`${at}, column ${column}: ${why}`)
}
