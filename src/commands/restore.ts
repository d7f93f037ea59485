import { resolve } from 'node:path'
import { restoreArchive } from '#kernel/archive/archive.ts'
import type { ArchiveManifest } from '#kernel/archive/manifest.ts'
import { migrationsOf, type OpenCity } from '#kernel/city/open-city.ts'
import { connect } from '#kernel/database/connection.ts'
import { EVERYTHING_CHANGED } from '#kernel/database/fact-bell.ts'
import { verifyChain } from '#kernel/facts/chain.ts'
import { parts } from '../city.ts'
import { chosenCity, withInstallation } from './city-choice.ts'
import type { Command } from './commands.ts'
import { optionsIn } from './environment.ts'

export const restore: Command = {
  usage: 'restore FILE [--city KEY] [--replace]',
  says: 'fills a city from a backup, all of it or nothing; --replace gives up what the city holds now',
  run: async (words) => {
    const { options, rest } = optionsIn(words, { city: 'string', replace: 'boolean' })
    const file = rest[0]
    if (file === undefined) throw new Error('say which file: tsunagu restore FILE')
    return withInstallation(async (installation) => {
      const open = chosenCity(installation, options.city)
      if (!open.isNew && options.replace !== true) {
        throw new Error(`${open.city.name} holds data already; add --replace to give it up for the backup`)
      }
      const sql = connect(installation.server, { database: open.databaseName, connections: 1, statementTimeoutMs: 0 })
      try {
        const manifest = await restoreArchive(sql, { file: resolve(file), replace: true, check: (read) => assertFits(read, open) })
        // A city that is open meanwhile forgets the pages it kept.
        await sql`select pg_notify('facts', ${EVERYTHING_CHANGED})`
        return await tellResult(manifest, open)
      } finally {
        await sql.end()
      }
    })
  },
}

/** Refuses another city's backup, and one written by a program with other tables. */
function assertFits(manifest: ArchiveManifest, open: OpenCity): void {
  if (manifest.city !== open.city.code) {
    throw new Error(`this backup is of the municipality ${manifest.city}, not of ${open.city.name} (${open.city.code})`)
  }
  const ours = new Map(migrationsOf(parts).map((migration) => [`${migration.schema}/${migration.name}`, migration.checksum]))
  const theirs = new Map(manifest.migrations.map((migration) => [`${migration.schema}/${migration.name}`, migration.checksum]))
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter((key) => ours.get(key) !== theirs.get(key))
  if (differing.length > 0) {
    throw new Error(`this backup was written by another version of the program (${differing.slice(0, 3).join(', ')}); restore it with that version, then update`)
  }
}

async function tellResult(manifest: ArchiveManifest, open: OpenCity): Promise<number> {
  const rows = manifest.tables.reduce((total, table) => total + table.rows, 0)
  const chain = await verifyChain(open.database)
  console.log(`${open.city.name}: ${rows} rows of ${manifest.createdAt} are back; ${chain.length} facts, chain ${chain.broken.length === 0 ? 'sound' : 'BROKEN'}`)
  return chain.broken.length === 0 ? 0 : 1
}
