import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '../../src/kernel/access/actor.ts'
import { connect } from '../../src/kernel/database/connection.ts'
import { Seal } from '../../src/kernel/secrets/seal.ts'
import { silentLog } from '../../src/kernel/telemetry/log.ts'
import { parts } from '../../src/city.ts'
import { Intake } from '../../src/services/disaster-information/jobs/telegram-intake.ts'
import { burstOf } from '../../src/services/disaster-information/rehearsals/burst.ts'
import { keepSigned } from '../../src/services/disaster-information/store/deliveries.ts'
import { openBenchInstallation } from '../bench-installation.ts'

const PART = 'disaster-information'
const WARMING = 60
const TELEGRAMS = 200
/** How the kernel counts time in /proc (man proc_pid_stat, `getconf CLK_TCK`). */
const TICK_MS = 10

interface Cost {
  readonly what: string
  /** Milliseconds of a core for each telegram, in the city's process and in its database's. */
  readonly ownMs: number
  readonly databaseMs: number
}

/**
 * What a telegram of a burst costs, in time of a core and not of the clock, so that a busy machine tells the same: to write it down
 * where pages are answered, to take it in beside them in a burst, and to take it in when it comes alone.
 */
async function measureTelegrams(): Promise<Cost[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const installation = await openBenchInstallation({ dataDir, parts, isDemo: true })
  const [open] = installation.cities
  if (open === undefined) throw new Error('there is no city to measure')
  const owner = connect(installation.server, { database: open.databaseName, connections: 1 })
  const intake = new Intake(open, { log: silentLog, seal: new Seal(installation.secret, open.city.key, PART) })
  const pids = async () => (await owner<{ pid: number }[]>`select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`).map(({ pid }) => pid)
  const cost = async (what: string, count: number, work: () => Promise<unknown>): Promise<Cost> => {
    const [backends, before] = [await pids(), process.cpuUsage()]
    const databaseBefore = backends.reduce((sum, pid) => sum + ticksOf(pid), 0)
    await work()
    const { user, system } = process.cpuUsage(before)
    const ticks = backends.reduce((sum, pid) => sum + ticksOf(pid), 0) - databaseBefore
    return { what, ownMs: (user + system) / 1_000 / count, databaseMs: (ticks * TICK_MS) / count }
  }
  let signatures = 0
  const deliver = (body: Buffer) => open.database.act(PART, systemActor, (tx) => keepSigned(tx, `bench ${++signatures}`, { way: 'push', body }))
  const burst = burstOf(WARMING + 2 * TELEGRAMS, Temporal.Now.instant())
  for (const telegram of burst.slice(0, WARMING)) await deliver(telegram).then(() => intake.settle())
  const [together, alone] = [burst.slice(WARMING, WARMING + TELEGRAMS), burst.slice(WARMING + TELEGRAMS)]
  const costs = [
    await cost('written down, where pages are answered', TELEGRAMS, async () => {
      for (const telegram of together) await deliver(telegram)
    }),
    await cost('taken in, of a burst', TELEGRAMS, () => intake.settle()),
    await cost('written down and taken in, one by one', TELEGRAMS, async () => {
      for (const telegram of alone) await deliver(telegram).then(() => intake.settle())
    }),
  ]
  await owner.end()
  await installation.close()
  rmSync(dataDir, { recursive: true, force: true })
  return costs
}

function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  return Number(fields[11]) + Number(fields[12])
}

for (const { what, ownMs, databaseMs } of await measureTelegrams()) console.log(`${what.padEnd(42)} ${ownMs.toFixed(2)} ms, database ${databaseMs.toFixed(2)} ms`)
process.exit(0)
