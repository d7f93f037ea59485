import { businessCalendar, businessDayOnOrAfter } from '#kernel/values/business-days.ts'
import type { EntryKind } from '../model.ts'
import { ARTICLES } from './findings.ts'

/** Within how many days a notice has to be made, by which article; the day of the event is not counted (民法第140条). */
interface Deadline {
  readonly kind: EntryKind
  readonly days: number
  readonly article: string
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
}

/**
 * 転出 is to be notified beforehand; the office takes it as late from the same number of days after the move on
 * (住民基本台帳事務処理要領 第4-2). Acts of the office know no deadline.
 */
export const DEADLINES: readonly Deadline[] = [
  deadline('in', 14, ARTICLES.movingIn, '1967-11-10'),
  deadline('move', 14, ARTICLES.movingWithin, '1967-11-10'),
  deadline('out', 14, ARTICLES.movingOut, '1967-11-10'),
  deadline('household', 14, ARTICLES.household, '1967-11-10'),
  deadline('birth', 14, ARTICLES.birthNotice, '1948-01-01'),
  deadline('death', 7, ARTICLES.deathNotice, '1948-01-01'),
]

/** Saturdays, Sundays, the holidays and the turn of the year, as nearly every city's ordinance has it (地方自治法第4条の2). */
const CLOSURES = { weeklyClosures: [6, 7], yearlyClosures: [{ name: '年末年始', from: '12-29', until: '01-03' }] } as const

export interface Timeliness {
  /** The last day on which the notice was in time. */
  readonly lastDay: Temporal.PlainDate
  /** Days after it; 0 when in time. */
  readonly daysLate: number
  readonly article: string
}

/** Null for what knows no deadline. A last day on which the office is closed moves on to the next day it is open. */
export function timelinessOf(kind: EntryKind, occurredOn: Temporal.PlainDate, notifiedOn: Temporal.PlainDate): Timeliness | null {
  const found = DEADLINES.find((each) => each.kind === kind && isWithin(occurredOn, each))
  if (found === undefined) return null
  const lastDay = openDay(occurredOn.add({ days: found.days }))
  return { lastDay, daysLate: Math.max(0, lastDay.until(notifiedOn).days), article: found.article }
}

/** Beyond the published holidays nothing is known of them, and the day itself stands. */
function openDay(day: Temporal.PlainDate): Temporal.PlainDate {
  try {
    return businessDayOnOrAfter(day, businessCalendar(CLOSURES))
  } catch {
    return day
  }
}

function isWithin(day: Temporal.PlainDate, { validFrom, validTo }: Deadline): boolean {
  return Temporal.PlainDate.compare(validFrom, day) <= 0 && (validTo === null || Temporal.PlainDate.compare(day, validTo) <= 0)
}

function deadline(kind: EntryKind, days: number, article: string, from: string): Deadline {
  return { kind, days, article, validFrom: Temporal.PlainDate.from(from), validTo: null }
}
