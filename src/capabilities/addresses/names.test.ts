import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMON_FORMS, SEARCH_FORMS } from '#kernel/values/character-variants.ts'
import { foldLetters, foldName, foldReading, isKana, isLetters, lettersKey, nameKey } from './names.ts'
import { NAME_FORMS } from './names/name-forms.ts'

describe('names written differently are found', () => {
  test.each([
    ['髙𣘺 一郎', '高橋一郎'],
    ['渡邊', '渡辺'],
    ['渡邉', '渡辺'],
    ['⻲山', '亀山'],
    ['龜山', '亀山'],
    ['齋藤', '斉藤'],
    ['齊藤', '斎藤'],
    ['斎藤', '斉藤'],
    ['澤田 廣', '沢田広'],
    ['濵﨑', '浜崎'],
    ['濱嵜', '浜崎'],
    ['𠮷田', '吉田'],
    ['靏見', '鶴見'],
    ['辻\u{E0100}', '辻'],
    ['葛\u{E0101}城', '葛城'],
    ['關谷　ハル', '関谷 はる'],
    ['枩本', '松本'],
    ['畠山', '畑山'],
    ['SOUZA　Ana', 'souza ana'],
  ])('%s and %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })

  test('the key for comparing keeps apart what are two characters', () => {
    expect(nameKey('髙木 修')).toBe(nameKey('高木修'))
    expect(nameKey('畠山')).not.toBe(nameKey('畑山'))
    expect(nameKey('斎藤')).not.toBe(nameKey('斉藤'))
  })
})

describe('readings that sound alike', () => {
  test.each([
    ['ｵｵｸﾗ ﾊﾔﾄ', 'おおくら はやと'],
    ['コウノ', 'コオノ'],
    ['コーノ', 'こうの'],
    ['ミヅキ', 'ミズキ'],
    ['チヂワ', 'チジワ'],
    ['ショウコ', 'シヨウコ'],
    ['ハットリ', 'ハツトリ'],
    ['ヴィトリア', 'ビトリア'],
    ['ケイコ', 'ケーコ'],
    ['カヲリ', 'カオリ'],
    ['ジョアン・ペドロ', 'ジヨアン ペドロ'],
  ])('%s and %s', (one, other) => {
    expect(foldReading(one)).toBe(foldReading(other))
  })

  test.each([['オノ', 'オオノ'], ['サト', 'サトウ'], ['ハヤシ', 'バヤシ']])('%s and %s are two', (one, other) => {
    expect(foldReading(one)).not.toBe(foldReading(other))
  })
})

describe('letters', () => {
  test.each([
    ['João Pedro de Almeida', 'JOAO PEDRO DE ALMEIDA'],
    ['Nguyễn Thị Hòa', 'NGUYEN THI HOA'],
    ['Đặng Văn Đức', 'DANG VAN DUC'],
    ["O'Connor-Smith", 'OCONNOR SMITH'],
    ['ＭＩＬＬＥＲ', 'miller'],
    ['Conceição', 'CONCEICAO'],
  ])('%s and %s', (one, other) => {
    expect(foldLetters(one)).toBe(foldLetters(other))
  })

  test('their key does not mind which name stands first', () => {
    expect(lettersKey('Nguyen Thi Hoa')).toBe(lettersKey('HOA, Nguyễn Thị'))
    expect(lettersKey('Ana Souza')).not.toBe(lettersKey('Ana Sousa'))
  })

  test.each([['João', true], ['ｼﾙﾊﾞ', false], ['森川', false], ["O'Neil", true], ['123', false], ['', false]])('%s is letters: %s', (text, expected) => {
    expect(isLetters(text)).toBe(expected)
  })
  test.each([['ｼﾙﾊﾞ', true], ['もりかわ', true], ['森川', false], ['ー', true], ['A', false]])('%s is kana: %s', (text, expected) => {
    expect(isKana(text)).toBe(expected)
  })
})

const delicate = fc.string({ unit: fc.constantFrom(...'ぁあカガヴァィおうーえい斉邊髙畠高ÉđãＡ −-\u{E0100}・', '辻\u{E0100}'), maxLength: 12 })

test('every fold is idempotent', () => {
  fc.assert(
    fc.property(fc.oneof(delicate, fc.string({ unit: 'binary' })), (text) => {
      for (const fold of [foldName, foldReading, foldLetters, lettersKey, nameKey]) expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

describe('the table of forms', () => {
  test('each form is one character, stands once, and leads to a form that nothing leads on', () => {
    const forms = NAME_FORMS.map(({ form }) => form)
    expect(new Set(forms).size).toBe(forms.length)
    for (const { form, base, source } of NAME_FORMS) {
      expect([[...form].length, [...base].length, source !== '']).toEqual([1, 1, true])
      expect(forms).not.toContain(base)
      expect(COMMON_FORMS.has(base) || SEARCH_FORMS.has(base)).toBe(false)
    }
  })

  test('it says nothing that the kernel says', () => {
    expect(NAME_FORMS.filter(({ form }) => COMMON_FORMS.has(form) || SEARCH_FORMS.has(form))).toEqual([])
  })
})
