import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import type { NewsItem, NewsState, NewsText, NewsTexts, NewsTopic, PublishedNews, Translator } from '../model.ts'
import type { MultilingualNewsTables } from '../tables.ts'

const news = queriesOver<MultilingualNewsTables>()

export async function makeItem(tx: Tx, { topic, kind }: Pick<NewsItem, 'topic' | 'kind'>): Promise<string> {
  const id = randomUUID()
  await tx.run(news.insertInto('multilingual_news.item').values({
    id, topic, kind, state: 'draft', made_by: tx.actor.id, made_by_name: tx.actor.person?.name ?? '', made_at: tx.now,
  }))
  return id
}

/** Appends what is written now; null takes a translation away. */
export async function keepText(tx: Tx, itemId: string, language: Language, text: NewsText | null, writtenAt = tx.now): Promise<void> {
  await tx.run(news.insertInto('multilingual_news.text_version').values({
    item_id: itemId, language, title: text?.title ?? '', sentences: [...(text?.sentences ?? [])], origin: text?.origin ?? 'human',
    written_by_name: tx.actor.person?.name ?? '', written_at: writtenAt,
  }))
}

export async function setTopic(tx: Tx, id: string, topic: NewsTopic): Promise<void> {
  await tx.run(news.updateTable('multilingual_news.item').set({ topic }).where('id', '=', id))
}

export async function setDraft(tx: Tx, id: string): Promise<void> {
  await tx.run(news.updateTable('multilingual_news.item').set({ state: 'draft', asked_by: null, asked_by_name: '', asked_at: null, asked_people: null }).where('id', '=', id))
}

export async function setAsked(tx: Tx, id: string, people: number): Promise<void> {
  const { person, id: by } = tx.actor
  await tx.run(news.updateTable('multilingual_news.item').set({ state: 'asked', asked_by: by, asked_by_name: person?.name ?? '', asked_at: tx.now, asked_people: people }).where('id', '=', id))
}

export interface Publication {
  readonly publishedByName: string
  readonly confirmedByName: string
  readonly noticeId: string | null
  readonly at: Temporal.Instant
}

export async function setPublished(tx: Tx, id: string, { publishedByName, confirmedByName, noticeId, at }: Publication): Promise<void> {
  await tx.run(news.updateTable('multilingual_news.item').set({
    state: 'published', published_at: at, published_by_name: publishedByName, confirmed_by_name: confirmedByName, notice_id: noticeId,
  }).where('id', '=', id))
}

export async function setWithdrawn(tx: Tx, id: string): Promise<void> {
  await tx.run(news.updateTable('multilingual_news.item').set({ state: 'withdrawn' }).where('id', '=', id))
}

export async function findItem(tx: Tx, id: string): Promise<NewsItem | undefined> {
  return (await withTexts(tx, await tx.list(itemRows().where('id', '=', id))))[0]
}

/** The same, held until the commit. */
export async function holdItem(tx: Tx, id: string): Promise<NewsItem | undefined> {
  return (await withTexts(tx, await tx.list(itemRows().where('id', '=', id).forUpdate())))[0]
}

/** Everything that staff work on, the newest first. */
export async function listItems(tx: Tx, limit: number): Promise<NewsItem[]> {
  return withTexts(tx, await tx.list(itemRows().orderBy('number', 'desc').limit(limit)))
}

export interface PublishedWish {
  /** Only this month in Japan. */
  readonly month?: Temporal.PlainYearMonth
  readonly limit: number
  readonly offset?: number
}

/** The newest first. */
export async function listPublished(tx: Tx, { month, limit, offset = 0 }: PublishedWish): Promise<PublishedNews[]> {
  let rows = itemRows().where('state', '=', 'published')
  if (month !== undefined) {
    const begin = (one: Temporal.PlainYearMonth) => one.toPlainDate({ day: 1 }).toZonedDateTime('Asia/Tokyo').toInstant()
    rows = rows.where('published_at', '>=', begin(month)).where('published_at', '<', begin(month.add({ months: 1 })))
  }
  const items = await withTexts(tx, await tx.list(rows.orderBy('published_at', 'desc').orderBy('number', 'desc').limit(limit).offset(offset)))
  return items.filter(isPublished)
}

export function isPublished(item: NewsItem): item is PublishedNews {
  return item.state === 'published' && item.publishedAt !== null && item.texts.ja !== null
}

/** Months in which anything was published, the newest first, as `2026-11`. */
export async function listMonths(tx: Tx): Promise<{ month: string; count: number }[]> {
  return tx.list(
    news
      .selectFrom('multilingual_news.item')
      .select((item) => [
        sql<string>`to_char(${item.ref('published_at')} at time zone 'Asia/Tokyo', 'YYYY-MM')`.as('month'), item.fn.countAll<number>().as('count'),
      ])
      .where('state', '=', 'published')
      .groupBy('month')
      .orderBy('month', 'desc'),
  )
}

/** Published items after a key, in the order of their ids, for the search. */
export async function listPublishedAfter(tx: Tx, after: string | null, limit: number): Promise<PublishedNews[]> {
  let rows = itemRows().where('state', '=', 'published').orderBy('id').limit(limit)
  if (after !== null) rows = rows.where('id', '>', after)
  return (await withTexts(tx, await tx.list(rows))).filter(isPublished)
}

export async function listPublishedById(tx: Tx, ids: readonly string[]): Promise<PublishedNews[]> {
  if (ids.length === 0) return []
  return (await withTexts(tx, await tx.list(itemRows().where('state', '=', 'published').where('id', 'in', [...ids])))).filter(isPublished)
}

function itemRows() {
  return news
    .selectFrom('multilingual_news.item')
    .select(['id', 'topic', 'kind', 'state', 'made_by_name as madeByName', 'made_at as madeAt', 'asked_by as askedBy', 'asked_by_name as askedByName'])
    .select(['asked_at as askedAt', 'asked_people as askedPeople', 'published_at as publishedAt', 'published_by_name as publishedByName'])
    .select(['confirmed_by_name as confirmedByName', 'notice_id as noticeId'])
}

type ItemRow = ReturnType<typeof itemRows> extends { execute(): Promise<(infer Row)[]> } ? Row : never

/** The newest version of each language. */
async function withTexts(tx: Tx, rows: readonly ItemRow[]): Promise<NewsItem[]> {
  if (rows.length === 0) return []
  const versions = await tx.list(
    news
      .selectFrom('multilingual_news.text_version')
      .distinctOn(['item_id', 'language'])
      .select(['item_id as itemId', 'language', 'title', 'sentences', 'origin'])
      .where('item_id', 'in', rows.map(({ id }) => id))
      .orderBy('item_id')
      .orderBy('language')
      .orderBy('number', 'desc'),
  )
  return rows.map((row) => {
    const textIn = (language: Language): NewsText | null => {
      const own = versions.find((version) => version.itemId === row.id && version.language === language)
      return own === undefined || (own.title === '' && own.sentences.length === 0) ? null : { title: own.title, sentences: own.sentences, origin: own.origin as Translator }
    }
    const texts = Object.fromEntries(LANGUAGES.map((language) => [language, textIn(language)])) as unknown as NewsTexts
    return { ...row, topic: row.topic as NewsTopic, kind: row.kind as NewsItem['kind'], state: row.state as NewsState, texts }
  })
}
