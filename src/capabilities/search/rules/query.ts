import { foldForSearch } from '#kernel/values/text-forms.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import { dateSignOf } from './dates.ts'

/** What somebody typed, as it is looked up. */
export interface SearchQuery {
  /** As it is shown again: one line, no longer than allowed. */
  readonly typed: string
  readonly words: readonly QueryWord[]
  /** Something of it was too much and is left out. */
  readonly isCut: boolean
}

export interface QueryWord {
  readonly typed: string
  /** Folded; any of them will do. */
  readonly forms: readonly string[]
}

/** Controls that turn the direction of whatever is printed behind them (Unicode Annex 9): shown again, they would turn the page's own words. */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/**
 * Reads the box: words between spaces must all be found. There are no operators; whatever looks like one is looked for
 * as it stands. Brackets and quotation marks around words are how people paste names, and are spaces.
 */
export function readQuery(given: string): SearchQuery {
  const typed = given.slice(0, SEARCH_LIMITS.queryCharacters).toWellFormed().replace(TURNING, '').replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const all = typed.split(/[\s"“”„«»「」『』]+/u).map(wordOf).filter(({ forms }) => forms.length > 0)
  const distinct = [...new Map(all.map((word) => [word.forms.join('\n'), word])).values()]
  const words = distinct.slice(0, SEARCH_LIMITS.queryWords)
  return { typed, words, isCut: given.trim().length > SEARCH_LIMITS.queryCharacters || words.length < distinct.length }
}

function wordOf(typed: string): QueryWord {
  const sign = dateSignOf(typed)
  const forms = [foldForSearch(typed), ...(sign === null ? [] : [sign])]
  return { typed, forms: forms.filter((form) => form !== '') }
}

/** How many typing errors a word is forgiven when nothing was found as it stands. */
export function forgivenErrors({ forms }: QueryWord): number {
  const { length } = forms[0] ?? ''
  if (length > SEARCH_LIMITS.charactersWithErrors || length < SEARCH_LIMITS.charactersForOneError) return 0
  return length < SEARCH_LIMITS.charactersForTwoErrors ? 1 : 2
}
