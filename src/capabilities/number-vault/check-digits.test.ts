import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeNumber, NUMBER_KINDS, parseIndividualNumber, parseNumber, parseResidentCode } from './check-digits.ts'
import { PURPOSE_KEYS, PURPOSES, purposesOn } from './purposes.ts'

describe('an individual number', () => {
  test.each(['123456789018', '987654321018', '000000000019', '１２３４５６７８９０１８', '1234-5678-9018', ' 1234 5678 9018 '])('%s is one', (text) => {
    expect(parseIndividualNumber(text).ok).toBe(true)
  })
  test.each([
    ['123456789019', 'wrong-check-digit'], ['12345678901', 'wrong-length'], ['1234567890123', 'wrong-length'], ['', 'empty'], ['12345678901A', 'not-digits'], ['1'.repeat(5_000), 'wrong-length'],
  ])('%s is none: %s', (text, reason) => {
    expect(parseIndividualNumber(text)).toEqual({ ok: false, reason })
  })
})

test('a resident code has eleven digits', () => {
  expect(parseResidentCode('12345678903')).toEqual({ ok: true, value: '12345678903' })
  expect(parseResidentCode('12345678904')).toEqual({ ok: false, reason: 'wrong-check-digit' })
})

test('a completed number is read; one changed digit of it is not, except where the remainders 0 and 1 meet', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 11, maxLength: 11 })
  fc.assert(fc.property(digits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (base, place, step) => {
    const number = completeNumber('individual-number', base)
    expect(parseIndividualNumber(number)).toEqual({ ok: true, value: number })
    const wrong = [...number].map((digit, index) => (index === place ? String((Number(digit) + step) % 10) : digit)).join('')
    if (!number.endsWith('0') && !wrong.endsWith('0')) expect(parseIndividualNumber(wrong).ok).toBe(false)
  }))
})

test('refusals carry no digit', () => {
  for (const kind of NUMBER_KINDS) expect(JSON.stringify(parseNumber(kind, '123456789019'))).not.toMatch(/\d/)
})

describe('purposes', () => {
  test('each has its law, once', () => {
    expect(PURPOSES.map(({ key }) => key)).toEqual([...PURPOSE_KEYS])
    for (const { basis } of PURPOSES) expect(basis).toMatch(/第\d+条/)
  })
  test('before the Act nothing may be read', () => {
    expect(purposesOn('individual-number', Temporal.PlainDate.from('2015-12-31'))).toEqual([])
  })
  test('a resident code serves fewer purposes', () => {
    const keys = purposesOn('resident-code', Temporal.PlainDate.from('2026-11-22')).map(({ key }) => key)
    expect(keys).toContain('resident-record')
    expect(keys).not.toContain('local-tax')
  })
})
