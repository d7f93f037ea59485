import { assertNever } from '#kernel/values/assert-never.ts'

/**
 * What a cell of a column looks like. A profile is not a test that a cell passes: it prices how strange the cell would
 * be in the column (0 at home, 4 impossible), so that a damaged row can be read in the least strange way.
 */
export type Shape = 'code' | 'mark' | 'name' | 'prose' | 'unit' | 'note' | 'amount' | 'any'

export interface Column {
  /** Unique within its table. */
  readonly key: string
  readonly shape: Shape
  /** Last characters of a unit's name at this level (部, 課, G); only for `unit`. */
  readonly endings?: readonly string[]
  /** The marks of this column's scale; only for `mark`. */
  readonly marks?: ReadonlySet<string>
  /** What it costs to believe that a row has lost this column's cell. */
  readonly gapCost: number
}

/** The words of the table's trade that profiles ask for. */
export interface Vocabulary {
  /** Whether a text is a printed number of a row. */
  readonly isCode: (text: string) => boolean
  readonly isMark: (character: string) => boolean
  /** Whether a text is only a remark that belongs to another cell's text (【再掲】) and never a cell of its own. */
  readonly isFragment: (text: string) => boolean
  /** Words of the legend (継続), which stand beside marks and not in reports. */
  readonly legendWords: ReadonlySet<string>
  readonly unitEndings: readonly string[]
}

export type CellKind =
  'blank' | 'fragment' | 'code' | 'mark' | 'marks' | 'marked-text' | 'amount' | 'words' | 'sentence'

export interface CellTraits {
  readonly text: string
  readonly kind: CellKind
  readonly isUnit: boolean
  readonly isLegendWord: boolean
}

const LONGEST_CODE = 14
const LONGEST_UNIT = 18
const LONGEST_NAME = 60
const LONGEST_NOTE = 60

export function traitsOf(text: string, vocabulary: Vocabulary): CellTraits {
  const kind = kindOf(text, vocabulary)
  const isShortText = kind === 'words' && text.length <= LONGEST_UNIT
  return {
    text,
    kind,
    isUnit: isShortText && hasEnding(text, vocabulary.unitEndings),
    isLegendWord: isShortText && vocabulary.legendWords.has(text),
  }
}

function kindOf(text: string, vocabulary: Vocabulary): CellKind {
  if (text === '') return 'blank'
  if (vocabulary.isMark(text[0] as string)) {
    const marks = markCount(text, vocabulary)
    if (marks > 0) return marks === 1 ? 'mark' : 'marks'
    if (/\s/.test(text[1] ?? '')) return 'marked-text'
  }
  if (text.length < 60 && vocabulary.isCode(text)) return 'code'
  if (text.length < 12 && vocabulary.isFragment(text)) return 'fragment'
  if (/^[¥\\△▲-]?[\d,.]+\s*(円|千円|百万円|件|%|％)?$/.test(text)) return 'amount'
  return text.includes('。') ? 'sentence' : 'words'
}

/** How many marks a text consists of, or 0 when it holds anything else. */
export function markCount(text: string, vocabulary: Pick<Vocabulary, 'isMark'>): number {
  if (text.length > 40) return 0
  let marks = 0
  for (const character of text) {
    if (character === '\ufe0f' || /[\s、,・／/]/.test(character)) continue
    if (!vocabulary.isMark(character)) return 0
    marks++
  }
  return marks
}

/** A unit's name may carry a note in brackets: 農林係(委員会事務局). */
export function hasEnding(text: string, endings: readonly string[]): boolean {
  if (text.length > LONGEST_NAME) return false
  const bare = text.replace(/\s*[(（【][^)）】]*[)）】]$/, '')
  return endings.some((ending) => bare.endsWith(ending))
}

/** What the sound rows of a table teach about one column. */
export interface ColumnLesson {
  /** Share of rows whose cell is blank. */
  readonly blankShare: number
  /** Texts that stand in this column in two rows or more. */
  readonly repeated: ReadonlySet<string>
}

/** The price of a cell in a column, from 0 (at home) to 4 (impossible). */
export function strangeness(cell: CellTraits, column: Column, lesson: ColumnLesson | undefined): number {
  if (cell.kind === 'blank') return blankPrice(column, lesson)
  if (cell.kind === 'fragment') return 4
  if (lesson?.repeated.has(cell.text)) return 0
  switch (column.shape) {
    case 'code':
      if (cell.kind === 'code') return 0
      // A misread number still is short and holds a digit.
      return cell.kind !== 'sentence' && cell.text.length <= LONGEST_CODE && /[\d①-⑳]/.test(cell.text) ? 1 : 3
    case 'mark':
      return markPrice(cell, column)
    case 'name':
      return namePrice(cell)
    case 'prose':
      return prosePrice(cell)
    case 'unit':
      return unitPrice(cell, column)
    case 'note':
      return notePrice(cell)
    case 'amount':
      return cell.kind === 'amount' ? 0 : 1.5
    case 'any':
      return cell.kind === 'code' ? 3 : 0.4
    default:
      return assertNever(column.shape)
  }
}

function blankPrice(column: Column, lesson: ColumnLesson | undefined): number {
  if (lesson && lesson.blankShare > 0.3) return 0.1
  return { code: 0.9, mark: 0.4, name: 0.9, prose: 0.6, unit: 0.35, note: 0.3, amount: 0.2, any: 0.2 }[column.shape]
}

function markPrice(cell: CellTraits, column: Column): number {
  switch (cell.kind) {
    case 'mark':
      return !column.marks || column.marks.has(cell.text[0] as string) ? 0 : 0.9
    case 'marked-text':
      return 0.1
    case 'marks':
      return 0.8
    case 'words':
      if (cell.isLegendWord) return 0.6
      return cell.text.length > 30 || cell.isUnit ? 3.5 : 1.5
    default:
      return 4
  }
}

function namePrice(cell: CellTraits): number {
  switch (cell.kind) {
    case 'words':
      if (cell.isUnit) return 0.9
      return cell.text.length <= LONGEST_NAME ? 0 : 1
    case 'amount':
    case 'marked-text':
      return 1.5
    case 'sentence':
      return 1.7
    default:
      return 4
  }
}

function prosePrice(cell: CellTraits): number {
  switch (cell.kind) {
    case 'sentence':
      return 0
    case 'words':
      if (cell.isLegendWord) return 2.5
      if (cell.isUnit) return 1.7
      return cell.text.length >= 25 ? 0.35 : 0.9
    case 'amount':
    case 'marked-text':
      return 1.5
    case 'mark':
      // A doubled mark may well stand where a text was; two lost cells are less likely than one overwritten.
      return 2.5
    default:
      return 3.5
  }
}

function unitPrice(cell: CellTraits, column: Column): number {
  if (cell.kind !== 'words') return cell.kind === 'sentence' || cell.kind === 'marked-text' ? 4 : 3.5
  if (hasEnding(cell.text, column.endings ?? [])) return cell.text.length <= 40 ? 0 : 1
  if (cell.isUnit) return 1.2
  return cell.text.length <= LONGEST_UNIT ? 0.8 : 2.2
}

function notePrice(cell: CellTraits): number {
  switch (cell.kind) {
    case 'words':
      if (cell.isUnit) return 2
      return cell.text.length > LONGEST_NOTE ? 1.5 : cell.isLegendWord ? 0 : 0.15
    case 'sentence':
      return cell.text.length > LONGEST_NOTE ? 2 : 0.6
    case 'amount':
      return 1
    default:
      return 3.5
  }
}
