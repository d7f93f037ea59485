import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { loadPlanDocument } from '../store/load-document.ts'
import { factNames, formIn, openPlanWeb, presentPlan, type PlanVisitor } from '../testing/plan-web.ts'

let plan: Awaited<ReturnType<typeof openPlanWeb>>
let office: PlanVisitor
beforeAll(async () => {
  plan = await openPlanWeb()
  office = await plan.staff('mizuno.yui')
})
afterAll(() => plan.web.close())

const PAGE = '/staff/plan/new-plan'
const NEW = '2022-2026'

async function fates(own: Record<string, string> = {}): Promise<Record<string, string>> {
  const { projects } = await presentPlan(plan.web)
  return Object.fromEntries(projects.map(({ key }) => [`fate.${key}`, own[key] ?? 'continued']))
}
const loadNew = () => plan.web.open.database.read('plan', systemActor, (tx) => loadPlanDocument(tx, NEW, 2022))

test('nothing is chosen beforehand, and what nobody chose comes back', async () => {
  expect(formIn((await office.get(PAGE)).body, PAGE)['fate.1-1-1']).toBe('')
  const refused = await office.send(PAGE, PAGE, { ...(await fates({ '1-2-1': '' })), title: '行政DX推進計画' })
  expect(refused.status).toBe(422)
  expect(await loadNew()).toBeUndefined()
})

test('the next plan begins with what was chosen; residents do not see it, and it can be taken away again', async () => {
  const before = await presentPlan(plan.web)
  const chosen = { ...(await fates({ '1-2-1': 'ended', '1-3-2': 'merged:1-3-1' })), title: '行政DX推進計画' }
  const made = await office.send(PAGE, PAGE, chosen)
  expect([made.status, made.location]).toEqual([303, `/staff/plan?plan=${NEW}`])
  const document = (await loadNew())!
  expect(document.projects).toHaveLength(before.projects.length - 2)
  expect(document.projects.every(({ sheet }) => sheet.results === '')).toBe(true)
  expect(await presentPlan(plan.web)).toEqual(before)
  expect((await plan.visitor.get('/plan')).body).not.toContain('行政DX推進計画')
  expect((await plan.visitor.get(`/plan?plan=${NEW}`)).body).not.toContain('行政DX推進計画')

  const desk = `/staff/plan?plan=${NEW}`
  expect((await office.send(desk, `${PAGE}/undo`, {})).status).toBe(303)
  expect(await loadNew()).toBeUndefined()
  expect(await presentPlan(plan.web)).toEqual(before)
  const names = await factNames(plan.web)
  expect(names).toContain('plan.plan-made')
  expect(names).toContain('plan.plan-undone')
})

test('once published it stays, and the projects’ pages lead to each other', async () => {
  await office.send(PAGE, PAGE, { ...(await fates({ '1-2-1': 'ended', '1-3-2': 'merged:1-3-1' })), title: '行政DX推進計画' })
  const publish = `/staff/plan/publish?plan=${NEW}&year=2022`
  expect((await office.send(publish, '/staff/plan/publish', { isUnfinished: 'yes' })).status).toBe(303)
  const old = (key: string) => plan.visitor.get(`/plan/projects/${key}?plan=2017-2021`)
  expect((await old('1-3-2')).body).toContain(`/plan/projects/1-3-1?plan=${NEW}`)
  expect((await old('1-2-1')).body).toContain('終わりました')
  expect((await plan.visitor.get(`/plan/projects/1-3-1?plan=${NEW}`)).body).toContain('/plan/projects/1-3-2?plan=2017-2021')
  expect((await office.get(`/staff/plan?plan=${NEW}`)).body).not.toContain(`action="${PAGE}/undo"`)
})
