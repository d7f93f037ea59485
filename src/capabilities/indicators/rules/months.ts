import { fiscalYear, firstDayOf, lastDayOf } from '#kernel/values/fiscal-year.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { INDICATOR_LIMITS } from '../limits.ts'
import type { Period } from '../model.ts'

/**
 * Months are counted from year 0, so that they can be compared and added to: `2021-04` is 24255. A fact belongs to the
 * month of the day in Japan on which it happened, whenever it was written down.
 */
export type MonthNumber = number

/** Japan has had no summer time since 1951 (夏時刻法を廃止する法律), so nine hours are always right. */
const JAPAN_AHEAD_MS = 9 * 3_600_000

export function monthOf(instant: Temporal.Instant): MonthNumber {
  const local = new Date(instant.epochMilliseconds + JAPAN_AHEAD_MS)
  return local.getUTCFullYear() * 12 + local.getUTCMonth()
}

export function monthOfDay(day: Temporal.PlainDate): MonthNumber {
  return day.year * 12 + day.month - 1
}

/** The first month that begins on the day or after it. */
export function firstMonthFrom(day: Temporal.PlainDate): MonthNumber {
  return monthOfDay(day) + (day.day === 1 ? 0 : 1)
}

/** `2021-04`. */
export function monthText(month: MonthNumber): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** `2021-04-01`. */
export function firstDayText(month: MonthNumber): string {
  return `${monthText(month)}-01`
}

export interface Months {
  readonly first: MonthNumber
  readonly last: MonthNumber
}

/** The whole months of a period. Throws the fault `not-found` for one that does not exist or is beyond the limit. */
export function monthsOf(period: Period): Months {
  if ('fiscalYear' in period) return monthsOfFiscalYear(period.fiscalYear)
  const [first, last] = [monthIn(period.from), monthIn(period.to)]
  if (first === undefined || last === undefined || last < first || last - first >= INDICATOR_LIMITS.periodMonths) throw new Fault('not-found')
  return { first, last }
}

function monthsOfFiscalYear(year: number): Months {
  try {
    const named = fiscalYear(year)
    return { first: monthOfDay(firstDayOf(named)), last: monthOfDay(lastDayOf(named)) }
  } catch {
    throw new Fault('not-found')
  }
}

function monthIn(text: string): MonthNumber | undefined {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
  return found === null ? undefined : Number(found[1]) * 12 + Number(found[2]) - 1
}

export function everyMonth({ first, last }: Months): MonthNumber[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
