import type { Branded } from '#kernel/values/branded.ts'
import { parsed, refused, type Parsed } from '#kernel/values/parsed.ts'
import { foldTyped } from '#kernel/values/text-forms.ts'
import { withCheckDigit } from '#kernel/world/personal-numbers.ts'

/** 個人番号: eleven digits and a check digit. */
export type IndividualNumber = Branded<string, 'IndividualNumber'>
/** 住民票コード: ten digits and a check digit. */
export type ResidentCode = Branded<string, 'ResidentCode'>

export const NUMBER_KINDS = ['individual-number', 'resident-code'] as const
export type NumberKind = (typeof NUMBER_KINDS)[number]

const DIGITS: Readonly<Record<NumberKind, number>> = { 'individual-number': 12, 'resident-code': 11 }

export type NumberRefusal = 'empty' | 'not-digits' | 'wrong-length' | 'wrong-check-digit'

/** Reads twelve digits in any width, parted by spaces or hyphens (4-4-4) or not. */
export function parseIndividualNumber(text: string): Parsed<IndividualNumber, NumberRefusal> {
  return parseNumber('individual-number', text) as Parsed<IndividualNumber, NumberRefusal>
}

/** Reads eleven digits in any width, parted or not. */
export function parseResidentCode(text: string): Parsed<ResidentCode, NumberRefusal> {
  return parseNumber('resident-code', text) as Parsed<ResidentCode, NumberRefusal>
}

/** The digits alone, or why they are none. The refusal never repeats what was typed. */
export function parseNumber(kind: NumberKind, text: string): Parsed<string, NumberRefusal> {
  const digits = foldTyped(text).replaceAll('-', '')
  if (digits === '') return refused('empty')
  if (!/^\d+$/.test(digits)) return refused('not-digits')
  if (digits.length !== DIGITS[kind]) return refused('wrong-length')
  return withCheckDigit(digits.slice(0, -1)) === digits ? parsed(digits) : refused('wrong-check-digit')
}

/** Adds the check digit to eleven or ten digits: for invented people only; real numbers come from J-LIS. */
export function completeNumber(kind: NumberKind, digits: string): string {
  if (!/^\d+$/.test(digits) || digits.length !== DIGITS[kind] - 1) throw new RangeError(`a ${kind} is completed from ${DIGITS[kind] - 1} digits`)
  return withCheckDigit(digits)
}
