import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import type { ExportedFile, Exporter } from '#capabilities/imports/exporter.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { FEE_COLUMNS } from '../rules/fee-table.ts'
import { listRates } from '../store/rates.ts'
import { feeWords } from '../text/fee-words.ts'

/** The table in the columns of the city's folder: what a clerk takes home, alters and brings back. */
export const feeExporter: Exporter = {
  name: 'payments-fees',
  title: feeWords.title,
  formats: ['xlsx', 'csv'],
  write: (tx, { format }) => feeFile(tx, format === 'csv' ? 'csv' : 'xlsx'),
}

export async function showFeeFile({ tx }: Visit): Promise<Answer> {
  const { body, type, fileName } = await feeFile(tx, 'xlsx')
  return fileAnswer(body, type, fileName)
}

async function feeFile(tx: Tx, format: 'xlsx' | 'csv'): Promise<ExportedFile> {
  const body = (await listRates(tx)).map((rate) => [
    rate.fee, rate.reduction, rate.label.ja, rate.label['ja-x-yasashii'], rate.label.en, rate.label.pt, String(rate.yen),
    rate.validFrom.toString(), rate.validTo?.toString() ?? '', rate.source, String(rate.isInvented),
  ])
  const rows = [[...FEE_COLUMNS], ...body]
  const made = format === 'csv' ? writeCsv(rows, { encoding: 'utf-8-bom', missingCharacters: 'refuse' }) : workbookOf(rows, tx.now)
  if (!made.ok) throw new Fault('broken', `the table of fees cannot be written: ${made.reason}`)
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { fileName: `fees.${format}`, type, body: Buffer.from(made.bytes) }
}

function workbookOf(rows: readonly (readonly string[])[], createdAt: Temporal.Instant) {
  return writeXlsx({
    properties: { title: 'fees', creator: 'Tsunagu', createdAt },
    sheets: [{
      name: 'fees', columns: FEE_COLUMNS.map((name) => ({ width: /label|source|fee/.test(name) ? 28 : 14 })), frozen: { rows: 1, columns: 2 },
      rows: rows.map((cells, index) => ({ cells: cells.map((value) => (index === 0 ? { value, style: { isBold: true } } : { value })) })),
    }],
  })
}
