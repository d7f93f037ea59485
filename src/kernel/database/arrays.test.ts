import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseArray, serializeArray } from './arrays.ts'

test('any array of texts comes back as it was', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.string({ unit: 'grapheme' }))), (items) => {
    expect(parseArray(serializeArray(items), String)).toEqual(items)
  }))
})

test.each([
  ['{}', []],
  ['{1,2,NULL}', ['1', '2', null]],
  ['{"a,b","NULL","c\\"d"}', ['a,b', 'NULL', 'c"d']],
])('%s as the server prints it', (text, items) => {
  expect(parseArray(text, String)).toEqual(items)
})
