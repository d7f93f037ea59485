import type { Language, Phrase } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { SlotValue } from '../model.ts'
import { writtenTime } from './times.ts'

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * A slot's value in one language, or null where it cannot be said in it: nothing is there, or a name for readers of
 * English or Portuguese has Japanese letters in it. Numbers are half-width everywhere.
 */
export function sayValue(value: SlotValue, language: Language, today: Temporal.PlainDate): string | null {
  switch (value.kind) {
    case 'name':
      return sayName(value.name, language)
    case 'names': {
      const names = value.names.map((name) => sayName(name, language))
      if (names.length === 0) return null
      return names.includes(null) ? null : joinNames(names as string[], language)
    }
    case 'time':
      return writtenTime(value.at, language, today)
    case 'number':
      return Number.isFinite(value.value) ? String(value.value) : null
    default:
      return assertNever(value)
  }
}

function sayName(name: Phrase<never>, language: Language): string | null {
  const said = (name[language] ?? '').trim()
  if (said === '') return null
  return (language === 'en' || language === 'pt') && JAPANESE.test(said) ? null : said
}

/** The names in a value that cannot be said in a language, as they are in Japanese. */
export function namesLackingIn(value: SlotValue, languages: readonly Language[]): string[] {
  const names = value.kind === 'name' ? [value.name] : value.kind === 'names' ? value.names : []
  return names.filter((name) => languages.some((language) => sayName(name, language) === null)).map(({ ja }) => ja)
}

/** 井田川町、和田町 · Idagawa-cho, Wada-cho and Kawai-cho · Idagawa-cho, Wada-cho e Kawai-cho. */
function joinNames(names: readonly string[], language: Language): string {
  if (language === 'ja') return names.join('、')
  if (language === 'ja-x-yasashii') return names.join('、 ')
  const before = names.slice(0, -1)
  const last = names.at(-1) as string
  return before.length === 0 ? last : `${before.join(', ')} ${language === 'en' ? 'and' : 'e'} ${last}`
}
