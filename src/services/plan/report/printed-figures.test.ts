import { describe, expect, test } from 'vitest'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { readXlsx } from '#capabilities/documents/xlsx-reader.ts'
import { figureName, type MeasuredFigures, withFootnotes } from '../rules/figure-references.ts'
import type { PlanDocument } from '../model.ts'
import { inventedPlan } from './invented-plan.ts'
import { readReportXlsx } from './read-report-xlsx.ts'
import { reportCsv } from './report-csv.ts'
import { reportJsonOf } from './report-json.ts'
import { reportPdf } from './report-pdf.ts'
import { reportWorkbookOf, reportXlsx } from './report-xlsx.ts'

const printedOn = Temporal.PlainDate.from('2026-11-22')
const invented = inventedPlan()
const [first, ...others] = invented.projects
if (first === undefined) throw new Error('the invented plan has projects')
const TEXT = '検索は[[garbage-guide.searches]]であった。'
const plan: PlanDocument = { ...invented, projects: [{ ...first, sheet: { ...first.sheet, results: TEXT } }, ...others] }
const key = 'garbage-guide.searches'
const year = plan.reportYear
const figures: MeasuredFigures = new Map([
  [figureName({ key, year }), { key, year, title: 'ごみ分別の検索', printed: '1,234件', facts: 1234, position: 9876, hash: 'abcdef0123456789abcdef', printedNow: '1,240件' }],
])
const footnote = /※1 ごみ分別の検索 \(R\d+\) 1,234件: 元になった記録 1234、記録の位置 9876、確定 abcdef0123456789、今数え直すと 1,240件、\/evidence\/garbage-guide\.searches\?year=\d{4}/

describe('a counted figure in a text', () => {
  test('is a number with a footnote in the PDF', async () => {
    const { document, footnotes } = withFootnotes(plan, figures)
    const [withNotes, without] = [await reportPdf(document, { printedOn, footnotes }), await reportPdf(invented, { printedOn })]
    expect([withNotes.ok, without.ok]).toEqual([true, true])
    if (withNotes.ok && without.ok) expect(withNotes.bytes.length).not.toBe(without.bytes.length)
  })

  test('is a number with its evidence in the last column of the CSV', () => {
    const { document, footnotes } = withFootnotes(plan, figures)
    const written = reportCsv(document, { encoding: 'utf-8', missingCharacters: 'refuse', footnotes })
    const text = written.ok ? new TextDecoder().decode(written.bytes) : ''
    expect(text).toContain('検索は1,234件※1であった。')
    expect(text).toMatch(footnote)
  })

  test('stays a reference in JSON, beside what was counted', () => {
    const json = reportJsonOf(plan, figures)
    expect(json.projects[0]?.results).toBe(TEXT)
    expect(json.figures).toMatchObject([{ key, printed: '1,234件', position: 9876, hash: 'abcdef0123456789abcdef' }])
  })

  test('is a number in the workbook with a sheet of evidence, and a reference again when it is read back', async () => {
    const written = reportXlsx(plan, { printedOn, figures })
    if (!written.ok) throw new Error(written.reason)
    const workbook = await readXlsx(written.bytes)
    const texts = workbook.ok ? workbook.sheets.flatMap((sheet) => [...sheet.cells.values()].flatMap((row) => [...row.values()].map((value) => (value.kind === 'text' ? value.text : '')))) : []
    expect(texts).toContain('検索は1,234件※1であった。')
    expect(texts.some((text) => footnote.test(text))).toBe(true)
    expect(await readReportXlsx(written.bytes, plan)).toEqual({ ok: true, changes: [], problems: [] })
  })

  test('survives an edit of the words around it', async () => {
    const { document, footnotes } = withFootnotes(plan, figures)
    const edited = { ...document, projects: document.projects.map((project) => (project.key === first.key ? { ...project, sheet: { ...project.sheet, results: '検索は前年を超え、1,234件※1になった。' } } : project)) }
    const written = writeXlsx(reportWorkbookOf(edited, plan, { printedOn, footnotes }))
    if (!written.ok) throw new Error(written.reason)
    const reading = await readReportXlsx(written.bytes, plan)
    expect(reading).toMatchObject({ ok: true, problems: [], changes: [{ projectKey: first.key, field: 'results', before: TEXT, after: '検索は前年を超え、[[garbage-guide.searches]]になった。' }] })
  })
})
