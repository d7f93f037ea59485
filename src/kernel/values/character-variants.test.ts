import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMON_FORMS, SEARCH_FORMS, replaceCharacters } from './character-variants.ts'

const formsMet = fc.constantFrom(...COMMON_FORMS.keys(), ...SEARCH_FORMS.keys())

describe('the maps', () => {
  test('hold one character on either side, and no form maps to itself', () => {
    for (const [met, form] of [...COMMON_FORMS, ...SEARCH_FORMS]) {
      expect([[...met].length, [...form].length, met === form]).toEqual([1, 1, false])
    }
  })

  test('all of them were read: 114 radicals, 302 traditional, 37 printing and 44 name forms', () => {
    expect(COMMON_FORMS.size).toBe(114 + 302 + 37 + 44)
  })

  test('every old form leads to its form in use in one step', () => {
    fc.assert(
      fc.property(formsMet, (met) => {
        const common = replaceCharacters(met, COMMON_FORMS)
        const searched = replaceCharacters(common, SEARCH_FORMS)
        expect(replaceCharacters(common, COMMON_FORMS)).toBe(common)
        expect(replaceCharacters(replaceCharacters(searched, COMMON_FORMS), SEARCH_FORMS)).toBe(searched)
      }),
    )
  })
})

test.each([
  ['⻲⼭', '亀⼭'],
  ['龜', '亀'],
  ['⻱', '亀'],
  ['⻑⻯⻄⻘⻤', '長竜西青鬼'],
  ['黑戶', '黒戸'],
  ['髙﨑𠮷', '高崎吉'],
  ['渡邊 渡邉', '渡辺 渡辺'],
  ['鷗', '鴎'],
])('%s becomes %s', (met, form) => {
  expect(replaceCharacters(met, COMMON_FORMS)).toBe(form)
})
