import { foldForComparison } from '#kernel/values/text-forms.ts'
import { NATIONAL_COLUMNS, NATIONAL_PREFIX } from './national-standard.ts'

/** A cell as text; null for a formula, which has no text of its own (`textOf` of capability documents gives it so). */
export type SheetRows = readonly (readonly (string | null)[])[]

/** Whose headings a sheet has: our own columns, the national standard's, 5374's target.csv, or others that we know. */
export type SheetForm = 'own' | 'national' | '5374' | 'other'

/** The columns of cities/…/garbage/items.csv: a row per way; a second way repeats the key and leaves the name blank. */
export const OWN_COLUMNS = [
  'key',
  'name',
  'reading',
  'aliases',
  'nameYasashii',
  'nameEn',
  'namePt',
  'class',
  'size',
  'sizeYasashii',
  'sizeEn',
  'sizePt',
  'note',
  'noteYasashii',
  'noteEn',
  'notePt',
  'danger',
] as const
export type ItemColumn = (typeof OWN_COLUMNS)[number]

/** What is known and carries nothing of an item. */
type IdleColumn = 'municipality' | 'initial'

/** Headings met in files of cities, beside our own; folded, without brackets and without the standard's prefix. */
const HEADINGS: Readonly<Partial<Record<ItemColumn | IdleColumn, readonly string[]>>> = {
  key: ['id', 'property', 'no', 'no.', '番号', '通し番号', '整理番号', '品目番号'],
  name: ['品目', '品名', '品目名', '名称', 'ごみの名前', 'ごみ品目', '分別品目', 'ごみの品目'],
  reading: [
    'furigana',
    'ふりがな',
    'フリガナ',
    'よみ',
    'よみがな',
    'ヨミ',
    '読み',
    '読み仮名',
    '品目(カナ)',
    '品目_カナ',
  ],
  aliases: ['別名', '別称', '言い換え'],
  nameYasashii: ['やさしい日本語', '品目(やさしい日本語)'],
  nameEn: ['英語', '品目(英語)', '品目_英語'],
  namePt: ['ポルトガル語', '品目(ポルトガル語)', '品目_ポルトガル語'],
  class: ['classification', 'label', '分別区分', '分別', '区分', '種類', '種別', '分類', 'ごみの種類', 'ごみ区分'],
  size: ['大きさ', '条件', '大きさ・状態'],
  note: ['notice', '注意点', '注意事項', '備考', '出し方', '出し方のポイント', '排出方法', '説明'],
  danger: ['危険'],
  municipality: ['全国地方公共団体コード', '団体コード', '市区町村コード'],
  initial: ['頭文字', '50音', '五十音', '索引'],
}

const COLUMN_BY_HEADING = new Map<string, ItemColumn | IdleColumn>([
  ...OWN_COLUMNS.map((column) => [column.toLowerCase(), column] as const),
  ...Object.entries(HEADINGS).flatMap(([column, headings]) =>
    headings.map((heading) => [foldForComparison(heading).toLowerCase(), column as ItemColumn | IdleColumn] as const),
  ),
])

/** Where a sheet keeps what; columns counted from 0. */
export interface SheetColumns {
  readonly form: SheetForm
  /** Row of the headings, counted from 0. */
  readonly headingRow: number
  readonly columns: ReadonlyMap<ItemColumn, number>
  readonly headings: readonly string[]
  /** Columns with a heading that we do not know. */
  readonly unknown: readonly number[]
}

export type HeadingRefusal = 'no-heading' | 'heading-twice'

export type HeadingReading =
  | { readonly ok: true; readonly value: SheetColumns }
  | {
      readonly ok: false
      readonly reason: HeadingRefusal
      readonly row: number
      readonly column: number
      readonly read: string
    }

/** How much of what was read a refusal repeats. */
const LONGEST_READ = 100

/** Titles, dates and notes of whoever made the sheet stand above its headings; further down they are not looked for. */
const ROWS_BEFORE_HEADINGS = 20

/** Finds the first row that names the thing and its class, and what the other columns hold. */
export function findColumns(rows: SheetRows): HeadingReading {
  for (const [index, row] of rows.slice(0, ROWS_BEFORE_HEADINGS).entries()) {
    const known = row.map((cell) => columnOf(cell ?? ''))
    if (known.includes('name') && known.includes('class'))
      return columnsOf(
        row.map((cell) => cell ?? ''),
        known,
        index,
      )
  }
  const first = rows.find((row) => row.some((cell) => (cell ?? '').trim() !== '')) ?? []
  const read = first.map((cell) => cell ?? '').join(', ')
  return { ok: false, reason: 'no-heading', row: 1, column: 1, read: read.slice(0, LONGEST_READ) }
}

function columnsOf(
  headings: readonly string[],
  known: readonly (ItemColumn | IdleColumn | null)[],
  headingRow: number,
): HeadingReading {
  const columns = new Map<ItemColumn, number>()
  const unknown: number[] = []
  for (const [index, column] of known.entries()) {
    if (column === null && (headings[index] ?? '').trim() !== '') unknown.push(index)
    if (column === null || column === 'municipality' || column === 'initial') continue
    if (columns.has(column)) {
      return { ok: false, reason: 'heading-twice', row: headingRow + 1, column: index + 1, read: headings[index] ?? '' }
    }
    columns.set(column, index)
  }
  return { ok: true, value: { form: formOf(headings), headingRow, columns, headings, unknown } }
}

function columnOf(heading: string): ItemColumn | IdleColumn | null {
  const folded = foldForComparison(heading)
    .toLowerCase()
    .replace(/^#/, '')
    .replace(NATIONAL_PREFIX, '')
    .replaceAll(' ', '')
  return COLUMN_BY_HEADING.get(folded) ?? COLUMN_BY_HEADING.get(folded.replace(/\(.*\)$/, '')) ?? null
}

const FIVE_THREE_SEVEN_FOUR = ['label', 'name', 'notice', 'furigana']

function formOf(headings: readonly string[]): SheetForm {
  const has = (names: readonly string[]) => names.every((name) => headings.some((heading) => heading.trim() === name))
  if (has(['name', 'class', 'reading'])) return 'own'
  if (has(FIVE_THREE_SEVEN_FOUR)) return '5374'
  return has(NATIONAL_COLUMNS.slice(2, 4)) ? 'national' : 'other'
}
