import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ranksIn, type RankedCells } from './ranks.ts'

const cell = (values: readonly number[], place: Partial<RankedCells> = {}): RankedCells => ({
  definition: 1, period: '2025-04-01', category: '', counts: [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length] as const), ...place,
})
const whole = (values: readonly number[], percent: number | null) => ranksIn('all', { who: 0, cells: [cell(values)], percent })[0]

describe('ranks', () => {
  test('are those of the sorted list, however the values are spread over cells', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 1000 }), (lists, permille) => {
      const sorted = lists.flat().sort((one, other) => one - other)
      const cells = lists.map((values, index) => cell(values, { period: `2025-0${index + 1}-01` }))
      const [ranked] = ranksIn('all', { who: 3, cells, percent: permille / 10 })
      expect(ranked).toMatchObject({ who: 3, item: '', facts: sorted.length, low: sorted[Math.ceil((sorted.length * permille) / 1000) - 1] })
      const [median] = ranksIn('all', { who: 3, cells, percent: null })
      expect([median?.low, median?.high]).toEqual([sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]])
    }))
  })

  test('count places exactly where a percentage is no binary fraction', () => {
    const values = Array.from({ length: 1000 }, (_, index) => index + 1)
    expect(whole(values, 99.9)?.low).toBe(999)
    expect(whole(values, 0.1)?.low).toBe(1)
    expect(whole(values, 100)?.low).toBe(1000)
  })

  test('are told for each month, category and version', () => {
    const cells = [cell([1, 2, 3], { category: 'web' }), cell([9], { period: '2025-05-01', category: 'post', definition: 2 }), cell([5], { category: 'post' })]
    const told = (scope: 'month' | 'category' | 'version') => ranksIn(scope, { who: 0, cells, percent: null }).map(({ item, facts, low, high }) => [item, facts, low, high])
    expect(told('month')).toEqual([['2025-04-01', 4, 2, 3], ['2025-05-01', 1, 9, 9]])
    expect(told('category')).toEqual([['web', 3, 2, 2], ['post', 2, 5, 9]])
    expect(told('version')).toEqual([['1', 4, 2, 3], ['2', 1, 9, 9]])
  })
})
