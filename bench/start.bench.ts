import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedServer } from '#kernel/postgres/postgres.ts'
import { median, milliseconds, ROUNDS, round2, type Result } from './measure.ts'
import { memoryOfTree, startCity } from './processes.ts'

const SECOND = 1_000
const MEGABYTE = 1024 * 1024
/** After the first pages: what a city needs while nobody asks for anything. */
const REST_MS = 8_000

/** First and later starts of the whole city against initdb and the start of an empty server; and memory at rest. */
export async function measureStart(): Promise<Result[]> {
  const first: number[] = []
  const later: number[] = []
  const empty: number[] = []
  const memory: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
    const fresh = await startCity(dataDir, 3963)
    first.push(fresh.readyAfterMs)
    await fresh.stop()
    const again = await startCity(dataDir, 3963)
    later.push(again.readyAfterMs)
    await fetch(`${again.base}/plan`)
    await new Promise((resolve) => setTimeout(resolve, REST_MS))
    memory.push(memoryOfTree(again.process.pid as number))
    await again.stop()
    rmSync(dataDir, { recursive: true, force: true })
    empty.push(await startOfEmptyServer())
  }
  return [
    resultOf('first start: database, migrations, two demo cities, s', first, empty, 15),
    resultOf('later start, s', later, empty, 3),
    {
      what: 'memory of the whole city at rest, database included, MB (PSS)',
      ours: round2(median(memory) / MEGABYTE), against: '–', ratio: '–', reach: '≤ 350', isReached: median(memory) <= 350 * MEGABYTE,
    },
  ]
}

function resultOf(what: string, ours: readonly number[], empty: readonly number[], limitSeconds: number): Result {
  const seconds = median(ours) / SECOND
  return {
    what, ours: round2(seconds), against: `${round2(median(empty) / SECOND)} initdb and an empty server`,
    ratio: `${round2(median(ours) / median(empty))} ×`, reach: `≤ ${limitSeconds} s`, isReached: seconds <= limitSeconds,
  }
}

async function startOfEmptyServer(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  let stop = async () => {}
  const ms = await milliseconds(async () => {
    const server = await openEmbeddedServer({ dataDir })
    stop = () => server.stop()
  })
  await stop()
  rmSync(dataDir, { recursive: true, force: true })
  return ms
}

if (import.meta.main) console.log(await measureStart())
