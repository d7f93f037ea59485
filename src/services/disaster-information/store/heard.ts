import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

/**
 * When the weather agency was last heard: the last answer of the feed that has been silent for longest, or a telegram
 * that came by another way since. Null: never; nor where feeds answer and no telegram has come yet, for what was issued
 * before them is not known. A feed that does not answer may hide anything, whatever the others say.
 */
export async function lastHeardAt(tx: Tx): Promise<Temporal.Instant | null> {
  const { feed, telegram } = await tx.get(
    disaster.selectNoFrom((from) => [
      from.selectFrom('disaster_information.feed').select(sql<Temporal.Instant | null>`case when bool_and(answered_at is not null) then min(answered_at) end`.as('at')).as('feed'),
      from.selectFrom('disaster_information.telegram').select((row) => row.fn.max('received_at').as('at')).where('realm', '=', 'live').as('telegram'),
    ]),
  )
  if (feed === null || telegram === null) return telegram
  return Temporal.Instant.compare(feed, telegram) < 0 ? telegram : feed
}
