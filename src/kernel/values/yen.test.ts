import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidValue } from './invalid-value.ts'
import {
  type Rate,
  type Rounding,
  type Yen,
  addYen,
  formatYen,
  multiplyYen,
  parseRate,
  parseYen,
  rate,
  roundDownTo,
  roundHalfUpTo,
  roundYen,
  subtractYen,
  yen,
} from './yen.ts'

const amounts = fc.maxSafeInteger().map(yen)
const ordinaryAmounts = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }).map(yen)
const ordinaryRates = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }))
  .map(([above, below]) => rate(above, below))
const units = fc.constantFrom(1, 10, 100, 1000)

describe('an amount', () => {
  test.each([
    [0.5, 'not-a-whole-number'],
    [Number.NaN, 'not-a-whole-number'],
    [Number.POSITIVE_INFINITY, 'not-a-whole-number'],
    [2 ** 53, 'too-large'],
    [-(2 ** 53), 'too-large'],
  ])('refuses %d', (amount, reason) => {
    expect(() => yen(amount)).toThrow(InvalidValue)
    expect(() => yen(amount)).toThrow(reason)
  })

  test('has no negative zero', () => {
    expect(Object.is(yen(-0), 0)).toBe(true)
  })

  test('adds up without losing a yen on the way', () => {
    const most = yen(Number.MAX_SAFE_INTEGER)
    expect(addYen(most, most, yen(-Number.MAX_SAFE_INTEGER))).toBe(most)
    expect(addYen()).toBe(0)
    expect(() => addYen(most, yen(1))).toThrow('too-large')
  })

  test('subtraction takes back what addition gave', () => {
    fc.assert(
      fc.property(ordinaryAmounts, ordinaryAmounts, (one, other) => {
        expect(subtractYen(addYen(one, other), other)).toBe(one)
      }),
    )
  })
})

describe('multiplying by a rate', () => {
  test.each<[string, Yen, Rate, Rounding, number]>([
    ['rounded down to 1 yen', yen(70_000), rate(961, 10_000), roundDownTo(1), 6_727],
    ['rounded down to 1 yen', yen(26_663), rate(3, 10), roundDownTo(1), 7_998],
    ['rounded down to 100 yen', yen(21_572), rate(1), roundDownTo(100), 21_500],
    ['rounded down to 1,000 yen', yen(4_999_999), rate(1), roundDownTo(1000), 4_999_000],
    ['half up: exactly half', yen(5), rate(1, 2), roundHalfUpTo(1), 3],
    ['half up: just under half', yen(4_999), rate(1, 10_000), roundHalfUpTo(1), 0],
    ['half up to 10 yen', yen(45), rate(1), roundHalfUpTo(10), 50],
    ['a correction mirrors the amount it takes back', yen(-5), rate(1, 2), roundHalfUpTo(1), -3],
    ['a correction rounded down', yen(-1_250), rate(1), roundDownTo(100), -1_200],
    ['a rate below zero', yen(1_000), rate(1, -4), roundDownTo(1), -250],
    // 1.1 × 1.1 × 100 is 121.00000000000001 in floating point; a ceiling there would be one yen too much.
    ['no trace of floating point', yen(100), rate(121, 100), roundHalfUpTo(1), 121],
    ['a large amount', yen(9_007_199_254_740_991), rate(1, 3), roundDownTo(1), 3_002_399_751_580_330],
  ])('%s: %d', (_, amount, by, rounding, expected) => {
    expect(multiplyYen(amount, by, rounding)).toBe(expected)
  })

  test('a result beyond what a number holds is refused', () => {
    expect(() => multiplyYen(yen(Number.MAX_SAFE_INTEGER), rate(2), roundDownTo(1))).toThrow('too-large')
  })

  test('rounding down leaves less than a unit, half up at most half of one, and both leave whole units', () => {
    fc.assert(
      fc.property(ordinaryAmounts, ordinaryRates, units, (amount, by, unit) => {
        const exactTimesDenominator = BigInt(amount) * by.numerator
        const restOf = (rounded: Yen): bigint => {
          const rest = exactTimesDenominator - BigInt(rounded) * by.denominator
          return rest < 0n ? -rest : rest
        }
        const down = multiplyYen(amount, by, roundDownTo(unit))
        const halfUp = multiplyYen(amount, by, roundHalfUpTo(unit))
        expect(Math.abs(down % unit) + Math.abs(halfUp % unit)).toBe(0)
        expect(Math.abs(down) * Number(by.denominator)).toBeLessThanOrEqual(Math.abs(Number(exactTimesDenominator)))
        expect(restOf(down) < by.denominator * BigInt(unit)).toBe(true)
        expect(2n * restOf(halfUp) <= by.denominator * BigInt(unit)).toBe(true)
      }),
    )
  })

  test('a correction is exactly the opposite of the amount, and rounding twice changes nothing', () => {
    fc.assert(
      fc.property(ordinaryAmounts, ordinaryRates, units, fc.boolean(), (amount, by, unit, isDown) => {
        const rounding = isDown ? roundDownTo(unit) : roundHalfUpTo(unit)
        const result = multiplyYen(amount, by, rounding)
        expect(addYen(result, multiplyYen(subtractYen(yen(0), amount), by, rounding))).toBe(0)
        expect(roundYen(result, rounding)).toBe(result)
      }),
    )
  })
})

