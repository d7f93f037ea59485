import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printSchedule } from './schedule.ts'
import { readWrittenSchedule } from './written-schedule.ts'

test.each([
  ['毎週火・金曜日', '火 金'],
  ['毎週水曜日', '水'],
  ['第２・４月曜日', '月2 月4'],
  ['第1・第3木曜', '木1 木3'],
  ['第1、3水', '水1 水3'],
  ['第1火曜日、第3木曜日', '火1 木3'],
  ['第1・3火曜日・木曜日', '火1 火3 木1 木3'],
  ['毎週月曜日と木曜日', '月 木'],
  ['第２週の土曜日', '土2'],
])('%s is %s', (written, notation) => {
  const reading = readWrittenSchedule(written)
  expect(reading.ok && printSchedule(reading.value)).toBe(notation)
})

test.each([
  ['', 'empty'],
  ['月曜日', 'unreadable'],
  ['隔週月曜日', 'unreadable'],
  ['毎週月・木曜日（祝日を除く）', 'unreadable'],
  ['第2月曜日(4月～9月)', 'unreadable'],
  ['毎月10日', 'unreadable'],
  ['2月・4月', 'unreadable'],
  ['第24月曜日', 'unreadable'],
  ['第6月曜日', 'week-out-of-range'],
  ['毎週月・月曜日', 'twice'],
])('%j is refused as %s', (written, reason) => {
  expect(readWrittenSchedule(written)).toEqual({ ok: false, reason })
})

test('no text is more than it can read', () => {
  const pieces = fc.constantFrom('第', '1', '2', '・', '月', '火', '曜日', '毎週', '、', 'x')
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 200 }).map((all) => all.join('')),
      (text) => {
        const reading = readWrittenSchedule(text)
        expect(reading.ok ? reading.value.regular.length : reading.reason.length).toBeGreaterThan(0)
      },
    ),
  )
})
