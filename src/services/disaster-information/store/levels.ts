import { prepared, queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Hazard, HazardLevel, Level, LevelChange, Realm } from '../model.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()
const rows = manyRowsOf<DisasterInformationTables>()

/** Everything known in a realm, the gravest first; what was lifted stands there with level 0. */
export async function listLevels(tx: Tx, realm: Realm): Promise<HazardLevel[]> {
  const found = await tx.list(levelsOf({ realm }))
  return found.map((row) => ({ ...row, realm, hazard: row.hazard as Hazard, level: row.level as Level | null }))
}

const levelsOf = prepared(({ realm }: { readonly realm: Realm }) =>
  disaster
    .selectFrom('disaster_information.level')
    .select(['realm', 'hazard', 'area_code as areaCode', 'area_name as areaName', 'level', 'kind_name as kindName', 'kind_code as kindCode'])
    .select(['telegram_type as telegramType', 'telegram_id as telegramId', 'event_id as eventId', 'since', 'reported_at as reportedAt', 'remarks'])
    .where('realm', '=', realm)
    .orderBy('level', (order) => order.desc().nullsFirst())
    .orderBy('since', 'desc')
    .orderBy('hazard')
    .orderBy('area_code'))

export async function keepLevels(tx: Tx, levels: readonly HazardLevel[]): Promise<void> {
  await rows.upsertRows(tx, 'disaster_information.level', ['realm', 'hazard', 'area_code'], levels.map((level) => ({
    realm: level.realm, hazard: level.hazard, area_code: level.areaCode, area_name: level.areaName, level: level.level, kind_name: level.kindName,
    kind_code: level.kindCode, telegram_type: level.telegramType, telegram_id: level.telegramId, event_id: level.eventId, since: level.since,
    reported_at: level.reportedAt, remarks: [...level.remarks],
  })))
}

export async function keepLevelChanges(tx: Tx, changes: readonly LevelChange[]): Promise<void> {
  await rows.insertRows(tx, 'disaster_information.level_change', changes.map((change) => ({
    id: change.id, realm: change.realm, hazard: change.hazard, area_code: change.areaCode, area_name: change.areaName, from_level: change.from,
    to_level: change.to, kind_name: change.kindName, kind_code: change.kindCode, telegram_type: change.telegramType, telegram_id: change.telegramId,
    at: change.at, recorded_at: change.recordedAt, reason: change.reason,
  })))
}

/** The steps of a realm since a moment, the newest first. */
export async function listLevelChanges(tx: Tx, realm: Realm, since: Temporal.Instant, limit: number): Promise<LevelChange[]> {
  const found = await tx.list(
    disaster
      .selectFrom('disaster_information.level_change')
      .select(['id', 'hazard', 'area_code as areaCode', 'area_name as areaName', 'from_level as from', 'to_level as to', 'kind_name as kindName'])
      .select(['kind_code as kindCode', 'telegram_type as telegramType', 'telegram_id as telegramId', 'at', 'recorded_at as recordedAt', 'reason'])
      .where('realm', '=', realm)
      .where('at', '>=', since)
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(limit),
  )
  return found.map((row) => ({ ...row, realm, hazard: row.hazard as Hazard, from: row.from as Level | null, to: row.to as Level | null }))
}
