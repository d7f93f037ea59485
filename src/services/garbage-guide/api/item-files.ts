import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import type { ExportedFile, Exporter } from '#capabilities/imports/exporter.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { ownRows } from '../rules/item-rows.ts'
import { sortByReading } from '../rules/fifty-sounds.ts'
import { listItems } from '../store/guide.ts'
import { importWords } from '../text/import-words.ts'

type Format = 'xlsx' | 'csv'

const TYPES: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** The list in our own columns: what staff take home, alter and bring back. */
export const itemExporter: Exporter = {
  name: 'garbage-items',
  title: importWords.exportTitle,
  formats: ['xlsx', 'csv'],
  write: (tx, { format }) => itemFile(tx, format === 'csv' ? 'csv' : 'xlsx'),
}

export function showItemFile(format: Format) {
  return async ({ tx }: Visit): Promise<Answer> => {
    const { body, type, fileName } = await itemFile(tx, format)
    return fileAnswer(body, type, fileName)
  }
}

async function itemFile(tx: Tx, format: Format): Promise<ExportedFile> {
  const rows = ownRows(sortByReading(await listItems(tx)))
  const made = format === 'csv' ? writeCsv(rows, { encoding: 'utf-8-bom', missingCharacters: 'refuse' }) : workbookOf(rows, tx.now)
  if (!made.ok) throw new Fault('broken', `the list cannot be written: ${made.reason}`)
  return { fileName: `garbage-items.${format}`, type: TYPES[format], body: Buffer.from(made.bytes) }
}

function workbookOf(rows: readonly (readonly string[])[], createdAt: Temporal.Instant) {
  const [head = [], ...body] = rows
  return writeXlsx({
    properties: { title: importWords.exportTitle.ja.replace(/\{([^|}]*)\|[^}]*\}/g, '$1'), creator: 'Tsunagu', createdAt },
    sheets: [{
      name: 'items',
      columns: head.map((name) => ({ width: /name|note|size|aliases|reading/i.test(name) ? 24 : 14 })),
      rows: [
        { cells: head.map((value) => ({ value, style: { isBold: true } })) },
        ...body.map((cells) => ({ cells: cells.map((value) => ({ value })) })),
      ],
      frozen: { rows: 1, columns: 2 },
    }],
  })
}
