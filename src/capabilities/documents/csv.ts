import { CsvError, parse } from 'csv-parse/sync'
import { decodeText, encodeCp932, isInCp932, type ReadEncoding } from './csv/encoding.ts'
import { guardFormula, unguardFormula } from './csv/formula-guard.ts'

export type { ReadEncoding } from './csv/encoding.ts'

export type CsvDelimiter = ',' | '\t' | ';'

export interface CsvPlace {
  readonly row: number
  readonly column: number
}

export type CsvReading =
  | {
      readonly ok: true
      readonly rows: readonly (readonly string[])[]
      readonly encoding: ReadEncoding
      readonly delimiter: CsvDelimiter
    }
  | { readonly ok: false; readonly reason: CsvReadReason; readonly at?: CsvPlace }

export type CsvReadReason =
  | 'empty-file'
  | 'too-large'
  | 'not-a-text-file'
  | 'encoding-unknown'
  | 'quote-not-closed'
  | 'quote-out-of-place'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long'

export interface CsvReadOptions {
  /** Found from the first lines where it is left out. */
  readonly delimiter?: CsvDelimiter
  /** `remove` (the default) takes the apostrophe off that writeCsv put before `=1+1`; `keep` reads letter by letter. */
  readonly formulaGuard?: 'remove' | 'keep'
}

export const CSV_LIMITS = {
  fileMegabytes: 20,
  rows: 200_000,
  columns: 1_000,
  cellCharacters: 100_000,
} as const

/** Reads RFC 4180 and its relatives: any line end, tabs or semicolons, rows of any length. Row 1 is the first. */
export function readCsv(bytes: Uint8Array, options: CsvReadOptions = {}): CsvReading {
  if (bytes.byteLength === 0) return { ok: false, reason: 'empty-file' }
  if (bytes.byteLength > CSV_LIMITS.fileMegabytes * 1e6) return { ok: false, reason: 'too-large' }
  const decoded = decodeText(bytes)
  if (decoded === null) return { ok: false, reason: isBinary(bytes) ? 'not-a-text-file' : 'encoding-unknown' }
  const { text, encoding } = decoded
  if (text === '') return { ok: false, reason: 'empty-file' }
  if (text.includes('\0')) return { ok: false, reason: 'not-a-text-file' }
  const delimiter = options.delimiter ?? delimiterOf(text)
  const parsed = parsedRows(text, delimiter)
  if (!parsed.ok) return parsed
  const refused = refusalOf(parsed.rows)
  if (refused !== null) return refused
  const rows = options.formulaGuard === 'keep' ? parsed.rows : parsed.rows.map((row) => row.map(unguardFormula))
  return { ok: true, rows, encoding, delimiter }
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8_000).includes(0)
}

type Parsed = { readonly ok: true; readonly rows: string[][] } | Extract<CsvReading, { ok: false }>

function parsedRows(text: string, delimiter: CsvDelimiter): Parsed {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      to: CSV_LIMITS.rows + 1,
    })
    return { ok: true, rows }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    const reason = thrown.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-not-closed' : 'quote-out-of-place'
    return {
      ok: false,
      reason,
      at: { row: placeNumber(thrown['records']) + 1, column: placeNumber(thrown['column']) + 1 },
    }
  }
}

function placeNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function refusalOf(rows: readonly (readonly string[])[]): Extract<CsvReading, { ok: false }> | null {
  if (rows.length > CSV_LIMITS.rows) return { ok: false, reason: 'too-many-rows', at: { row: rows.length, column: 1 } }
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as readonly string[]
    const at = { row: index + 1, column: CSV_LIMITS.columns + 1 }
    if (row.length > CSV_LIMITS.columns) return { ok: false, reason: 'too-many-columns', at }
    const column = row.findIndex((cell) => cell.length > CSV_LIMITS.cellCharacters) + 1
    if (column > 0) return { ok: false, reason: 'cell-too-long', at: { row: index + 1, column } }
  }
  return null
}

const SAMPLE_CHARACTERS = 100_000
const SAMPLE_LINES = 30
const DELIMITERS: readonly CsvDelimiter[] = [',', '\t', ';']

/** The delimiter that stands equally often in most of the first lines, outside quotes; a comma where none does. */
function delimiterOf(text: string): CsvDelimiter {
  const lines = text
    .slice(0, SAMPLE_CHARACTERS)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '')
    .slice(0, SAMPLE_LINES)
  let best: { delimiter: CsvDelimiter; lines: number; count: number } = { delimiter: ',', lines: 0, count: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const usual = mostCommonOf(counts.filter((count) => count > 0))
    const agreeing = counts.filter((count) => count === usual).length
    if (usual > 0 && (agreeing > best.lines || (agreeing === best.lines && usual > best.count))) {
      best = { delimiter, lines: agreeing, count: usual }
    }
  }
  return best.delimiter
}

function mostCommonOf(numbers: readonly number[]): number {
  const counts = Map.groupBy(numbers, (number) => number)
  return [...counts].sort(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? 0
}

export type CsvCell = string | number | null

export interface CsvWriteOptions {
  /** `utf-8-bom` is what spreadsheet programs recognise as UTF-8, `cp932` what older systems of the city want. */
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'cp932'
  /** What to do with characters that the encoding lacks: refuse the file, or print 〓 for each and say where. */
  readonly missingCharacters: 'refuse' | 'geta'
}

export interface MissingCharacter extends CsvPlace {
  readonly character: string
}

export type CsvWriteResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly replaced: readonly MissingCharacter[] }
  | { readonly ok: false; readonly reason: 'characters-not-in-encoding'; readonly missing: readonly MissingCharacter[] }

const GETA = '〓'

/** Writes RFC 4180 with CRLF. Texts that a program could run as formulas are guarded (csv/formula-guard.ts). */
export function writeCsv(rows: readonly (readonly CsvCell[])[], options: CsvWriteOptions): CsvWriteResult {
  const missing: MissingCharacter[] = []
  const lines = rows.map((row, rowIndex) =>
    row.map((cell, columnIndex) => {
      if (typeof cell !== 'string') return cell === null ? '' : String(cell)
      const printed = encodable(cell, options.encoding, (character) =>
        missing.push({ row: rowIndex + 1, column: columnIndex + 1, character }),
      )
      return quoted(guardFormula(printed))
    }),
  )
  if (missing.length > 0 && options.missingCharacters === 'refuse') {
    return { ok: false, reason: 'characters-not-in-encoding', missing }
  }
  const text = lines.map((cells) => `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`).join('')
  return { ok: true, bytes: encoded(text, options.encoding), replaced: missing }
}

/** The cell with 〓 for each character that the encoding lacks; of UTF-8 that is only half a surrogate pair. */
function encodable(cell: string, encoding: CsvWriteOptions['encoding'], report: (character: string) => void): string {
  if (encoding !== 'cp932' && cell.isWellFormed()) return cell
  return cell.replace(/\P{ASCII}/gu, (character) => {
    if (encoding === 'cp932' ? isInCp932(character) : character.isWellFormed()) return character
    report(character)
    return GETA
  })
}

/** Quoted also at blanks on either side, which some programs cut, and at tabs and semicolons, at which some divide. */
function quoted(cell: string): string {
  return /[",\r\n\t;\ufeff]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function encoded(text: string, encoding: CsvWriteOptions['encoding']): Uint8Array {
  if (encoding === 'cp932') return encodeCp932(text)
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\ufeff${text}` : text)
}
