import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { StandingRun, StandingWork } from '#kernel/jobs/standing-work.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import { takeInReadings } from '../actions/take-in.ts'
import { MOST_SHEET_CHARACTERS, readMeshSheet } from '../rules/mesh-sheet.ts'
import { meshesOfCity } from '../seed/pack.ts'
import { MeshStandIn } from './mesh-stand-in.ts'

/** The sheet changes every ten minutes; it is asked for more often, so that it is here within one. */
const ROUND_MS = 60_000
const ANSWER_MS = 15_000

/**
 * Fetches the newest sheet of the prefecture's server (`LANDSLIDE_FEED_URL`), or of the stand-in where none is named. A
 * sheet that has not changed (ETag, RFC 9110) is not taken in again.
 */
export const meshFeed: StandingWork = {
  name: 'mesh-feed',
  begin: (open, { log }) => (meshesOfCity(open.city).length === 0 ? NOTHING_TO_DO : new MeshFeed(open, log)),
}

const NOTHING_TO_DO: StandingRun = { start: async () => {}, settle: async () => 0, end: async () => {} }

class MeshFeed implements StandingRun {
  private readonly open: OpenCity
  private readonly log: Log
  private readonly standIn: MeshStandIn
  private etag = ''
  private alarm: NodeJS.Timeout | undefined
  private round: Promise<unknown> = Promise.resolve()
  private hasEnded = false

  constructor(open: OpenCity, log: Log) {
    this.open = open
    this.log = log
    this.standIn = new MeshStandIn(meshesOfCity(open.city), open.database.clock)
  }

  async start(): Promise<void> {
    this.round = this.fetchOnce().finally(() => {
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

  private async fetchOnce(): Promise<void> {
    try {
      const url = process.env['LANDSLIDE_FEED_URL'] ?? (await this.standIn.url())
      const answer = await fetch(url, { headers: this.etag === '' ? {} : { 'if-none-match': this.etag }, signal: AbortSignal.timeout(ANSWER_MS) })
      if (answer.status === 304) return
      if (!answer.ok) throw new Error(`the feed answered ${answer.status}`)
      const read = readMeshSheet(await limitedText(answer))
      if (!read.ok) throw new Error(`the sheet makes no sense: row ${read.refusal.row}, ${read.refusal.column}: ${read.refusal.why}`)
      await this.open.database.act('landslide-warnings', systemActor, (tx) => takeInReadings(tx, 'live', read.readings))
      this.etag = answer.headers.get('etag') ?? ''
    } catch (thrown) {
      // Pages say by themselves that the data is old.
      this.log.warn('mesh-feed-failed', { city: this.open.city.key, why: String(thrown).slice(0, 200) })
    }
  }
}

/** The body as UTF-8, cut off with a fault where it is longer than any sheet. */
async function limitedText(answer: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MOST_SHEET_CHARACTERS) throw new Error('the sheet is too long')
  }
  return text + decoder.decode()
}
