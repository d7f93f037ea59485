import { LANGUAGES, partsOf, type Language } from '#kernel/text/text.ts'
import type { NewsText, NewsTexts, PublishedNews } from '../model.ts'
import { words } from '../text/news-words.ts'

/**
 * The digest of a month: one title a line, in every language in which all of its items can be read. A language that lacks
 * one has no digest, rather than half of one; a machine's title makes it a machine's digest.
 */
export function digestOf(month: Temporal.PlainYearMonth, items: readonly PublishedNews[]): NewsTexts {
  return Object.fromEntries(LANGUAGES.map((language) => [language, digestIn(language, month, items)])) as unknown as NewsTexts
}

function digestIn(language: Language, { year, month }: Temporal.PlainYearMonth, items: readonly PublishedNews[]): NewsText | null {
  const texts = items.map((item) => item.texts[language])
  if (texts.length === 0 || texts.includes(null)) return null
  const whole = texts as readonly NewsText[]
  const title = partsOf(words.digestTitle[language]).map((part) => {
    if (part.kind === 'ruby') return `{${part.base}|${part.reading}}`
    return part.kind === 'text' ? part.text : String(part.name === 'year' ? year : month)
  }).join('')
  return { title, sentences: whole.map((text) => text.title), origin: whole.some(({ origin }) => origin === 'machine') ? 'machine' : 'human' }
}
