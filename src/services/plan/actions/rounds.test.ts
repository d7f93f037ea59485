import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { indicators } from '#capabilities/indicators/manifest.ts'
import { mail } from '#capabilities/mail/manifest.ts'
import { remindEveryMorning, sendReminders } from '../jobs.ts'
import { plan as planPart } from '../manifest.ts'
import { loadRounds } from '../store/rounds.ts'
import { factNames, formIn, KAMEYAMA_PLAN, openPlanWeb, presentPlan, sheetOf, type PlanVisitor } from '../testing/plan-web.ts'

let plan: Awaited<ReturnType<typeof openPlanWeb>>
let office: PlanVisitor
let clerk: PlanVisitor
let sectionHead: PlanVisitor
let departmentHead: PlanVisitor
beforeAll(async () => {
  plan = await openPlanWeb([indicators, planPart, mail])
  ;[office, clerk, sectionHead, departmentHead] = await Promise.all(['mizuno.yui', 'morita.riku', 'okabe.saeko', 'komori.reiko'].map((login) => plan.staff(login))) as [PlanVisitor, PlanVisitor, PlanVisitor, PlanVisitor]
})
afterAll(() => plan.web.close())

/** A sheet of the waste group, a draft in the demo's running round. */
const SHEET = '/staff/plan/sheets/1-3-7'
const STEP = `${SHEET}/step`
const BOARD = '/staff/plan/rounds/year-end'

const stageOf = async (project = '1-3-7') => {
  const rounds = await plan.web.open.database.read('plan', systemActor, (tx) => loadRounds(tx, KAMEYAMA_PLAN, 2021))
  return rounds.sheets.get(project)?.stage
}
const step = (who: PlanVisitor, act: string, comment = '') => who.send(SHEET, STEP, { act, comment })

