import { graphemeLength } from '#kernel/values/text-forms.ts'

/** What can be found at a cell; cell-reasons.ts says each to the reader. */
export const CELL_PROBLEMS = [
  'formula',
  'spreadsheet-error',
  'undecodable',
  'control-character',
  'line-break',
  'too-long',
  'ditto-mark',
  'wrong-key',
  'no-name',
  'not-kana',
  'no-class',
  'unknown-class',
  'unknown-danger',
  'key-twice',
  'name-twice',
  'said-before',
  'second-way',
  'ways-kept',
  'way-mismatch',
  'only-key',
  'trimmed',
  'reading-converted',
  'only-initial',
  'unknown-column',
  'heading-again',
] as const
export type CellProblem = (typeof CELL_PROBLEMS)[number]

/** Characters that a cell may have. */
export const CELL_LIMITS = { key: 64, name: 100, aliases: 500, size: 200, note: 1_000, read: 60 } as const

/** What a spreadsheet shows in place of a value that it could not work out. */
const SPREADSHEET_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/

/** What is wrong with a text whatever column it stands in, or null. */
export function problemOf(text: string, limit: number, mayHaveLines: boolean): CellProblem | null {
  if (SPREADSHEET_ERROR.test(text)) return 'spreadsheet-error'
  if (text.includes('\uFFFD') || !text.isWellFormed()) return 'undecodable'
  if (/[\u0000-\u0009\u000B-\u001F\u007F]/.test(text)) return 'control-character'
  if (!mayHaveLines && text.includes('\n')) return 'line-break'
  const isTooLong = text.length > limit * LONGEST_GRAPHEME || (text.length > limit && graphemeLength(text) > limit)
  return isTooLong ? 'too-long' : null
}

/** UTF-16 units: a kanji with its selector is three. Who piles up more marks is not counted at all. */
const LONGEST_GRAPHEME = 8
