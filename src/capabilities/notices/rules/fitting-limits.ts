import type { Language } from '#kernel/text/text.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import type { ChannelKey, Level, NoticeDraft } from '../model.ts'
import { plainIn } from './wording-plain.ts'
import { inCharacters, inColumns, inUnits, inUtf8Bytes, type Measure } from './fitting.ts'

interface ChannelLimit {
  /** Most that a title may be; a longer one is refused before anything leaves. */
  readonly title: number
  /** Most that title, sentences and link may be together, or the body alone where a channel keeps it apart. */
  readonly body: number
  readonly measure: Measure
  /** Where the channel says so, and when that was looked at. */
  readonly source: string
  readonly checkedOn: string
}

/** What each channel has room for. All of them are filled with whole sentences only. */
export const CHANNEL_LIMITS = {
  // A subject of a phone's list; RFC 5322 section 2.1.1 would allow a line of 998 octets.
  mail: { title: 200, body: 100_000, measure: inCharacters, source: 'RFC 5322 section 2.1.1', checkedOn: '2026-11-22' },
  // A push service must take 4,096 octets; aes128gcm (RFC 8188) takes 103 of them, the rest is JSON around the texts.
  push: { title: 400, body: 3_600, measure: inUtf8Bytes, source: 'RFC 8030 section 7.2, RFC 8291 section 4', checkedOn: '2026-11-22' },
  line: { title: 400, body: 5_000, measure: inUnits, source: 'LINE Messaging API reference, text message', checkedOn: '2026-11-22' },
  // What Mastodon lets its own users write; readers of other servers are shown longer ones folded.
  activitypub: { title: 200, body: 500, measure: inCharacters, source: 'docs.joinmastodon.org, configuration.statuses.max_characters', checkedOn: '2026-11-22' },
  // Closed: to be agreed with the centre. Far below what a text part is known to hold.
  'l-alert': { title: 100, body: 2_000, measure: inCharacters, source: 'own convention, docs/decisions/0019-hand-overs.md', checkedOn: '2026-11-22' },
  // Closed: the carriers' guide is given to municipalities only; about 15 and 200 characters are known from outside.
  'area-mail': { title: 15, body: 200, measure: inCharacters, source: 'own convention after what is known of the guide, docs/decisions/0019-hand-overs.md', checkedOn: '2026-11-22' },
  // Ten lines of twenty full-width characters are one screen; the station says what its own machine draws.
  'cable-tv': { title: 80, body: 400, measure: inColumns, source: 'own convention, docs/decisions/0019-hand-overs.md', checkedOn: '2026-11-22' },
} as const satisfies Record<ChannelKey, ChannelLimit>

/** A screen on a wall, read while walking past. */
export const SIGNAGE_LIMIT = { body: 160, measure: inCharacters } as const
export const CABLE_TV_SCREEN = { columns: 40, lines: 10 } as const

/** Area mail sounds on every phone in the city, at night too: only from here on, and what takes such a one back. */
export const AREA_MAIL_FROM: Level = 4

export interface LongTitle {
  readonly channel: ChannelKey
  readonly language: Language
  readonly limit: number
}

/**
 * The first channel that has no room for the title. A drill's prefix is not counted, so that whatever may be issued may
 * also be rehearsed word for word; channels put the prefix where it fits.
 */
export function longTitleOf({ texts, channels, level }: Pick<NoticeDraft, 'texts' | 'channels' | 'level'>): LongTitle | undefined {
  for (const channel of channels) {
    if (channel === 'area-mail' && level < AREA_MAIL_FROM) continue
    const { title: limit, measure } = CHANNEL_LIMITS[channel]
    for (const language of languagesOf(channel)) {
      const text = texts[language]
      if (text !== null && measure(plainIn(text.title, language)) > limit) return { channel, language, limit }
    }
  }
  return undefined
}

/** Channels that speak one language only. */
function languagesOf(channel: ChannelKey): readonly Language[] {
  return channel === 'area-mail' || channel === 'cable-tv' ? ['ja'] : LANGUAGES
}
