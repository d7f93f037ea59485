import { expect, test } from 'vitest'
import { individualNumberOf, residentCodeOf, withCheckDigit } from './personal-numbers.ts'

test.each([
  ['12345678901', '123456789018'],
  ['98765432101', '987654321018'],
  ['00000000001', '000000000019'],
  ['1234567890', '12345678903'],
])('%s ends as %s', (digits, whole) => {
  expect(withCheckDigit(digits)).toBe(whole)
})

test('nobody in a city shares a number, and two cities have different ones', () => {
  const people = Array.from({ length: 20_000 }, (_, number) => ({ number }))
  for (const [numberOf, pattern] of [[individualNumberOf, /^\d{12}$/], [residentCodeOf, /^\d{11}$/]] as const) {
    const numbers = people.map((person) => numberOf({ place: '三重県亀山市' }, person))
    expect(new Set(numbers).size).toBe(people.length)
    for (const number of numbers.slice(0, 100)) {
      expect(number).toMatch(pattern)
      expect(withCheckDigit(number.slice(0, -1))).toBe(number)
    }
    expect(numberOf({ place: '三重県朝日町' }, { number: 1 })).not.toBe(numberOf({ place: '三重県亀山市' }, { number: 1 }))
  }
})
