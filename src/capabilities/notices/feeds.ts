import type { Voice } from '#kernel/text/text.ts'
import type { Alternate } from '#kernel/web/answers.ts'
import type { Topic } from './model.ts'
import { feedWords as words } from './text/feed-words.ts'

/** For the head of a public page (`alternates` of its answer): the feeds in the reader's language, of one topic or of all. */
export function feedAlternates(voice: Voice, topic?: Topic): Alternate[] {
  const title = voice.plain(topic?.title ?? words.feedTitle)
  return [
    { href: feedPath('feed.atom', voice, topic?.key), type: 'application/atom+xml', title: `${title} (Atom)` },
    { href: feedPath('feed.rss', voice, topic?.key), type: 'application/rss+xml', title: `${title} (RSS)` },
  ]
}

/** A feed's address names its language: whoever fetches it sends no cookie. */
export function feedPath(feed: 'feed.atom' | 'feed.rss' | 'cap.atom' | 'cable-tv.txt', voice: Voice, topic?: string): string {
  return `/notices/${feed}?${new URLSearchParams({ lang: voice.language, ...(topic === undefined ? {} : { topic }) }).toString()}`
}
