import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessCalendar } from '#kernel/values/business-days.ts'
import { isHolidayPublished, REST_RULES, type RestRule } from './rests.ts'
import { collectionDays, parseSchedule, printSchedule, WEEKDAYS, type Schedule } from './schedule.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

function read(text: string): Schedule {
  const reading = parseSchedule(text)
  if (!reading.ok) throw new Error(`${text}: ${reading.reason}`)
  return reading.value
}

/** Days as text; a moved one as `new<old`. */
function daysOf(text: string, from: string, to: string, rests: { from: string; to: string; rule: RestRule }[] = []) {
  const closed = rests.map(({ rule, ...rest }) => ({ from: day(rest.from), to: day(rest.to), rule }))
  return collectionDays(read(text), { from: day(from), to: day(to), rests: closed }).map(print)
}

function print({ day, movedFrom }: ReturnType<typeof collectionDays>[number]): string {
  return movedFrom === null ? day.toString() : `${day.toString()}<${movedFrom.toString()}`
}

describe('the notation', () => {
  test.each([
    ['月', { regular: [{ weekday: '月', weekOfMonth: null }], months: null, dates: [], remarks: [] }],
    [
      '火1 火3',
      {
        regular: [
          { weekday: '火', weekOfMonth: 1 },
          { weekday: '火', weekOfMonth: 3 },
        ],
      },
    ],
    ['火2 金4:4 6 8', { months: [4, 6, 8] }],
    ['20260505 20261230', { dates: [day('2026-05-05'), day('2026-12-30')], regular: [] }],
    ['木 *12', { remarks: [12] }],
    ['20240229', { dates: [day('2024-02-29')] }],
    ['　火２　金４：４　６ ', { months: [4, 6] }],
  ])('%s is read', (text, expected) => {
    const reading = parseSchedule(text)
    expect(reading).toMatchObject({ ok: true })
    if (reading.ok)
      expect({ ...reading.value, dates: reading.value.dates.map(String) }).toMatchObject({
        ...expected,
        ...('dates' in expected ? { dates: expected.dates.map(String) } : {}),
      })
  })

  test.each([
    ['', 'empty', '', 1],
    ['  ', 'empty', '', 1],
    ['月曜日', 'unreadable-part', '月曜日', 1],
    ['月 Tue', 'unreadable-part', 'Tue', 2],
    ['月、木', 'unreadable-part', '月、木', 1],
    ['月 火6', 'week-out-of-range', '火6', 2],
    ['火0', 'week-out-of-range', '火0', 1],
    ['20250229', 'no-such-day', '20250229', 1],
    ['20261301', 'no-such-day', '20261301', 1],
    ['2026505', 'unreadable-part', '2026505', 1],
    ['月:', 'no-months', ':', 2],
    ['月:4 13', 'no-such-month', '13', 3],
    ['月:4 *1', 'no-such-month', '*1', 3],
    ['月:4 4', 'twice', '4', 3],
    ['月:4:5', 'second-colon', ':5', 3],
    ['20260505:4', 'months-without-weekday', ':4', 2],
    [':4', 'months-without-weekday', ':4', 1],
    ['月 月', 'twice', '月', 2],
    ['月 月1', 'twice', '月1', 2],
    ['*1 *1', 'twice', '*1', 2],
  ])('%j is refused as %s at part %j', (text, reason, part, at) => {
    expect(parseSchedule(text)).toEqual({ ok: false, reason, part, at })
  })

  test('a text that no cell holds is refused without being read', () => {
    expect(parseSchedule('月 '.repeat(100_000))).toMatchObject({ reason: 'too-long' })
  })

  const weekday = fc.constantFrom(...WEEKDAYS)
  const dates = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  const schedules = fc
    .record({
      regular: fc.uniqueArray(fc.record({ weekday, weekOfMonth: fc.option(fc.integer({ min: 1, max: 5 })) }), {
        comparator: (one, other) =>
          one.weekday === other.weekday &&
          (one.weekOfMonth === null || other.weekOfMonth === null || one.weekOfMonth === other.weekOfMonth),
      }),
      months: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 })),
      dates: fc.uniqueArray(
        dates.map((date) => date.toISOString().slice(0, 10)),
        { maxLength: 60 },
      ),
      remarks: fc.uniqueArray(fc.nat({ max: 999 })),
    })
    .filter(({ regular, dates, remarks }) => regular.length + dates.length + remarks.length > 0)
    .map((drawn) => ({
      ...drawn,
      months: drawn.regular.length === 0 ? null : drawn.months,
      dates: drawn.dates.map(day),
    }))

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const back = read(printSchedule(schedule))
        expect(printSchedule(back)).toBe(printSchedule(schedule))
        expect({ ...back, dates: back.dates.map(String) }).toEqual({ ...schedule, dates: schedule.dates.map(String) })
      }),
    )
  })

  test('whatever is typed, an answer comes', () => {
    const pieces = fc.constantFrom('月', '火3', '*', ':', '20261231', ' ', '　', '-', '9', '０')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const reading = parseSchedule(text)
          if (reading.ok) expect(read(printSchedule(reading.value))).toEqual(reading.value)
          else expect(reading.at).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('collection days', () => {
  test.each([
    ['every week, leap day included', '木', '2024-02-20', '2024-03-08', ['2024-02-22', '2024-02-29', '2024-03-07']],
    [
      'first and third',
      '水1 水3',
      '2026-04-01',
      '2026-05-31',
      ['2026-04-01', '2026-04-15', '2026-05-06', '2026-05-20'],
    ],
    ['the fifth exists in few months', '金5', '2026-01-01', '2026-07-31', ['2026-01-30', '2026-05-29', '2026-07-31']],
    ['only in some months', '金4:4 6', '2026-03-01', '2026-08-31', ['2026-04-24', '2026-06-26']],
    ['single days beside regular ones', '月1 20260505', '2026-05-01', '2026-05-31', ['2026-05-04', '2026-05-05']],
    ['a single day that is a regular one', '火 20260505', '2026-05-04', '2026-05-06', ['2026-05-05']],
    ['the bounds themselves', '月', '2026-05-04', '2026-05-11', ['2026-05-04', '2026-05-11']],
    ['none before the beginning', '月', '2026-05-11', '2026-05-04', []],
    ['a remark is no day', '*1', '2026-05-01', '2026-05-31', []],
  ])('%s', (_, text, from, to, expected) => {
    expect(daysOf(text, from, to)).toEqual(expected)
  })

  test.each([
    ['drop', ['2026-12-24', '2026-12-28', '2027-01-04', '2027-01-07']],
    // Both weeks have a collection of their own, so nothing is moved to be seen.
    ['next-week', ['2026-12-24', '2026-12-28', '2027-01-04', '2027-01-07']],
    // Monday the 4th has its own; Thursday's would fall on it.
    ['next-working-day', ['2026-12-24', '2026-12-28', '2027-01-04', '2027-01-07']],
  ] as const)('月 木 around the new year, %s', (rule, expected) => {
    expect(daysOf('月 木', '2026-12-22', '2027-01-10', [{ from: '2026-12-29', to: '2027-01-03', rule }])).toEqual(
      expected,
    )
  })

  test.each([
    ['drop', []],
    ['next-week', ['2027-01-07<2026-12-31']],
    ['next-working-day', ['2027-01-04<2026-12-31']],
  ] as const)('木5 on New Year’s Eve, %s, also when only January is asked for', (rule, expected) => {
    const rests = [{ from: '2026-12-29', to: '2027-01-03', rule }]
    expect(daysOf('木5', '2026-12-31', '2027-01-20', rests)).toEqual(expected)
    expect(daysOf('木5', '2027-01-01', '2027-01-20', rests)).toEqual(expected)
    expect(daysOf('木5', '2026-12-31', '2027-01-03', rests)).toEqual([])
  })

  test('a week moved out of its months stays: the month asked is the one it was due in', () => {
    const rests = [{ from: '2026-12-29', to: '2027-01-03', rule: 'next-week' as const }]
    expect(daysOf('水5:12', '2026-12-01', '2027-02-28', rests)).toEqual(['2027-01-06<2026-12-30'])
  })

  test('a moved day never lands in the next rest', () => {
    const rests = [
      { from: '2026-08-13', to: '2026-08-15', rule: 'next-week' as const },
      { from: '2026-08-20', to: '2026-08-20', rule: 'drop' as const },
    ]
    expect(daysOf('木2', '2026-08-01', '2026-09-30', rests)).toEqual(['2026-08-27<2026-08-13', '2026-09-10'])
  })

  test('a rest of months lets collections fall out rather than gather at its end', () => {
    const rests = [{ from: '2026-04-01', to: '2026-09-30', rule: 'next-week' as const }]
    expect(daysOf('水5', '2026-04-01', '2026-10-31', rests)).toEqual(['2026-10-07<2026-09-30'])
  })

  test('a day named by the city stands in a rest', () => {
    const rests = [{ from: '2026-12-29', to: '2027-01-03', rule: 'drop' as const }]
    expect(daysOf('水 20261230', '2026-12-28', '2027-01-03', rests)).toEqual(['2026-12-30'])
  })

  test('national holidays, where the city rests on them', () => {
    const calendar = businessCalendar({ weeklyClosures: [6, 7], yearlyClosures: [] })
    const on = (rule: RestRule) =>
      collectionDays(read('月1 火'), {
        from: day('2026-05-01'),
        to: day('2026-05-12'),
        rests: [],
        holidays: { calendar, rule },
      }).map(print)
    expect(on('drop')).toEqual(['2026-05-12'])
    expect(on('next-week')).toEqual(['2026-05-11<2026-05-04', '2026-05-12'])
    expect(on('next-working-day')).toEqual(['2026-05-07<2026-05-04', '2026-05-12'])
  })

  test('where holidays are not yet published, days stand and the page can say so', () => {
    const holidays = { calendar: businessCalendar({ weeklyClosures: [], yearlyClosures: [] }), rule: 'drop' as const }
    const { lastDay } = holidays.calendar.holidays
    const [from, to] = [lastDay.add({ days: 1 }), lastDay.add({ days: 7 })]
    expect(collectionDays(read('月'), { from, to, rests: [], holidays })).toHaveLength(1)
    expect([isHolidayPublished(lastDay, holidays), isHolidayPublished(from, holidays)]).toEqual([true, false])
  })

  test('more than five years are a fault of the program', () => {
    expect(() => daysOf('月', '2020-01-01', '2030-01-01')).toThrow('too-long')
  })

  test('in order, each day once, never in a rest, moved ones later than they were due', () => {
    const offsets = fc.record({ start: fc.integer({ min: -80, max: 200 }), length: fc.integer({ min: 0, max: 20 }) })
    const texts = fc.constantFrom('月 木', '火2 火4', '水5', '金1 金3:1 3 5', '土 日', '月 火 水 木 金')
    fc.assert(
      fc.property(texts, fc.array(offsets, { maxLength: 5 }), fc.constantFrom(...REST_RULES), (text, drawn, rule) => {
        const [from, to] = [day('2026-11-01'), day('2027-04-30')]
        const rests = drawn.map(({ start, length }) => {
          const first = from.add({ days: start })
          return { from: first, to: first.add({ days: length }), rule }
        })
        const found = collectionDays(read(text), { from, to, rests })
        const days = found.map(({ day }) => day.toString())
        expect(days).toEqual([...new Set(days)].sort())
        for (const { day, movedFrom } of found) {
          const isIn = (rest: (typeof rests)[number]) =>
            Temporal.PlainDate.compare(rest.from, day) <= 0 && Temporal.PlainDate.compare(day, rest.to) <= 0
          expect(rests.some(isIn)).toBe(false)
          if (movedFrom !== null) expect(Temporal.PlainDate.compare(movedFrom, day)).toBe(-1)
        }
      }),
    )
  })
})
