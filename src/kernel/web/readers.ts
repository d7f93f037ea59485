import { LANGUAGES, TEXT_SIZES, Voice, type Language, type Reader, type TextSize } from '#kernel/text/text.ts'

/** How a visitor wants to read, from three cookies; the browser's language decides for who never chose. */
export function readerOf(cookies: Readonly<Record<string, string>>, acceptLanguage: string): Reader {
  const language = isLanguage(cookies.language) ? cookies.language : languageFrom(acceptLanguage)
  const hasFurigana = cookies.furigana === undefined ? language === 'ja-x-yasashii' : cookies.furigana === 'on'
  const textSize = isTextSize(cookies['text-size']) ? cookies['text-size'] : 'standard'
  return { language, hasFurigana: hasFurigana && language.startsWith('ja'), textSize }
}

export function isLanguage(value: string | undefined): value is Language {
  return (LANGUAGES as readonly (string | undefined)[]).includes(value)
}

export function isTextSize(value: string | undefined): value is TextSize {
  return (TEXT_SIZES as readonly (string | undefined)[]).includes(value)
}

/** Key of a reader's variant of a page. There are at most 18, so kept pages stay few. */
export function variantOf(reader: Reader): string {
  return `${reader.language}/${reader.hasFurigana ? 'furigana' : 'plain'}/${reader.textSize}`
}

const voices = new Map<string, Voice>()

export function voiceOf(reader: Reader): Voice {
  const key = variantOf(reader)
  const known = voices.get(key)
  if (known) return known
  const voice = new Voice(reader)
  voices.set(key, voice)
  return voice
}

/** The first of the browser's languages that the city speaks; Japanese where none fits. */
function languageFrom(acceptLanguage: string): Language {
  for (const wish of acceptLanguage.toLowerCase().split(',')) {
    const tag = wish.trim()
    if (tag.startsWith('ja')) return 'ja'
    if (tag.startsWith('pt')) return 'pt'
    if (tag.startsWith('en')) return 'en'
  }
  return 'ja'
}
