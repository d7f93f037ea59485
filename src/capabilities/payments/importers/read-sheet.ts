import { readCsv } from '#capabilities/documents/csv.ts'
import { DOCUMENT_WORDS } from '#capabilities/documents/text.ts'
import { readXlsx, textOf, type ReadSheet } from '#capabilities/documents/xlsx-reader.ts'
import type { ImportRefusal } from '#capabilities/imports/importer.ts'

export type SheetReading = { readonly ok: true; readonly rows: readonly (readonly string[])[] } | ImportRefusal

/** The rows of a file as texts; what the file is, its content decides and not its name. Of a workbook the first visible sheet counts. */
export async function readSheet(bytes: Buffer): Promise<SheetReading> {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) {
    const read = readCsv(bytes)
    return read.ok ? read : refusal(DOCUMENT_WORDS[read.reason], read.at)
  }
  const workbook = await readXlsx(bytes)
  if (!workbook.ok) return refusal(DOCUMENT_WORDS[workbook.reason], workbook.at)
  const sheet = workbook.sheets.find(({ visibility }) => visibility === 'visible')
  return { ok: true, rows: sheet === undefined ? [] : rowsOf(sheet) }
}

function refusal(phrase: ImportRefusal['phrase'], at: { readonly row?: number; readonly column?: number } | undefined): ImportRefusal {
  return { ok: false, phrase, values: { row: at?.row ?? 0, column: at?.column ?? 0 } }
}

function rowsOf({ cells }: ReadSheet): string[][] {
  return Array.from({ length: Math.max(0, ...cells.keys()) }, (_, index) => {
    const row = cells.get(index + 1)
    return row === undefined ? [] : Array.from({ length: Math.max(0, ...row.keys()) }, (_column, column) => textOf(row.get(column + 1) ?? null) ?? '')
  })
}

/** Rows by the names of the columns in the first one; rows without any text are left out. */
export function namedRows(rows: readonly (readonly string[])[]): Readonly<Record<string, string>>[] {
  const [heads = [], ...body] = rows
  return body.filter((cells) => cells.some((cell) => cell.trim() !== '')).map((cells) => Object.fromEntries(heads.map((head, index) => [head.trim(), cells[index] ?? ''])))
}
