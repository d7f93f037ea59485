import type { Tx } from '#kernel/database/transaction.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { facts } from '../facts.ts'
import type { NewsItem, NewsTexts, NewsTopic } from '../model.ts'
import { holdItem, keepText, makeItem, setDraft, setTopic, setWithdrawn } from '../store/news.ts'
import { digestOfTexts, maySend } from './publish.ts'

export type Written = { readonly ok: true; readonly id: string; readonly isPublic: boolean } | { readonly ok: false; readonly why: 'overtaken' | 'problems' }

export async function writeNew(tx: Tx, draft: { readonly topic: NewsTopic; readonly texts: NewsTexts; readonly kind?: NewsItem['kind'] }): Promise<string> {
  const { topic, texts, kind = 'news' } = draft
  const id = await makeItem(tx, { topic, kind })
  for (const language of LANGUAGES) if (texts[language] !== null) await keepText(tx, id, language, texts[language])
  return id
}

/**
 * Keeps what was typed. A draft may have gaps; what is public already may not be made worse than what may be sent. Who was
 * asked to confirm is asked anew, because the words are others.
 */
export async function rewrite(tx: Tx, id: string, terms: { readonly topic: NewsTopic; readonly texts: NewsTexts; readonly seen: string }): Promise<Written> {
  const item = await holdItem(tx, id)
  const { topic, texts, seen } = terms
  if (item === undefined || item.state === 'withdrawn' || digestOfTexts(item.texts) !== seen) return { ok: false, why: 'overtaken' }
  const isPublic = item.state === 'published'
  if (isPublic && !maySend(texts)) return { ok: false, why: 'problems' }
  const changed = LANGUAGES.filter((language) => JSON.stringify(item.texts[language]) !== JSON.stringify(texts[language]))
  for (const language of changed) await keepText(tx, id, language, texts[language])
  if (!isPublic && topic !== item.topic) await setTopic(tx, id, topic)
  if (item.state === 'asked') await setDraft(tx, id)
  if (isPublic && changed.length > 0) tellChanges(tx, item, texts)
  return { ok: true, id, isPublic }
}

function tellChanges(tx: Tx, { id, topic, texts: before, publishedAt }: NewsItem, texts: NewsTexts): void {
  tx.publish(facts.corrected, id, { item: id, topic })
  const minutesLate = Math.max(0, Math.floor(tx.now.since(publishedAt ?? tx.now).total('minutes')))
  for (const language of LANGUAGES) {
    const text = texts[language]
    if (before[language] === null && text !== null) tx.publish(facts.translated, id, { item: id, topic, language, origin: text.origin, minutesLate })
  }
}

export async function sendBack(tx: Tx, id: string): Promise<boolean> {
  const item = await holdItem(tx, id)
  if (item?.state !== 'asked') return false
  await setDraft(tx, id)
  return true
}

export async function withdraw(tx: Tx, id: string): Promise<boolean> {
  const item = await holdItem(tx, id)
  if (item?.state !== 'published') return false
  await setWithdrawn(tx, id)
  tx.publish(facts.withdrawn, id, { item: id, topic: item.topic })
  return true
}
