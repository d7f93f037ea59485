import type { Language } from '#kernel/text/text.ts'

export const NEWS_TOPICS = ['city', 'events', 'living'] as const
export type NewsTopic = (typeof NEWS_TOPICS)[number]

export const NEWS_STATES = ['draft', 'asked', 'published', 'withdrawn'] as const
export type NewsState = (typeof NEWS_STATES)[number]

/** Who translated: a person, or a machine, which is always told to readers. Nobody: there is no text. */
export const TRANSLATORS = ['human', 'machine'] as const
export type Translator = (typeof TRANSLATORS)[number]

/** Title and sentences in one language; in the Japanese ones `{漢字|かんじ}` carries a reading. */
export interface NewsText {
  readonly title: string
  readonly sentences: readonly string[]
  readonly origin: Translator
}

/** Null: not translated yet. */
export type NewsTexts = Readonly<Record<Language, NewsText | null>>

export interface NewsItem {
  readonly id: string
  readonly topic: NewsTopic
  readonly kind: 'news' | 'digest'
  readonly state: NewsState
  readonly madeByName: string
  readonly madeAt: Temporal.Instant
  readonly askedBy: string | null
  readonly askedByName: string
  readonly askedAt: Temporal.Instant | null
  readonly askedPeople: number | null
  readonly publishedAt: Temporal.Instant | null
  readonly publishedByName: string
  readonly confirmedByName: string
  readonly noticeId: string | null
  readonly texts: NewsTexts
}

/** A published item, for readers. */
export type PublishedNews = NewsItem & { readonly publishedAt: Temporal.Instant; readonly texts: NewsTexts & { readonly ja: NewsText } }
