import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Hazard, Level, LevelChange, Realm } from '../model.ts'
import type { DisasterInformationTables } from '../tables.ts'
import type { Effect, Way } from './telegrams.ts'

const disaster = queriesOver<DisasterInformationTables>()

export interface TelegramLine {
  readonly id: string
  readonly realm: Realm
  readonly type: string
  readonly headTitle: string
  readonly status: string
  readonly infoType: string
  readonly eventId: string
  readonly serial: number | null
  readonly reportAt: Temporal.Instant
  readonly receivedAt: Temporal.Instant
  readonly effect: Effect
  readonly remarks: readonly string[]
  readonly voidedHow: string | null
}

export interface TelegramFilter {
  readonly type: string
  readonly effect: string
  /** `live`, `drill` or empty. */
  readonly realm: string
}

/** The newest first; empty words of the filter mean all. */
export async function listTelegrams(tx: Tx, filter: TelegramFilter, limit: number, offset: number): Promise<TelegramLine[]> {
  const rows = await tx.list(
    disaster.selectFrom('disaster_information.telegram')
      .select(['id', 'realm', 'type', 'head_title as headTitle', 'status', 'info_type as infoType', 'event_id as eventId', 'serial', 'report_at as reportAt'])
      .select(['received_at as receivedAt', 'effect', 'remarks', 'voided_how as voidedHow'])
      .$if(filter.type !== '', (query) => query.where('type', '=', filter.type))
      .$if(filter.effect !== '', (query) => query.where('effect', '=', filter.effect))
      .$if(filter.realm !== '', (query) => query.where('realm', filter.realm === 'live' ? '=' : '<>', 'live'))
      .orderBy('received_at', 'desc').orderBy('id', 'desc').limit(limit).offset(offset),
  )
  return rows.map((row) => ({ ...row, realm: row.realm as Realm, effect: row.effect as Effect }))
}

export interface WholeTelegram extends TelegramLine {
  readonly title: string
  readonly office: string
  readonly publishedBy: string
  readonly sentAt: Temporal.Instant
  readonly validUntil: Temporal.Instant | null
  readonly headline: string
  readonly fileName: string
  readonly bytes: number
  readonly voidedBy: string | null
  /** gzip. */
  readonly body: Buffer
}

export async function findTelegram(tx: Tx, id: string): Promise<WholeTelegram | undefined> {
  const row = await tx.find(
    disaster.selectFrom('disaster_information.telegram')
      .select(['id', 'realm', 'type', 'title', 'head_title as headTitle', 'status', 'info_type as infoType', 'event_id as eventId', 'serial', 'report_at as reportAt'])
      .select(['received_at as receivedAt', 'effect', 'remarks', 'voided_how as voidedHow', 'voided_by as voidedBy', 'office', 'published_by as publishedBy'])
      .select(['sent_at as sentAt', 'valid_until as validUntil', 'headline', 'file_name as fileName', 'bytes', 'body'])
      .where('id', '=', id),
  )
  return row === undefined ? undefined : { ...row, realm: row.realm as Realm, effect: row.effect as Effect }
}

/** What a telegram says of the city. */
export async function listSaid(tx: Tx, telegramId: string): Promise<{ hazard: Hazard; areaName: string; level: Level | null; kindName: string; kindCode: string }[]> {
  const rows = await tx.list(
    disaster.selectFrom('disaster_information.statement').select(['hazard', 'area_name as areaName', 'level', 'kind_name as kindName', 'kind_code as kindCode'])
      .where('telegram_id', '=', telegramId).orderBy('level', (order) => order.desc().nullsFirst()).orderBy('hazard').orderBy('area_code'),
  )
  return rows.map((row) => ({ ...row, hazard: row.hazard as Hazard, level: row.level as Level | null }))
}

/** A step and the telegram that caused it. */
export type CausedStep = Pick<LevelChange, 'telegramId' | 'hazard' | 'areaName' | 'from' | 'to' | 'reason'>

/** Steps that these telegrams caused, in their order. */
export async function listStepsOf(tx: Tx, telegramIds: readonly string[]): Promise<CausedStep[]> {
  if (telegramIds.length === 0) return []
  const rows = await tx.list(
    disaster.selectFrom('disaster_information.level_change')
      .select(['telegram_id as telegramId', 'hazard', 'area_name as areaName', 'from_level as from', 'to_level as to', 'reason'])
      .where('telegram_id', 'in', [...telegramIds]).orderBy('recorded_at').orderBy('id'),
  )
  return rows.map((row) => ({ ...row, hazard: row.hazard as Hazard, from: row.from as Level | null, to: row.to as Level | null }))
}

export async function listArrivals(tx: Tx, telegramId: string): Promise<{ way: Way; count: number; firstAt: Temporal.Instant }[]> {
  const rows = await tx.list(
    disaster.selectFrom('disaster_information.arrival').select('way').select([sql<number>`count(*)`.as('count'), sql<Temporal.Instant>`min(at)`.as('firstAt')])
      .where('telegram_id', '=', telegramId).groupBy('way').orderBy('firstAt'),
  )
  return rows.map((row) => ({ ...row, way: row.way as Way }))
}

/** Types that came in, for the filter. */
export async function listTypes(tx: Tx): Promise<string[]> {
  const rows = await tx.list(disaster.selectFrom('disaster_information.telegram').select('type').distinct().orderBy('type'))
  return rows.map(({ type }) => type)
}