describe('the way of a sheet', () => {
  test('a field that the round does not open is read-only, with the reason', async () => {
    const { body } = await clerk.get(SHEET)
    expect(body).toContain('name="sheet.results"')
    expect(body).toContain('name="years.2021.actual"')
    expect(body).not.toContain('name="years.2020.actual"')
    expect(body).not.toContain('name="purpose"')
    expect(body).toContain('この回では取りまとめの課だけが書ける欄です')
    const before = await presentPlan(plan.web)
    const forged = await clerk.post(SHEET, { ...formIn(body, SHEET), purpose: '勝手に直した目的' })
    expect(forged.status).toBe(409)
    expect(forged.body).toContain('勝手に直した目的')
    expect(await presentPlan(plan.web)).toEqual(before)
  })

  test('from the draft through both heads and the office, and back with a comment', async () => {
    await clerk.send(SHEET, SHEET, { 'sheet.results': '検索の改善を行った。' })
    const opened = formIn((await clerk.get(SHEET)).body, SHEET)
    expect((await step(clerk, 'submit')).status).toBe(303)
    expect(await stageOf()).toBe('section')

    const late = await clerk.post(SHEET, { ...opened, 'sheet.results': '提出の後に書いた文' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('提出の後に書いた文')
    expect((await sheetOf(plan.web, '1-3-7')).results).toBe('検索の改善を行った。')

    const silent = await step(sectionHead, 'send-back')
    expect(silent.status).toBe(409)
    expect(await stageOf()).toBe('section')
    await step(sectionHead, 'send-back', '件数を書いてください')
    expect(await stageOf()).toBe('draft')
    expect((await clerk.get(SHEET)).body).toContain('件数を書いてください')

    await clerk.send(SHEET, SHEET, { 'sheet.results': '検索の改善を行った。利用は20件。' })
    await step(clerk, 'submit')
    await step(sectionHead, 'approve')
    expect(await stageOf()).toBe('department')
    await step(departmentHead, 'approve')
    expect(await stageOf()).toBe('office')
    await step(office, 'approve')
    expect(await stageOf()).toBe('accepted')
    const names = await factNames(plan.web)
    for (const fact of ['plan.round-opened', 'plan.sheet-submitted', 'plan.sheet-sent-back', 'plan.sheet-approved']) expect(names).toContain(fact)
  })

  test('who acts on a stage that is over is told, and nothing happens', async () => {
    const form = { ...formIn((await office.get(SHEET)).body, STEP), act: 'send-back', comment: 'もう一度' }
    await office.post(STEP, form)
    expect(await stageOf()).toBe('draft')
    expect((await office.post(STEP, form)).status).toBe(303)
    expect(await stageOf()).toBe('draft')
  })

  test('nobody of another department may move it', async () => {
    const token = formIn((await sectionHead.get(SHEET)).body, SHEET)
    expect((await sectionHead.post('/staff/plan/sheets/1-1-1/step', { ...token, stage: 'draft', act: 'submit', comment: '' })).status).toBe(403)
  })
})

describe('a deputy', () => {
  const DEPUTIES = '/staff/plan/deputies'
  const days = { from: '2026-11-20', to: '2026-11-25' }

  test('acts in the other’s place from one day to another, and the record says so', async () => {
    const stranger = await plan.staff('kitamura.shun')
    expect((await stranger.get(SHEET)).body).not.toContain(`action="${STEP}"`)
    expect((await sectionHead.send(DEPUTIES, DEPUTIES, { person: 'okabe.saeko', deputy: 'kitamura.shun', ...days })).status).toBe(303)
    await step(clerk, 'submit')
    await step(stranger, 'approve')
    expect(await stageOf()).toBe('department')
    expect((await office.get(SHEET)).body).toContain('北村 駿')
    expect((await office.get(SHEET)).body).toContain('岡部 冴子')
  })

  test.each([
    ['unknown', { person: 'okabe.saeko', deputy: 'nobody', ...days }, 422],
    ['the same person', { person: 'okabe.saeko', deputy: 'okabe.saeko', ...days }, 422],
    ['days that end before they begin', { person: 'okabe.saeko', deputy: 'kitamura.shun', from: '2026-11-25', to: '2026-11-20' }, 422],
    ['for somebody else', { person: 'komori.reiko', deputy: 'kitamura.shun', ...days }, 403],
  ])('is refused: %s', async (_, values, status) => {
    expect((await sectionHead.send(DEPUTIES, DEPUTIES, values)).status).toBe(status)
  })

  test('is taken off again', async () => {
    await sectionHead.send(DEPUTIES, `${DEPUTIES}/end`, {})
    const stranger = await plan.staff('kitamura.shun')
    expect((await stranger.get(SHEET)).body).not.toContain(`action="${STEP}"`)
  })
})

describe('the board', () => {
  test('shows who is late, by department and section', async () => {
    const { body, status } = await office.get(BOARD)
    expect(status).toBe(200)
    for (const words of ['by-section', 'late-sheets', 'class="chart']) expect(body).toContain(words)
    expect(body).toContain('産業環境部'.slice(0, 2))
  })

  test('reminds kindly, each person once a day, by button and by timetable', async () => {
    expect((await office.send(BOARD, `${BOARD}/remind`, {})).status).toBe(303)
    const { body } = await office.get(BOARD)
    expect(body).toContain('星野 凪さん')
    const count = async () => Number((await plan.web.open.owner`select count(*) as count from plan.reminder`)[0]!.count)
    const first = await count()
    expect(first).toBeGreaterThan(3)
    await plan.web.open.database.act('plan', systemActor, (tx) => remindEveryMorning.run(tx, null, plan.web.open.city, plan.web.open.directory.parts))
    expect(await count()).toBe(first)
    expect((await factNames(plan.web)).filter((name) => name === 'plan.reminders-made')).toHaveLength(1)
  })

  test('the letters leave by mail, each once', async () => {
    const send = () => plan.web.open.database.act('plan', systemActor, (tx) => sendReminders.run(tx, null, plan.web.open.city, plan.web.open.directory.parts))
    await send()
    await send()
    const [{ letters, unsent }] = (await plan.web.open.owner`select (select count(*) from mail.letter where purpose = 'plan.reminder')::int as letters,
      (select count(*) from plan.reminder where sent_at is null)::int as unsent`) as unknown as [{ letters: number; unsent: number }]
    expect(letters).toBeGreaterThan(3)
    expect(unsent).toBe(0)
    expect((await office.get(BOARD)).body).toContain('送りました')
  })

  test('a publisher changes days and open fields; impossible days come back', async () => {
    const page = `${BOARD}/settings`
    expect((await office.send(page, page, { writeBy: '2030-01-01' })).status).toBe(422)
    expect((await office.send(page, page, { name: '年度末の点検', 'open.purpose': 'writer', 'open.sheet/periodStatus': 'none' })).status).toBe(303)
    const sheet = (await (await plan.staff('hoshino.nagi')).get('/staff/plan/sheets/1-3-1')).body
    expect(sheet).toContain('name="purpose"')
    expect(sheet).not.toContain('name="sheet.periodStatus"')
    expect((await clerk.get(page)).status).toBe(403)
  })
})

describe('closing', () => {
  test('keeps a snapshot under its digest and locks; a correction needs a reason and leaves the snapshot as it is', async () => {
    expect((await office.send(BOARD, `${BOARD}/close`, {})).status).toBe(422)
    expect((await office.send(BOARD, `${BOARD}/close`, { isUnfinished: 'yes' })).status).toBe(303)
    const snapshot = async () => (await plan.web.open.owner`select sha256, document::text as document from plan.round_snapshot`)[0]!
    const kept = await snapshot()
    expect((await office.get(BOARD)).body).toContain(kept.sha256)
    expect((await clerk.get(SHEET)).body).not.toContain(`action="${SHEET}"`)

    const without = await office.send(SHEET, SHEET, { 'sheet.results': '訂正した実績' })
    expect(without.status).toBe(422)
    expect((await office.send(SHEET, SHEET, { 'sheet.results': '訂正した実績', correction: '集計の誤り' })).status).toBe(303)
    expect((await sheetOf(plan.web, '1-3-7')).results).toBe('訂正した実績')
    expect(await snapshot()).toEqual(kept)
    expect((await office.get(BOARD)).body).toContain('集計の誤り')
    expect(await factNames(plan.web)).toContain('plan.round-closed')
  })

  test('the settings of a closed round are not changed', async () => {
    expect((await office.get(`${BOARD}/settings`)).body).not.toContain('name="writeBy"')
  })

  test('another round opens every sheet again', async () => {
    const mid = '/staff/plan/rounds/mid-year'
    expect((await office.send(mid, `${mid}/open`, {})).status).toBe(303)
    expect(await stageOf()).toBe('draft')
    expect((await clerk.get(SHEET)).body).toContain(`action="${SHEET}"`)
  })
})
