import { describe, expect, test } from 'vitest'
import { readSearchQuery, SEARCH_LIMITS } from './search-query.ts'
import { foldAddress, gramsOf, searchWordsOf, type FoundBy } from './search-words.ts'

const TODAY = Temporal.PlainDate.from('2026-11-22')
const read = (typed: string) => readSearchQuery(typed, TODAY)

describe('what is typed, word by word', () => {
  test.each([
    ['つじ', 'kana'], ['ﾂｼﾞ', 'kana'], ['辻󠄀', 'words'], ['本町2-9101', 'words'], ['João', 'letters'], ['S54.5.14', 'birth'], ['540514', 'birth'], ['1000000014', 'number'],
  ])('%s is %s', (typed, kind) => {
    expect(read(typed).terms.map((term) => term.kind)).toEqual([kind === 'number' && read(typed).terms[0]?.addresseeNumber === null ? 'words' : kind])
  })

  test('several words in any spaces', () => {
    expect(read('森川　誠, 本町').terms.map(({ typed }) => typed)).toEqual(['森川', '誠', '本町'])
  })

  test('a certain day is no address, digits that might be one are both', () => {
    expect(read('1979-05-14').terms[0]).toMatchObject({ texts: [], births: [{ isGuess: false }] })
    expect(read('54.5.14').terms[0]?.births).toHaveLength(2)
    expect(read('540514').terms[0]?.texts).toEqual(['540514'])
  })

  test('signs alone, and what is beyond the limit, is ignored and said', () => {
    expect(read('・ 森').ignored).toEqual(['・'])
    const many = Array.from({ length: SEARCH_LIMITS.terms + 2 }, (_, index) => `語${index}`)
    expect(read(many.join(' '))).toMatchObject({ ignored: many.slice(SEARCH_LIMITS.terms) })
    expect(read('   ')).toEqual({ terms: [], ignored: [] })
  })
})

test.each([
  ['9101番地の2', '9101-2'], ['９１０１－２', '9101-2'], ['9101番2', '9101-2'], ['九千百一番地の二', '9101-2'], ['本町二丁目9101番地', '本町2丁目9101'], ['本町2丁目2番5号', '本町2丁目2-5'], ['9101番地', '9101'],
])('the address %s is looked for as %s', (text, expected) => {
  expect(foldAddress(text)).toBe(expected)
})

describe('what a person is found by', () => {
  const by: FoundBy = {
    name: 'SOUZA LIMA ANA', kana: 'ソウザ リマ アナ', alphabet: 'SOUZA LIMA ANA', commonName: '相馬 アナ', commonKana: 'ソウマ アナ', formerName: '', formerKana: '',
    town: 'みどり町', addressNumber: '9102番地の3', building: 'みどりハイツ101', address: '三重県亀山市みどり町9102番地の3 みどりハイツ101', previousAddress: '',
  }
  const { words, grams } = searchWordsOf('1000000014', [by, { ...by, name: '相馬 アナ', town: '栄町' }])

  test.each(['1000000014', '相馬あな', '相馬', 'souza', 'souzalimaana', 'みどり町9102-3', '栄町9102-3', 'みどりはいつ101'])('%s', (line) => {
    expect(words).toContain(`\n${line}\n`)
  })

  test('every pair of a word that is in it is among its pairs', () => {
    const kept = new Set(grams)
    for (const part of ['相馬', '町9', 'lima', '相', 's', 'あな', '9102-3']) expect(gramsOf(part).every((gram) => kept.has(gram)), part).toBe(true)
    expect(gramsOf('zz').every((gram) => kept.has(gram))).toBe(false)
  })
})
