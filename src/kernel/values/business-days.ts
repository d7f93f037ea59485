import { InvalidValue } from './invalid-value.ts'
import { type HolidayList, NATIONAL_HOLIDAYS, type NationalHoliday, holidayOn } from './national-holidays.ts'

/**
 * On which days an office is open. 地方自治法 article 4-2 lets each municipality name its days off by ordinance: Saturdays
 * and Sundays, the national holidays, days about the turn of the year; so all but the holidays comes from the city.
 */
export interface BusinessCalendar {
  readonly holidays: HolidayList
  /** Days of the week as ISO 8601 counts them, 1 Monday to 7 Sunday. */
  readonly weeklyClosures: readonly number[]
  readonly yearlyClosures: readonly YearlyClosure[]
}

/** Days closed every year, e.g. 年末年始 from `12-29` until `01-03`, both included; may run over the turn of the year. */
export interface YearlyClosure {
  readonly name: string
  readonly from: string
  readonly until: string
}

/** Checks what a city gives; unless it names others, holidays are those of the program. Throws `InvalidValue`. */
export function businessCalendar(
  given: Omit<BusinessCalendar, 'holidays'> & { readonly holidays?: HolidayList },
): BusinessCalendar {
  const open = [1, 2, 3, 4, 5, 6, 7].filter((day) => !given.weeklyClosures.includes(day))
  const isOfWeek = given.weeklyClosures.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  if (!isOfWeek || open.length === 0) {
    const wayOut = 'Give days from 1 (Monday) to 7 (Sunday) and leave one open.'
    throw new InvalidValue('business-calendar', given.weeklyClosures, 'wrong-weekly-closure', wayOut)
  }
  for (const { from, until } of given.yearlyClosures) requireMonthDays([from, until])
  return { holidays: NATIONAL_HOLIDAYS, ...given }
}

/** Why an office is closed; what a page tells the person who stands before the door. */
export type Closure =
  | { readonly kind: 'national-holiday'; readonly holiday: NationalHoliday }
  | { readonly kind: 'yearly'; readonly closure: YearlyClosure }
  | { readonly kind: 'weekly'; readonly dayOfWeek: number }

/** The closure on a day, or null if the office is open. Throws `InvalidValue` where holidays are not yet published. */
export function closureOn(date: Temporal.PlainDate, calendar: BusinessCalendar): Closure | null {
  const holiday = holidayOn(date, calendar.holidays)
  if (holiday) return { kind: 'national-holiday', holiday }
  const closure = calendar.yearlyClosures.find((yearly) => isWithin(date, yearly))
  if (closure) return { kind: 'yearly', closure }
  const { dayOfWeek } = date
  return calendar.weeklyClosures.includes(dayOfWeek) ? { kind: 'weekly', dayOfWeek } : null
}

export function isBusinessDay(date: Temporal.PlainDate, calendar: BusinessCalendar): boolean {
  return closureOn(date, calendar) === null
}

/** The first business day after this day; never the day itself. */
export function nextBusinessDay(date: Temporal.PlainDate, calendar: BusinessCalendar): Temporal.PlainDate {
  return addBusinessDays(date, 1, calendar)
}

/**
 * This day if the office is open, else the next business day: a deadline on a day off ends on the day after
 * (地方自治法 article 4-2 paragraph 4; for local taxes 地方税法 article 20-5 paragraph 2).
 */
export function businessDayOnOrAfter(date: Temporal.PlainDate, calendar: BusinessCalendar): Temporal.PlainDate {
  return isBusinessDay(date, calendar) ? date : nextBusinessDay(date, calendar)
}

/**
 * The `count`-th business day after this day, or before it if `count` is below zero; the day itself is not counted
 * (初日不算入, 民法 article 140), and with 0 it is returned whether the office is open or not. Throws `InvalidValue` for a
 * fraction and where the count leaves the published holidays.
 */
export function addBusinessDays(
  date: Temporal.PlainDate,
  count: number,
  calendar: BusinessCalendar,
): Temporal.PlainDate {
  if (!Number.isSafeInteger(count)) {
    throw new InvalidValue('business-days', count, 'not-a-whole-number', 'Count whole days.')
  }
  const step = { days: Math.sign(count) }
  let day = date
  for (let left = Math.abs(count); left > 0; ) {
    day = day.add(step)
    if (isBusinessDay(day, calendar)) left--
  }
  return day
}

/**
 * How many business days lie after `from` up to and including `to`, so that counting to `addBusinessDays(from, n)`
 * gives n. Below zero if `to` comes first: then from `to` up to, and without, `from`.
 */
export function countBusinessDays(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: BusinessCalendar,
): number {
  const direction = Temporal.PlainDate.compare(to, from)
  let count = 0
  for (let day = from; !day.equals(to); ) {
    day = day.add({ days: direction })
    if (isBusinessDay(day, calendar)) count += direction
  }
  return count
}

/** Month and day compare as text: `12-29` ≤ `12-31`. */
function isWithin(date: Temporal.PlainDate, { from, until }: YearlyClosure): boolean {
  const monthDay = date.toString().slice(-'MM-DD'.length)
  return from <= until ? from <= monthDay && monthDay <= until : from <= monthDay || monthDay <= until
}

function requireMonthDays(monthDays: readonly string[]): void {
  for (const monthDay of monthDays) {
    if (/^\d{2}-\d{2}$/.test(monthDay) && isInCalendar(monthDay)) continue
    throw new InvalidValue('business-calendar', monthDay, 'wrong-month-day', 'Write month and day as in 12-29.')
  }
}

function isInCalendar(monthDay: string): boolean {
  const [month = 0, day = 0] = monthDay.split('-').map(Number)
  try {
    // 2000 was a leap year, so 02-29 is a day of the calendar.
    Temporal.PlainDate.from({ year: 2000, month, day }, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
