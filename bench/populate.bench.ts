import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { growWorld } from '#kernel/city/settling.ts'
import { connect } from '#kernel/database/connection.ts'
import type { Installation } from '#kernel/installation/installation.ts'
import { surroundingsOf } from '#kernel/world/surroundings.ts'
import { worldInParts } from '#kernel/world/world.ts'
import { parts } from '../src/city.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { milliseconds, round2, thousands, type Result } from './measure.ts'

/** A city of the size that the demo believes in; fewer for a quick look. */
const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 49_000)
const CIRCLES_IN_PART = 16
const SECOND = 1_000
const MEGABYTE = 1e6

/** The invented population: made alone, and taken in by every part of the city, once each: nobody populates a city five times. */
export async function measurePopulate(): Promise<Result[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const installation = await openBenchInstallation({ dataDir, parts, isDemo: true })
  try {
    return [await measureMaking(installation), ...(await measureSettling(installation))]
  } finally {
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measureMaking({ cities: [open] }: Installation): Promise<Result> {
  if (open === undefined) throw new Error('there is no city')
  let events = 0
  const ms = await milliseconds(async () => {
    const surroundings = surroundingsOf(open.city)
    for (const world of worldInParts({ seed: 2, people: PEOPLE, until: open.database.clock.today(), surroundings }, CIRCLES_IN_PART)) events += world.events.length
  })
  return limited(`making ${thousands(PEOPLE)} invented people with ten years of life, s`, ms / SECOND, { limit: 4, against: `${thousands(events)} events` })
}

async function measureSettling(installation: Installation): Promise<Result[]> {
  const [open] = installation.cities
  if (open === undefined) throw new Error('there is no city')
  let memory = 0
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss)), 200)
  const ms = await milliseconds(() => growWorld({ ...open, parts, progress: (part, { firstCircle }) => console.error(`  ${part} from circle ${firstCircle}`) }, { people: PEOPLE, seed: 1 }))
  clearInterval(watch)
  const rows = await rowsOf(installation)
  return [
    limited(`populate ${thousands(PEOPLE)}, s`, ms / SECOND, { limit: 60, against: `${thousands(rows)} rows` }),
    limited('populate, memory of the process, MB', memory / MEGABYTE, { limit: 700, against: '–' }),
  ]
}

async function rowsOf({ server, cities }: Installation): Promise<number> {
  const owner = connect(server, { database: cities[0]?.databaseName ?? '', connections: 1, statementTimeoutMs: 0 })
  await owner.unsafe('analyze')
  const [counted] = await owner<{ rows: number }[]>`
    select sum(reltuples)::bigint as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`
  await owner.end()
  return counted?.rows ?? 0
}

function limited(what: string, value: number, { limit, against }: { limit: number; against: string }): Result {
  return { what, ours: round2(value), against, ratio: '–', reach: `≤ ${limit}`, isReached: value <= limit }
}

if (import.meta.main) {
  console.log(await measurePopulate())
  process.exit(0)
}
