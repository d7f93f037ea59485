import { InvalidValue } from './invalid-value.ts'
import { type Parsed, parsed, refused } from './parsed.ts'
import { foldTyped } from './text-forms.ts'
import type { Branded } from './branded.ts'

/** A corporate number (法人番号): a check digit and the twelve digits of the base number (基礎番号). It is public. */
export type CorporateNumber = Branded<string, 'CorporateNumber'>

/** Takes the thirteen digits as stored; throws `InvalidValue` for anything else, a wrong check digit included. */
export function corporateNumber(digits: string): CorporateNumber {
  const read = readDigits(digits)
  if (read.ok) return read.value
  throw new InvalidValue('corporate-number', digits, read.reason, 'Read typed text with parseCorporateNumber.')
}

export type CorporateNumberRefusal =
  | 'empty'
  | 'unreadable'
  | 'wrong-length'
  | 'check-digit-missing'
  | 'wrong-check-digit'

/**
 * Reads thirteen digits, full-width or parted by spaces and hyphens as forms print them (1-4-4-4). Twelve digits are
 * most likely the number of the company register (会社法人等番号), which is the base number alone: the refusal says so.
 */
export function parseCorporateNumber(text: string): Parsed<CorporateNumber, CorporateNumberRefusal> {
  const typed = foldTyped(text)
  if (typed === '') return refused('empty')
  if (/^\d-\d{4}-\d{4}-\d{4}$/.test(typed)) return readDigits(typed.replaceAll('-', ''))
  return /^\d+$/.test(typed) ? readDigits(typed) : refused('unreadable')
}

/** Puts the check digit before a base number: 000012010038 → 8000012010038. Throws `InvalidValue`. */
export function completeCorporateNumber(baseNumber: string): CorporateNumber {
  if (/^\d{12}$/.test(baseNumber)) return (checkDigitOf(baseNumber) + baseNumber) as CorporateNumber
  throw new InvalidValue('corporate-number', baseNumber, 'wrong-length', 'Give the twelve digits of the base number.')
}

function readDigits(digits: string): Parsed<CorporateNumber, CorporateNumberRefusal> {
  if (/^\d{12}$/.test(digits)) return refused('check-digit-missing')
  if (!/^\d{13}$/.test(digits)) return refused('wrong-length')
  const isRight = digits.startsWith(checkDigitOf(digits.slice(1)))
  return isRight ? parsed(digits as CorporateNumber) : refused('wrong-check-digit')
}

/**
 * 9 − (Σ P × Q mod 9), digits counted from the last: Q is 1 for odd, 2 for even places. 法人番号の指定等に関する省令
 * (平成26年財務省令第70号), article 2. The remainder is taken of the whole sum; modulo 9 it cannot tell 0 from 9.
 */
function checkDigitOf(baseNumber: string): string {
  let sum = 0
  for (let place = 1; place <= baseNumber.length; place++) {
    sum += Number(baseNumber.at(-place)) * (place % 2 === 1 ? 1 : 2)
  }
  return String(9 - (sum % 9))
}
