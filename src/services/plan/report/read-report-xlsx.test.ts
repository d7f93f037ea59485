import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeXlsx, type Cell, type Row, type Sheet, type Workbook } from '#capabilities/documents/xlsx-writer.ts'
import type { Listing, PlanDocument, Project, YearCell } from '../model.ts'
import { inventedPlan } from './invented-plan.ts'
import { readReportXlsx, type ReportReading } from './read-report-xlsx.ts'
import type { ReportChange, ReportProblem } from './report-changes.ts'
import { reportShapeOf, type ReportLine } from './report-shape.ts'
import { reportWorkbookOf } from './report-xlsx.ts'

const options = { printedOn: Temporal.PlainDate.from('2022-06-01') }
const plan = inventedPlan(12)
const FIRST = '① 暮らしに届く窓口づくり'

/** What a person with a spreadsheet program does to the workbook. */
type Edit = (workbook: Workbook) => Workbook

const onSheet =
  (name: string, edit: (sheet: Sheet) => Sheet): Edit =>
  (workbook) => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.name === name ? edit(sheet) : sheet)),
  })

/** Writes into one cell; row and column as the program shows them. */
const write = (sheet: string, row: number, column: number, value: Cell['value']): Edit =>
  onSheet(sheet, (before) => ({
    ...before,
    rows: before.rows.map((line, index): Row => {
      if (index + 1 !== row) return line
      const cells = [...line.cells]
      while (cells.length < column) cells.push(null)
      cells[column - 1] = { ...cells[column - 1], value }
      return { ...line, cells }
    }),
  }))

const withoutRows = (sheet: string, from: number, to: number): Edit =>
  onSheet(sheet, (before) => ({
    ...before,
    merges: [],
    rows: before.rows.filter((_, index) => index + 1 < from || index + 1 > to),
  }))

async function read(
  edits: readonly Edit[],
  now: PlanDocument = plan,
  then: PlanDocument = plan,
): Promise<ReportReading> {
  const workbook = edits.reduce((before, edit) => edit(before), reportWorkbookOf(then, then, options))
  const written = writeXlsx(workbook)
  if (!written.ok) throw new Error(written.reason)
  return readReportXlsx(written.bytes, now)
}

async function found(
  edits: readonly Edit[],
  now?: PlanDocument,
): Promise<{ changes: readonly ReportChange[]; problems: readonly ReportProblem[] }> {
  const reading = await read(edits, now)
  if (!reading.ok) throw new Error(reading.reason)
  return { changes: reading.changes, problems: reading.problems }
}

const changed = (key: string, changes: Partial<Project>, document = plan): PlanDocument => ({
  ...document,
  projects: document.projects.map((project) => (project.key === key ? { ...project, ...changes } : project)),
})

// Columns of a plan of five years: A key, B number, C direction, D name, E purpose, F outline, G part, H–L years,
// M results, N outcomes, O status, P achievement, Q department, R section, S group. Rows 8–10 are the first line.
const [D, F, H, M, P, Q, S] = [4, 6, 8, 13, 16, 17, 19]

