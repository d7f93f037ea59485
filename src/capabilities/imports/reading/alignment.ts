/** One column of an aligned row: which cells stand in it, and with which text. */
export interface Placement {
  /** Indexes of the cells; none where the row has lost this column, several where a text was torn apart. */
  readonly cells: readonly number[]
  readonly text: string
  /** Set where one cell holds the texts of several columns and this is one of them. */
  readonly isPart: boolean
}

export interface Alignment {
  /** As many as columns, in their order. */
  readonly placements: readonly Placement[]
  /** Cells that found no column. */
  readonly extras: readonly number[]
  /** Total strangeness of this reading; the smaller, the surer. */
  readonly cost: number
}

/** What the aligner asks about a row; costs share one unit, about 1 for a lost cell and 4 for an impossible one. */
export interface RowToAlign {
  readonly cells: readonly string[]
  readonly columns: number
  /** The strangeness of a text in a column; `cell` is the index when the text is a whole cell, else -1. */
  readonly fit: (text: string, column: number, cell: number) => number
  readonly gapCost: (column: number) => number
  readonly extraCost: (cell: number) => number
  /** How one cell may hold the texts of this and the following columns, e.g. `→ →`; null when it cannot. */
  readonly spread: (cell: number, column: number) => Spread | null
  /** How neighbouring cells may be one torn text; null: never. */
  readonly join: Join | null
}

export interface Spread {
  readonly parts: readonly string[]
  readonly cost: number
}

export interface Join {
  /** For each seam. */
  readonly cost: number
  /** What stood between the cells. */
  readonly glue: string
  /** Most cells in one text. */
  readonly longest: number
  /** Whether a text may be torn between these two cells, in this column. */
  readonly mayJoin: (left: number, column: number) => boolean
}

type Move =
  | { readonly kind: 'match' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'extra' }
  | { readonly kind: 'spread'; readonly parts: readonly string[] }
  | { readonly kind: 'join'; readonly cells: number; readonly text: string }

/**
 * Reads a row with too many, too few or displaced cells in the least strange way: the classic alignment of two
 * sequences by dynamic programming (Needleman–Wunsch), with two more moves, a cell over several columns and several
 * cells in one. Time and space: cells × columns.
 */
export function alignRow(row: RowToAlign): Alignment {
  const height = row.cells.length + 1
  const width = row.columns + 1
  const costs = new Float64Array(height * width).fill(Number.POSITIVE_INFINITY)
  const moves: (Move | undefined)[] = new Array(height * width)
  costs[0] = 0
  for (let cell = 0; cell < height; cell++) {
    for (let column = 0; column < width; column++) {
      const here = costs[cell * width + column] as number
      if (here === Number.POSITIVE_INFINITY) continue
      const reach = (toCell: number, toColumn: number, cost: number, move: Move): void => {
        const at = toCell * width + toColumn
        // A strict comparison keeps the earlier move on a tie: a match before a gap, a gap as late as possible.
        if (here + cost < (costs[at] as number) - 1e-9) {
          costs[at] = here + cost
          moves[at] = move
        }
      }
      movesFrom(row, cell, column, reach)
    }
  }
  return { ...tracedBack(row, moves), cost: costs[costs.length - 1] as number }
}

type Reach = (toCell: number, toColumn: number, cost: number, move: Move) => void

const MATCH: Move = { kind: 'match' }
const GAP: Move = { kind: 'gap' }
const EXTRA: Move = { kind: 'extra' }

function movesFrom(row: RowToAlign, cell: number, column: number, reach: Reach): void {
  const hasCell = cell < row.cells.length
  const hasColumn = column < row.columns
  if (hasCell && hasColumn) {
    reach(cell + 1, column + 1, row.fit(row.cells[cell] as string, column, cell), MATCH)
    spreadFrom(row, cell, column, reach)
    if (row.join) joinFrom(row, row.join, cell, column, reach)
  }
  if (hasColumn) reach(cell, column + 1, row.gapCost(column), GAP)
  if (hasCell) reach(cell + 1, column, row.extraCost(cell), EXTRA)
}

function spreadFrom(row: RowToAlign, cell: number, column: number, reach: Reach): void {
  const spread = row.spread(cell, column)
  if (!spread || column + spread.parts.length > row.columns) return
  const { parts } = spread
  let { cost } = spread
  for (const [index, part] of parts.entries()) cost += row.fit(part, column + index, -1)
  reach(cell + 1, column + parts.length, cost, { kind: 'spread', parts })
}

function joinFrom(row: RowToAlign, join: Join, cell: number, column: number, reach: Reach): void {
  let text = row.cells[cell] as string
  if (text === '') return
  for (let count = 2; count <= join.longest && cell + count <= row.cells.length; count++) {
    const next = row.cells[cell + count - 1] as string
    if (next === '' || !join.mayJoin(cell + count - 2, column)) return
    text += join.glue + next
    const cost = row.fit(text, column, -1) + join.cost * (count - 1)
    reach(cell + count, column + 1, cost, { kind: 'join', cells: count, text })
  }
}

function tracedBack(row: RowToAlign, moves: readonly (Move | undefined)[]): Omit<Alignment, 'cost'> {
  const width = row.columns + 1
  const placements: Placement[] = []
  const extras: number[] = []
  let cell = row.cells.length
  let column = row.columns
  while (cell > 0 || column > 0) {
    const at = cell * width + column
    const move = moves[at] as Move
    switch (move.kind) {
      case 'match':
        placements.push(placed([--cell], row.cells[cell] as string, false))
        column--
        break
      case 'gap':
        placements.push(placed([], '', false))
        column--
        break
      case 'extra':
        extras.push(--cell)
        break
      case 'spread':
        cell--
        for (const part of move.parts.toReversed()) placements.push(placed([cell], part, true))
        column -= move.parts.length
        break
      case 'join':
        cell -= move.cells
        placements.push(placed(Array.from({ length: move.cells }, (_, index) => cell + index), move.text, false))
        column--
        break
    }
  }
  return { placements: placements.reverse(), extras: extras.reverse() }
}

function placed(cells: readonly number[], text: string, isPart: boolean): Placement {
  return { cells, text, isPart }
}
