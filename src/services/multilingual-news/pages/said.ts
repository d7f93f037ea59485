import { html, type Html } from '#kernel/html/html.ts'
import { partsOf, Voice, type Language } from '#kernel/text/text.ts'
import type { NewsText, NewsTexts } from '../model.ts'

/** How each language is told to browsers and screen readers. */
export const LANG_TAGS: Readonly<Record<Language, string>> = { ja: 'ja', 'ja-x-yasashii': 'ja', en: 'en', pt: 'pt-BR' }

export interface ShownText {
  readonly text: NewsText
  /** What it really is written in. */
  readonly language: Language
  readonly isMissing: boolean
}

/** The text of a language, or the Japanese where there is none. */
export function textFor(texts: NewsTexts & { readonly ja: NewsText }, wanted: Language): ShownText {
  const own = texts[wanted]
  return own === null ? { text: texts.ja, language: 'ja', isMissing: true } : { text: own, language: wanted, isMissing: false }
}

/**
 * Easy Japanese always has its readings; Japanese where the reader wants them, and where it stands in for a missing
 * translation. They are ruby, which screen readers know.
 */
export function renderSaid(voice: Voice, source: string, language: Language): Html {
  const reader = new Voice({ ...voice.reader, language: 'ja', hasFurigana: language === 'ja-x-yasashii' || voice.language !== 'ja' || voice.reader.hasFurigana })
  return reader.say({ ja: source, 'ja-x-yasashii': source, en: source, pt: source })
}

/** A title with the language it is in, for links among words of another language. */
export function renderTitle(voice: Voice, { text, language }: ShownText): Html {
  return html`<span lang="${LANG_TAGS[language]}">${renderSaid(voice, text.title, language)}</span>`
}

/** Without readings, for titles of pages. */
export function plainSaid(source: string): string {
  return partsOf(source).map((part) => (part.kind === 'text' ? part.text : part.kind === 'ruby' ? part.base : '')).join('')
}
