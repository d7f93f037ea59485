import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { writeArchive } from '#kernel/archive/archive.ts'
import { migrationsOf } from '#kernel/city/open-city.ts'
import { connect } from '#kernel/database/connection.ts'
import { schemaOf } from '#kernel/database/roles.ts'
import { verifyChain } from '#kernel/facts/chain.ts'
import { parts } from '../city.ts'
import { chosenCity, withInstallation } from './city-choice.ts'
import type { Command } from './commands.ts'
import { optionsIn } from './environment.ts'

/**
 * Written by migrating; belonging to the installation that is restored into; or worthless after a restore: signed-in
 * sessions and the numbers of sent forms.
 */
export const NOT_ARCHIVED = ['kernel.migration', 'kernel.installation', 'kernel.session', 'kernel.submission']

export const backup: Command = {
  usage: 'backup [FILE] [--city KEY]',
  says: 'writes a city into one file, also while it is open',
  run: async (words) => {
    const { options, rest } = optionsIn(words, { city: 'string' })
    return withInstallation(async (installation) => {
      const open = chosenCity(installation, options.city)
      const file = resolve(rest[0] ?? defaultName(open.city.key))
      mkdirSync(dirname(file), { recursive: true })
      const chain = await verifyChain(open.database)
      // A broken chain is worth keeping too, but nobody should take it for a sound one.
      if (chain.broken.length > 0) console.error(`warning: the chain of facts is broken in ${chain.broken.length} places; see tsunagu verify`)
      const sql = connect(installation.server, { database: open.databaseName, connections: 1, statementTimeoutMs: 0 })
      try {
        const manifest = await writeArchive(sql, {
          file,
          city: open.city.code,
          schemas: ['kernel', ...parts.map((part) => schemaOf(part.name))],
          exclude: NOT_ARCHIVED,
          migrations: migrationsOf(parts).map(({ schema, name, checksum }) => ({ schema, name, checksum })),
          now: open.database.clock.now(),
        })
        const rows = manifest.tables.reduce((total, table) => total + table.rows, 0)
        console.log(`${open.city.name}: ${rows} rows of ${manifest.tables.length} tables, ${chain.length} facts (chain ${chain.head.slice(0, 12)}) → ${file}`)
        return 0
      } finally {
        await sql.end()
      }
    })
  },
}

function defaultName(city: string): string {
  const stamp = Temporal.Now.plainDateTimeISO('Asia/Tokyo').toString({ smallestUnit: 'second' }).replace(/[:]/g, '')
  return `${city}-${stamp}.tsunagu`
}
