import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import type { Level, NoticeTexts, PersonalChannelKey } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** A notice as the list of what was sent shows it. */
export interface SentLine {
  readonly id: string
  readonly topic: string
  readonly level: Level
  readonly isDrill: boolean
  readonly texts: NoticeTexts
  readonly issuedAt: Temporal.Instant
}

/** The newest first; also drills and those for lists only. */
export async function listSent(tx: Tx, limit: number, offset: number): Promise<SentLine[]> {
  const rows = await tx.list(
    notices
      .selectFrom('notices.notice')
      .select(['id', 'topic', 'level', 'is_drill as isDrill', 'texts', 'issued_at as issuedAt'])
      .orderBy('issued_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .offset(offset),
  )
  return rows as unknown as SentLine[]
}

export interface RefusalReason {
  readonly channel: PersonalChannelKey
  readonly code: number
  readonly answer: string
  readonly people: number
}

/** Why a notice did not reach people, the most frequent reason first. */
export async function listRefusalReasons(tx: Tx, noticeId: string, limit: number): Promise<RefusalReason[]> {
  const rows = await tx.list(
    notices
      .selectFrom('notices.refusal')
      .select(['channel', 'code', 'answer'])
      .select((refusal) => refusal.fn.countAll<number>().as('people'))
      .where('notice_id', '=', noticeId)
      .groupBy(['channel', 'code', 'answer'])
      .orderBy('people', 'desc')
      .orderBy('code')
      .limit(limit),
  )
  return rows as RefusalReason[]
}

/** How many people a channel reaches, in a language. */
export interface SubscriberCount {
  readonly channel: PersonalChannelKey
  readonly language: Language
  readonly people: number
}

export async function countSubscribers(tx: Tx): Promise<SubscriberCount[]> {
  const rows = await tx.list(active().select(['channel', 'language']).select((contact) => contact.fn.countAll<number>().as('people')).groupBy(['channel', 'language']))
  return rows as SubscriberCount[]
}

export interface NamedCount {
  readonly name: string
  readonly people: number
}

export function countByTopic(tx: Tx): Promise<NamedCount[]> {
  return tx.list(active().select(sql<string>`unnest(topics)`.as('name')).select((contact) => contact.fn.countAll<number>().as('people')).groupBy('name'))
}

/** Who wants the whole city stands under the empty name. */
export function countByTown(tx: Tx): Promise<NamedCount[]> {
  const named = sql<string>`unnest(case when towns = '{}' then array['']::text[] else towns end)`
  return tx.list(active().select(named.as('name')).select((contact) => contact.fn.countAll<number>().as('people')).groupBy('name'))
}

function active() {
  return notices.selectFrom('notices.contact').where('state', '=', 'active')
}

/** Messages that left over LINE since then, drills apart: each counts against the month's plan. */
export async function countLineMessages(tx: Tx, since: Temporal.Instant): Promise<number> {
  const row = await tx.find(
    notices
      .selectFrom('notices.tally')
      .innerJoin('notices.notice', 'notices.notice.id', 'notices.tally.notice_id')
      .select((tally) => tally.fn.sum<number>('notices.tally.handed').as('messages'))
      .where('notices.tally.channel', '=', 'line')
      .where('notices.notice.is_drill', '=', false)
      .where('notices.notice.issued_at', '>=', since),
  )
  return row?.messages ?? 0
}

/** How many messages of each stand-in are kept. */
export async function countStandInMessages(tx: Tx): Promise<NamedCount[]> {
  return tx.list(notices.selectFrom('notices.stand_in_message').select('channel as name').select((message) => message.fn.countAll<number>().as('people')).groupBy('channel'))
}
