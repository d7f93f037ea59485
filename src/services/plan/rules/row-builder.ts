import type { SourceLine } from '#capabilities/imports/reading/cells.ts'
import { type Vocabulary, traitsOf } from '#capabilities/imports/reading/profiles.ts'
import { type PlanTable, columnIndex } from './columns.ts'
import { leftOut } from './left-out.ts'
import type { Doubts } from './question.ts'
import { type RawCell, type RawRow, type RowOrigin, joinedCell, rawCell, rawCells } from './raw-row.ts'
import { bestAlignment } from './row-alignment.ts'
import type { RowKnowledge } from './row-prices.ts'
import { gluedStart, rowStart } from './row-start.ts'

interface OpenRow {
  readonly table: PlanTable
  readonly vision: number | null
  readonly pieces: (readonly RawCell[])[]
  readonly line: number
  readonly origin: RowOrigin
}

/** Puts the lines of a table together to rows: one line, several, or two rows in one. */
export class RowBuilder {
  readonly #vocabulary: Vocabulary
  readonly #knowledge: RowKnowledge
  readonly #doubts: Doubts
  readonly #rows: RawRow[] = []
  #open: OpenRow | null = null

  constructor(vocabulary: Vocabulary, doubts: Doubts) {
    this.#vocabulary = vocabulary
    this.#knowledge = {
      vocabulary,
      lessons: new Map(),
      homes: new Map(),
      wording: null,
      oftenLost: null,
      isJudgement: () => true,
    }
    this.#doubts = doubts
  }

  /** Whether the row read last lacks so many cells that it may go on below. */
  get isOpen(): boolean {
    return this.#open !== null && cellCount(this.#open) < this.#open.table.columns.length * 0.8
  }

  read(line: SourceLine, table: PlanTable, vision: number | null): void {
    const start = rowStart(line, Math.max(0, columnIndex(table, 'number')))
    if (start) this.#startRow(rawCells(line), table, vision, line.number, 'line')
    else if (this.#open && this.#goesOn(this.#open, line)) this.#open.pieces.push(rawCells(line))
    else if (this.#looksLikeRow(line, table)) this.#startRow(rawCells(line), table, vision, line.number, 'line')
    else this.#doubts.add(leftOut(line))
  }

  close(): void {
    if (!this.#open) return
    this.#rows.push(this.#assembled(this.#open))
    this.#open = null
  }

  finish(): readonly RawRow[] {
    this.close()
    return this.#rows
  }

  #startRow(cells: readonly RawCell[], table: PlanTable, vision: number | null, line: number, origin: RowOrigin): void {
    this.close()
    const glued = gluedStart(
      cells.map(({ text }) => text),
      table.columns.length,
    )
    if (!glued) {
      this.#open = { table, vision, pieces: [cells], line, origin }
      return
    }
    const seam = cells[glued.cell] as RawCell
    const tail = glued.before === '' ? [] : [rawCell(glued.before, seam.refs)]
    const head = glued.before === '' ? seam : rawCell(seam.text.slice(glued.before.length).trim(), seam.refs)
    this.#open = { table, vision, pieces: [[...cells.slice(0, glued.cell), ...tail]], line, origin }
    this.#startRow([head, ...cells.slice(glued.cell + 1)], table, vision, line, 'glued')
  }

  /** Whether a line without number is the rest of the row above. */
  #goesOn(open: OpenRow, line: SourceLine): boolean {
    const columns = open.table.columns.length
    const have = cellCount(open)
    const add = line.cells.length
    if (have >= columns || have + add > columns + 2 || add >= columns - 1) return false
    // Two pieces that make up one row between them need no weighing; at a seam inside a cell one cell counts twice.
    if (add > 1 && have + add >= columns && have + add <= columns + 1) return true
    // A row that lacks a cell or two may stand above a stray remark: the row must read better with it than without.
    const alone = bestAlignment(textsOf(open), open.table, this.#knowledge).cost
    const together = Math.min(
      ...joinings([...open.pieces, rawCells(line)]).map((cells) => this.#cost(cells, open.table)),
    )
    return together < alone - 0.3
  }

  #looksLikeRow(line: SourceLine, table: PlanTable): boolean {
    return (
      line.cells.length * 2 >= table.columns.length &&
      this.#marksIn(line.cells) >= Math.max(2, table.years.length * 0.6)
    )
  }

  #marksIn(cells: readonly string[]): number {
    const traits = cells.map((cell) => traitsOf(cell, this.#vocabulary))
    return traits.filter(
      ({ kind, isLegendWord }) => kind === 'mark' || kind === 'marked-text' || kind === 'marks' || isLegendWord,
    ).length
  }

  #cost(cells: readonly RawCell[], table: PlanTable): number {
    return bestAlignment(
      cells.map(({ text }) => text),
      table,
      this.#knowledge,
    ).cost
  }

  #assembled(open: OpenRow): RawRow {
    const { table, vision, line, origin, pieces } = open
    const lineCount = pieces.length
    if (lineCount === 1) return { table, vision, line, origin, lineCount, cells: pieces[0] as readonly RawCell[] }
    const candidates = joinings(pieces)
    const costs = candidates.map((cells) => this.#cost(cells, table))
    const cells = candidates[costs.indexOf(Math.min(...costs))] as readonly RawCell[]
    return { table, vision, line, origin: 'several-lines', lineCount, cells }
  }
}

function cellCount(open: OpenRow): number {
  let count = 0
  for (const piece of open.pieces) count += piece.length
  return count
}

function textsOf(open: OpenRow): readonly string[] {
  return open.pieces.flatMap((piece) => piece.map(({ text }) => text))
}

/** Seams that are tried both ways; beyond, each seam is decided for itself. */
const SEAMS_TRIED = 3

/**
 * Every way to join the lines of one row: at a seam either a cell ended, or a line break stood inside a cell. With
 * many seams only the likelier way of each is kept, so that the work stays linear.
 */
function joinings(pieces: readonly (readonly RawCell[])[]): readonly (readonly RawCell[])[] {
  let ways: (readonly RawCell[])[] = [pieces[0] as readonly RawCell[]]
  for (const [index, piece] of pieces.slice(1).entries()) {
    const mayFork = index < SEAMS_TRIED
    ways = ways.flatMap((cells) => {
      const inside = joinedInside(cells, piece)
      const between = [...cells, ...piece]
      if (mayFork) return [between, inside]
      return [endsInside(cells.at(-1)?.text ?? '', piece[0]?.text ?? '') ? inside : between]
    })
  }
  return ways
}

function joinedInside(cells: readonly RawCell[], piece: readonly RawCell[]): readonly RawCell[] {
  const last = cells.at(-1)
  const first = piece[0]
  if (!last || !first) return [...cells, ...piece]
  return [...cells.slice(0, -1), joinedCell(last, first, ''), ...piece.slice(1)]
}

/** A sentence goes on over the seam when its last line has no end and the next begins like no mark or number. */
function endsInside(before: string, after: string): boolean {
  return before !== '' && after !== '' && !/[。」）)]$/.test(before) && !/^[△○◎→×\-①-⑳]/.test(after)
}