describe('an edited workbook', () => {
  it('that nobody touched changes nothing', async () => {
    expect(await found([])).toEqual({ changes: [], problems: [] })
  })

  it('that was only sorted changes nothing', async () => {
    const turned = onSheet(FIRST, (sheet) => ({
      ...sheet,
      merges: [],
      rows: [...sheet.rows.slice(0, 7), ...sheet.rows.slice(7).toReversed()],
    }))
    expect(await found([turned])).toEqual({ changes: [], problems: [] })
  })

  it('with rows and columns put in before the table is still understood', async () => {
    const moved = onSheet(FIRST, (sheet) => ({
      ...sheet,
      merges: [],
      rows: [{ cells: [{ value: '回覧用' }] }, ...sheet.rows.map((row) => ({ ...row, cells: [null, ...row.cells] }))],
    }))
    expect(await found([moved])).toEqual({ changes: [], problems: [] })
  })

  it.each<[string, Edit, object]>([
    [
      'a text',
      write(FIRST, 8, F, '改めた概要'),
      { projectKey: '1-1-1', field: 'outline', after: '改めた概要', cell: 'F8' },
    ],
    [
      'a result with line ends',
      write(FIRST, 8, M, '一\n二'),
      { projectKey: '1-1-1', field: 'results', after: '一\n二', cell: 'M8' },
    ],
    ['a number where text is expected', write(FIRST, 8, M, 4), { field: 'results', after: '4' }],
    [
      'a planned mark',
      write(FIRST, 8, H, '◎'),
      { field: 'years.2017.planned', before: 'survey', after: 'done', cell: 'H8' },
    ],
    [
      'an actual mark',
      write(FIRST, 9, H + 4, '→'),
      { field: 'years.2021.actual', before: null, after: 'continued', cell: 'L9' },
    ],
    ['a mark taken away', write(FIRST, 8, H, null), { field: 'years.2017.planned', before: 'survey', after: null }],
    ['a note', write(FIRST, 10, H, '調査'), { field: 'years.2017.note', before: '検討', after: '調査', cell: 'H10' }],
    [
      'the achievement',
      write(FIRST, 8, P, '×'),
      { field: 'achievement', before: 'achieved', after: 'not-done', cell: 'P8' },
    ],
    [
      'an owner, joined by another',
      (book) => write(FIRST, 8, S, '基盤G\n記録G')(write(FIRST, 8, Q, '総務部\n市民生活部')(book)),
      {
        field: 'owners',
        before: [{ department: '総務部', section: '情報政策課', group: '基盤G' }],
        after: [
          { department: '総務部', section: '情報政策課', group: '基盤G' },
          { department: '市民生活部', section: '', group: '記録G' },
        ],
        cell: 'Q8',
      },
    ],
    [
      'a text of the cover',
      write('表紙', 6, 3, '新しい位置付け'),
      { projectKey: null, field: 'sections.position', after: '新しい位置付け', sheet: '表紙' },
    ],
    [
      'an indicator',
      write('表紙', 15, 6, '42.5'),
      { projectKey: null, field: 'indicators.4.actual', before: '41.0', after: '42.5' },
    ],
  ])('gives one change for %s', async (_, edit, change) => {
    const { changes, problems } = await found([edit])
    expect(problems).toEqual([])
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject(change)
  })

  it('that merges the notes of several years means all of them', async () => {
    const merged = onSheet(FIRST, (sheet) => ({
      ...sheet,
      merges: [...(sheet.merges ?? []), { top: 10, left: H, bottom: 10, right: H + 2 }],
    }))
    const { changes } = await found([merged])
    expect(changes).toMatchObject([{ field: 'years.2019.note', before: '試行', after: '検討', cell: 'J10' }])
  })
})

