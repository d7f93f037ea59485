import type { Language } from '#kernel/text/text.ts'
import { CAP_LANGUAGES } from './cap.ts'
import { feedTime, rssTime } from '../feeds/feed-times.ts'
import { xml, XML_DECLARATION } from '../feeds/xml.ts'
import type { Notice } from '../model.ts'
import { wordingOf } from '../wording.ts'

export interface FeedTerms {
  readonly title: string
  readonly author: string
  readonly language: Language
  readonly origin: string
  /** Path with query, under which this very feed is read. */
  readonly path: string
  /** When it was made, for a feed that has never said anything. */
  readonly now: Temporal.Instant
}

interface Entry {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly topic: string
  readonly issuedAt: Temporal.Instant
  readonly link: string
}

/** The notices as Atom (RFC 4287), the newest first, each under the one id that it has on every channel. */
export function atomOf(notices: readonly Notice[], terms: FeedTerms): string {
  const { title, author, language, origin, path } = terms
  return XML_DECLARATION + xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${CAP_LANGUAGES[language]}">
  <id>${origin}${path}</id>
  <title>${title}</title>
  <updated>${feedTime(newestOf(notices, terms))}</updated>
  <author><name>${author}</name></author>
  <link rel="self" type="application/atom+xml" href="${origin}${path}"/>
  <link rel="alternate" type="text/html" href="${origin}/notices"/>${notices.map((notice) => entryOf(notice, terms)).map((entry) => xml`
  <entry>
    <id>urn:uuid:${entry.id}</id>
    <title>${entry.title}</title>
    <published>${feedTime(entry.issuedAt)}</published>
    <updated>${feedTime(entry.issuedAt)}</updated>
    <link rel="alternate" type="text/html" href="${entry.link}"/>
    <category term="${entry.topic}"/>
    <content type="text">${entry.text}</content>
  </entry>`)}
</feed>
`.source
}

/** The same as RSS 2.0. */
export function rssOf(notices: readonly Notice[], terms: FeedTerms): string {
  const { title, language, origin, path } = terms
  return XML_DECLARATION + xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${title}</title>
    <link>${origin}/notices</link>
    <description>${title}</description>
    <language>${CAP_LANGUAGES[language]}</language>
    <lastBuildDate>${rssTime(newestOf(notices, terms))}</lastBuildDate>
    <ttl>1</ttl>
    <atom:link rel="self" type="application/rss+xml" href="${origin}${path}"/>${notices.map((notice) => entryOf(notice, terms)).map((entry) => xml`
    <item>
      <title>${entry.title}</title>
      <link>${entry.link}</link>
      <guid isPermaLink="false">urn:uuid:${entry.id}</guid>
      <pubDate>${rssTime(entry.issuedAt)}</pubDate>
      <category>${entry.topic}</category>
      <description>${entry.text}</description>
    </item>`)}
  </channel>
</rss>
`.source
}

/** The CAP messages as an Atom index, as alert hubs read them: an entry points at the message and repeats only its title. */
export function capIndexOf(notices: readonly Notice[], terms: FeedTerms): string {
  const { title, author, language, origin, path } = terms
  return XML_DECLARATION + xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${CAP_LANGUAGES[language]}">
  <id>${origin}${path}</id>
  <title>${title}</title>
  <updated>${feedTime(newestOf(notices, terms))}</updated>
  <author><name>${author}</name></author>
  <link rel="self" type="application/atom+xml" href="${origin}${path}"/>${notices.map((notice) => entryOf(notice, terms)).map((entry) => xml`
  <entry>
    <id>urn:uuid:${entry.id}</id>
    <title>${entry.title}</title>
    <published>${feedTime(entry.issuedAt)}</published>
    <updated>${feedTime(entry.issuedAt)}</updated>
    <link rel="alternate" type="application/cap+xml" href="${entry.link}.cap.xml"/>
    <category term="${entry.topic}"/>
    <summary>${entry.title}</summary>
  </entry>`)}
</feed>
`.source
}

function entryOf(notice: Notice, { language, origin }: FeedTerms): Entry {
  const { title, sentences, preface } = wordingOf(notice, language)
  const text = [...(preface === null ? [] : [preface]), ...sentences].join('\n')
  return { id: notice.id, title, text, topic: notice.topic, issuedAt: notice.issuedAt, link: `${origin}/notices/${notice.id}` }
}

function newestOf(notices: readonly Notice[], { now }: FeedTerms): Temporal.Instant {
  return notices[0]?.issuedAt ?? now
}
