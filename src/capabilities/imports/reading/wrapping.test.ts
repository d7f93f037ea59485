import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWrapped, joinName, joinProse, joinWrappedProse } from './wrapping.ts'

test.each([
  ['道路照明台帳シ ステム更新 事業', '道路照明台帳システム更新事業'],
  ['窓口\n予約', '窓口予約'],
  ['AI 窓口 Web Site', 'AI 窓口 Web Site'],
  ['①点検事業 ②更新事業', '①点検事業 ②更新事業'],
])('a name %s', (broken, joined) => {
  expect(joinName(broken).text).toBe(joined)
})

describe('a text', () => {
  test.each([
    [
      'broken at even distances',
      '道路と橋りょうの台帳を 電子化し、点検の結果を 現場で見られるように する。',
      '道路と橋りょうの台帳を電子化し、点検の結果を現場で見られるようにする。',
    ],
    [
      'broken around figures',
      '窓口の予約が年間に約 1,200件あり、待ち時 間が平均で15分短く なった。',
      '窓口の予約が年間に約1,200件あり、待ち時間が平均で15分短くなった。',
    ],
    [
      'with paragraphs',
      '台帳を電子化した。 点検の結果を記録した。 来年度も続ける。',
      '台帳を電子化した。 点検の結果を記録した。 来年度も続ける。',
    ],
    [
      'with a list of figures',
      '予約が増えた。 年間件数 令和2年度530件 令和3年度855件',
      '予約が増えた。 年間件数 令和2年度530件 令和3年度855件',
    ],
    ['with bullets', '・研修の実施 ・機器の点検 ・説明会の開催', '・研修の実施 ・機器の点検 ・説明会の開催'],
    ['with one space', '台帳を電子化し 点検した。', '台帳を電子化し 点検した。'],
  ])('%s', (_, text, expected) => {
    expect(joinProse(text).text).toBe(expected)
  })

  test('one space is joined where the row is known to be wrapped', () => {
    expect(joinWrappedProse('台帳を電子化し 点検した。').text).toBe('台帳を電子化し点検した。')
  })

  test('any sentence wrapped at one width comes back', () => {
    const words = fc.array(
      fc.constantFrom('台帳を', '電子化し', '点検の', '結果を', '現場で', '見られる', 'ように', '整える'),
      { minLength: 12, maxLength: 40 },
    )
    fc.assert(
      fc.property(words, fc.integer({ min: 6, max: 20 }), (parts, width) => {
        const sentence = parts.join('')
        const lines = Array.from({ length: Math.ceil(sentence.length / width) }, (_, line) =>
          sentence.slice(line * width, (line + 1) * width),
        )
        fc.pre(lines.length > 2)
        expect(isWrapped(lines.join(' '))).toBe(true)
        expect(joinProse(lines.join(' ')).text).toBe(sentence)
      }),
    )
  })
})
