import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, differsByOneCharacter, foldText, longestRise, similarity } from './similarity.ts'

test('folding takes away what prints alike', () => {
  expect(foldText('窓口 予約（Ｗｅｂ版）')).toBe(foldText('窓口予約(web版)'))
  expect(foldText('窓口予約')).not.toBe(foldText('窓口予定'))
})

test.each([
  ['同じ', '同じ', 1],
  ['台帳の電子化', '台帳の電子化', 1],
  ['台帳の電子化', '橋の点検', 0],
  ['', '台帳', 0],
])('%s and %s are alike by %d', (left, right, expected) => {
  expect(similarity(left, right)).toBe(expected)
})

test('likeness is symmetric and within 0 and 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      expect(similarity(left, right)).toBe(similarity(right, left))
      expect(similarity(left, right)).toBeGreaterThanOrEqual(0)
      expect(similarity(left, right)).toBeLessThanOrEqual(1)
    }),
  )
})

describe('one character', () => {
  test.each([
    ['ペーパレス', 'ペーパーレス', true],
    ['ペーパーレス', 'ペーパレス', true],
    ['サーピス', 'サービス', true],
    ['サービス', 'サービス', false],
    ['サービス', 'システム', false],
    ['', 'ア', true],
  ])('%s ~ %s: %s', (left, right, expected) => {
    expect(differsByOneCharacter(left, right)).toBe(expected)
  })

  test('any inserted, removed or replaced character is found', () => {
    const word = fc.string({ unit: fc.constantFrom('ア', 'イ', 'ー'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('ウ', 'ウイ', ''), (text, place, change) => {
        const at = place % text.length
        const other =
          change === 'ウイ'
            ? `${text.slice(0, at)}ウ${text.slice(at)}`
            : text.slice(0, at) + change + text.slice(at + 1)
        expect(differsByOneCharacter(text, other)).toBe(true)
      }),
    )
  })
})

test('a difference is what lies between common start and common end', () => {
  expect(differenceOf('現行の貸借契約', '現行の賃借契約')).toEqual({ from: 3, left: '貸', right: '賃' })
  expect(differenceOf('契約', '契約')).toEqual({ from: 2, left: '', right: '' })
  expect(differenceOf('安心安全', '安全')).toMatchObject({ left: '心安', right: '' })
})

test('a longest rise leaves out as few as possible', () => {
  expect([...longestRise([1, 2, 9, 3, 4, 4])].toSorted((a, b) => a - b)).toEqual([0, 1, 3, 4, 5])
  expect(longestRise([]).size).toBe(0)
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 30 }), (values) => {
      const rise = values.filter((_, index) => longestRise(values).has(index))
      expect(rise).toEqual(rise.toSorted((a, b) => a - b))
    }),
  )
})
