import { html, type Html } from '#kernel/html/html.ts'
import { partsOf, Voice, type Language } from '#kernel/text/text.ts'

/** How each language is told to browsers and screen readers. */
export const LANG_TAGS: Readonly<Record<Language, string>> = { ja: 'ja', 'ja-x-yasashii': 'ja', en: 'en', pt: 'pt-BR' }

/** A text of the book with its readings drawn over the kanji and its slots set apart. */
export function renderMarked(text: string): Html {
  const withReadings = new Voice({ language: 'ja', hasFurigana: true, textSize: 'standard' })
  const parts = partsOf(text).map((part) => {
    if (part.kind === 'text') return html`${part.text}`
    if (part.kind === 'placeholder') return html`<code>{${part.name}}</code>`
    const ruby = `{${part.base}|${part.reading}}`
    return withReadings.say({ ja: ruby, 'ja-x-yasashii': ruby, en: ruby, pt: ruby })
  })
  return html`${parts}`
}
