import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidValue } from './invalid-value.ts'
import { NATIONAL_HOLIDAYS, holidayOn, readHolidayList } from './national-holidays.ts'

const SUNDAY = 7
const SUBSTITUTES_SINCE = Temporal.PlainDate.from('1973-04-12')
const BETWEEN_SINCE = Temporal.PlainDate.from('1985-12-27')
const all = [...NATIONAL_HOLIDAYS.holidays.values()]

describe('single days', () => {
  test.each([
    ['1955-01-01', '元日'],
    ['1973-04-30', '振替休日'],
    ['1989-02-24', '昭和天皇の大喪の礼'],
    ['2019-04-30', '国民の休日'],
    ['2019-05-01', '天皇の即位の日'],
    ['2020-07-24', 'スポーツの日'],
    ['2021-08-09', '振替休日'],
    ['2026-05-06', '振替休日'],
    ['2026-09-22', '国民の休日'],
    ['2027-03-22', '振替休日'],
  ])('%s is %s', (date, name) => {
    expect(holidayOn(Temporal.PlainDate.from(date))?.name).toBe(name)
  })

  test.each(['2019-12-23', '2020-10-12', '2021-08-11', '2026-11-24'])('%s is none', (date) => {
    expect(holidayOn(Temporal.PlainDate.from(date))).toBeNull()
  })

  test.each(['1954-12-31', '2028-01-01', '2028-01-02', '2050-03-21'])('%s is not guessed at', (date) => {
    expect(() => holidayOn(Temporal.PlainDate.from(date))).toThrow(InvalidValue)
    expect(() => holidayOn(Temporal.PlainDate.from(date))).toThrow('1955-01-01 to 2027-12-31')
  })
})

describe('the list obeys the law it was published under', () => {
  test('article 2: sixteen holidays a year since 2016, fifteen in 2019, between two birthdays', () => {
    for (let year = 2016; year <= NATIONAL_HOLIDAYS.lastDay.year; year++) {
      const named = all.filter(({ date, kind }) => date.year === year && kind === 'holiday')
      expect([year, named.length]).toEqual([year, year === 2019 ? 15 : 16])
    }
  })

  test('article 3 paragraph 2: a holiday on a Sunday has its substitute, and no other day is one', () => {
    const expected = all
      .filter(({ date, kind }) => kind === 'holiday' && date.dayOfWeek === SUNDAY && isSince(date, SUBSTITUTES_SINCE))
      .map(({ date }) => substituteOf(date).toString())
    const actual = all.filter(({ kind }) => kind === 'substitute').map(({ date }) => date.toString())
    expect(actual).toEqual(expected)
  })

  test('article 3 paragraph 3: a day between two holidays is one, and no other day is', () => {
    const isNamed = (date: Temporal.PlainDate): boolean =>
      ['holiday', 'occasion'].includes(holidayOn(date)?.kind ?? 'none')
    const expected = all
      .map(({ date }) => date.add({ days: 1 }))
      .filter((day) => isNamed(day.subtract({ days: 1 })) && isSince(day, BETWEEN_SINCE))
      .filter((day) => !isNamed(day) && isNamed(day.add({ days: 1 })))
      // Until 2007 a Sunday was no such day, nor one that was a substitute already.
      .filter((day) => day.dayOfWeek !== SUNDAY && holidayOn(day)?.kind !== 'substitute')
    const actual = all.filter(({ kind }) => kind === 'between').map(({ date }) => date.toString())
    expect(actual).toEqual(expected.map(String))
  })

  test('the Happy Monday holidays fall on their Monday', () => {
    const mondays = all.filter(
      ({ date, name }) =>
        (name === '成人の日' && date.year >= 2000) ||
        (name === '敬老の日' && date.year >= 2003) ||
        (['海の日', 'スポーツの日'].includes(name) && date.year >= 2022),
    )
    const week = (date: Temporal.PlainDate): number => Math.ceil(date.day / 7)
    expect(mondays.filter(({ date }) => date.dayOfWeek !== 1)).toEqual([])
    expect(mondays.filter(({ name, date }) => week(date) !== (['成人の日', 'スポーツの日'].includes(name) ? 2 : 3))).toEqual([])
  })
})

describe('reading a list', () => {
  const HEAD = '# covers 2026-01-01/2026-12-31\ndate,name,kind\n'

  test.each([
    ['no-cover', '2026-01-01,元日,holiday'],
    ['unreadable', `${HEAD}2026/1/1,元日,holiday`],
    ['unreadable', `${HEAD}2026-01-01,元日,festival`],
    ['no-such-day', `${HEAD}2026-02-30,元日,holiday`],
    ['not-in-order', `${HEAD}2026-01-12,成人の日,holiday\n2026-01-01,元日,holiday`],
    ['not-in-order', `${HEAD}2026-01-01,元日,holiday\n2026-01-01,元日,holiday`],
    ['not-in-order', `${HEAD}2025-12-31,おおみそか,holiday`],
    ['not-covered', `${HEAD}2027-01-01,元日,holiday`],
  ])('%s', (reason, csv) => {
    expect(() => readHolidayList(csv)).toThrow(reason)
  })

  test('the fault names the line to mend', () => {
    expect(() => readHolidayList(`${HEAD}2026-01-01,元日,holiday\nnonsense`)).toThrow('line 4')
  })

  test('any set of covered days is read as it was written, whatever the line ends', () => {
    const newYear = Temporal.PlainDate.from('2026-01-01')
    const days = fc
      .uniqueArray(fc.nat(364), { maxLength: 20 })
      .map((numbers) => numbers.toSorted((a, b) => a - b).map((number) => newYear.add({ days: number }).toString()))
    fc.assert(
      fc.property(days, fc.constantFrom('\n', '\r\n'), fc.boolean(), (dates, lineEnd, hasMark) => {
        const rows = dates.map((date) => `${date},祭,occasion`).join('\n')
        const csv = `${hasMark ? '\uFEFF' : ''}${HEAD}${rows}\n`.replaceAll('\n', lineEnd)
        expect([...readHolidayList(csv).holidays.keys()]).toEqual(dates)
      }),
    )
  })
})

/** Until 2006 the Monday, since 2007 the next day that is no holiday itself (平成17年法律第43号). */
function substituteOf(sunday: Temporal.PlainDate): Temporal.PlainDate {
  let day = sunday.add({ days: 1 })
  while (holidayOn(day)?.kind === 'holiday') day = day.add({ days: 1 })
  return day
}

function isSince(date: Temporal.PlainDate, since: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, since) >= 0
}
