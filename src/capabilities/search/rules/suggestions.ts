import { SEARCH_LIMITS } from '../limits.ts'
import type { FoundGroup, Hit } from '../model.ts'
import { IN_TITLE } from '../postings/segment.ts'
import type { SearchQuery } from './query.ts'

const KANJI = /\p{Script=Han}/u

/** A single kana or letter begins half of all names; a single kanji is a word. */
export function isWorthSuggesting({ words }: SearchQuery): boolean {
  const forms = words.map((word) => word.forms[0] ?? '')
  return forms.some((form) => form.length >= SEARCH_LIMITS.suggestedFromCharacters || KANJI.test(form))
}

/** What many people begin with is kept for the next of them; long words may say who is asking. */
export function isWorthKeeping({ typed }: SearchQuery): boolean {
  return [...typed].length <= SEARCH_LIMITS.suggestionsKeptCharacters
}

/** The best over all kinds whose names hold the words: what has them only in its text would look like a mistake. */
export function suggestedHits(groups: readonly FoundGroup[], words: number): readonly Hit[] {
  return groups
    .flatMap(({ best }) => best)
    .filter(({ score }) => score >= IN_TITLE * words)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, SEARCH_LIMITS.suggestions)
}
