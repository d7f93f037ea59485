import { describe, expect, it } from 'vitest'
import { readXlsx, textOf, valueAt, type ReadSheet } from '#capabilities/documents/xlsx-reader.ts'
import { inventedPlan } from './invented-plan.ts'
import { reportXlsx } from './report-xlsx.ts'

const options = { printedOn: Temporal.PlainDate.from('2022-06-01') }
const plan = inventedPlan(24)

async function sheetsOf(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const reading = await readXlsx(bytes)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.sheets
}

async function exported(document = plan): Promise<readonly ReadSheet[]> {
  const result = reportXlsx(document, options)
  if (!result.ok) throw new Error(result.reason)
  return sheetsOf(result.bytes)
}

const rowOf = (sheet: ReadSheet | undefined, row: number): (string | null)[] =>
  Array.from({ length: 19 }, (_, column) => (sheet === undefined ? null : textOf(valueAt(sheet, row, column + 1))))

describe('the report as a workbook', () => {
  it('has a cover, a sheet for each top branch and a hidden sheet', async () => {
    const sheets = await exported()
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['表紙', 'visible'],
      ['① 暮らしに届く窓口づくり', 'visible'],
      ['② 人が集まるまちの情報づくり', 'visible'],
      ['③ 身軽で確かな役所づくり', 'visible'],
      ['_tsunagu', 'very-hidden'],
    ])
  })

  it('has the official heading in two rows with merged cells, and the legends above', async () => {
    const sheet = (await exported())[1]
    expect(rowOf(sheet, 4)[1]).toBe('スケジュール項目　　△：調査、検討　○：一部実施、推進　◎：実施、完了　→：継続')
    expect(rowOf(sheet, 6).slice(1)).toEqual([
      'No.',
      '施策の方向性',
      '事業名',
      '目的',
      '概要',
      '区分',
      '実施年度',
      '実施年度',
      '実施年度',
      '実施年度',
      '実施年度',
      '令和3年度',
      '令和3年度',
      '事業達成状況\n(H29～R3)',
      '事業の\n達成度',
      '担当',
      '担当',
      '担当',
    ])
    expect(rowOf(sheet, 7).slice(7)).toEqual([
      'H29',
      'H30',
      'R1',
      'R2',
      'R3',
      '取組実績',
      '成果と課題',
      '',
      '',
      '部',
      '課',
      'グループ',
    ])
    expect(sheet?.merges).toContainEqual({ top: 6, left: 8, bottom: 6, right: 12 })
    expect(sheet?.merges).toContainEqual({ top: 6, left: 2, bottom: 7, right: 2 })
    expect(sheet?.merges).toContainEqual({ top: 8, left: 2, bottom: 10, right: 2 })
  })

  it('gives each line three rows: what was planned, what came, the notes', async () => {
    const sheet = (await exported())[1]
    expect(rowOf(sheet, 8).slice(0, 4)).toEqual([
      'planned|1-1-1|①(1)-1',
      '① (1)-1\n【再掲有】',
      '書かない窓口の推進',
      '証明書電子化事業',
    ])
    expect([8, 9, 10].map((row) => rowOf(sheet, row).slice(6, 12))).toEqual([
      ['計画', '△', '△', '○', '◎', '→'],
      ['実績', '', '', '', '', ''],
      ['内容', '検討', '検討', '試行', '本格運用', '継続'],
    ])
  })

  it('keeps texts that begin like formulas as texts', async () => {
    const sheet = (await exported())[2]
    const texts = [...(sheet?.cells.values() ?? [])].flatMap((cells) => [...cells.values()])
    expect(texts.filter((value) => value.kind === 'formula')).toEqual([])
    const starts = (await exported()).flatMap((each) =>
      [...each.cells.values()].flatMap((cells) => [...cells.values()].map(textOf)),
    )
    expect(starts).toContain('=SUM(1,2)という式で始まる文章である。')
    expect(starts).toContain('=試行')
  })

  it('is refused by cell when a text is longer than a cell can be', () => {
    const projects = plan.projects.map((project, index) =>
      index === 1 ? { ...project, outline: 'x'.repeat(32_768) } : project,
    )
    expect(reportXlsx({ ...plan, projects }, options)).toEqual({
      ok: false,
      reason: 'cell-too-long',
      at: { sheet: '① 暮らしに届く窓口づくり', row: 11, column: 6 },
    })
  })

  it('names sheets apart even when their headings are alike', async () => {
    const name = 'とても長い名前の基本目標であって三十一文字を超えるもの、その続き'
    const branches = plan.branches.map((branch) =>
      branch.parentKey === null ? { ...branch, number: '', name } : branch,
    )
    const names = (await exported({ ...plan, branches })).map((sheet) => sheet.name)
    expect(new Set(names).size).toBe(5)
  })
})
