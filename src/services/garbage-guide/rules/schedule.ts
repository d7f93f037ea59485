import { InvalidValue } from '#kernel/values/invalid-value.ts'
import { parsed, type Refused } from '#kernel/values/parsed.ts'
import { settleDay, LONGEST_MOVE_DAYS, type HolidayRest, type Rest } from './rests.ts'

export const WEEKDAYS = ['月', '火', '水', '木', '金', '土', '日'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Every week on a weekday (`weekOfMonth` null), or on the first to fifth such day of the month. */
export interface RegularDay {
  readonly weekday: Weekday
  readonly weekOfMonth: number | null
}

export interface Schedule {
  readonly regular: readonly RegularDay[]
  /** The months in which the regular days hold, 1 to 12; null: the whole year. */
  readonly months: readonly number[] | null
  /** Days named one by one. No rest moves them: whoever named them knew it. */
  readonly dates: readonly Temporal.PlainDate[]
  /** Numbers of the remarks (`*1`) in the file of remarks. */
  readonly remarks: readonly number[]
}

export const SCHEDULE_REFUSALS = [
  'empty',
  'too-long',
  'unreadable-part',
  'week-out-of-range',
  'no-such-day',
  'no-such-month',
  'no-months',
  'second-colon',
  'months-without-weekday',
  'twice',
] as const
export type ScheduleRefusal = (typeof SCHEDULE_REFUSALS)[number]

/** `part` is what could not be read, `at` its place among the parts of the notation, counted from 1. */
export interface ScheduleRefused extends Refused<ScheduleRefusal> {
  readonly part: string
  readonly at: number
}

export type ScheduleReading = { readonly ok: true; readonly value: Schedule } | ScheduleRefused

/** A day named one by one takes nine characters; a year of weekly collections is 468. */
const LONGEST_NOTATION = 2_000
const EARLIEST_YEAR = 1900

/**
 * Reads the notation of 5374 (github.com/codeforkanazawa-org/5374, area_days.csv): `月 木` every week, `火2` the second
 * Tuesday, `金4:4 6 8` only in these months, `20260505` one day, `*1` a remark. The months hold for all weekdays before
 * the colon. Full-width characters are read like half-width ones; what is written in words is not (`月曜日`).
 */
export function parseSchedule(text: string): ScheduleReading {
  if (text.length > LONGEST_NOTATION) return refusedAt('too-long', `${text.slice(0, 20)}…`, 1)
  const [daysText = '', monthsText, ...others] = text.normalize('NFKC').trim().split(':')
  const days = partsOf(daysText)
  const months = monthsText === undefined ? null : partsOf(monthsText)
  if (days.length === 0 && months === null) return refusedAt('empty', '', 1)
  if (others.length > 0)
    return refusedAt('second-colon', `:${others.join(':')}`, days.length + (months?.length ?? 0) + 1)
  const draft: Draft = { regular: [], months: null, dates: [], remarks: [] }
  for (const [index, part] of days.entries()) {
    const reason = takePart(draft, part)
    if (reason !== null) return refusedAt(reason, part, index + 1)
  }
  return months === null ? parsed(draft) : withMonths(draft, months, days.length)
}

/** The notation of a schedule, which `parseSchedule` reads back as the same: weekdays, days, remarks, months. */
export function printSchedule({ regular, months, dates, remarks }: Schedule): string {
  const days = [
    ...regular.map(({ weekday, weekOfMonth }) => `${weekday}${weekOfMonth ?? ''}`),
    ...dates.map((date) => date.toString().replaceAll('-', '')),
    ...remarks.map((remark) => `*${remark}`),
  ].join(' ')
  return months === null ? days : `${days}:${months.join(' ')}`
}

interface Draft {
  readonly regular: RegularDay[]
  readonly months: number[] | null
  readonly dates: Temporal.PlainDate[]
  readonly remarks: number[]
}

function partsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((part) => part !== '')
}

function takePart(draft: Draft, part: string): ScheduleRefusal | null {
  const weekday = WEEKDAYS.find((each) => each === part.charAt(0))
  if (weekday !== undefined && /^.\d?$/.test(part)) return takeRegular(draft, weekday, part.slice(1))
  if (/^\d{8}$/.test(part)) return takeDate(draft, part)
  if (!/^\*\d{1,3}$/.test(part)) return 'unreadable-part'
  const remark = Number(part.slice(1))
  if (draft.remarks.includes(remark)) return 'twice'
  draft.remarks.push(remark)
  return null
}

const WEEKS_OF_A_MONTH = 5

function takeRegular(draft: Draft, weekday: Weekday, digit: string): ScheduleRefusal | null {
  const weekOfMonth = digit === '' ? null : Number(digit)
  if (weekOfMonth !== null && (weekOfMonth < 1 || weekOfMonth > WEEKS_OF_A_MONTH)) return 'week-out-of-range'
  // Every Monday includes the first: 月 and 月1 together can only be a slip.
  const isSaid = draft.regular.some(
    (said) =>
      said.weekday === weekday &&
      (said.weekOfMonth === null || weekOfMonth === null || said.weekOfMonth === weekOfMonth),
  )
  if (isSaid) return 'twice'
  draft.regular.push({ weekday, weekOfMonth })
  return null
}

