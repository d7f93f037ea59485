import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BusinessCalendar,
  type YearlyClosure,
  addBusinessDays,
  businessCalendar,
  businessDayOnOrAfter,
  closureOn,
  countBusinessDays,
  isBusinessDay,
  nextBusinessDay,
} from './business-days.ts'
import { InvalidValue } from './invalid-value.ts'

const YEAR_END = { name: '年末年始', from: '12-29', until: '01-03' }
const cityHall = businessCalendar({ weeklyClosures: [6, 7], yearlyClosures: [YEAR_END] })
/** A library that rests on Mondays and at the end of every February. */
const library = businessCalendar({
  weeklyClosures: [1],
  yearlyClosures: [YEAR_END, { name: '特別整理期間', from: '02-25', until: '02-29' }],
})

const FIRST = Temporal.PlainDate.from('1993-01-01')
const dates = fc.integer({ min: 0, max: 12_000 }).map((days) => FIRST.add({ days }))
const counts = fc.integer({ min: -120, max: 120 })
const calendars = fc.constantFrom(cityHall, library)

describe('whether the office is open', () => {
  test.each([
    ['2026-11-20', null],
    ['2026-11-21', 'weekly'],
    ['2026-11-22', 'weekly'],
    ['2026-11-23', 'national-holiday'],
    ['2026-11-24', null],
    ['2026-12-28', null],
    ['2026-12-29', 'yearly'],
    ['2026-12-31', 'yearly'],
    ['2027-01-01', 'national-holiday'],
    ['2027-01-02', 'yearly'],
    ['2027-01-03', 'yearly'],
    ['2027-01-04', null],
  ])('%s: %s', (iso, kind) => {
    const date = Temporal.PlainDate.from(iso)
    expect(closureOn(date, cityHall)?.kind ?? null).toBe(kind)
    expect(isBusinessDay(date, cityHall)).toBe(kind === null)
  })

  test('a closure may be a single day', () => {
    // 慰霊の日, which Okinawa and its municipalities close on (地方自治法 article 4-2 paragraph 3).
    const naha = businessCalendar({
      weeklyClosures: [6, 7],
      yearlyClosures: [{ name: '慰霊の日', from: '06-23', until: '06-23' }],
    })
    const days = ['2026-06-22', '2026-06-23', '2026-06-24'].map((iso) => Temporal.PlainDate.from(iso))
    expect(days.map((day) => isBusinessDay(day, naha))).toEqual([true, false, true])
  })

  test('each office has its own days: the library opens on Saturday and rests on Monday', () => {
    expect(isBusinessDay(Temporal.PlainDate.from('2026-11-21'), library)).toBe(true)
    expect(closureOn(Temporal.PlainDate.from('2026-11-30'), library)).toEqual({ kind: 'weekly', dayOfWeek: 1 })
    expect(closureOn(Temporal.PlainDate.from('2024-02-29'), library)).toMatchObject({ closure: { name: '特別整理期間' } })
  })
})

describe('counting on', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-24'],
    ['2026-11-20', -1, '2026-11-19'],
    ['2026-11-24', -1, '2026-11-20'],
    ['2026-11-21', 1, '2026-11-24'],
    ['2026-11-21', -1, '2026-11-20'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-12-28', 1, '2027-01-04'],
    ['2027-01-04', -1, '2026-12-28'],
    // Golden Week of 2019: ten days in a row.
    ['2019-04-26', 1, '2019-05-07'],
    ['2026-11-20', 5, '2026-11-30'],
  ])('from %s, %d business days lead to %s', (from, count, to) => {
    expect(addBusinessDays(Temporal.PlainDate.from(from), count, cityHall).toString()).toBe(to)
  })

  test.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-21', '2026-11-24'],
    ['2026-12-29', '2027-01-04'],
  ])('a deadline on %s ends on %s', (date, end) => {
    expect(businessDayOnOrAfter(Temporal.PlainDate.from(date), cityHall).toString()).toBe(end)
  })

  test('the next business day is never the day itself', () => {
    expect(nextBusinessDay(Temporal.PlainDate.from('2026-11-24'), cityHall).toString()).toBe('2026-11-25')
  })

  test('counting on and counting back meet again on a business day', () => {
    fc.assert(
      fc.property(dates, counts, calendars, (date, count, calendar) => {
        const start = businessDayOnOrAfter(date, calendar)
        const there = addBusinessDays(start, count, calendar)
        expect(addBusinessDays(there, -count, calendar).toString()).toBe(start.toString())
        expect(isBusinessDay(there, calendar)).toBe(true)
      }),
    )
  })

  test('as many days lie between as were added, from any day', () => {
    fc.assert(
      fc.property(dates, fc.nat(120), calendars, (date, count, calendar) => {
        expect(countBusinessDays(date, addBusinessDays(date, count, calendar), calendar)).toBe(count)
      }),
    )
  })

  test('a stretch has as many business days as its parts, and as many backwards', () => {
    fc.assert(
      fc.property(dates, fc.nat(200), fc.nat(200), calendars, (from, first, second, calendar) => {
        const middle = from.add({ days: first })
        const to = middle.add({ days: second })
        const whole = countBusinessDays(from, to, calendar)
        expect(countBusinessDays(from, middle, calendar) + countBusinessDays(middle, to, calendar)).toBe(whole)
        expect(countBusinessDays(to, from, calendar)).toBe(
          0 - whole + Number(isBusinessDay(to, calendar)) - Number(isBusinessDay(from, calendar)),
        )
      }),
    )
  })
})

describe('what cannot be known or is not sound is refused', () => {
  test.each([
    ['a Sunday in 2028', () => isBusinessDay(Temporal.PlainDate.from('2028-01-02'), cityHall)],
    ['counting out of the list', () => nextBusinessDay(Temporal.PlainDate.from('2027-12-28'), cityHall)],
    ['a count without end', () => addBusinessDays(FIRST, Number.MAX_SAFE_INTEGER, cityHall)],
    ['half a day', () => addBusinessDays(FIRST, 0.5, cityHall)],
    ['an office that never opens', () => closedEveryWeek([1, 2, 3, 4, 5, 6, 7])],
    ['an eighth day of the week', () => closedEveryWeek([8])],
    ['30 February', () => closedEveryYear({ ...YEAR_END, until: '02-30' })],
    ['a month alone', () => closedEveryYear({ ...YEAR_END, from: '12' })],
  ])('%s', (_, attempt) => {
    expect(attempt).toThrow(InvalidValue)
  })
})

function closedEveryWeek(weeklyClosures: readonly number[]): BusinessCalendar {
  return businessCalendar({ weeklyClosures, yearlyClosures: [] })
}

function closedEveryYear(closure: YearlyClosure): BusinessCalendar {
  return businessCalendar({ weeklyClosures: [], yearlyClosures: [closure] })
}
