import { systemActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import { facts } from '../facts.ts'
import { endIfDone, listBroadcastLines, noteFirstHanded, reserveNumbers } from '../store/broadcasts.ts'
import { keepRefusals, type Refusal } from '../store/refusals.ts'
import { LEASE_SECONDS, RESULT, writeSheets, writeStates, type SheetDraft, type SheetState, type WrittenState } from '../store/sheets.ts'
import { addToTallies, type Counted } from '../store/tallies.ts'
import { inTime } from './in-time.ts'
import type { SheetInHand } from './sheet-in-hand.ts'

/** What was told is written down this often: so much at most is handed over twice when the machine dies. */
const WRITE_MS = 50
/** And so long after the database did not take it. */
const AGAIN_MS = 1_000
/** A sheet of which nothing is told for this long is held on to anew. */
const HOLD_MS = (LEASE_SECONDS * 1_000) / 3
/** A second try comes after what the receiver asked for, then twice, four times, at most this much later. */
const LONGEST_WAIT_SECONDS = 3_600

/**
 * What this process has in hand, written down for all channels together in one transaction several times a second. What
 * is new is found by comparing with what stood there, so a write whose answer got lost may be repeated: nothing is
 * counted twice. While the database is away everything stays here, and nothing new can be taken.
 */
export class Ledger {
  private readonly database: CityDatabase
  private readonly holder: string
  private readonly log: Log
  private readonly inHand = new Set<SheetInHand>()
  private readonly begun = new Set<string>()
  private heldAt = 0
  private writtenAt = 0
  private isClosing = false
  private writing: Promise<void> = Promise.resolve()
  private alarm: NodeJS.Timeout | null = null

  constructor(database: CityDatabase, holder: string, log: Log) {
    this.database = database
    this.holder = holder
    this.log = log
  }

  /** Whether what was told has not been written down for so long that nothing new may be begun: it could come twice. */
  get isBehind(): boolean {
    return this.inHand.size > 0 && performance.now() - this.writtenAt > HOLD_MS
  }

  /** From now on it is written down, and held, until it was laid down. */
  add(sheet: SheetInHand): void {
    if (this.inHand.size === 0) this.writtenAt = performance.now()
    this.inHand.add(sheet)
    this.heldAt ||= performance.now()
    this.alarm ??= setTimeout(() => void this.writeOften(), WRITE_MS)
  }

  /** Writes down what there is. Rejects when the database does not take it; everything is still here then. */
  async write(): Promise<void> {
    const turn = this.writing.then(() => this.writeNow())
    this.writing = turn.catch(() => {})
    return turn
  }

  /** The last write; what the database does not take is left to whoever takes the sheets over. */
  async close(): Promise<void> {
    this.isClosing = true
    if (this.alarm !== null) clearTimeout(this.alarm)
    await this.writeTold()
  }

  private async writeOften(): Promise<void> {
    const isWritten = await this.writeTold()
    this.alarm = this.inHand.size === 0 || this.isClosing ? null : setTimeout(() => void this.writeOften(), isWritten ? WRITE_MS : AGAIN_MS)
  }

  private async writeTold(): Promise<boolean> {
    try {
      await this.write()
      return true
    } catch (thrown) {
      this.log.warn('sending-not-written', { sheets: this.inHand.size, why: String(thrown).slice(0, 200) })
      return false
    }
  }

  private async writeNow(): Promise<void> {
    const isHolding = performance.now() - this.heldAt > HOLD_MS
    const sheets = [...this.inHand].filter((sheet) => isHolding || sheet.isFresh).toSorted((a, b) => (a.key < b.key ? -1 : 1))
    if (sheets.length === 0) {
      this.writtenAt = performance.now()
      return
    }
    const entries = sheets.map((sheet) => ({ sheet, state: sheet.written() }))
    for (const sheet of sheets) sheet.isFresh = false
    try {
      await inTime(this.database.act('notices', systemActor, (tx) => this.enter(tx, entries)))
    } catch (thrown) {
      for (const sheet of sheets) sheet.isFresh = true
      throw thrown
    }
    this.writtenAt = performance.now()
    if (isHolding) this.heldAt = this.writtenAt
    for (const { sheet, state } of entries) {
      if (sheet.firstHandedAt !== null) this.begun.add(broadcastOf(sheet))
      if (state.state !== 'held') this.inHand.delete(sheet)
    }
  }

  private async enter(tx: Tx, entries: readonly Entry[]): Promise<void> {
    const written = new Map((await writeStates(tx, this.holder, entries.map(({ state }) => state))).map((row) => [`${row.noticeId} ${row.channel} ${row.number}`, row]))
    // A sheet that is no longer ours was taken over by somebody who took us for dead, or its end was written already.
    const own = entries.flatMap((entry) => {
      const before = written.get(entry.sheet.key)
      if (before === undefined) this.inHand.delete(entry.sheet)
      return before === undefined ? [] : [{ ...entry, news: newsOf(entry, before) }]
    })
    await addToTallies(tx, countedIn(own))
    for (const { id, channel } of await keepRefusals(tx, own.flatMap(refusalsOf))) tx.publish(facts.stopped, id, { channel, why: 'bounced' })
    await this.noteFirst(tx, own)
    for (const broadcast of endedIn(own)) await closeSheets(tx, broadcast)
  }

  private async noteFirst(tx: Tx, entries: readonly Entry[]): Promise<void> {
    const firsts = new Map<string, SheetInHand>()
    for (const { sheet } of entries) if (sheet.firstHandedAt !== null && !this.begun.has(broadcastOf(sheet))) firsts.set(broadcastOf(sheet), sheet)
    for (const { notice, channel, firstHandedAt } of firsts.values()) if (firstHandedAt !== null) await noteFirstHanded(tx, notice.id, channel, firstHandedAt)
  }
}

function broadcastOf({ notice, channel }: SheetInHand): string {
  return `${notice.id} ${channel}`
}

interface Entry {
  readonly sheet: SheetInHand
  readonly state: SheetState
}

interface OwnEntry extends Entry {
  /** Indexes of contacts of whom something new is written. */
  readonly news: readonly number[]
}

function newsOf({ state }: Entry, { before }: WrittenState): number[] {
  return [...state.results.keys()].filter((index) => state.results[index] !== before[index])
}

function countedIn(entries: readonly OwnEntry[]): Counted[] {
  const counted = new Map<string, Counted>()
  for (const { sheet, state, news } of entries) {
    for (const index of news) {
      // Whoever left before it came to them has no language any more; the notice's own one stands in.
      const language = sheet.contacts[index]?.language ?? 'ja'
      const key = `${sheet.sheet.noticeId} ${sheet.channel} ${language}`
      const row = counted.get(key) ?? { noticeId: sheet.sheet.noticeId, channel: sheet.channel, language, handed: 0, within10s: 0, within60s: 0, refused: 0 }
      counted.set(key, row)
      if (state.results[index] === RESULT.refused) row.refused++
      if (state.results[index] === RESULT.handed) countHanded(row, sheet, index)
    }
  }
  return [...counted.values()]
}

function countHanded(row: Counted, { notice, handedAt }: SheetInHand, index: number): void {
  const at = handedAt[index]
  const seconds = at === undefined ? Number.POSITIVE_INFINITY : (at.epochMilliseconds - notice.issuedAt.epochMilliseconds) / 1_000
  row.handed++
  if (seconds <= 10) row.within10s++
  if (seconds <= 60) row.within60s++
}

function refusalsOf({ sheet, state, news }: OwnEntry): Refusal[] {
  return news.filter((index) => state.results[index] === RESULT.refused).flatMap((index) => {
    const answer = sheet.answers.get(index)
    const contactId = sheet.sheet.contacts[index]
    if (answer?.kind !== 'refused' || contactId === undefined) return []
    const { code, answer: said, isGone } = answer
    return [{ noticeId: sheet.sheet.noticeId, contactId, channel: sheet.channel, code, answer: said, isGone }]
  })
}

/** Broadcasts of which sheets are done now, in one order everywhere: their rows are locked. */
function endedIn(entries: readonly OwnEntry[]): OwnEntry[][] {
  const done = entries.filter(({ state }) => state.state === 'done')
  return [...Map.groupBy(done, ({ sheet }) => broadcastOf(sheet)).values()]
}

async function closeSheets(tx: Tx, entries: readonly OwnEntry[]): Promise<void> {
  const [{ sheet } = { sheet: undefined }] = entries
  if (sheet === undefined) return
  const { notice, channel } = sheet
  const drafts = entries.flatMap((entry) => secondTry(tx.now, entry))
  if (drafts.length > 0) {
    const first = await reserveNumbers(tx, notice.id, channel, drafts.length)
    await writeSheets(tx, notice.id, { channel, isDrill: notice.isDrill }, first, drafts)
  }
  await endBroadcast(tx, notice, channel)
}

/** Those who are to be tried again get a sheet of their own. */
function secondTry(now: Temporal.Instant, { sheet, state }: OwnEntry): SheetDraft[] {
  const again = [...state.results.keys()].filter((index) => state.results[index] === RESULT.later)
  if (again.length === 0) return []
  const { lane, level, attempts, contacts } = sheet.sheet
  const asked = Math.max(1, ...again.map((index) => waitOf(sheet, index)))
  const seconds = Math.min(LONGEST_WAIT_SECONDS, Math.ceil(asked * 2 ** Math.min(attempts - 1, 10)))
  return [{ lane, level, attempts, contacts: again.map((index) => contacts[index] as string), dueAt: now.add({ seconds }) }]
}

/** What another process was told before it died is not known here: then a minute. */
function waitOf({ answers }: SheetInHand, index: number): number {
  const answer = answers.get(index)
  return answer?.kind === 'later' ? answer.afterSeconds : 60
}

/** Publishes the end once, with what was counted. */
export async function endBroadcast(tx: Tx, notice: SheetInHand['notice'], channel: SheetInHand['channel']): Promise<void> {
  if (!(await endIfDone(tx, notice.id, channel))) return
  const line = (await listBroadcastLines(tx, notice.id)).find((each) => each.channel === channel)
  if (line === undefined) return
  const { planned, handed, refused, within10s, within60s } = line
  const seconds = (tx.now.epochMilliseconds - notice.issuedAt.epochMilliseconds) / 1_000
  tx.publish(facts.broadcastEnded, notice.id, { notice: notice.id, topic: notice.topic, channel, isDrill: notice.isDrill, planned, handed, refused, within10s, within60s, seconds })
}
