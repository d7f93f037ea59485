import { type SourceLine, placeOfCell } from '#capabilities/imports/reading/cells.ts'
import type { Doubt } from './question.ts'

/** A line that says nothing the plan has room for, as a question of its own. */
export function leftOut(line: SourceLine, column = '行'): Doubt {
  const cells = line.cells.map((_, index) => ({ line: line.number, cell: placeOfCell(line, index) }))
  const read = line.cells.filter((cell) => cell !== '').join(' | ')
  return { kind: 'line-left-out', line: line.number, row: '', column, read, proposed: '', cells }
}
