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
  /** One realm, `drill` for all drills, or empty. */
  readonly realm: string
  /** By which way it came, first or again. */
  readonly way?: string
  /** Day in Japan on which it came, `YYYY-MM-DD`. */
  readonly day?: string
}

/** The newest first; empty words of the filter mean all. */
export async function listTelegrams(tx: Tx, { way = '', day = '', ...filter }: TelegramFilter, limit: number, offset: number): Promise<TelegramLine[]> {
  const rows = await tx.list(
    disaster.selectFrom('disaster_information.telegram')
      .select(['id', 'realm', 'type', 'head_title as headTitle', 'status', 'info_type as infoType', 'event_id as eventId', 'serial', 'report_at as reportAt'])
      .select(['received_at as receivedAt', 'effect', 'remarks', 'voided_how as voidedHow'])
      .$if(filter.type !== '', (query) => query.where('type', '=', filter.type))
      .$if(filter.effect !== '', (query) => query.where('effect', '=', filter.effect))
      .$if(filter.realm === 'drill', (query) => query.where('realm', '<>', 'live'))
      .$if(filter.realm !== '' && filter.realm !== 'drill', (query) => query.where('realm', '=', filter.realm))
      .$if(day !== '', (query) => query.where('received_at', '>=', startOf(day)).where('received_at', '<', startOf(day, 1)))
      .$if(way !== '', (query) => query.where('id', 'in', disaster.selectFrom('disaster_information.arrival').select('telegram_id').where('way', '=', way)))
      .orderBy('received_at', 'desc').orderBy('id', 'desc').limit(limit).offset(offset),
  )
  return rows.map((row) => ({ ...row, realm: row.realm as Realm, effect: row.effect as Effect }))
}

/** Midnight in Japan, so many days after a day. */
function startOf(day: string, daysLater = 0): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime('Asia/Tokyo').toInstant()
}

/** Days in Japan on which telegrams came in, the newest first. */
export async function listTelegramDays(tx: Tx, limit: number): Promise<string[]> {
  const day = sql<string>`to_char(received_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD')`
  const rows = await tx.list(disaster.selectFrom('disaster_information.telegram').select(day.as('day')).distinct().orderBy('day', 'desc').limit(limit))
  return rows.map((row) => row.day)
}

/** By which ways each of these came. */
export function listWaysOf(tx: Tx, telegramIds: readonly string[]): Promise<{ telegramId: string; way: Way }[]> {
  if (telegramIds.length === 0) return Promise.resolve([])
  const rows = disaster.selectFrom('disaster_information.arrival').select(['telegram_id as telegramId', 'way']).distinct().where('telegram_id', 'in', [...telegramIds]).orderBy('way')
  return tx.list(rows) as Promise<{ telegramId: string; way: Way }[]>
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
