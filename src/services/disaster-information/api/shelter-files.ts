import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import type { ExportedFile, Exporter } from '#capabilities/imports/exporter.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { OWN_COLUMNS, type OwnColumn } from '../rules/shelter-columns.ts'
import type { Shelter } from '../rules/shelters.ts'
import { listShelters } from '../store/shelters.ts'
import { shelterImportWords as words } from '../text/shelter-import-words.ts'

type Format = 'xlsx' | 'csv'

const TYPES: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** The list in our own columns: what officers take home, alter and bring back. */
export const shelterExporter: Exporter = {
  name: 'disaster-shelters',
  title: words.exportTitle,
  formats: ['xlsx', 'csv'],
  write: (tx, { format }) => shelterFile(tx, format === 'csv' ? 'csv' : 'xlsx'),
}

export function showShelterFile(format: Format) {
  return async ({ tx }: Visit): Promise<Answer> => {
    const { body, type, fileName } = await shelterFile(tx, format)
    return fileAnswer(body, type, fileName)
  }
}

async function shelterFile(tx: Tx, format: Format): Promise<ExportedFile> {
  const rows = [[...OWN_COLUMNS], ...(await listShelters(tx)).map(ownRow)]
  const made = format === 'csv' ? writeCsv(rows, { encoding: 'utf-8-bom', missingCharacters: 'refuse' }) : workbookOf(rows, tx.now)
  if (!made.ok) throw new Fault('broken', `the list of shelters cannot be written: ${made.reason}`)
  return { fileName: `shelters.${format}`, type: TYPES[format], body: Buffer.from(made.bytes) }
}

export function ownRow({ id, name, point, kinds, hazards, ...shelter }: Shelter): string[] {
  const cells: Readonly<Record<OwnColumn, string>> = {
    id, name: name.written, nameKana: name.kana, nameRomaji: name.romaji, nameEn: name.en, namePt: name.pt,
    town: shelter.town ?? '', address: shelter.address, latitude: String(point?.latitude ?? ''), longitude: String(point?.longitude ?? ''),
    kinds: kinds.join(';'), hazards: hazards.join(';'), capacity: String(shelter.capacity ?? ''),
    isBarrierFree: String(shelter.isBarrierFree ?? ''), takesPets: String(shelter.takesPets ?? ''), note: shelter.note,
  }
  return OWN_COLUMNS.map((column) => cells[column])
}

function workbookOf([head = [], ...body]: readonly (readonly string[])[], createdAt: Temporal.Instant) {
  return writeXlsx({
    properties: { title: officialVoice.plain(words.exportTitle), creator: 'Tsunagu', createdAt },
    sheets: [{
      name: 'shelters',
      columns: head.map((name) => ({ width: /name|address|hazards|note/i.test(name) ? 28 : 14 })),
      rows: [
        { cells: head.map((value) => ({ value, style: { isBold: true } })) },
        ...body.map((cells) => ({ cells: cells.map((value) => ({ value })) })),
      ],
      frozen: { rows: 1, columns: 2 },
    }],
  })
}
