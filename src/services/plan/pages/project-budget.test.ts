import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { BudgetLine } from '../rules/budget-table.ts'
import { listBudgetLines, replaceBudgetLines } from '../store/budget-lines.ts'
import { KAMEYAMA_PLAN, openPlanWeb, type PlanVisitor } from '../testing/plan-web.ts'
import { thousandYen } from './project-budget.ts'

test.each([[0, 0], [499, 0], [500, 1], [1_150_000, 1_150], [1_234_500, 1_235], [-500, -1], [-499, 0]])('%s yen are %s thousand', (yen, thousand) => {
  expect(thousandYen(yen)).toBe(thousand)
})

test('thousands are never off by more than half of one', () => {
  fc.assert(fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (yen) => {
    expect(Math.abs(thousandYen(yen) * 1_000 - yen)).toBeLessThanOrEqual(500)
  }))
})

describe('the budget of a project', () => {
  const line = (own: Partial<BudgetLine>): BudgetLine => ({
    year: 2021, projectKey: '1-3-7', account: '一般会計', category: '衛生費', subcategory: '清掃費', item: '塵芥処理費', business: '試験の事業', budgetYen: 1_200_400,
    settledYen: 1_150_000, nationalYen: 0, prefecturalYen: 200_400, bondsYen: 0, otherYen: 0, generalYen: 1_000_000, ...own,
  })
  const PAGE = '/plan/projects/1-3-7?plan=2017-2021'
  const PUBLISH = '/staff/plan/publish'
  let city: Awaited<ReturnType<typeof openPlanWeb>>
  let office: PlanVisitor
  const replace = (...lines: BudgetLine[]) => city.web.open.database.act('plan', systemActor, (tx) => replaceBudgetLines(tx, KAMEYAMA_PLAN, lines))
  const publish = () => office.send(PUBLISH, PUBLISH, { isUnfinished: 'yes' })
  const published = async () => (JSON.parse((await city.visitor.get('/plan/report/2021.json')).body) as { budget: unknown[] }).budget
  beforeAll(async () => {
    city = await openPlanWeb()
    office = await city.staff('mizuno.yui')
    await replace(line({}), line({ business: '二つめの事業', budgetYen: 800, settledYen: null, prefecturalYen: 0, generalYen: 800 }), line({ year: 2022, business: '来年度の事業' }))
  })
  afterAll(() => city.web.close())

  test('is not public before the report is', async () => {
    expect(await published()).toEqual([])
    expect((await city.visitor.get(PAGE)).body).not.toContain('試験の事業')
  })

  test('is published with the report, up to its year, in thousands on the page and to the yen in open data', async () => {
    expect((await publish()).status).toBe(303)
    const { body } = await city.visitor.get(PAGE)
    for (const part of ['試験の事業', '1,200', '1,150', '予算額（千円）', '二つめの事業', '未定']) expect(body).toContain(part)
    expect(body).not.toContain('1,200,400')
    expect(body).not.toContain('来年度の事業')
    expect(await published()).toMatchObject([
      { project: '1-3-7', year: { year: 2021 }, budgetYen: 1_200_400, settledYen: 1_150_000, fundsYen: { prefectural: 200_400, general: 1_000_000 } },
      { budgetYen: 800, settledYen: null },
    ])
  })

  test.each([['ja-x-yasashii', '使った'], ['en', 'Settled (thousand yen)'], ['pt', 'Executado (mil ienes)']])('speaks %s', async (language, words) => {
    expect((await city.visitor.get(PAGE, language)).body.replace(/<(rt|rp)>[^<]*<\/\1>|<\/?ruby>/g, '')).toContain(words)
  })

  test('a later settlement stays with the staff until the report is published again', async () => {
    await replace(line({ settledYen: 1_100_000 }))
    expect(await city.web.open.database.read('plan', systemActor, (tx) => listBudgetLines(tx, KAMEYAMA_PLAN, '1-3-7'))).toMatchObject([{ year: 2022 }, { settledYen: 1_100_000 }])
    expect(await published()).toMatchObject([{ settledYen: 1_150_000 }, { settledYen: null }])
    expect((await publish()).status).toBe(303)
    expect(await published()).toMatchObject([{ settledYen: 1_100_000 }])
    expect((await city.visitor.get(PAGE)).body).toContain('1,100')
  })

  test('a report of which neither text nor money has changed is not published anew', async () => {
    expect((await office.get(PUBLISH)).body).not.toContain(`action="${PUBLISH}"`)
  })

  test('a project without lines says nothing of money', async () => {
    expect((await city.visitor.get('/plan/projects/1-1-1?plan=2017-2021')).body).not.toContain('id="budget"')
  })
})
