import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import type { Progress, Reading } from '../model.ts'
import type { ImportsTables } from '../tables.ts'

const imports = queriesOver<ImportsTables>()

const READING_COLUMNS = [
  'id', 'importer', 'file_name as fileName', 'sha256', 'read_at as readAt', 'read_by_name as readByName',
  'reread_at as rereadAt', 'state', 'counts', 'questions', 'digest', 'ended_at as endedAt',
  'ended_by_name as endedByName', 'result_path as resultPath', 'changes',
] as const

export async function findReading(tx: Tx, id: string): Promise<Reading | undefined> {
  return (await tx.find(imports.selectFrom('imports.reading').select(READING_COLUMNS).where('id', '=', id))) as Reading | undefined
}

/**
 * The reading with its row held until the transaction ends. Answers share the hold (`answering`); applying, leaving and
 * reading again want it alone (`ending`), so that nothing is answered in a reading that is just being applied.
 */
export async function findReadingHeld(tx: Tx, id: string, purpose: 'answering' | 'ending'): Promise<Reading | undefined> {
  const query = imports.selectFrom('imports.reading').select(READING_COLUMNS).where('id', '=', id)
  return (await tx.find(purpose === 'answering' ? query.forShare() : query.forUpdate())) as Reading | undefined
}

/** The last reading of a file for an importer, an open one first. */
export async function findReadingOf(tx: Tx, importer: string, sha256: Buffer): Promise<Reading | undefined> {
  const query = imports
    .selectFrom('imports.reading')
    .select(READING_COLUMNS)
    .where('importer', '=', importer)
    .where('sha256', '=', sha256)
    .orderBy(sql`state = 'open'`, 'desc')
    .orderBy('read_at', 'desc')
    .limit(1)
  return (await tx.find(query)) as Reading | undefined
}

export type ReadingWithProgress = Reading & Progress

/** Readings under review, the latest first. */
export async function listOpenReadings(tx: Tx, importers: readonly string[]): Promise<ReadingWithProgress[]> {
  if (importers.length === 0) return []
  const query = imports
    .selectFrom('imports.reading')
    .select(READING_COLUMNS)
    .select((reading) => countsFor(reading.ref('imports.reading.id')))
    .where('state', '=', 'open')
    .where('importer', 'in', importers)
    .orderBy('read_at', 'desc')
    .limit(IMPORT_LIMITS.openReadings)
  return (await tx.list(query)) as unknown as ReadingWithProgress[]
}

/** Readings that were applied or left, the latest first. */
export async function listEndedReadings(tx: Tx, importers: readonly string[]): Promise<Reading[]> {
  if (importers.length === 0) return []
  const query = imports
    .selectFrom('imports.reading')
    .select(READING_COLUMNS)
    .where('state', '<>', 'open')
    .where('importer', 'in', importers)
    .orderBy('ended_at', 'desc')
    .limit(IMPORT_LIMITS.endedReadings)
  return (await tx.list(query)) as unknown as Reading[]
}

export async function getProgress(tx: Tx, readingId: string): Promise<Progress> {
  return (await tx.get(imports.selectNoFrom(countsFor(sql`${readingId}::uuid`)))) as unknown as Progress
}

function countsFor(readingId: Parameters<typeof sql>[1]) {
  const count = (what: string) =>
    sql<number>`(select count(*) from imports.question where reading_id = ${readingId} and state = ${sql.lit(what)})`.as(what)
  const answers = sql<number>`(select coalesce(sum(version), 0) from imports.question where reading_id = ${readingId})`
  return [count('open'), count('skipped'), count('accepted'), count('edited'), answers.as('answers')]
}

export interface NewReading {
  readonly id: string
  readonly importer: string
  readonly fileName: string
  readonly sha256: Buffer
  readonly counts: unknown
  readonly questions: number
  readonly digest: Buffer
}

/** False when somebody else took the same file in meanwhile. */
export async function addReading(tx: Tx, reading: NewReading): Promise<boolean> {
  const { fileName, counts, ...rest } = reading
  const by = nameOf(tx)
  const values = { ...rest, file_name: fileName, counts: jsonOf(counts), read_at: tx.now, read_by: by.id, read_by_name: by.name, state: 'open' }
  return (await tx.run(imports.insertInto('imports.reading').values(values).onConflict((clash) => clash.doNothing()))) === 1
}

export async function reread(tx: Tx, readingId: string, found: Pick<NewReading, 'counts' | 'questions' | 'digest'>): Promise<void> {
  const { counts, questions, digest } = found
  const values = { counts: jsonOf(counts), questions, digest, reread_at: tx.now }
  await tx.run(imports.updateTable('imports.reading').set(values).where('id', '=', readingId))
}

export type Ending =
  | { readonly state: 'applied'; readonly resultPath: string; readonly changes: number }
  | { readonly state: 'left' }

export async function endReading(tx: Tx, readingId: string, ending: Ending): Promise<void> {
  const by = nameOf(tx)
  const result = ending.state === 'applied' ? { result_path: ending.resultPath, changes: ending.changes } : {}
  const values = { state: ending.state, ended_at: tx.now, ended_by: by.id, ended_by_name: by.name, ...result }
  await tx.run(imports.updateTable('imports.reading').set(values).where('id', '=', readingId))
}

/** Keeps the file unless the same content was kept before. */
export async function keepFile(tx: Tx, sha256: Buffer, content: Buffer): Promise<void> {
  const values = { sha256, content, size_bytes: content.length, kept_at: tx.now }
  await tx.run(imports.insertInto('imports.file').values(values).onConflict((clash) => clash.doNothing()))
}

export async function getFile(tx: Tx, sha256: Buffer): Promise<Buffer> {
  const row = await tx.get(imports.selectFrom('imports.file').select('content').where('sha256', '=', sha256))
  return row.content
}

/** Account and name of who acts; the command line has no name. */
export function nameOf({ actor }: Tx): { readonly id: string; readonly name: string } {
  return { id: actor.id, name: actor.person?.name ?? '' }
}

function jsonOf(value: unknown) {
  return sql`${JSON.stringify(value)}::text::jsonb`
}
