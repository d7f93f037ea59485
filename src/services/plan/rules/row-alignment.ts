import { type Alignment, type Join, type Spread, alignRow } from '#capabilities/imports/reading/alignment.ts'
import {
  type CellTraits, type ColumnLesson, type Vocabulary, hasEnding, markCount, strangeness, traitsOf,
} from '#capabilities/imports/reading/profiles.ts'
import { foldText, similarity } from '#capabilities/imports/reading/similarity.ts'
import type { Wording } from '#capabilities/imports/reading/wording.ts'
import { type ColumnKey, type PlanColumn, type PlanTable, planColumn } from './columns.ts'

/** What is known when rows are aligned: the table's words, what sound rows taught, and what a copy of the row says. */
export interface RowKnowledge {
  readonly vocabulary: Vocabulary
  readonly lessons: ReadonlyMap<ColumnKey, ColumnLesson>
  readonly wording: Wording | null
  /** The column that this dump loses again and again, if one stands out. */
  readonly oftenLost: ColumnKey | null
}

/** How like a text is to that of a column in another listing of the same project, as a bonus. */
export class CopyTexts {
  readonly #folded: ReadonlyMap<ColumnKey, string>
  readonly #likeness = new Map<string, number>()

  constructor(texts: ReadonlyMap<ColumnKey, string>) {
    this.#folded = new Map([...texts].map(([key, text]) => [key, foldText(text)]))
  }

  /** A text that stands in a column of the copy belongs into that column here, and nowhere else. */
  bonus(text: string, key: ColumnKey): number {
    const other = this.#folded.get(key)
    if (!other) return 0
    const cached = this.#likeness.get(key + text)
    if (cached !== undefined) return cached
    const folded = foldText(text)
    const bonus = folded === other ? COPY_BONUS : similarity(folded, other) > ALIKE ? COPY_BONUS * 0.8 : 0
    this.#likeness.set(key + text, bonus)
    return bonus
  }
}

const ALIKE = 0.85

/** The least strange reading of a row; its columns may include year texts (`note:`) that the header does not show. */
export interface RowAlignment extends Alignment {
  readonly columns: readonly PlanColumn[]
  /** The cells that were aligned: those of the row, or its words when separators had become spaces. */
  readonly cells: readonly AlignedCell[]
}

export interface AlignedCell {
  readonly text: string
  /** Index of the row's cell that the text was taken from. */
  readonly source: number
}

const EXTRA_COST = 2
const BLANK_EXTRA_COST = 0.15
const TRAILING_BLANK_COST = 0.01
const NOTES_COST = 0.2
const NOTE_GAP_COST = 0.6
const JOIN_COST = 1.2
const SPREAD_COST = 0.4
/** A space after a sentence parts paragraphs more often than columns. */
const SENTENCE_SPREAD_COST = 1.3
const OFTEN_LOST_BONUS = 0.35
const SPACE_JOIN_COST = 0.05
const RESPLIT_COST = 0.6
const WORDING_WEIGHT = 0.3
const COPY_BONUS = 0.6
/** Longer rows are not cut at every space: they hold whole texts, not lost separators. */
const WORDS_AT_MOST = 60

/** Aligns one row in every way that may explain it and returns the least strange one. */
export function bestAlignment(cells: readonly string[], table: PlanTable, knowledge: RowKnowledge, copy?: CopyTexts): RowAlignment {
  const whole = cells.map((text, source) => ({ text, source }))
  let best = aligned(whole, table.columns, knowledge, TORN, copy)
  const consider = (reading: RowAlignment, entryCost: number): void => {
    if (reading.cost + entryCost < best.cost - 1e-6) best = { ...reading, cost: reading.cost + entryCost }
  }
  // The other explanations are dear to compute and to believe: a row that reads well as it stands needs none.
  if (best.cost > SMOOTH_COST) {
    for (const columns of columnsWithNotes(table, whole.length)) consider(aligned(whole, columns, knowledge, null, copy), NOTES_COST)
  }
  if (best.cost > ROUGH_COST) {
    for (const { cells: parts, join } of resplit(whole, table.columns.length)) {
      consider(aligned(parts, table.columns, knowledge, join, copy), RESPLIT_COST)
    }
  }
  return best
}

