/** The city's time. Law knows days (PlainDate in Japan), logs know instants; tests set the clock by hand. */
export interface Clock {
  now(): Temporal.Instant
  today(): Temporal.PlainDate
}

const JAPAN = 'Asia/Tokyo'

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  today: () => Temporal.Now.plainDateISO(JAPAN),
}

export function clockAt(instant: string): Clock {
  const now = Temporal.Instant.from(instant)
  return { now: () => now, today: () => dayOf(now) }
}

/** Machines that share a database differ by less, and a clock set back by less repeats nothing. */
const CLOCK_TOLERANCE_HOURS = 24

/** What a program writes down as its next step lies before this; what lies behind was written by a clock that was wrong. */
export function latestPlausible(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: CLOCK_TOLERANCE_HOURS })
}

/** The calendar day in Japan on which an instant falls. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(JAPAN).toPlainDate()
}

/** The instant at which a calendar day begins in Japan. */
export function beginOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(JAPAN).toInstant()
}

/** Day and minute in Japan, e.g. `2026-11-22 09:05`, for histories and logs that people read. */
export function minuteOf(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(JAPAN).toPlainDateTime()
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}
