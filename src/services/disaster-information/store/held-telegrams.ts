import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { FROM_THE_FUTURE, HELD_BACK } from '../rules/telegrams/time-ahead.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** Of the real night; a sender whose clock stands wrong may send many, and all are kept. */
const HELD_BACK_LISTED = 200

export interface HeldBack {
  readonly id: string
  readonly digest: string
  readonly type: string
  readonly headTitle: string
  readonly fileName: string
  readonly reportAt: Temporal.Instant
  readonly receivedAt: Temporal.Instant
  /** gzip. */
  readonly body: Buffer
}

/** Telegrams that came since then and are out of the state because their time lies too far ahead, in the order of their reports. */
export async function listHeldBack(tx: Tx, since: Temporal.Instant): Promise<HeldBack[]> {
  return tx.list(
    disaster.selectFrom('disaster_information.telegram')
      .select(['id', 'digest', 'type', 'head_title as headTitle', 'file_name as fileName', 'report_at as reportAt', 'received_at as receivedAt', 'body'])
      .where('received_at', '>=', since)
      .where('realm', '=', 'live')
      .where(isHeldBack)
      .orderBy('report_at').orderBy('id').limit(HELD_BACK_LISTED),
  )
}

/** From now on it counts; that its time lay ahead is still said. */
export async function releaseTelegram(tx: Tx, id: string): Promise<void> {
  const remarks = sql<string[]>`array_replace(remarks, ${HELD_BACK}::text, ${FROM_THE_FUTURE}::text)`
  await tx.run(disaster.updateTable('disaster_information.telegram').set({ remarks }).where('id', '=', id))
}

/** For queries over telegrams. */
export const isHeldBack = sql<boolean>`${HELD_BACK}::text = any(remarks)`
