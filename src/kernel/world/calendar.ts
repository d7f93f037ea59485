/** Days as whole numbers since 1970-01-01: ten years of a city are counted in them, and only what leaves the world is a date. */
export type Day = number

const MS_PER_DAY = 86_400_000
const DAYS_PER_YEAR = 365.2425

/** Dates never change, so the people of all worlds share them. By their day; those before 1970 behind the others. */
const dates: Temporal.PlainDate[] = []
const BEFORE_1970 = 60_000

export function dateOf(day: Day): Temporal.PlainDate {
  const place = day >= 0 ? day : BEFORE_1970 - day
  return (dates[place] ??= Temporal.PlainDate.from(new Date(day * MS_PER_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length)))
}

export function dayOf({ year, month, day }: Temporal.PlainDate): Day {
  return dayIn(year, month, day)
}

export function dayIn(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear()
}

/** 1 to 12. */
export function monthOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCMonth() + 1
}

/** Ten full fiscal years before the one that the last day lies in, so that a day later nothing of the past has changed. */
export function firstDayOfWorld(until: Temporal.PlainDate): Temporal.PlainDate {
  const fiscalYear = until.month >= 4 ? until.year : until.year - 1
  return Temporal.PlainDate.from({ year: fiscalYear - YEARS_TOLD, month: 4, day: 1 })
}

const YEARS_TOLD = 10

/** Full years, right to a day or so: for chances, never for what the law counts. */
export function ageOn(born: Day, day: Day): number {
  return Math.floor((day - born) / DAYS_PER_YEAR)
}

/** The first day of each month between, and at the end the day after the last: `months(a, b)[i + 1] - 1` ends month i. */
export function monthsBetween(from: Day, until: Day): Day[] {
  const starts: Day[] = []
  // Month 13 is the next year's January.
  for (let month = monthOf(from); dayIn(yearOf(from), month, 1) <= until; month++) starts.push(Math.max(from, dayIn(yearOf(from), month, 1)))
  return [...starts, until + 1]
}

/** A day on which city hall is open: never at a weekend, nor from 29 December to 3 January. */
export function openDayFrom(day: Day): Day {
  let open = day
  while (isClosed(open)) open++
  return open
}

function isClosed(day: Day): boolean {
  const date = new Date(day * MS_PER_DAY)
  const [weekday, monthDay] = [date.getUTCDay(), (date.getUTCMonth() + 1) * 100 + date.getUTCDate()]
  return weekday === 0 || weekday === 6 || monthDay >= 1229 || monthDay <= 103
}
