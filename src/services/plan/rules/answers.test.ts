import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, applyAnswers } from './answers.ts'
import type { EditRefusal } from './draft-values.ts'
import { type FieldPath, readField } from './fields.ts'
import { brokenPromises } from './invented-checks.ts'
import { type InventedPlan, type PrintedLine, dumpOf, inventedPlan, printLines } from './invented-report.ts'
import { PlanDraft } from './plan-draft.ts'
import { type ReadPlan, readPlanReport } from './read-report.ts'

const [plan] = fc.sample(inventedPlan, { numRuns: 1, seed: 21 }) as [InventedPlan]

function readWith(change: (line: PrintedLine) => readonly string[]): ReadPlan {
  const lines = printLines(plan).map((line) => ({ ...line, cells: line.row === 0 ? change(line) : line.cells }))
  return readPlanReport({ kind: 'text', text: dumpOf(lines) }) as ReadPlan
}

/** The cells with the one that is counted from the end replaced. */
function fromEnd(cells: readonly string[], place: number, text: string): readonly string[] {
  return cells.with(cells.length - place, text)
}

const clean = readWith(({ cells }) => cells)
const { document } = clean
const [first] = document.projects
const key = first?.key ?? ''

describe('answers to a question', () => {
  const lost = readWith(({ cells }) => cells.toSpliced(-5, 1))
  const [question] = lost.questions
  const id = question?.id ?? ''
  const answered = (answer?: Answer) => applyAnswers(lost, new Map(answer ? [[id, answer]] : []))
  const statusOf = (read: { readonly document: ReadPlan['document'] }) =>
    readField(read.document, `projects/${key}/sheet/periodStatus`)

  test('there is one, and it is about the lost cell', () => {
    expect(lost.questions.map(({ kind, column }) => [kind, column])).toEqual([['lost-cell', '事業達成状況']])
  })

  test('accepted: the proposal stands and nothing is open', () => {
    expect(answered({ kind: 'accept' })).toMatchObject({ open: [], refused: [], document: lost.document })
  })

  test('edited: the typed text stands', () => {
    const edited = answered({ kind: 'edit', value: '順調に進んだ。' })
    expect([statusOf(edited), edited.open]).toEqual(['順調に進んだ。', []])
    expect(brokenPromises({ ...lost, document: edited.document, questions: [] })).toEqual([])
  })

  test.each([
    ['skipped', { kind: 'skip' } as const],
    ['unanswered', undefined],
  ])('%s: the proposal is stored and the question stays open', (_, answer) => {
    const left = answered(answer)
    expect(left.open.map((open) => open.id)).toEqual([id])
    expect(statusOf(left)).toBe(question?.proposed)
  })

  test('the reading itself is never changed', () => {
    answered({ kind: 'edit', value: '別の文。' })
    expect(statusOf(lost)).toBe('')
  })
})

