import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { EARTH_TYPES, isEarthFeed } from '../rules/telegrams/silence.ts'
import type { DisasterInformationTables } from '../tables.ts'
import { waitingDeliveries } from './deliveries.ts'
import { listFeeds } from './feeds.ts'

const disaster = queriesOver<DisasterInformationTables>()

/**
 * Since when, at the latest, it is known what the weather agency has in force: the last answer of the feed that has been silent for
 * longest. A feed that does not answer may hide anything, whatever the others and other ways say. Where no feed brings
 * warnings, the last telegram that came by folder or push is what was heard of them; one about an earthquake says nothing of the
 * weather. What was delivered and has not been taken in yet may say anything: nothing is known since it came. Null: never, nor where feeds answer and no telegram has come yet, for what was issued before them is not known.
 */
export async function lastHeardAt(tx: Tx): Promise<Temporal.Instant | null> {
  const feeds = await listFeeds(tx)
  if (!(await hasBroughtWeather(tx))) return null
  const answers = feeds.map(({ answeredAt }) => answeredAt)
  const all = feeds.some(({ address }) => !isEarthFeed(address)) ? answers : [...answers, await lastDeliveredAt(tx)]
  const { since } = await waitingDeliveries(tx)
  return oldestOf(since === null ? all : [...all, since])
}

async function hasBroughtWeather(tx: Tx): Promise<boolean> {
  const weather = disaster.selectFrom('disaster_information.telegram').select('id').where('realm', '=', 'live').where('type', '!~', EARTH_TYPES.source)
  return (await tx.find(weather.limit(1))) !== undefined
}

/** The second and the fiftieth copy count too: they show that the way is open. */
async function lastDeliveredAt(tx: Tx): Promise<Temporal.Instant | null> {
  const row = await tx.find(
    disaster.selectFrom('disaster_information.arrival as arrival')
      .innerJoin('disaster_information.telegram as telegram', 'telegram.id', 'arrival.telegram_id')
      .select('arrival.at')
      .where('telegram.realm', '=', 'live')
      .where('telegram.type', '!~', EARTH_TYPES.source)
      .where('arrival.way', 'in', ['folder', 'push'])
      .orderBy('arrival.id', 'desc')
      .limit(1),
  )
  return row?.at ?? null
}

/** Null where one of them never spoke. */
function oldestOf(moments: readonly (Temporal.Instant | null)[]): Temporal.Instant | null {
  if (moments.includes(null)) return null
  return moments.flatMap((at) => at ?? []).toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null
}
