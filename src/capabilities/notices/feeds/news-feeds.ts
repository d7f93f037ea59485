import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { atomOf, capIndexOf, rssOf, type FeedTerms } from '../rules/atom.ts'
import { feedWords } from '../text/feed-words.ts'
import { feedLanguage, feedNotices, originOf, plainPhrase } from './feed-visit.ts'

export async function showAtom(visit: Visit): Promise<Answer> {
  return fileAnswer(atomOf(await feedNotices(visit), feedTerms(visit, '/notices/feed.atom')), 'application/atom+xml; charset=utf-8')
}

export async function showRss(visit: Visit): Promise<Answer> {
  return fileAnswer(rssOf(await feedNotices(visit), feedTerms(visit, '/notices/feed.rss')), 'application/rss+xml; charset=utf-8')
}

/** The index of CAP messages; which of them are warnings, each says itself. */
export async function showCapIndex(visit: Visit): Promise<Answer> {
  return fileAnswer(capIndexOf(await feedNotices(visit), feedTerms(visit, '/notices/cap.atom')), 'application/atom+xml; charset=utf-8')
}

function feedTerms(visit: Visit, path: string): FeedTerms {
  const { city, tx, query } = visit
  const language = feedLanguage(visit)
  const asked = new URLSearchParams(Object.entries({ lang: query.lang, topic: query.topic }).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString()
  const name = plainPhrase(city.displayName, language)
  return {
    title: `${name} ${plainPhrase(feedWords.feedTitle, language)}`, author: name, language, now: tx.now,
    origin: originOf(visit), path: asked === '' ? path : `${path}?${asked}`,
  }
}
