import { describe, expect, test } from 'vitest'
import { beginOf, extensionFrom, lastDayOf, lastProvisionalDay, mayDecide, mayEnd, mayExtend, phaseOf, type Protection } from './protection.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const protection = (given: Partial<Protection>) => ({ status: 'approved', beginsOn: day('2026-01-10'), endsOn: day('2027-01-09'), draftedBy: 'one', ...given }) as Protection

describe('the days of a protection', () => {
  test.each([['2026-01-10', '2027-01-09'], ['2024-02-29', '2025-02-27'], ['2023-03-01', '2024-02-29'], ['2026-04-01', '2027-03-31']])('begun on %s it lasts to %s', (begin, last) => {
    expect(lastDayOf(day(begin)).toString()).toBe(last)
  })
  test.each([['2027-01-09', '2026-12-09'], ['2027-03-31', '2027-02-28']])('ending on %s it may be extended from %s', (last, from) => {
    expect(extensionFrom(day(last)).toString()).toBe(from)
  })
  test('an extension begins the day after, a late one today', () => {
    expect(beginOf(day('2026-12-20'), { endsOn: day('2027-01-09') }).toString()).toBe('2027-01-10')
    expect(beginOf(day('2027-01-12'), { endsOn: day('2027-01-09') }).toString()).toBe('2027-01-12')
    expect(beginOf(day('2027-01-12'), undefined).toString()).toBe('2027-01-12')
    expect(lastProvisionalDay(day('2026-01-10')).toString()).toBe('2026-02-09')
  })
})

test.each([
  ['2026-01-09', 'coming'], ['2026-01-10', 'active'], ['2026-12-08', 'active'], ['2026-12-09', 'ending'], ['2027-01-09', 'ending'], ['2027-01-10', 'over'],
] as const)('on %s it is %s', (today, phase) => {
  expect(phaseOf(protection({}), day(today))).toBe(phase)
  expect(mayExtend(protection({}), day(today))).toBe(phase === 'ending')
  expect(mayEnd(protection({}), day(today))).toBe(phase !== 'over')
})

test('nobody decides on what they took in, nor on what is decided', () => {
  expect(mayDecide(protection({ status: 'draft' }), 'one')).toBe(false)
  expect(mayDecide(protection({ status: 'draft' }), 'two')).toBe(true)
  expect(mayDecide(protection({}), 'two')).toBe(false)
})
