import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { StandingRun, StandingWork } from '#kernel/jobs/standing-work.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import { takeInReadings } from '../actions/take-in.ts'
import type { FeedSource, MeshCode } from '../model.ts'
import { withNeighbours } from '../rules/mesh.ts'
import { meshesOfCity } from '../seed/pack.ts'
import { noteAnswer, noteNothing } from '../store/feed.ts'
import { fetchSheet, type Fetched } from './fetch-sheet.ts'
import { MeshStandIn } from './mesh-stand-in.ts'

/** The sheet changes every ten minutes; it is asked for more often, so that it is here within one. */
const ROUND_MS = 60_000

/**
 * Fetches the newest sheet of the prefecture's server (`LANDSLIDE_FEED_URL`). Where none is named, a demo asks a stand-in
 * in this process; a real city asks nobody, has no readings, and its pages say so. What came of each round is written down.
 */
export const meshFeed: StandingWork = {
  name: 'mesh-feed',
  begin: (open, { log }) => (meshesOfCity(open.city).length === 0 ? NOTHING_TO_DO : new MeshFeed(open, log)),
}

/** Where the danger by mesh comes from, by the same rule as telegrams do: only in a demo may a stand-in answer. */
export function sourceOf({ isDemo }: Pick<OpenCity, 'isDemo'>, given: string): FeedSource {
  if (given === 'none') return 'none'
  return given !== '' ? 'named' : isDemo ? 'stand-in' : 'none'
}

const NOTHING_TO_DO: StandingRun = { start: async () => {}, settle: async () => 0, end: async () => {} }

class MeshFeed implements StandingRun {
  private readonly open: OpenCity
  private readonly log: Log
  /** Those whose state somebody in the city asks for; other rows of the sheet are other cities'. */
  private readonly meshes: ReadonlySet<MeshCode>
  private readonly standIn: MeshStandIn
  private etag = ''
  private alarm: NodeJS.Timeout | undefined
  private round: Promise<unknown> = Promise.resolve()
  private hasEnded = false

  constructor(open: OpenCity, log: Log) {
    this.open = open
    this.log = log
    const meshes = withNeighbours(meshesOfCity(open.city))
    this.meshes = new Set(meshes)
    this.standIn = new MeshStandIn(meshes, open.database.clock)
  }

  async start(): Promise<void> {
    this.round = this.ask().finally(() => {
      if (!this.hasEnded) this.alarm = setTimeout(() => void this.start(), ROUND_MS)
    })
  }

  /** Never asked by tests and commands that settle a city: what time brings is not work left behind. */
  async settle(): Promise<number> {
    return 0
  }

  async end(): Promise<void> {
    this.hasEnded = true
    clearTimeout(this.alarm)
    await this.round
    await this.standIn.close()
  }

  private async ask(): Promise<void> {
    const given = (process.env['LANDSLIDE_FEED_URL'] ?? '').trim()
    const source = sourceOf(this.open, given)
    try {
      if (source === 'none') return await this.act((tx) => noteNothing(tx, source, null, ''))
      const fetched = await fetchSheet(source === 'named' ? given : await this.standIn.url(), this.etag, this.open.database.clock.now())
      await this.act((tx) => this.takeIn(tx, source, fetched))
      if (fetched.kind === 'sheet') this.etag = fetched.etag
    } catch (thrown) {
      // Pages say by themselves that the data is old.
      this.log.warn('mesh-feed-failed', { city: this.open.city.key, why: String(thrown).slice(0, 200) })
    }
  }

  private async takeIn(tx: Tx, source: FeedSource, fetched: Fetched): Promise<void> {
    if (fetched.kind === 'unchanged') return noteAnswer(tx, source)
    if (fetched.kind === 'refused') return this.refuse(tx, source, fetched)
    const own = fetched.readings.filter(({ mesh }) => this.meshes.has(mesh))
    const leftOut = fetched.readings.length - own.length
    if (own.length === 0) return this.refuse(tx, source, { problem: 'other-city', detail: String(leftOut) })
    if (leftOut > 0) this.log.info('mesh-feed-left-out', { city: this.open.city.key, rows: leftOut })
    await takeInReadings(tx, 'live', own)
    await noteAnswer(tx, source, leftOut)
  }

  private async refuse(tx: Tx, source: FeedSource, { problem, detail }: Pick<Extract<Fetched, { kind: 'refused' }>, 'problem' | 'detail'>): Promise<void> {
    this.log.warn('mesh-feed-refused', { city: this.open.city.key, why: `${problem} ${detail}` })
    await noteNothing(tx, source, problem, detail)
  }

  private act(work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.open.database.act('landslide-warnings', systemActor, work)
  }
}
