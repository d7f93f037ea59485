import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { ROLES, type Role, type SchoolKind } from '../model.ts'
import { isGradeOf } from './school-year.ts'

/** Most rows of a class list; the biggest school of the country has some 2,000 pupils. */
export const MOST_ROWS = 5_000
export const LONGEST_LABEL = 40
export const LONGEST_CLASS_NAME = 20

/** Columns of our own files, and what schools call them. */
export const SHEET_COLUMNS = {
  grade: ['学年', '年齢', 'grade'],
  class: ['組', '学級', 'クラス', 'class'],
  child: ['子ども', '児童', '生徒', '園児', '番号', 'child'],
  role: ['続柄', 'role'],
  address: ['メール', 'メールアドレス', 'e-mail', 'mail'],
  language: ['言語', 'language'],
} as const
export type SheetColumn = keyof typeof SHEET_COLUMNS
export const SHEET_COLUMN_KEYS = Object.keys(SHEET_COLUMNS) as SheetColumn[]

export const ROLE_NAMES: Readonly<Record<Role, string>> = { mother: '母', father: '父', grandparent: '祖父母', other: 'その他' }
const LANGUAGE_NAMES: Readonly<Record<Language, readonly string[]>> = {
  ja: ['ja', '日本語'], 'ja-x-yasashii': ['ja-x-yasashii', 'やさしい日本語'], en: ['en', '英語', 'english'], pt: ['pt', 'ポルトガル語', 'português'],
}

export interface SheetRow {
  readonly row: number
  readonly grade: number
  readonly className: string
  readonly childLabel: string
  readonly role: Role | null
  /** Null: invited by a printed sheet. */
  readonly address: string | null
  readonly language: Language
}

export type RowProblem = 'grade' | 'class' | 'child' | 'role' | 'address' | 'language' | 'twice'

export interface SheetProblem {
  readonly row: number
  readonly column: SheetColumn
  readonly why: RowProblem
  readonly read: string
}

export type SheetReading =
  | { readonly ok: true; readonly rows: readonly SheetRow[]; readonly problems: readonly SheetProblem[] }
  | { readonly ok: false; readonly why: 'no-heading' | 'too-many-rows'; readonly column: SheetColumn | null }

/** Reads a class list. Names and numbers of children stay letter by letter as they were typed. */
export function readClassSheet(table: readonly (readonly (string | null)[])[], kind: SchoolKind, isMailAddress: (text: string) => boolean): SheetReading {
  const at = columnsIn(table[0] ?? [])
  for (const column of ['grade', 'class', 'child'] as const) if (at[column] === -1) return { ok: false, why: 'no-heading', column }
  const filled = table.map((cells, index) => ({ cells, row: index + 1 })).slice(1).filter(({ cells }) => cells.some((cell) => (cell ?? '').trim() !== ''))
  if (filled.length > MOST_ROWS) return { ok: false, why: 'too-many-rows', column: null }
  const rows: SheetRow[] = []
  const problems: SheetProblem[] = []
  const seen = new Set<string>()
  for (const { cells, row } of filled) {
    const read = readRow(row, (column) => (at[column] === -1 ? '' : (cells[at[column]] ?? '').trim()), kind, isMailAddress)
    const key = read.ok ? [read.row.grade, read.row.className, read.row.childLabel, read.row.address?.toLowerCase() ?? `sheet ${read.row.role ?? ''}`].join('\n') : ''
    if (!read.ok) problems.push(...read.problems)
    else if (seen.has(key)) problems.push({ row, column: 'child', why: 'twice', read: read.row.childLabel })
    else rows.push(read.row)
    if (read.ok) seen.add(key)
  }
  return { ok: true, rows, problems }
}

function columnsIn(heading: readonly (string | null)[]): Record<SheetColumn, number> {
  const folded = heading.map((cell) => (cell ?? '').normalize('NFKC').trim().toLowerCase())
  const find = (names: readonly string[]) => folded.findIndex((name) => names.includes(name))
  return Object.fromEntries(Object.entries(SHEET_COLUMNS).map(([column, names]) => [column, find(names)])) as Record<SheetColumn, number>
}

type RowReading = { readonly ok: true; readonly row: SheetRow } | { readonly ok: false; readonly problems: readonly SheetProblem[] }

function readRow(row: number, cell: (column: SheetColumn) => string, kind: SchoolKind, isMailAddress: (text: string) => boolean): RowReading {
  const problems: SheetProblem[] = []
  const refuse = (column: SheetColumn, why: RowProblem) => problems.push({ row, column, why, read: cell(column).slice(0, 60) })
  const digits = cell('grade').normalize('NFKC').replace(/[年歳児]+$/u, '')
  const grade = /^\d{1,2}$/.test(digits) ? Number(digits) : Number.NaN
  if (!isGradeOf(kind, grade)) refuse('grade', 'grade')
  if (!isLabel(cell('class'), LONGEST_CLASS_NAME)) refuse('class', 'class')
  if (!isLabel(cell('child'), LONGEST_LABEL)) refuse('child', 'child')
  const role = roleOf(cell('role'))
  if (role === undefined) refuse('role', 'role')
  const language = languageOf(cell('language'))
  if (language === undefined) refuse('language', 'language')
  const address = cell('address')
  if (address !== '' && !isMailAddress(address)) refuse('address', 'address')
  if (problems.length > 0 || role === undefined || language === undefined) return { ok: false, problems }
  return { ok: true, row: { row, grade, className: cell('class'), childLabel: cell('child'), role, address: address === '' ? null : address, language } }
}

/** A word that may stand in a list: something, not too long, without control characters. */
export function isLabel(text: string, longest: number): boolean {
  return text.trim() !== '' && text.length <= longest && !/\p{Cc}/u.test(text)
}

function roleOf(text: string): Role | null | undefined {
  if (text === '') return null
  return ROLES.find((role) => role === text.toLowerCase() || ROLE_NAMES[role] === text)
}

function languageOf(text: string): Language | undefined {
  if (text === '') return 'ja'
  return LANGUAGES.find((language) => LANGUAGE_NAMES[language].includes(text.toLowerCase()))
}
