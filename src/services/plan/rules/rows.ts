import { type ColumnLesson, type Vocabulary, strangeness, traitsOf } from '#capabilities/imports/reading/profiles.ts'
import { Wording } from '#capabilities/imports/reading/wording.ts'
import { type ColumnKey, type PlanColumn, TEXT_COLUMNS } from './columns.ts'
import { type RawCell, type RawRow, joinedCell } from './raw-row.ts'
import { type RowAlignment, bestAlignment } from './row-alignment.ts'
import { COSTS, type CopyTexts, type RowKnowledge, belongsElsewhere, priceOf } from './row-prices.ts'

/** How a column's text came to stand where it is read. */
export type SlotState = 'in-place' | 'shifted' | 'lost' | 'merged' | 'torn' | 'swapped'

/** One column of a row, filled or lost. */
export interface Slot {
  readonly column: PlanColumn
  readonly text: string
  /** The source's cells; none where the row has lost the column. */
  readonly cells: readonly RawCell[]
  readonly state: SlotState
  /** The column that this one changed places with. */
  readonly other?: PlanColumn
  /** The text looks unlike the other rows' texts in this column, and no better place was found for it. */
  readonly isStrange?: boolean
}

/** A row whose cells know their columns. Year texts beside the header's columns have slots `note:2021`. */
export interface AlignedRow {
  readonly raw: RawRow
  readonly slots: ReadonlyMap<ColumnKey, Slot>
  readonly extras: readonly RawCell[]
  /** Every cell stands under its heading and looks at home there. */
  readonly isExact: boolean
}

/** Strangeness up to which a cell needs no second thought: blanks and unusual names, but no mark among texts. */
const AT_HOME = 0.95

export interface AlignedRows {
  readonly rows: readonly AlignedRow[]
  readonly knowledge: RowKnowledge
}

/** Aligns all rows: those that read well teach what the columns look like, the others are read by what they taught. */
export function alignRows(
  rows: readonly RawRow[],
  vocabulary: Vocabulary,
  isJudgement: RowKnowledge['isJudgement'],
): AlignedRows {
  const exact = rows.map((row) => exactRow(row, vocabulary))
  const lessons = {
    ...learned(
      exact.filter((row) => row !== null),
      vocabulary,
    ),
    isJudgement,
  }
  // What looks at home by its shape may still be another column's text: a direction among the names.
  const sound = exact.map((row) => (row && !hasForeignText(row, lessons) ? row : null))
  const first = rows.map((row, index) => sound[index] ?? alignOne(row, lessons))
  const oftenLost = oftenLostColumn(first)
  if (!oftenLost) return { rows: first, knowledge: lessons }
  const knowledge = { ...lessons, oftenLost }
  // A row that has lost that column already reads no differently when the loss is expected.
  const again = first.map((row) =>
    row.isExact || row.slots.get(oftenLost)?.state === 'lost' ? row : alignOne(row.raw, knowledge),
  )
  return { rows: again, knowledge }
}

function hasForeignText({ slots }: AlignedRow, { homes }: RowKnowledge): boolean {
  return [...slots.values()].some(({ text, column }) => belongsElsewhere(text, column, homes))
}

/** Losses of one column that make a habit. */
const LOSSES_NEEDED = 3

/** What made a dump lose a column in one row (a merged cell, a narrow column) mostly did so in others. */
function oftenLostColumn(rows: readonly AlignedRow[]): ColumnKey | null {
  const losses = new Map<ColumnKey, number>()
  let total = 0
  for (const { slots } of rows) {
    for (const [key, { state, column }] of slots) {
      if (state !== 'lost' || column.shape !== 'prose') continue
      losses.set(key, (losses.get(key) ?? 0) + 1)
      total++
    }
  }
  const [most] = [...losses].toSorted(([, left], [, right]) => right - left)
  return most && most[1] >= LOSSES_NEEDED && most[1] * 2 > total ? most[0] : null
}

function exactRow(raw: RawRow, vocabulary: Vocabulary): AlignedRow | null {
  const { columns } = raw.table
  const filled = raw.cells.findLastIndex(({ text }) => text !== '') + 1
  if (filled > columns.length || raw.cells.length < columns.length) return null
  const isAtHome = columns.every((column, index) => {
    const traits = traitsOf((raw.cells[index] as RawCell).text, vocabulary)
    return strangeness(traits, column, undefined) <= AT_HOME
  })
  return isAtHome
    ? rowOf(
        raw,
        columns.map((column, index) => slotInPlace(column, raw.cells[index] as RawCell)),
        [],
        true,
      )
    : null
}

function slotInPlace(column: PlanColumn, cell: RawCell): Slot {
  return { column, text: cell.text, cells: [cell], state: 'in-place' }
}

