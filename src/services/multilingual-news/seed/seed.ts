import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { facts } from '../facts.ts'
import { NEWS_TOPICS, type NewsText, type NewsTopic } from '../model.ts'
import { keepText, makeItem, setPublished } from '../store/news.ts'

/** Endings of the columns' names; Japanese has none. */
const ENDINGS: ReadonlyMap<Language, string> = new Map([['ja-x-yasashii', 'Yasashii'], ['en', 'En'], ['pt', 'Pt']])

/** The demo's past news (`news.csv`): shown and searched, never sent to anybody. A city without the file has none. */
export async function seedNews(tx: Tx, city: City, { isDemo }: SeedWishes): Promise<void> {
  if (!isDemo) return
  for (const [index, row] of rowsOf(city, 'news.csv').entries()) await seedItem(tx, row, `${city.key}/news.csv row ${index + 2}`)
}

async function seedItem(tx: Tx, row: Readonly<Record<string, string>>, at: string): Promise<void> {
  const topic = topicIn(row.topic ?? '', at)
  const publishedAt = instantIn(row.publishedAt ?? '', at)
  const texts = LANGUAGES.map((language) => [language, textIn(row, language)] as const)
  if (texts[0]?.[1] === null) throw new CityPackFault(`${at}, column title: is blank; write the Japanese title`)
  const id = await makeItem(tx, { topic, kind: 'news' })
  for (const [language, text] of texts) if (text !== null) await keepText(tx, id, language, text, publishedAt)
  await setPublished(tx, id, { publishedByName: '', confirmedByName: '', noticeId: null, at: publishedAt })
  tx.publish(facts.published, id, { item: id, topic, kind: 'news', languages: texts.filter(([, text]) => text !== null).length, people: 0, way: 'seed' })
}

function topicIn(text: string, at: string): NewsTopic {
  const topic = NEWS_TOPICS.find((one) => one === text)
  if (topic === undefined) throw new CityPackFault(`${at}, column topic: “${text}” is none of ${NEWS_TOPICS.join(', ')}`)
  return topic
}

function instantIn(text: string, at: string): Temporal.Instant {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Tokyo').toInstant()
  } catch {
    throw new CityPackFault(`${at}, column publishedAt: “${text}” is no time such as 2026-11-02T09:00`)
  }
}

/** One sentence each side of ` / `; a blank title is no translation. */
function textIn(row: Readonly<Record<string, string>>, language: Language): NewsText | null {
  const ending = ENDINGS.get(language) ?? ''
  const title = (row[`title${ending}`] ?? '').trim()
  const sentences = (row[`body${ending}`] ?? '').split(' / ').map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
  return title === '' ? null : { title, sentences, origin: row[`origin${ending}`] === 'machine' ? 'machine' : 'human' }
}
