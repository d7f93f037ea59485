import { randomUUID } from 'node:crypto'
import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { EVERYTHING_CHANGED } from '#kernel/database/fact-bell.ts'
import type { StandingRun, StandingSurroundings, StandingWork } from '#kernel/jobs/standing-work.ts'
import { facts } from '../facts.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { listOpenBroadcasts, type OpenBroadcast } from '../store/broadcasts.ts'
import { freeSheetsOfTheDead, LEASE_SECONDS } from '../store/sheets.ts'
import { Bell } from './bell.ts'
import { Carrier } from './carrier.ts'
import type { PersonalChannel } from './channel.ts'
import { writeNextStretch } from './expansion.ts'
import { inTime } from './in-time.ts'
import { Ledger } from './ledger.ts'

/** Looked for open broadcasts this often though nobody rang; while there are some, for sheets that became due; and while there is much to do. */
const IDLE_MS = 5_000
const WAITING_MS = 1_000
const BUSY_MS = 100
/** So long after something was done there may be more. */
const BUSY_FOR_MS = 3_000
/** Sheets under way have this long to come back when the city closes; then their lines are closed. */
const LAST_CALL_MS = 5_000

/** Hands notices over to everybody they are for, on the given channels. */
export function sendingOver(channels: readonly PersonalChannel[]): StandingWork {
  return { name: 'sending', begin: (open, surroundings) => new Sending(open, surroundings, channels) }
}

/**
 * Contacts are written on sheets (expansion.ts), sheets are carried over the channels' lines (carrier.ts), what became of
 * each contact is written down (ledger.ts). All three stand in the database, so any number of processes share the work,
 * and what one leaves behind when it dies another one takes up after LEASE_SECONDS.
 */
class Sending implements StandingRun {
  private readonly open: OpenCity
  private readonly terms: StandingSurroundings
  private readonly ledger: Ledger
  private readonly carriers: readonly Carrier[]
  private openBroadcasts: readonly OpenBroadcast[] = []
  /** Rings when there may be a new broadcast; the other when there may be something to carry, or a hand free for it. */
  private readonly news = new Bell()
  private readonly hands = new Bell()
  private isEnding = false
  private loops: readonly Promise<void>[] = []
  private unlisten: () => Promise<void> = async () => {}
  /** Since when the database has been reachable without a break. */
  private reachableSince = performance.now()
  private didAt = Number.NEGATIVE_INFINITY

  constructor(open: OpenCity, terms: StandingSurroundings, channels: readonly PersonalChannel[]) {
    const { database, city } = open
    const { log, seal } = terms
    const holder = `${process.pid}-${randomUUID()}`
    this.open = open
    this.terms = terms
    this.ledger = new Ledger(database, holder, log)
    this.carriers = channels.flatMap((channel) => [false, true].map((isDrill) => {
      const surroundings = { city, database, seal, log, isDrill, origin: portalOrigin(city) }
      return new Carrier(channel, { database, ledger: this.ledger, holder, log, surroundings, onBack: () => this.hands.ring() })
    }))
  }

  async start(): Promise<void> {
    const { database } = this.open
    database.onCommit(({ factNames }) => {
      if (factNames.includes(facts.issued.name)) this.ring()
    })
    const bell = await database.sql.listen('facts', (message) => {
      if (message.includes(facts.issued.name) || message === EVERYTHING_CHANGED) this.ring()
    })
    this.unlisten = bell.unlisten
    for (const carrier of this.carriers) carrier.makeReady()
    this.loops = [this.goOn(this.news, () => this.look()), ...this.carriers.map((carrier) => this.goOn(this.hands, () => this.carry(carrier)))]
  }

  async settle(): Promise<number> {
    let did = 0
    for (;;) {
      const before = did
      await this.freeTheDead()
      did += await this.writeAll()
      for (const carrier of this.carriers) did += await this.emptyHands(carrier)
      await this.ledger.write()
      if (did === before) return did
    }
  }

  async end(): Promise<void> {
    this.isEnding = true
    this.ring()
    await this.unlisten().catch(() => {})
    await Promise.race([Promise.all(this.carriers.map((carrier) => carrier.allBack())), pause(LAST_CALL_MS)])
    await Promise.all(this.carriers.map((carrier) => carrier.close()))
    await Promise.all([...this.loops, ...this.carriers.map((carrier) => carrier.allBack())])
    await this.ledger.close()
  }

  private ring(): void {
    this.news.ring()
    this.hands.ring()
  }

  /** Does a piece of work again and again; it says after how many milliseconds it wants to be asked again. */
  private async goOn(bell: Bell, work: () => Promise<number>): Promise<void> {
    while (!this.isEnding) {
      const { count } = bell
      const restMs = await inTime(work()).catch((thrown: unknown) => {
        this.reachableSince = performance.now()
        this.terms.log.warn('sending-interrupted', { why: String(thrown).slice(0, 200) })
        return WAITING_MS
      })
      if (restMs > 0 && !this.isEnding) await bell.rest(restMs, count)
    }
  }

  /** Finds what is open, wakes those who carry it, and writes stretches until all sheets stand. */
  private async look(): Promise<number> {
    await this.freeTheDead()
    await this.refresh()
    if (this.openBroadcasts.length === 0) return IDLE_MS
    const wrote = await this.writeOnce()
    this.hands.ring()
    if (wrote > 0) this.didAt = performance.now()
    if (wrote > 0) return 0
    return performance.now() - this.didAt < BUSY_FOR_MS ? BUSY_MS : WAITING_MS
  }

  /** Woken by the look-out while something is open, and by each sheet that came back. */
  private async carry(carrier: Carrier): Promise<number> {
    const { channel, isDrill } = carrier.route
    if (!this.openBroadcasts.some((open) => open.channel === channel && open.isDrill === isDrill)) return IDLE_MS
    const took = await carrier.takeUp()
    if (took > 0) this.didAt = performance.now()
    return took > 0 ? 0 : IDLE_MS
  }

  private async refresh(): Promise<void> {
    this.openBroadcasts = await this.open.database.read('notices', systemActor, listOpenBroadcasts)
  }

  /** One stretch of each broadcast, so that a large one does not keep the others waiting. */
  private async writeOnce(): Promise<number> {
    let wrote = 0
    for (const { noticeId, channel, isDrill } of this.openBroadcasts.filter((each) => !each.isWritten)) {
      const carrier = this.carriers.find(({ route }) => route.channel === channel && route.isDrill === isDrill)
      if (carrier !== undefined && (await writeNextStretch(this.open.database, noticeId, channel, carrier.lanes))) wrote++
    }
    return wrote
  }

  private async writeAll(): Promise<number> {
    for (let total = 0; ; ) {
      await this.refresh()
      const wrote = await this.writeOnce()
      total += wrote
      if (wrote === 0) return total
    }
  }

  private async emptyHands(carrier: Carrier): Promise<number> {
    for (let total = 0; ; ) {
      const took = await carrier.takeUp()
      await carrier.allBack()
      if (took > 0) await this.ledger.write()
      total += took
      if (took === 0) return total
    }
  }

  /** After the database was away everybody who lives gets the time of a lease to speak up. */
  private async freeTheDead(): Promise<void> {
    if (performance.now() - this.reachableSince < LEASE_SECONDS * 1_000) return
    const freed = await this.open.database.act('notices', systemActor, freeSheetsOfTheDead)
    if (freed > 0) this.terms.log.warn('sheets-taken-over', { sheets: freed })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
