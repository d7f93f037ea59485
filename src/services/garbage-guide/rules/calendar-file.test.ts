import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarFile, type CalendarDay, type CalendarWishes } from './calendar-file.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const burnable = { name: 'もやすごみ', how: '朝8時までに、指定の袋で' }
const bottles = { name: 'びん, 缶; その他', how: '洗って\n出す \\o/' }
const WISHES: CalendarWishes = {
  name: '井田川町のごみの日',
  days: [
    { day: day('2026-12-28'), classes: [burnable] },
    { day: day('2026-12-31'), classes: [burnable, bottles] },
    { day: day('2027-01-04'), classes: [] },
  ],
  url: 'https://city.example/garbage/districts/idagawa/calendar.ics',
  language: 'ja',
}

type Properties = ReadonlyMap<string, string>

interface ReadCalendar {
  readonly lines: readonly string[]
  readonly calendar: Properties
  readonly events: readonly Properties[]
}

/** Reads as RFC 5545 says, and holds the file against its rules of lines on the way. */
function readBack(file: string): ReadCalendar {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of file.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line.isWellFormed()).toBe(true)
  }
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  // Properties of the calendar come before its events (section 3.6).
  if (lines.includes('BEGIN:VEVENT')) expect(lines.at(-2)).toBe('END:VEVENT')
  const [calendar = [], ...events] = lines
    .join('\n')
    .split('BEGIN:VEVENT\n')
    .map((part) => part.split('\n'))
  return { lines, calendar: propertiesOf(calendar), events: events.map(propertiesOf) }
}

function propertiesOf(lines: readonly string[]): Properties {
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}

function textOf(value: string | undefined): string {
  return (value ?? '').replace(/\\(n|N|.)/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped))
}

describe('a calendar file', () => {
  const { calendar, events } = readBack(calendarFile(WISHES))

  test('says what it is', () => {
    expect(Object.fromEntries(calendar)).toMatchObject({
      VERSION: '2.0',
      METHOD: 'PUBLISH',
      'X-WR-CALNAME': WISHES.name,
      'REFRESH-INTERVAL;VALUE=DURATION': 'P1D',
      URL: WISHES.url,
    })
    expect(calendar.get('PRODID')).toMatch(/^-\/\/.+\/\/JA$/)
  })

  test('has an all-day event for each day with a collection, ending on the day after', () => {
    expect(events.map((event) => [event.get('DTSTART;VALUE=DATE'), event.get('DTEND;VALUE=DATE')])).toEqual([
      ['20261228', '20261229'],
      ['20261231', '20270101'],
    ])
    expect(events.map((event) => event.get('TRANSP'))).toEqual(['TRANSPARENT', 'TRANSPARENT'])
  })

  test('names what is collected and how, commas, semicolons and lines kept', () => {
    expect(events.map((event) => textOf(event.get('SUMMARY')))).toEqual(['もやすごみ', 'もやすごみ・びん, 缶; その他'])
    expect(textOf(events[1]?.get('DESCRIPTION'))).toBe(
      'もやすごみ: 朝8時までに、指定の袋で\nびん, 缶; その他: 洗って 出す \\o/',
    )
    const english = readBack(calendarFile({ ...WISHES, language: 'en' }))
    expect(textOf(english.events[1]?.get('SUMMARY'))).toBe('もやすごみ, びん, 缶; その他')
    expect(english.calendar.get('PRODID')).toMatch(/\/\/EN$/)
  })

  test('every event has its stamp in UTC', () => {
    const revisedAt = Temporal.Instant.from('2026-11-22T09:30:00+09:00')
    const stamps = readBack(calendarFile({ ...WISHES, revisedAt })).events.map((event) => event.get('DTSTAMP'))
    expect(stamps).toEqual(['20261122T003000Z', '20261122T003000Z'])
    expect(events[0]?.get('DTSTAMP')).toBe('20261227T150000Z')
  })

  test('the same content gives the same bytes; an event keeps its identity when its content changes', () => {
    expect(calendarFile(WISHES)).toBe(calendarFile(WISHES))
    const days = [{ day: day('2026-12-31'), classes: [bottles] }]
    const changed = readBack(calendarFile({ ...WISHES, days, name: 'x', language: 'pt' })).events
    expect(changed[0]?.get('UID')).toBe(events[1]?.get('UID'))
    const elsewhere = readBack(calendarFile({ ...WISHES, url: 'https://city.example/garbage/other.ics' })).events
    expect(elsewhere[0]?.get('UID')).not.toBe(events[0]?.get('UID'))
    expect(new Set(events.map((event) => event.get('UID'))).size).toBe(2)
  })

  test('without any day it is an empty calendar', () => {
    expect(readBack(calendarFile({ ...WISHES, days: [] })).events).toEqual([])
  })

  test('whatever the words are, the file can be read back', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('𠮷', '🗑️', '\r\nEND:VEVENT', ',', ';', '\\', ':', '"', 'ごみ'))
        .map((all) => all.join('')),
    )
    const classes = fc.array(fc.record({ name: words, how: words }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(words, classes, (name, classes) => {
        const days: CalendarDay[] = [{ day: day('2026-12-28'), classes }]
        const read = readBack(calendarFile({ ...WISHES, name, days }))
        expect(read.events).toHaveLength(1)
        expect(read.lines.filter((line) => line.startsWith('END:'))).toEqual(['END:VEVENT', 'END:VCALENDAR'])
        expect(textOf(read.events[0]?.get('SUMMARY'))).toBe(classes.map((each) => plain(each.name)).join('・'))
      }),
    )
  })
})

function plain(text: string): string {
  return text
    .replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ')
    .toWellFormed()
    .trim()
}
