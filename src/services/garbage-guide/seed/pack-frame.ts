import { Voice } from '#kernel/text/text.ts'
import type { Danger, District, Frame, FrameKind, WasteClass, Wording, WorkingCentre } from '../model.ts'
import { COLUMN_ENDINGS } from '../rules/frame-cells.ts'
import { readPart, type FrameAround } from '../rules/frame-reading.ts'
import { centreCellsIn, districtCellsIn, type TableCells } from '../rules/frame-tables.ts'
import { wrong, type PackRow } from './pack-rows.ts'

const NOTHING_AROUND: FrameAround = { classes: [], centres: [], districts: [], movedDays: [], towns: null }

export function classesIn(rows: readonly PackRow[]): WasteClass[] {
  return partsIn('class', rows.map(asTable))
}

export function dangersIn(rows: readonly PackRow[]): Danger[] {
  return partsIn('danger', rows.map(asTable))
}

/** One row for each rest; further rests of a centre repeat its key and leave the name blank. */
export function centresIn(rows: readonly PackRow[]): WorkingCentre[] {
  return partsIn('centre', centreCellsIn(rows.map(asTable)))
}

function partsIn<Kind extends FrameKind>(kind: Kind, rows: readonly TableCells<string>[], aroundOf = (_: readonly Frame[Kind][]) => NOTHING_AROUND): Frame[Kind][] {
  const parts: Frame[Kind][] = []
  for (const row of rows) parts.push(partIn(kind, row, aroundOf(parts), parts))
  return parts
}

interface Around {
  readonly classes: readonly WasteClass[]
  readonly centres: readonly WorkingCentre[]
  /** The city's list of towns; each lies in exactly one district. */
  readonly towns: readonly string[]
}

export function districtsIn(rows: readonly PackRow[], around: Around): District[] {
  const tables = rows.map((row) => ({ at: row.at, cells: districtCellsIn(row.cells, around.classes).cells }))
  const districts = partsIn('district', tables, (earlier) => ({ ...around, districts: earlier, movedDays: [] }))
  const left = around.towns.filter((town) => !districts.some(({ towns }) => towns.includes(town)))
  if (left.length > 0) wrong('garbage/districts.csv', 'towns', `no district holds ${left.join('、')}`)
  return districts
}

/** A city's folder is mended by whoever lays it out: the first thing that is wrong stops the start and is named in English. */
const ENGLISH = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })

function partIn<Kind extends FrameKind>(kind: Kind, { at, cells }: TableCells<string>, around: FrameAround, earlier: readonly Frame[Kind][]): Frame[Kind] {
  const read = readPart(kind, cells, around)
  if (!read.ok) {
    const [first] = read.refusals
    return wrong(at, (first?.column ?? '').replace(/^days\.|\.\d+$/g, ''), first === undefined ? 'is wrong' : ENGLISH.plain(first.phrase, first.values))
  }
  if (earlier.some(({ key }) => key === read.part.key)) wrong(at, 'key', `${read.part.key} stands in an earlier row already`)
  return read.part
}

function asTable({ at, cells }: PackRow): TableCells<string> {
  return { at, cells }
}

export function wordingIn(row: PackRow, column: string, take: 'text' | 'filled'): Wording {
  return Object.fromEntries(COLUMN_ENDINGS.map(([language, ending]) => [language, row[take](column + ending)])) as unknown as Wording
}

export function keyIn(row: PackRow): string {
  const key = row.filled('key')
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key) ? key : wrong(row.at, 'key', `“${key}” is not made of small letters, figures and hyphens`)
}

/** Hiragana, with the long mark; what the index of the fifty sounds can place. */
export function readingIn(row: PackRow, column: string): string {
  const reading = row.filled(column)
  return /^[\p{Script=Hiragana}ー・]+$/u.test(reading) ? reading : wrong(row.at, column, `“${reading}” is not hiragana only`)
}
