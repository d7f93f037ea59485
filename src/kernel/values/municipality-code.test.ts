import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidValue } from './invalid-value.ts'
import {
  type MunicipalityCode,
  completeMunicipalityCode,
  municipalityCode,
  parseMunicipalityCode,
  prefecturePart,
  withoutCheckDigit,
} from './municipality-code.ts'

const fiveDigits = fc
  .tuple(fc.integer({ min: 1, max: 47 }), fc.oneof(fc.constant(0), fc.integer({ min: 100, max: 999 })))
  .map(([prefecture, municipality]) => `${pad(prefecture, 2)}${pad(municipality, 3)}`)
const codes = fiveDigits.map(completeMunicipalityCode)

test.each([
  ['24210', '242101', '亀山市'],
  ['24343', '243434', '朝日町'],
  ['24202', '242021', '四日市市'],
  ['01100', '011002', '札幌市'],
  ['13101', '131016', '千代田区'],
  ['09201', '092011', '宇都宮市'],
  ['24000', '240001', '三重県'],
  ['01000', '010006', '北海道'],
])('%s is completed to %s (%s)', (five, six) => {
  expect(completeMunicipalityCode(five)).toBe(six)
})

test('parts of a code', () => {
  expect(prefecturePart(municipalityCode('242101'))).toBe('24')
  expect(withoutCheckDigit(municipalityCode('242101'))).toBe('24210')
})

test.each([
  ['24210', 'wrong-length'],
  ['242102', 'wrong-check-digit'],
  ['２４２１０１', 'wrong-length'],
])('is not built of %s', (digits, reason) => {
  expect(() => municipalityCode(digits)).toThrow(InvalidValue)
  expect(() => municipalityCode(digits)).toThrow(reason)
})

describe('reading', () => {
  test.each([
    ['242101', '242101', []],
    ['２４２１０１', '242101', []],
    ['24343', '243434', ['check-digit-added']],
    ['01100', '011002', ['check-digit-added']],
    ['11002', '011002', ['leading-zero-restored']],
    ['92011', '092011', ['leading-zero-restored']],
    ['9201', '092011', ['leading-zero-restored', 'check-digit-added']],
    ['1100', '011002', ['leading-zero-restored', 'check-digit-added']],
  ])('%s', (text, value, repairs) => {
    expect(parseMunicipalityCode(text)).toEqual({ ok: true, value, repairs })
  })

  test.each([
    ['', 'empty'],
    ['亀山市', 'unreadable'],
    ['24-210', 'unreadable'],
    ['242', 'wrong-length'],
    ['2421010', 'wrong-length'],
    ['242102', 'wrong-check-digit'],
    ['482101', 'unknown-prefecture'],
    ['000000', 'unknown-prefecture'],
    ['240508', 'no-such-municipality'],
    ['240991', 'no-such-municipality'],
    // 亀山市 without its check digit, or 川内町 (024210, until 2005) without its zero.
    ['24210', 'ambiguous'],
    // 千葉市美浜区 without its check digit, or 岩見沢市 (012106) without its zero.
    ['12106', 'ambiguous'],
  ])('refuses %j', (text, reason) => {
    expect(parseMunicipalityCode(text)).toEqual({ ok: false, reason })
  })

  test.each([
    ['24210', { ok: true, value: '242101', repairs: ['check-digit-added'] }],
    ['242101', { ok: true, value: '242101', repairs: [] }],
    ['92011', { ok: false, reason: 'not-listed' }],
    ['242102', { ok: false, reason: 'wrong-check-digit' }],
  ])('with the list of a prefecture at hand, %s is settled', (text, expected) => {
    expect(parseMunicipalityCode(text, (code) => prefecturePart(code) === '24')).toEqual(expected)
  })

  test('a whole code comes back as it is; a shortened one is mended aloud or refused, never taken for another', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parseMunicipalityCode(code)).toEqual({ ok: true, value: code, repairs: [] })
        const five = code.slice(0, 5)
        for (const shortened of [five, String(Number(code)), String(Number(five))]) {
          if (shortened === code) continue
          const read = parseMunicipalityCode(shortened)
          if (read.ok) expect([read.value, read.repairs.length > 0]).toEqual([code, true])
          else expect(read.reason).toBe('ambiguous')
        }
      }),
    )
  })
})

describe('the check digit', () => {
  test('any other check digit is wrong', () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 1, max: 9 }), (code, shift) => {
        const wrong = code.slice(0, 5) + ((Number(code[5]) + shift) % 10)
        expect(parseMunicipalityCode(wrong)).toEqual({ ok: false, reason: 'wrong-check-digit' })
      }),
    )
  })

  test('one wrong digit shows, unless it moves the remainder between 0 and 10: both give check digit 1', () => {
    fc.assert(
      fc.property(codes, fc.nat(4), fc.integer({ min: 1, max: 9 }), (code, index, shift) => {
        const mistyped = replaceDigit(code, index, shift)
        const read = parseMunicipalityCode(mistyped)
        if (read.ok) expect([remainderOf(code), remainderOf(mistyped)].toSorted((a, b) => a - b)).toEqual([0, 10])
        else expect(read.reason).not.toBe('ambiguous')
      }),
    )
  })
})

/** The weighted sum modulo 11, written out digit by digit so that it shares nothing with the code under test. */
function remainderOf(code: string): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = [...code].map(Number)
  return (6 * a + 5 * b + 4 * c + 3 * d + 2 * e) % 11
}

function replaceDigit(code: MunicipalityCode, index: number, shift: number): string {
  return code.slice(0, index) + ((Number(code[index]) + shift) % 10) + code.slice(index + 1)
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
