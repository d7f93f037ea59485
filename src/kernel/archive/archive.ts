import type { Sql } from 'postgres'
import { writeDurably } from './durable-file.ts'
import { damaged, errorWhileReading, errorWhileWriting } from './errors.ts'
import { emptyTables, fillTables, refuseDifferences, setSequences } from './fill-tables.ts'
import { readInventory, sqlName } from './inventory.ts'
import { describeDatabase, printManifest, rowsInAll, type AppliedMigration, type ArchiveManifest } from './manifest.ts'
import { withArchive } from './open-archive.ts'
import { ProgressTeller, type OnProgress } from './progress.ts'
import { RowCounter } from './rows.ts'
import { SectionWriter } from './sections.ts'
import { Session } from './session.ts'
import { writeTables } from './write-tables.ts'

export { ArchiveError } from './errors.ts'

export interface BackupOrder {
  /** Where the archive goes; an older file of that name is replaced only by the whole new one. */
  readonly file: string
  /** Municipality code. */
  readonly city: string
  readonly schemas: readonly string[]
  /**
   * Tables to leave out, as `schema.table`: what migrating writes by itself, and what need not be kept. No table that
   * is kept should refer to one of them.
   */
  readonly exclude?: readonly string[]
  readonly migrations: readonly AppliedMigration[]
  readonly now: Temporal.Instant
  readonly onProgress?: OnProgress
}

export interface RestoreOrder {
  readonly file: string
  /**
   * Whether the archive belongs here: the right city, the migrations that were applied to the target. Throws to refuse,
   * with a message for the person. Called when the archive is verified and before anything is changed.
   */
  readonly check: (manifest: ArchiveManifest) => void | Promise<void>
  /** Empties the tables first, in the same transaction. Otherwise a target that holds rows is refused. */
  readonly replace?: boolean
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
      await session.begin('isolation level repeatable read read only')
      const inventory = await readInventory(session, order.schemas, order.exclude ?? [])
      const manifest = await describeDatabase(session, inventory, {
        city: order.city,
        createdAt: order.now.toString(),
        migrations: order.migrations,
        schemas: order.schemas,
        exclude: order.exclude ?? [],
      })
      const writer = new SectionWriter(file)
      await writer.begin({ kind: 'manifest' })
      await writer.piece(printManifest(manifest))
      await writer.end()
      const progress = new ProgressTeller('writing', rowsInAll(manifest), order.onProgress)
      await writeTables(session, writer, inventory.tables, manifest, progress)
      await writer.finish()
      await session.run('commit')
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

/** Reads a whole archive, with all its digests and row counts. Rejects with `ArchiveError` when anything is amiss. */
export async function verifyArchive(file: string, onProgress?: OnProgress): Promise<ArchiveManifest> {
  return (await verify(file, onProgress)).manifest
}

/**
 * Fills a migrated database from an archive, in one transaction: all of it, or nothing. The archive is read twice, the
 * first time to verify it. Foreign keys and triggers rest meanwhile (`session_replication_role`): the archive is one
 * consistent state, and what triggers once did is in it. `sql` names the database and a superuser; nobody else may use
 * the tables meanwhile. Rejects with `ArchiveError`, or with what `check` threw.
 */
export async function restoreArchive(sql: Sql, order: RestoreOrder): Promise<ArchiveManifest> {
  const { manifest, digest } = await verify(order.file, order.onProgress)
  await order.check(manifest)
  const session = new Session(sql)
  try {
    await session.begin()
    await session.run('set local session_replication_role = replica')
    const inventory = await readInventory(session, manifest.schemas, manifest.exclude)
    refuseDifferences(manifest, inventory)
    await emptyTables(session, inventory, { mayReplace: order.replace === true, exclude: manifest.exclude })
    const progress = new ProgressTeller('restoring', rowsInAll(manifest), order.onProgress)
    const digestNow = await withArchive(order.file, (archive) => fillTables(session, archive, progress))
    if (!digestNow.equals(digest)) throw damaged(order.file, 'it changed while it was read')
    await setSequences(session, manifest)
    for (const view of inventory.materializedViews) await session.run(`refresh materialized view ${sqlName(view)}`)
    // Statistics are not archived; without them the first queries would be planned blindly.
    if (inventory.tables.length > 0) await session.run(`analyze ${inventory.tables.map(sqlName).join(', ')}`)
    await session.run('commit')
    return manifest
  } catch (error) {
    throw errorWhileReading(error, order.file)
  } finally {
    await session.close()
  }
}

interface VerifiedArchive {
  readonly manifest: ArchiveManifest
  /** Stands for exactly the bytes that were verified. */
  readonly digest: Buffer
}

function verify(file: string, onProgress: OnProgress | undefined): Promise<VerifiedArchive> {
  return withArchive(file, async (archive) => {
    const progress = new ProgressTeller('verifying', rowsInAll(archive.manifest), onProgress)
    await archive.eachTable(async (table, rows) => {
      const counter = new RowCounter()
      for await (const _ of counter.count(rows)) progress.tell(table, counter.rows)
      progress.pass(counter.rows)
      return counter.rows
    })
    return { manifest: archive.manifest, digest: archive.digest }
  })
}