describe('a place that a person must decide about', () => {
  const copy = placeOf((listing) => listing.isRelisting)

  it.each<[string, Edit, object]>([
    [
      'an unknown mark, with what was probably meant',
      write(FIRST, 8, H, '〇'),
      { reason: 'unknown-mark', cell: 'H8', found: '〇', known: '○' },
    ],
    ['a mark of the other scale', write(FIRST, 8, H, '×'), { reason: 'unknown-mark', found: '×', known: '△ ○ ◎ →' }],
    [
      'a date instead of text',
      write(FIRST, 8, M, Temporal.PlainDate.from('2022-03-31')),
      { reason: 'not-a-text', cell: 'M8', found: '2022-03-31' },
    ],
    [
      'a changed number',
      write(FIRST, 8, 2, '① (1)-9'),
      { reason: 'fixed-cell-changed', cell: 'B8', known: '① (1)-1\n【再掲有】' },
    ],
    [
      'a changed direction',
      write(FIRST, 8, 3, '別の方向性'),
      { reason: 'fixed-cell-changed', cell: 'C8', known: '書かない窓口の推進' },
    ],
    [
      'a line put in by hand',
      onSheet(FIRST, (sheet) => ({
        ...sheet,
        rows: [...sheet.rows, { cells: [null, null, null, { value: '新事業' }] }],
      })),
      { reason: 'unknown-row', cell: 'D23', found: '新事業' },
    ],
    ['a key nobody knows', write(FIRST, 8, 1, 'planned|9-9-9|⑨'), { reason: 'unknown-row', cell: 'A8' }],
    [
      'a copied line',
      onSheet(FIRST, (sheet) => ({ ...sheet, rows: [...sheet.rows, ...sheet.rows.slice(7, 8)] })),
      { reason: 'duplicated-row', projectKey: '1-1-1' },
    ],
    [
      'a deleted line',
      withoutRows(FIRST, 8, 10),
      { reason: 'deleted-row', sheet: null, projectKey: '1-1-1', known: '① (1)-1 証明書電子化事業' },
    ],
    ['one row of a line deleted', withoutRows(FIRST, 9, 9), { reason: 'deleted-row', projectKey: '1-1-1' }],
    ['a deleted text of the cover', withoutRows('表紙', 6, 6), { reason: 'deleted-row', known: '位置付け' }],
    [
      'a deleted sheet',
      (book) => ({ ...book, sheets: book.sheets.filter(({ name }) => name !== FIRST) }),
      { reason: 'missing-sheet', known: FIRST },
    ],
    [
      'a deleted cover',
      (book) => ({ ...book, sheets: book.sheets.filter(({ name }) => name !== '表紙') }),
      { reason: 'missing-sheet', known: '表紙' },
    ],
    [
      'a sheet of their own',
      (book) => ({
        ...book,
        sheets: [{ name: 'メモ', columns: [], rows: [{ cells: [{ value: '控え' }] }] }, ...book.sheets],
      }),
      { reason: 'unknown-sheet', found: 'メモ' },
    ],
    ['a deleted column', write(FIRST, 1, F, null), { reason: 'missing-column', sheet: FIRST, known: 'outline' }],
    [
      'a text beneath a line',
      (book) => onSheet(FIRST, (sheet) => ({ ...sheet, merges: [] }))(write(FIRST, 9, M, '下の行')(book)),
      { reason: 'text-out-of-place', cell: 'M9', found: '下の行' },
    ],
    [
      'a copy that says something else',
      write(copy.sheet, copy.row, F, '写しだけ変えた'),
      { reason: 'copy-differs', sheet: copy.sheet, cell: `F${copy.row}`, found: '写しだけ変えた' },
    ],
  ])('is %s', async (_, edit, problem) => {
    const { changes, problems } = await found([edit])
    expect(changes).toEqual([])
    expect(problems.filter(({ reason }) => reason === (problem as ReportProblem).reason)).toMatchObject([problem])
  })

  it('is none where main place and copy were changed alike: it is one change', async () => {
    const main = placeOf((listing) => listing.projectKey === copy.projectKey && !listing.isRelisting)
    const { changes, problems } = await found([
      write(copy.sheet, copy.row, D, '新しい名【再掲】'),
      write(main.sheet, main.row, D, '新しい名'),
    ])
    expect(problems).toEqual([])
    expect(changes).toMatchObject([{ projectKey: copy.projectKey, field: 'name', after: '新しい名' }])
  })
})

describe('a plan that went on since the export', () => {
  const later = changed('1-1-1', { outline: '画面で改めた概要' })

  it('is not set back by cells that nobody touched', async () => {
    expect(await found([], later)).toEqual({ changes: [], problems: [] })
  })

  it('takes edits of other cells', async () => {
    const { changes, problems } = await found([write(FIRST, 8, M, '実績')], later)
    expect([changes.length, problems.length]).toEqual([1, 0])
  })

  it('is asked about where both changed one cell', async () => {
    const { changes, problems } = await found([write(FIRST, 8, F, 'ファイルで改めた概要')], later)
    expect(changes).toEqual([])
    expect(problems).toMatchObject([
      { reason: 'changed-meanwhile', cell: 'F8', found: 'ファイルで改めた概要', known: '画面で改めた概要' },
    ])
  })

  it('agrees where both changed it alike', async () => {
    expect(await found([write(FIRST, 8, F, '画面で改めた概要')], later)).toEqual({ changes: [], problems: [] })
  })

  it('does not miss lines that it gained', async () => {
    const listing = { ...(plan.listings[0] as (typeof plan.listings)[number]), number: '①(1)-99' }
    expect(await found([], { ...plan, listings: [...plan.listings, listing] })).toEqual({ changes: [], problems: [] })
  })

  it('takes every difference for an edit where the hidden sheet was lost', async () => {
    const { changes } = await found(
      [(book) => ({ ...book, sheets: book.sheets.filter(({ name }) => name !== '_tsunagu') })],
      later,
    )
    expect(changes).toMatchObject([{ projectKey: '1-1-1', field: 'outline', before: '画面で改めた概要' }])
  })
})

