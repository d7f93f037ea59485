import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gojuonRowOf, isKanaOnly, isReading, readingSortKey, toFullWidthKana, toHiragana, toKatakana } from './kana.ts'

const HIRAGANA = Array.from({ length: 0x3096 - 0x3041 + 1 }, (_, index) => String.fromCharCode(0x3041 + index))
const hiragana = fc.string({ unit: fc.constantFrom(...HIRAGANA, 'ー'), minLength: 1, maxLength: 8 })

describe('hiragana and katakana', () => {
  test.each([
    ['かめやま', 'カメヤマ'],
    ['ゔぁゕゖ', 'ヴァヵヶ'],
    ['すゞき', 'スヾキ'],
    ['らーめん', 'ラーメン'],
    ['亀やま1A', '亀ヤマ1A'],
  ])('%s is %s', (inHiragana, inKatakana) => {
    expect(toKatakana(inHiragana)).toBe(inKatakana)
    expect(toHiragana(inKatakana)).toBe(inHiragana)
  })

  test('ヷ to ヺ have no hiragana and stay', () => {
    expect(toHiragana('ヷヸヹヺ')).toBe('ヷヸヹヺ')
  })

  test('there and back changes nothing', () => {
    fc.assert(
      fc.property(hiragana, (text) => {
        expect(toHiragana(toKatakana(text))).toBe(text)
        expect(toHiragana(text)).toBe(text)
      }),
    )
  })
})

describe('half-width katakana', () => {
  test.each([
    ['ｶﾒﾔﾏ ﾀﾛｳ', 'カメヤマ タロウ'],
    ['ｶﾞｷﾞﾊﾟｳﾞﾜﾞ', 'ガギパヴヷ'],
    ['ﾗｰﾒﾝ｡｢｣､･', 'ラーメン。「」、・'],
    ['ﾞｱﾞ', '゛ア゛'],
    ['ABC123カメ', 'ABC123カメ'],
  ])('%s becomes %s', (half, full) => {
    expect(toFullWidthKana(half)).toBe(full)
  })

  test('none is left, and widening again changes nothing', () => {
    const unit = fc.integer({ min: 0xff61, max: 0xff9f }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const full = toFullWidthKana(text)
        expect(full).not.toMatch(/[\u3099\u309A｡-ﾟ]/)
        expect(toFullWidthKana(full)).toBe(full)
      }),
    )
  })
})

describe('what is a reading', () => {
  test.each([
    ['かめやま', true, true],
    ['カメヤマー', true, true],
    ['かめやま たろう', false, true],
    ['カメヤマ　タロウ', false, true],
    ['', false, false],
    [' かめやま', false, false],
    ['かめやま  たろう', false, false],
    ['ｶﾒﾔﾏ', false, false],
    ['亀やま', false, false],
    ['kame', false, false],
  ])('%j', (text, isKana, isName) => {
    expect([isKanaOnly(text), isReading(text)]).toEqual([isKana, isName])
  })
})

describe('the row of the index', () => {
  test.each([
    ['あい', 'あ'],
    ['ぁ', 'あ'],
    ['ゔぁいおりん', 'あ'],
    ['ガス', 'か'],
    ['ｶﾞｽ', 'か'],
    ['じゅうみん', 'さ'],
    ['づか', 'た'],
    ['にんしん', 'な'],
    ['ぱそこん', 'は'],
    ['マイナンバー', 'ま'],
    ['ょ', 'や'],
    ['るーる', 'ら'],
    ['をん', 'わ'],
    ['んじゃめな', 'わ'],
    ['ー', null],
    ['亀山', null],
    ['', null],
  ])('%s is under %s', (reading, row) => {
    expect(gojuonRowOf(reading)).toBe(row)
  })

  test('every reading in kana has one, the same in katakana', () => {
    fc.assert(
      fc.property(hiragana, (reading) => {
        fc.pre(!reading.startsWith('ー'))
        expect(gojuonRowOf(reading)).not.toBeNull()
        expect(gojuonRowOf(toKatakana(reading))).toBe(gojuonRowOf(reading))
      }),
    )
  })
})

describe('the order of readings', () => {
  test.each([
    ['gojuon', ['あい', 'うえ', 'かめ', 'さる', 'たこ', 'わに', 'んが']],
    ['plain, voiced, half-voiced', ['はす', 'ばす', 'ぱす', 'はせ']],
    ['voicing counts only between equals', ['かき', 'がき', 'かく']],
    ['small before full', ['きゃく', 'きやく', 'きゃけ']],
    ['long vowel, small, full', ['かー', 'かぁ', 'かあ']],
    ['a long vowel is the vowel it lengthens', ['カー', 'かあ', 'かい']],
    ['also after e and o', ['けいき', 'ケーキ', 'けき', 'コート', 'こおと']],
    ['a repetition mark is the kana it repeats', ['いすし', 'いすゞ', 'いすず', 'いすせ']],
    ['hiragana before katakana', ['あめ', 'アメ', 'あも']],
    ['shorter first', ['かめ', 'かめや', 'かめやま']],
    ['family names first', ['さと うた', 'さと わか', 'さとう あい']],
  ])('%s', (_, inOrder) => {
    const keys = inOrder.map(readingSortKey)
    expect(keys.toSorted()).toEqual(keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('agrees with the Japanese collation of ICU (CLDR, after JIS X 4061)', () => {
    const collator = new Intl.Collator('ja', { sensitivity: 'variant' })
    fc.assert(
      fc.property(hiragana, hiragana, (one, other) => {
        // ICU lengthens one vowel only: of a second ー, of ー after ん and at the beginning it has no opinion.
        fc.pre([one, other].every((text) => !/^ー|ーー|んー/.test(text)))
        expect(compare(readingSortKey(one), readingSortKey(other))).toBe(Math.sign(collator.compare(one, other)))
      }),
      { numRuns: 2000 },
    )
  })

  test('half-width, combined and composed forms have one key', () => {
    expect(readingSortKey('ｶﾞｽ')).toBe(readingSortKey('ガス'))
    expect(readingSortKey('か\u3099す')).toBe(readingSortKey('がす'))
  })
})

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
