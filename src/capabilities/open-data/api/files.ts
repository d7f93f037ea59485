import { writeCsv, type CsvCell, type CsvWriteOptions } from '#capabilities/documents/csv.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { OPEN_DATA_LIMITS } from '../limits.ts'
import { datasetsOf, LICENCES, type ColumnType, type Dataset, type DatasetColumn, type DatasetRecord, type DatasetValue, type OwnedDataset } from '../open-data.ts'

export function getDataset({ directory, params }: Visit): OwnedDataset {
  const found = datasetsOf(directory.parts).find(({ dataset }) => dataset.id === params.dataset)
  if (found === undefined) throw new Fault('not-found')
  return found
}

const CSV_TYPES = { 'utf-8-bom': 'text/csv; charset=utf-8; header=present', cp932: 'text/csv; charset=Windows-31J; header=present' } as const

/**
 * The dataset as CSV (RFC 4180): UTF-8 with the mark that spreadsheet programs look for, or CP932 with `encoding=cp932`,
 * where 〓 stands for characters that CP932 lacks. Texts that a program could run as formulas are guarded.
 */
export async function csvOf(visit: Visit): Promise<Answer> {
  const { dataset, owner } = getDataset(visit)
  const encoding = encodingIn(visit.query.encoding)
  const header = [dataset.columns.map(({ name }) => name)]
  const chunks = [written(header, encoding)]
  await visit.tx.onBehalfOf(owner.name, async (its) => {
    for await (const records of batches(dataset, its)) {
      // The mark stands once, at the file's beginning.
      chunks.push(written(records.map((record) => dataset.columns.map((column) => csvCell(valueOf(dataset, column, record)))), encoding === 'utf-8-bom' ? 'utf-8' : encoding))
      assertSize(dataset, chunks)
    }
  })
  return { ...fileAnswer(Buffer.concat(chunks), CSV_TYPES[encoding]), emptiedBy: dataset.emptiedBy }
}

function encodingIn(words: string | undefined): keyof typeof CSV_TYPES {
  if (words === undefined || words === 'utf-8') return 'utf-8-bom'
  if (words === 'cp932') return 'cp932'
  throw new Fault('bad-request', 'encoding is utf-8 or cp932')
}

function written(rows: readonly (readonly CsvCell[])[], encoding: CsvWriteOptions['encoding']): Buffer {
  const result = writeCsv(rows, { encoding, missingCharacters: 'geta' })
  if (!result.ok) throw new Fault('broken', result.reason)
  return Buffer.from(result.bytes)
}

/** Numbers stay numbers; everything else is text as the standard formats print it (ISO 8601 dates, true and false). */
function csvCell(value: DatasetValue): CsvCell {
  return typeof value === 'string' || typeof value === 'number' || value === null ? value : String(value)
}

/** The dataset as JSON that describes itself: columns, licence, and the rows as objects. */
export async function jsonOf(visit: Visit): Promise<Answer> {
  const { dataset, owner } = getDataset(visit)
  const chunks = [Buffer.from(`${JSON.stringify(describedIn(visit, dataset)).slice(0, -1)},"records":[`)]
  await visit.tx.onBehalfOf(owner.name, async (its) => {
    let separator = ''
    for await (const records of batches(dataset, its)) {
      const lines = records.map((record) => JSON.stringify(recordOf(dataset, record)))
      chunks.push(Buffer.from(separator + lines.join(',\n')))
      separator = ',\n'
      assertSize(dataset, chunks)
    }
  })
  chunks.push(Buffer.from(']}\n'))
  return { ...fileAnswer(Buffer.concat(chunks), 'application/json; charset=utf-8'), emptiedBy: dataset.emptiedBy }
}

function describedIn({ city }: Visit, dataset: Dataset): Record<string, unknown> {
  const licence = LICENCES[dataset.licence ?? 'cc-by-4.0']
  return {
    id: dataset.id,
    title: officialVoice.plain(dataset.title),
    publisher: city.name,
    licence: licence.name,
    licenceUrl: licence.url,
    columns: dataset.columns.map(({ name, type, description }) => ({ name, type, description: officialVoice.plain(description) })),
  }
}

function recordOf(dataset: Dataset, record: DatasetRecord): Record<string, DatasetValue> {
  return Object.fromEntries(dataset.columns.map((column) => [column.name, valueOf(dataset, column, record)]))
}

/** The first rows, for the dataset's page. */
export async function firstRows(tx: Tx, { dataset, owner }: OwnedDataset, count: number): Promise<DatasetValue[][]> {
  return tx.onBehalfOf(owner.name, async (its) => {
    const rows: DatasetValue[][] = []
    for await (const record of await dataset.rows(its)) {
      if (rows.push(dataset.columns.map((column) => valueOf(dataset, column, record))) === count) break
    }
    return rows
  })
}

async function* batches(dataset: Dataset, tx: Tx): AsyncGenerator<readonly DatasetRecord[]> {
  let batch: DatasetRecord[] = []
  let count = 0
  for await (const record of await dataset.rows(tx)) {
    if (++count > OPEN_DATA_LIMITS.rows) throw new Fault('broken', `the dataset ${dataset.id} has more than ${OPEN_DATA_LIMITS.rows} rows: split it`)
    if (batch.push(record) < OPEN_DATA_LIMITS.rowsAtATime) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function assertSize(dataset: Dataset, chunks: readonly Buffer[]): void {
  const bytes = chunks.reduce((total, chunk) => total + chunk.length, 0)
  if (bytes > OPEN_DATA_LIMITS.fileBytes) throw new Fault('broken', `the dataset ${dataset.id} is larger than ${OPEN_DATA_LIMITS.fileBytes} bytes: split it`)
}

/** The value of a declared column, held to its declared type: the description of a dataset is a promise. */
function valueOf(dataset: Dataset, { name, type }: DatasetColumn, record: DatasetRecord): DatasetValue {
  const value = record[name]
  if (value === null || (value !== undefined && isOf(type, value))) return value
  throw new Fault('broken', `${dataset.id}: the column ${name} is declared as ${type} and holds ${typeof value}`)
}

function isOf(type: ColumnType, value: Exclude<DatasetValue, null>): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string'
    case 'url':
      return typeof value === 'string' && URL.canParse(value)
    case 'whole-number':
    case 'year':
      return Number.isSafeInteger(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return value instanceof Temporal.PlainDate
    default:
      return assertNever(type)
  }
}
