import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ERAS, eraYearOf, formatJapaneseDate, gregorianYear, parseDate, parseEraYear } from './era.ts'
import { InvalidValue } from './invalid-value.ts'

const FIRST = Temporal.PlainDate.from('1873-01-01')
const LAST = Temporal.PlainDate.from('2299-12-31')
const dates = fc.integer({ min: 0, max: FIRST.until(LAST).days }).map((days) => FIRST.add({ days }))

describe('the eras', () => {
  test('follow one another without a gap; only where an edict renamed its own day does that day bear two names', () => {
    const gaps = ERAS.slice(1).map((era, index) => ERAS[index]?.endedOn?.until(era.beganOn).days)
    expect(gaps).toEqual([0, 0, 1, 1])
    expect(ERAS.at(-1)?.endedOn).toBeNull()
  })

  test.each([
    ['1873-01-01', '明治6年1月1日', 'M6.1.1'],
    ['1912-07-29', '明治45年7月29日', 'M45.7.29'],
    ['1912-07-30', '大正元年7月30日', 'T1.7.30'],
    ['1926-12-24', '大正15年12月24日', 'T15.12.24'],
    ['1926-12-25', '昭和元年12月25日', 'S1.12.25'],
    ['1989-01-07', '昭和64年1月7日', 'S64.1.7'],
    ['1989-01-08', '平成元年1月8日', 'H1.1.8'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['2026-11-22', '令和8年11月22日', 'R8.11.22'],
  ])('%s is %s', (iso, long, short) => {
    const date = Temporal.PlainDate.from(iso)
    expect(formatJapaneseDate(date)).toBe(long)
    expect(formatJapaneseDate(date, 'short')).toBe(short)
  })

  test('days of the old calendar are refused', () => {
    expect(() => eraYearOf(Temporal.PlainDate.from('1872-12-31'))).toThrow(InvalidValue)
    expect(() => formatJapaneseDate(Temporal.PlainDate.from('1868-10-23'))).toThrow('before-gregorian-calendar')
  })

  test('agree with the calendar of ICU on every day', () => {
    const nameInIcu: Readonly<Record<string, string>> = {
      meiji: '明治',
      taisho: '大正',
      showa: '昭和',
      heisei: '平成',
      reiwa: '令和',
    }
    fc.assert(
      fc.property(dates, (date) => {
        const icu = date.withCalendar('japanese')
        const { era, year } = eraYearOf(date)
        expect([era.name, year]).toEqual([nameInIcu[icu.era ?? ''], icu.eraYear])
      }),
    )
  })
})

describe('a year of an era', () => {
  test.each([
    ['令和3', 2021],
    ['R3', 2021],
    ['r.３', 2021],
    ['㋿3', 2021],
    ['令3', 2021],
    ['平成元', 1989],
    ['昭和六十四', 1989],
    ['平成33', 2021],
  ])('%s is %d', (text, year) => {
    const read = parseEraYear(text)
    expect(read.ok && gregorianYear(read.value)).toBe(year)
  })

  test.each([
    ['', 'empty'],
    ['3', 'unreadable'],
    ['令和', 'unreadable'],
    ['令和0', 'unreadable'],
    ['慶応3', 'unreadable'],
    ['X3', 'unreadable'],
  ])('refuses %j', (text, reason) => {
    expect(parseEraYear(text)).toEqual({ ok: false, reason })
  })
})

describe('reading a date', () => {
  test.each([
    ['令和元年5月1日', '2019-05-01'],
    ['令和１年０５月０１日', '2019-05-01'],
    ['㋿元年五月一日', '2019-05-01'],
    ['昭和六十四年一月七日', '1989-01-07'],
    ['R1.5.1', '2019-05-01'],
    ['Ｒ１／５／１', '2019-05-01'],
    ['r元.5.1', '2019-05-01'],
    ['R.1.5.1', '2019-05-01'],
    ['平31-4-30', '2019-04-30'],
    ['令和 8 年 11 月 22 日', '2026-11-22'],
    ['明治45年7月30日', '1912-07-30'],
    ['2019-05-01', '2019-05-01'],
    ['２０１９ー０５ー０１', '2019-05-01'],
    ['2019/5/1', '2019-05-01'],
    ['2019.5.1', '2019-05-01'],
    ['2019年5月1日', '2019-05-01'],
    ['二〇一九年五月一日', '2019-05-01'],
    ['20190501', '2019-05-01'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (text, iso) => {
    const read = parseDate(text)
    expect(read.ok && { date: read.value.toString(), isBeyondEra: read.isBeyondEra }).toEqual({
      date: iso,
      isBeyondEra: false,
    })
  })

  test.each([
    ['平成31年5月1日', '2019-05-01'],
    ['平成33年4月1日', '2021-04-01'],
    ['H33.3.31', '2021-03-31'],
    ['昭和64年1月8日', '1989-01-08'],
    ['昭和100年1月1日', '2025-01-01'],
  ])('%s is read and said to lie beyond its era', (text, iso) => {
    const read = parseDate(text)
    expect(read.ok && [read.value.toString(), read.isBeyondEra]).toEqual([iso, true])
  })

  test.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['きのう', 'unreadable'],
    ['19/5/1', 'unreadable'],
    ['01/05/2019', 'unreadable'],
    ['2019-05/01', 'unreadable'],
    ['2019-5', 'unreadable'],
    ['令和0年5月1日', 'unreadable'],
    ['2019-05-01T00:00', 'unreadable'],
    ['2019年5月1日から', 'unreadable'],
    ['令和3年2月29日', 'no-such-day'],
    ['2019-13-01', 'no-such-day'],
    ['2019-00-01', 'no-such-day'],
    ['令和元年4月30日', 'before-era'],
    ['昭和元年12月24日', 'before-era'],
    ['明治5年12月2日', 'before-gregorian-calendar'],
    ['1872-12-31', 'before-gregorian-calendar'],
    [`2019-05-${'0'.repeat(100_000)}1`, 'unreadable'],
  ])('refuses %j', (text, reason) => {
    expect(parseDate(text)).toEqual({ ok: false, reason })
  })

  test('every date comes back as it was printed, in any form', () => {
    const forms: readonly ((date: Temporal.PlainDate) => string)[] = [
      (date) => formatJapaneseDate(date),
      (date) => formatJapaneseDate(date, 'short'),
      (date) => date.toString(),
      (date) => date.toString().replaceAll('-', ''),
      (date) => date.toString().replaceAll('-', '/'),
    ]
    fc.assert(
      fc.property(dates, fc.constantFrom(...forms), (date, print) => {
        const read = parseDate(print(date))
        expect(read.ok && [read.value.toString(), read.isBeyondEra]).toEqual([date.toString(), false])
      }),
    )
  })

  test('any text is either a day of the Gregorian calendar or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'明大昭平令和成治正RHS元年月日一二十019-/. ') }), (text) => {
        const read = parseDate(text)
        if (read.ok) expect(Temporal.PlainDate.compare(read.value, FIRST)).toBeGreaterThanOrEqual(0)
        else expect(read.reason).toMatch(/^[a-z-]+$/)
      }),
    )
  })
})
