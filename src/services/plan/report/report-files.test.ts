import { describe, expect, it } from 'vitest'
import { readCsv } from '#capabilities/documents/csv.ts'
import { inventedPlan } from './invented-plan.ts'
import { reportCsv } from './report-csv.ts'
import { reportJson, reportJsonOf } from './report-json.ts'

const plan = inventedPlan(24)

describe('the report as CSV', () => {
  const result = reportCsv(plan, { encoding: 'utf-8-bom', missingCharacters: 'refuse' })
  const reading = result.ok ? readCsv(result.bytes) : null
  const rows = reading?.ok === true ? reading.rows : []
  const column = (name: string): readonly string[] =>
    rows.slice(1).map((row) => row[rows[0]?.indexOf(name) ?? -1] ?? '?')

  it('has one line for each listing under Japanese names', () => {
    expect(rows).toHaveLength(plan.listings.length + 1)
    expect(rows[0]?.slice(0, 9)).toEqual([
      '番号',
      '再掲',
      '事業コード',
      'ビジョン',
      '施策の方向性',
      '事業名',
      '目的',
      '概要',
      'H29計画',
    ])
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0]?.length]))
    expect(column('事業コード')).toEqual(plan.listings.map((listing) => listing.projectKey))
  })

  it('says which lines are repeated, and prints marks by their glyphs', () => {
    expect(new Set(column('再掲'))).toEqual(new Set(['再掲有', '再掲', '']))
    expect(new Set(column('事業の達成度'))).toEqual(new Set(['◎', '○', '△', '']))
    expect(column('部')).toContain('市民生活部／総務部')
  })

  it('guards texts that begin like formulas, and gives them back', () => {
    const source = result.ok ? new TextDecoder().decode(result.bytes) : ''
    expect(source).toContain(`"'=SUM(1,2)`)
    expect(source).not.toMatch(/[,\n]"?=/)
    expect(column('令和3年度取組実績')).toContain('=SUM(1,2)という式で始まる文章である。')
  })

  it('is written for older systems where every character allows it, and else says where not', () => {
    expect(reportCsv(plan, { encoding: 'cp932', missingCharacters: 'refuse' })).toMatchObject({
      ok: true,
      replaced: [],
    })
    const projects = plan.projects.map((project, index) => (index === 0 ? { ...project, name: '𠮷事業' } : project))
    expect(reportCsv({ ...plan, projects }, { encoding: 'cp932', missingCharacters: 'refuse' })).toMatchObject({
      ok: false,
      missing: expect.arrayContaining([{ row: 2, column: 6, character: '𠮷' }]),
    })
  })
})

describe('the report as JSON', () => {
  it('is the documented value, and the same each time', () => {
    const text = new TextDecoder().decode(reportJson(plan))
    expect(JSON.parse(text)).toEqual(reportJsonOf(plan))
    expect(text.endsWith('}\n')).toBe(true)
    expect(Object.keys(reportJsonOf(plan))).toEqual([
      'format',
      'version',
      'title',
      'plan',
      'issuedBy',
      'reportYear',
      'period',
      'levels',
      'scales',
      'sections',
      'indicators',
      'branches',
      'projects',
      'listings',
      'figures',
      'budget',
    ])
  })

  it('names years and marks so that no reader needs a table beside it', () => {
    const json = reportJsonOf(plan)
    expect(json.reportYear).toEqual({ year: 2021, name: '令和3年度', label: 'R3' })
    expect(json.projects[0]?.years[0]).toEqual({
      year: 2017,
      name: '平成29年度',
      label: 'H29',
      planned: { step: 'survey', glyph: '△', label: '調査、検討' },
      actual: null,
      note: '検討',
    })
    expect(json.projects[0]?.achievement).toEqual({ step: 'achieved', glyph: '◎', label: '達成' })
  })

  it('holds each project once however often it is listed', () => {
    const json = reportJsonOf(plan)
    expect(new Set(json.projects.map(({ key }) => key)).size).toBe(json.projects.length)
    expect(json.listings.length).toBeGreaterThan(json.projects.length)
  })
})
