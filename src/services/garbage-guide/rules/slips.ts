/**
 * How many slips of the hand part two words: a character missing, too many, wrong, or two neighbours swapped (optimal
 * string alignment). Infinity once it is sure that there are more than `most`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity
  return leastOf(rowsOf(one, other, most, 'whole'), most, (row) => row[other.length] as number)
}

/** The same between `part` and whatever piece of `whole` is most like it. */
export function slipsWithin(part: string, whole: string, most: number): number {
  return leastOf(rowsOf(part, whole, most, 'piece'), most, (row) => Math.min(...row))
}

function leastOf(row: readonly number[] | null, most: number, slipsIn: (row: readonly number[]) => number): number {
  const slips = row === null ? Infinity : slipsIn(row)
  return slips > most ? Infinity : slips
}

/** The last row of the table of distances, or null as soon as a whole row lies above `most`. */
function rowsOf(one: string, other: string, most: number, span: 'whole' | 'piece'): readonly number[] | null {
  // A piece may begin anywhere at no cost.
  let row = Array.from({ length: other.length + 1 }, (_, column) => (span === 'piece' ? 0 : column))
  let before: readonly number[] = []
  for (let line = 1; line <= one.length; line++) {
    const next = [line]
    let least = line
    for (let column = 1; column <= other.length; column++) {
      const cost = stepCost(one, other, line, column, { before, row, left: next[column - 1] as number })
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return null
    before = row
    row = next
  }
  return row
}

interface Neighbours {
  readonly before: readonly number[]
  readonly row: readonly number[]
  readonly left: number
}

function stepCost(one: string, other: string, line: number, column: number, { before, row, left }: Neighbours): number {
  const isSame = one.charCodeAt(line - 1) === other.charCodeAt(column - 1)
  const cost = Math.min((row[column - 1] as number) + (isSame ? 0 : 1), (row[column] as number) + 1, left + 1)
  const isSwapped =
    line > 1 &&
    column > 1 &&
    one.charCodeAt(line - 1) === other.charCodeAt(column - 2) &&
    one.charCodeAt(line - 2) === other.charCodeAt(column - 1)
  return isSwapped ? Math.min(cost, (before[column - 2] as number) + 1) : cost
}
