import { createHash } from 'node:crypto'
import type { Language } from '#kernel/text/text.ts'
import type { Notice } from '../model.ts'
import { personalLink } from '../rules/token.ts'
import { CHANNEL_LIMITS, fitSentences, joinerOf, wordingOf } from '../wording.ts'

/** What the browser's worker shows; it reads this JSON and nothing else. */
export interface PushMessage {
  readonly title: string
  readonly body: string
  readonly lang: string
  /** Path that a tap opens. */
  readonly link: string
  /** Path of one's own page, where all of it can be changed or left. */
  readonly own: string
  /** Notices of one event replace each other on the screen. */
  readonly tag: string
  /** From level 4 on it stays until it is dismissed. */
  readonly isUrgent: boolean
}

/** Whole sentences only, as many as a push service must take; the page behind the tap has them all. */
export function pushMessageOf(notice: Notice, language: Language, own: string): PushMessage {
  const { title, sentences, preface } = wordingOf(notice, language)
  const { body: limit, measure } = CHANNEL_LIMITS.push
  const all = preface === null ? sentences : [preface, ...sentences]
  const frame = { title, lang: language === 'pt' ? 'pt-BR' : language === 'en' ? 'en' : 'ja', link: personalLink(notice.link, own.split('/').at(-1) ?? ''), own, tag: eventOf(notice), isUrgent: notice.level >= 4 }
  const { text } = fitSentences(all, limit - measure(JSON.stringify({ ...frame, body: '' })), (part) => measure(JSON.stringify(part)), joinerOf(language))
  return { ...frame, body: text }
}

export interface PushTerms {
  /** Seconds that the service keeps it for a browser that is not there (RFC 8030 section 5.2). */
  readonly ttl: number
  readonly urgency: 'low' | 'normal' | 'high'
  /** A newer message of this topic takes the place of one not yet delivered (section 5.4); 32 characters at most. */
  readonly topic: string
}

const DAY_SECONDS = 86_400

/** A phone with an empty battery wakes up for level 3 and more (RFC 8030 section 5.3). */
export function pushTermsOf(notice: Notice, now: Temporal.Instant): PushTerms {
  const left = notice.expiresAt === null ? DAY_SECONDS : Math.floor(notice.expiresAt.since(now).total('seconds'))
  const urgency = notice.level >= 3 ? 'high' : notice.level === 2 ? 'normal' : 'low'
  return { ttl: Math.min(Math.max(left, 0), DAY_SECONDS), urgency, topic: eventOf(notice) }
}

function eventOf({ cap, id }: Notice): string {
  return createHash('sha256').update(cap?.event ?? id).digest('base64url').slice(0, 32)
}
