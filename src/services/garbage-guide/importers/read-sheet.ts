import { readCsv } from '#capabilities/documents/csv.ts'
import { DOCUMENT_WORDS } from '#capabilities/documents/text.ts'
import { readXlsx, textOf, type ReadSheet } from '#capabilities/documents/xlsx-reader.ts'
import type { ImportRefusal } from '#capabilities/imports/importer.ts'
import type { SheetRows } from '../rules/item-columns.ts'

export type SheetReading = { readonly ok: true; readonly rows: SheetRows } | ImportRefusal

/** The rows of a file; what the file is, its content decides and not its name. Of a workbook the first visible sheet counts. */
export async function readSheet(bytes: Buffer): Promise<SheetReading> {
  if (!isZip(bytes)) {
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

/** Every workbook is a ZIP archive, and those begin with PK. */
function isZip(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes[0] === 0x50 && bytes[1] === 0x4b
}

function rowsOf({ cells }: ReadSheet): (string | null)[][] {
  const last = Math.max(0, ...cells.keys())
  return Array.from({ length: last }, (_, index) => {
    const row = cells.get(index + 1)
    if (row === undefined) return []
    return Array.from({ length: Math.max(0, ...row.keys()) }, (_, column) => textOf(row.get(column + 1) ?? null))
  })
}
