import { afterAll, beforeAll, expect, test } from 'vitest'
import { TEST_DAY } from '#kernel/testing/test-city.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { factNames, openPlanWeb, type PlanVisitor } from '../testing/plan-web.ts'

/** What residents see depends on whether it was said before or after a publication: here time goes on. */
let minutes = 0
const clock = { now: () => clockAt(TEST_DAY).now().add({ minutes }), today: () => clockAt(TEST_DAY).today() }
let plan: Awaited<ReturnType<typeof openPlanWeb>>
let office: PlanVisitor
let reviewer: PlanVisitor
let clerk: PlanVisitor
beforeAll(async () => {
  plan = await openPlanWeb(undefined, { clock })
  ;[office, reviewer, clerk] = await Promise.all(['mizuno.yui', 'shirai.akio', 'morita.riku'].map((login) => plan.staff(login))) as [PlanVisitor, PlanVisitor, PlanVisitor]
})
afterAll(() => plan.web.close())

const REVIEW = '/staff/plan/review/1-3-7'
const SHEET = '/staff/plan/sheets/1-3-7'
const PUBLIC = '/plan/projects/1-3-7'
const PUBLISH = '/staff/plan/publish'

test('outside reviewers comment while a review runs, the unit answers, and residents see both after publication', async () => {
  expect((await reviewer.get('/staff/plan')).status).toBe(403)
  expect((await reviewer.get(REVIEW)).body).not.toContain('name="text"')
  const round = '/staff/plan/rounds/outside-review'
  expect((await office.send(round, `${round}/open`, {})).status).toBe(303)

  expect((await reviewer.send(REVIEW, REVIEW, { text: ' ' })).status).toBe(422)
  expect((await reviewer.send(REVIEW, REVIEW, { text: '利用者の声も<b>載せて</b>ください' })).status).toBe(303)
  expect((await clerk.get(REVIEW)).body).toContain('利用者の声も&lt;b&gt;載せて')
  expect((await clerk.send(REVIEW, `${REVIEW}/answer`, { text: '来年度から載せます' })).status).toBe(303)
  const stranger = await plan.staff('ogata.makoto')
  expect((await stranger.get(REVIEW)).body).not.toContain(`action="${REVIEW}/answer"`)

  expect((await plan.visitor.get(PUBLIC)).body).not.toContain('利用者の声も')
  await office.send(PUBLISH, PUBLISH, { isUnfinished: 'yes' })
  const { body } = await plan.visitor.get(PUBLIC)
  expect(body).toContain('利用者の声も&lt;b&gt;載せて')
  expect(body).toContain('来年度から載せます')
  expect(body).not.toContain('白井')
  const names = await factNames(plan.web)
  expect(names).toContain('plan.reviewer-commented')
  expect(names).toContain('plan.comment-answered')
})

test('a direction is chosen with its reason; the latest choice is what is shown', async () => {
  minutes = 1
  expect((await clerk.send(SHEET, `${SHEET}/direction`, { direction: 'expand', reason: '' })).status).toBe(422)
  expect((await clerk.send(SHEET, `${SHEET}/direction`, { direction: 'expand', reason: '利用が伸びているため' })).status).toBe(303)
  await clerk.send(SHEET, `${SHEET}/direction`, { direction: 'continue', reason: '予算の範囲で続ける' })
  expect((await clerk.get(SHEET)).body).toContain('予算の範囲で続ける')
  // Said after the publication: residents see it with the next one.
  expect((await plan.visitor.get(PUBLIC)).body).not.toContain('予算の範囲で続ける')
  expect(await factNames(plan.web)).toContain('plan.direction-chosen')
})

test('a year later the sheet asks what became of it', async () => {
  // The demo's plan ends with the year it reports on: a choice of the year before is laid beside it.
  await plan.web.open.owner`insert into plan.direction_choice (plan_key, year, project_key, direction_key, reason, by, by_name, at)
    values ('2017-2021', 2020, '1-3-7', 'improve', '検索を直すため', 'test', '', now() - interval '20 years')`
  const asked = await clerk.get(SHEET)
  expect(asked.body).toContain('検索を直すため')
  expect((await clerk.send(SHEET, `${SHEET}/outcome`, { text: '検索は速くなった' })).status).toBe(303)
  expect((await clerk.get(SHEET)).body).toContain('検索は速くなった')
  expect(await factNames(plan.web)).toContain('plan.outcome-told')
})