describe('a rate', () => {
  test.each([
    ['0.0961', 961n, 10_000n],
    ['9.61%', 961n, 10_000n],
    ['１０．２１％', 1021n, 10_000n],
    ['3/10', 3n, 10n],
    ['6%', 6n, 100n],
    ['2', 2n, 1n],
  ])('reads %s exactly', (text, numerator, denominator) => {
    expect(parseRate(text)).toEqual({ ok: true, value: { numerator, denominator } })
  })

  test.each([
    ['', 'empty'],
    ['3/0', 'unreadable'],
    ['9,61%', 'unreadable'],
    ['1e3', 'unreadable'],
    ['.5', 'unreadable'],
  ])('refuses %j', (text, reason) => {
    expect(parseRate(text)).toEqual({ ok: false, reason })
  })

  test('is never built of a float or of nothing', () => {
    expect(() => rate(0.0961)).toThrow('not-a-whole-number')
    expect(() => rate(1, 0)).toThrow('zero-denominator')
  })
})

describe('printing and reading', () => {
  test.each([
    [0, '0円', '¥0'],
    [999, '999円', '¥999'],
    [12_345, '12,345円', '¥12,345'],
    [-1_234_567, '-1,234,567円', '-¥1,234,567'],
  ])('%d', (amount, suffix, sign) => {
    expect(formatYen(yen(amount))).toBe(suffix)
    expect(formatYen(yen(amount), 'sign')).toBe(sign)
  })

  test.each([
    ['１２，３４５円', 12_345],
    ['￥12,345', 12_345],
    ['\\12,345', 12_345],
    [' 12345 ', 12_345],
    ['△1,234', -1_234],
    ['▲1,234円', -1_234],
    ['−500円', -500],
  ])('reads %s', (text, amount) => {
    expect(parseYen(text)).toEqual({ ok: true, value: amount })
  })

  test.each([
    ['　', 'empty'],
    ['12,34円', 'unreadable'],
    ['1万円', 'unreadable'],
    ['12円50銭', 'unreadable'],
    ['12.5円', 'has-fraction'],
    ['9007199254740992', 'too-large'],
    ['1'.repeat(100_000), 'too-large'],
    [`12345${' '.repeat(100_000)}x`, 'unreadable'],
  ])('refuses %j', (text, reason) => {
    expect(parseYen(text)).toEqual({ ok: false, reason })
  })

  test('every amount comes back as it was printed', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('suffix' as const, 'sign' as const), (amount, form) => {
        expect(parseYen(formatYen(amount, form))).toEqual({ ok: true, value: amount })
      }),
    )
  })
})
