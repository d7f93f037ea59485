import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { brokenPromises, changedProjects, mainRows } from './invented-checks.ts'
import { type InventedPlan, type PrintedLine, dumpOf, inventedPlan, printLines } from './invented-report.ts'
import { type PlanReading, type ReadPlan, readPlanFile, readPlanReport } from './read-report.ts'

type Lines = readonly PrintedLine[]
const RUNS = { numRuns: 8 }

function readText(text: string): PlanReading {
  return readPlanReport({ kind: 'text', text })
}

/** Reads what `print` makes of invented plans, expects each plan back, and returns the kinds of questions asked. */
function kindsAsked(print: (lines: Lines, plan: InventedPlan) => PlanReading): readonly string[] {
  const kinds = new Set<string>()
  fc.assert(
    fc.property(inventedPlan, (plan) => {
      const reading = print(printLines(plan), plan)
      expect(reading).toMatchObject({ ok: true, rows: plan.rows.length })
      const read = reading as ReadPlan
      expect(read.document.projects).toHaveLength(mainRows(plan).length)
      expect(changedProjects(read, plan)).toEqual([])
      expect(brokenPromises(read)).toEqual([])
      for (const { kind } of read.questions) kinds.add(kind)
    }),
    RUNS,
  )
  return [...kinds].toSorted()
}

const dump =
  (change: (line: PrintedLine, index: number) => readonly string[] | null) =>
  (lines: Lines): PlanReading =>
    readText(
      dumpOf(
        lines.flatMap((line, index) => {
          const cells = change(line, index)
          return cells ? [{ ...line, cells }] : []
        }),
      ),
    )

const inTable = (change: (cells: readonly string[], line: PrintedLine) => readonly string[]) =>
  dump((line) => (line.kind === 'row' || line.kind === 'header' ? change(line.cells, line) : line.cells))

const isTop = (line: PrintedLine): boolean => line.cells[0] !== ''

