import { createHash } from 'node:crypto'
import { issueNotice } from '#capabilities/notices/notices.ts'
import { PERSONAL_CHANNELS, type NoticeDraft, type NoticeTexts } from '#capabilities/notices/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { facts } from '../facts.ts'
import type { NewsItem, NewsTexts } from '../model.ts'
import { easyFindings, textProblems } from '../rules/text-problems.ts'
import { topicKey } from '../rules/topics.ts'
import { holdItem, setAsked, setPublished } from '../store/news.ts'

/** How long news stands among the city's notices; it stays in the archive. */
const SHOWN_DAYS = 7

export type PublishOutcome =
  | { readonly kind: 'published' }
  /** More people than one person may write to: somebody else was asked, and nothing has left. */
  | { readonly kind: 'asked'; readonly people: number }
  | { readonly kind: 'refused'; readonly why: 'overtaken' | 'problems' | 'own-asking' }

/**
 * Sends a draft to its subscribers, or asks a second person where it reaches too many for one. `seen` is what
 * `digestOfTexts` says of the texts that the person had before them: nobody sends what they have not read.
 */
export async function publish(tx: Tx, parts: readonly Manifest[], id: string, seen: string): Promise<PublishOutcome> {
  const item = await holdItem(tx, id)
  if (item === undefined || item.state !== 'draft' || digestOfTexts(item.texts) !== seen) return { kind: 'refused', why: 'overtaken' }
  if (!maySend(item.texts)) return { kind: 'refused', why: 'problems' }
  const issued = await issueNotice(tx, parts, draftOf(tx, item, { issuedBy: tx.actor.id, confirmedBy: null }))
  if (issued.ok) {
    await settle(tx, item, { noticeId: issued.id, people: issued.reach.people, publishedByName: nameOf(tx), confirmedByName: '' })
    return { kind: 'published' }
  }
  if (issued.refusal.why !== 'second-person-needed') return { kind: 'refused', why: 'problems' }
  await setAsked(tx, id, issued.refusal.people)
  return { kind: 'asked', people: issued.refusal.people }
}

/** The second person sends what the first one asked for, word for word. */
export async function confirm(tx: Tx, parts: readonly Manifest[], id: string, seen: string): Promise<PublishOutcome> {
  const item = await holdItem(tx, id)
  if (item === undefined || item.state !== 'asked' || digestOfTexts(item.texts) !== seen) return { kind: 'refused', why: 'overtaken' }
  if (item.askedBy === tx.actor.id) return { kind: 'refused', why: 'own-asking' }
  const issued = await issueNotice(tx, parts, draftOf(tx, item, { issuedBy: item.askedBy, confirmedBy: tx.actor.id }))
  if (!issued.ok) return { kind: 'refused', why: 'problems' }
  await settle(tx, item, { noticeId: issued.id, people: issued.reach.people, publishedByName: item.askedByName, confirmedByName: nameOf(tx) })
  return { kind: 'published' }
}

/** Names one state of the texts. */
export function digestOfTexts(texts: NewsTexts): string {
  const printed = LANGUAGES.map((language) => {
    const text = texts[language]
    return text === null ? null : [text.title, text.sentences, text.origin]
  })
  return createHash('sha256').update(JSON.stringify(printed)).digest('base64url').slice(0, 22)
}

/** Nothing half translated leaves, and no easy Japanese that is not easy. */
export function maySend(texts: NewsTexts): boolean {
  return [...textProblems(texts), ...easyFindings(texts)].every(({ weight }) => weight === 'advice')
}

function draftOf(tx: Tx, { id, topic, texts }: NewsItem, people: Pick<NoticeDraft, 'issuedBy' | 'confirmedBy'>): NoticeDraft {
  return {
    topic: topicKey(topic), level: 0, kind: 'issue', refersTo: null, audience: { kind: 'subscribers', towns: 'all' }, texts: texts as NoticeTexts, isDrill: false,
    channels: [...PERSONAL_CHANNELS, 'activitypub'], cap: null, link: `/news/${id}`, ...people, expiresAt: tx.now.add({ hours: 24 * SHOWN_DAYS }),
  }
}

interface Settlement {
  readonly noticeId: string
  readonly people: number
  readonly publishedByName: string
  readonly confirmedByName: string
}

async function settle(tx: Tx, item: NewsItem, { people, ...who }: Settlement): Promise<void> {
  const { id, topic, kind, texts } = item
  await setPublished(tx, id, { ...who, at: tx.now })
  const languages = LANGUAGES.filter((language) => texts[language] !== null)
  tx.publish(facts.published, id, { item: id, topic, kind, languages: languages.length, people, way: who.confirmedByName === '' ? 'alone' : 'two-people' })
  for (const language of languages) tx.publish(facts.translated, id, { item: id, topic, language, origin: texts[language]?.origin ?? 'human', minutesLate: 0 })
}

function nameOf(tx: Tx): string {
  return tx.actor.person?.name ?? ''
}
