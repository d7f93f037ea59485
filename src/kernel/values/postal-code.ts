import { InvalidValue } from './invalid-value.ts'
import { type Parsed, parsed, refused } from './parsed.ts'
import { foldTyped } from './text-forms.ts'
import type { Branded } from './branded.ts'

/** A postal code (郵便番号) as its seven digits without a hyphen, `5190195`; the form in which address files carry it. */
export type PostalCode = Branded<string, 'PostalCode'>

/** Takes the seven digits as stored; throws `InvalidValue` for anything else. Typed text goes through the parser. */
export function postalCode(digits: string): PostalCode {
  if (/^\d{7}$/.test(digits)) return digits as PostalCode
  throw new InvalidValue('postal-code', digits, 'not-seven-digits', 'Read typed text with parsePostalCode.')
}

export type PostalCodeRefusal = 'empty' | 'unreadable' | 'wrong-length'

/**
 * Reads `519-0195`, `5190195`, `〒５１９ー０１９５`. Six digits are refused and not padded: whether a zero was lost at the
 * front or a digit while typing, only the sender knows.
 */
export function parsePostalCode(text: string): Parsed<PostalCode, PostalCodeRefusal> {
  const typed = foldTyped(text).replace(/^〒/, '')
  if (typed === '') return refused('empty')
  const digits = /^(?:\d{3}-\d{4}|\d+)$/.test(typed) ? typed.replace('-', '') : null
  if (digits === null) return refused('unreadable')
  return digits.length === 7 ? parsed(postalCode(digits)) : refused('wrong-length')
}

export type PostalCodeForm = 'plain' | 'marked'

/** Prints `519-0195`, or `〒519-0195` when marked. */
export function formatPostalCode(code: PostalCode, form: PostalCodeForm = 'plain'): string {
  return `${form === 'marked' ? '〒' : ''}${code.slice(0, 3)}-${code.slice(3)}`
}
