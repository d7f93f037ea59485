import type { Phrase, PhraseValue } from '#kernel/text/text.ts'
import type { District, FramePart, Guide } from '../model.ts'
import type { SheetRows } from '../rules/item-columns.ts'
import { readPart } from '../rules/frame-reading.ts'
import { centreCellsIn, districtCellsIn, TABLE_COLUMNS, type TableCells } from '../rules/frame-tables.ts'
import type { Cells } from '../rules/frame-cells.ts'
import { frameRefusals } from '../text/frame-words.ts'
import { importWords } from '../text/import-words.ts'

export type TableKind = keyof typeof TABLE_COLUMNS

/** A cell that is not taken; row and column counted from 1. */
export interface FrameFinding {
  readonly row: number
  readonly column: number
  readonly heading: string
  readonly read: string
  readonly phrase: Phrase
  readonly values: Readonly<Record<string, PhraseValue>>
}

export interface FrameSheet {
  readonly ok: true
  readonly parts: readonly FramePart[]
  readonly findings: readonly FrameFinding[]
  /** Rows whose part is not taken because one of its cells is wrong. */
  readonly leftOut: number
}

export type FrameSheetReading = FrameSheet | { readonly ok: false; readonly missing: readonly string[] }

/** What every table needs before anything else can be said of it. */
const NEEDED: Readonly<Record<TableKind, readonly string[]>> = {
  class: ['key', 'name', 'colour'], danger: ['key', 'title', 'body'], centre: ['key', 'name', 'onHoliday'], district: ['key', 'name', 'towns'],
}

/** Reads a table with our headings in its first filled row. A part of which any cell is wrong is left out and its cells named. */
export function readFrameSheet(kind: TableKind, rows: SheetRows, guide: Guide): FrameSheetReading {
  const headingRow = rows.findIndex((row) => row.some((cell) => (cell ?? '').trim() !== ''))
  const headings = (rows[headingRow] ?? []).map((cell) => (cell ?? '').trim())
  const missing = NEEDED[kind].filter((column) => !headings.includes(column))
  if (missing.length > 0) return { ok: false, missing }
  const tables = rows.flatMap((row, index): TableCells<number>[] => {
    const cells = Object.fromEntries(headings.flatMap((heading, column) => (heading === '' ? [] : [[heading, row[column] ?? ''] as const])))
    return index <= headingRow || Object.values(cells).every((cell) => cell.trim() === '') ? [] : [{ at: index + 1, cells }]
  })
  return new FrameSheetReader(kind, headings, guide).read(tables, headingRow + 1)
}

class FrameSheetReader {
  readonly #kind: TableKind
  readonly #headings: readonly string[]
  readonly #guide: Guide
  readonly #findings: FrameFinding[] = []

  constructor(kind: TableKind, headings: readonly string[], guide: Guide) {
    this.#kind = kind
    this.#headings = headings
    this.#guide = guide
  }

  read(tables: readonly TableCells<number>[], headingRow: number): FrameSheet {
    const known: readonly string[] = TABLE_COLUMNS[this.#kind]
    const unknown = this.#kind === 'district' ? districtCellsIn(Object.fromEntries(this.#headings.map((heading) => [heading, ''])), this.#guide.classes).unknown : this.#headings.filter((heading) => !known.includes(heading))
    for (const heading of unknown.filter(Boolean)) this.#tell(headingRow, heading, heading, importWords.columnNotRead, { read: heading })
    const grouped = this.#kind === 'centre' ? centreCellsIn(tables) : tables.map((table) => ({ ...table, places: [table.at] }))
    const parts = new Map<string, FramePart>()
    let leftOut = 0
    for (const { at, places, cells } of grouped) {
      const part = this.#partIn(at, places, cells, parts)
      if (part === null) leftOut += places.length
      else parts.set(part.key, part)
    }
    return { ok: true, parts: [...parts.values()], findings: this.#findings, leftOut }
  }

  #partIn(at: number, places: readonly number[], cells: Cells, earlier: ReadonlyMap<string, FramePart>): FramePart | null {
    const own = this.#kind === 'district' ? districtCellsIn(cells, this.#guide.classes).cells : cells
    const around = { ...this.#guide, districts: this.#districtsBeside(earlier), towns: null }
    const read = readPart(this.#kind, own, around)
    if (!read.ok) {
      for (const { column, phrase, values } of read.refusals) {
        const [, name = column, rest] = /^(\w+)\.(\d+)$/.exec(column) ?? []
        const heading = this.#headingOf(name.replace(/^days\./, ''))
        this.#tell(rest === undefined ? at : (places[Number(rest)] ?? at), heading, cells[heading] ?? cells[column] ?? '', phrase, values)
      }
      return null
    }
    if (!earlier.has(read.part.key)) return read.part
    this.#tell(at, 'key', read.part.key, frameRefusals.keyTwice, { read: read.part.key })
    return null
  }

  /** A town may move between two districts of the same table: those that the table has already are taken from it. */
  #districtsBeside(earlier: ReadonlyMap<string, FramePart>): readonly District[] {
    if (this.#kind !== 'district') return this.#guide.districts
    const read = [...earlier.values()] as District[]
    return [...read, ...this.#guide.districts.filter(({ key }) => !earlier.has(key))]
  }

  #headingOf(column: string): string {
    if (this.#headings.includes(column)) return column
    return this.#guide.classes.find(({ key }) => key === column)?.name.ja ?? column
  }

  #tell(row: number, heading: string, read: string, phrase: Phrase, values: Readonly<Record<string, PhraseValue>>): void {
    this.#findings.push({ row, column: this.#headings.indexOf(heading) + 1, heading, read, phrase, values })
  }
}
