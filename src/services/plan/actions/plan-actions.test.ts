import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlanVisitor} from '../testing/plan-web.ts';
import { factNames, formIn, openPlanWeb, presentPlan, sheetOf } from '../testing/plan-web.ts'

let plan: Awaited<ReturnType<typeof openPlanWeb>>
let publisher: PlanVisitor
let garbageClerk: PlanVisitor
beforeAll(async () => {
  plan = await openPlanWeb()
  publisher = await plan.staff('mizuno.yui')
  garbageClerk = await plan.staff('morita.riku')
})
afterAll(() => plan.web.close())

/** Project of the clerk's own group. */
const OWN = '/staff/plan/sheets/1-3-7'
/** A project of another department. */
const FOREIGN = '/staff/plan/sheets/1-1-1'

describe('writing a sheet', () => {
  test('what was typed stands there, and in the history', async () => {
    const saved = await garbageClerk.send(OWN, OWN, { 'sheet.results': '品目を20件追加した。\n案内も直した。', 'years.2021.actual': 'complete', 'years.2021.note': '公開' })
    expect([saved.status, saved.location]).toEqual([303, `${OWN}?year=2021`])
    expect(await sheetOf(plan.web, '1-3-7')).toMatchObject({ results: '品目を20件追加した。\n案内も直した。' })
    const { years } = (await presentPlan(plan.web)).projects.find(({ key }) => key === '1-3-7')!
    expect(years.at(-1)).toMatchObject({ year: 2021, actual: 'complete', note: '公開' })
    const history = await garbageClerk.get(`${OWN}/history?year=2021`)
    expect(history.body).toContain('品目を20件追加した。')
    expect(history.body).toContain('森田 陸')
    expect(await factNames(plan.web)).toContain('plan.sheet-edited')
  })

  test('sending it unchanged writes nothing', async () => {
    const before = await presentPlan(plan.web)
    expect((await garbageClerk.send(OWN, OWN, {})).status).toBe(303)
    expect(await presentPlan(plan.web)).toEqual(before)
  })

  test.each<[string, Record<string, string>]>([
    ['a mark of the other scale', { 'years.2021.actual': 'achieved' }],
    ['a mark that is none', { 'sheet.achievement': 'best' }],
    ['a control character', { 'sheet.results': 'あ\u0000い' }],
    ['a note that is too long', { 'years.2021.note': 'あ'.repeat(1_001) }],
  ])('%s comes back with everything typed', async (_, wrong) => {
    const before = await presentPlan(plan.web)
    const answer = await garbageClerk.send(OWN, OWN, { 'sheet.outcomes': '書きかけの<b>成果</b>', ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('書きかけの&lt;b&gt;成果&lt;/b&gt;')
    expect(answer.body).toContain('role="alert"')
    expect(await presentPlan(plan.web)).toEqual(before)
  })

  test('a sheet of another unit is shown without a form, and refused when sent all the same', async () => {
    const shown = await garbageClerk.get(FOREIGN)
    expect(shown.status).toBe(200)
    expect(shown.body).not.toContain(`action="${FOREIGN}"`)
    const own = formIn((await garbageClerk.get(OWN)).body, OWN)
    expect((await garbageClerk.post(FOREIGN, own)).status).toBe(403)
  })

  test.each([
    ['the publisher, every sheet', 'mizuno.yui', FOREIGN, true],
    ['a section head, not the sheet of another department', 'okabe.saeko', FOREIGN, false],
    ['a section head, the drafts of their own section', 'okabe.saeko', OWN, true],
    ['a clerk, their own', 'hoshino.nagi', '/staff/plan/sheets/1-3-1', true],
    ['a clerk, not the neighbour\'s', 'hoshino.nagi', OWN, false],
    ['one of two joint owners', 'kuwana.daichi', '/staff/plan/sheets/2-2-1', true],
  ])('%s', async (_, login, path, may) => {
    const { body } = await (await plan.staff(login)).get(path)
    expect(body.includes(`action="${path}"`)).toBe(may)
  })

  test.each([['/staff/plan', 401], [OWN, 401], ['/staff/plan/publish', 401]])('visitors are asked to sign in at %s', async (path, status) => {
    expect((await plan.visitor.get(path)).status).toBe(status)
  })

  test('staff without a duty for the plan may not enter', async () => {
    expect((await (await plan.staff('senda.hisako')).get('/staff/plan')).status).toBe(403)
  })

  test('the cover is for those who gather: section texts and indicators', async () => {
    const cover = '/staff/plan/cover'
    expect((await publisher.send(cover, cover, { 'sections.reflection.body': '反省点', 'indicators.1.name': '利用者数', 'indicators.1.target': '500' })).status).toBe(303)
    const { sections, indicators } = await presentPlan(plan.web)
    expect(sections.find(({ key }) => key === 'reflection')!.body).toBe('反省点')
    expect(indicators[0]).toMatchObject({ name: '利用者数', isSet: true, target: '500' })
    expect((await garbageClerk.get(cover)).body).not.toContain(`action="${cover}"`)
  })
})

describe('two editors on one sheet', () => {
  const path = '/staff/plan/sheets/1-3-8'
  const texts = async () => sheetOf(plan.web, '1-3-8')

  test('the second is shown the difference and nothing is overwritten; then the choice is kept', async () => {
    const second = await plan.staff('tachibana.kohei')
    const opened = formIn((await second.get(path)).body, path)
    await publisher.send(path, path, { 'sheet.results': '先に保存した実績', 'sheet.outcomes': '先に保存した成果' })

    const mine = { ...opened, 'sheet.results': '後から書いた実績', 'sheet.periodStatus': '後から書いた状況' }
    const met = await second.post(path, mine)
    expect(met.status).toBe(409)
    for (const words of ['先に保存した実績', '後から書いた実績', '先に保存した成果', '後から書いた状況', '水野 結衣']) expect(met.body).toContain(words)
    expect(await texts()).toMatchObject({ results: '先に保存した実績', outcomes: '先に保存した成果', periodStatus: '' })

    const again = formIn(met.body, path)
    const unchosen = await second.post(path, again)
    expect(unchosen.status).toBe(409)

    expect((await second.post(path, { ...formIn(unchosen.body, path), 'choice.sheet.results': 'mine' })).status).toBe(303)
    expect(await texts()).toMatchObject({ results: '後から書いた実績', outcomes: '先に保存した成果', periodStatus: '後から書いた状況' })
  })

  test('who keeps the present text loses nothing else of their own', async () => {
    const second = await plan.staff('tachibana.kohei')
    const opened = formIn((await second.get(path)).body, path)
    await publisher.send(path, path, { 'sheet.results': 'また先に保存' })
    const met = await second.post(path, { ...opened, 'sheet.results': '私の実績', outline: '私の概要' })
    await second.post(path, { ...formIn(met.body, path), 'choice.sheet.results': 'theirs' })
    expect((await texts()).results).toBe('また先に保存')
    expect((await presentPlan(plan.web)).projects.find(({ key }) => key === '1-3-8')!.outline).toBe('私の概要')
  })

  test('a third change while the second chooses is shown again', async () => {
    const second = await plan.staff('tachibana.kohei')
    const opened = formIn((await second.get(path)).body, path)
    await publisher.send(path, path, { 'sheet.results': '一回目' })
    const met = await second.post(path, { ...opened, 'sheet.results': '私の版' })
    await publisher.send(path, path, { 'sheet.outcomes': '二回目' })
    const again = await second.post(path, { ...formIn(met.body, path), 'choice.sheet.results': 'mine' })
    expect(again.status).toBe(409)
    expect(again.body).toContain('二回目')
    expect((await texts()).results).toBe('一回目')
  })
})

describe('taking a version back', () => {
  const path = '/staff/plan/sheets/1-3-9'

  test('puts the earlier text in place as a new change', async () => {
    await publisher.send(path, path, { 'sheet.results': '初めの文' })
    await publisher.send(path, path, { 'sheet.results': '誤って消した文' })
    const history = (await publisher.get(`${path}/history?year=2021`)).body
    const ask = /href="([^"]*take-back[^"]*)"/.exec(history)![1]!.replaceAll('&amp;', '&')
    expect((await publisher.get(ask)).body).toContain('<ins>')
    expect((await publisher.send(ask, `${path}/take-back`, {})).status).toBe(303)
    expect((await sheetOf(plan.web, '1-3-9')).results).toBe('初めの文')
    expect((await publisher.get(`${path}/history?year=2021`)).body).toContain('前の内容に戻す')
    expect(await factNames(plan.web)).toContain('plan.version-taken-back')
  })

  test('is refused when somebody changed the sheet since', async () => {
    const history = (await publisher.get(`${path}/history?year=2021`)).body
    const ask = /href="([^"]*take-back[^"]*)"/.exec(history)![1]!.replaceAll('&amp;', '&')
    const form = formIn((await publisher.get(ask)).body, `${path}/take-back`)
    await publisher.send(path, path, { 'sheet.results': 'その間の変更' })
    await publisher.post(`${path}/take-back`, form)
    expect((await sheetOf(plan.web, '1-3-9')).results).toBe('その間の変更')
  })

  test('only by who may write the sheet', async () => {
    const history = (await publisher.get(`${path}/history?year=2021`)).body
    const ask = /href="([^"]*take-back[^"]*)"/.exec(history)![1]!.replaceAll('&amp;', '&')
    const token = formIn((await garbageClerk.get(OWN)).body, OWN).csrf!
    const form = { ...formIn((await publisher.get(ask)).body, `${path}/take-back`), csrf: token }
    expect((await garbageClerk.post(`${path}/take-back`, form)).status).toBe(403)
  })
})

describe('contradictions', () => {
  const page = '/staff/plan/contradictions'

  test('a reason is kept, shown to residents, and applies until the marks change', async () => {
    const before = (await publisher.get(page)).body
    expect(before).toContain('③(1)-25')
    const form = /contradiction" value="(survey-only[^"]*)"/.exec(before)![1]!
    expect((await publisher.send(page, page, { contradiction: form, reason: '機器は更新済みのため<script>' })).status).toBe(303)
    expect((await publisher.get(page)).body).not.toContain('③(1)-25')
    expect((await plan.visitor.get('/plan/projects/3-1-25')).body).toContain('機器は更新済みのため&lt;script&gt;')
    const sheet = '/staff/plan/sheets/3-1-25'
    await publisher.send(sheet, sheet, { 'sheet.achievement': 'mostly' })
    await publisher.send(sheet, sheet, { 'sheet.achievement': 'achieved' })
    expect((await publisher.get(page)).body).not.toContain('③(1)-25')
  })

  test('an empty reason comes back, opened at its place', async () => {
    const answer = await publisher.send(page, page, { reason: ' ' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<details open>')
  })

  test('not by another unit', async () => {
    const csrf = formIn((await garbageClerk.get(OWN)).body, OWN).csrf!
    const form = { ...formIn((await publisher.get(page)).body, page), csrf, reason: '関係のない課の理由' }
    expect((await garbageClerk.post(page, form)).status).toBe(403)
  })
})

describe('publishing', () => {
  const page = '/staff/plan/publish'

  test('with open points only when the publisher says so; then residents see the snapshot', async () => {
    expect((await plan.visitor.get('/plan/report/2021')).body).toContain('作成中')
    const refused = await publisher.send(page, page, {})
    expect(refused.status).toBe(422)
    const published = await publisher.send(page, page, { isUnfinished: 'yes' })
    expect([published.status, published.location]).toEqual([303, '/plan/report/2021'])
    expect((await factNames(plan.web)).filter((name) => name === 'plan.report-published')).toHaveLength(1)

    await publisher.send(OWN, OWN, { 'sheet.results': '公表後に書いた文' })
    for (const path of ['/plan', '/plan/report/2021', '/plan/projects/1-3-7', '/plan.json', '/plan/changes']) {
      const { body } = await plan.visitor.get(path)
      expect(body, path).not.toContain('公表後に書いた文')
    }
    expect((await publisher.get('/staff/plan/preview/2021')).body).toContain('公表後に書いた文')
    expect(JSON.parse((await plan.visitor.get('/plan.json')).body).publication).toMatchObject({ revision: 1 })
  })

  test('again as a second version; not when nothing has changed', async () => {
    await publisher.send(page, page, { isUnfinished: 'yes' })
    expect((await plan.visitor.get('/plan/projects/1-3-7')).body).toContain('公表後に書いた文')
    expect(JSON.parse((await plan.visitor.get('/plan.json')).body).publication).toMatchObject({ revision: 2 })
    expect((await publisher.get(page)).body).not.toContain('name="digest"')
  })

  test('not what the publisher has not seen', async () => {
    await publisher.send(OWN, OWN, { 'sheet.outcomes': '見られた文' })
    const form = formIn((await publisher.get(page)).body, page)
    await publisher.send(OWN, OWN, { 'sheet.outcomes': '見られていない文' })
    await publisher.post(page, { ...form, isUnfinished: 'yes' })
    expect(JSON.parse((await plan.visitor.get('/plan.json')).body).publication).toMatchObject({ revision: 2 })
  })

  test('by publishers only', async () => {
    expect((await garbageClerk.get(page)).status).toBe(403)
    expect((await (await plan.staff('okabe.saeko')).get(page)).status).toBe(403)
  })
})
