import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cityIn } from '#kernel/city/city.ts'
import { beginningOf, graceUntil, lastMonthOf, monthlyAllowance, paymentMonthOf, type CountedChild } from './allowance.ts'
import { ratesOf } from './rates.ts'

const rates = ratesOf(cityIn(new URL('../../../../cities/kameyama', import.meta.url).pathname))
const month = (text: string) => Temporal.PlainYearMonth.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)
const child = (birthDate: string, isSupported = true): CountedChild => ({ name: birthDate, birthDate: day(birthDate), isSupported })
const yenOf = (births: readonly string[], at: string, isSupported = true) => monthlyAllowance(births.map((birth) => child(birth, isSupported)), month(at), rates)?.yen

describe('what is paid for a month', () => {
  test.each<[string, string[], string, number]>([
    ['a baby', ['2026-10-01'], '2026-11', 15_000],
    ['the month of the third birthday', ['2023-11-20'], '2026-11', 15_000],
    ['the month after it', ['2023-11-20'], '2026-12', 10_000],
    ['born on the first: the birthday’s month still', ['2023-11-01'], '2026-11', 15_000],
    ['born on 29 February', ['2024-02-29'], '2027-02', 15_000],
    ['the last March', ['2008-04-02'], '2027-03', 10_000],
    ['born on 1 April: a year earlier', ['2008-04-01'], '2026-04', 0],
    ['born on 2 April: a year longer', ['2008-04-02'], '2026-04', 10_000],
    ['a student of 20 makes the third child the third', ['2006-05-01', '2012-01-01', '2015-01-01'], '2026-11', 40_000],
    ['a student of 22, in the last March', ['2004-05-01', '2012-01-01', '2015-01-01'], '2027-03', 40_000],
    ['and in the April after', ['2004-05-01', '2012-01-01', '2015-01-01'], '2027-04', 20_000],
    ['twins as second and third', ['2018-01-01', '2025-06-01', '2025-06-01'], '2026-11', 55_000],
    ['a baby as the fourth', ['2010-01-01', '2012-01-01', '2015-01-01', '2026-01-01'], '2026-11', 80_000],
  ])('%s', (_, births, at, yen) => expect(yenOf(births, at)).toBe(yen))

  test('who is not supported is not counted; who is born later is not yet', () => {
    expect(yenOf(['2006-05-01', '2012-01-01', '2015-01-01'], '2026-11', false)).toBe(20_000)
    expect(yenOf(['2026-12-01'], '2026-11')).toBe(0)
  })

  test('a month before the table says nothing', () => expect(yenOf(['2020-01-01'], '2024-09')).toBeUndefined())

  test('the order in which children are written changes nothing, and the lines add up', () => {
    const births = fc.array(fc.integer({ min: 0, max: 25 * 365 }).map((days) => child(day('2026-11-01').subtract({ days }).toString())), { maxLength: 8 })
    fc.assert(fc.property(births, (children) => {
      const one = monthlyAllowance(children, month('2026-11'), rates)
      expect(monthlyAllowance(children.toReversed(), month('2026-11'), rates)?.yen).toBe(one?.yen)
      expect(one?.lines.reduce((sum, line) => sum + line.yen, 0)).toBe(one?.yen)
    }))
  })
})

describe('from when', () => {
  test.each([
    // 15 days from 31 October end on Sunday 15 November, so the Monday is in time.
    ['2026-10-31', '2026-11-16', '2026-11', true],
    ['2026-10-31', '2026-11-17', '2026-12', false],
    // Over the new year: the 15th day is 30 December, and the office opens on 4 January.
    ['2026-12-15', '2027-01-04', '2027-01', true],
    ['2026-12-15', '2027-01-05', '2027-02', false],
    // The 15th day is 4 January itself.
    ['2026-12-20', '2027-01-04', '2027-01', true],
    ['2026-11-20', '2026-11-24', '2026-12', true],
  ])('born on %s, claimed on %s: paid from %s', (born, claimed, from, isByGrace) => {
    const { month: first, isByGrace: grace } = beginningOf(day(born), day(claimed))
    expect([first.toString(), grace]).toEqual([from, isByGrace])
  })

  test.each([['2026-12-15', '2027-01-04'], ['2026-11-05', '2026-11-20']])('the fifteen days from %s end on %s', (born, until) => expect(graceUntil(day(born)).toString()).toBe(until))
  test.each([['2026-10', '2026-12'], ['2026-11', '2026-12'], ['2026-12', '2027-02']])('%s is paid in %s', (at, paid) => expect(paymentMonthOf(month(at)).toString()).toBe(paid))
  test('ages end in their Marches', () => expect([lastMonthOf(day('2008-04-01'), 18), lastMonthOf(day('2008-04-02'), 18)].map(String)).toEqual(['2026-03', '2027-03']))
})
