import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Hazard, Level, LevelChange, Realm } from '../model.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

export interface Period {
  readonly from: Temporal.Instant
  /** Not included. */
  readonly to: Temporal.Instant
}

export interface ReceivedTelegram {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly serial: number | null
  readonly infoType: string
  readonly reportAt: Temporal.Instant
  readonly receivedAt: Temporal.Instant
}

export function listReceived(tx: Tx, realm: Realm, { from, to }: Period, limit: number): Promise<ReceivedTelegram[]> {
  return tx.list(
    disaster
      .selectFrom('disaster_information.telegram')
      .select(['id', 'type', 'head_title as title', 'serial', 'info_type as infoType', 'report_at as reportAt', 'received_at as receivedAt'])
      .where('realm', '=', realm)
      .where('received_at', '>=', from)
      .where('received_at', '<', to)
      .orderBy('received_at')
      .limit(limit),
  )
}

export async function countReceived(tx: Tx, realm: Realm): Promise<number> {
  const row = await tx.get(disaster.selectFrom('disaster_information.telegram').select((make) => make.fn.countAll<number>().as('count')).where('realm', '=', realm))
  return row.count
}

export type RecordedChange = Pick<LevelChange, 'hazard' | 'areaName' | 'from' | 'to' | 'kindName' | 'telegramType' | 'recordedAt'>

/** Steps of levels in the order in which they were written down here. */
export async function listRecordedChanges(tx: Tx, realm: Realm, { from, to }: Period, limit: number): Promise<RecordedChange[]> {
  const rows = await tx.list(
    disaster
      .selectFrom('disaster_information.level_change')
      .select(['hazard', 'area_name as areaName', 'from_level as from', 'to_level as to', 'kind_name as kindName', 'telegram_type as telegramType', 'recorded_at as recordedAt'])
      .where('realm', '=', realm)
      .where('recorded_at', '>=', from)
      .where('recorded_at', '<', to)
      .orderBy('recorded_at')
      .limit(limit),
  )
  return rows.map((row) => ({ ...row, hazard: row.hazard as Hazard, from: row.from as Level | null, to: row.to as Level | null }))
}
