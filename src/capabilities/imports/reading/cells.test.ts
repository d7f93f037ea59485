import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOfGrid, cellsOfText, placeOfCell } from './cells.ts'
import { READING_LIMITS } from './limits.ts'

function cellsOf(text: string): readonly (readonly string[])[] {
  const reading = cellsOfText(text)
  return reading.ok ? reading.lines.map(({ cells }) => cells) : []
}

const ROWS = [
  ['番号', '名称', '目的', '実績', '課'],
  ['1', '一つ目', '図る。', '', '道路課'],
  ['2', '二つ目', '', '行った。', '農政課'],
]

describe('text → cells', () => {
  test.each([
    ['tabs', ROWS.map((row) => row.join('\t')).join('\n')],
    ['tabs, Windows line ends', ROWS.map((row) => row.join('\t')).join('\r\n')],
    ['tabs, old Macintosh line ends', ROWS.map((row) => row.join('\t')).join('\r')],
    ['commas', ROWS.map((row) => row.join(',')).join('\n')],
    ['quoted commas', ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')],
    ['semicolons', ROWS.map((row) => row.join(';')).join('\n')],
    ['a Markdown table', ROWS.map((row) => `| ${row.join(' | ')} |`).join('\n')],
    ['a byte order mark', `\ufeff${ROWS.map((row) => row.join('\t')).join('\n')}`],
    ['page breaks', ROWS.map((row) => row.join('\t')).join('\f')],
  ])('%s', (_, text) => {
    expect(cellsOf(text)).toEqual(ROWS)
  })

  test('runs of spaces part cells where nothing else does', () => {
    expect(cellsOf('番号  名称  目的  実績  課\n1  一つ 目  図る。  済んだ。  道路課')[1]).toEqual([
      '1',
      '一つ 目',
      '図る。',
      '済んだ。',
      '道路課',
    ])
  })

  test('a quoted cell may hold separators, line breaks and quotes', () => {
    expect(cellsOf('a,b,c,d,e\n1,"x, ""y""\nz",3,4,5\n6,7,8,9,0')).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      ['1', 'x, "y"\nz', '3', '4', '5'],
      ['6', '7', '8', '9', '0'],
    ])
  })

  test.each([
    ['inside a cell', 'a\t5" 管\tc\td\te'],
    ['at its start and never closed', '"a\tb\tc\td\te'],
    ['closed in the middle of a word', '"a"b\tc\td\te\tf'],
  ])('a quote %s is an ordinary character', (_, text) => {
    expect(cellsOf(text)[0]).toEqual(text.split('\t'))
  })

  test('lines keep their numbers when blank lines are left out', () => {
    const reading = cellsOfText('a\tb\n\n \t \nc\td')
    expect(reading.ok && reading.lines.map(({ number }) => number)).toEqual([1, 4])
  })

  test('a line with tabs above a table of another kind is still parted', () => {
    expect(cellsOf(`期間\tH29\n${ROWS.map((row) => row.join(',')).join('\n')}`)[0]).toEqual(['期間', 'H29'])
  })

  test.each([
    ['no lines', '\n\n  \n', 'no-lines'],
    ['too many lines', 'x\n'.repeat(READING_LIMITS.lines + 1), 'too-many-lines'],
    ['too many cells', 'x\t'.repeat(READING_LIMITS.cellsPerLine + 1), 'too-many-cells'],
  ])('%s are refused', (_, text, kind) => {
    expect(cellsOfText(text)).toMatchObject({ ok: false, refusal: { kind } })
  })

  test('what a tab-separated text was made of comes back', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('あ', '事', 'x', '1', '、', '。', ' ', '→') })
      .map((text) => text.trim())
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 9 }), { minLength: 1, maxLength: 9 }), (rows) => {
        // A first line without blanks, for columns that are blank throughout are left out.
        const all = [Array.from({ length: 9 }, () => '欄'), ...rows]
        const filled = all.filter((row) => row.some((text) => text !== ''))
        expect(cellsOf(all.map((row) => row.join('\t')).join('\n'))).toEqual(filled)
      }),
    )
  })
})

test('columns that are blank throughout are left out, and cells keep their places', () => {
  const reading = cellsOfGrid([
    ['a', '', 'b', '', 'c', ''],
    ['d', '', '', '', 'e', 'f'],
    ['title', '', 'x'],
  ])
  const lines = reading.ok ? reading.lines : []
  expect(lines.map(({ cells }) => cells)).toEqual([
    ['a', 'b', 'c', ''],
    ['d', '', 'e', 'f'],
    ['title', '', 'x'],
  ])
  expect(lines.map((line) => line.cells.map((_, cell) => placeOfCell(line, cell)))).toEqual([
    [0, 2, 4, 5],
    [0, 2, 4, 5],
    [0, 1, 2],
  ])
})

test('rows of a sheet keep their place as line number', () => {
  expect(cellsOfGrid([['a '], [''], ['b', 'c']])).toEqual({
    ok: true,
    separator: null,
    lines: [
      { number: 1, cells: ['a'] },
      { number: 3, cells: ['b', 'c'] },
    ],
  })
})
