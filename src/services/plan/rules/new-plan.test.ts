import { describe, expect, test } from 'vitest'
import type { PlanDocument } from '../model.ts'
import { newPlanFrom, type Fate } from './new-plan.ts'

const project = (key: string) => ({
  key, name: `事業${key}`, purpose: '目的', outline: '概要', owners: [{ department: '部', section: '課', group: '' }],
  years: [{ year: 2021, planned: 'survey', actual: 'survey', note: '済' }],
  sheet: { year: 2021, results: '実績', outcomes: '成果', periodStatus: '状況', achievement: 'achieved' },
})
const listing = (number: string, projectKey: string, isRelisting: boolean, hasRelistings: boolean) => ({ number, branchKey: '1', projectKey, isRelisting, hasRelistings })
const old: PlanDocument = {
  title: '計画', issuedBy: '課', reportYear: 2021, period: { from: 2017, to: 2021 }, levels: ['ビジョン', '事業'],
  scales: { schedule: { name: 'schedule', heading: '', steps: [] }, achievement: { name: 'achievement', heading: '', steps: [] } },
  sections: [{ key: 'results', heading: '実績', body: '文' }],
  indicators: [{ number: 1, name: '指標', isSet: true, unit: '', baseline: '', actual: '', target: '' }],
  branches: [{ key: '1', parentKey: null, number: '①', name: '枝' }],
  projects: ['a', 'b', 'c'].map(project),
  listings: [listing('①-1', 'a', false, true), listing('①-2', 'b', false, false), listing('①-3', 'c', false, false), listing('②-1', 'a', true, false)],
}
const fates = (own: Record<string, Fate>) => new Map(Object.entries(own))
const goesOn = { kind: 'continued' } as const
const wish = { title: '次の計画', from: 2022, to: 2026 }

test('what continues is copied blank, what is merged or ended is not, and every fate is told', () => {
  const made = newPlanFrom(old, { ...wish, fates: fates({ a: goesOn, b: { kind: 'merged', into: 'a' }, c: { kind: 'ended' } }) })
  if (!made.ok) throw new Error('refused')
  const { document, successions } = made
  expect(document.projects.map(({ key }) => key)).toEqual(['a'])
  expect(document.projects[0]).toMatchObject({ name: '事業a', purpose: '目的', sheet: { year: 2022, results: '', achievement: null } })
  expect(document.projects[0]!.years.map(({ year, planned, actual, note }) => [year, planned, actual, note])).toEqual([2022, 2023, 2024, 2025, 2026].map((year) => [year, null, null, '']))
  expect(document.listings.map(({ number }) => number)).toEqual(['①-1', '②-1'])
  expect(document.sections[0]).toMatchObject({ heading: '実績', body: '' })
  expect(document.indicators).toEqual([])
  expect(successions).toEqual([
    { fromProject: 'a', fate: 'continued', toProject: 'a' },
    { fromProject: 'b', fate: 'merged', toProject: 'a' },
    { fromProject: 'c', fate: 'ended', toProject: null },
  ])
})

describe('is refused', () => {
  const good = { a: goesOn, b: goesOn, c: goesOn }
  test.each<[string, Record<string, Fate>, number, number, string]>([
    ['a project that nobody chose for', { a: goesOn, b: goesOn }, 2022, 2026, 'c not-chosen'],
    ['a merger with itself', { ...good, b: { kind: 'merged', into: 'b' } }, 2022, 2026, 'b merge-with-itself'],
    ['a merger into what ends', { ...good, a: { kind: 'ended' }, b: { kind: 'merged', into: 'a' } }, 2022, 2026, 'b merge-not-continued'],
    ['a merger into nothing', { ...good, b: { kind: 'merged', into: 'zzz' } }, 2022, 2026, 'b merge-not-continued'],
    ['a plan of nothing', { a: { kind: 'ended' }, b: { kind: 'ended' }, c: { kind: 'ended' } }, 2022, 2026, 'a nothing-continues'],
    ['a period that runs backwards', good, 2026, 2022, 'to period'],
    ['a period without end', good, 2022, 2050, 'to period'],
    ['a period within the old one', good, 2021, 2026, 'from overlaps'],
  ])('%s', (_, own, from, to, problem) => {
    const made = newPlanFrom(old, { title: 'x', from, to, fates: fates(own) })
    expect(made.ok ? [] : made.problems.map((each) => `${each.field} ${each.problem}`)).toContain(problem)
  })
})
