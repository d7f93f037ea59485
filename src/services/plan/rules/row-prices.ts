import {
  type CellTraits,
  type ColumnLesson,
  type Vocabulary,
  strangeness,
} from '#capabilities/imports/reading/profiles.ts'
import { foldText, similarity } from '#capabilities/imports/reading/similarity.ts'
import type { Wording } from '#capabilities/imports/reading/wording.ts'
import type { ColumnKey, PlanColumn } from './columns.ts'

/**
 * What the explanations of a damaged row cost, in the unit of `strangeness` (1 about a lost cell, 4 impossible). Tuned
 * on invented dumps that were damaged in every way the tests know; what matters is their order, not their size.
 */
export const COSTS = {
  extraCell: 2,
  blankExtraCell: 0.15,
  trailingBlankCell: 0.01,
  /** Year texts in cells of their own, and one of them missing. */
  notes: 0.2,
  lostNote: 0.6,
  tornText: 1.2,
  spread: 0.4,
  /** A space after a sentence parts paragraphs more often than columns. */
  sentenceSpread: 1.3,
  swap: 0.8,
  /** Separators that became spaces, and each space that was none. */
  resplit: 0.6,
  spaceInText: 0.05,
  /** A name that other rows have in another column. */
  elsewhere: 0.8,
  /** Gains: a loss that the dump is known for, a text that another listing has in this column. */
  oftenLost: 0.35,
  likeCopy: 0.6,
  wording: 0.3,
  /** Strangeness from which a cell is looked at twice. */
  strange: 0.9,
  /** A row up to this cost reads well as it stands; one above the second may have lost its separators. */
  smooth: 1,
  rough: 2.4,
} as const

/** What is known when rows are aligned: the table's words, what sound rows taught, and what a copy of the row says. */
export interface RowKnowledge {
  readonly vocabulary: Vocabulary
  readonly lessons: ReadonlyMap<ColumnKey, ColumnLesson>
  /** Texts that rows repeat, with the columns they repeat them in. */
  readonly homes: ReadonlyMap<string, ReadonlySet<ColumnKey>>
  readonly wording: Wording | null
  /** Whether a glyph is a step of the scale of judgements: an arrow is none, and stands under a year. */
  readonly isJudgement: (glyph: string) => boolean
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
    const bonus = folded === other ? COSTS.likeCopy : similarity(folded, other) > ALIKE ? COSTS.likeCopy * 0.8 : 0
    this.#likeness.set(key + text, bonus)
    return bonus
  }
}

const ALIKE = 0.85

/** The price of a text in a column: its shape, the lessons of sound rows, their wording and the copy together. */
export function priceOf(
  cell: CellTraits,
  column: PlanColumn,
  knowledge: RowKnowledge,
  copy: CopyTexts | undefined,
): number {
  const { lessons, wording, homes } = knowledge
  if (column.key === 'achievement' && cell.kind === 'mark' && !knowledge.isJudgement(cell.text)) return COSTS.strange
  const price =
    strangeness(cell, column, lessons.get(column.key)) +
    (belongsElsewhere(cell.text, column, homes) ? COSTS.elsewhere : 0)
  if (column.shape !== 'prose' || (cell.kind !== 'sentence' && cell.kind !== 'words')) return price
  const doubt = wording?.doubts(cell.text).get(column.key) ?? 0
  return price + COSTS.wording * doubt - (copy?.bonus(cell.text, column.key) ?? 0)
}

/** A name that other rows have in another column of names, and never in this one. */
export function belongsElsewhere(text: string, column: PlanColumn, homes: RowKnowledge['homes']): boolean {
  if ((column.shape !== 'unit' && column.shape !== 'name') || text === '') return false
  const columns = homes.get(text)
  return columns !== undefined && !columns.has(column.key)
}

export function gapCostOf(column: PlanColumn, { oftenLost }: RowKnowledge): number {
  return column.key === oftenLost ? column.gapCost - COSTS.oftenLost : column.gapCost
}
