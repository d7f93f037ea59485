import { expect, test } from 'vitest'
import type { Item } from '../model.ts'
import { groupBySound, rowOf } from './fifty-sounds.ts'

const nothing = { ja: '', 'ja-x-yasashii': '', en: '', pt: '' }

function itemRead(reading: string, key = reading): Item {
  return { key, name: { ...nothing, ja: reading }, reading, aliases: [], ways: [], dangerKey: null }
}

test.each([
  ['いす', 'あ'],
  ['がびょう', 'か'],
  ['ぱそこん', 'は'],
  ['ピアノ', 'は'],
  ['ﾎﾞﾀﾝ', 'は'],
  ['ゃ', 'や'],
  ['んじゃめな', 'わ'],
  ['CD', '他'],
  ['漢字', '他'],
  ['', '他'],
] as const)('%j stands under %s', (reading, row) => {
  expect(rowOf(reading)).toBe(row)
})

test('rows in order, their items by reading, equal readings by key', () => {
  const items = ['らじお', 'がす', 'かがみ', 'CD', 'わりばし', 'かす'].map((reading) => itemRead(reading))
  const groups = groupBySound([...items, itemRead('かがみ', '2'), itemRead('かがみ', '1')])
  expect(groups.map(({ row, items }) => [row, items.map(({ key }) => key)])).toEqual([
    ['か', ['1', '2', 'かがみ', 'かす', 'がす']],
    ['ら', ['らじお']],
    ['わ', ['わりばし']],
    ['他', ['CD']],
  ])
})
