import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, type Granularity, type Stretch } from './difference.ts'

/** Short form: `=same`, `-removed`, `+added`. */
function shortForm(stretches: readonly Stretch[]): readonly string[] {
  const signs = { same: '=', removed: '-', added: '+' }
  return stretches.map(({ kind, text }) => signs[kind] + text)
}

describe('differenceOf', () => {
  test.each<[string, string, Granularity, readonly string[]]>([
    ['', '', 'word', []],
    ['同じ', '同じ', 'word', ['=同じ']],
    ['', '新しい', 'word', ['+新しい']],
    ['古い', '', 'word', ['-古い']],
    ['高橋', '髙橋', 'character', ['-高', '+髙', '=橋']],
    ['abcd', 'axcy', 'character', ['=a', '-b', '+x', '=c', '-d', '+y']],
    ['平成33年度', '令和3年度', 'word', ['-平成33', '+令和3', '=年度']],
    ['か\u3099', 'か', 'character', ['-か\u3099', '+か']],
  ])('%s → %s by %s', (before, after, granularity, expected) => {
    expect(shortForm(differenceOf(before, after, granularity))).toEqual(expected)
  })

  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('市', '民', 'の', '。', '\n', ' ', '👨‍👩‍👧', '1'), maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )

  test('both texts can be read from it, and neighbours always differ in kind', () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom<Granularity>('word', 'character'), (before, after, granularity) => {
        const stretches = differenceOf(before, after, granularity)
        const without = (kind: Stretch['kind']): string =>
          stretches.map((stretch) => (stretch.kind === kind ? '' : stretch.text)).join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
        for (const [index, { kind, text }] of stretches.entries()) {
          expect(text).not.toBe('')
          expect(kind).not.toBe(stretches[index - 1]?.kind)
        }
      }),
    )
  })

  test('no way from one to the other is shorter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 }),
        (before, after) => {
          const same = differenceOf(before, after, 'character')
            .filter(({ kind }) => kind === 'same')
            .reduce((sum, { text }) => sum + text.length, 0)
          expect(same).toBe(longestCommon(before, after))
        },
      ),
    )
  })

  test('two long unrelated texts count as replaced, and soon', () => {
    const before = 'あ'.repeat(20_000)
    const after = 'い'.repeat(20_000)
    const started = performance.now()
    expect(shortForm(differenceOf(before, after, 'character'))).toEqual([`-${before}`, `+${after}`])
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

/** Length of the longest common subsequence, by the plain table. */
function longestCommon(one: string, other: string): number {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const letter of one) {
    const next = [0]
    for (let index = 0; index < other.length; index++) {
      const best = letter === other[index] ? (row[index] ?? 0) + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0)
      next.push(best)
    }
    row = next
  }
  return row[other.length] ?? 0
}
