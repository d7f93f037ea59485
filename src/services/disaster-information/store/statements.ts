import { sql } from 'kysely'
import { prepared, queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf, statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Hazard, Level, Realm } from '../model.ts'
import { STATEMENTS_FOLDED, type OfSeries, type StateKey, type Statement } from '../rules/levels/statement.ts'
import { CORRECTING, SERIES_TELEGRAMS, type Voided } from '../rules/levels/voiding.ts'
import type { Scheme } from '../rules/telegrams/telegram-types.ts'
import type { InfoType } from '../rules/telegrams/telegram.ts'
import type { DisasterInformationTables } from '../tables.ts'
import { isHeldBack } from './held-telegrams.ts'

const disaster = queriesOver<DisasterInformationTables>()
const rows = manyRowsOf<DisasterInformationTables>()

/** First half of the number of the advisory lock under which one realm's state changes; the other is the realm. */
const REALM_LOCK = 7256

/** Until the transaction ends, nobody else changes this realm's state: two processes fold one after the other. */
export async function lockRealm(tx: Tx, realm: Realm): Promise<void> {
  await tx.list(disaster.selectNoFrom(sql`pg_advisory_xact_lock(${REALM_LOCK}::int, hashtext(${realm}))`.as('locked')))
}

/** A statement, and the area as the telegram named it. */
export interface NewStatement {
  readonly statement: Statement
  readonly saidCode: string
}

export async function keepStatements(tx: Tx, realm: Realm, said: readonly NewStatement[]): Promise<void> {
  await rows.insertRows(tx, 'disaster_information.statement', said.map(({ statement: each, saidCode }) => ({
    telegram_id: each.telegramId, realm, hazard: each.hazard, area_code: each.areaCode, said_code: saidCode, area_name: each.areaName, level: each.level,
    kind_name: each.kindName, kind_code: each.kindCode, last_level: each.lastLevel, is_fresh: each.isFresh, scheme: each.scheme,
  })))
}

/** What is known of one hazard in one area, the newest reports first. */
export async function listStatements(tx: Tx, realm: Realm, { hazard, areaCode }: StateKey): Promise<Statement[]> {
  const found = await tx.list(newestStatements({ realm, hazard, areaCode }))
  return found.map((row) => ({
    ...row, hazard, areaCode, level: row.level as Level | null, lastLevel: row.lastLevel as Level | null, scheme: row.scheme as Scheme,
    infoType: row.infoType as InfoType, voidedHow: row.voidedHow as Statement['voidedHow'],
  }))
}

const newestStatements = prepared(({ realm, hazard, areaCode }: StateKey & { readonly realm: Realm }) =>
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
    .limit(STATEMENTS_FOLDED))

/** Of which hazards and areas each of these telegrams speaks. */
export async function listKeysOf(tx: Tx, telegramIds: readonly string[]): Promise<Map<string, StateKey[]>> {
  if (telegramIds.length === 0) return new Map()
  const found = await tx.list(
    disaster.selectFrom('disaster_information.statement').select(['telegram_id as telegramId', 'hazard', 'area_code as areaCode'])
      .where('telegram_id', '=', sql<string>`any(${[...telegramIds]}::uuid[])`).orderBy('hazard').orderBy('area_code'),
  )
  const byTelegram = Map.groupBy(found, ({ telegramId }) => telegramId)
  return new Map([...byTelegram].map(([id, said]) => [id, said.map(({ hazard, areaCode }) => ({ hazard: hazard as Hazard, areaCode }))]))
}

/** A stretch of time in which telegrams of a series may correct each other. */
export interface Window {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** Those of the series in which something corrects or cancels; in all others nothing is void. */
export async function listCorrectedSeries(tx: Tx, realm: Realm, series: readonly string[], { from, to }: Window): Promise<string[]> {
  const found = await tx.list(statement(sql<{ series: string }>`
    select distinct series from disaster_information.telegram
     where realm = ${realm} and series = any(${[...series]}::text[]) and report_at between ${from} and ${to} and info_type = any(${[...CORRECTING]}::text[])
       and not ${isHeldBack}`))
  return found.map((row) => row.series)
}

export async function listSeries(tx: Tx, realm: Realm, series: string, { from, to }: Window): Promise<OfSeries[]> {
  const found = await tx.list(
    disaster
      .selectFrom('disaster_information.telegram')
      .select(['id as telegramId', 'type as telegramType', 'event_id as eventId', 'serial', 'info_type as infoType', 'report_at as reportAt'])
      .select(['sent_at as sentAt', 'digest', 'voided_by as voidedBy'])
      .where('realm', '=', realm)
      .where('series', '=', series)
      .where('report_at', '>=', from)
      .where('report_at', '<=', to)
      .where((row) => row.not(isHeldBack))
      .orderBy('report_at', 'desc')
      .limit(SERIES_TELEGRAMS),
  )
  return found.map((row) => ({ ...row, infoType: row.infoType as InfoType }))
}

export async function voidTelegram(tx: Tx, id: string, voided: Voided | undefined): Promise<void> {
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
