import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Hazard, HazardLevel, Level, LevelChange, Realm } from '../model.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** Everything known in a realm, the gravest first; what was lifted stands there with level 0. */
export async function listLevels(tx: Tx, realm: Realm): Promise<HazardLevel[]> {
  const rows = await tx.list(
    disaster
      .selectFrom('disaster_information.level')
      .select(['realm', 'hazard', 'area_code as areaCode', 'area_name as areaName', 'level', 'kind_name as kindName', 'kind_code as kindCode'])
      .select(['telegram_type as telegramType', 'telegram_id as telegramId', 'event_id as eventId', 'since', 'reported_at as reportedAt', 'remarks'])
      .where('realm', '=', realm)
      .orderBy('level', (order) => order.desc().nullsFirst())
      .orderBy('since', 'desc')
      .orderBy('hazard')
      .orderBy('area_code'),
  )
  return rows.map((row) => ({ ...row, realm, hazard: row.hazard as Hazard, level: row.level as Level | null }))
}

export async function findLevel(tx: Tx, realm: Realm, { hazard, areaCode }: Pick<HazardLevel, 'hazard' | 'areaCode'>): Promise<HazardLevel | undefined> {
  const row = await tx.find(
    disaster
      .selectFrom('disaster_information.level')
      .select(['area_name as areaName', 'level', 'kind_name as kindName', 'kind_code as kindCode', 'telegram_type as telegramType'])
      .select(['telegram_id as telegramId', 'event_id as eventId', 'since', 'reported_at as reportedAt', 'remarks'])
      .where('realm', '=', realm)
      .where('hazard', '=', hazard)
      .where('area_code', '=', areaCode),
  )
  return row === undefined ? undefined : { ...row, realm, hazard, areaCode, level: row.level as Level | null }
}

export async function keepLevel(tx: Tx, level: HazardLevel): Promise<void> {
  const { realm, hazard, areaCode, ...rest } = level
  const said = {
    area_name: rest.areaName, level: rest.level, kind_name: rest.kindName, kind_code: rest.kindCode, telegram_type: rest.telegramType,
    telegram_id: rest.telegramId, event_id: rest.eventId, since: rest.since, reported_at: rest.reportedAt, remarks: [...rest.remarks],
  }
  await tx.run(
    disaster
      .insertInto('disaster_information.level')
      .values({ realm, hazard, area_code: areaCode, ...said })
      .onConflict((conflict) => conflict.columns(['realm', 'hazard', 'area_code']).doUpdateSet(said)),
  )
}

export async function keepLevelChange(tx: Tx, change: LevelChange): Promise<void> {
  const { areaCode, areaName, from, to, kindName, kindCode, telegramType, telegramId, recordedAt, ...rest } = change
  await tx.run(
    disaster.insertInto('disaster_information.level_change').values({
      ...rest, area_code: areaCode, area_name: areaName, from_level: from, to_level: to, kind_name: kindName, kind_code: kindCode,
      telegram_type: telegramType, telegram_id: telegramId, recorded_at: recordedAt,
    }),
  )
}

/** The steps of a realm since a moment, the newest first. */
export async function listLevelChanges(tx: Tx, realm: Realm, since: Temporal.Instant, limit: number): Promise<LevelChange[]> {
  const rows = await tx.list(
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
  return rows.map((row) => ({ ...row, realm, hazard: row.hazard as Hazard, from: row.from as Level | null, to: row.to as Level | null }))
}
