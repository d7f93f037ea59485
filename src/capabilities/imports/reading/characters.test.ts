import { describe, expect, test } from 'vitest'
import { cleanCell, looksLikeFormula, shownText } from './characters.ts'
import { READING_LIMITS } from './limits.ts'

describe('odd characters', () => {
  test.each([
    ['an ordinary cell', '待ち時間を短くする。(予定) 12,345件', '待ち時間を短くする。(予定) 12,345件', []],
    ['a bell', '待ち\u0007時間', '待ち時間', ['control-characters']],
    ['a mark of direction', '\u202e待ち時間', '待ち時間', ['invisible-characters']],
    ['a zero-width space', '待ち\u200b時間', '待ち時間', ['invisible-characters']],
    ['a lost character', '待ち\ufffd時間', '待ち\ufffd時間', ['undecodable']],
    ['a formula', '=HYPERLINK("http://x.invalid","y")', '=HYPERLINK("http://x.invalid","y")', ['formula']],
    ['a hidden formula', '\u200b=1+1', '=1+1', ['invisible-characters']],
  ])('%s', (_, raw, text, oddities) => {
    expect(cleanCell(raw)).toEqual({ text, oddities })
  })

  test('a cell over the limit is cut, and not inside a character', () => {
    const long = `${'あ'.repeat(READING_LIMITS.cellCharacters - 1)}𠮷𠮷`
    const { text, oddities } = cleanCell(long)
    expect(oddities).toEqual(['too-long'])
    expect(text).toBe('あ'.repeat(READING_LIMITS.cellCharacters - 1))
  })
})

test.each([
  ['=1+1', true],
  ['@SUM(A1:A9)', true],
  ['+1+2', true],
  ["-2+3+cmd|' /C calc'!A0", true],
  ['-', false],
  ['->', false],
  ['- 更新', false],
  ['-5', false],
  ['＝同じ', false],
  ['平成29年度', false],
])('%s computes in a spreadsheet: %s', (text, expected) => {
  expect(looksLikeFormula(text)).toBe(expected)
})

test('what is shown to a person hides nothing', () => {
  expect(shownText('一\n二\u0007\u202e')).toBe('一⏎二〔U+0007〕〔U+202E〕')
  expect(shownText('あ'.repeat(5_000))).toHaveLength(4_000 + '…（5000文字）'.length)
})
