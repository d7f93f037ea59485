import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printNumber, readPrintedNumber, visionOf, withoutRepetitionMark } from './numbers.ts'

describe('a printed number', () => {
  test.each([
    ['① (3)-8', [1, 3, 8], '①(3)-8'],
    ['①(3)-8 【再掲有】', [1, 3, 8], '①(3)-8'],
    ['①（３）－１２', [1, 3, 12], '①（３）－１２'],
    ['① (3) - 8(再掲有)', [1, 3, 8], '①(3)-8'],
    ['⑫(1)-1', [12, 1, 1], '⑫(1)-1'],
    ['Ⅱ-3-4', [2, 3, 4], 'Ⅱ-3-4'],
    ['1-3-8', [1, 3, 8], '1-3-8'],
    ['2.1.10', [2, 1, 10], '2.1.10'],
    ['(3)-8', [null, 3, 8], '(3)-8'],
  ])('%s', (text, [vision, direction, item], printed) => {
    expect(readPrintedNumber(text)).toMatchObject({ vision, direction, item, printed })
  })

  test.each(['', '1', '令和3年度', '①道路課', '①(3)', '2,530部', '059-123-4567', '①(3)-8について', '①救急 ②予防'])(
    '%s is none',
    (text) => {
      expect(readPrintedNumber(text)).toBeNull()
    },
  )

  test('what is printed is read', () => {
    const part = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(part, part, part, (vision, direction, item) => {
        expect(readPrintedNumber(printNumber(vision, direction, item))).toMatchObject({ vision, direction, item })
      }),
    )
  })
})

test.each([
  ['台帳更新事業【再掲】', '台帳更新事業', 'again'],
  ['台帳更新事業 【 再 掲 】', '台帳更新事業', 'again'],
  ['台帳更新事業（再掲）', '台帳更新事業', 'again'],
  ['台帳更新事業※再掲', '台帳更新事業', 'again'],
  ['①(1)-1 (再掲有)', '①(1)-1', 'has-others'],
  ['①(1)-1 【再掲有り】', '①(1)-1', 'has-others'],
  ['再開発事業【西地区】', '再開発事業【西地区】', null],
])('%s', (text, rest, mark) => {
  expect(withoutRepetitionMark(text)).toMatchObject({ text: rest, mark })
})

test('signs of visions', () => {
  expect(['①', '⑳', 'Ⅲ', '4', '４'].map(visionOf)).toEqual([1, 20, 3, 4, 4])
})
