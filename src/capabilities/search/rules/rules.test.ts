import { describe, expect, test } from 'vitest'
import { SEARCH_LIMITS } from '../limits.ts'
import type { SearchDocument } from '../search.ts'
import { dateSignOf, dateSignsIn } from './dates.ts'
import { excerptOf } from './excerpt.ts'
import { foldDocument } from './folded-document.ts'
import { readQuery } from './query.ts'

function isFound(document: Partial<SearchDocument>, typed: string): boolean {
  const { foldedTitle, foldedText } = foldDocument({ key: 'a', title: '', text: '', href: '/', audience: 'everyone', ...document })
  const { words } = readQuery(typed)
  return words.length > 0 && words.every(({ forms }) => forms.some((form) => foldedTitle.includes(form) || foldedText.includes(form)))
}

describe('Japanese as people type it', () => {
  test.each([
    ['亀山市', '龜山'], ['龜山市', '亀山市'], ['⻲山市', '亀山'], ['亀山市', '⻲'], ['斎藤', '斉藤'], ['辻\u{E0100}', '辻'],
    ['ペットボトル', 'ぺっとぼとる'], ['ペットボトル', 'ﾍﾟｯﾄﾎﾞﾄﾙ'], ['ぺっとぼとる', 'ペットボトル'], ['サーバー', 'サーバ'], ['サーバ', 'サーバー'],
    ['Wi-Fi ルーター', 'wifi'], ['ＷｉＦｉ', 'Wi-Fi'], ['coleta de pilhas não usadas', 'NAO'], ['燃やすごみ　一覧', 'ごみ一覧'],
    ['マイナンバーカード', 'ナンバー'], ['乾電池の出し方', '乾電池 出し方'], ['乾電池の出し方', '出し方　乾電池'], ['乾電池', '「乾電池」'],
    ['５％', '5%'], ['㈱亀山', '(株)亀山'],
  ])('%s is found by %s', (text, typed) => {
    expect(isFound({ text }, typed)).toBe(true)
    expect(isFound({ title: text }, typed)).toBe(true)
  })

  test('reading and other languages are searched too', () => {
    const document = { title: '乾電池', reading: 'かんでんち\nでんち', otherLanguages: { en: { title: 'Dry batteries', text: 'Red box' } } }
    for (const typed of ['カンデンチ', 'batteries', 'red box', 'でん']) expect(isFound(document, typed)).toBe(true)
    for (const typed of ['んちで', '乾電池 blue']) expect(isFound(document, typed)).toBe(false)
  })
})

describe('dates', () => {
  const written = ['令和3年4月1日', 'R3.4.1', 'R3/4/1', '2021-04-01', '2021/4/1', '2021年4月1日', '令和三年四月一日', '令３年４月１日', '２０２１．０４．０１']
  test.each(written.flatMap((text) => [...written, '20210401', '令和3年', 'R3', '2021年', 'R3.4', '2021-04', '2021年4月'].map((typed) => [text, typed])))('%s is found by %s', (text, typed) => {
    expect(isFound({ text: `締切は${text}です` }, typed)).toBe(true)
  })

  test.each([
    ['令和3年4月1日', '令和3年4月2日'], ['令和3年4月1日', 'R4'], ['令和3年4月1日', '2021-05'], ['令和3年度', '2021年'], ['電話 059-82-1111', '0059年'], ['13.4.1', '3.4.1年'],
  ])('%s is not found by %s', (text, typed) => {
    expect(isFound({ text }, typed)).toBe(false)
  })

  test('years of account are their own', () => {
    expect(isFound({ text: '令和3年度の報告' }, '2021年度')).toBe(true)
    expect(isFound({ text: '令和元年度の報告' }, 'R1年度')).toBe(true)
    expect(isFound({ text: '2021年度' }, 'R3度')).toBe(true)
    expect(isFound({ text: '令和3年4月1日' }, '令和3年度')).toBe(false)
  })

  test('what is no date has no sign', () => {
    for (const typed of ['', '令和', '年', 'R', '令和3年13月', '2021-02-30', '令和0年', '99', '2021']) expect(dateSignOf(typed)).toBeNull()
    expect(dateSignsIn('令和3年2月30日、R3.13.1、平成元年1月7日')).toEqual([])
  })
})

describe('a query', () => {
  test.each(['', ' ', '　', '\0', '\n\t', '「」', '""'])('of %j has no words', (typed) => {
    expect(readQuery(typed).words).toEqual([])
  })

  test.each(['!!!', '-亀山', '亀山 OR 津', 'title:a', '(', '*', '\\', '%_', "'; drop table", '[a-z', '‮مرحبا', 'שלום', '<script>', '\uD800'])('of %j is looked for as it stands', (typed) => {
    const { words, isCut } = readQuery(typed)
    expect(words.length).toBeGreaterThan(0)
    expect(isCut).toBe(false)
    for (const { forms } of words) for (const form of forms) expect(form).not.toMatch(/[\s\0]/)
  })

  test('that is too long is cut, and says so', () => {
    const long = readQuery('亀'.repeat(10_000))
    expect(long.words[0]?.forms[0]).toBe('亀'.repeat(SEARCH_LIMITS.queryCharacters))
    expect(long.isCut).toBe(true)
    const many = readQuery(Array.from({ length: 20 }, (_, index) => `a${index}`).join(' '))
    expect(many.words).toHaveLength(SEARCH_LIMITS.queryWords)
    expect(many.isCut).toBe(true)
    expect(readQuery('𠮷'.repeat(60)).words[0]?.forms[0]?.isWellFormed()).toBe(true)
    expect(readQuery('a a A ａ').words).toHaveLength(1)
  })
})

describe('an excerpt', () => {
  test.each([
    ['古紙は別の日です。ペットボトルはふたを取り、すすいでください。缶もすすぎます。', 'ぺっとぼとる', 'ペットボトル'],
    ['龜山市の計画', '亀山', '龜山'],
    ['Wi-Fi ルーター', 'wifi', 'Wi-Fi'],
    ['a'.repeat(500) + '的' + 'b'.repeat(500), '的', '的'],
  ])('of %s marks %s', (text, form, expected) => {
    const { before, found, after } = excerptOf(text, [form])
    expect(found).toBe(expected)
    expect(`${before}${found}${after}`.length).toBeLessThanOrEqual(SEARCH_LIMITS.excerptCharacters + 2)
  })

  test('without the word is the beginning', () => {
    expect(excerptOf('あ'.repeat(500), ['亀'])).toEqual({ before: '', found: '', after: `${'あ'.repeat(SEARCH_LIMITS.excerptCharacters)}…` })
    expect(excerptOf('', ['亀'])).toEqual({ before: '', found: '', after: '' })
  })
})
