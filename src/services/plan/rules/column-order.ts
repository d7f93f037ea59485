import { type Vocabulary, strangeness, traitsOf } from '#capabilities/imports/reading/profiles.ts'
import type { PlanColumn, PlanTable } from './columns.ts'
import type { Doubts } from './question.ts'
import type { RawRow } from './raw-row.ts'

/** Rows looked at for one header; the gain a swap must bring on average; the share of rows that must agree. */
const ROWS_SEEN = 60
const GAIN_NEEDED = 1.2
const AGREEMENT = 0.7
const ROWS_NEEDED = 3

/**
 * A header whose headings changed places against all its rows (事業名 over the purposes) is read the other way round,
 * with one question for the header instead of one for every row.
 */
export function withSettledColumns(rows: readonly RawRow[], vocabulary: Vocabulary, doubts: Doubts): readonly RawRow[] {
  const byTable = new Map<PlanTable, RawRow[]>()
  for (const row of rows) {
    const group = byTable.get(row.table)
    if (group) group.push(row)
    else byTable.set(row.table, [row])
  }
  const settled = new Map<PlanTable, PlanTable>()
  for (const [table, group] of byTable) {
    const sample = group.filter(({ cells }) => cells.length === table.columns.length).slice(0, ROWS_SEEN)
    if (sample.length >= ROWS_NEEDED) settled.set(table, settledTable(table, sample, group, vocabulary, doubts))
  }
  return rows.map((row) => ({ ...row, table: settled.get(row.table) ?? row.table }))
}

function settledTable(
  table: PlanTable,
  sample: readonly RawRow[],
  group: readonly RawRow[],
  vocabulary: Vocabulary,
  doubts: Doubts,
): PlanTable {
  const prices = sample.map(({ cells }) =>
    cells.map(({ text }) => {
      const traits = traitsOf(text, vocabulary)
      return table.columns.map((column) => strangeness(traits, column, undefined))
    }),
  )
  const columns = [...table.columns]
  const places = columns.map((_, index) => index)
  for (;;) {
    const swap = bestSwap(prices, places)
    if (!swap) break
    const [left, right] = swap
    ;[places[left], places[right]] = [places[right] as number, places[left] as number]
    const [one, other] = [columns[left] as PlanColumn, columns[right] as PlanColumn]
    columns[left] = other
    columns[right] = one
    const cells = group.flatMap((row) => [row.cells[left], row.cells[right]].flatMap((cell) => cell?.refs ?? []))
    const place = { line: table.line, row: '', column: one.heading, read: `${one.heading} | ${other.heading}` }
    doubts.add({
      ...place,
      kind: 'swapped-columns',
      proposed: `${other.heading} | ${one.heading}`,
      values: { other: other.heading },
      cells,
    })
  }
  return { ...table, columns }
}

type Prices = readonly (readonly (readonly number[])[])[]

/** `places[cell]` is the column that the cells at that index are read as. */
function bestSwap(prices: Prices, places: readonly number[]): readonly [number, number] | null {
  let best: readonly [number, number] | null = null
  let bestGain = GAIN_NEEDED
  for (let left = 0; left < places.length; left++) {
    for (let right = left + 1; right < places.length; right++) {
      const gains = prices.map((row) => gainOf(row, places, left, right))
      const average = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
      if (average <= bestGain || gains.filter((gain) => gain > 0.5).length < gains.length * AGREEMENT) continue
      best = [left, right]
      bestGain = average
    }
  }
  return best
}

function gainOf(row: readonly (readonly number[])[], places: readonly number[], left: number, right: number): number {
  const price = (cell: number, place: number): number => row[cell]?.[places[place] as number] ?? 0
  return price(left, left) + price(right, right) - price(left, right) - price(right, left)
}
