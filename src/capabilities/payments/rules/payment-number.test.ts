import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberIn, paymentNumber, spokenNumber } from './payment-number.ts'

const serial = fc.integer({ min: 1, max: 999_999_999 })

test('every wrong digit and every two neighbours that changed places are found', () => {
  fc.assert(fc.property(serial, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (one, place, off) => {
    const number = paymentNumber(2026, one)
    const wrong = [...number]
    wrong[place] = String((Number(wrong[place]) + off) % 10)
    expect(numberIn(wrong.join(''))).toBeUndefined()
    const swapped = [...number]
    const next = (place + 1) % 12
    if (next === 0 || swapped[place] === swapped[next]) return
    ;[swapped[place], swapped[next]] = [swapped[next] as string, swapped[place] as string]
    expect(numberIn(swapped.join(''))).toBeUndefined()
  }))
})

test('a number is read as it is spoken, typed in full width, or with hyphens', () => {
  fc.assert(fc.property(serial, (one) => {
    const number = paymentNumber(2026, one)
    expect(number).toMatch(/^26\d{10}$/)
    for (const typed of [number, spokenNumber(number), spokenNumber(number).replaceAll(' ', '-'), [...number].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')]) expect(numberIn(typed)).toBe(number)
  }))
})

test.each([0, 1_000_000_000, 1.5])('no number has the serial %d', (one) => {
  expect(() => paymentNumber(2026, one)).toThrow(RangeError)
})
