/**
 * A process of its own for the tests: `write`, `verify` or `restore`, the archive, and the connection as JSON. Says
 * when it has begun to move rows, and in the end how much memory it took beyond what it had at the beginning.
 */
import { existsSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import type { ServerConnection } from '#kernel/postgres/postgres.ts'
import { ArchiveError, restoreArchive, verifyArchive, writeArchive } from './archive.ts'
import type { ArchiveProgress } from './progress.ts'

const [, , work = '', file = '', connection = '{}'] = process.argv
const sql = postgres({ ...(JSON.parse(connection) as ServerConnection), onnotice: () => undefined })
const before = process.memoryUsage().rss
let isTold = false
const onProgress = ({ stage }: ArchiveProgress): void => {
  // A restore first verifies, which moves nothing.
  if (isTold || (work === 'restore' && stage === 'verifying')) return
  isTold = true
  console.log('moving')
}
const now = Temporal.Instant.from('2026-11-22T00:05:00Z')
try {
  const order = { file, city: '242101', schemas: ['plan'], migrations: [], now, onProgress }
  if (work === 'write') await writeArchive(sql, order)
  else if (work === 'verify') await verifyArchive(file, onProgress)
  else await restoreArchive(sql, { file, check: () => undefined, onProgress })
  console.log(JSON.stringify({ grownMegabytes: Math.round((peakBytes() - before) / 1024 ** 2) }))
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error
  console.log(JSON.stringify({ problem: error.problem, message: error.message }))
}
await sql.end()

/** The most memory that this program had. What Linux counts for the process begins with the memory of whoever started it. */
function peakBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const kilobytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
  return kilobytes * 1024
}
