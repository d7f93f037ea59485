import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkEasyJapanese, checkReadings, type EasyRule } from './easy-japanese.ts'

const rulesIn = (text: string) => [...new Set(checkEasyJapanese(text).map(({ rule }) => rule))]

describe('what is easy stays unremarked', () => {
  test.each([
    '{今|いま} すぐ {逃|に}げて ください。',
    '{山|やま}や がけの {近|ちか}くに いる {人|ひと}は、 みんな {今|いま} すぐ {逃|に}げて ください。',
    '{避難所|ひなんじょ}（{逃|に}げる {場所|ばしょ}）は {shelters}です。',
    '{逃|に}げる {場所|ばしょ}（{避難所|ひなんじょ}）は {shelters}です。',
    '2026{年|ねん} 11{月|がつ}23{日|にち} {午後|ごご} 7{時|じ}30{分|ぷん}からです。',
    '{川|かわ}の {水|みず}が あふれそうです。',
    'こわれた {建物|たてもの}の {近|ちか}くに {行|い}かないで ください。',
    '',
  ])('%s', (text) => expect(checkEasyJapanese(text)).toEqual([]))
})

describe('what is hard is found under its rule', () => {
  test.each<[EasyRule, string]>([
    ['reading-missing', '今 すぐ {逃|に}げて ください。'],
    ['reading-missing', '{避難|ひなん}所（{逃|に}げる {場所|ばしょ}）'],
    ['reading-shape', '{今|イマ} すぐ {逃|に}げて ください。'],
    ['reading-shape', '{すぐ|すぐ} {逃|に}げて ください。'],
    ['official-term', '{避難指示|ひなんしじ}が {出|で}ました。'],
    ['official-term', '{土砂災害|どしゃさいがい}に {気|き}を つけて ください。'],
    ['official-term', '{高齢者等避難|こうれいしゃとうひなん}です。'],
    ['hard-word', 'すみやかに {逃|に}げて ください。'],
    ['hard-word', '{学校|がっこう}は {休校|きゅうこう}です。'],
    ['double-negation', '{行|い}かないことはないです。'],
    ['double-negation', '{行|い}けなくはありません。'],
    ['double-negation', '{行|い}くしかありません。'],
    ['double-negation', '{危|あぶ}なくないとは{言|い}えません。'],
    ['obligation', '{逃|に}げなければなりません。'],
    ['obligation', '{逃|に}げないといけません。'],
    ['obligation', '{逃|に}げるべきです。'],
    ['passive', 'お{知|し}らせが {出|だ}されました。'],
    ['passive', '{人|ひと}が {助|たす}けられました。'],
    ['honorific', 'ご{注意|ちゅうい}ください。'],
    ['honorific', 'お{待|ま}ちください。'],
    ['honorific', '{見|み}て いただきます。'],
    ['honorific', 'こちらで ございます。'],
    ['plain-style', 'すぐに {逃|に}げること。'],
    ['era', '{令和|れいわ}8{年|ねん} 11{月|がつ}です。'],
    ['era', 'R8{年|ねん}です。'],
    ['wide-digits', 'レベル４です。'],
    ['slashed-date', '11/23に {来|き}て ください。'],
    ['clock-24', '19{時|じ}からです。'],
    ['clock-24', '19:30からです。'],
    ['range-mark', '9{時|じ}〜10{時|じ}です。'],
    ['no-spaces', 'やまやがけのちかくにいるひとはにげてください。'],
    ['clauses-many', '{雨|あめ}が {降|ふ}って、 {風|かぜ}が {吹|ふ}いて、 {木|き}が {倒|たお}れて、 {危|あぶ}ないです。'],
    ['sentence-long', `${'とても '.repeat(16)}{危|あぶ}ないです。`],
  ])('%s: %s', (rule, text) => expect(rulesIn(text)).toContain(rule))
})

describe('where and how', () => {
  test('a finding points at the letters in the source, readings counted', () => {
    const text = '{今|いま} すぐ {避難指示|ひなんしじ}です。'
    const [finding] = checkEasyJapanese(text)
    expect(finding).toMatchObject({ rule: 'official-term', read: '避難指示', weight: 'refused', instead: '避難指示（危ない 場所から みんな 逃げて ください）' })
    expect(text.slice(finding?.at, (finding?.at ?? 0) + (finding?.length ?? 0))).toBe('避難指示')
  })

  test('once explained, an official word may stand alone', () => {
    expect(checkEasyJapanese('{避難所|ひなんじょ}（{逃|に}げる {場所|ばしょ}）が {開|ひら}きました。 {避難所|ひなんじょ}に {行|い}って ください。')).toEqual([])
    expect(rulesIn('{避難所|ひなんじょ}に {行|い}って ください。 {避難所|ひなんじょ}（{逃|に}げる {場所|ばしょ}）は {開|ひら}きました。')).toEqual(['official-term'])
  })

  test('the longest word counts: 避難指示 is not also 避難', () => {
    expect(checkEasyJapanese('{避難指示|ひなんしじ}です。')).toHaveLength(1)
  })

  test('what stands in brackets does not make a sentence long', () => {
    expect(rulesIn(`{避難所|ひなんじょ}（${'{逃|に}げる {場所|ばしょ} '.repeat(12)}）です。`)).not.toContain('sentence-long')
  })

  test.each(['{towns}では、 {雨|あめ}です。', '{a}{b}{c}'])('slots are passed over: %s', (text) => expect(checkReadings(text)).toEqual([]))
})

describe('whatever is typed', () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom('{', '}', '|', '{今|いま}', '{towns}', '避難指示', '（', '）', '。', '\n', ' ', 'ない', '令和8年', '４'), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 })

  test('every finding lies inside the text, in order, and says what stands there', () => {
    fc.assert(fc.property(pieces, (parts) => {
      const text = parts.join('')
      let last = 0
      for (const { at, length } of checkEasyJapanese(text)) {
        expect(at).toBeGreaterThanOrEqual(last)
        expect(length).toBeGreaterThan(0)
        expect(at + length).toBeLessThanOrEqual(text.length)
        last = at
      }
    }))
  })

  test('a text whose kanji all bear readings lacks none, and with one reading taken away it lacks that', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('{今|いま}', '{山|やま}', '{川|かわ}', 'です。', ' '), { minLength: 1, maxLength: 20 }), (parts: readonly string[]) => {
      expect(checkReadings(parts.join(''))).toEqual([])
      const index = parts.findIndex((part) => part.startsWith('{'))
      if (index < 0) return
      const bare = parts.with(index, ` ${parts[index]?.[1] ?? ''} `)
      expect(checkReadings(bare.join('')).map(({ rule }) => rule)).toEqual(['reading-missing'])
    }))
  })
})
