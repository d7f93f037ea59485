import { cellAddress, type Area } from '#capabilities/documents/xlsx-writer.ts'
import { textOf, valueAt, type ReadSheet } from '#capabilities/documents/xlsx-reader.ts'
import type { Footnote } from '../rules/figure-references.ts'
import { withLineFeeds } from './report-fields.ts'
import { BASE_MARK, BASE_ROWS, BASE_SHEET, FIGURE_KEY, KEY_MARK } from './workbook-keys.ts'

/** A sheet of ours found again: which column holds which field, and the key of each row. */
export interface KeyedSheet {
  readonly name: string
  /** Column number by key. */
  readonly columns: ReadonlyMap<string, number>
  /** Rows in their order, below the row of the keys; '' is a row without a key. */
  readonly rows: readonly { readonly row: number; readonly key: string }[]
  readonly read: (row: number, column: number) => CellReading
  /** Whether another cell's merge covers this one. */
  readonly isCovered: (row: number, column: number) => boolean
}

/** What a cell says as text, or why it says nothing that may be taken over. */
export type CellReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'formula' | 'not-a-text'; readonly found: string; readonly known: string }

export interface WorkbookBase {
  readonly version: string
  readonly planName: string
  readonly reportYear: string
  /** Fingerprints of the cells as they were exported. */
  readonly digests: ReadonlyMap<string, string>
  /** What was printed for the counted figures, and what stands for it in the plan. */
  readonly footnotes: readonly Pick<Footnote, 'printed' | 'source'>[]
}

/** The hidden sheet that says which plan this is; null where it was lost, e.g. by copying sheets to another file. */
export function findBase(sheets: readonly ReadSheet[]): WorkbookBase | null {
  const sheet = sheets.find(({ name }) => name === BASE_SHEET)
  if (sheet === undefined) return null
  const text = (row: number, column: number): string => textOf(valueAt(sheet, row, column)) ?? ''
  if (text(BASE_ROWS.mark, 1) !== BASE_MARK) return null
  const digests = new Map<string, string>()
  const footnotes: WorkbookBase['footnotes'][number][] = []
  for (const row of sheet.cells.keys()) {
    if (row < BASE_ROWS.firstDigest) continue
    const key = text(row, 1)
    if (key.startsWith(FIGURE_KEY)) footnotes.push({ printed: key.slice(FIGURE_KEY.length), source: text(row, 2) })
    else digests.set(key, text(row, 2))
  }
  const [version, planName, reportYear] = [
    text(BASE_ROWS.mark, 2),
    text(BASE_ROWS.planName, 1),
    text(BASE_ROWS.reportYear, 1),
  ]
  return { version, planName, reportYear, digests, footnotes }
}

/** Rows in which the row of the keys is looked for: people put lines of their own above a table. */
const KEY_ROW_SEARCH = 50

/** Null for a sheet that is not ours. */
export function findKeyedSheet(sheet: ReadSheet): KeyedSheet | null {
  const place = findKeyMark(sheet)
  if (place === null) return null
  const columns = new Map<string, number>()
  for (const [column, value] of sheet.cells.get(place.row) ?? []) columns.set(textOf(value) ?? '', column)
  const anchors = anchorsOf(sheet.merges)
  const anchorOf = (row: number, column: number): readonly [number, number] =>
    anchors.get(cellAddress(row, column)) ?? [row, column]
  return {
    name: sheet.name,
    columns,
    rows: [...sheet.cells.keys()]
      .filter((row) => row > place.row)
      .sort((one, other) => one - other)
      .map((row) => ({ row, key: textOf(valueAt(sheet, row, place.column)) ?? '' })),
    read: (row, column) => readingOf(sheet, ...anchorOf(row, column)),
    isCovered: (row, column) => anchors.has(cellAddress(row, column)),
  }
}

function findKeyMark(sheet: ReadSheet): { row: number; column: number } | null {
  for (let row = 1; row <= KEY_ROW_SEARCH; row++) {
    for (const [column, value] of sheet.cells.get(row) ?? []) {
      if (value.kind === 'text' && value.text === KEY_MARK) return { row, column }
    }
  }
  return null
}

/** By address of each covered cell, the first cell of its merge: what is written there holds for all of them. */
function anchorsOf(merges: readonly Area[]): Map<string, readonly [number, number]> {
  const anchors = new Map<string, readonly [number, number]>()
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right && column - left < MERGE_COLUMNS; column++) {
        if (row !== top || column !== left) anchors.set(cellAddress(row, column), [top, left])
      }
      if (row - top >= MERGE_ROWS) break
    }
  }
  return anchors
}

/** A merge over a whole sheet covers more cells than anybody reads. */
const MERGE_ROWS = 1_000
const MERGE_COLUMNS = 100

function readingOf(sheet: ReadSheet, row: number, column: number): CellReading {
  const value = valueAt(sheet, row, column)
  if (value === null) return { ok: true, text: '' }
  if (value.kind === 'formula') {
    return { ok: false, reason: 'formula', found: `=${value.formula}`, known: textOf(value.cached) ?? '' }
  }
  if (value.kind === 'text' || value.kind === 'number') return { ok: true, text: withLineFeeds(textOf(value) ?? '') }
  return { ok: false, reason: 'not-a-text', found: textOf(value) ?? '', known: '' }
}
