import { parse } from 'csv-parse/sync'
import type { FeedProblem, Level, MeshReading } from '../model.ts'
import { isMeshCode } from './mesh.ts'
import { isAhead } from './place-state.ts'

/** Largest sheet that is read, in characters: 20,000 meshes. */
export const MOST_SHEET_CHARACTERS = 1_000_000
/** No gauge of the country has seen more in an hour than 187 mm (長与町, 1982); beyond this it is broken. */
const MOST_RAIN_MM = 300
const MOST_SOIL_WATER = 1_000

export type SheetRefusal = { readonly row: number; readonly column: string; readonly why: Exclude<FeedProblem, 'no-answer' | 'not-ok' | 'other-city'> }
export type ReadSheet = { readonly ok: true; readonly readings: readonly MeshReading[] } | { readonly ok: false; readonly refusal: SheetRefusal }

const COLUMNS = ['mesh', 'baseTime', 'level', 'rain60MinutesMm', 'soilWaterIndex'] as const

/**
 * Reads one sheet of the ten-minute feed: CSV in UTF-8 with the columns `mesh` (JIS X 0410, eight digits), `baseTime` (ISO
 * 8601 with offset), `level` (0, 2 to 5, or blank), `rain60MinutesMm`, `soilWaterIndex`. Whole or not at all: a sheet with
 * a row that makes no sense may have others that only look as if they did. What gauges write when they fail (a blank,
 * negative numbers, 999) is not known, and no fault of the sheet. A time that has not come yet is one: no true sheet
 * could ever be newer.
 */
export function readMeshSheet(source: string, now: Temporal.Instant): ReadSheet {
  if (source.length > MOST_SHEET_CHARACTERS) return refused(0, '', 'too-long')
  const rows = rowsIn(source)
  if (rows === undefined) return refused(0, '', 'not-csv')
  const missing = COLUMNS.find((column) => rows.length > 0 && !(column in (rows[0] as Row)))
  if (missing !== undefined) return refused(1, missing, 'missing-column')
  const readings: MeshReading[] = []
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const read = readingOf(row, now)
    if (typeof read === 'string') return refused(index + 2, COLUMN_OF[read], read)
    if (seen.has(read.mesh)) return refused(index + 2, 'mesh', 'twice')
    seen.add(read.mesh)
    readings.push(read)
  }
  return { ok: true, readings }
}

export function writeMeshSheet(readings: readonly MeshReading[]): string {
  const lines = readings.map(({ mesh, baseTime, level, rain60MinutesMm, soilWaterIndex }) =>
    [mesh, baseTime.toString(), level ?? '', rain60MinutesMm ?? '', soilWaterIndex ?? ''].join(','))
  return [COLUMNS.join(','), ...lines, ''].join('\n')
}

type Row = Readonly<Record<string, string>>

function rowsIn(source: string): Row[] | undefined {
  try {
    return parse(source, { columns: true, bom: true, skip_empty_lines: true })
  } catch {
    return undefined
  }
}

type RowProblem = 'not-a-mesh' | 'not-a-time' | 'in-the-future' | 'not-a-level'

function readingOf(row: Row, now: Temporal.Instant): MeshReading | RowProblem {
  const mesh = row.mesh ?? ''
  if (!isMeshCode(mesh)) return 'not-a-mesh'
  const baseTime = timeIn(row.baseTime ?? '')
  if (baseTime === undefined) return 'not-a-time'
  if (isAhead(baseTime, now)) return 'in-the-future'
  const level = levelIn(row.level ?? '')
  if (level === undefined) return 'not-a-level'
  return { mesh, baseTime, level, rain60MinutesMm: gauged(row.rain60MinutesMm, MOST_RAIN_MM), soilWaterIndex: gauged(row.soilWaterIndex, MOST_SOIL_WATER) }
}

function timeIn(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

/** Blank: not known. Level 1 of the tiles (今後の情報等に留意) is no warning: 0. */
function levelIn(text: string): Level | null | undefined {
  if (text === '') return null
  if (!/^[0-5]$/.test(text)) return undefined
  return text === '1' ? 0 : (Number(text) as Level)
}

function gauged(text: string | undefined, most: number): number | null {
  if (text === undefined || !/^-?\d+(\.\d+)?$/.test(text)) return null
  const value = Number(text)
  return value < 0 || value > most || value === 999 ? null : value
}

const COLUMN_OF: Readonly<Record<RowProblem, (typeof COLUMNS)[number]>> = { 'not-a-mesh': 'mesh', 'not-a-time': 'baseTime', 'in-the-future': 'baseTime', 'not-a-level': 'level' }

function refused(row: number, column: string, why: SheetRefusal['why']): ReadSheet {
  return { ok: false, refusal: { row, column, why } }
}
