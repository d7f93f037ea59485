import type { CertificateKind, Way } from '../model.ts'

/** When a way is open, as the city's folder says it (certificate-hours.csv). */
export interface OpenHours {
  readonly way: Way
  /** Null for every kind. */
  readonly kind: CertificateKind | null
  readonly from: Temporal.PlainTime
  /** Up to but not including. */
  readonly until: Temporal.PlainTime
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
}

/** When it is closed all the same (certificate-closures.csv): every year from a day to a day, or once from a time to a time. */
export type Closure = { readonly way: Way | null } & (
  | { readonly yearly: { readonly from: Temporal.PlainMonthDay; readonly to: Temporal.PlainMonthDay } }
  | { readonly once: { readonly from: Temporal.PlainDateTime; readonly until: Temporal.PlainDateTime } }
)

export interface ServiceCalendar {
  readonly hours: readonly OpenHours[]
  readonly closures: readonly Closure[]
}

/**
 * Whether a certificate can be had now. A way that the calendar says nothing of is open: a counter has somebody at it or
 * it has not.
 */
export function isOpen({ hours, closures }: ServiceCalendar, way: Way, kind: CertificateKind, now: Temporal.PlainDateTime): boolean {
  const [day, time] = [now.toPlainDate(), now.toPlainTime()]
  if (closures.some((closure) => (closure.way === null || closure.way === way) && isClosedBy(closure, now))) return false
  const holding = hours.filter((each) => each.way === way && (each.kind === null || each.kind === kind) && holds(each, day))
  if (holding.length === 0) return !hours.some((each) => each.way === way)
  return holding.some(({ from, until }) => Temporal.PlainTime.compare(from, time) <= 0 && Temporal.PlainTime.compare(time, until) < 0)
}

function holds({ validFrom, validTo }: OpenHours, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(validFrom, day) <= 0 && (validTo === null || Temporal.PlainDate.compare(day, validTo) <= 0)
}

function isClosedBy(closure: Closure, now: Temporal.PlainDateTime): boolean {
  if ('once' in closure) {
    return Temporal.PlainDateTime.compare(closure.once.from, now) <= 0 && Temporal.PlainDateTime.compare(now, closure.once.until) < 0
  }
  const [today, from, to] = [monthDay(now), monthDayOf(closure.yearly.from), monthDayOf(closure.yearly.to)]
  // The turn of the year lies within: 29 December to 3 January.
  return from <= to ? from <= today && today <= to : today >= from || today <= to
}

function monthDay({ month, day }: { readonly month: number; readonly day: number }): number {
  return month * 100 + day
}

function monthDayOf(value: Temporal.PlainMonthDay): number {
  return monthDay(value.toPlainDate({ year: LEAP_YEAR }))
}

const LEAP_YEAR = 2024
