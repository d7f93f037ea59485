import type { SourceLine } from '#capabilities/imports/reading/cells.ts'
import { type PrintedNumber, readPrintedNumber } from './numbers.ts'

const NUMBER_THEN_TEXT =
  /^(\S{1,3}\s?[(（]\s?[0-9０-９]{1,2}\s?[)）]\s?[-－ー−]\s?[0-9０-９]{1,5}(?:\s?[【(（]再掲有?[】)）])?)\s+\S/

/**
 * The number that a row begins with, in the column of numbers or one beside it, also when it is torn in two or a text
 * follows in the same cell; null when the line begins no row.
 */
export function rowStart(line: SourceLine, numberColumn: number): PrintedNumber | null {
  for (let cell = 0; cell <= numberColumn + 1 && cell < line.cells.length; cell++) {
    const text = line.cells[cell] as string
    const number = readPrintedNumber(text) ?? readTornNumber(text, line.cells[cell + 1]) ?? readPrefix(text)
    if (number) return number
  }
  return null
}

/** `①` and `(3)-8` in two cells. */
function readTornNumber(text: string, next: string | undefined): PrintedNumber | null {
  if (next === undefined || text.length > 3 || text === '') return null
  const number = readPrintedNumber(`${text}${next}`)
  return number && number.vision !== null && !/^\d/.test(text) ? number : null
}

function readPrefix(text: string): PrintedNumber | null {
  const match = text.match(NUMBER_THEN_TEXT)
  return match ? readPrintedNumber(match[1] as string) : null
}

/** A second number further right in a line: two rows were glued together there. */
export interface GluedStart {
  /** Cell that the second row begins at. */
  readonly cell: number
  /** What of that cell still belongs to the first row; empty when the second begins with the cell. */
  readonly before: string
}

const NUMBER_AT_END =
  /[①-⑳㉑-㉟]\s?[(（]\s?[0-9０-９]{1,2}\s?[)）]\s?[-－ー−]\s?[0-9０-９]{1,5}\s?(?:[【(（]再掲有?[】)）])?$/u
const LONGEST_TAIL = 30

export function gluedStart(cells: readonly string[], columns: number): GluedStart | null {
  // Half a row must stand on either side; a text may well end by naming another row.
  const from = Math.floor(columns / 2)
  for (let cell = from; cell < cells.length; cell++) {
    if (cells.length - cell < columns / 3) return null
    const text = cells[cell] as string
    const number = readPrintedNumber(text)
    if (number?.isCircled || (number && cells.length > columns * 1.4)) return { cell, before: '' }
    const glued = cells.length > columns ? text.slice(-LONGEST_TAIL).match(NUMBER_AT_END) : null
    if (glued?.[0] && glued[0].length < text.length)
      return { cell, before: text.slice(0, text.length - glued[0].length).trim() }
  }
  return null
}