function rowOf(raw: RawRow, slots: readonly Slot[], extras: readonly RawCell[], isExact: boolean): AlignedRow {
  return { raw, extras, isExact, slots: new Map(slots.map((slot) => [slot.column.key, slot])) }
}

/** Rows that the lessons are drawn from; more teach nothing new. */
const LESSONS_AT_MOST = 1_000

function learned(rows: readonly AlignedRow[], vocabulary: Vocabulary): Omit<RowKnowledge, 'isJudgement'> {
  const wording = new Wording(TEXT_COLUMNS)
  const texts = new Map<ColumnKey, Map<string, number>>()
  const sample = rows.slice(0, LESSONS_AT_MOST)
  for (const { slots } of sample) {
    for (const [key, { text }] of slots) {
      if (traitsOf(text, vocabulary).kind === 'sentence') wording.learn(key, text)
      const counts = texts.get(key) ?? new Map<string, number>()
      counts.set(text, (counts.get(text) ?? 0) + 1)
      texts.set(key, counts)
    }
  }
  const lessons = new Map([...texts].map(([key, counts]) => [key, lessonOf(counts, vocabulary)]))
  return { vocabulary, wording, oftenLost: null, lessons, homes: homesOf(lessons) }
}

function homesOf(lessons: ReadonlyMap<ColumnKey, ColumnLesson>): ReadonlyMap<string, ReadonlySet<ColumnKey>> {
  const homes = new Map<string, Set<ColumnKey>>()
  for (const [key, { repeated }] of lessons) {
    for (const text of repeated) homes.set(text, (homes.get(text) ?? new Set<ColumnKey>()).add(key))
  }
  return homes
}

function lessonOf(counts: ReadonlyMap<string, number>, vocabulary: Vocabulary): ColumnLesson {
  let total = 0
  for (const count of counts.values()) total += count
  const repeated = [...counts].filter(
    ([text, count]) => count > 1 && text.length > 1 && !vocabulary.legendWords.has(text),
  )
  return { blankShare: (counts.get('') ?? 0) / Math.max(1, total), repeated: new Set(repeated.map(([text]) => text)) }
}

/** Reads one row that is not beyond doubt; `copy` holds the texts of another listing of the same project. */
export function alignOne(raw: RawRow, knowledge: RowKnowledge, copy?: CopyTexts): AlignedRow {
  const alignment = bestAlignment(
    raw.cells.map(({ text }) => text),
    raw.table,
    knowledge,
    copy,
  )
  const slots = withSwap(
    alignment.columns.map((column, index) => slotOf(raw, column, alignment, index)),
    alignment.swap,
  )
  const extras = alignment.extras
    .map((index) => alignment.cells[index]?.source ?? 0)
    .map((source) => raw.cells[source] as RawCell)
  const named = extras.filter(({ text }) => text !== '')
  return rowOf(
    raw,
    slots.map((slot) => ({ ...slot, isStrange: isStrange(slot, knowledge) })),
    named,
    false,
  )
}

function withSwap(slots: readonly Slot[], swap: RowAlignment['swap']): readonly Slot[] {
  if (!swap) return slots
  const [left, right] = swap
  const [one, other] = [slots[left] as Slot, slots[right] as Slot]
  const exchanged = slots.with(left, { ...other, column: one.column, state: 'swapped', other: other.column })
  return exchanged.with(right, { ...one, column: other.column, state: 'swapped', other: one.column })
}

function isStrange({ text, column, state }: Slot, knowledge: RowKnowledge): boolean {
  if (text === '' || state === 'lost' || column.shape === 'note') return false
  return (
    priceOf(traitsOf(text, knowledge.vocabulary), column, { ...knowledge, wording: null }, undefined) >= COSTS.strange
  )
}

function slotOf(raw: RawRow, column: PlanColumn, alignment: RowAlignment, index: number): Slot {
  const placement = alignment.placements[index] as RowAlignment['placements'][number]
  const sources = [...new Set(placement.cells.map((cell) => alignment.cells[cell]?.source ?? 0))]
  const cells = sources.map((source) => raw.cells[source] as RawCell)
  const { text } = placement
  if (cells.length === 0) return { column, text: '', cells, state: 'lost' }
  if (cells.length > 1)
    return { column, text, cells: [cells.reduce((left, right) => joinedCell(left, right, ''))], state: 'torn' }
  if (placement.isPart || text !== (cells[0] as RawCell).text) return { column, text, cells, state: 'merged' }
  const home = raw.table.columns.findIndex(({ key }) => key === column.key)
  return { column, text, cells, state: sources[0] === home ? 'in-place' : 'shifted' }
}
