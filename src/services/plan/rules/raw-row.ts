import { type CellOddity, cleanCell } from '#capabilities/imports/reading/characters.ts'
import { holdsHtml, plainParagraphs } from '#capabilities/imports/reading/html-text.ts'
import { type SourceLine, placeOfCell } from '#capabilities/imports/reading/cells.ts'
import type { PlanTable } from './columns.ts'
import type { CellRef } from './question.ts'

/** What makes a cell worth a look before any column is known: odd characters, or the remains of a page's layout. */
export type RawOddity = CellOddity | 'html-layout'

/** A cell of a row before it is known which column it belongs to. */
export interface RawCell {
  readonly text: string
  /** As in the source, before control and invisible characters were taken out. */
  readonly raw: string
  readonly refs: readonly CellRef[]
  readonly oddities: readonly RawOddity[]
}

/** How a row came to be, where it is not simply one line. */
export type RowOrigin = 'line' | 'several-lines' | 'glued'

/** A row of the table: its cells in the order of print, and the header it stands under. */
export interface RawRow {
  readonly line: number
  readonly table: PlanTable
  readonly cells: readonly RawCell[]
  /** The vision whose heading stands above, or null before the first. */
  readonly vision: number | null
  readonly origin: RowOrigin
  readonly lineCount: number
}

export function rawCells(line: SourceLine): readonly RawCell[] {
  return line.cells.map((cell, index) => rawCell(cell, [{ line: line.number, cell: placeOfCell(line, index) }]))
}

export function rawCell(raw: string, refs: readonly CellRef[]): RawCell {
  const { text, oddities } = cleanCell(raw)
  if (!holdsHtml(text)) return { text, raw, refs, oddities }
  return { text: plainParagraphs(text), raw, refs, oddities: [...oddities, 'html-layout'] }
}

export function joinedCell(left: RawCell, right: RawCell, glue: string): RawCell {
  return {
    text: left.text + glue + right.text,
    raw: left.raw + glue + right.raw,
    refs: [...left.refs, ...right.refs],
    oddities: [...left.oddities, ...right.oddities],
  }
}
