import { foldForSearch } from '#kernel/values/text-forms.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import type { SearchDocument } from '../search.ts'
import { dateSignsIn } from './dates.ts'

export interface FoldedDocument {
  /** Titles in all languages and readings, each in a line. */
  readonly foldedTitle: string
  /** Texts in all languages, line by line, and the signs of their dates. */
  readonly foldedText: string
}

/** What is compared when something is looked for: folding takes out spaces, so lines stay the only border of words. */
export function foldDocument({ title, reading = '', text, otherLanguages = {} }: SearchDocument): FoldedDocument {
  const others = Object.values(otherLanguages)
  const titles = cut([title, reading, ...others.map((other) => other.title)].join('\n'), SEARCH_LIMITS.titleCharacters)
  const texts = cut([text, ...others.map((other) => other.text ?? '')].join('\n'), SEARCH_LIMITS.documentCharacters)
  return {
    foldedTitle: foldLines(titles).join('\n'),
    foldedText: [...foldLines(texts), ...dateSignsIn(`${titles}\n${texts}`)].join('\n'),
  }
}

function foldLines(text: string): string[] {
  // PostgreSQL keeps no U+0000.
  const lines = text.replaceAll('\0', '').split(/\r?\n/).map(foldForSearch)
  return [...new Set(lines.filter((line) => line !== ''))]
}

function cut(text: string, characters: number): string {
  return text.slice(0, characters).toWellFormed()
}
