import { NO_QUIET_FROM, type Level } from '../model.ts'
import type { QuietHours } from './choices.ts'

export const MINUTES_OF_DAY = 1_440
const JAPAN = 'Asia/Tokyo'

/**
 * When somebody may be written to: now, or at the end of their quiet hours. From level 4 on it is always now, because an
 * evacuation instruction (避難指示, 災害対策基本法第60条) must wake people up.
 */
export function earliestFor(quiet: QuietHours | null, level: Level, now: Temporal.Instant): Temporal.Instant {
  if (quiet === null || level >= NO_QUIET_FROM) return now
  const local = now.toZonedDateTimeISO(JAPAN)
  const minute = local.hour * 60 + local.minute
  if (!isQuiet(quiet, minute)) return now
  const endsToday = minute < quiet.to
  const day = endsToday ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
  return day.toZonedDateTime({ timeZone: JAPAN, plainTime: timeOf(quiet.to) }).toInstant()
}

/** Whether a minute of the day in Japan lies in the quiet hours: from `from` on, before `to`, over midnight if need be. */
export function isQuiet({ from, to }: QuietHours, minute: number): boolean {
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to
}

/** `22:30` for 1350. */
export function clockOf(minute: number): string {
  return timeOf(minute).toString({ smallestUnit: 'minute' })
}

/** The minute that a clock time names; undefined where it is none. */
export function minuteAt(clock: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock)
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2])
}

function timeOf(minute: number): Temporal.PlainTime {
  return Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
}
