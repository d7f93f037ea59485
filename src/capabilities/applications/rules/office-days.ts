import { addBusinessDays, businessCalendar, countBusinessDays } from '#kernel/values/business-days.ts'

/** The usual ordinance about days off (地方自治法第4条の2): Saturdays, Sundays, national holidays, 29 December to 3 January. */
const OFFICE = businessCalendar({ weeklyClosures: [6, 7], yearlyClosures: [{ name: '年末年始', from: '12-29', until: '01-03' }] })

/** The last day of the standard time (行政手続法第6条): the day of filing is not counted. */
export function dueDay(filedOn: Temporal.PlainDate, officeDays: number): Temporal.PlainDate {
  return addBusinessDays(filedOn, officeDays, OFFICE)
}

export function addOfficeDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  return addBusinessDays(day, count, OFFICE)
}

/** Business days from one day to another, the first not counted. */
export function businessDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return countBusinessDays(from, to, OFFICE)
}

/** How urgent it is: what colours the desk. */
export type Urgency = 'late' | 'today' | 'soon' | 'calm'

/** Two business days before its day a case begins to hurry. */
const SOON_DAYS = 2

export function urgencyOf(dueOn: Temporal.PlainDate | null, today: Temporal.PlainDate): Urgency {
  if (dueOn === null) return 'calm'
  const order = Temporal.PlainDate.compare(dueOn, today)
  if (order < 0) return 'late'
  if (order === 0) return 'today'
  return countBusinessDays(today, dueOn, OFFICE) <= SOON_DAYS ? 'soon' : 'calm'
}

/** How many business days somebody has to put a thing right (補正); as long as the usual letter there and back. */
export const CORRECTION_DAYS = 10

/** Three months from the day after the person hears of it (行政不服審査法第18条第1項); counted here from the decision. */
export function appealUntil(decidedOn: Temporal.PlainDate): Temporal.PlainDate {
  return decidedOn.add({ months: 3 })
}

/** Kept until the end of so many years after the fiscal year of the decision. */
export function eraseDay(decidedOn: Temporal.PlainDate, years: number): Temporal.PlainDate {
  const endOfFiscalYear = decidedOn.month <= 3 ? decidedOn.year : decidedOn.year + 1
  return Temporal.PlainDate.from({ year: endOfFiscalYear + years, month: 4, day: 1 })
}
