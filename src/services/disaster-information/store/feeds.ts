import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FeedEntry } from '../rules/telegrams/atom.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

export interface Feed {
  readonly address: string
  readonly etag: string
  readonly lastModified: string
  readonly askedAt: Temporal.Instant | null
  readonly answeredAt: Temporal.Instant | null
  /** Time of its newest entry; null before the first. */
  readonly newestAt: Temporal.Instant | null
  readonly failures: number
  readonly problem: string
  readonly nextAt: Temporal.Instant
}

const COLUMNS = ['address', 'etag', 'last_modified as lastModified', 'asked_at as askedAt', 'answered_at as answeredAt', 'newest_at as newestAt', 'failures', 'problem', 'next_at as nextAt'] as const

export async function listFeeds(tx: Tx): Promise<Feed[]> {
  return tx.list(disaster.selectFrom('disaster_information.feed').select(COLUMNS).orderBy('address'))
}

export async function keepFeed(tx: Tx, address: string): Promise<void> {
  await tx.run(
    disaster.insertInto('disaster_information.feed').values({ address, etag: '', last_modified: '', failures: 0, problem: '', next_at: tx.now })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

/** Feeds that were taken out of the settings are not asked any more, and would look silent for ever. */
export async function forgetOtherFeeds(tx: Tx, names: readonly string[]): Promise<void> {
  const others = disaster.selectFrom('disaster_information.feed').select('address').where('address', 'not in', ['', ...names])
  await tx.run(disaster.deleteFrom('disaster_information.feed_entry').where('feed', 'in', others))
  await tx.run(disaster.deleteFrom('disaster_information.feed').where('address', 'not in', ['', ...names]))
}

/** Takes a feed's turn: only one process gets it, the others find it not due. Undefined when it is not. */
export async function claimFeed(tx: Tx, address: string, nextAt: Temporal.Instant): Promise<Feed | undefined> {
  return tx.find(
    disaster.updateTable('disaster_information.feed').set({ next_at: nextAt, asked_at: tx.now }).where('address', '=', address).where('next_at', '<=', tx.now).returning(COLUMNS),
  )
}

export async function noteAnswer(tx: Tx, feed: Pick<Feed, 'address' | 'etag' | 'lastModified' | 'newestAt' | 'problem'>): Promise<void> {
  await tx.run(
    disaster.updateTable('disaster_information.feed')
      .set({ etag: feed.etag, last_modified: feed.lastModified, newest_at: feed.newestAt, answered_at: tx.now, failures: 0, problem: feed.problem })
      .where('address', '=', feed.address),
  )
}

export async function noteFailure(tx: Tx, address: string, problem: string, nextAt: Temporal.Instant): Promise<void> {
  await tx.run(
    disaster.updateTable('disaster_information.feed').set({ failures: sql`failures + 1`, problem, next_at: nextAt }).where('address', '=', address),
  )
}

export type EntryState = 'waiting' | 'taken' | 'refused' | 'passed-over' | 'lost'

/** Notes entries that are new; returns how many were. */
export async function keepEntries(tx: Tx, feed: string, entries: readonly (FeedEntry & { readonly state: EntryState })[]): Promise<number> {
  if (entries.length === 0) return 0
  return tx.run(
    disaster.insertInto('disaster_information.feed_entry')
      .values(entries.map((entry) => ({
        feed, entry_id: entry.entryId, address: entry.address, title: entry.title, office: entry.office, updated_at: entry.updatedAt, state: entry.state, tries: 0, next_at: tx.now,
      })))
      .onConflict((conflict) => conflict.doNothing()),
  )
}

export interface WaitingEntry {
  readonly feed: string
  readonly entryId: string
  readonly address: string
  readonly tries: number
}

/** Takes entries that are due, the oldest first, and puts their next try off: whoever dies with them leaves them to the next. */
export async function claimEntries(tx: Tx, limit: number, nextAt: Temporal.Instant): Promise<WaitingEntry[]> {
  const due = disaster.selectFrom('disaster_information.feed_entry').select(['feed', 'entry_id']).where('state', '=', 'waiting').where('next_at', '<=', tx.now)
    .orderBy('updated_at').orderBy('entry_id').limit(limit).forUpdate().skipLocked()
  const claimed = await tx.list(
    disaster.with('due', () => due).updateTable('disaster_information.feed_entry as entry').from('due')
      .set({ next_at: nextAt, tries: sql`entry.tries + 1` })
      .whereRef('entry.feed', '=', 'due.feed').whereRef('entry.entry_id', '=', 'due.entry_id')
      .returning(['entry.feed', 'entry.entry_id as entryId', 'entry.address', 'entry.tries', 'entry.updated_at as updatedAt']),
  )
  return claimed.toSorted((a, b) => Temporal.Instant.compare(a.updatedAt, b.updatedAt))
}

export async function settleEntry(tx: Tx, { feed, entryId }: Pick<WaitingEntry, 'feed' | 'entryId'>, state: EntryState, nextAt = tx.now): Promise<void> {
  await tx.run(
    disaster.updateTable('disaster_information.feed_entry').set({ state, next_at: nextAt }).where('feed', '=', feed).where('entry_id', '=', entryId),
  )
}

export async function countEntries(tx: Tx): Promise<{ readonly feed: string; readonly state: string; readonly count: number }[]> {
  return tx.list(
    disaster.selectFrom('disaster_information.feed_entry').select(['feed', 'state']).select(sql<number>`count(*)`.as('count')).groupBy(['feed', 'state']).orderBy('feed').orderBy('state'),
  )
}

export async function listLostEntries(tx: Tx, limit: number): Promise<{ readonly address: string; readonly title: string; readonly office: string; readonly updatedAt: Temporal.Instant }[]> {
  return tx.list(
    disaster.selectFrom('disaster_information.feed_entry').select(['address', 'title', 'office', 'updated_at as updatedAt']).where('state', '=', 'lost')
      .orderBy('updated_at', 'desc').limit(limit),
  )
}

/** Asks again for everything that was given up. Returns how many. */
export async function reviveLost(tx: Tx): Promise<number> {
  return tx.run(disaster.updateTable('disaster_information.feed_entry').set({ state: 'waiting', tries: 0, next_at: tx.now }).where('state', '=', 'lost'))
}

export async function forgetEntries(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.run(disaster.deleteFrom('disaster_information.feed_entry').where('updated_at', '<', before).where('state', 'in', ['taken', 'passed-over', 'refused']))
}
