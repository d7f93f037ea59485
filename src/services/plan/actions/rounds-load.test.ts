import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { PlanDocument } from '../model.ts'
import { loadPlanDocument } from '../store/load-document.ts'
import { saveDocument } from '../store/save-document.ts'
import { formIn, openPlanWeb, PlanVisitor } from '../testing/plan-web.ts'

/** The load to rehearse: 486 sheets, written by 60 people; here all at once instead of in 20 days. */
const SHEETS = 486
const WRITERS = 60
const PLAN = '2030-2034'
const TOKENS = '/staff/plan/deputies'

let city: Awaited<ReturnType<typeof openPlanWeb>>
beforeAll(async () => {
  city = await openPlanWeb()
  await city.web.open.database.act('plan', systemActor, (tx) => saveDocument(tx, { planKey: PLAN, document: bigPlan(), cause: 'import' }))
}, 60_000)
afterAll(() => city.web.close())

function bigPlan(): PlanDocument {
  const keys = Array.from({ length: SHEETS }, (_, index) => `p${index + 1}`)
  return {
    title: '大きな計画', issuedBy: '課', reportYear: 2030, period: { from: 2030, to: 2034 }, levels: ['施策', '事業'],
    scales: { schedule: { name: 'schedule', heading: '', steps: [] }, achievement: { name: 'achievement', heading: '', steps: [{ key: 'done', glyph: '◎', label: '達成' }] } },
    sections: [], indicators: [], branches: [{ key: '1', parentKey: null, number: '①', name: '枝' }],
    projects: keys.map((key) => ({
      key, name: `事業${key}`, purpose: '目的', outline: '概要', owners: [], years: [],
      sheet: { year: 2030, results: '', outcomes: '', periodStatus: '', achievement: null },
    })),
    listings: keys.map((projectKey, index) => ({ number: `①-${index + 1}`, branchKey: '1', projectKey, isRelisting: false, hasRelistings: false })),
  }
}

const addressOf = (key: string) => `/staff/plan/sheets/${key}`
const load = () => city.web.open.database.read('plan', systemActor, (tx) => loadPlanDocument(tx, PLAN, 2030))

test('60 people write 486 sheets at once, two of them one sheet: nothing is lost, and the second is shown the difference', async () => {
  const writers = await Promise.all(Array.from({ length: WRITERS }, async () => new PlanVisitor(city.web, await city.web.signInWith('plan-publisher'))))
  const page = (key: string) => `${addressOf(key)}?plan=${PLAN}&year=2030`
  const second = writers[1]!
  // Two writers open the same sheet before either has written.
  const opened = formIn((await second.get(page('p1'))).body, addressOf('p1'))

  const statuses = await Promise.all(writers.map(async (writer, index) => {
    const own: number[] = []
    for (let sheet = index; sheet < SHEETS; sheet += WRITERS) {
      const key = `p${sheet + 1}`
      // A small page of the same desk gives the form its number: the sheet itself was opened in the morning.
      const { csrf = '' } = formIn((await writer.get(TOKENS)).body, TOKENS)
      const form = { csrf, plan: PLAN, year: '2030', revision: '1' }
      own.push((await writer.post(addressOf(key), { ...form, 'sheet.results': `${index}番が書いた${key}` })).status)
    }
    return own
  }))
  expect(new Set(statuses.flat())).toEqual(new Set([303]))
  expect(statuses.flat()).toHaveLength(SHEETS)

  const { projects } = (await load())!
  expect(projects.filter(({ key, sheet }) => sheet.results !== `${(Number(key.slice(1)) - 1) % WRITERS}番が書いた${key}`)).toEqual([])

  const met = await second.post(addressOf('p1'), { ...opened, 'sheet.results': '二人目が書いた文' })
  expect(met.status).toBe(409)
  for (const words of ['0番が書いたp1', '二人目が書いた文']) expect(met.body).toContain(words)
  expect((await load())!.projects[0]!.sheet.results).toBe('0番が書いたp1')
  const [{ changes }] = (await city.web.open.owner`select count(*)::int as changes from plan.change where plan_key = ${PLAN} and field = 'sheet/results'`) as unknown as [{ changes: number }]
  expect(changes).toBe(SHEETS)
}, 240_000)
