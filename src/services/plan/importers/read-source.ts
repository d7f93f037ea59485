import { DOCUMENT_WORDS } from '#capabilities/documents/text.ts'
import { readXlsx, textOf, type CellValue, type ReadSheet } from '#capabilities/documents/xlsx-reader.ts'
import type { ImportRefusal } from '#capabilities/imports/importer.ts'
import { REFUSAL_REASONS, type ReadingRefusal } from '#capabilities/imports/reading/refusals.ts'
import { findBase } from '../report/keyed-workbook.ts'
import { NO_TABLE_REASON, readPlanFile, readPlanReport, type PlanReading, type ReadPlan } from '../rules/read-report.ts'
import { importWords } from '../text/import-words.ts'

export type SourceReading = { readonly ok: true; readonly plan: ReadPlan } | ImportRefusal

/** Reads a table from the bytes of a file; what the file is, its content decides and not its name. */
export async function readSource(bytes: Buffer): Promise<SourceReading> {
  if (!isZip(bytes)) return settled(readPlanFile(bytes))
  const workbook = await readXlsx(bytes)
  if (!workbook.ok) return { ok: false, phrase: DOCUMENT_WORDS[workbook.reason], values: valuesOf(workbook.at) }
  if (findBase(workbook.sheets) !== null) return { ok: false, phrase: importWords.ownWorkbook, values: {} }
  return settled(readPlanReport({ kind: 'grid', rows: gridOf(workbook.sheets) }))
}

/** Every workbook is a ZIP archive, and those begin with PK. */
function isZip(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes[0] === 0x50 && bytes[1] === 0x4b
}

function settled(reading: PlanReading): SourceReading {
  return reading.ok ? { ok: true, plan: reading } : refusalOf(reading.refusal)
}

export function refusalOf(refusal: ReadingRefusal | { readonly kind: 'no-table' }): ImportRefusal {
  const { kind, ...values } = refusal
  if (kind === 'no-table') return { ok: false, phrase: NO_TABLE_REASON['no-table'], values: {} }
  return { ok: false, phrase: REFUSAL_REASONS[kind], values: values }
}

/** Names a place where the words of a refusal ask for one. */
function valuesOf(at: { readonly row?: number; readonly column?: number } | undefined): Readonly<Record<string, number>> {
  return { row: at?.row ?? 0, column: at?.column ?? 0 }
}

/** The visible sheets one under the other, as rows of texts. */
function gridOf(sheets: readonly ReadSheet[]): string[][] {
  return sheets.filter(({ visibility }) => visibility === 'visible').flatMap(rowsOf)
}

function rowsOf({ cells }: ReadSheet): string[][] {
  const last = Math.max(0, ...cells.keys())
  return Array.from({ length: last }, (_, index) => {
    const row = cells.get(index + 1)
    if (row === undefined) return []
    return Array.from({ length: Math.max(0, ...row.keys()) }, (_, column) => cellText(row.get(column + 1) ?? null))
  })
}

/** A formula is never worked out: it is read as the text it is, and the rules ask about it. */
function cellText(value: CellValue | null): string {
  return value?.kind === 'formula' ? `=${value.formula}` : (textOf(value) ?? '')
}
