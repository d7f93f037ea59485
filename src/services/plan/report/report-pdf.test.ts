import { afterAll, describe, expect, it } from 'vitest'
import { closePress } from '#capabilities/documents/pdf.ts'
import type { PlanDocument, Project } from '../model.ts'
import { inventedPlan } from './invented-plan.ts'
import { columnWidthsOf, reportContentOf } from './report-content.ts'
import { reportPdf } from './report-pdf.ts'
import { reportShapeOf } from './report-shape.ts'

const printedOn = Temporal.PlainDate.from('2022-06-01')
const plan = inventedPlan(24)
const shape = reportShapeOf(plan)

interface Content {
  readonly printed: string
  readonly indicators: { readonly heading: string[]; readonly rows: string[][] }
  readonly basics: {
    readonly rows: { heading: string; body: string; figure: { level: string; children: string[] }[] }[]
  }
  readonly parts: { readonly remark: string; readonly rows: Record<string, unknown>[] }[]
}
const content = (of: PlanDocument): Content => reportContentOf(of, reportShapeOf(of), { printedOn, footnotes: [] }) as unknown as Content

afterAll(closePress)

const withProject = (index: number, changes: Partial<Project>): PlanDocument => ({
  ...plan,
  projects: plan.projects.map((project, place) => (place === index ? { ...project, ...changes } : project)),
})

describe('the content of the printed report', () => {
  it('prints notes that repeat over years once across them, and no row where there are none', () => {
    const rows = content(plan).parts[0]?.rows ?? []
    expect(rows[0]?.['notes']).toEqual([
      { body: '検討', span: 2 },
      { body: '試行', span: 1 },
      { body: '本格運用', span: 1 },
      { body: '継続', span: 1 },
    ])
    expect(rows[1]?.['notes']).toEqual([])
  })

  it('shows what came only where it differs from what was planned, and explains it', () => {
    const [part] = content(plan).parts
    const years = part?.rows.flatMap((row) => row['years'] as { mark: string; came: string }[]) ?? []
    expect(years.filter(({ came }) => came !== '')).toContainEqual({ mark: '→', came: '実績○' })
    expect(part?.remark).toContain('実績')
    const asPlanned = plan.projects.map((project) => ({
      ...project,
      years: project.years.map((cell) => ({ ...cell, actual: cell.planned })),
    }))
    expect(content({ ...plan, projects: asPlanned }).parts[0]?.remark).toBe('')
  })

  it('keeps joint owners on lines of their own, level with each other', () => {
    const rows = content(plan).parts[0]?.rows ?? []
    expect(rows[2]?.['owners']).toEqual([
      ['市民生活部', '総務部'],
      ['協働推進課', '情報政策課'],
      ['地域G', ''],
    ])
    expect(rows[3]?.['owners']).toEqual([['教育委員会事務局'], ['図書館'], ['']])
  })

  it('says 設定なし in the first line of a plan without indicators, and names the year of the actual value', () => {
    const { heading, rows } = content(plan).indicators
    expect(heading).toContain('実績値 (R3)')
    expect(rows[0]).toEqual(['1', '設定なし', '', '', '', ''])
    expect(rows[1]).toEqual(['2', '', '', '', '', ''])
  })

  it('draws the frame of the plan from its branches and prints what else is said of it', () => {
    const body = '基本理念\nビジョン① 暮らしに届く窓口づくり\n・公開データの充実\nつながりを厚くする。'
    const sections = plan.sections.map((section) => (section.key === 'framework' ? { ...section, body } : section))
    const row = content({ ...plan, sections }).basics.rows.at(-1)
    expect(row?.body).toBe('基本理念\nつながりを厚くする。')
    expect(row?.figure.map(({ level, children }) => [level, children.length])).toEqual([
      ['ビジョン①', 3],
      ['ビジョン②', 2],
      ['ビジョン③', 3],
    ])
  })

  it('prints the day by era', () => {
    expect(content(plan).printed).toBe('印刷日 令和4年6月1日')
  })

  it.each([1, 5, 10, 12])('fills the page exactly with %i years', (count) => {
    const widths = columnWidthsOf(reportShapeOf({ ...plan, period: { from: 2021, to: 2020 + count } }))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(400, 6)
    expect(Math.min(...widths)).toBeGreaterThan(8)
  })
})

describe('the printed report', () => {
  it('is an A3 document across with a page for each part, the same each time', async () => {
    const [first, second] = [await reportPdf(plan, { printedOn }), await reportPdf(plan, { printedOn })]
    if (!first.ok || !second.ok) throw new Error('refused')
    expect(first.pageCount).toBeGreaterThanOrEqual(1 + shape.parts.length)
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    const source = Buffer.from(first.bytes).toString('latin1')
    expect(source).toContain('/MediaBox [0 0 1190.551')
    expect(source).toContain('/S /TH')
    expect(Buffer.from(first.bytes).toString('utf8')).toContain(`${shape.title}</rdf:li>`)
  })

  it('is printed for the archive where asked', async () => {
    const result = await reportPdf(plan, { printedOn, standard: 'a-2a' })
    expect(result.ok && Buffer.from(result.bytes).toString('latin1')).toContain('<pdfaid:part>2')
  })

  it.each<[string, PlanDocument]>([
    ['nothing in it', { ...plan, sections: [], indicators: [], branches: [], projects: [], listings: [] }],
    ['twelve years', { ...plan, period: { from: 2015, to: 2026 } }],
    [
      'two levels',
      {
        ...plan,
        levels: ['柱', '取組'],
        listings: plan.listings.map((listing) => ({ ...listing, branchKey: listing.branchKey.slice(0, 1) })),
      },
    ],
    ['a text over several pages', withProject(2, { outline: '手順を見直し、案内を改めた。'.repeat(500) })],
    ['markup in its texts', withProject(0, { name: '#panic("ran") *太字* $x$', outline: '= 見出し\n#pagebreak()' })],
    [
      'words without a space',
      withProject(1, { name: 'x'.repeat(300), outline: `https://example.jp/${'a'.repeat(300)}` }),
    ],
  ])('is printed with %s', async (_, document) => {
    expect(await reportPdf(document, { printedOn })).toMatchObject({ ok: true })
  })

  it('names characters that it had to print as 〓', async () => {
    expect(await reportPdf({ ...plan, issuedBy: '😀課' }, { printedOn })).toMatchObject({
      ok: true,
      replacedCharacters: ['😀'],
    })
  })
})
