import { ArchiveError } from './errors.ts'
import { sqlColumns, sqlName, type Inventory, type StoredTable, type Table } from './inventory.ts'
import { LIMITS } from './limits.ts'
import type { ArchiveManifest } from './manifest.ts'
import type { OpenArchive } from './open-archive.ts'
import type { ProgressTeller } from './progress.ts'
import { RowCounter } from './rows.ts'
import type { Session } from './session.ts'

/** Refuses an archive whose tables, columns, types or sequences are not exactly those of the target. */
export function refuseDifferences(manifest: ArchiveManifest, inventory: Inventory): void {
  const differences = [
    ...differencesOf('table', manifest.tables, inventory.tables),
    ...differencesOf('sequence', manifest.sequences, inventory.sequences),
  ]
  const targets = new Map(inventory.tables.map((table) => [sqlName(table), table]))
  for (const table of manifest.tables) {
    const target = targets.get(sqlName(table))
    if (target !== undefined) differences.push(...columnDifferences(table, target))
  }
  if (differences.length === 0) return
  const more = differences.length > 3 ? ` and ${differences.length - 3} more` : ''
  throw new ArchiveError(
    'other-tables',
    `The backup does not fit this database (${differences.slice(0, 3).join('; ')}${more}); nothing was changed: restore it with the release of tsunagu that made it.`,
  )
}

/** Locks and empties all tables; refuses when they hold rows that nobody allowed to replace. */
export async function emptyTables(session: Session, tables: readonly StoredTable[], mayReplace: boolean): Promise<void> {
  if (tables.length === 0) return
  await session.run(`set local lock_timeout = '${LIMITS.lockSeconds}s'`)
  await session.run(`lock table ${tables.map(sqlName).join(', ')} in access exclusive mode`)
  const filled: string[] = []
  for (const table of mayReplace ? [] : tables) {
    const holds = await session.text(`select exists (select from ${sqlName(table)})::text`)
    if (holds === 'true') filled.push(`${table.schema}.${table.name}`)
  }
  if (filled.length > 0) {
    const message = `The database is not empty (${filled.slice(0, 3).join(', ')}); nothing was changed: restore into a new one, or say that its contents may be replaced.`
    throw new ArchiveError('not-empty', message)
  }
  // Also done when they are empty: what fills a table emptied in the same transaction needs no write-ahead log.
  const each = tables.map((table) => `${table.isPartitioned ? '' : 'only '}${sqlName(table)}`)
  await session.run(`truncate ${each.join(', ')}`)
}

/** Copies all rows in and counts them in the database. Resolves to the digest of the archive as it was read. */
export async function fillTables(session: Session, archive: OpenArchive, progress: ProgressTeller): Promise<Buffer> {
  await archive.eachTable(async (table, rows) => {
    const counter = new RowCounter()
    const columns = sqlColumns(table)
    const told = tellEach(counter.count(rows), () => progress.tell(table, counter.rows))
    await session.copyIn(`copy ${sqlName(table)}${columns === '' ? '' : ` (${columns})`} from stdin`, told)
    progress.pass(counter.rows)
    return Number(await session.text(`select count(*)::text from ${sqlName(table)}`))
  })
  return archive.digest
}

/**
 * Sets the sequences as they stood. `setval` alone would outlast a rollback; after ALTER SEQUENCE … RESTART, which is
 * transactional, it works on what the rollback throws away (PostgreSQL documentation, ALTER SEQUENCE, notes).
 */
export async function setSequences(session: Session, manifest: ArchiveManifest): Promise<void> {
  for (const { schema, name, lastValue, isCalled } of manifest.sequences) {
    const sequence = sqlName({ schema, name })
    await session.run(`alter sequence ${sequence} restart`)
    await session.run(`select setval('${sequence.replaceAll("'", "''")}', ${lastValue}, ${isCalled})::text`)
  }
}

async function* tellEach(pieces: AsyncIterable<Buffer>, tell: () => void): AsyncGenerator<Buffer, void, undefined> {
  for await (const piece of pieces) {
    tell()
    yield piece
  }
}

type Named = Pick<Table, 'schema' | 'name'>

function differencesOf(kind: string, archived: readonly Named[], present: readonly Named[]): string[] {
  const [inArchive, here] = [new Set(archived.map(sqlName)), new Set(present.map(sqlName))]
  return [
    ...[...inArchive].filter((name) => !here.has(name)).map((name) => `there is no ${kind} ${name} here`),
    ...[...here].filter((name) => !inArchive.has(name)).map((name) => `the backup has no ${kind} ${name}`),
  ]
}

function columnDifferences(archived: Table, present: Table): string[] {
  const print = (table: Table): string =>
    table.columns.map(({ name, type }) => `${name} ${type}`).sort().join(', ')
  const [before, now] = [print(archived), print(present)]
  return before === now ? [] : [`table ${sqlName(archived)} had the columns ${before} and has ${now}`]
}