const SMOOTH_COST = 1
const ROUGH_COST = 2.4

type JoinRule = Omit<Join, 'mayJoin'>
/** A stray separator inside a text; and words that were cut apart at spaces on trial. */
const TORN: JoinRule = { cost: JOIN_COST, glue: '', longest: 3 }
const WORDS: JoinRule = { cost: SPACE_JOIN_COST, glue: ' ', longest: 12 }

function aligned(
  cells: readonly AlignedCell[],
  columns: readonly PlanColumn[],
  knowledge: RowKnowledge,
  join: JoinRule | null,
  copy: CopyTexts | undefined,
): RowAlignment {
  const { vocabulary } = knowledge
  const traits = cells.map(({ text }) => traitsOf(text, vocabulary))
  const lastFilled = cells.findLastIndex(({ text }) => text !== '')
  const alignment = alignRow({
    cells: cells.map(({ text }) => text),
    columns: columns.length,
    fit: (text, column, cell) => priceOf(cell >= 0 ? (traits[cell] as CellTraits) : traitsOf(text, vocabulary), columns[column] as PlanColumn, knowledge, copy),
    gapCost: (column) => gapCostOf(columns[column] as PlanColumn, knowledge),
    extraCost: (cell) => (cells[cell]?.text !== '' ? EXTRA_COST : cell > lastFilled ? TRAILING_BLANK_COST : BLANK_EXTRA_COST),
    spread: (cell, column) => spreadOf(traits[cell] as CellTraits, column, columns, vocabulary),
    join: join && { ...join, mayJoin: join === WORDS ? () => true : (left, column) => isTornBetween(traits, left, columns[column] as PlanColumn) },
  })
  return { ...alignment, columns, cells }
}

function gapCostOf(column: PlanColumn, { oftenLost }: RowKnowledge): number {
  return column.key === oftenLost ? column.gapCost - OFTEN_LOST_BONUS : column.gapCost
}

/** Shorter pieces are texts of their own (継続) and no torn sentences. */
const SHORTEST_PIECE = 8

/** A text is torn between two cells when the first has words without an end and the second goes on in words. */
function isTornBetween(traits: readonly CellTraits[], left: number, column: PlanColumn): boolean {
  if (column.shape !== 'prose' && column.shape !== 'name') return false
  const [before, after] = [traits[left], traits[left + 1]]
  const isText = (cell: CellTraits | undefined): boolean =>
    cell !== undefined && !cell.isUnit && !cell.isLegendWord && ['words', 'sentence', 'amount'].includes(cell.kind)
  if (!before || !isText(before) || !isText(after)) return false
  return column.shape === 'name' || (before.text.length >= SHORTEST_PIECE && !before.text.endsWith('。'))
}

/** The price of a text in a column: its shape, the lessons of sound rows, their wording and the copy together. */
function priceOf(cell: CellTraits, column: PlanColumn, { lessons, wording }: RowKnowledge, copy: CopyTexts | undefined): number {
  const price = strangeness(cell, column, lessons.get(column.key))
  if (column.shape !== 'prose' || (cell.kind !== 'sentence' && cell.kind !== 'words')) return price
  const doubt = wording?.doubts(cell.text).get(column.key) ?? 0
  return price + WORDING_WEIGHT * doubt - (copy?.bonus(cell.text, column.key) ?? 0)
}

/** The header's columns with year texts after all marks, or after each mark; only when the row has cells to spare. */
function columnsWithNotes(table: PlanTable, cellCount: number): readonly (readonly PlanColumn[])[] {
  const last = table.columns.findLastIndex(({ key }) => key.startsWith('year:'))
  if (last < 0 || cellCount < table.columns.length - 4) return []
  const noteOf = (year: number): PlanColumn => ({ ...planColumn(`note:${year}`, ''), gapCost: NOTE_GAP_COST })
  const block = [...table.columns.slice(0, last + 1), ...table.years.map(noteOf), ...table.columns.slice(last + 1)]
  const interleaved = table.columns.flatMap((column) =>
    column.key.startsWith('year:') ? [column, noteOf(Number(column.key.slice(5)))] : [column],
  )
  return [block, interleaved]
}

