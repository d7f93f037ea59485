import { systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { StandingRun, StandingSurroundings, StandingWork } from '#kernel/jobs/standing-work.ts'
import { fetchDocument, type Fetched, type FetchTerms } from '#kernel/outside/fetch-document.ts'
import { receiveTelegram } from '../actions/receive-telegram.ts'
import { fileNameOf, readFeed, type FeedEntry } from '../rules/telegrams/atom.ts'
import { FEED_LIMITS, TELEGRAM_LIMITS } from '../rules/telegrams/limits.ts'
import { gapAt, remainingProblem } from '../rules/telegrams/silence.ts'
import { isWanted } from '../rules/telegrams/wanted.ts'
import { listOffices } from '../store/areas.ts'
import { claimEntries, claimFeed, forgetOtherFeeds, keepEntries, keepFeed, noteAnswer, noteFailure, settleEntry, type Feed, type WaitingEntry } from '../store/feeds.ts'
import { feedsToAsk, type FeedAddress } from './feed-addresses.ts'
import { INTAKE } from './intake-limits.ts'
import { Rounds } from './rounds.ts'

const PART = 'disaster-information'
const ROUND_MS = 1_000

/**
 * Looks at the weather agency's Atom feeds (気象庁防災情報XML PULL型). What was seen stands in the database before anything is fetched,
 * so a process that dies leaves nothing out; two processes share the work.
 */
export const telegramFeeds: StandingWork = {
  name: 'telegram-feeds',
  begin: (open, surroundings) => new FeedReading(open, surroundings, () => feedsToAsk(open)),
}

export class FeedReading implements StandingRun {
  private readonly open: OpenCity
  private readonly surroundings: StandingSurroundings
  private readonly feeds: () => Promise<readonly FeedAddress[]>
  private readonly rounds = new Rounds(ROUND_MS)
  private isTidied = false

  constructor(open: OpenCity, surroundings: StandingSurroundings, feeds: () => Promise<readonly FeedAddress[]>) {
    this.open = open
    this.surroundings = surroundings
    this.feeds = feeds
  }

  async start(): Promise<void> {
    this.rounds.start(() => this.round(), (thrown) => this.surroundings.log.warn('telegram-feeds-interrupted', { city: this.open.city.key, why: String(thrown).slice(0, 200) }))
  }

  /** In the first round, feeds that were taken out of the settings go. */
  private async round(): Promise<number> {
    if (!this.isTidied) {
      const names = (await this.feeds()).map(({ name }) => name)
      await this.act((tx) => forgetOtherFeeds(tx, names))
      this.isTidied = true
    }
    return this.settle()
  }

  async settle(): Promise<number> {
    let did = 0
    for (const feed of await this.feeds()) did += await this.ask(feed)
    for (;;) {
      const fetched = await this.fetchEntries()
      if (fetched === 0) return did
      did += fetched
    }
  }

  async end(): Promise<void> {
    await this.rounds.end()
  }

  private get patience(): Pick<FetchTerms, 'timeoutMs' | 'ended'> {
    return { timeoutMs: INTAKE.timeoutMs, ended: this.rounds.ended }
  }

  private act<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.open.database.act(PART, systemActor, work)
  }

  private async ask({ name, address, longer }: FeedAddress): Promise<number> {
    const feed = await this.act(async (tx) => {
      await keepFeed(tx, name)
      return claimFeed(tx, name, tx.now.add({ seconds: INTAKE.askSeconds }))
    })
    if (feed === undefined) return 0
    const fetched = await fetchDocument(address, { ...this.patience, mostBytes: FEED_LIMITS.bytes, known: feed })
    if (fetched.kind === 'unchanged') return this.act((tx) => noteAnswer(tx, { ...feed, problem: remainingProblem(feed.problem, tx.now) })).then(() => 0)
    const reading = fetched.kind === 'document' ? readFeed(fetched.body, address) : undefined
    if (fetched.kind === 'failed') return this.failed(feed, fetched.problem)
    if (reading?.ok !== true) return this.failed(feed, `${reading?.reason} ${reading?.place} ${reading?.detail}`)
    const isWhole = !hasGap(feed, reading.entries)
    const longerEntries = isWhole ? [] : await this.readLonger(longer)
    const entries = [...reading.entries, ...longerEntries ?? []]
    return this.act((tx) => {
      const problem = longerEntries === undefined && feed.newestAt !== null ? gapAt(tx.now) : remainingProblem(feed.problem, tx.now)
      return noteEntries(tx, { ...feed, etag: fetched.etag, lastModified: fetched.lastModified, problem }, new URL(address).host, entries)
    })
  }

  private async failed(feed: Feed, problem: string): Promise<number> {
    // We hung up ourselves: the feed has done nothing wrong.
    if (this.rounds.ended.aborted) return 0
    const seconds = Math.min(INTAKE.firstBackOffSeconds * 2 ** Math.min(feed.failures, 10), INTAKE.longestBackOffSeconds)
    await this.act((tx) => noteFailure(tx, feed.address, problem.slice(0, 300), tx.now.add({ seconds })))
    this.surroundings.log.warn('telegram-feed-failed', { city: this.open.city.key, feed: feed.address, why: problem.slice(0, 100) })
    return 0
  }

  /** The longer feed of the same subject; undefined where there is none or it does not answer: the gap stays, and is shown. */
  private async readLonger(address: string | null): Promise<readonly FeedEntry[] | undefined> {
    if (address === null) return undefined
    const fetched = await fetchDocument(address, { ...this.patience, mostBytes: FEED_LIMITS.bytes })
    const reading = fetched.kind === 'document' ? readFeed(fetched.body, address) : undefined
    return reading?.ok === true ? reading.entries : undefined
  }

  private async fetchEntries(): Promise<number> {
    const waiting = await this.act((tx) => claimEntries(tx, INTAKE.entriesARound, tx.now.add({ seconds: INTAKE.askSeconds })))
    for (let from = 0; from < waiting.length; from += INTAKE.entriesAtOnce) {
      const some = waiting.slice(from, from + INTAKE.entriesAtOnce)
      const fetched = some.map(async (entry) => ({ entry, fetched: await fetchDocument(entry.address, { ...this.patience, mostBytes: TELEGRAM_LIMITS.bytes }) }))
      // Fetched side by side, taken in one after the other: the night keeps its order.
      for (const one of fetched) await this.take(await one)
    }
    return waiting.length
  }

  private async take({ entry, fetched }: { readonly entry: WaitingEntry; readonly fetched: Fetched }): Promise<void> {
    if (this.rounds.ended.aborted) return
    if (fetched.kind !== 'document') return this.act((tx) => putOff(tx, entry))
    await this.act(async (tx) => {
      const received = await receiveTelegram(tx, { source: fetched.body, way: 'feed', fileName: fileNameOf(entry.address) })
      await settleEntry(tx, entry, received.kind === 'refused' ? 'refused' : 'taken')
    })
  }
}

