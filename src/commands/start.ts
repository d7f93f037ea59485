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

/** A demo city has a dozen people; more would scroll the address away. */
const SHOWN_ACCOUNTS = 15

export const start: Command = {
  usage: 'start [--web] [--jobs]',
  says: 'opens the city at http://localhost:3000; --web or --jobs alone runs one half',
  run: async (words) => {
    const { options } = optionsIn(words, { web: 'boolean', jobs: 'boolean' })
    const isWhole = !options.web && !options.jobs
    const surroundings = environment()
    console.log('つなぐ Tsunagu')
    const progress = new ProgressLines((line) => console.log(line))
    const running = await runInstallation({
      ...surroundings,
      parts,
      clock: systemClock,
      log: createLog((line) => console.error(line)),
      progress: (step, city) => progress.begin(lineOf(step, city)),
      hasWorkers: isWhole || options.jobs === true,
    })
    progress.end()
    const stopped = new Promise<number>((resolve) => stopOnSignals(running.stop, resolve))
    if (isWhole || options.web) await listen(running, surroundings)
    await welcome(running.installation.cities, surroundings)
    return stopped
  },
}

async function listen(running: Awaited<ReturnType<typeof runInstallation>>, { host, port }: Environment): Promise<void> {
  try {
    await running.web.listen({ host, port })
  } catch (thrown) {
    await running.stop()
    const isTaken = (thrown as NodeJS.ErrnoException).code === 'EADDRINUSE'
    throw isTaken ? new Error(`port ${port} is in use by another program; choose another with PORT=3001 npm start`) : thrown
  }
}

/** The first signal ends gently; a second one at once. */
function stopOnSignals(stop: () => Promise<void>, resolve: (code: number) => void): void {
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(130)
      isStopping = true
      console.log('  closing: answering what has arrived, then the database …')
      stop().then(() => resolve(0), (thrown) => {
        console.error(`tsunagu start: ${String(thrown)}`)
        resolve(1)
      })
    })
  }
}

function lineOf(step: string, city: City | null): string {
  return city === null ? step : `${city.name}: ${step}`
}

/** Where to go, and as whom. The demo's people are invented and their passphrase is no secret. */
async function welcome(cities: readonly OpenCity[], { port, isDemo }: Environment): Promise<void> {
  for (const open of cities) {
    const { city } = open
    console.log(`\n  ${city.name} (${city.code})  http://${city.isDefault ? 'localhost' : city.hosts[0]}:${port}`)
    if (isDemo) await introduce(open)
  }
  console.log('\n  Ctrl-C closes the city.')
}

async function introduce({ city, database }: OpenCity): Promise<void> {
  const accounts = await database.read('staff-identity', systemActor, (tx) => listAccounts(tx, { limit: SHOWN_ACCOUNTS }))
  if (accounts.length === 0) return
  console.log(`  staff sign in at /sign-in; demo passphrase of all: ${demoPassphraseOf(city)}`)
  for (const { login, name, duties } of accounts) console.log(`    ${login.padEnd(20)} ${duties.join(', ').padEnd(36)} ${name}`)
}
