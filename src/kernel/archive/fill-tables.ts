import { ArchiveError } from './errors.ts'
import {
  readReferrers,
  sqlColumns,
  sqlLiteral,
  sqlName,
  type Inventory,
  type RelationName,
  type Table,
} from './inventory.ts'
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
  const difference = `${differences.slice(0, 3).join('; ')}${more}`
  throw new ArchiveError(
    'other-tables',
    `The backup does not fit this database (${difference}); nothing was changed: use the release that made it.`,
  )
}

/**
 * Locks and empties all tables; refuses when they hold rows that nobody allowed to replace. What was left out of the
 * archive but refers to its tables (sign-in sessions to people) loses its ground, and is emptied with them.
 */
export async function emptyTables(
  session: Session,
  inventory: Inventory,
  order: { readonly mayReplace: boolean; readonly exclude: readonly string[] },
): Promise<void> {
  if (inventory.tables.length === 0) return
  const referrers = await readReferrers(session, inventory)
  const strangers = referrers.map(printed).filter((name) => !order.exclude.includes(name))
  if (strangers.length > 0) {
    throw new ArchiveError(
      'other-tables',
      `${strangers[0]} refers to tables of the backup but is not in it; nothing was changed: use a new database.`,
    )
  }
  const emptied = [...inventory.tables, ...referrers]
  const names = emptied.map(sqlName).join(', ')
  await session.run(`set local lock_timeout = '${LIMITS.lockSeconds}s'`)
  await session.run(`lock table ${names} in access exclusive mode`)
  if (!order.mayReplace) await refuseRows(session, emptied)
  // Also done when they are empty: what fills a table emptied in the same transaction needs no write-ahead log.
  await session.run(`truncate ${names}`)
}

async function refuseRows(session: Session, tables: readonly RelationName[]): Promise<void> {
  for (const table of tables) {
    if ((await session.text(`select exists (select from ${sqlName(table)})::text`)) === 'false') continue
    throw new ArchiveError(
      'not-empty',
      `The database is not empty (${printed(table)}); nothing was changed: use a new one, or allow it to be replaced.`,
    )
  }
}

/** Copies all rows in and counts them in the database. Resolves to the digest of the archive as it was read. */
export async function fillTables(
  session: Session,
  archive: OpenArchive,
  progress: ProgressTeller,
): Promise<Buffer> {
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
    await session.run(`select setval(${sqlLiteral(sequence)}, ${lastValue}, ${isCalled})::text`)
  }
}

async function* tellEach(pieces: AsyncIterable<Buffer>, tell: () => void): AsyncGenerator<Buffer, void, undefined> {
  for await (const piece of pieces) {
    tell()
    yield piece
  }
}

function differencesOf(kind: string, archived: readonly RelationName[], present: readonly RelationName[]): string[] {
  const [inArchive, here] = [new Set(archived.map(printed)), new Set(present.map(printed))]
  return [
    ...[...inArchive].filter((name) => !here.has(name)).map((name) => `there is no ${kind} ${name} here`),
    ...[...here].filter((name) => !inArchive.has(name)).map((name) => `the backup has no ${kind} ${name}`),
  ]
}

function printed({ schema, name }: RelationName): string {
  return `${schema}.${name}`
}

function columnDifferences(archived: Table, present: Table): string[] {
  const print = (table: Table): string =>
    table.columns
      .map(({ name, type }) => `${name} ${type}`)
      .sort()
      .join(', ')
  const [before, now] = [print(archived), print(present)]
  return before === now ? [] : [`table ${printed(archived)} had the columns ${before} and has ${now}`]
}
