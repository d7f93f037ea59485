import fc from 'fast-check'
import { expect, test } from 'vitest'
import { impossibleYearsIn, readYearLabel, yearLabel, yearName, yearsNamedIn } from './years.ts'

test.each([
  ['H29', 2017],
  ['Ｈ２９', 2017],
  ['R 3', 2021],
  ['R元', 2019],
  ['令和元年度', 2019],
  ['平成31(令和元)年度', 2019],
  ['H31/R1', 2019],
  ['2021年度', 2021],
  ['2021', 2021],
  ['3', null],
  ['実施年度', null],
  ['', null],
  ['令和3年度の取組実績について', null],
])('the label %s is %s', (label, year) => {
  expect(readYearLabel(label)).toBe(year)
})

test('labels and names are read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
      expect(readYearLabel(yearLabel(year))).toBe(year)
      expect(readYearLabel(yearName(year))).toBe(year)
    }),
  )
})

test('years named in a text', () => {
  expect(yearsNamedIn('平成30年度に調べ、令和元年度から２０２１年度まで続けた。昭和の建物。')).toEqual([
    2018, 2019, 2021,
  ])
})

test.each([
  ['平成33年度に更新する。', [{ written: '平成33年度', right: '令和3年度' }]],
  ['平成３５年を目途に', [{ written: '平成３５年', right: '令和5年' }]],
  ['平成31年度', []],
  ['令和3年度', []],
  ['昭和70年', [{ written: '昭和70年', right: '平成7年' }]],
])('%s', (text, found) => {
  expect(impossibleYearsIn(text)).toEqual(found)
})
