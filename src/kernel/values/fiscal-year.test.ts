import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FIRST_FISCAL_YEAR,
  LAST_FISCAL_YEAR,
  firstDayOf,
  fiscalYear,
  fiscalYearOf,
  formatFiscalYear,
  lastDayOf,
  parseFiscalYear,
} from './fiscal-year.ts'
import { InvalidValue } from './invalid-value.ts'

const years = fc.integer({ min: FIRST_FISCAL_YEAR, max: LAST_FISCAL_YEAR }).map(fiscalYear)

describe('the year of a day', () => {
  test.each([
    ['2021-03-31', 2020],
    ['2021-04-01', 2021],
    ['2022-01-01', 2021],
    ['2022-03-31', 2021],
    ['2024-02-29', 2023],
  ])('%s is in %d', (iso, year) => {
    expect(fiscalYearOf(Temporal.PlainDate.from(iso))).toBe(year)
  })

  test('it begins on 1 April and ends on 31 March', () => {
    expect(firstDayOf(fiscalYear(2021)).toString()).toBe('2021-04-01')
    expect(lastDayOf(fiscalYear(2021)).toString()).toBe('2022-03-31')
  })

  test('its days are exactly those from its first to its last', () => {
    fc.assert(
      fc.property(years, fc.nat(365), (year, days) => {
        const day = firstDayOf(year).add({ days })
        expect(fiscalYearOf(day) === year).toBe(Temporal.PlainDate.compare(day, lastDayOf(year)) <= 0)
      }),
    )
  })

  test.each([2021.5, 1885, 2200, 3, Number.NaN])('%d is no fiscal year', (year) => {
    expect(() => fiscalYear(year)).toThrow(InvalidValue)
  })
})

describe('printing', () => {
  test.each([
    [2021, 'R3', '令和3年度', '2021'],
    [2019, 'R1', '令和元年度', '2019'],
    [2018, 'H30', '平成30年度', '2018'],
    [1989, 'H1', '平成元年度', '1989'],
    [1988, 'S63', '昭和63年度', '1988'],
    [1886, 'M19', '明治19年度', '1886'],
  ])('%d', (year, short, long, gregorian) => {
    const printed = (['short', 'long', 'gregorian'] as const).map((form) => formatFiscalYear(fiscalYear(year), form))
    expect(printed).toEqual([short, long, gregorian])
  })

  test('what was printed is read again, and never lies beyond its era', () => {
    fc.assert(
      fc.property(years, fc.constantFrom('short' as const, 'long' as const, 'gregorian' as const), (year, form) => {
        expect(parseFiscalYear(formatFiscalYear(year, form))).toEqual({ ok: true, value: year, isBeyondEra: false })
      }),
    )
  })
})

describe('reading', () => {
  test.each([
    ['H29', 2017, false],
    ['Ｈ２９', 2017, false],
    ['R元', 2019, false],
    ['R3年度', 2021, false],
    ['令和3年度', 2021, false],
    ['令和３年', 2021, false],
    ['令和三年度', 2021, false],
    ['㋿3年度', 2021, false],
    ['令和 3 年度', 2021, false],
    ['2021', 2021, false],
    ['２０２１年度', 2021, false],
    // 平成31年 was still running on 1 April 2019.
    ['平成31年度', 2019, false],
    ['H31', 2019, false],
    ['平成32年度', 2020, true],
    ['平成33年', 2021, true],
    ['H33', 2021, true],
    ['昭和64年度', 1989, true],
  ])('%s', (text, value, isBeyondEra) => {
    expect(parseFiscalYear(text)).toEqual({ ok: true, value, isBeyondEra })
  })

  test.each([
    ['', 'empty'],
    ['年度', 'empty'],
    ['R', 'unreadable'],
    ['平成', 'unreadable'],
    ['令和0年度', 'unreadable'],
    ['H29-R3', 'unreadable'],
    ['2021/04', 'unreadable'],
    ['3', 'out-of-range'],
    ['9999', 'out-of-range'],
    ['明治18年度', 'out-of-range'],
  ])('refuses %j', (text, reason) => {
    expect(parseFiscalYear(text)).toEqual({ ok: false, reason })
  })

  test('an era that ended counts on to the right Gregorian year and says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 180 }), (year) => {
        const isBeyondEra = year > 31
        expect(parseFiscalYear(`平成${year}年度`)).toEqual({ ok: true, value: 1988 + year, isBeyondEra })
      }),
    )
  })
})
