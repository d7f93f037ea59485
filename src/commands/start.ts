import { setPriority } from 'node:os'
import { demoPassphraseOf, listAccounts } from '#capabilities/staff-identity/staff-identity.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { City } from '#kernel/city/city.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { createLog } from '#kernel/telemetry/log.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { parts } from '../city.ts'
import { runInstallation } from '../running-city.ts'
import type { Command } from './commands.ts'
import { environment, optionsIn, type Environment } from './environment.ts'
import { ProgressLines } from './progress.ts'

/** One Ctrl-C may arrive twice, from the terminal and from the launcher; what comes later was meant as another. */
const SECOND_THOUGHT_MS = 1_000
/** After closing, what was cut off may not keep the process longer than this. */
const LINGER_MS = 1_000

/** Where the jobs have a process of their own, people who wait for a page come before them (nice 5 of 19). */
const JOBS_PRIORITY = 5

/** A demo city has a dozen people; more would scroll the address away. */
const SHOWN_ACCOUNTS = 15

export const start: Command = {
  usage: 'start [--web] [--jobs]',
  says: 'opens the city at http://localhost:3000; --web or --jobs alone runs one half',
  run: async (words) => {
    const { options } = optionsIn(words, { web: 'boolean', jobs: 'boolean' })
    const hasWeb = options.web === true || options.jobs !== true
    const hasWorkers = options.jobs === true || options.web !== true
    const surroundings = environment()
    if (!hasWeb) setPriority(JOBS_PRIORITY)
    console.log('つなぐ Tsunagu')
    const progress = new ProgressLines((line) => console.log(line))
    const running = await runInstallation({
      ...surroundings,
      parts,
      clock: systemClock,
      log: createLog((line) => console.error(line)),
      progress: (step, city) => progress.begin(lineOf(step, city)),
      hasWorkers,
    })
    progress.end()
    const stopped = new Promise<number>((resolve) => stopOnSignals(running.stop, resolve))
    if (hasWeb) await welcome(running.installation.cities, await listen(running, surroundings), surroundings)
    else console.log(`\n  Jobs of ${running.installation.cities.map(({ city }) => city.name).join(', ')}; no pages here.`)
    console.log('\n  Ctrl-C closes the city.')
    return stopped
  },
}

/** Returns the port it listens on: PORT=0 lets the system choose one. */
async function listen(running: Awaited<ReturnType<typeof runInstallation>>, { host, port }: Environment): Promise<number> {
  try {
    await running.web.listen({ host, port })
    const address = running.web.server.address()
    return typeof address === 'object' && address !== null ? address.port : port
  } catch (thrown) {
    await running.stop()
    const isTaken = (thrown as NodeJS.ErrnoException).code === 'EADDRINUSE'
    throw isTaken ? new Error(`port ${port} is in use by another program; choose another with PORT=3001 npm start`) : thrown
  }
}

/** The first signal ends gently; a second one, meant as such, at once. */
function stopOnSignals(stop: () => Promise<void>, resolve: (code: number) => void): void {
  let stoppingSince: number | null = null
  const end = (code: number) => {
    setTimeout(() => process.exit(code), LINGER_MS).unref()
    resolve(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== null) {
        if (performance.now() - stoppingSince >= SECOND_THOUGHT_MS) process.exit(130)
        return
      }
      stoppingSince = performance.now()
      console.log('  closing: answering what has arrived, then the database …')
      stop().then(() => end(0), (thrown) => {
        console.error(`tsunagu start: ${String(thrown)}`)
        end(1)
      })
    })
  }
}

function lineOf(step: string, city: City | null): string {
  return city === null ? step : `${city.name}: ${step}`
}

/** Where to go, and as whom. The demo's people are invented and their passphrase is no secret. */
async function welcome(cities: readonly OpenCity[], port: number, { isDemo }: Environment): Promise<void> {
  for (const open of cities) {
    const { city } = open
    console.log(`\n  ${city.name} (${city.code})  http://${city.isDefault ? 'localhost' : city.hosts[0]}:${port}`)
    if (isDemo) await introduce(open)
  }
}

async function introduce({ city, database, standInOrigin }: OpenCity): Promise<void> {
  if (standInOrigin !== null) console.log('  residents sign in at /my/sign-in; invented cards wait there')
  const accounts = await database.read('staff-identity', systemActor, (tx) => listAccounts(tx, { limit: SHOWN_ACCOUNTS }))
  if (accounts.length === 0) return
  console.log(`  staff sign in at /sign-in; demo passphrase of all: ${demoPassphraseOf(city)}`)
  for (const { login, name, duties } of accounts) console.log(`    ${login.padEnd(20)} ${duties.join(', ').padEnd(36)} ${name}`)
}
