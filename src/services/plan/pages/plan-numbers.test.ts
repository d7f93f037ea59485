import { describe, expect, test } from 'vitest'
import type { PlanDocument } from '../model.ts'
import { inventedPlan } from '../report/invented-plan.ts'
import { countMarks, topBranches } from './dashboard-counts.ts'
import { pageOf } from './paging.ts'
import { filterIn, isNarrowing, projectsThatFit } from './plan-filter.ts'

const document = inventedPlan(12)
const fitting = (query: Record<string, string>, own: PlanDocument = document, words = new Map<string, string>()) =>
  [...projectsThatFit(own, filterIn(query), words, topBranches(own))]

describe('counting', () => {
  test('every project counts once in each chart, however often it is listed', () => {
    const { byMark, byBranch, byDepartment, total } = countMarks(document)
    const sum = (rows: readonly { counts: readonly number[] }[]) => rows.flatMap(({ counts }) => counts).reduce((one, other) => one + other, 0)
    expect(document.listings.length).toBeGreaterThan(12)
    expect([total, byMark.reduce((all, { count }) => all + count, 0), sum(byBranch), sum(byDepartment)]).toEqual([12, 12, 12, 12])
  })

  test('the unjudged have a column only where there are such', () => {
    const judged = { ...document, projects: document.projects.map((project) => ({ ...project, sheet: { ...project.sheet, achievement: 'achieved' } })) }
    expect(countMarks(judged).steps).not.toContain(null)
    const [first, ...rest] = judged.projects
    const one = { ...judged, projects: [{ ...first!, sheet: { ...first!.sheet, achievement: null } }, ...rest] }
    expect(countMarks(one).byMark.at(-1)).toEqual({ step: null, count: 1 })
  })

  test('branches that lead in a circle end somewhere', () => {
    const [one] = document.branches
    const circle = { ...document, branches: [{ ...one!, parentKey: one!.key }, ...document.branches.slice(1)] }
    expect(topBranches(circle).size).toBe(12)
  })
})

describe('finding', () => {
  const [first] = document.projects
  test.each<[string, Record<string, string>, boolean]>([
    ['part of the name', { q: first!.name.slice(0, 3) }, true],
    ['two words in any order', { q: `${first!.name.slice(2, 4)}　${first!.name.slice(0, 2)}` }, true],
    ['a word that stands nowhere', { q: 'ありえない言葉' }, false],
    ['its department', { department: first!.owners[0]!.department }, true],
    ['another department', { department: '存在しない部' }, false],
    ['its mark', { mark: first!.sheet.achievement ?? 'unjudged' }, true],
    ['a planned mark in its year', { year: '2017', 'year-mark': first!.years[0]!.actual ?? first!.years[0]!.planned! }, true],
    ['a year outside the plan', { year: '1990' }, false],
  ])('by %s', (_, query, isFound) => {
    expect(fitting(query).includes(first!.key)).toBe(isFound)
  })

  test.each([
    ['ＩＣＴ', 'ict利活用'], ['サーバ', 'サーバーの更新'], ['さーばー', 'サーバ更新'], ['斉藤', '斎藤文庫'], ['R3', 'Ｒ３年度'],
  ])('%s finds %s: width, case, kana and related characters do not count', (words, name) => {
    const own = { ...document, projects: document.projects.map((project, index) => (index === 0 ? { ...project, name } : project)) }
    expect(fitting({ q: words }, own)).toContain(own.projects[0]!.key)
  })

  test('names in other languages are found too', () => {
    expect(fitting({ q: 'CERTIDÕES' }, document, new Map([[`projects/${first!.key}/name`, 'Certidões em lojas']]))).toEqual([first!.key])
  })

  test.each([[{}, false], [{ q: '' }, false], [{ year: 'abc' }, false], [{ mark: 'achieved' }, true]])('%j narrows: %s', (query, narrows) => {
    expect(isNarrowing(filterIn(query as Record<string, string>))).toBe(narrows)
  })
})

test.each([
  [undefined, 1, 3, [0, 1]], ['2', 2, 3, [2, 3]], ['3', 3, 3, [4]], ['99', 3, 3, [4]], ['0', 1, 3, [0, 1]], ['-1', 1, 3, [0, 1]], ['abc', 1, 3, [0, 1]],
])('page %s of five things, two a page', (wanted, page, pages, items) => {
  expect(pageOf([0, 1, 2, 3, 4], wanted, 2)).toEqual({ page, pages, items })
})

test('nothing has one empty page', () => {
  expect(pageOf([], '4', 2)).toEqual({ page: 1, pages: 1, items: [] })
})
