import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../src/kernel/access/actor.ts'
import { connect } from '../../src/kernel/database/connection.ts'
import { parts } from '../../src/city.ts'
import { issueNotice } from '../../src/capabilities/notices/notices.ts'
import { inventCrowd } from '../../src/capabilities/notices/crowd.ts'
import { draft, trialService, TRIAL_TOPIC } from '../../src/capabilities/notices/testing/invented-notice.ts'
import { until } from '../processes.ts'
import { lineOf, openTown, untilEnded, type Town } from './broadcast.ts'
import { Child } from './child.ts'
import type { SinkCounts } from './sink-process.ts'

const RUNS = Number(process.env.BENCH_KILLS ?? 20)
const READERS = 3_000
const PORT = 39_471
const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'tsunagu.js')
/** The program's launcher and the runtime it starts are one process; the service is any that may issue notices. */
const ORIGIN = 'portal'
const VICTIMS = ['worker', 'web', 'database'] as const
type Victim = (typeof VICTIMS)[number]

interface KillRun {
  readonly victim: Victim
  /** Messages that had come when it was struck; those of them not written down; those that came twice, or not at all. */
  readonly came: number
  readonly unwritten: number
  readonly twice: number
  readonly twiceThoughWritten: number
  readonly missed: number
  readonly seconds: number
}

/**
 * An installation in earnest, web and two workers in processes of their own, struck with `kill -9` at a random moment of a
 * broadcast, again and again: who was missed, and who got a second copy.
 */
export async function killAgainAndAgain(runs = RUNS): Promise<KillRun[]> {
  const town = await openTown(0, parts)
  const sink = Child.start('sink-process.ts', [JSON.stringify({ delayMs: 15 })])
  const { port } = await sink.next<{ port: number }>()
  const owner = connect(town.installation.server, { database: town.open.databaseName, connections: 1 })
  await owner`update notices.contact set state = 'left'`
  await inventCrowd(owner, { channel: 'mail', count: READERS, topic: TRIAL_TOPIC })
  await owner.end()
  const city = new StruckCity(town, `smtp://127.0.0.1:${port}`)
  try {
    await city.begin()
    const done: KillRun[] = []
    for (let run = 0; run < runs; run++) {
      done.push(await strike(city, sink, VICTIMS[run % VICTIMS.length] as Victim))
      console.log(`${run + 1}:`, JSON.stringify(done.at(-1)))
    }
    return done
  } finally {
    await city.end()
    await sink.kill()
    await town.close()
  }
}

async function strike(city: StruckCity, sink: Child, victim: Victim): Promise<KillRun> {
  await sink.ask('forget')
  const began = performance.now()
  const id = await issueTo(city.town)
  const moment = 0.05 + Math.random() * 0.75
  await until(async () => (await sink.ask<SinkCounts>('counts')).distinct > READERS * moment)
  await city.kill(victim)
  const { distinct: came } = await sink.ask<SinkCounts>('counts')
  const written = await writtenDown(city.town, id)
  await city.raise()
  const line = await untilEnded(city.town, id)
  const counts = await sink.ask<SinkCounts>('counts')
  const seconds = Math.round(performance.now() - began) / 1_000
  if (line.handed !== READERS) console.log('the counter says', line)
  return {
    victim, came, unwritten: Math.max(0, came - written.size), twice: counts.twice.length,
    twiceThoughWritten: counts.twice.filter(({ messageId }) => written.has(messageId.split('@')[0] ?? '')).length, missed: READERS - counts.distinct, seconds,
  }
}

async function issueTo({ open }: Town): Promise<string> {
  return open.database.act(ORIGIN, systemActor, async (tx) => {
    const issued = await issueNotice(tx, [trialService], draft)
    if (!issued.ok) throw new Error(JSON.stringify(issued.refusal))
    return issued.id
  })
}

/** Without the mail domain, as `notice.contact`. Asked again while the database is away. */
async function writtenDown(town: Town, id: string): Promise<Set<string>> {
  let found: string[] = []
  await until(async () => {
    await lineOf(town, id)
    const owner = connect(town.installation.server, { database: town.open.databaseName, connections: 1 })
    const rows = await owner`select contact from notices.sheet, unnest(contacts, results) as each(contact, result) where notice_id = ${id} and result = 1`
    await owner.end()
    found = rows.map(({ contact }) => `${id}.${contact}`)
    return true
  })
  return new Set(found)
}

/** The processes of an installation whose database this process keeps. */
class StruckCity {
  readonly town: Town
  private readonly smtpUrl: string
  private readonly processes: Record<'web' | 'worker' | 'other', ChildProcess | null> = { web: null, worker: null, other: null }

  constructor(town: Town, smtpUrl: string) {
    this.town = town
    this.smtpUrl = smtpUrl
  }

  async begin(): Promise<void> {
    await this.raise()
  }

  async kill(victim: Victim): Promise<void> {
    if (victim === 'database') return void process.kill(Number(readFileSync(join(this.town.dataDir, 'postgres/pgdata/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
    await killed(this.processes[victim], 'SIGKILL')
    this.processes[victim] = null
  }

  /** Starts again whatever is not there. */
  async raise(): Promise<void> {
    this.processes.worker ??= await this.start('--jobs')
    this.processes.other ??= await this.start('--jobs')
    if (this.processes.web === null) {
      this.processes.web = await this.start('--web')
      await until(async () => (await fetch(`http://127.0.0.1:${PORT}/ready`)).ok)
    }
  }

  async end(): Promise<void> {
    for (const child of Object.values(this.processes)) await killed(child, 'SIGTERM')
  }

  private start(half: '--web' | '--jobs'): Promise<ChildProcess> {
    const variables = { ...process.env, PORT: String(PORT), HOST: '127.0.0.1', DATA_DIR: this.town.dataDir, NOTICES_SMTP_URL: this.smtpUrl, NODE_ENV: 'production' }
    const child = spawn(process.execPath, [PROGRAM, 'start', half], { env: variables, stdio: ['ignore', 'pipe', 'ignore'] })
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`tsunagu start ${half} ended with ${code}`)))
      child.stdout.on('data', (chunk) => {
        if (String(chunk).includes('Ctrl-C closes')) resolve(child)
      })
    })
  }
}

function killed(child: ChildProcess | null, kind: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(kind)
  })
}

if (import.meta.main) {
  const runs = await killAgainAndAgain()
  const sum = (of: (run: KillRun) => number) => runs.reduce((total, run) => total + of(run), 0)
  console.table(runs)
  console.log(`${runs.length} kills: missed ${sum((run) => run.missed)}, twice ${sum((run) => run.twice)} (of ${sum((run) => run.unwritten)} not yet written down), twice though written down ${sum((run) => run.twiceThoughWritten)}`)
  process.exit(0)
}
