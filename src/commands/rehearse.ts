import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '#kernel/access/sessions.ts'
import { demoIdOf } from '#kernel/access/organisation.ts'
import { connect } from '#kernel/database/connection.ts'
import { openInstallation, type Installation } from '#kernel/installation/installation.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Measured, Rehearsal, Stage } from '#kernel/service/rehearsal.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { parts } from '../city.ts'
import type { Command } from './commands.ts'
import { environment, optionsIn } from './environment.ts'
import { ended, freePort, Outside, startHalf } from './rehearsal/processes.ts'
import { Crowd } from './rehearsal/visitors.ts'

/** Visitors at once, and how long each reads before the next page. */
const CROWD = { visitors: 500, readingMs: 1_000 } as const

export const rehearse: Command = {
  usage: 'rehearse [NAME] [--percent N]',
  says: 'plays a grave day, or N % of it, through a city of its own and measures it; without a name, lists what can be rehearsed',
  run: async (words) => {
    const { options, rest: [name] } = optionsIn(words, { percent: 'string' })
    const percent = Number(options.percent ?? 100)
    if (!(percent > 0 && percent <= 100)) throw new Error(`--percent ${String(options.percent)} is no share of a day: write a number from 1 to 100`)
    const found = rehearsals().find(({ rehearsal }) => rehearsal.name === name)
    if (found !== undefined) return play(found.part, found.rehearsal, percent / 100)
    if (name !== undefined) console.error(`tsunagu rehearse: nothing is called ${name}`)
    for (const { rehearsal } of rehearsals()) console.log(`  ${rehearsal.name.padEnd(12)} ${rehearsal.says}`)
    return name === undefined ? 0 : 1
  },
}

function rehearsals(): { part: Manifest; rehearsal: Rehearsal }[] {
  return parts.flatMap((part) => (part.rehearsals ?? []).map((rehearsal) => ({ part, rehearsal })))
}

/** Exit code 0 when every figure reached what it must. */
async function play(part: Manifest, rehearsal: Rehearsal, share: number): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-rehearsal-'))
  const closing: (() => Promise<unknown>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })]
  try {
    console.log(`つなぐ rehearses: ${rehearsal.name} (${cpus().length} cores, ${cpus()[0]?.model ?? ''})`)
    const stage = await setUp(part, share, dataDir, closing)
    const figures = await rehearsal.run(stage)
    print(figures)
    return figures.every(({ isReached }) => isReached) ? 0 : 1
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

/** Opens the city once to lay it out, then its web, its workers and the world outside as processes of their own. */
async function setUp(part: Manifest, share: number, dataDir: string, closing: (() => Promise<unknown>)[]): Promise<Stage> {
  console.log('  laying out a city …')
  const { citiesFolder } = environment()
  const installation = await openInstallation({ dataDir, databaseUrl: undefined, citiesFolder, parts, clock: systemClock, isDemo: true, progress: () => {}, log: silentLog })
  closing.push(() => installation.close())
  const outside = await Outside.open()
  closing.push(() => outside.close())
  const port = await freePort()
  const variables = { DATA_DIR: dataDir, DATABASE_URL: '', PORT: String(port), HOST: '127.0.0.1', ...outside.variables }
  const halves = await Promise.all([startHalf('web', variables), startHalf('jobs', variables)])
  closing.push(() => Promise.all(halves.map(ended)))
  return stageOf(part, installation, { origin: `http://127.0.0.1:${port}`, share, outside, closing })
}

interface Wings {
  readonly origin: string
  readonly share: number
  readonly outside: Outside
  readonly closing: (() => Promise<unknown>)[]
}

function stageOf(part: Manifest, { cities, server, secret }: Installation, { origin, share, outside, closing }: Wings): Stage {
  const [open] = cities
  if (open === undefined) throw new Error('there is no city to rehearse in')
  const owner = connect(server, { database: open.databaseName, connections: 2, statementTimeoutMs: 0 })
  closing.push(() => owner.end())
  return {
    open, owner, origin, share, seal: new Seal(secret, open.city.key, part.name),
    signIn: async (login) => {
      const session = await open.database.asKernel((tx) => openSession(tx, demoIdOf(open.city, login), { device: 'rehearsal', method: 'rehearsal' }))
      return `${SESSION_COOKIE}=${session.secret}`
    },
    crowd: (path) => new Crowd({ url: origin + path, ...CROWD, visitors: Math.max(1, Math.round(CROWD.visitors * share)) }),
    outside: () => outside.counts(),
    told: (line) => console.log(`  ${line}`),
  }
}

function print(figures: readonly Measured[]): void {
  console.log('')
  const width = Math.max(...figures.map(({ what }) => what.length))
  for (const { what, figure, reach, isReached } of figures) console.log(`  ${isReached ? '✓' : '✗'} ${what.padEnd(width)}  ${figure.padStart(12)}  ${reach}`)
}
