import { createHash } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventTransparency, type ICalCalendar } from 'ical-generator'
import type { Language } from '#kernel/text/text.ts'

export interface CalendarDay {
  readonly day: Temporal.PlainDate
  /** What is collected on it, as the reader reads it. */
  readonly classes: readonly { readonly name: string; readonly how: string }[]
}

export interface CalendarWishes {
  readonly name: string
  readonly days: readonly CalendarDay[]
  /** Where the calendar is subscribed; it must stay, because the identity of each event is made from it. */
  readonly url: string
  readonly language: Language
  /** When its content last changed; left out, its first day, so that equal content gives equal bytes. */
  readonly revisedAt?: Temporal.Instant
}

/** How often a calendar asks for news: once a day is enough for what changes a few times a year. */
const REFRESH_SECONDS = 24 * 60 * 60

/**
 * An iCalendar file (RFC 5545; name and refresh interval RFC 7986) with one all-day event for each day on which
 * something is collected, to be sent as `text/calendar; charset=utf-8`. All-day events stand on dates (section 3.3.4)
 * and have no time zone: a collection day is the same day for who looks at it from abroad. Events take up no time
 * (TRANSP), so that nobody seems busy on a collection day.
 */
export function calendarFile({ name, days, url, language, revisedAt }: CalendarWishes): string {
  const calendar = ical({
    name: oneLine(name),
    url,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Tsunagu', product: 'garbage-guide', language: language.slice(0, 2).toUpperCase() },
    ttl: REFRESH_SECONDS,
  })
  const collected = days.filter(({ classes }) => classes.length > 0)
  const stamp = revisedAt ?? collected[0]?.day.toZonedDateTime('Asia/Tokyo').toInstant() ?? new Temporal.Instant(0n)
  for (const day of collected) addEvent(calendar, day, { url, language, stamp })
  return calendar.toString()
}

interface EventWishes {
  readonly url: string
  readonly language: Language
  readonly stamp: Temporal.Instant
}

function addEvent(calendar: ICalCalendar, { day, classes }: CalendarDay, { url, language, stamp }: EventWishes): void {
  const separator = language === 'ja' || language === 'ja-x-yasashii' ? '・' : ', '
  const hows = classes.filter(({ how }) => how !== '')
  calendar.createEvent({
    id: eventId(url, day),
    start: day,
    // The end of an all-day event is the day after it (RFC 5545 section 3.6.1).
    end: day.add({ days: 1 }),
    allDay: true,
    stamp,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: classes.map((each) => oneLine(each.name)).join(separator),
    ...(hows.length > 0 ? { description: hows.map((each) => oneLine(`${each.name}: ${each.how}`)).join('\n') } : {}),
  })
}

/** The same for the same district and day, however often the file is made: a changed event replaces its old self. */
function eventId(url: string, day: Temporal.PlainDate): string {
  const district = createHash('sha256').update(url).digest('hex').slice(0, 20)
  return `${day.toString().replaceAll('-', '')}-${district}@garbage-guide.tsunagu`
}

/** Control characters may not stand in a text of iCalendar (RFC 5545 section 3.3.11). */
function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ')
    .toWellFormed()
    .trim()
}
