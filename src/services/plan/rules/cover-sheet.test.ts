import { describe, expect, test } from 'vitest'
import { cellsOfText } from '#capabilities/imports/reading/cells.ts'
import { readCoverSheet, readPeriod } from './cover-sheet.ts'
import { Doubts } from './question.ts'
import type { PlanDocument } from '../model.ts'

const COVER = [
  '# みどり市デジタル計画に関する実績報告書(令和8年度)',
  '',
  '( 企画部 情報課 )',
  '## ■計画の基本情報',
  '計画期間\tR 4 ~ R 8 年度',
  '位置付け\t市の総合計画を支える計画である。',
  '計画の骨格\t<div><b>ビジョン①</b>  届きやすい行政</div><ul><li>•申請のしやすさ</li><li>•情報の届け方</li></ul><div><b>ビジョン②</b> 続けられる運営</div>',
  '## ■成果指標',
  '成果指標名\t\t単位\t現状値\t実績値 (R8)\t目標値',
  '1\t電子申請の割合\t％\t12.5\t48\t50',
  '2\t設定なし\t\t\t\t',
  '3\t\t\t\t\t',
  '取組実績\t<p>窓口を増やした。</p><p>研修を行った。</p>',
  '総合計画推進への寄与度\t6. 行政経営 ①情報の管理',
  '-----\t--',
  '反省点・課題\t周知が足りない。',
  '今後の方向性\t次の計画へ続ける。',
].join('\n')

function read(text: string) {
  const cells = cellsOfText(text)
  const doubts = new Doubts()
  const sheet = readCoverSheet(cells.ok ? cells.lines : [], doubts)
  return {
    sheet,
    asked: doubts.questions({ ...EMPTY, sections: sheet.sections }).map(({ kind, column }) => `${kind} ${column}`),
  }
}

const EMPTY = { projects: [], listings: [], branches: [], indicators: [], sections: [] } as unknown as PlanDocument

describe('a cover sheet', () => {
  const { sheet, asked } = read(COVER)

  test('title, office, years', () => {
    expect(sheet).toMatchObject({
      title: 'みどり市デジタル計画に関する実績報告書(令和8年度)',
      issuedBy: '企画部 情報課',
      reportYear: 2026,
      period: { from: 2022, to: 2026 },
      topLevel: 'ビジョン',
    })
  })

  test('sections in the order of print, HTML as paragraphs and asked about', () => {
    expect(sheet.sections.map(({ key }) => key)).toEqual([
      'position',
      'framework',
      'results',
      'contribution',
      'reflection',
      'direction',
    ])
    expect(sheet.sections[2]).toEqual({ key: 'results', heading: '取組実績', body: '窓口を増やした。\n研修を行った。' })
    expect(asked).toEqual(['html-layout 計画の骨格', 'html-layout 取組実績'])
  })

  test('indicators, those that are not set included', () => {
    expect(sheet.indicators).toEqual([
      { number: 1, name: '電子申請の割合', isSet: true, unit: '％', baseline: '12.5', actual: '48', target: '50' },
      { number: 2, name: '', isSet: false, unit: '', baseline: '', actual: '', target: '' },
      { number: 3, name: '', isSet: false, unit: '', baseline: '', actual: '', target: '' },
    ])
  })

  test('the tree that the framework draws', () => {
    expect(sheet.branches).toEqual([
      { vision: 1, name: '届きやすい行政', directions: ['申請のしやすさ', '情報の届け方'] },
      { vision: 2, name: '続けられる運営', directions: [] },
    ])
  })

  test('a paragraph on a line of its own belongs to the section above', () => {
    const { sheet: longer } = read(`${COVER}\n二つ目の段落。`)
    expect(longer.sections.at(-1)?.body).toBe('次の計画へ続ける。\n二つ目の段落。')
  })

  test('a line that says nothing known is asked about', () => {
    expect(read(`${COVER}\n決裁\t部長\t課長`).asked).toContain('line-left-out 表紙')
  })
})

test.each([
  ['H 29 ~ R 3 年度', { from: 2017, to: 2021 }],
  ['令和4年度から令和8年度まで', { from: 2022, to: 2026 }],
  ['令和4～8年度', { from: 2022, to: 2026 }],
  ['2022-2026年度', { from: 2022, to: 2026 }],
  ['R8～R4', null],
  ['五年間', null],
  ['', null],
])('the period %s', (text, period) => {
  expect(readPeriod(text)).toEqual(period)
})
