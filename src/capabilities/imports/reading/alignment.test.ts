import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RowToAlign, alignRow } from './alignment.ts'

/** Columns that are at home with one letter each; a text fits when all its letters are the column's. */
function rowOf(cells: readonly string[], columns: string, join: RowToAlign['join'] = null): RowToAlign {
  return {
    cells,
    columns: columns.length,
    fit: (text, column) => (text === '' ? 0.4 : Array.from(text).every((letter) => letter === columns[column]) ? 0 : 3),
    gapCost: () => 1,
    extraCost: (cell) => (cells[cell] === '' ? 0.1 : 2),
    spread: (cell) => (cells[cell]?.includes(' ') ? { parts: cells[cell].split(' '), cost: 0.4 } : null),
    join,
  }
}

const textsOf = (row: RowToAlign): readonly string[] => alignRow(row).placements.map(({ text }) => text)

describe('a row of a, b, c, d', () => {
  test.each([
    ['whole', ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
    ['without b', ['a', 'c', 'd'], ['a', '', 'c', 'd']],
    ['without b, filled up', ['a', 'c', 'd', ''], ['a', '', 'c', 'd']],
    ['without a and d', ['b', 'c'], ['', 'b', 'c', '']],
    ['with a blank', ['a', '', 'c', 'd'], ['a', '', 'c', 'd']],
    ['with a blank too many', ['a', '', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
    ['with a stranger', ['a', 'x', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
    ['with two in one cell', ['a', 'b c', 'd'], ['a', 'b', 'c', 'd']],
    ['with all in one cell', ['a b c d'], ['a', 'b', 'c', 'd']],
    ['empty', [], ['', '', '', '']],
  ])('%s', (_, cells, expected) => {
    expect(textsOf(rowOf(cells, 'abcd'))).toEqual(expected)
  })

  test('a torn text is joined where that is allowed', () => {
    const join = { cost: 0.8, glue: '', longest: 3, mayJoin: () => true }
    const aligned = alignRow(rowOf(['a', 'bb', 'b', 'c', 'd'], 'abcd', join))
    expect(aligned.placements[1]).toEqual({ cells: [1, 2], text: 'bbb', isPart: false })
  })

  test('a stranger is told', () => {
    expect(alignRow(rowOf(['a', 'b', 'x', 'c', 'd'], 'abcd')).extras).toEqual([2])
  })
})

test('every cell is used once, in order, whatever the row', () => {
  const cells = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x', '', 'a b'), { maxLength: 14 })
  fc.assert(
    fc.property(cells, (texts) => {
      const { placements, extras } = alignRow(rowOf(texts, 'abcdabcd'))
      const used = placements.flatMap((placement) => placement.cells)
      expect(placements).toHaveLength(8)
      expect(used).toEqual(used.toSorted((left, right) => left - right))
      expect(new Set([...used, ...extras]).size).toBe(texts.length)
    }),
  )
})

test('any lost cells are found when the columns can be told apart', () => {
  const columns = 'abcdefgh'
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 5 }), (lost) => {
      const cells = Array.from(columns).filter((_, index) => !lost.includes(index))
      expect(textsOf(rowOf(cells, columns))).toEqual(
        Array.from(columns, (letter, index) => (lost.includes(index) ? '' : letter)),
      )
    }),
  )
})
