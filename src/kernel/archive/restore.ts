import type { Sql } from 'postgres'
import { fixNotation, rowsInAll, verifyWithDigest } from './archive.ts'
import { ArchiveError, damaged, errorWhileReading } from './errors.ts'
import { readInventory, sqlColumns, sqlName, type Inventory, type StoredTable } from './inventory.ts'
import { LIMITS } from './limits.ts'
import type { ArchiveManifest, ArchivedTable } from './manifest.ts'
import { withArchive } from './open-archive.ts'
import { ProgressTeller, type OnProgress } from './progress.ts'
import { RowCounter } from './rows.ts'
import { Session } from './session.ts'

export interface RestoreOrder {
  readonly file: string
  /**
   * Whether the archive belongs here: the right city, the migrations that were applied to the target. Throws to refuse,
   * with a message for the person; it is called after the archive was verified and before anything is changed.
   */
  readonly check: (manifest: ArchiveManifest) => void | Promise<void>
  /** Empties the tables first, in the same transaction. Otherwise a target that holds rows is refused. */
  readonly replace?: boolean
  readonly onProgress?: OnProgress
}

/**
 * Fills a migrated database from an archive, in one transaction: all of it, or nothing. The archive is read twice, first
 * to verify it. Foreign keys and triggers rest meanwhile (`session_replication_role`): the archive is one consistent
 * state, and what triggers once did is in it. `sql` names the database and a superuser. Rejects with `ArchiveError`.
 */
export async function restoreArchive(sql: Sql, order: RestoreOrder): Promise<ArchiveManifest> {
  const { file, onProgress } = order
  const { manifest, digest } = await verifyWithDigest(file, onProgress)
  await order.check(manifest)
  const session = new Session(sql)
  try {
    await session.run('begin')
    await session.run('set local session_replication_role = replica')
    await fixNotation(session)
    const inventory = await readInventory(session, manifest.schemas, manifest.exclude)
    const pairs = pairTables(manifest, inventory, file)
    await emptyTables(session, inventory, order)
    await fillTables(session, pairs, order, digest)
    for (const { tables } of [inventory]) await countAgain(session, tables, manifest)
    await setSequences(session, manifest)
    for (const view of inventory.materializedViews) await session.run(`refresh materialized view ${sqlName(view)}`)
    // Statistics are not archived; without them the first queries would be planned blindly.
    if (inventory.tables.length > 0) await session.run(`analyze ${inventory.tables.map(sqlName).join(', ')}`)
    await session.run('commit')
    return manifest
  } catch (error) {
    throw errorWhileReading(error, file)
  } finally {
    await session.close()
  }
}
