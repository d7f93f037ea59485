import { CHANNEL_LIMITS, fitSentences, joinerOf, plainIn, wordingOf } from '#capabilities/notices/wording.ts'
import type { ChannelKey, NoticeTexts } from '#capabilities/notices/model.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'

/** Channels that may have too little room for a text; mail always has enough. */
export const SHORT_CHANNELS = ['push', 'line', 'activitypub', 'cable-tv'] as const
export type ShortChannel = (typeof SHORT_CHANNELS)[number]

export interface Preview {
  readonly language: Language
  readonly title: string
  readonly sentences: readonly string[]
  readonly preface: string | null
  readonly characters: number
  /** Sentences that each channel has no room for. */
  readonly dropped: Readonly<Record<ShortChannel, number>>
}

/** What readers of each language get, and what each channel would have to drop. */
export function previewsOf(texts: NoticeTexts, isDrill: boolean): Preview[] {
  return LANGUAGES.map((language) => {
    const { title, sentences, preface } = wordingOf({ texts, isDrill }, language)
    const all = preface === null ? sentences : [preface, ...sentences]
    const droppedOn = (channel: ShortChannel) => fitSentences(all, CHANNEL_LIMITS[channel].body, CHANNEL_LIMITS[channel].measure, joinerOf(language)).dropped
    const dropped = { push: droppedOn('push'), line: droppedOn('line'), activitypub: droppedOn('activitypub'), 'cable-tv': droppedOn('cable-tv') }
    return { language, title, sentences, preface, characters: [...all.join(joinerOf(language))].length, dropped }
  })
}

export interface LongTitle {
  readonly language: Language
  readonly channel: ChannelKey
  readonly limit: number
}

/** The first title that a channel has no room for, before anybody waits a minute to be told. */
export function longTitleIn(texts: NoticeTexts, channels: readonly ChannelKey[]): LongTitle | undefined {
  for (const channel of channels) {
    const { title: limit, measure } = CHANNEL_LIMITS[channel]
    for (const language of channel === 'cable-tv' ? (['ja'] as const) : LANGUAGES) {
      const text = texts[language]
      if (text !== null && measure(plainIn(text.title, language)) > limit) return { language, channel, limit }
    }
  }
  return undefined
}
