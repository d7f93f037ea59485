import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  foldForComparison,
  foldForSearch,
  foldTyped,
  graphemeLength,
  graphemes,
  removeVariationSelectors,
} from './text-forms.ts'

const SELECTED_TSUJI = '辻\u{E0101}'

const DELICATE = 'あがカガーヶヷ・゛゜-−―ー〜～ 　\u3099\u309A\uFE0F\u200B⻲龜髙斉邊AaãÉﾞｶＡ①㌔"“′´1１'

/** Whatever a file can hold, and texts dense in what the folds are about. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...DELICATE), maxLength: 12 }),
)

describe('for comparison, the same text written differently is equal', () => {
  test.each([
    ['half and full width', '（１）ＡＢＣ', '(1)ABC'],
    ['half-width kana', 'ｶﾒﾔﾏ', 'カメヤマ'],
    ['radicals out of PDF files', '⻲⼭市⻑', '亀山市長'],
    ['turtles', '龜山', '亀山'],
    ['simplified turtle of the radical block', '⻳', '亀'],
    ['ladder forms in names', '髙橋﨑', '高橋崎'],
    ['variation selectors', SELECTED_TSUJI, '辻'],
    ['compatibility ideographs', '神\uFA19', '神神'],
    ['enclosed figures', '①㈱㍻', '1(株)平成'],
    ['long vowels typed as dashes', 'コ−ヒ―', 'コーヒー'],
    ['dashes between digits', '２ー３‐４−５', '2-3-4-5'],
    ['tildes', '４月〜６月～', '4月~6月~'],
    ['quotes', '“ＩＣＴ”′90', '"ICT"\'90'],
    ['free-standing sound marks', 'か゛は゜', 'がぱ'],
    ['whitespace and line ends', '　亀山\r\n 市\u00A0役所 ', '亀山 市 役所'],
    ['invisible characters', '亀\u200B山\uFEFF\u00AD', '亀山'],
  ])('%s', (_, one, other) => {
    expect(foldForComparison(one)).toBe(foldForComparison(other))
    expect(foldForComparison(one)).toBe(other)
  })

  test.each([
    ['斎藤', '斉藤'],
    ['富田', '冨田'],
    ['かな', 'カナ'],
    ['ICT', 'ict'],
    ['ação', 'acao'],
    ['亀山', '亀 山'],
    ['は', 'ば'],
  ])('%s and %s stay different', (one, other) => {
    expect(foldForComparison(one)).not.toBe(foldForComparison(other))
  })
})

describe('a search finds what people mean', () => {
  test.each([
    ['ICT', 'ict'],
    ['WiFi', 'Wi-Fi'],
    ['サーバ', 'サーバー'],
    ['さーばー', 'サーバ'],
    ['亀山太郎', '龜山　太郎'],
    ['斉藤', '齋藤'],
    ['斎藤', '齊藤'],
    ['冨田', '富田'],
    ['関ヶ原', '関ケ原'],
    ['acao', 'Ação'],
    ['シティプロモーション', 'シティ・プロモーション'],
    ['つじ', 'ツジ'],
    ['辻', SELECTED_TSUJI],
  ])('%s and %s', (one, other) => {
    expect(foldForSearch(one)).toBe(foldForSearch(other))
  })

  test.each([
    ['ビル', 'ビール'],
    ['1-2', '12'],
    ['は', 'ば'],
    ['か', 'が'],
  ])('%s is not %s', (one, other) => {
    expect(foldForSearch(one)).not.toBe(foldForSearch(other))
  })
})

describe('every fold', () => {
  test.each([
    ['foldForComparison', foldForComparison],
    ['foldForSearch', foldForSearch],
    ['foldTyped', foldTyped],
    ['removeVariationSelectors', removeVariationSelectors],
  ])('%s: folding again changes nothing', (_, fold) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('what is equal when compared is equal when searched', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldForSearch(foldForComparison(text))).toBe(foldForSearch(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('typed values', () => {
  test.each([
    ['５１９ー０１９５', '519-0195'],
    ['2019−05―01', '2019-05-01'],
    [' 令和 元 年 ', '令和元年'],
  ])('%s', (text, typed) => {
    expect(foldTyped(text)).toBe(typed)
  })

  test('a text too long for any value stays too long and hides nothing behind spaces', () => {
    expect(foldTyped('1'.repeat(1_000)).length).toBe(65)
    expect(foldTyped(`5190195${' '.repeat(1_000)}x`)).toBe('5190195x')
  })
})

describe('characters as a person counts them', () => {
  test.each([
    ['', 0],
    ['亀山', 2],
    [SELECTED_TSUJI, 1],
    ['𠮷野', 2],
    ['か\u3099', 1],
    ['👨‍👩‍👧', 1],
    ['ação', 4],
  ])('%j has %d', (text, length) => {
    expect(graphemeLength(text)).toBe(length)
    expect(graphemes(text)).toHaveLength(length)
  })

  test('nothing is lost between them, and a selector never changes their number', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom(...'亀山辻𠮷')), (text, kanji) => {
        expect(graphemes(text).join('')).toBe(text)
        expect(graphemeLength(text)).toBe(graphemes(text).length)
        expect(graphemeLength(kanji.map((character) => `${character}\u{E0100}`).join(''))).toBe(kanji.length)
      }),
    )
  })

  test('without its selectors a name is the plain name', () => {
    expect(removeVariationSelectors(`${SELECTED_TSUJI}\u{E0100}本❤\uFE0F`)).toBe('辻本❤')
  })
})
