import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNumeral } from './numerals.ts'

test.each([
  ['0', 0],
  ['31', 31],
  ['０５', 5],
  ['〇', 0],
  ['七', 7],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十一', 31],
  ['六十四', 64],
  ['百', 100],
  ['二千二十六', 2026],
  ['二〇二六', 2026],
])('reads %s', (text, value) => {
  expect(parseNumeral(text)).toEqual({ ok: true, value })
})

test.each([
  ['', 'empty'],
  ['3十', 'unreadable'],
  ['十百', 'unreadable'],
  ['〇十', 'unreadable'],
  ['12345', 'unreadable'],
  ['一二三四五', 'unreadable'],
  ['-1', 'unreadable'],
  ['元', 'unreadable'],
])('refuses %j', (text, reason) => {
  expect(parseNumeral(text)).toEqual({ ok: false, reason })
})

test('every number is the same in digits, in kanji digits and in kanji with places', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      const readings = [String(value), inKanjiDigits(value), inPlaces(value)].map((text) => parseNumeral(text))
      expect(readings).toEqual([1, 2, 3].map(() => ({ ok: true, value })))
    }),
  )
})

const KANJI = '〇一二三四五六七八九'

function inKanjiDigits(value: number): string {
  return [...String(value)].map((digit) => KANJI[Number(digit)]).join('')
}

function inPlaces(value: number): string {
  const digits = String(value).padStart(4, '0')
  const places = ['千', '百', '十', ''].map((place, index) => {
    const digit = Number(digits[index])
    if (digit === 0) return ''
    return digit === 1 && place !== '' ? place : `${KANJI[digit]}${place}`
  })
  return places.join('')
}
