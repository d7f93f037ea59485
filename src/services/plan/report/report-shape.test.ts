import { describe, expect, it } from 'vitest'
import type { PlanDocument } from '../model.ts'
import { inventedPlan } from './invented-plan.ts'
import { glyphOf, reportShapeOf } from './report-shape.ts'

const plan = inventedPlan(24)
const shape = reportShapeOf(plan)
const lines = shape.parts.flatMap((part) => part.lines)

describe('the shape of the report', () => {
  it.each([
    ['みどり市情報化計画', 'みどり市情報化計画'],
    ['みどり市情報化計画に関する実績等報告書(令和3年度)', 'みどり市情報化計画'],
    ['みどり市情報化計画に関する実績等報告書（令和３年度）', 'みどり市情報化計画'],
    ['みどり市情報化計画実績報告書', 'みどり市情報化計画'],
  ])('finds in the title %s the plan %s', (title, planName) => {
    const named = reportShapeOf({ ...plan, title })
    expect(named.planName).toBe(planName)
    expect(named.title).toBe('みどり市情報化計画に関する実績等報告書（令和3年度）')
    expect(named.listTitle).toBe('みどり市情報化計画取組実績一覧')
  })

  it('prints years by era, also across eras', () => {
    expect(shape.years.map(({ label }) => label)).toEqual(['H29', 'H30', 'R1', 'R2', 'R3'])
    expect([shape.span, shape.reportYear]).toEqual(['H29～R3', '令和3年度'])
  })

  it('lists every listing once, under its top branch and in the order of print', () => {
    expect(lines.map(({ listing }) => listing)).toEqual(plan.listings)
    for (const { branch, lines: own } of shape.parts) {
      for (const { listing } of own) expect(listing.number.startsWith(branch.number)).toBe(true)
    }
  })

  it('numbers lines as the official table does and says what is repeated where', () => {
    const main = lines.find(({ listing }) => listing.hasRelistings)
    const copy = lines.find(({ listing }) => listing.isRelisting && listing.projectKey === main?.project.key)
    expect(main).toMatchObject({ number: '① (1)-1', numberRemark: '【再掲有】', nameRemark: '' })
    expect(copy).toMatchObject({ numberRemark: '', nameRemark: '【再掲】' })
    expect(copy?.project).toBe(main?.project)
  })

  it('has a column for each level between the top branch and the project', () => {
    const deep: PlanDocument = {
      ...plan,
      levels: ['基本目標', '政策', '施策', '取組'],
      branches: [...plan.branches, { key: '1-1-1', parentKey: '1-1', number: 'ア', name: '細かい施策' }],
      listings: plan.listings.map((listing, index) => (index === 0 ? { ...listing, branchKey: '1-1-1' } : listing)),
    }
    const [first, second] = reportShapeOf(deep).parts[0]?.lines ?? []
    expect(reportShapeOf(deep)).toMatchObject({ branchLevels: ['政策', '施策'], projectLevel: '取組' })
    expect(first?.branchNames).toEqual(['書かない窓口の推進', '細かい施策'])
    expect(second?.branchNames).toEqual(['書かない窓口の推進', ''])
  })

  it.each<[string, Partial<PlanDocument>]>([
    ['a branch', { branches: [] }],
    ['a project', { projects: [] }],
    ['a way to the top', { branches: [{ key: '1-1', parentKey: '1-1', number: '(1)', name: '輪' }] }],
  ])('says when the plan lacks %s that it points at', (_, changes) => {
    expect(() => reportShapeOf({ ...plan, ...changes })).toThrow(RangeError)
  })

  it('prints marks by the glyph of their own scale', () => {
    const { schedule, achievement } = plan.scales
    expect([glyphOf(schedule, 'survey'), glyphOf(achievement, 'partly'), glyphOf(schedule, null)]).toEqual([
      '△',
      '△',
      '',
    ])
    expect(() => glyphOf(schedule, 'partly')).toThrow(RangeError)
  })
})
