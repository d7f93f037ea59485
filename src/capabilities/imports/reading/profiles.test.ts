import { describe, expect, test } from 'vitest'
import { type Column, type Vocabulary, hasEnding, markCount, strangeness, traitsOf } from './profiles.ts'

const vocabulary: Vocabulary = {
  isCode: (text) => /^\d+-\d+$/.test(text),
  isMark: (character) => '○◎△→'.includes(character),
  isFragment: (text) => text === '(再)',
  legendWords: new Set(['継続']),
  unitEndings: ['部', '課', '係'],
}

test.each([
  ['', 'blank'],
  ['1-2', 'code'],
  ['◎', 'mark'],
  ['→ → ◎', 'marks'],
  ['◎ 更新', 'marked-text'],
  ['1,200千円', 'amount'],
  ['(再)', 'fragment'],
  ['道路照明更新事業', 'words'],
  ['台帳を整える。', 'sentence'],
])('%s is %s', (text, kind) => {
  expect(traitsOf(text, vocabulary).kind).toBe(kind)
})

const column = (shape: Column['shape']): Column => ({
  key: shape,
  shape,
  gapCost: 1,
  ...(shape === 'unit' ? { endings: ['課'] } : {}),
})

describe('each text is most at home in its own column', () => {
  const shapes = ['code', 'mark', 'name', 'prose', 'unit', 'note'] as const
  test.each([
    ['1-2', 'code'],
    ['◎', 'mark'],
    ['道路照明更新事業', 'name'],
    ['道路の照明を更新し、夜間の安全を確保する。', 'prose'],
    ['道路課', 'unit'],
    ['継続', 'note'],
  ] as const)('%s', (text, home) => {
    const price = (shape: Column['shape']): number => strangeness(traitsOf(text, vocabulary), column(shape), undefined)
    for (const other of shapes) expect(price(home), other).toBeLessThanOrEqual(price(other))
    expect(price(home)).toBe(0)
  })
})

test('what other rows have in a column is at home there', () => {
  const odd = traitsOf('図書', vocabulary)
  const lesson = { blankShare: 0, repeated: new Set(['図書']) }
  expect(strangeness(odd, column('unit'), lesson)).toBe(0)
  expect(strangeness(odd, column('unit'), undefined)).toBeGreaterThan(0)
})

test('a blank costs less where blanks are usual', () => {
  const blank = traitsOf('', vocabulary)
  const usual = strangeness(blank, column('unit'), { blankShare: 0.6, repeated: new Set() })
  expect(usual).toBeLessThan(strangeness(blank, column('unit'), { blankShare: 0, repeated: new Set() }))
})

test.each([
  ['農林係(委員会事務局)', ['係'], true],
  ['農林係', ['課'], false],
  ['(課', ['課'], true],
  ['', ['課'], false],
])('%s ends in %s: %s', (text, endings, expected) => {
  expect(hasEnding(text, endings)).toBe(expected)
})

test.each([
  ['→→◎', 3],
  ['→ → ◎', 3],
  ['◎ 更新', 0],
  ['', 0],
])('%s holds %d marks', (text, count) => {
  expect(markCount(text, vocabulary)).toBe(count)
})
