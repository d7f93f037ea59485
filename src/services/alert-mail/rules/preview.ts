import { fitSentences, joinerOf, wordingOf } from '#capabilities/notices/wording.ts'
import type { NoticeTexts } from '#capabilities/notices/model.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'

/**
 * Room for the text on channels that have little. Push: what Android and iOS show of a message on the lock screen when it
 * is opened out. LINE: a text message of the Messaging API. Area mail (緊急速報メール): 200 characters.
 */
export const PREVIEW_LIMITS = { push: 200, line: 5_000, 'cable-tv': 200 } as const
export type PreviewChannel = keyof typeof PREVIEW_LIMITS

export interface Preview {
  readonly language: Language
  readonly title: string
  readonly sentences: readonly string[]
  readonly preface: string | null
  readonly characters: number
  /** Sentences that each channel has no room for. */
  readonly dropped: Readonly<Record<PreviewChannel, number>>
}

/** What readers of each language get, and what each channel would have to drop. */
export function previewsOf(texts: NoticeTexts, isDrill: boolean): Preview[] {
  return LANGUAGES.map((language) => {
    const { title, sentences, preface } = wordingOf({ texts, isDrill }, language)
    const all = preface === null ? sentences : [preface, ...sentences]
    const droppedOn = (channel: PreviewChannel) => fitSentences(all, PREVIEW_LIMITS[channel], undefined, joinerOf(language)).dropped
    return {
      language, title, sentences, preface,
      characters: [...all.join(joinerOf(language))].length,
      dropped: { push: droppedOn('push'), line: droppedOn('line'), 'cable-tv': droppedOn('cable-tv') },
    }
  })
}
