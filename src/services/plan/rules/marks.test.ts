import { describe, expect, test } from 'vitest'
import type { Scale } from '../model.ts'
import { readMarkedCell, stepOf } from './marks.ts'

const SCHEDULE: Scale = {
  name: 'schedule',
  heading: 'スケジュール項目',
  steps: [
    { key: 'survey', glyph: '△', label: '調査、検討' },
    { key: 'partial', glyph: '○', label: '一部実施' },
    { key: 'complete', glyph: '◎', label: '実施' },
    { key: 'continue', glyph: '→', label: '継続' },
  ],
}

describe('a cell of a year', () => {
  test.each([
    ['◎', 'complete', '', null],
    ['◎ 更新', 'complete', '更新', null],
    ['◎更新', 'complete', '更新', null],
    ['◎\n更新', 'complete', '更新', null],
    ['', null, '', null],
    ['〇', 'partial', '', 'variant-mark'],
    ['◯ 試行', 'partial', '試行', 'variant-mark'],
    ['⭕️', 'partial', '', 'variant-mark'],
    ['▲', 'survey', '', 'variant-mark'],
    ['⇒', 'continue', '', 'variant-mark'],
    ['➡️ 継続', 'continue', '継続', 'variant-mark'],
    ['ー', 'continue', '', 'variant-mark'],
    ['⊚', 'complete', '', 'variant-mark'],
    ['△ ○', 'partial', '', 'two-marks'],
    ['△→○', 'partial', '', 'two-marks'],
    ['-', null, '-', 'unknown-mark'],
    ['×', null, '×', 'unknown-mark'],
    ['継続', 'continue', '継続', 'no-mark'],
    ['検討', 'survey', '検討', 'no-mark'],
    ['機器選定', null, '機器選定', 'no-mark'],
    ['-次期', null, '-次期', 'no-mark'],
    ['Xバンド', null, 'Xバンド', 'no-mark'],
  ])('%s', (text, step, note, doubt) => {
    const cell = readMarkedCell(text, SCHEDULE)
    expect([cell.step, cell.note, cell.doubt?.kind ?? null]).toEqual([step, note, doubt])
  })
})

test.each([
  ['×', 'none', false],
  ['x', 'none', true],
  ['✕', 'none', true],
  ['✖', 'none', true],
  ['ー', 'withdrawn', true],
  ['－', 'withdrawn', true],
  ['→', undefined, undefined],
])('the judgement %s', (glyph, key, isVariant) => {
  const scale: Scale = {
    name: 'achievement',
    heading: '達成度項目',
    steps: [
      { key: 'none', glyph: '×', label: '未実施' },
      { key: 'withdrawn', glyph: '-', label: '外れたもの' },
    ],
  }
  const found = stepOf(scale, glyph)
  expect([found?.step.key, found?.isVariant]).toEqual([key, isVariant])
})

test('a scale of letters is read as well', () => {
  const scale: Scale = { name: 'achievement', heading: '評価', steps: [{ key: 'step-1', glyph: 'A', label: '順調' }] }
  expect(readMarkedCell('A', scale)).toMatchObject({ step: 'step-1', doubt: null })
  expect(readMarkedCell('Aランク', scale).step).toBeNull()
})
