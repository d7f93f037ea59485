import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import type { ExportedFile, Exporter } from '#capabilities/imports/exporter.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { COLUMNS, rowsOfTemplate } from '../rules/template-rows.ts'
import { listAllInForce } from '../store/templates.ts'
import { words } from '../text/phrasebook-words.ts'

type Format = 'xlsx' | 'csv'

const TYPES: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** Widths of the columns in characters: key and line are short, texts are long. */
const WIDTHS = [28, 8, 11, 60, 60, 60, 60] as const

/** The words in force in the columns of the city's folder: what staff take home, alter and bring back. */
export const bookExporter: Exporter = {
  name: 'phrasebook',
  title: words.title,
  formats: ['xlsx', 'csv'],
  write: (tx, { format }) => bookFile(tx, format === 'csv' ? 'csv' : 'xlsx'),
}

export function showBookFile(format: Format) {
  return async ({ tx }: Visit): Promise<Answer> => {
    const { body, type, fileName } = await bookFile(tx, format)
    return fileAnswer(body, type, fileName)
  }
}

async function bookFile(tx: Tx, format: Format): Promise<ExportedFile> {
  const rows = (await listAllInForce(tx)).flatMap(rowsOfTemplate)
  const made = format === 'csv' ? writeCsv([[...COLUMNS], ...rows], { encoding: 'utf-8-bom', missingCharacters: 'refuse' }) : workbookOf(rows, tx.now)
  if (!made.ok) throw new Fault('broken', `the phrasebook cannot be written: ${made.reason}`)
  return { fileName: `phrasebook.${format}`, type: TYPES[format], body: Buffer.from(made.bytes) }
}

function workbookOf(rows: readonly (readonly string[])[], createdAt: Temporal.Instant) {
  return writeXlsx({
    properties: { title: words.title.en, creator: 'Tsunagu', createdAt },
    sheets: [{
      name: 'phrasebook',
      columns: WIDTHS.map((width) => ({ width })),
      rows: [
        { cells: COLUMNS.map((value) => ({ value, style: { isBold: true } })) },
        ...rows.map((cells) => ({ cells: cells.map((value) => ({ value })) })),
      ],
      frozen: { rows: 1, columns: 2 },
    }],
  })
}
