import type { Language } from '#kernel/text/text.ts'
import type { Notice, NoticeText } from './model.ts'
import { plainIn } from './rules/wording-plain.ts'
import { wordingWords as words } from './text/wording-words.ts'

export { fitSentences, fitWithRest } from './rules/fitting.ts'
export { CHANNEL_LIMITS } from './rules/fitting-limits.ts'
export { joinerOf, plainIn, readingOf } from './rules/wording-plain.ts'

/** A notice as one reader gets it: plain text, ready for a channel without markup. */
export interface Wording {
  readonly language: Language
  /** In a drill it begins with the word for it, so that no channel can leave it out. */
  readonly title: string
  readonly sentences: readonly string[]
  /** To stand before the sentences: not translated yet, or by a machine. */
  readonly preface: string | null
}

/**
 * The words of a notice for a reader. What was not translated stays Japanese and says so in the reader's language. Easy
 * Japanese keeps its readings in brackets, 避難（ひなん）; the other languages drop them.
 */
export function wordingOf(notice: Pick<Notice, 'texts' | 'isDrill'>, language: Language): Wording {
  const own = notice.texts[language]
  const text = own ?? notice.texts.ja
  const prefix = notice.isDrill ? words.drillTitle[language] : ''
  const preface = prefaceOf(own, language)
  return {
    language,
    title: plainIn(prefix + text.title, language),
    sentences: text.sentences.map((sentence) => plainIn(sentence, language)),
    preface: preface === null ? null : plainIn(preface, language),
  }
}

function prefaceOf(own: NoticeText | null, language: Language): string | null {
  if (own === null) return words.notTranslated[language]
  return own.origin === 'machine' ? words.byMachine[language] : null
}
