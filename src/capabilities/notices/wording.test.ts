import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NoticeText, NoticeTexts } from './model.ts'
import { inCharacters, inColumns, inUnits, inUtf8Bytes, type Measure } from './rules/fitting.ts'
import { fitSentences, fitWithRest, readingOf, wordingOf } from './wording.ts'

const japanese: NoticeText = { title: '{避難指示|ひなんしじ}', sentences: ['{川|かわ}があふれます。', '{逃|に}げてください。'], origin: 'phrasebook' }
const english: NoticeText = { title: 'Evacuate now', sentences: ['The river is rising.', 'Leave at once.'], origin: 'human' }
const texts: NoticeTexts = { ja: japanese, 'ja-x-yasashii': { ...japanese, title: '{逃|に}げて' }, en: english, pt: null }

describe('a notice in the words of its reader', () => {
  test('drops readings in Japanese and keeps them in brackets in easy Japanese', () => {
    expect(wordingOf({ texts, isDrill: false }, 'ja')).toEqual({ language: 'ja', title: '避難指示', sentences: ['川があふれます。', '逃げてください。'], preface: null })
    expect(wordingOf({ texts, isDrill: false }, 'ja-x-yasashii')).toMatchObject({ title: '逃（に）げて', sentences: ['川（かわ）があふれます。', '逃（に）げてください。'] })
  })

  test('says so where nobody has translated it, and where a machine has', () => {
    expect(wordingOf({ texts, isDrill: false }, 'pt')).toMatchObject({ language: 'pt', title: '避難指示', preface: 'Ainda não traduzido. Segue o texto em japonês.' })
    const byMachine = { ...texts, en: { ...english, origin: 'machine' as const } }
    expect(wordingOf({ texts: byMachine, isDrill: false }, 'en').preface).toContain('by a machine')
    expect(wordingOf({ texts, isDrill: false }, 'en').preface).toBeNull()
  })

  test.each([['ja', '【訓練】避難指示'], ['ja-x-yasashii', '【訓練（くんれん）】逃（に）げて'], ['en', '[DRILL] Evacuate now'], ['pt', '[SIMULADO] 避難指示']] as const)('calls a drill a drill in %s', (language, title) => {
    expect(wordingOf({ texts, isDrill: true }, language).title).toBe(title)
  })

  test('leaves brackets that are no readings as they were written', () => {
    const odd = { ja: { ...japanese, title: '{a} | {b|c|d}{}' }, 'ja-x-yasashii': null, en: null, pt: null }
    expect(wordingOf({ texts: odd, isDrill: false }, 'ja').title).toBe('{a} | {b|c|d}{}')
  })

  test('is read aloud by its readings', () => {
    expect(readingOf('{川|かわ}から{離|はな}れて')).toBe('かわからはなれて')
  })
})

describe('a measure', () => {
  test.each<[string, number, number, number, number]>([
    ['abc', 3, 3, 3, 3],
    ['避難', 2, 2, 6, 4],
    ['ｱﾗｰﾄ', 4, 4, 12, 4],
    ['👨‍👩‍👧', 1, 8, 18, 2],
    ['é', 1, 1, 2, 1],
    ['\u304b\u3099', 1, 2, 6, 2],
    ['𠮷→', 2, 3, 7, 4],
    ['', 0, 0, 0, 0],
  ])('%j', (text, characters, units, bytes, columns) => {
    expect([inCharacters(text), inUnits(text), inUtf8Bytes(text), inColumns(text)]).toEqual([characters, units, bytes, columns])
  })
})

describe('sentences that must fit', () => {
  const sentence = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('川があふれます。', 'Leave at once.', 'Saia já.', '👨‍👩‍👧'))
  const measure = fc.constantFrom<Measure>(inCharacters, inUnits, inUtf8Bytes, inColumns)
  const terms = [fc.array(sentence, { maxLength: 12 }), fc.nat(120), measure, fc.constantFrom('', ' ', '\n', ' / ')] as const

  test('are never more than the limit, and each stands whole', () => {
    fc.assert(
      fc.property(...terms, (sentences, limit, measured, joiner) => {
        const { text, dropped } = fitSentences(sentences, limit, measured, joiner)
        const kept = sentences.slice(0, sentences.length - dropped)
        expect(text).toBe(kept.join(joiner))
        expect(measured(text)).toBeLessThanOrEqual(limit)
      }),
    )
  })

  test('are only dropped where one more is too much', () => {
    fc.assert(
      fc.property(...terms, (sentences, limit, measured, joiner) => {
        const { dropped } = fitSentences(sentences, limit, measured, joiner)
        if (dropped > 0) expect(measured(sentences.slice(0, sentences.length - dropped + 1).join(joiner))).toBeGreaterThan(limit)
      }),
    )
  })

  test('tell what was left out, within the same limit', () => {
    fc.assert(
      fc.property(...terms, (sentences, limit, measured, joiner) => {
        const rest = 'More.'
        fc.pre(limit >= rest.length)
        const { text, dropped } = fitWithRest(sentences, limit, rest, measured, joiner)
        expect(measured(text)).toBeLessThanOrEqual(limit)
        const kept = sentences.slice(0, sentences.length - dropped)
        expect(text).toBe((dropped === 0 ? kept : [...kept, rest]).join(joiner))
      }),
    )
  })

  test('cannot tell it where there is no room even for that', () => {
    expect(() => fitWithRest([], 4, 'More.')).toThrow(RangeError)
  })

  test('leave nothing where the first is too long already', () => {
    expect(fitSentences(['とても長い文です。', '短い。'], 5)).toEqual({ text: '', dropped: 2 })
    expect(fitSentences([], 5)).toEqual({ text: '', dropped: 0 })
  })
})
