import { createHash } from 'node:crypto'
import { parse } from 'csv-parse'
import { strToU8, unzipSync, Zip, ZipDeflate } from 'fflate'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { cellOf } from '../rules/standard-cells.ts'
import { SET_FILE, STANDARD_FILES, STANDARD_LAYOUT, type StandardFile } from '../rules/standard-layout.ts'
import { countPiece, readRows, STANDARD_LIMITS } from '../store/standard-set.ts'

/**
 * Writes the whole register as a ZIP of CSV files (UTF-8, RFC 4180, CRLF): one for each file of the layout, headed by the
 * items' ids, and one that describes the set. `take` is handed the archive piece by piece, so memory stays flat. Returns the rows written.
 */
export async function writeStandardSet(tx: Tx, city: City, take: (bytes: Buffer) => Promise<void>): Promise<number> {
  const made: Uint8Array[] = []
  const zip = new Zip((failed, bytes) => {
    if (failed !== null) throw failed
    made.push(bytes)
  })
  const described: string[][] = [['layout', STANDARD_LAYOUT.version], ['likeness', STANDARD_LAYOUT.likeness], ['conformance', STANDARD_LAYOUT.conformance], ['city', city.code, city.name], ['made', tx.now.toString()]]
  let rowCount = 0
  for (const file of STANDARD_FILES) {
    const { rows, fingerprint } = await writeFile(tx, file, zip, async () => take(Buffer.concat(made.splice(0))))
    described.push(['file', `${file.number}.csv`, String(rows), fingerprint])
    rowCount += rows
  }
  described.push(...STANDARD_FILES.flatMap(({ items }) => items.map(({ id, name, length, codes }) => ['item', id, name, String(length), [...(codes ?? [])].map((pair) => pair.join('=')).join(';')])))
  const set = new ZipDeflate(SET_FILE)
  zip.add(set)
  set.push(strToU8(lineOf(['what', 'value', 'count', 'detail', 'codes']) + described.map((cells) => lineOf(padded(cells))).join('')), true)
  zip.end()
  await take(Buffer.concat(made.splice(0)))
  return rowCount
}

async function writeFile(tx: Tx, file: StandardFile, zip: Zip, flush: () => Promise<void>): Promise<{ rows: number; fingerprint: string }> {
  const hash = createHash('sha256')
  const packed = new ZipDeflate(`${file.number}.csv`)
  zip.add(packed)
  const push = (text: string, isLast: boolean) => {
    const bytes = strToU8(text)
    hash.update(bytes)
    packed.push(bytes, isLast)
  }
  push(`${file.items.map(({ id }) => id).join(',')}\r\n`, false)
  let rows = 0
  for (;;) {
    const read = await readRows(tx, file, rows)
    rows += read.length
    const isLast = read.length < STANDARD_LIMITS.rowsAtOnce
    push(read.map((cells) => `${cells.map((cell, index) => cellOf(file.items[index] as StandardFile['items'][number], cell)).join(',')}\r\n`).join(''), isLast)
    await flush()
    if (read.length > 0) await countPiece(tx)
    if (isLast) return { rows, fingerprint: hash.digest('hex') }
  }
}

/** One file of a set unpacked; null when it is not there, `too-large` when it says that it is longer than any register. */
export function fileIn(archive: Uint8Array, name: string): Uint8Array | null | 'too-large' {
  let isTooLarge = false
  const found = unzipSync(archive, {
    filter: (entry) => {
      if (entry.name !== name) return false
      isTooLarge = entry.originalSize > STANDARD_LIMITS.fileBytes
      return !isTooLarge
    },
  })
  return isTooLarge ? 'too-large' : (found[name] ?? null)
}

export function isArchive(bytes: Uint8Array): boolean {
  try {
    unzipSync(bytes, { filter: () => false })
    return true
  } catch {
    return false
  }
}

/** The rows of a file with their line numbers, the heading first; null for a cell in which nothing stands at all. */
export async function* rowsIn(bytes: Uint8Array): AsyncGenerator<{ readonly line: number; readonly cells: readonly (string | null)[] }> {
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: false, record_delimiter: ['\r\n', '\n'], cast: (value, { quoting }) => (quoting || value !== '' ? value : null) })
  parser.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  let line = 0
  for await (const cells of parser) yield { line: ++line, cells: cells as (string | null)[] }
}

/** Layout and fingerprints as the describing file says them. */
export async function describedIn(bytes: Uint8Array): Promise<{ readonly layout: string; readonly fingerprints: ReadonlyMap<string, string> }> {
  let layout = ''
  const fingerprints = new Map<string, string>()
  for await (const { cells } of rowsIn(bytes)) {
    if (cells[0] === 'layout') layout = cells[1] ?? ''
    if (cells[0] === 'file') fingerprints.set(cells[1] ?? '', cells[3] ?? '')
  }
  return { layout, fingerprints }
}

export function fingerprintOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const DESCRIBING_COLUMNS = 5

function padded(cells: readonly string[]): string[] {
  return [...cells, ...Array.from({ length: DESCRIBING_COLUMNS - cells.length }, () => '')]
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}
