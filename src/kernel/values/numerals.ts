import { type Parsed, parsed, refused } from './parsed.ts'
import { foldTyped } from './text-forms.ts'

export type NumeralRefusal = 'empty' | 'unreadable'

/**
 * Reads a whole number from 0 to 9999 as years, months and days are written: `31`, `３１`, `三十一`, `二〇二一`. Statutes,
 * public notices and vertical certificates count in kanji. Amounts of money have a parser of their own.
 */
export function parseNumeral(text: string): Parsed<number, NumeralRefusal> {
  const typed = foldTyped(text)
  if (typed === '') return refused('empty')
  if (DIGITS.test(typed)) return parsed(Number(typed))
  // Kanji and other digits are not mixed within one number, so 3十 is refused rather than guessed at.
  if (/\d/.test(typed)) return refused('unreadable')
  const digits = typed.replace(/[〇一二三四五六七八九]/g, (digit) => String(KANJI_DIGITS.indexOf(digit)))
  if (DIGITS.test(digits)) return parsed(Number(digits))
  const places = PLACES.exec(digits)?.slice(1)
  return places ? parsed(valueOf(places)) : refused('unreadable')
}

const DIGITS = /^\d{1,4}$/
const KANJI_DIGITS = '〇一二三四五六七八九'
const PLACES = /^(?:([1-9]?)千)?(?:([1-9]?)百)?(?:([1-9]?)十)?([1-9])?$/

function valueOf([thousands, hundreds, tens, ones]: readonly (string | undefined)[]): number {
  return 1000 * countOf(thousands) + 100 * countOf(hundreds) + 10 * countOf(tens) + countOf(ones)
}

/** 二十 counts two tens, 十 with nothing before it counts one, a place that is not written counts none. */
function countOf(digit: string | undefined): number {
  if (digit === undefined) return 0
  return digit === '' ? 1 : Number(digit)
}
