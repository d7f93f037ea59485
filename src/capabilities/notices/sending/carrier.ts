import { systemActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { HeldValues } from '#kernel/database/held-values.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import type { Contact, Notice } from '../model.ts'
import { findAddressees } from '../store/addressees.ts'
import { findNoticeRow, findOvertaken } from '../store/notices.ts'
import { keepLanes, takeFromLane, takeSheets, type Route, type Sheet } from '../store/sheets.ts'
import { ChannelDown, type ChannelLine, type ChannelSurroundings, type Lane, type Outcome, type PersonalChannel } from './channel.ts'
import type { Ledger } from './ledger.ts'
import { SheetInHand } from './sheet-in-hand.ts'

const MOST_NOTICES_HELD = 50
/** A channel that is down is looked at again after a second, then two, four, at most this many. */
const LONGEST_REST_SECONDS = 60
/** Sheets are taken several at a time, when this part of the hands is free. */
const FEWEST_FREE = 0.25
/** After this long nobody is told any more what was the news then; a receiver that still says "later" has refused. */
const GIVE_UP_HOURS = 24

export interface CarrierTerms {
  readonly database: CityDatabase
  readonly ledger: Ledger
  readonly holder: string
  readonly log: Log
  readonly surroundings: ChannelSurroundings
  /** Told when a sheet came back, so that the next ones are taken. */
  readonly onBack: () => void
}

interface Taken {
  readonly sheets: readonly Sheet[]
  readonly notices: ReadonlyMap<string, Notice | undefined>
  readonly contacts: ReadonlyMap<string, Contact>
  /** Notices that a later one has taken the place of. */
  readonly overtaken: ReadonlySet<string>
}

/** Carries one channel's sheets, of drills or of what is meant in earnest, over that channel's line. */
export class Carrier {
  readonly route: Route
  readonly lanes: readonly Lane[]
  private readonly channel: PersonalChannel
  private readonly terms: CarrierTerms
  private readonly notices = new HeldValues<Notice | undefined>(MOST_NOTICES_HELD)
  private readonly underWay = new Set<Promise<void>>()
  private readonly busyLanes = new Set<string>()
  private line: Promise<ChannelLine> | null = null
  private areLanesKept = false
  private downs = 0
  private restsUntil = 0

  constructor(channel: PersonalChannel, terms: CarrierTerms) {
    const { isDrill, city } = terms.surroundings
    this.channel = channel
    this.terms = terms
    this.route = { channel: channel.key, isDrill }
    this.lanes = isDrill ? [] : (channel.lanesOf?.(city) ?? [])
  }

  get isDown(): boolean {
    return performance.now() < this.restsUntil
  }

  /** Opens the line before it is needed: keys that are made then take their time. What fails is tried again with the first sheet. */
  makeReady(): void {
    this.opened().catch(() => {})
  }

  /** Takes what is due, as far as hands are free, and goes off with it. Returns how many sheets it took. */
  async takeUp(): Promise<number> {
    const free = this.channel.sheetsAtOnce - this.underWay.size
    if (free < this.channel.sheetsAtOnce * FEWEST_FREE || this.isDown || this.terms.ledger.isBehind) return 0
    const { sheets, notices, contacts, overtaken } = await this.terms.database.act('notices', systemActor, (tx) => this.takeWith(tx, free))
    for (const sheet of sheets) {
      const notice = notices.get(sheet.noticeId) as Notice
      this.goOff(new SheetInHand(sheet, notice, this.channel.key, (id) => contacts.get(id)), overtaken.has(notice.id))
    }
    return sheets.length
  }

  async allBack(): Promise<void> {
    await Promise.all(this.underWay)
  }

  async close(): Promise<void> {
    const line = await this.line?.catch(() => null)
    this.line = null
    await line?.close()
  }

  private async takeWith(tx: Tx, free: number): Promise<Taken> {
    const sheets = await this.take(tx, free)
    const notices = new Map<string, Notice | undefined>()
    for (const { noticeId } of sheets) notices.set(noticeId, await this.notices.get(noticeId, () => findNoticeRow(tx, noticeId)))
    if (sheets.length === 0) return { sheets, notices, contacts: new Map(), overtaken: new Set() }
    const contacts = await findAddressees(tx, sheets.flatMap((sheet) => sheet.contacts))
    return { sheets, notices, contacts, overtaken: await findOvertaken(tx, this.route.channel, [...notices.keys()]) }
  }

  /** Lanes with a limit first: they never fill all hands, and would otherwise wait until everybody else was served. */
  private async take(tx: Tx, free: number): Promise<Sheet[]> {
    const { route, lanes, terms } = this
    if (!this.areLanesKept && lanes.length > 0) await keepLanes(tx, route.channel, lanes.map((lane) => lane.key))
    this.areLanesKept = true
    const wish = { ...route, holder: terms.holder }
    const sheets: Sheet[] = []
    for (const { key, messagesAMinute } of lanes) {
      if (sheets.length >= free || this.busyLanes.has(key)) continue
      sheets.push(...await takeFromLane(tx, { ...wish, most: 1 }, key, messagesAMinute))
    }
    if (sheets.length < free) sheets.push(...await takeSheets(tx, { ...wish, most: free - sheets.length }))
    return sheets
  }

  private goOff(sheet: SheetInHand, isOvertaken: boolean): void {
    const { ledger } = this.terms
    ledger.add(sheet)
    this.busyLanes.add(sheet.sheet.lane)
    const carried = this.carry(sheet, isOvertaken).then((error) => {
      sheet.layDown(error)
      this.underWay.delete(carried)
      this.busyLanes.delete(sheet.sheet.lane)
      this.terms.onBack()
    })
    this.underWay.add(carried)
  }

  /** Returns why it came back before its end, or null. */
  private async carry(sheet: SheetInHand, isOvertaken: boolean): Promise<string | null> {
    const tell = (index: number, outcome: Outcome) => sheet.tell(index, this.finalFor(sheet.notice, outcome), this.terms.database.clock.now())
    // Whoever gets "lifted" must not get "leave your home" after it, because a mailbox was full at first or it was night.
    const why = this.hasExpired(sheet.notice) ? 'the notice had expired' : isOvertaken ? 'a later notice took its place' : null
    if (why !== null) {
      for (const index of sheet.waiting()) tell(index, { kind: 'refused', code: 0, answer: why, isGone: false })
      return null
    }
    const there = sheet.waiting().filter((index) => sheet.contacts[index] !== undefined)
    for (const index of sheet.waiting()) if (sheet.contacts[index] === undefined) tell(index, { kind: 'refused', code: 0, answer: 'left before it was sent', isGone: false })
    if (there.length === 0) return null
    try {
      const line = await this.opened()
      await line.hand(sheet.notice, there.map((index) => sheet.contacts[index] as Contact), (place, outcome) => tell(there[place] as number, outcome))
      this.downs = 0
      return null
    } catch (thrown) {
      return this.fail(thrown)
    }
  }

  private finalFor(notice: Notice, outcome: Outcome): Outcome {
    if (outcome.kind !== 'later') return outcome
    const { clock } = this.terms.database
    if (clock.now().since(notice.issuedAt).total('hours') < GIVE_UP_HOURS) return outcome
    return { kind: 'refused', code: outcome.code, answer: outcome.answer, isGone: false }
  }

  private hasExpired({ expiresAt }: Notice): boolean {
    return expiresAt !== null && Temporal.Instant.compare(expiresAt, this.terms.database.clock.now()) <= 0
  }

  /** This channel rests; the others go on. */
  private fail(thrown: unknown): string {
    const why = String(thrown instanceof Error ? thrown.message : thrown).slice(0, 300)
    const asked = thrown instanceof ChannelDown ? thrown.afterSeconds : 1
    if (!this.isDown) {
      const seconds = Math.min(LONGEST_REST_SECONDS, Math.max(asked, 2 ** Math.min(this.downs, 6)))
      this.downs++
      this.restsUntil = performance.now() + seconds * 1_000
      this.terms.log.warn('channel-down', { channel: this.route.channel, isDrill: this.route.isDrill, why, restsSeconds: seconds })
    }
    return why
  }

  private opened(): Promise<ChannelLine> {
    const line = this.line ?? this.channel.open(this.terms.surroundings)
    this.line = line
    line.catch(() => {
      if (this.line === line) this.line = null
    })
    return line
  }
}
