import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NoticeTexts } from '../../../capabilities/notices/model.ts'
import { bodyOf, sentencesOf, strayBrace, textsOf, typedOf } from './sentences.ts'

describe('sentences', () => {
  test.each([
    ['一つ。二つ。\n三つ', 'ja', ['一つ。', '二つ。', '三つ']],
    ['One. Two.\n\nThree.', 'en', ['One. Two.', 'Three.']],
    ['  \n ', 'ja', []],
  ] as const)('%j', (body, language, expected) => {
    expect(sentencesOf(body, language)).toEqual(expected)
  })

  test('nothing but blanks between sentences is lost', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('あ', '。', '\n', ' ', 'x', '⚠️') }), (body) => {
      expect(sentencesOf(body, 'ja').join('').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''))
    }))
  })
})

test.each([
  ['{避難|ひなん}してください', undefined], ['普通の文', undefined], ['{count}人', '{count'], ['}', '}'], ['{避難|}', '{避難|'],
])('%j has the stray brace %j', (text, expected) => {
  const found = strayBrace(text)
  if (expected === undefined) expect(found).toBeUndefined()
  else expect(found).toContain(expected)
})

describe('texts of a form', () => {
  const composed: NoticeTexts = {
    ja: { title: '注意', sentences: ['一つ。二つ。', '三つ。'], origin: 'phrasebook' }, 'ja-x-yasashii': null,
    en: { title: 'Beware', sentences: ['One. Two.'], origin: 'phrasebook' }, pt: null,
  }

  test('what a phrase gave stays the phrase’s, word for word and line for line', () => {
    expect(textsOf(typedOf(composed), composed)).toEqual(composed)
  })

  test('one changed letter makes it a person’s', () => {
    const typed = { ...typedOf(composed), en: { title: 'Beware', body: `${bodyOf(composed.en)}!` } }
    expect(textsOf(typed, composed).en).toEqual({ title: 'Beware', sentences: ['One. Two.!'], origin: 'human' })
    expect(textsOf(typed, composed).ja.origin).toBe('phrasebook')
  })
})
