import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedServer } from '#kernel/postgres/postgres.ts'

/**
 * One database server for a whole test run, in memory where the machine has /dev/shm. Vitest calls it before the
 * first test file; the address travels in an environment variable because test files run in threads of their own.
 */
export async function setup(): Promise<() => Promise<void>> {
  // A test that runs tests of its own (tools/new-service) lends them its server.
  if (process.env.TSUNAGU_TEST_SERVER !== undefined) return async () => {}
  const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tsunagu-test-'))
  const server = await openEmbeddedServer({ dataDir, settings: { fsync: 'off', max_connections: '200' } })
  const { host, port, user, password } = server.connection
  process.env.TSUNAGU_TEST_SERVER = JSON.stringify({ host, port, user, password, ssl: false })
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
