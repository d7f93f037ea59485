import { birthDatesIn, type BirthDate } from '#capabilities/addresses/birth-dates.ts'
import { foldLetters, foldName, foldReading, isKana, isLetters } from '#capabilities/addresses/names.ts'
import { foldAddress } from './search-words.ts'
import { isRegisterNumber } from './register-numbers.ts'

/** One typed word and all that it may mean; a person fits who fits one of its meanings. */
export interface SearchTerm {
  /** As typed. */
  readonly typed: string
  readonly kind: TermKind
  /** Forms of the word that are looked for in what a person is known by. */
  readonly texts: readonly string[]
  readonly births: readonly BirthDate[]
  /** The whole 宛名番号; null where it is none. */
  readonly addresseeNumber: string | null
}

/** How the page says it was understood. */
export type TermKind = 'number' | 'birth' | 'kana' | 'letters' | 'words'

export interface SearchQuery {
  readonly terms: readonly SearchTerm[]
  /** Typed, but nothing to look for: signs only. */
  readonly ignored: readonly string[]
}

export const SEARCH_LIMITS = {
  /** Characters of a query; longer ones are cut off by the form. */
  typed: 120,
  /** Words of a query; further ones are ignored and said. */
  terms: 8,
  /** People that are put in order; with more the page asks for another word. */
  candidates: 2_000,
  page: 50,
} as const

/** What was typed, word by word. Every word has to fit. */
export function readSearchQuery(typed: string, today: Temporal.PlainDate): SearchQuery {
  const words = typed.slice(0, SEARCH_LIMITS.typed).split(/[\s\u3000,、]+/).filter((word) => word !== '')
  const terms = words.slice(0, SEARCH_LIMITS.terms).map((word) => termOf(word, today))
  const isEmpty = ({ texts, births, addresseeNumber }: SearchTerm) => texts.length === 0 && births.length === 0 && addresseeNumber === null
  return {
    terms: terms.filter((term) => !isEmpty(term)),
    ignored: [...terms.filter(isEmpty).map((term) => term.typed), ...words.slice(SEARCH_LIMITS.terms)],
  }
}

function termOf(typed: string, today: Temporal.PlainDate): SearchTerm {
  const digits = typed.normalize('NFKC')
  if (isRegisterNumber(digits)) return { typed, kind: 'number', texts: [], births: [], addresseeNumber: digits }
  const births = birthDatesIn(typed, today)
  // A day that is certain is no address; digits that might be a day might as well be a house number.
  const texts = births.length > 0 && births.every(({ isGuess }) => !isGuess) ? [] : textsOf(typed)
  return { typed, kind: births.length > 0 ? 'birth' : kindOf(typed), texts, births, addresseeNumber: null }
}

function kindOf(typed: string): TermKind {
  if (isKana(typed)) return 'kana'
  return isLetters(typed) ? 'letters' : 'words'
}

function textsOf(typed: string): readonly string[] {
  const forms = [foldName(typed), foldAddress(typed)]
  if (isKana(typed)) forms.push(foldReading(typed))
  if (isLetters(typed)) forms.push(foldLetters(typed).replaceAll(' ', ''))
  return [...new Set(forms)].filter((form) => form !== '')
}
