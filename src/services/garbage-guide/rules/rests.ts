import { assertNever } from '#kernel/values/assert-never.ts'
import { businessCalendar, closureOn, type BusinessCalendar } from '#kernel/values/business-days.ts'
import { holidayOn, type HolidayList } from '#kernel/values/national-holidays.ts'

/** What becomes of a collection that falls into a rest: it falls out, moves by weeks, or to the next working day. */
export const REST_RULES = ['drop', 'next-week', 'next-working-day'] as const
export type RestRule = (typeof REST_RULES)[number]

/** Days on which nothing is collected, both included, and what becomes of the collections in them. */
export interface Rest {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly rule: RestRule
}

/** The rule for national holidays. After the last day that `isHolidayPublished` knows, none is taken into account. */
export interface HolidayRest {
  readonly calendar: BusinessCalendar
  readonly rule: RestRule
}

export interface Rests {
  readonly rests: readonly Rest[]
  readonly holidays?: HolidayRest
}

/** A rest that pushes a collection further than this lets it fall out: two months late it is another collection. */
export const LONGEST_MOVE_DAYS = 62

/**
 * Where a regular collection takes place: on its day, on a later one, or not at all (null). A moved one never lands in
 * another rest. A centre's rest comes before a holiday's; working days are those of the holidays' calendar, and Monday
 * to Friday where none is given.
 */
export function settleDay(day: Temporal.PlainDate, rests: Rests): Temporal.PlainDate | null {
  const rule = restRuleOn(day, rests)
  switch (rule) {
    case null:
      return day
    case 'drop':
      return null
    case 'next-week':
      return firstAfter(day, 7, (each) => restRuleOn(each, rests) === null)
    case 'next-working-day':
      return firstAfter(day, 1, (each) => restRuleOn(each, rests) === null && isWorkingDay(each, rests))
    default:
      return assertNever(rule)
  }
}

/** Whether the Cabinet Office has published the holidays of this day, so that a page can say what is still open. */
export function isHolidayPublished(day: Temporal.PlainDate, { calendar }: HolidayRest): boolean {
  return isCovered(day, calendar.holidays)
}

function firstAfter(
  day: Temporal.PlainDate,
  stepDays: number,
  isFree: (day: Temporal.PlainDate) => boolean,
): Temporal.PlainDate | null {
  for (let days = stepDays; days <= LONGEST_MOVE_DAYS; days += stepDays) {
    const later = day.add({ days })
    if (isFree(later)) return later
  }
  return null
}

function restRuleOn(day: Temporal.PlainDate, { rests, holidays }: Rests): RestRule | null {
  const rest = rests.find(
    ({ from, to }) => Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0,
  )
  if (rest) return rest.rule
  if (!holidays || !isCovered(day, holidays.calendar.holidays)) return null
  return holidayOn(day, holidays.calendar.holidays) === null ? null : holidays.rule
}

const MONDAY_TO_FRIDAY = businessCalendar({ weeklyClosures: [6, 7], yearlyClosures: [] })

function isWorkingDay(day: Temporal.PlainDate, { holidays }: Rests): boolean {
  const calendar = holidays?.calendar ?? { ...MONDAY_TO_FRIDAY, holidays: NO_HOLIDAYS }
  if (isCovered(day, calendar.holidays)) return closureOn(day, calendar) === null
  return closureOn(day, { ...calendar, holidays: NO_HOLIDAYS }) === null
}

const NO_HOLIDAYS: HolidayList = {
  firstDay: new Temporal.PlainDate(1, 1, 1),
  lastDay: new Temporal.PlainDate(9999, 12, 31),
  holidays: new Map(),
}

function isCovered(day: Temporal.PlainDate, { firstDay, lastDay }: HolidayList): boolean {
  return Temporal.PlainDate.compare(firstDay, day) <= 0 && Temporal.PlainDate.compare(day, lastDay) <= 0
}
