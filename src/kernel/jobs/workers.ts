import type { OpenCity } from '#kernel/city/open-city.ts'
import { sealFacts } from '#kernel/facts/chain.ts'
import { deliverFacts, type FailedListener } from '#kernel/facts/delivery.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import type { Metrics } from '#kernel/telemetry/metrics.ts'
import { runNextJob, type JobOutcome } from './queue.ts'
import type { StandingRun } from './standing-work.ts'
import { queueDueJobs } from './timetable.ts'

/** Looked at this often even when nobody rang: for the timetable, retries, and bells lost with a connection. */
const ROUND_MS = 5_000

export interface WorkersTerms {
  readonly log: Log
  readonly metrics: Metrics
  /** The installation's, from which parts have their seals. */
  readonly secret: Buffer
}

/**
 * What runs behind the pages of one city: seals facts, hands them to listeners, runs jobs. It waits for the bell that
 * a commit rings (NOTIFY), so work starts milliseconds after it was asked for, in whichever process has workers.
 */
export class CityWorkers {
  private readonly open: OpenCity
  private readonly terms: WorkersTerms
  private wake: () => void = () => {}
  private hasRung = false
  private isStopping = false
  private running: Promise<void> = Promise.resolve()
  private unlisten: (() => Promise<void>)[] = []
  private standing: readonly StandingRun[] | null = null

  constructor(open: OpenCity, terms: WorkersTerms) {
    this.open = open
    this.terms = terms
  }

  async start(): Promise<void> {
    const { sql } = this.open.database
    const facts = await sql.listen('facts', () => this.ring())
    const jobs = await sql.listen('jobs', () => this.ring())
    this.unlisten = [facts.unlisten, jobs.unlisten]
    this.running = this.work()
    for (const run of this.standingRuns()) await run.start()
  }

  /** Finishes what is under way and takes nothing new. */
  async stop(): Promise<void> {
    this.isStopping = true
    this.ring()
    await Promise.all([this.running, ...(this.standing ?? []).map((run) => run.end())])
    await Promise.all(this.unlisten.map((unlisten) => unlisten().catch(() => {})))
  }

  /** Does everything that is due now, to its end: for tests, and for commands that must leave nothing behind. */
  async settle(): Promise<void> {
    for (;;) {
      let did = await this.round()
      for (const run of this.standingRuns()) did += await run.settle()
      if (did === 0) return
    }
  }

  /** Begun when first needed: a process without workers has none. */
  private standingRuns(): readonly StandingRun[] {
    this.standing ??= this.open.directory.parts.flatMap((part) => {
      const seal = new Seal(this.terms.secret, this.open.city.key, part.name)
      return (part.standingWorks ?? []).map((work) => work.begin(this.open, { log: this.terms.log, seal }))
    })
    return this.standing
  }

  private ring(): void {
    this.hasRung = true
    this.wake()
  }

  private async work(): Promise<void> {
    while (!this.isStopping) {
      try {
        const did = await this.round()
        if (did === 0) await this.rest()
      } catch (thrown) {
        this.terms.log.warn('workers-interrupted', { city: this.open.city.key, why: String(thrown).slice(0, 200) })
        await this.rest()
      }
    }
  }

  private async round(): Promise<number> {
    this.hasRung = false
    const { database, directory, city } = this.open
    const sealed = await sealFacts(database)
    if (sealed > 0) this.terms.metrics.factsSealed(city.key, sealed)
    const delivered = await deliverFacts(database, directory.parts, city)
    for (const failed of delivered.failed) this.reportListener(failed)
    const queued = await queueDueJobs(database, directory.parts)
    const outcome = await runNextJob(database, directory.parts, city)
    if (outcome) this.reportJob(outcome)
    return sealed + delivered.handled + queued + (outcome ? 1 : 0)
  }

  private reportJob({ name, outcome, error }: JobOutcome): void {
    this.terms.metrics.jobEnded(this.open.city.key, name, outcome)
    if (outcome === 'failed') this.terms.log.warn('job-failed', { city: this.open.city.key, job: name, why: error })
  }

  private reportListener({ listener, error }: FailedListener): void {
    this.terms.metrics.listenerFailed(this.open.city.key, listener)
    this.terms.log.warn('listener-failed', { city: this.open.city.key, listener, why: error })
  }

  private rest(): Promise<void> {
    if (this.hasRung || this.isStopping) return Promise.resolve()
    return new Promise((resolve) => {
      const alarm = setTimeout(resolve, ROUND_MS)
      this.wake = () => {
        clearTimeout(alarm)
        resolve()
      }
    })
  }
}
