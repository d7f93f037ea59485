import { assertNever } from '#kernel/values/assert-never.ts'
import type { Area, CellPlace } from './xlsx/address.ts'
import { XlsxRefusal, type XlsxRefusalReason } from './xlsx/refusal.ts'
import { readSheet, SheetListener, type CellBudget, type CellGrid, type CellValue } from './xlsx/sheet-reader.ts'
import type { Visibility } from './xlsx/workbook.ts'
import { readFrame } from './xlsx/workbook-reader.ts'
import { Archive, type ZipLimits } from './xlsx/zip.ts'

export type { CellGrid, CellValue } from './xlsx/sheet-reader.ts'
export type { XlsxRefusalReason } from './xlsx/refusal.ts'

export interface ReadSheet {
  readonly name: string
  readonly visibility: Visibility
  readonly cells: CellGrid
  readonly merges: readonly Area[]
}

export type XlsxReading =
  | { readonly ok: true; readonly sheets: readonly ReadSheet[] }
  | { readonly ok: false; readonly reason: XlsxRefusalReason; readonly at?: CellPlace; readonly detail: string }

export interface XlsxLimits extends ZipLimits {
  readonly fileMegabytes: number
  readonly sheets: number
  readonly cells: number
  readonly cellCharacters: number
  readonly merges: number
}

export const XLSX_LIMITS: XlsxLimits = {
  fileMegabytes: 20,
  entries: 1_000,
  partMegabytes: 100,
  totalMegabytes: 200,
  ratio: 200,
  sheets: 200,
  cells: 1_000_000,
  // Excel's own limit.
  cellCharacters: 32_767,
  merges: 100_000,
}

/**
 * Reads a workbook (Office Open XML, transitional and strict). Formulas come back as formulas with the value last seen
 * beside them and are never worked out; readings (furigana) that input methods leave in cells are not read as text.
 * `detail` is for the log, not for people.
 */
export async function readXlsx(bytes: Uint8Array, limits: XlsxLimits = XLSX_LIMITS): Promise<XlsxReading> {
  try {
    refuseOtherFiles(bytes, limits)
    const archive = await Archive.open(bytes, limits)
    refuseDangerousParts(archive)
    const frame = await readFrame(archive, limits.sheets)
    const budget: CellBudget = { cells: limits.cells, cellCharacters: limits.cellCharacters, merges: limits.merges }
    const sheets: ReadSheet[] = []
    for (const { name, visibility, part } of frame.sheets) {
      const { cells, merges } = await readSheet(archive.read(part), new SheetListener(name, frame, budget))
      sheets.push({ name, visibility, cells, merges })
    }
    return { ok: true, sheets }
  } catch (thrown) {
    if (!(thrown instanceof XlsxRefusal)) throw thrown
    const refused = { ok: false, reason: thrown.reason, detail: thrown.message } as const
    return thrown.at === null ? refused : { ...refused, at: thrown.at }
  }
}

export function valueAt(sheet: ReadSheet, row: number, column: number): CellValue | null {
  return sheet.cells.get(row)?.get(column) ?? null
}

/** A value as text: numbers without grouping, days as 2022-04-01. A formula has no text of its own: it gives null. */
export function textOf(value: CellValue | null): string | null {
  if (value === null) return ''
  switch (value.kind) {
    case 'text':
      return value.text
    case 'number':
      return String(value.number)
    case 'date':
      return value.date.toString()
    case 'date-time':
      return value.dateTime.toString()
    case 'time':
      return value.time.toString()
    case 'boolean':
      return value.isTrue ? 'TRUE' : 'FALSE'
    case 'error':
      return value.code
    case 'formula':
      return null
    default:
      return assertNever(value)
  }
}

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

function refuseOtherFiles(bytes: Uint8Array, limits: XlsxLimits): void {
  if (bytes.byteLength === 0) throw new XlsxRefusal('empty-file')
  if (bytes.byteLength > limits.fileMegabytes * 1e6) throw new XlsxRefusal('too-large', `${bytes.byteLength} bytes`)
  if (startsWith(bytes, OLE)) {
    // A workbook with a password is an OLE file with this stream ([MS-OFFCRYPTO] 1.3.1); else it is Excel 97–2003.
    const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new XlsxRefusal(isEncrypted ? 'password-protected' : 'old-excel-format')
  }
  if (!startsWith(bytes, ZIP)) throw new XlsxRefusal('not-a-workbook')
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Parts that run, reach out of the file or hide another file within it. */
const DANGEROUS_PARTS: readonly (readonly [RegExp, XlsxRefusalReason])[] = [
  [/(^|\/)vbaProject[^/]*\.bin$/i, 'macros'],
  [/(^|\/)(macrosheets|dialogsheets)\//i, 'macros'],
  [/(^|\/)externalLinks\//i, 'external-links'],
  [/(^|\/)(connections\.xml|queryTables\/)/i, 'external-links'],
  [/(^|\/)(embeddings|activeX)\//i, 'embedded-objects'],
]

function refuseDangerousParts(archive: Archive): void {
  for (const name of archive.names) {
    for (const [pattern, reason] of DANGEROUS_PARTS) {
      if (pattern.test(name)) throw new XlsxRefusal(reason, name)
    }
  }
}
