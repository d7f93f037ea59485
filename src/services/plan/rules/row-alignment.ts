import { type Alignment, type Join, alignRow } from '#capabilities/imports/reading/alignment.ts'
import { type CellTraits, type Vocabulary, traitsOf } from '#capabilities/imports/reading/profiles.ts'
import { type PlanColumn, type PlanTable, planColumn } from './columns.ts'
import { COSTS, type CopyTexts, type RowKnowledge, gapCostOf, priceOf } from './row-prices.ts'
import { spreadOf } from './row-spreads.ts'

/** The least strange reading of a row; its columns may include year texts (`note:`) that the header does not show. */
export interface RowAlignment extends Alignment {
  readonly columns: readonly PlanColumn[]
  /** The cells that were aligned: those of the row, or its words when separators had become spaces. */
  readonly cells: readonly AlignedCell[]
  /** Two columns whose cells were read as exchanged. */
  readonly swap: readonly [number, number] | null
}

export interface AlignedCell {
  readonly text: string
  /** Index of the row's cell that the text was taken from. */
  readonly source: number
}

/** Longer rows are not cut at every space: they hold whole texts, not lost separators. */
const WORDS_AT_MOST = 60

/** Aligns one row in every way that may explain it and returns the least strange one. */
export function bestAlignment(
  cells: readonly string[],
  table: PlanTable,
  knowledge: RowKnowledge,
  copy?: CopyTexts,
): RowAlignment {
  const whole = cells.map((text, source) => ({ text, source }))
  let best = aligned(whole, table.columns, knowledge, TORN, copy)
  const consider = (reading: RowAlignment, entryCost: number): void => {
    if (reading.cost + entryCost < best.cost - 1e-6) best = { ...reading, cost: reading.cost + entryCost }
  }
  const swapped = exchanged(whole, table.columns, knowledge, copy)
  if (swapped) consider(swapped, 0)
  // The other explanations are dear to compute and to believe: a row that reads well as it stands needs none.
  if (best.cost > COSTS.smooth) {
    for (const columns of columnsWithNotes(table, whole.length))
      consider(aligned(whole, columns, knowledge, null, copy), COSTS.notes)
  }
  if (best.cost > COSTS.rough) {
    for (const { cells: parts, join } of resplit(whole, table.columns.length)) {
      consider(aligned(parts, table.columns, knowledge, join, copy), COSTS.resplit)
    }
  }
  return best
}

type JoinRule = Omit<Join, 'mayJoin'>
/** A stray separator inside a text; and words that were cut apart at spaces on trial. */
const TORN: JoinRule = { cost: COSTS.tornText, glue: '', longest: 3 }
const WORDS: JoinRule = { cost: COSTS.spaceInText, glue: ' ', longest: 12 }

function aligned(
  cells: readonly AlignedCell[],
  columns: readonly PlanColumn[],
  knowledge: RowKnowledge,
  join: JoinRule | null,
  copy: CopyTexts | undefined,
): RowAlignment {
  const { vocabulary } = knowledge
  const traits = cells.map(({ text }) => traitsOf(text, vocabulary))
  const maySpread = cells.map(({ text }, index) => traits[index]?.kind === 'marks' || /[\s／/]/.test(text))
  const trial = new Map<string, CellTraits>()
  const trialTraits = (text: string): CellTraits => {
    const known = trial.get(text)
    if (known) return known
    const made = traitsOf(text, vocabulary)
    trial.set(text, made)
    return made
  }
  const lastFilled = cells.findLastIndex(({ text }) => text !== '')
  const alignment = alignRow({
    cells: cells.map(({ text }) => text),
    columns: columns.length,
    fit: (text, column, cell) =>
      priceOf(
        cell >= 0 ? (traits[cell] as CellTraits) : trialTraits(text),
        columns[column] as PlanColumn,
        knowledge,
        copy,
      ),
    gapCost: (column) => gapCostOf(columns[column] as PlanColumn, knowledge),
    extraCost: (cell) =>
      cells[cell]?.text !== '' ? COSTS.extraCell : cell > lastFilled ? COSTS.trailingBlankCell : COSTS.blankExtraCell,
    spread: (cell, column) =>
      maySpread[cell] ? spreadOf(traits[cell] as CellTraits, column, columns, vocabulary) : null,
    join: join && {
      ...join,
      mayJoin:
        join === WORDS
          ? (left) => traits[left]?.kind !== 'fragment'
          : (left, column) => isTornBetween(traits, left, columns[column] as PlanColumn, vocabulary),
    },
  })
  return { ...alignment, columns, cells, swap: null }
}

/** As many cells as columns, of which two look strange where they are and at home in each other's place. */
function exchanged(
  cells: readonly AlignedCell[],
  columns: readonly PlanColumn[],
  knowledge: RowKnowledge,
  copy: CopyTexts | undefined,
): RowAlignment | null {
  if (cells.length !== columns.length) return null
  const traits = cells.map(({ text }) => traitsOf(text, knowledge.vocabulary))
  const price = (cell: number, column: number): number =>
    priceOf(traits[cell] as CellTraits, columns[column] as PlanColumn, knowledge, copy)
  const own = cells.map((_, index) => price(index, index))
  const total = own.reduce((sum, cost) => sum + cost, 0)
  let best: RowAlignment | null = null
  for (const [left, cost] of own.entries()) {
    if (cost < COSTS.strange) continue
    for (let right = 0; right < cells.length; right++) {
      if (right === left || cells[right]?.text === '') continue
      if (price(left, right) >= COSTS.strange || price(right, left) >= COSTS.strange) continue
      const after = total - cost - (own[right] as number) + price(left, right) + price(right, left) + COSTS.swap
      if (after >= (best?.cost ?? total)) continue
      const placements = cells.map((cell, index) => ({ cells: [index], text: cell.text, isPart: false }))
      best = { placements, extras: [], cost: after, columns, cells, swap: [left, right] }
    }
  }
  return best
}

/** Shorter pieces are texts of their own (継続) and no torn sentences. */
const SHORTEST_PIECE = 8

/** A text is torn between two cells when the first has words without an end and the second goes on in words. */
function isTornBetween(
  traits: readonly CellTraits[],
  left: number,
  column: PlanColumn,
  vocabulary: Vocabulary,
): boolean {
  if (column.shape === 'code') return vocabulary.isCode(`${traits[left]?.text}${traits[left + 1]?.text}`)
  if (column.shape !== 'prose' && column.shape !== 'name') return false
  const [before, after] = [traits[left], traits[left + 1]]
  const isText = (cell: CellTraits | undefined): boolean =>
    cell !== undefined && !cell.isUnit && !cell.isLegendWord && ['words', 'sentence', 'amount'].includes(cell.kind)
  if (!before || !isText(before) || !isText(after)) return false
  return column.shape === 'name' || (before.text.length >= SHORTEST_PIECE && !before.text.endsWith('。'))
}

/** The header's columns with year texts after all marks, or after each mark; only when the row has cells to spare. */
function columnsWithNotes(table: PlanTable, cellCount: number): readonly (readonly PlanColumn[])[] {
  const last = table.columns.findLastIndex(({ key }) => key.startsWith('year:'))
  if (last < 0 || cellCount < table.columns.length - 4) return []
  const noteOf = (year: number): PlanColumn => ({ ...planColumn(`note:${year}`, ''), gapCost: COSTS.lostNote })
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