describe('a typed value at its place', () => {
  test.each<[FieldPath, string, string]>([
    [`projects/${key}/name`, '新しい名前', '新しい名前'],
    [`projects/${key}/years/${plan.firstYear}/planned`, '◎', '◎'],
    [`projects/${key}/years/${plan.firstYear}/planned`, '継続', '→'],
    [`projects/${key}/years/${plan.firstYear}/planned`, '〇', '○'],
    [`projects/${key}/years/${plan.firstYear}/planned`, '', ''],
    [`projects/${key}/years/${plan.firstYear}/note`, '更新', '更新'],
    [`projects/${key}/owners`, '市民部／窓口課／年金G\n企画部／情報課', '市民部／窓口課／年金G\n企画部／情報課／'],
    [`projects/${key}/owners/0/group`, '受付G', '受付G'],
    [`projects/${key}/sheet/achievement`, '×', '×'],
    [`projects/${key}/sheet/achievement`, '概ね達成', '○'],
    ['branches/1/name', '別の名前', '別の名前'],
    ['sections/position/body', '別の文', '別の文'],
    ['indicators/1/name', '利用者数', '利用者数'],
    ['scales/schedule/survey/label', '研究', '研究'],
    ['plan/title', '題', '題'],
    ['plan/reportYear', 'R3', 'R3'],
    ['plan/period', '平成29年度から令和3年度まで', 'H29～R3'],
    ['listings/①(1)-1/repetition', '【再掲有】', '再掲有'],
  ])('%s ← %s', (field, value, stored) => {
    const draft = new PlanDraft(document)
    expect(draft.write(field, value)).toBeNull()
    expect(readField(draft.document, field)).toBe(stored)
  })

  test.each<[FieldPath, string, EditRefusal]>([
    [`projects/${key}/name`, ' ', 'must-not-be-empty'],
    [`projects/${key}/years/${plan.firstYear}/planned`, '☆', 'unknown-mark'],
    [`projects/${key}/years/1999/planned`, '◎', 'unknown-year'],
    [`projects/${key}/notes`, '更新', 'unknown-year'],
    [`projects/${key}/notes`, 'S60 更新', 'unknown-year'],
    [`projects/${key}/owners`, '一／二／三／四', 'owner-form'],
    ['projects/9-9-9/name', '名前', 'unknown-place'],
    ['listings/①(1)-1/number', '一番', 'number-form'],
    ['listings/①(1)-1/number', '①(1)-2', 'number-taken'],
    ['listings/①(1)-1/number', '⑨(1)-1', 'unknown-branch'],
    ['listings/①(1)-1/project', '⑨(9)-9', 'unknown-listing'],
    ['listings/①(1)-1/repetition', 'あり', 'repetition-form'],
    ['plan/period', '三年間', 'period-form'],
    ['plan/reportYear', '去年', 'unknown-year'],
    ['scales/schedule/survey/glyph', '◎', 'unknown-mark'],
    ['branches/99/name', '名前', 'unknown-place'],
  ])('%s ← %s is refused', (field, value, refusal) => {
    const draft = new PlanDraft(document)
    expect(draft.write(field, value)).toBe(refusal)
    expect(draft.document).toEqual(document)
  })

  test('notes are written year by year and read back the same', () => {
    const draft = new PlanDraft(document)
    const label = readField(document, 'plan/period')?.split('～')[0] ?? ''
    expect(draft.write(`projects/${key}/notes`, `${label} 機器の 更新`)).toBeNull()
    expect(readField(draft.document, `projects/${key}/notes`)).toBe(`${label} 機器の 更新`)
  })
})

describe('answers that change the tree', () => {
  test('a new number moves the listing and its project', () => {
    const draft = new PlanDraft(document)
    expect(draft.write('listings/①(1)-1/number', '①(1)-90')).toBeNull()
    expect(brokenPromises({ ...clean, document: draft.document, soundCells: [] })).toEqual([])
    expect(draft.document.projects[0]?.key).toBe('1-1-90')
  })

  test('a listing joins another project, and may part from it again', () => {
    const [one, other] = document.listings.filter(
      ({ projectKey }) => document.listings.filter((listing) => listing.projectKey === projectKey).length === 1,
    )
    const draft = new PlanDraft(document)
    expect(draft.write(`listings/${other?.number ?? ''}/project`, one?.number ?? '')).toBeNull()
    expect(draft.document.projects).toHaveLength(document.projects.length - 1)
    expect(draft.document.listings.find(({ number }) => number === other?.number)).toMatchObject({
      isRelisting: true,
      projectKey: one?.projectKey,
    })
    expect(draft.write(`listings/${other?.number ?? ''}/project`, other?.number ?? '')).toBeNull()
    expect(draft.document.projects).toHaveLength(document.projects.length)
    expect(brokenPromises({ ...clean, document: draft.document, soundCells: [] })).toEqual([])
  })
})

test('typing every proposal anew changes nothing', () => {
  const damaged = readWith(({ cells }) =>
    fromEnd(cells, 4, '〇')
      .with(cells.length - 1, '')
      .with(3, `\u202e${cells[3]}`)
      .with(5, '-'),
  )
  const edits = damaged.questions
    .filter(({ field }) => field)
    .map(({ id, proposed }) => [id, { kind: 'edit', value: proposed }] as const)
  expect(edits.length).toBeGreaterThan(2)
  expect(applyAnswers(damaged, new Map(edits))).toMatchObject({ document: damaged.document, refused: [], open: [] })
})

test('a refused answer leaves its question open', () => {
  const damaged = readWith(({ cells }) => fromEnd(cells, 4, '☆'))
  const [question] = damaged.questions
  const answered = applyAnswers(damaged, new Map([[question?.id ?? '', { kind: 'edit', value: '？' }]]))
  expect(answered.refused).toEqual([{ questionId: question?.id, refusal: 'unknown-mark' }])
  expect(answered.open).toHaveLength(damaged.questions.length)
})
