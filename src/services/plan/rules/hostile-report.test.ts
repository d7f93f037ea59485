import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenPromises } from './invented-checks.ts'
import { type InventedPlan, type PrintedLine, dumpOf, inventedPlan, printLines } from './invented-report.ts'
import { type ReadPlan, readPlanFile, readPlanReport } from './read-report.ts'

const [plan] = fc
  .sample(inventedPlan, { numRuns: 40, seed: 9 })
  .toSorted((left, right) => right.rows.length - left.rows.length) as [InventedPlan]
const lines = printLines(plan)
const firstRow = lines.findIndex(({ kind }) => kind === 'row')

/** The plan's cover and first header, then rows made from its first row. */
function rowsOf(count: number, change: (cells: readonly string[], index: number) => readonly string[]): string {
  const row = lines[firstRow] as PrintedLine
  const rows = Array.from({ length: count }, (_, index) => ({ ...row, cells: change(row.cells, index) }))
  return dumpOf([...lines.slice(0, firstRow), ...rows])
}

describe('what is no report is refused with a reason', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['white space', Buffer.from(' \n\t\n'), 'empty'],
    ['a PDF named .txt', Buffer.from('%PDF-1.4\n%âãÏÓ'), 'other-format'],
    ['a workbook named .txt', Buffer.from([0x50, 0x4b, 0x03, 0x04, 20, 0]), 'other-format'],
    ['binary', Buffer.from([0, 1, 2, 0, 0, 3, 4, 0, 0, 0]), 'not-text'],
    ['a letter', Buffer.from('前略\n先日はありがとうございました。\n草々\n'), 'no-table'],
    ['another table', Buffer.from('月\t件数\t金額\t備考\t計\n4\t1\t2\t\t3\n'.repeat(20)), 'no-table'],
  ])('%s', (_, bytes, kind) => {
    const reading = readPlanFile(bytes)
    expect(reading).toMatchObject({ ok: false, refusal: { kind } })
    expect(reading.ok ? '' : reading.reason).toMatch(/。$/)
  })
})

describe('size', () => {
  test.each<[string, (cells: readonly string[], index: number) => readonly string[]]>([
    ['sound', (cells, index) => cells.with(0, `① (1)-${index + 1}`).with(2, `第${index}事業`)],
    [
      'each without a text',
      (cells, index) =>
        cells
          .with(0, `① (1)-${index + 1}`)
          .with(2, `第${index}事業`)
          .toSpliced(-5, 1),
    ],
    ['each with the same number', (cells, index) => cells.with(2, `第${index}事業`)],
    [
      'each a repetition of nothing',
      (cells, index) => cells.with(0, `① (1)-${index + 1}`).with(2, `第${index}事業【再掲】`),
    ],
    ['none with a number', (cells, index) => cells.with(0, '').with(2, `第${index}事業`)],
  ])('2,000 rows, %s, are all read', (_, change) => {
    const reading = readPlanReport({ kind: 'text', text: rowsOf(2_000, change) }) as ReadPlan
    expect(reading.rows).toBe(2_000)
    expect(brokenPromises(reading)).toEqual([])
  })

  test('10,000 rows take about four times as long as 2,500', { timeout: 120_000 }, () => {
    const damaged = (cells: readonly string[], index: number) =>
      cells
        .with(0, `① (1)-${index + 1}`)
        .with(2, `第${index}事業`)
        .toSpliced(-5, 1)
    const timed = (count: number): number => {
      const text = rowsOf(count, damaged)
      const started = performance.now()
      expect(readPlanReport({ kind: 'text', text })).toMatchObject({ ok: true, rows: count })
      return performance.now() - started
    }
    timed(500)
    const [some, many] = [timed(2_500), timed(10_000)]
    // A reading that compared every row with every other would take sixteen times as long.
    expect(many / some).toBeLessThan(12)
  })

  test('a cell of 1 MB is cut at the limit and asked about', () => {
    const damaged = lines.map((line, index) =>
      index === firstRow ? { ...line, cells: line.cells.with(3, 'あ'.repeat(1_000_000)) } : line,
    )
    const reading = readPlanReport({ kind: 'text', text: dumpOf(damaged) }) as ReadPlan
    const asked = reading.questions.filter(({ kind }) => kind === 'too-long')
    expect(asked.map(({ row, column }) => [row, column])).toEqual([[plan.rows[0]?.number, '目的']])
    expect(asked[0]?.proposed).toHaveLength(20_000)
    expect(asked[0]?.read.length).toBeLessThan(5_000)
    expect(brokenPromises(reading)).toEqual([])
  })

  test.each([
    ['brackets', '('.repeat(20_000)],
    ['spaces', `あ${' '.repeat(20_000)}再`],
    ['open tags', '<a '.repeat(6_000)],
    ['marks', '→'.repeat(20_000)],
    ['circled numbers', '①'.repeat(20_000)],
    ['quotes', '"'.repeat(20_000)],
  ])('a cell of nothing but %s costs no more than another', (_, cell) => {
    const started = performance.now()
    for (const at of [2, 3, 5, 10, 12]) {
      const damaged = lines.map((line, index) =>
        index === firstRow ? { ...line, cells: line.cells.with(at, cell) } : line,
      )
      const reading = readPlanReport({ kind: 'text', text: dumpOf(damaged) })
      expect(reading.ok && brokenPromises(reading)).toEqual([])
    }
    expect(performance.now() - started).toBeLessThan(25_000)
  })
})

describe('formulas and invisible characters', () => {
  test.each([
    ['=HYPERLINK("http://example.invalid/","開く")', 'formula', '=HYPERLINK("http://example.invalid/","開く")'],
    ['@SUM(A1:A9)', 'formula', '@SUM(A1:A9)'],
    ['\u202e設置した。', 'invisible-characters', '設置した。'],
    ['設置\u0000した。', 'control-characters', '設置した。'],
    ['<script>alert(1)</script>設置した。', 'html-layout', '設置した。'],
    ['設置\ufffdした。', 'undecodable', '設置\ufffdした。'],
  ])('%j stays text and is asked about', (cell, kind, stored) => {
    const at = 5 + plan.yearCount
    const damaged = lines.map((line, index) =>
      index === firstRow ? { ...line, cells: line.cells.with(at, cell) } : line,
    )
    const reading = readPlanReport({ kind: 'text', text: dumpOf(damaged) }) as ReadPlan
    const asked = reading.questions.find((question) => question.kind === kind)
    expect(asked).toMatchObject({ row: plan.rows[0]?.number, column: '取組実績', proposed: stored })
  })
})
