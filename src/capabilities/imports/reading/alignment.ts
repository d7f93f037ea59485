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

/** How far a reading may stray from the diagonal, beyond the difference of cells and columns itself. */
const SLACK = 6

/** How a state was reached; what a spread or a join made is kept beside it. */
const MOVE = { match: 1, gap: 2, extra: 3, spread: 4, join: 5 } as const

/** The table of the dynamic programme: state (cell, column) stands at `cell * width + column`. */
interface Lattice {
  readonly width: number
  readonly costs: Float64Array
  readonly moves: Uint8Array
  readonly spreads: Map<number, readonly string[]>
  readonly joins: Map<number, { readonly cells: number; readonly text: string }>
}

/**
 * Reads a row with too many, too few or displaced cells in the least strange way: the classic alignment of two
 * sequences by dynamic programming (Needleman–Wunsch), with two more moves, a cell over several columns and several
 * cells in one. Time and space: cells × columns.
 */
export function alignRow(row: RowToAlign): Alignment {
  const width = row.columns + 1
  const size = (row.cells.length + 1) * width
  const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const lattice: Lattice = { width, costs, moves: new Uint8Array(size), spreads: new Map(), joins: new Map() }
  costs[0] = 0
  const surplus = row.cells.length - row.columns
  const [below, above] = [Math.max(0, surplus) + SLACK, Math.max(0, -surplus) + SLACK]
  for (let cell = 0; cell <= row.cells.length; cell++) {
    const last = Math.min(row.columns, cell + above)
    for (let column = Math.max(0, cell - below); column <= last; column++) extend(row, lattice, cell, column)
  }
  return { ...tracedBack(row, lattice), cost: costs[size - 1] as number }
}

/** Tries every move from one state. */
function extend(row: RowToAlign, lattice: Lattice, cell: number, column: number): void {
  const { costs, width } = lattice
  const at = cell * width + column
  const here = costs[at] as number
  if (here === Number.POSITIVE_INFINITY) return
  const hasCell = cell < row.cells.length
  const hasColumn = column < row.columns
  if (hasCell && hasColumn) {
    reach(lattice, at + width + 1, here + row.fit(row.cells[cell] as string, column, cell), MOVE.match)
    spreadFrom(row, lattice, cell, column)
    if (row.join) joinFrom(row, row.join, lattice, cell, column)
  }
  if (hasColumn) reach(lattice, at + 1, here + row.gapCost(column), MOVE.gap)
  if (hasCell) reach(lattice, at + width, here + row.extraCost(cell), MOVE.extra)
}

/** A strict comparison keeps the earlier move on a tie: a match before a gap, a gap as late as possible. */
function reach(lattice: Lattice, to: number, cost: number, move: number): boolean {
  if (cost >= (lattice.costs[to] as number) - 1e-9) return false
  lattice.costs[to] = cost
  lattice.moves[to] = move
  return true
}

function spreadFrom(row: RowToAlign, lattice: Lattice, cell: number, column: number): void {
  const spread = row.spread(cell, column)
  if (!spread || column + spread.parts.length > row.columns) return
  const at = cell * lattice.width + column
  let cost = (lattice.costs[at] as number) + spread.cost
  for (const [index, part] of spread.parts.entries()) cost += row.fit(part, column + index, -1)
  const to = at + lattice.width + spread.parts.length
  if (reach(lattice, to, cost, MOVE.spread)) lattice.spreads.set(to, spread.parts)
}

function joinFrom(row: RowToAlign, join: Join, lattice: Lattice, cell: number, column: number): void {
  const at = cell * lattice.width + column
  let text = row.cells[cell] as string
  if (text === '') return
  for (let count = 2; count <= join.longest && cell + count <= row.cells.length; count++) {
    const next = row.cells[cell + count - 1] as string
    if (next === '' || !join.mayJoin(cell + count - 2, column)) return
    text += join.glue + next
    const cost = (lattice.costs[at] as number) + row.fit(text, column, -1) + join.cost * (count - 1)
    const to = at + count * lattice.width + 1
    if (reach(lattice, to, cost, MOVE.join)) lattice.joins.set(to, { cells: count, text })
  }
}

function tracedBack(row: RowToAlign, lattice: Lattice): Omit<Alignment, 'cost'> {
  const placements: Placement[] = []
  const extras: number[] = []
  let cell = row.cells.length
  let column = row.columns
  while (cell > 0 || column > 0) {
    const at = cell * lattice.width + column
    switch (lattice.moves[at]) {
      case MOVE.match:
        placements.push({ cells: [--cell], text: row.cells[cell] as string, isPart: false })
        column--
        break
      case MOVE.extra:
        extras.push(--cell)
        break
      case MOVE.spread: {
        const parts = lattice.spreads.get(at) as readonly string[]
        cell--
        column -= parts.length
        for (const part of parts.toReversed()) placements.push({ cells: [cell], text: part, isPart: true })
        break
      }
      case MOVE.join: {
        const joined = lattice.joins.get(at) as { readonly cells: number; readonly text: string }
        cell -= joined.cells
        column--
        placements.push({
          cells: Array.from({ length: joined.cells }, (_, index) => cell + index),
          text: joined.text,
          isPart: false,
        })
        break
      }
      default:
        placements.push({ cells: [], text: '', isPart: false })
        column--
    }
  }
  return { placements: placements.reverse(), extras: extras.reverse() }
}