/** Between what was seen last and the oldest that the feed still shows, something may be missing. The first time, everything is. */
export function hasGap({ newestAt }: Pick<Feed, 'newestAt'>, entries: readonly Pick<FeedEntry, 'updatedAt'>[]): boolean {
  if (newestAt === null) return true
  return entries.length > 0 && entries.every(({ updatedAt }) => Temporal.Instant.compare(updatedAt, newestAt) > 0)
}

async function noteEntries(tx: Tx, feed: Feed, host: string, entries: readonly FeedEntry[]): Promise<number> {
  const offices = await listOffices(tx)
  const oldest = tx.now.subtract({ hours: INTAKE.catchUpHours })
  const noted = entries.map((entry) => {
    const isLate = Temporal.Instant.compare(entry.updatedAt, oldest) < 0
    // A feed cannot send the city's server to other machines.
    const isFetched = !isLate && new URL(entry.address).host === host && isWanted(entry, offices)
    return { ...entry, state: isFetched ? 'waiting' as const : 'passed-over' as const }
  })
  const added = await keepEntries(tx, feed.address, noted)
  const times = [...entries.map(({ updatedAt }) => updatedAt), ...(feed.newestAt === null ? [] : [feed.newestAt])]
  const newestAt = times.toSorted((a, b) => Temporal.Instant.compare(b, a))[0] ?? null
  await noteAnswer(tx, { ...feed, newestAt })
  return added
}

async function putOff(tx: Tx, entry: WaitingEntry): Promise<void> {
  const seconds = Math.min(INTAKE.firstBackOffSeconds * 2 ** Math.min(entry.tries - 1, 10), INTAKE.longestBackOffSeconds)
  await settleEntry(tx, entry, entry.tries >= INTAKE.triesOfEntry ? 'lost' : 'waiting', tx.now.add({ seconds }))
}
