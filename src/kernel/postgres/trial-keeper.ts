/** A process of its own for the tests: opens the server of the DATA_DIR it is given, says so, and keeps it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedServerError, openEmbeddedServer } from './postgres.ts'

const [, , dataDir = '', binDir = ''] = process.argv
try {
  const server = await openEmbeddedServer(binDir === '' ? { dataDir } : { dataDir, binDir })
  const end = (): void => void server.stop().finally(() => process.exit())
  process.on('SIGTERM', end)
  process.stdin.on('end', end).resume()
  const pidFile = join(dataDir, 'postgres', 'pgdata', 'postmaster.pid')
  const postmasterPid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  console.log(JSON.stringify({ isOwned: server.isOwned, connection: server.connection, postmasterPid }))
} catch (error) {
  if (!(error instanceof EmbeddedServerError)) throw error
  console.log(JSON.stringify({ problem: error.problem, message: error.message }))
}
