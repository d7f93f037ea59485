import { pipeline } from 'node:stream/promises'
import type { Sql } from 'postgres'
import { writeDurably } from './durable-file.ts'
import { errorWhileWriting } from './errors.ts'
import { readInventory, sqlColumns, sqlName, type StoredTable } from './inventory.ts'
import { printManifest, type AppliedMigration, type ArchiveManifest, type ArchivedSequence } from './manifest.ts'
import { withArchive } from './open-archive.ts'
import { ProgressTeller, type OnProgress } from './progress.ts'
import { RowCounter, compressor, gather } from './rows.ts'
import { SectionWriter } from './sections.ts'
import { Session } from './session.ts'

export { ArchiveError } from './errors.ts'

export interface BackupOrder {
  /** Where the archive goes; an older file of that name is replaced only by the whole new one. */
  readonly file: string
  /** Municipality code. */
  readonly city: string
  readonly schemas: readonly string[]
  /** Tables to leave out, as `schema.table`: what the migrations themselves keep, and what only lives for a day. */
  readonly exclude?: readonly string[]
  readonly migrations: readonly AppliedMigration[]
  readonly now: Temporal.Instant
  readonly onProgress?: OnProgress
}

/**
 * Writes one city's database into one file: one consistent state, however much is written to the database meanwhile,
 * at constant memory. `sql` names the database and a superuser; the work runs on a connection of its own. Resolves
 * when the file is whole and on the disk. Rejects with `ArchiveError`, and then leaves no file behind.
 */
export async function writeArchive(sql: Sql, order: BackupOrder): Promise<ArchiveManifest> {
  const session = new Session(sql)
  try {
    return await writeDurably(order.file, async (file) => {
      await session.run('begin isolation level repeatable read read only')
      await fixNotation(session)
      const { tables, ...rest } = await readInventory(session, order.schemas, order.exclude ?? [])
      const manifest = await describe(session, order, tables, rest.sequences)
      const writer = new SectionWriter(file)
      await writer.begin({ kind: 'manifest' })
      await writer.piece(printManifest(manifest))
      await writer.end()
      await writeTables(session, writer, tables, manifest, order.onProgress)
      await writer.finish()
      return manifest
    })
  } catch (error) {
    throw errorWhileWriting(error, order.file)
  } finally {
    await session.close()
  }
}

/** Reads what an archive says of itself. Only the manifest is checked; `verifyArchive` checks the whole. */
export function readManifest(file: string): Promise<ArchiveManifest> {
  return withArchive(file, async ({ manifest }) => manifest)
}

/** Reads a whole archive, all its digests and row counts. Rejects with `ArchiveError` when anything does not agree. */
export async function verifyArchive(file: string, onProgress?: OnProgress): Promise<ArchiveManifest> {
  return (await verifyWithDigest(file, onProgress)).manifest
}

/** As `verifyArchive`; the digest stands for exactly the bytes that were verified. */
export function verifyWithDigest(file: string, onProgress?: OnProgress): Promise<{ manifest: ArchiveManifest; digest: Buffer }> {
  return withArchive(file, async (archive) => {
    const progress = new ProgressTeller('verifying', rowsInAll(archive.manifest), onProgress)
    await archive.eachTable(async (table, rows) => {
      const counter = new RowCounter()
      for await (const _ of counter.count(rows)) progress.tell(`${table.schema}.${table.name}`, counter.rows)
      progress.pass(counter.rows)
      return counter.rows
    })
    return { manifest: archive.manifest, digest: archive.digest }
  })
}

export function rowsInAll({ tables }: ArchiveManifest): number {
  return tables.reduce((rows, table) => rows + table.rows, 0)
}

/** Values are written the same way whatever the server's configuration says. */
export async function fixNotation(session: Session): Promise<void> {
  await session.run(`set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex';
    set local extra_float_digits = 1; set local timezone = 'UTC'; set local row_security = off`)
}

async function describe(
  session: Session,
  order: BackupOrder,
  tables: readonly StoredTable[],
  sequences: readonly { readonly schema: string; readonly name: string }[],
): Promise<ArchiveManifest> {
  // A sequence knows no snapshots. Read after the snapshot was taken, it is at least as far as every row in it.
  const stands: ArchivedSequence[] = []
  for (const { schema, name } of sequences) {
    const statement = `select last_value::text as "lastValue", is_called::text as "isCalled" from ${sqlName({ schema, name })}`
    const [stand] = await session.run<{ lastValue: string; isCalled: string }>(statement)
    stands.push({ schema, name, lastValue: stand?.lastValue ?? '', isCalled: stand?.isCalled === 'true' })
  }
  const counted: ArchiveManifest['tables'][number][] = []
  for (const { schema, name, columns, isPartitioned } of tables) {
    const only = isPartitioned ? '' : 'only '
    const rows = Number(await session.text(`select count(*)::text from ${only}${sqlName({ schema, name })}`))
    counted.push({ schema, name, columns, rows })
  }
  return {
    city: order.city,
    createdAt: order.now.toString(),
    serverVersion: await session.text(`select current_setting('server_version')`),
    migrations: order.migrations,
    schemas: order.schemas,
    exclude: order.exclude ?? [],
    tables: counted,
    sequences: stands,
  }
}

async function writeTables(
  session: Session,
  writer: SectionWriter,
  tables: readonly StoredTable[],
  manifest: ArchiveManifest,
  onProgress: OnProgress | undefined,
): Promise<void> {
  const progress = new ProgressTeller('writing', rowsInAll(manifest), onProgress)
  for (const [index, table] of tables.entries()) {
    const { schema, name } = table
    const counter = new RowCounter()
    await writer.begin({ kind: 'table', schema, name })
    const rows = await session.copyOut(copyOutStatement(table))
    await pipeline(rows, gather, (pieces) => counter.count(pieces), compressor(), gather, async (pieces) => {
      for await (const piece of pieces) {
        await writer.piece(piece)
        progress.tell(`${schema}.${name}`, counter.rows)
      }
    })
    await writer.end()
    progress.pass(counter.rows)
    const stated = manifest.tables[index]?.rows
    if (counter.rows !== stated) throw new RangeError(`${schema}.${name}: ${counter.rows} rows came, ${stated} were counted`)
  }
}

/** A partitioned table has no rows of its own that COPY would send, so it is asked through a query. */
function copyOutStatement(table: StoredTable): string {
  const columns = sqlColumns(table)
  if (table.isPartitioned) return `copy (select ${columns} from ${sqlName(table)}) to stdout`
  return `copy ${sqlName(table)}${columns === '' ? '' : ` (${columns})`} to stdout`
}
