import { Fault } from '#kernel/faults/faults.ts'
import { LANGUAGES, Voice, type Language, type Phrase } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Notice } from '../model.ts'
import { currentOf } from '../rules/signage-current.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { findNoticeRow, listPublicRows } from '../store/notices.ts'
import { listThreads } from '../store/threads.ts'

/** Notices in a feed; readers that come every few minutes miss none of so many. */
export const MOST_IN_FEED = 100

/** Machines send no cookies and ask for no language: it stands in the address, Japanese where it does not. */
export function feedLanguage({ query }: Visit): Language {
  const asked = query.lang
  if (asked === undefined) return 'ja'
  const language = LANGUAGES.find((one) => one === asked) ?? (asked.toLowerCase() === 'pt-br' ? 'pt' : undefined)
  if (language === undefined) throw new Fault('bad-request', `lang is one of ${LANGUAGES.join(', ')}`)
  return language
}

/** Public notices that have not expired, of one topic where the address says so (`?topic=`). */
export async function feedNotices({ tx, query, directory }: Visit): Promise<Notice[]> {
  const { topic } = query
  const isKnown = topic === undefined || directory.parts.some((part) => part.topics?.some(({ key }) => key === topic))
  if (!isKnown) throw new Fault('not-found', 'there is no such topic')
  const notices = await listPublicRows(tx, tx.now, MOST_IN_FEED)
  return topic === undefined ? notices : notices.filter((notice) => notice.topic === topic)
}

/** Those that hold now: what screens show. */
export async function currentNotices(visit: Visit): Promise<Notice[]> {
  const notices = await feedNotices(visit)
  return currentOf(notices, await listThreads(visit.tx, notices.map(({ id }) => id)))
}

/** The public notice of the address, also once it has expired; drills and what went to lists are nobody else's. */
export async function noticeIn({ tx, params }: Visit): Promise<Notice> {
  const id = params.id ?? ''
  const notice = isUuid(id) ? await findNoticeRow(tx, id) : undefined
  if (notice === undefined || notice.isDrill || notice.audience.kind !== 'subscribers') throw new Fault('not-found')
  return notice
}

export function plainPhrase(phrase: Phrase<never>, language: Language): string {
  return new Voice({ language, hasFurigana: false, textSize: 'standard' }).plain(phrase)
}

export function originOf({ city }: Visit): string {
  return portalOrigin(city)
}
