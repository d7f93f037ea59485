import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { connect } from '#kernel/database/connection.ts'
import { openEmbeddedServer } from '#kernel/postgres/postgres.ts'

/** Starts an embedded server in a temporary folder, hands its empty database over, and leaves nothing behind. */
export async function withThrowAwayDatabase<Result>(work: (database: Sql) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tsunagu-tool-'))
  try {
    const server = await openEmbeddedServer({ dataDir, settings: { fsync: 'off' } })
    const database = connect(server.connection, { database: 'postgres', connections: 1 })
    try {
      return await work(database)
    } finally {
      await database.end()
      await server.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