function takeDate(draft: Draft, part: string): ScheduleRefusal | null {
  const [year, month, day] = [Number(part.slice(0, 4)), Number(part.slice(4, 6)), Number(part.slice(6))]
  if (year < EARLIEST_YEAR || month < 1 || day < 1) return 'no-such-day'
  const date = Temporal.PlainDate.from({ year, month, day })
  // Temporal puts the 31st of April down to the 30th; a day that comes out changed was none.
  if (date.month !== month || date.day !== day) return 'no-such-day'
  if (draft.dates.some((said) => said.equals(date))) return 'twice'
  draft.dates.push(date)
  return null
}

function withMonths(draft: Draft, parts: readonly string[], before: number): ScheduleReading {
  if (draft.regular.length === 0) return refusedAt('months-without-weekday', `:${parts.join(' ')}`, before + 1)
  if (parts.length === 0) return refusedAt('no-months', ':', before + 1)
  const months: number[] = []
  for (const [index, part] of parts.entries()) {
    const month = /^\d{1,2}$/.test(part) ? Number(part) : 0
    if (month < 1 || month > 12) return refusedAt('no-such-month', part, before + index + 1)
    if (months.includes(month)) return refusedAt('twice', part, before + index + 1)
    months.push(month)
  }
  return parsed({ ...draft, months })
}

function refusedAt(reason: ScheduleRefusal, part: string, at: number): ScheduleRefused {
  return { ok: false, reason, part, at }
}

export interface CollectionPeriod {
  /** Both days included. */
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly rests: readonly Rest[]
  /** Given where a city says that nothing is collected on national holidays. */
  readonly holidays?: HolidayRest
  /** Single days that staff moved (null: cancelled). They come before rests, and hold for days named one by one, too. */
  readonly moved?: readonly SingleMove[]
}

export interface SingleMove {
  readonly usualOn: Temporal.PlainDate
  readonly insteadOn: Temporal.PlainDate | null
}

export interface Collection {
  readonly day: Temporal.PlainDate
  /** The day it would have been, had no rest moved it. */
  readonly movedFrom: Temporal.PlainDate | null
}

const LONGEST_PERIOD_DAYS = 5 * 366

/**
 * The collections from `from` to `to`, in the order of days, each day once: one moved onto a day that has its own
 * collection is not shown beside it. None if `to` is before `from`. Throws `InvalidValue` for more than five years.
 */
export function collectionDays(schedule: Schedule, period: CollectionPeriod): readonly Collection[] {
  const { from, to } = period
  if (from.until(to).days > LONGEST_PERIOD_DAYS) {
    throw new InvalidValue(
      'collection-period',
      { from, to },
      'too-long',
      `Ask for ${LONGEST_PERIOD_DAYS} days at most.`,
    )
  }
  const byDay = new Map<string, Collection>()
  // A collection of last year may have been moved into this one, and by hand one of the next.
  const [early, late] = [from.subtract({ days: LONGEST_MOVE_DAYS }), to.add({ days: period.moved?.length ? LONGEST_MOVE_DAYS : 0 })]
  for (const usual of [...schedule.dates, ...regularDaysBetween(schedule, early, late)]) {
    const move = period.moved?.find(({ usualOn }) => usualOn.equals(usual))
    const isNamed = schedule.dates.some((date) => date.equals(usual))
    const day = move ? move.insteadOn : isNamed ? usual : settleDay(usual, period)
    if (day === null) continue
    const movedFrom = day.equals(usual) ? null : usual
    if (movedFrom === null || !byDay.has(day.toString())) byDay.set(day.toString(), { day, movedFrom })
  }
  return [...byDay.values()]
    .filter(({ day }) => isBetween(day, from, to))
    .sort((one, other) => Temporal.PlainDate.compare(one.day, other.day))
}

function isBetween(day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0
}

const DAYS_OF_A_WEEK = 7

function regularDaysBetween(
  { regular, months }: Schedule,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  const days = regular.flatMap(({ weekday, weekOfMonth }) => {
    const dayOfWeek = WEEKDAYS.indexOf(weekday) + 1
    const found: Temporal.PlainDate[] = []
    let day = from.add({ days: (dayOfWeek - from.dayOfWeek + DAYS_OF_A_WEEK) % DAYS_OF_A_WEEK })
    for (; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: DAYS_OF_A_WEEK })) {
      const isItsWeek = weekOfMonth === null || Math.ceil(day.day / DAYS_OF_A_WEEK) === weekOfMonth
      if (isItsWeek && (months === null || months.includes(day.month))) found.push(day)
    }
    return found
  })
  return days.sort(Temporal.PlainDate.compare)
}
