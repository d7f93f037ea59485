import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanDocument, Project } from '../model.ts'
import { findContradictions } from './contradictions.ts'
import { type InventedPlan, dumpOf, inventedPlan, printLines } from './invented-report.ts'
import { type ReadPlan, readPlanReport } from './read-report.ts'

const [plan] = fc.sample(inventedPlan, { numRuns: 1, seed: 4 }) as [InventedPlan]
const reading = readPlanReport({ kind: 'text', text: dumpOf(printLines(plan)) }) as ReadPlan
const base = reading.document.projects[0] as Project

interface Judged {
  readonly planned: readonly (string | null)[]
  readonly actual?: readonly (string | null)[]
  readonly achievement: string | null
  readonly text?: string
}

/** A plan of one project, planned, reported and judged as given. */
function planOf({ planned, actual = [], achievement, text = '順調に進んだ。' }: Judged): PlanDocument {
  const years = planned.map((step, index) => ({
    year: 2017 + index,
    planned: step,
    actual: actual[index] ?? null,
    note: '',
  }))
  const project: Project = {
    ...base,
    years,
    sheet: { ...base.sheet, results: '', outcomes: text, periodStatus: '', achievement },
  }
  return { ...reading.document, reportYear: 2021, period: { from: 2017, to: 2021 }, projects: [project] }
}

const kindsOf = (judged: Judged): readonly string[] => findContradictions(planOf(judged)).map(({ kind }) => kind)
const FIVE_SURVEYS = ['survey', 'survey', 'survey', 'survey', 'survey']

describe('mark against text and schedule', () => {
  test.each<[string, Judged, readonly string[]]>([
    [
      'only surveyed, judged achieved',
      { planned: FIVE_SURVEYS, achievement: 'achieved' },
      ['survey-only-judged-achieved'],
    ],
    ['only surveyed, judged in part', { planned: FIVE_SURVEYS, achievement: 'partly' }, []],
    ['surveyed once', { planned: [null, null, null, null, 'survey'], achievement: 'achieved' }, []],
    [
      'surveyed, then done',
      { planned: ['survey', 'survey', 'complete', 'continue', 'continue'], achievement: 'achieved' },
      [],
    ],
    [
      'the text says it was not used',
      {
        planned: ['complete', 'continue'],
        achievement: 'achieved',
        text: '関係課と協議したが、活用には至らなかった。',
      },
      ['text-denies-judgement'],
    ],
    [
      'the text says it was put off',
      { planned: ['complete'], achievement: 'achieved', text: '機器の更新は見送った。' },
      ['text-denies-judgement'],
    ],
    [
      'the text says so and the judgement too',
      { planned: ['partial'], achievement: 'none', text: '機器の更新は見送った。' },
      [],
    ],
    [
      'completion planned last, judged in part',
      { planned: ['survey', 'survey', 'partial', 'partial', 'complete'], achievement: 'partly' },
      ['complete-planned-judged-lower'],
    ],
    [
      'completion planned last, judged mostly',
      { planned: ['survey', null, null, null, 'complete'], achievement: 'mostly' },
      ['complete-planned-judged-lower'],
    ],
    [
      'completed early, judged mostly',
      { planned: ['complete', 'continue', 'continue', 'continue', 'continue'], achievement: 'mostly' },
      [],
    ],
    [
      'completed early, judged not at all',
      { planned: ['complete', 'continue', 'continue', 'continue', 'continue'], achievement: 'none' },
      ['complete-planned-judged-lower'],
    ],
    ['nobody judged', { planned: FIVE_SURVEYS, achievement: null }, []],
    [
      'completion planned, a survey came',
      { planned: ['complete'], actual: ['survey'], achievement: 'achieved' },
      ['planned-complete-did-not-come'],
    ],
    ['completion planned and came', { planned: ['complete'], actual: ['complete'], achievement: 'achieved' }, []],
  ])('%s', (_, judged, kinds) => {
    expect(kindsOf(judged)).toEqual(kinds)
  })

  test('each says what does not go together', () => {
    const [found] = findContradictions(planOf({ planned: FIVE_SURVEYS, achievement: 'achieved' }))
    expect(found).toMatchObject({
      projectKey: base.key,
      explanation: '予定の印が5年度とも「△」のままですが、達成度は「◎」です。',
    })
  })
})

test('copies that differ are told by the questions of the import', () => {
  const lines = printLines(plan)
  const again = plan.rows.findIndex(({ mark }) => mark === '【再掲】')
  const changed = lines.map((line) =>
    line.row === again
      ? { ...line, cells: line.cells.with(line.cells.length - 4, line.cells.at(-4) === '△' ? '○' : '△') }
      : line,
  )
  const read = readPlanReport({ kind: 'text', text: dumpOf(changed) }) as ReadPlan
  const told = findContradictions(read.document, read.questions).filter(({ kind }) => kind === 'copies-differ')
  expect(told.map(({ number, values }) => [number, values['column']])).toEqual([
    [plan.rows[again]?.number, '事業の達成度'],
  ])
})
