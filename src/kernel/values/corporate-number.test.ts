import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completeCorporateNumber, corporateNumber, parseCorporateNumber } from './corporate-number.ts'
import { InvalidValue } from './invalid-value.ts'

const baseNumbers = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 })

test.each([
  ['8000012010038', 'デジタル庁'],
  ['9000020242101', '亀山市'],
  ['7010705000725', '日本税理士会連合会'],
])('%s (%s) carries its check digit', (number) => {
  expect(completeCorporateNumber(number.slice(1))).toBe(number)
  expect(corporateNumber(number)).toBe(number)
})

test.each(['９００００２０２４２１０１', '9-0000-2024-2101', ' 9 0000 2024 2101 '])('reads %s', (text) => {
  expect(parseCorporateNumber(text)).toEqual({ ok: true, value: '9000020242101' })
})

test.each([
  ['', 'empty'],
  ['T9000020242101', 'unreadable'],
  ['90000-20242101', 'unreadable'],
  ['000020242101', 'check-digit-missing'],
  ['90000202421', 'wrong-length'],
  ['90000202421011', 'wrong-length'],
  ['8000020242101', 'wrong-check-digit'],
  ['0000020242101', 'wrong-check-digit'],
])('refuses %j', (text, reason) => {
  expect(parseCorporateNumber(text)).toEqual({ ok: false, reason })
})

test('neither a wrong check digit nor a short base number builds one', () => {
  expect(() => corporateNumber('8000020242101')).toThrow(InvalidValue)
  expect(() => completeCorporateNumber('20242101')).toThrow('wrong-length')
})

test('every completed base number is read, and its check digit is 1 to 9', () => {
  fc.assert(
    fc.property(baseNumbers, (baseNumber) => {
      const number = completeCorporateNumber(baseNumber)
      expect(number).toMatch(/^[1-9]/)
      expect(parseCorporateNumber(number)).toEqual({ ok: true, value: number })
    }),
  )
})

test('one wrong digit shows, except 0 for 9 and 9 for 0 in the base number, which are equal modulo 9', () => {
  fc.assert(
    fc.property(baseNumbers, fc.nat(12), fc.integer({ min: 1, max: 9 }), (baseNumber, index, shift) => {
      const number = completeCorporateNumber(baseNumber)
      const right = Number(number[index])
      const wrong = (right + shift) % 10
      const read = parseCorporateNumber(number.slice(0, index) + wrong + number.slice(index + 1))
      expect(read.ok).toBe(index > 0 && right % 9 === wrong % 9)
    }),
  )
})
