import { sql } from 'kysely'
import { systemActor } from '#kernel/access/actor.ts'
import { CityDatabase } from '#kernel/database/city-database.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ChannelKey } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** Messages that are kept of each stand-in, the newest; the tables hold no more of what was only tried out. */
export const MOST_KEPT = 500

export interface StandInMessage {
  readonly channel: ChannelKey
  /** In a line, for a list: whom it went to and what it is about. */
  readonly summary: string
  /** As it went over the wire. */
  readonly source: string
}

/** Keeps what a channel's stand-in took in, in a transaction of its own or in the given one (under this capability's role). */
export function keepStandInMessage(place: CityDatabase | Tx, message: StandInMessage): Promise<void> {
  return keepStandInMessages(place, [message])
}

/** The same for many at once, in their order. */
export async function keepStandInMessages(place: CityDatabase | Tx, messages: readonly StandInMessage[]): Promise<void> {
  if (place instanceof CityDatabase) return place.act('notices', systemActor, (tx) => keepStandInMessages(tx, messages))
  const newest = messages.slice(-MOST_KEPT)
  if (newest.length === 0) return
  const rows = newest.map((message) => ({ ...message, received_at: place.now }))
  await place.run(notices.insertInto('notices.stand_in_message').values(rows))
  for (const channel of new Set(newest.map((message) => message.channel))) await place.run(forgetOlder(channel))
}

function forgetOlder(channel: ChannelKey) {
  const oldestKept = notices
    .selectFrom('notices.stand_in_message').select('id').where('channel', '=', channel).orderBy('id', 'desc').offset(MOST_KEPT - 1).limit(1)
  return notices.deleteFrom('notices.stand_in_message').where('channel', '=', channel).where('id', '<', oldestKept)
}

export interface KeptMessage extends StandInMessage {
  readonly id: number
  readonly receivedAt: Temporal.Instant
}

/** What the stand-ins took in, the newest first; of one channel, or of all. */
export function listStandInMessages(tx: Tx, limit: number, channel?: ChannelKey): Promise<KeptMessage[]> {
  const rows = notices
    .selectFrom('notices.stand_in_message')
    .select(['id', 'summary', 'source', 'received_at as receivedAt', sql<ChannelKey>`channel`.as('channel')])
    .orderBy('id', 'desc')
    .limit(limit)
  return tx.list(channel === undefined ? rows : rows.where('channel', '=', channel))
}