describe('a clean dump is read without a question', () => {
  test.each<[string, (lines: Lines) => PlanReading]>([
    ['as text', (lines) => readText(dumpOf(lines))],
    ['as rows of a sheet', (lines) => readPlanReport({ kind: 'grid', rows: lines.map(({ cells }) => cells) })],
    [
      'as CSV',
      (lines) =>
        readText(
          lines.map(({ cells }) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
        ),
    ],
    [
      'as a Markdown table',
      (lines) =>
        readText(
          lines.map(({ cells }) => (cells.length > 3 ? `| ${cells.join(' | ')} |` : cells.join('\t'))).join('\n'),
        ),
    ],
    [
      'as a form drawn on a fine grid of merged cells',
      (lines) =>
        readPlanReport({ kind: 'grid', rows: lines.map(({ cells }) => cells.flatMap((cell) => ['', cell, ''])) }),
    ],
    ['in CP932', (lines) => readPlanFile(iconv.encode(dumpOf(lines), 'cp932'))],
    ['in EUC-JP', (lines) => readPlanFile(iconv.encode(dumpOf(lines), 'eucjp'))],
    ['in UTF-16', (lines) => readPlanFile(iconv.encode(dumpOf(lines), 'utf-16le', { addBOM: true }))],
    [
      'in UTF-8 with a mark and Windows line ends',
      (lines) => readPlanFile(Buffer.from(`\ufeff${dumpOf(lines).replaceAll('\n', '\r\n')}`)),
    ],
  ])('%s', (_, print) => {
    expect(kindsAsked(print)).toEqual([])
  })

  test.each<[string, (lines: Lines) => PlanReading]>([
    [
      'headers on the first page only',
      (lines) =>
        readText(
          dumpOf(
            lines.filter(
              (line, index) => line.kind !== 'header' || index < lines.findIndex(({ kind }) => kind === 'row'),
            ),
          ),
        ),
    ],
    [
      'headings without #',
      dump((line) => (line.kind === 'heading' ? [(line.cells[0] as string).replace('## ', '')] : line.cells)),
    ],
    [
      'legends with bullets',
      dump((line) =>
        line.kind === 'legend' ? [(line.cells[0] as string).replace(/^ (.)：/u, '- $1 : ')] : line.cells,
      ),
    ],
    [
      'the name before the direction',
      inTable((cells) => [cells[0] as string, cells[2] as string, cells[1] as string, ...cells.slice(3)]),
    ],
    [
      'the owners before the texts',
      inTable((cells) => [cells[0] as string, ...cells.slice(-3), ...cells.slice(1, -3)]),
    ],
    [
      'the number in the second column',
      inTable((cells) => [cells[1] as string, cells[0] as string, ...cells.slice(2)]),
    ],
    [
      'numbers like 1-2-3',
      dump((line) =>
        line.kind === 'row'
          ? line.cells.with(
              0,
              (line.cells[0] as string).replace(
                /^(.) \((\d+)\)-(\d+)/u,
                (_, vision: string, ...rest) => `${'①②③④'.indexOf(vision) + 1}-${rest[0]}-${rest[1]}`,
              ),
            )
          : line.cells,
      ),
    ],
    [
      'years by the Western calendar',
      dump((line) =>
        line.kind === 'header' && !isTop(line)
          ? line.cells.map((cell) =>
              cell.replace(
                /^([HR])(\d+)$/,
                (_, era: string, year: string) => `${Number(year) + (era === 'H' ? 1988 : 2018)}年度`,
              ),
            )
          : line.cells,
      ),
    ],
    [
      'the direction in the first row of its block only',
      (lines) => {
        let last = ''
        return readPlanReport({
          kind: 'grid',
          rows: lines.map(({ kind, cells }) => {
            const isAgain = kind === 'row' && cells[1] === last
            if (kind === 'row') last = cells[1] as string
            return isAgain ? cells.with(1, '') : cells
          }),
        })
      },
    ],
  ])('with %s', (_, print) => {
    expect(kindsAsked(print)).toEqual([])
  })
})

describe('a dump that lacks or exchanges something as a whole is read with a question for it', () => {
  test.each<[string, readonly string[], (lines: Lines, plan: InventedPlan) => PlanReading]>([
    ['no header', ['header-missing'], dump((line) => (line.kind === 'header' ? null : line.cells))],
    [
      'no second line of the header',
      ['header-incomplete'],
      dump((line) => (line.kind === 'header' && !isTop(line) ? null : line.cells)),
    ],
    ['no cover', ['cover-missing'], dump((line) => (line.kind === 'cover' ? null : line.cells))],
    ['no legend', ['legend-missing'], dump((line) => (line.kind === 'legend' ? null : line.cells))],
    ['no headings', ['vision-unnamed'], dump((line) => (line.kind === 'heading' ? null : line.cells))],
    [
      'numbers without vision',
      ['number-form'],
      dump((line) => (line.kind === 'row' ? line.cells.with(0, (line.cells[0] as string).slice(2)) : line.cells)),
    ],
    [
      'a lost year label',
      ['header-incomplete'],
      dump((line) => (line.kind === 'header' && !isTop(line) ? line.cells.with(6, '') : line.cells)),
    ],
    [
      'a lost year column in the header',
      ['header-incomplete'],
      dump((line) => (line.kind === 'header' ? line.cells.toSpliced(6, 1) : line.cells)),
    ],
    [
      'a misread heading',
      ['header-incomplete'],
      dump((line) => (line.kind === 'header' ? line.cells.map((cell) => cell.replace('概要', '概婁')) : line.cells)),
    ],
    [
      'a column more',
      ['unknown-column'],
      inTable((cells, line) => cells.toSpliced(5, 0, line.kind === 'row' ? '1,200' : isTop(line) ? '予算額' : '')),
    ],
    [
      'name and purpose exchanged in the header',
      ['swapped-columns'],
      dump((line) =>
        line.kind === 'header'
          ? line.cells.with(2, line.cells[3] as string).with(3, line.cells[2] as string)
          : line.cells,
      ),
    ],
    [
      'section and group exchanged in the header',
      ['swapped-columns'],
      dump((line) =>
        line.kind === 'header'
          ? line.cells.toSpliced(-2, 2, line.cells.at(-1) as string, line.cells.at(-2) as string)
          : line.cells,
      ),
    ],
    [
      'one column for all owners',
      ['owner-path'],
      inTable((cells, line) => [
        ...cells.slice(0, -3),
        line.kind === 'row'
          ? cells
              .slice(-3)
              .filter((cell) => cell !== '')
              .join(' ')
          : isTop(line)
            ? '担当課等'
            : '',
      ]),
    ],
  ])('%s', (_, kinds, print) => {
    expect(kindsAsked(print)).toEqual(kinds)
  })

  test('rows in any order stand in the order of their numbers', () => {
    const kinds = kindsAsked((lines) => {
      const rows = lines.filter(({ kind }) => kind === 'row').toReversed()
      return readText(dumpOf([...lines.filter(({ kind }) => kind !== 'row'), ...rows]))
    })
    expect(kinds).toEqual(['row-out-of-order'])
  })
})

describe('a legend of its own', () => {
  test('glyphs are printed as the legend prints them', () => {
    const [plan] = fc.sample(inventedPlan, { numRuns: 1, seed: 3 }) as [InventedPlan]
    const reading = readText(dumpOf(printLines(plan)).replaceAll('○', '〇').replaceAll('→', '⇒')) as ReadPlan
    expect(reading.questions).toEqual([])
    expect(reading.document.scales.schedule.steps.map(({ key, glyph }) => `${key}${glyph}`)).toEqual([
      'survey△',
      'step-2〇',
      'complete◎',
      'step-4⇒',
    ])
  })

  test('a lost glyph is taken from the other legends and asked about', () => {
    const [plan] = fc.sample(inventedPlan, { numRuns: 1, seed: 3 }) as [InventedPlan]
    const [first, ...rest] = dumpOf(printLines(plan)).split('## ②')
    const damaged = [first, ...rest.map((text) => text.replaceAll(' ○：', '- ：').replaceAll(' →：', '- ：'))].join(
      '## ②',
    )
    const reading = readText(damaged) as ReadPlan
    expect(changedProjects(reading, plan)).toEqual([])
    expect(new Set(reading.questions.map(({ kind, proposed }) => `${kind} ${proposed}`))).toEqual(
      new Set(['legend-glyph ○', 'legend-glyph →']),
    )
  })
})
