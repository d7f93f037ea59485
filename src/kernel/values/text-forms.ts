import { COMMON_FORMS, SEARCH_FORMS, replaceCharacters } from './character-variants.ts'
import { toHiragana } from './kana.ts'

/**
 * Forms of a text for comparing and finding it, never for keeping it: a name is stored exactly as it was given, with
 * its variation selectors. Every fold is idempotent, and what is equal under `foldForComparison` is equal under
 * `foldForSearch`.
 */

/**
 * The same text written differently: width, compatibility characters, radicals, traditional forms, dashes, tildes,
 * quotes and whitespace no longer count. Letter case, kana and accents still do.
 */
export function foldForComparison(text: string): string {
  const composed = compose(replaceCharacters(removeInvisible(text), BEFORE_COMPOSITION))
  return collapseSpaces(foldDashes(replaceCharacters(composed, AFTER_COMPOSITION)))
}

/**
 * What a person means who types a few characters into a search box. Beyond `foldForComparison`: lower case, hiragana
 * for katakana, no accents on Latin letters (acao finds ação), no spaces, middle dots and hyphens between letters
 * (WiFi finds Wi-Fi), no long vowel at the end of a word (サーバ finds サーバー), 斉藤 for 斎藤.
 */
export function foldForSearch(text: string): string {
  const related = replaceCharacters(foldForComparison(text), SEARCH_FORMS)
  const joined = toHiragana(related.toLowerCase()).replace(/[\s・]+/g, '')
  const dashed = foldDashes(removeAccents(joined))
  return dashed.replace(/(?<=\p{L})-(?=\p{L})/gu, '').replace(/(?<=[ぁ-ゖ])ー+(?![ぁ-ゖー])/g, '').normalize('NFC')
}

/** The longest typed value that any parser of this folder reads; what is longer is refused without being examined. */
const LONGEST_TYPED_VALUE = 64

/**
 * A number, code or date as typed: half-width, every kind of dash as `-` (the long vowel mark too, which a Japanese
 * keyboard gives for it), without spaces. Longer text comes back cut off, one character past what any value has.
 */
export function foldTyped(text: string): string {
  const joined = removeInvisible(text).normalize('NFKC').replace(/\s+/g, '').normalize('NFKC')
  return joined.replace(DASHES, '-').slice(0, LONGEST_TYPED_VALUE + 1)
}

/**
 * Removes U+FE00–FE0F and the ideographic selectors U+E0100–E01EF: 辻 with a selector (one-dot form) becomes plain 辻,
 * which is what a search types. The stored name keeps its selector (行政事務標準文字).
 */
export function removeVariationSelectors(text: string): string {
  return text.replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
}

/** The characters as a person counts them: a kanji with its variation selector is one, か with a combining ゛ is one. */
export function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** How many characters a person counts; the measure for every length limit on names and texts. */
export function graphemeLength(text: string): number {
  let length = 0
  for (const _ of segmenter.segment(text)) length++
  return length
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

const QUOTES = [...pairs("'", '‘’‚‛′‵＇`´｀ʼ'), ...pairs('"', '“”„‟″‶＂〝〞〟')]

/** NFKC would tear a free-standing accent or sound mark into a space and a combining mark, and ″ into two primes. */
const BEFORE_COMPOSITION = new Map([...QUOTES, ...pairs('\u3099', '゛'), ...pairs('\u309A', '゜'), ...pairs('~', '˜')])

const AFTER_COMPOSITION = new Map([...COMMON_FORMS, ...QUOTES, ...pairs('~', '〜∼∾⁓〰')])

/** Hyphens, dashes, minus signs, box-drawing lines and the long vowel mark: one looks like the other in any font. */
const DASHES = /[-‐‑‒–—―⁃−─━➖ー]/g
const DASHES_AFTER_KANA = /(?<=[ぁ-ゟァ-ヺヽヾ])-+/g

function compose(text: string): string {
  // か and ゛ become が; a sound mark that found no kana says nothing and goes.
  return text.normalize('NFKC').replace(/[\u3099\u309A]/g, '').normalize('NFKC')
}

function foldDashes(text: string): string {
  // After kana a dash is the long vowel of コーヒー, whatever key it was typed with; anywhere else it is a hyphen.
  return text.replace(DASHES, '-').replace(DASHES_AFTER_KANA, (dashes) => 'ー'.repeat(dashes.length))
}

function removeInvisible(text: string): string {
  // Soft hyphen, zero-width characters, marks of direction, byte order mark.
  return removeVariationSelectors(text).replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
}

function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function removeAccents(text: string): string {
  return text.normalize('NFD').replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '').normalize('NFC')
}

function pairs(form: string, met: string): readonly (readonly [string, string])[] {
  return [...met].map((character) => [character, form] as const)
}