interface Resplit {
  readonly cells: readonly AlignedCell[]
  readonly join: JoinRule
}

/** Rows whose separators became spaces: the same row cut at wide spaces, and at every space. */
function resplit(cells: readonly AlignedCell[], columns: number): readonly Resplit[] {
  if (cells.length >= columns) return []
  const cut = (at: RegExp): AlignedCell[] =>
    cells.flatMap(({ text, source }) => text.split(at).map((part) => ({ text: part, source })))
  const wide = cut(/ {2,}|[ ]*\u3000[ \u3000]*/)
  const words = cut(/[ \u3000]+/)
  const readings: Resplit[] = []
  if (wide.length > cells.length) readings.push({ cells: wide, join: TORN })
  if (words.length > wide.length && words.length <= WORDS_AT_MOST) {
    readings.push({ cells: words, join: WORDS })
  }
  return readings
}

/** One cell with the texts of several columns: `→ → ◎` over three years, a unit and its section, a name and a text. */
function spreadOf(cell: CellTraits, column: number, columns: readonly PlanColumn[], vocabulary: Vocabulary): Spread | null {
  const here = columns[column] as PlanColumn
  const next = columns[column + 1]
  if (!next) return null
  if (here.shape === 'mark' && cell.kind === 'marks') {
    const parts = Array.from(cell.text.replace(/[\s\ufe0f、,・／/]/g, ''))
    return parts.length === markCount(cell.text, vocabulary) ? { parts, cost: SPREAD_COST } : null
  }
  if (cell.kind !== 'words' && cell.kind !== 'sentence' && cell.kind !== 'marked-text') return null
  const parts = here.shape === 'unit' && next.shape === 'unit'
    ? spreadUnits(cell.text, here, next)
    : spreadTexts(cell.text, here, next, vocabulary)
  if (!parts) return null
  const isParagraph = here.shape === 'prose' && next.shape === 'prose' && !/。(\s{2}|\u3000)/.test(cell.text)
  return { parts, cost: isParagraph ? SENTENCE_SPREAD_COST : SPREAD_COST }
}

function spreadUnits(text: string, here: PlanColumn, next: PlanColumn): readonly string[] | null {
  const parts = text.split(/[\s／/]+/)
  if (parts.length < 2 || parts.length > 3) return null
  const fits = hasEnding(parts[0] as string, here.endings ?? []) && hasEnding(parts[1] as string, next.endings ?? [])
  return fits ? parts : null
}

/** Two texts parted by a space where a separator stood: a number and a name, a name and a text, a text and a mark. */
function spreadTexts(text: string, here: PlanColumn, next: PlanColumn, vocabulary: Vocabulary): readonly string[] | null {
  const at = partingSpace(text, here, next, vocabulary)
  if (at <= 0) return null
  const parts = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  const marks = next.shape === 'mark' ? parts[1] : here.shape === 'mark' ? parts[0] : null
  return marks && markCount(marks, vocabulary) !== 1 ? null : parts
}

function partingSpace(text: string, here: PlanColumn, next: PlanColumn, vocabulary: Vocabulary): number {
  if (next.shape === 'mark') return here.shape === 'prose' || here.shape === 'name' ? text.lastIndexOf(' ') : -1
  if (here.shape === 'mark') return text.search(/[ \u3000]/)
  if (here.shape === 'code') return lastCodeSpace(text, vocabulary)
  if (here.shape === 'name') return text.search(/[ \u3000]/)
  return here.shape === 'prose' && next.shape === 'prose' ? text.search(/。[ \u3000]/) + 1 : -1
}

function lastCodeSpace(text: string, vocabulary: Vocabulary): number {
  let best = -1
  for (let at = text.indexOf(' '); at >= 0 && at < 30; at = text.indexOf(' ', at + 1)) {
    if (vocabulary.isCode(text.slice(0, at))) best = at
  }
  return best
}