describe('a file that is not this report', () => {
  it.each<[string, PlanDocument, string]>([
    ['another plan', { ...plan, title: '別の計画' }, 'other-plan'],
    ['another year', { ...plan, reportYear: 2020 }, 'other-report-year'],
  ])('is refused: %s', async (_, now, reason) => {
    expect(await read([], now)).toEqual({ ok: false, reason })
  })

  it('is refused: another version, a workbook of somebody else, no workbook', async () => {
    expect(await read([write('_tsunagu', 1, 2, '2')])).toEqual({ ok: false, reason: 'other-version' })
    const own = (book: Workbook): Workbook => ({
      ...book,
      sheets: [{ name: 'Sheet1', columns: [], rows: [{ cells: [{ value: 1 }] }] }],
    })
    expect(await read([own])).toEqual({ ok: false, reason: 'not-our-report' })
    expect(await readReportXlsx(new Uint8Array([1, 2, 3]), plan)).toEqual({ ok: false, reason: 'not-a-workbook' })
  })
})

describe('any set of edits to main places', () => {
  const texts = fc.string({ unit: fc.constantFrom('あ', '=', '-', '\n', ' ', '_x000D_', "'", '１', '@'), maxLength: 6 })
  const steps = fc.constantFrom<string | null>('survey', 'partial', 'done', 'continued', null)
  const edit = fc.record({ index: fc.nat({ max: 11 }), purpose: texts, results: texts, note: texts, planned: steps })

  it('comes back as exactly those changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(edit, { selector: ({ index }) => index, maxLength: 4 }), async (edits) => {
        let wanted = plan
        for (const { index, purpose, results, note, planned } of edits) {
          const project = plan.projects[index] as Project
          const years = project.years.with(3, { ...(project.years[3] as YearCell), note, planned })
          wanted = changed(project.key, { purpose, years, sheet: { ...project.sheet, results } }, wanted)
        }
        const written = writeXlsx(reportWorkbookOf(wanted, plan, options))
        const reading = await readReportXlsx(written.ok ? written.bytes : new Uint8Array(), plan)
        if (!reading.ok) throw new Error(reading.reason)
        expect(reading.problems).toEqual([])
        expect(applied(plan, reading.changes)).toEqual(wanted)
      }),
      { numRuns: 15 },
    )
  })
})

/** Sheet and first row of the first listing that is so. */
function placeOf(isSo: (listing: Listing) => boolean): { sheet: string; row: number; projectKey: string } {
  for (const { heading, lines } of reportShapeOf(plan).parts) {
    const index = lines.findIndex(({ listing }) => isSo(listing))
    if (index >= 0) return { sheet: heading, row: 8 + index * 3, projectKey: (lines[index] as ReportLine).project.key }
  }
  throw new Error('no such listing')
}

/** The plan with those changes of the four fields that the property edits. */
function applied(document: PlanDocument, changes: readonly ReportChange[]): PlanDocument {
  return changes.reduce((current, change) => {
    const project = current.projects.find(({ key }) => key === change.projectKey) as Project
    if (change.field === 'purpose') return changed(project.key, { purpose: change.after }, current)
    if (change.field === 'results')
      return changed(project.key, { sheet: { ...project.sheet, results: change.after } }, current)
    const [, year, part = ''] = change.field.split('.')
    const years = project.years.map((cell) => (cell.year === Number(year) ? { ...cell, [part]: change.after } : cell))
    return changed(project.key, { years }, current)
  }, document)
}
