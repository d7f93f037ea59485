import { type BeyondEra, eraYearOf, gregorianYear, isPastEra, parseEraYear } from './era.ts'
import { InvalidValue } from './invalid-value.ts'
import { parseNumeral } from './numerals.ts'
import { type Parsed, parsed, refused } from './parsed.ts'
import { foldTyped } from './text-forms.ts'
import type { Branded } from './branded.ts'

/**
 * A fiscal year (会計年度) as the Gregorian year it begins in: 2021 is 令和3年度, 1 April 2021 to 31 March 2022 (地方自治法
 * article 208). Being a number, it is stored, compared and counted on as it is; `fiscalYear(year + 1)` is the next.
 */
export type FiscalYear = Branded<number, 'FiscalYear'>

/** The first that began in April (明治19年度). */
export const FIRST_FISCAL_YEAR = 1886
/** No plan or bond of a city reaches further; a larger number is a typing error. */
export const LAST_FISCAL_YEAR = 2199

/** Throws `InvalidValue` for fractions and outside 1886 to 2199. */
export function fiscalYear(year: number): FiscalYear {
  if (isInRange(year)) return year as FiscalYear
  const limits = `${FIRST_FISCAL_YEAR} to ${LAST_FISCAL_YEAR}`
  throw new InvalidValue('fiscal-year', year, 'out-of-range', `Give the Gregorian year it begins in, ${limits}.`)
}

/** The fiscal year a day belongs to: January to March still belong to the one that began the year before. */
export function fiscalYearOf(date: Temporal.PlainDate): FiscalYear {
  return fiscalYear(date.month >= FIRST_MONTH ? date.year : date.year - 1)
}

/** 1 April. */
export function firstDayOf(year: FiscalYear): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month: FIRST_MONTH, day: 1 })
}

/** 31 March of the following year. */
export function lastDayOf(year: FiscalYear): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: year + 1, month: FIRST_MONTH, day: 1 }).subtract({ days: 1 })
}

export type FiscalYearForm = 'short' | 'long' | 'gregorian'

/**
 * Prints `R3` (short), `令和3年度` (long, 令和元年度 for the first) or `2021`. A year in which the era changed bears the new
 * name from its first day on: for the budget of 2019 the ministries agreed so on 1 April 2019 (改元に伴う元号による年表示の取扱い).
 */
export function formatFiscalYear(year: FiscalYear, form: FiscalYearForm = 'long'): string {
  if (form === 'gregorian') return String(year)
  const named = eraYearOf(Temporal.PlainDate.from({ year, month: 12, day: 31 }))
  if (form === 'short') return `${named.era.initial}${named.year}`
  return `${named.era.name}${named.year === 1 ? '元' : named.year}年度`
}

export type FiscalYearRefusal = 'empty' | 'unreadable' | 'out-of-range'

/**
 * Reads `R3`, `H29`, `R元`, `令和3年度`, `令和三年度`, `2021年度`, `2021`, full-width or not; 年度 and 年 may be missing. 平成33年度
 * is read as 2021 and marked `isBeyondEra`: plans printed before 2019 count on like that. 平成31年度 and 令和元年度 are both
 * 2019, and neither is marked.
 */
export function parseFiscalYear(text: string): Parsed<FiscalYear, FiscalYearRefusal, BeyondEra> {
  const typed = foldTyped(text).replace(/年度?$/, '')
  if (typed === '') return refused('empty')
  const inEra = parseEraYear(typed)
  const written = inEra.ok ? parsed(gregorianYear(inEra.value)) : parseNumeral(typed)
  if (!written.ok) return refused('unreadable')
  if (!isInRange(written.value)) return refused('out-of-range')
  const value = fiscalYear(written.value)
  return { ok: true, value, isBeyondEra: inEra.ok && isPastEra(firstDayOf(value), inEra.value.era) }
}

/** April: 会計年度は、毎年四月一日に始まる. */
const FIRST_MONTH = 4

function isInRange(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_FISCAL_YEAR && year <= LAST_FISCAL_YEAR
}
