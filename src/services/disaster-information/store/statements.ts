import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Hazard, Level, Realm } from '../model.ts'
import type { OwnSaid } from '../rules/levels/city-areas.ts'
import type { Placed, Statement } from '../rules/levels/statement.ts'
import type { Scheme } from '../rules/telegrams/telegram-types.ts'
import type { InfoType } from '../rules/telegrams/telegram.ts'
import type { DisasterInformationTables } from '../tables.ts'
import { isHeldBack } from './held-telegrams.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** The newest of one hazard in one area that are folded; a night has some dozens. */
export const STATEMENTS_FOLDED = 500
/** Telegrams that correct or cancel each other lie within this many days. */
const SERIES_DAYS = 3
const SERIES_TELEGRAMS = 500
/** First half of the number of the advisory lock under which one realm's state changes; the other is the realm. */
const REALM_LOCK = 7256

/** What state is kept for. */
export interface StateKey {
  readonly hazard: Hazard
  readonly areaCode: string
}

/** Until the transaction ends, nobody else changes this realm's state: two processes fold one after the other. */
export async function lockRealm(tx: Tx, realm: Realm): Promise<void> {
  await tx.list(disaster.selectNoFrom(sql`pg_advisory_xact_lock(${REALM_LOCK}::int, hashtext(${realm}))`.as('locked')))
}

export async function keepStatements(tx: Tx, telegramId: string, realm: Realm, scheme: Scheme, said: readonly OwnSaid[]): Promise<void> {
  if (said.length === 0) return
  await tx.run(disaster.insertInto('disaster_information.statement').values(said.map((each) => ({
    telegram_id: telegramId, realm, hazard: each.hazard, area_code: each.areaCode, said_code: each.saidCode, area_name: each.areaName, level: each.level,
    kind_name: each.kindName, kind_code: each.kindCode, last_level: each.lastLevel, is_fresh: each.isFresh, scheme,
  }))))
}

export async function listStatements(tx: Tx, realm: Realm, { hazard, areaCode }: StateKey): Promise<Statement[]> {
  const rows = await tx.list(
    disaster
      .selectFrom('disaster_information.statement as said')
      .innerJoin('disaster_information.telegram as telegram', 'telegram.id', 'said.telegram_id')
      .select(['said.telegram_id as telegramId', 'said.area_name as areaName', 'said.level', 'said.kind_name as kindName', 'said.kind_code as kindCode'])
      .select(['said.last_level as lastLevel', 'said.is_fresh as isFresh', 'said.scheme', 'telegram.type as telegramType', 'telegram.event_id as eventId'])
      .select(['telegram.serial', 'telegram.info_type as infoType', 'telegram.report_at as reportAt', 'telegram.sent_at as sentAt', 'telegram.digest'])
      .select(['telegram.valid_until as validUntil', 'telegram.voided_how as voidedHow'])
      .where('said.realm', '=', realm)
      .where('said.hazard', '=', hazard)
      .where('said.area_code', '=', areaCode)
      .orderBy('telegram.report_at', 'desc')
      .orderBy('telegram.digest')
      .limit(STATEMENTS_FOLDED),
  )
  return rows.map((row) => ({
    ...row, hazard, areaCode, level: row.level as Level | null, lastLevel: row.lastLevel as Level | null, scheme: row.scheme as Scheme,
    infoType: row.infoType as InfoType, voidedHow: row.voidedHow as Statement['voidedHow'],
  }))
}

/** Of which hazards and areas these telegrams speak. */
export async function listKeysOf(tx: Tx, telegramIds: readonly string[]): Promise<StateKey[]> {
  if (telegramIds.length === 0) return []
  const rows = await tx.list(
    disaster.selectFrom('disaster_information.statement').select(['hazard', 'area_code as areaCode']).distinct()
      .where('telegram_id', 'in', [...telegramIds]).orderBy('hazard').orderBy('area_code'),
  )
  return rows.map(({ hazard, areaCode }) => ({ hazard: hazard as Hazard, areaCode }))
}

/** A telegram as one of its series. */
export interface OfSeries extends Placed {
  readonly voidedBy: string | null
}

export async function listSeries(tx: Tx, realm: Realm, series: string, around: Temporal.Instant): Promise<OfSeries[]> {
  const rows = await tx.list(
    disaster
      .selectFrom('disaster_information.telegram')
      .select(['id as telegramId', 'type as telegramType', 'event_id as eventId', 'serial', 'info_type as infoType', 'report_at as reportAt'])
      .select(['sent_at as sentAt', 'digest', 'voided_by as voidedBy'])
      .where('realm', '=', realm)
      .where('series', '=', series)
      .where('report_at', '>=', around.subtract({ hours: SERIES_DAYS * 24 }))
      .where('report_at', '<=', around.add({ hours: SERIES_DAYS * 24 }))
      .where((row) => row.not(isHeldBack))
      .orderBy('report_at', 'desc')
      .limit(SERIES_TELEGRAMS),
  )
  return rows.map((row) => ({ ...row, infoType: row.infoType as InfoType }))
}

export async function voidTelegram(tx: Tx, id: string, voided: { readonly by: string; readonly how: string } | undefined): Promise<void> {
  await tx.run(
    disaster.updateTable('disaster_information.telegram').set({ voided_by: voided?.by ?? null, voided_how: voided?.how ?? null }).where('id', '=', id),
  )
}

/** The newest time that anything in a realm speaks of: a drill has no other clock. */
export async function newestReport(tx: Tx, realm: Realm): Promise<Temporal.Instant | null> {
  const row = await tx.find(
    disaster.selectFrom('disaster_information.telegram').select('report_at as at').where('realm', '=', realm).orderBy('report_at', 'desc').limit(1),
  )
  return row?.at ?? null
}
