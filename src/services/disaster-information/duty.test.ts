import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findNotice } from '#capabilities/notices/notices.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { parts } from '../../city.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { onLevelsChanged } from './actions/suggest.ts'
import type { Level, LevelChange, Realm } from './model.ts'
import { musterAddress } from './pages/muster-link.ts'
import { listAsks } from './store/duty.ts'
import { findOrder, listAsked, listInForce } from './store/orders.ts'
import { listRules } from './store/response-table.ts'
import { listOpenSuggestions } from './store/suggestions.ts'

const START = Temporal.Instant.from('2026-11-22T11:00:00Z')
/** A clock that the test moves on by hand. */
const clock: Clock & { instant: Temporal.Instant } = { instant: START, now: () => clock.instant, today: () => dayOf(clock.instant) }

let city: TestWeb
let kitamura: string
let nagase: string
beforeAll(async () => {
  city = await openTestWeb(parts, { clock })
  kitamura = await city.signIn('kitamura.shun')
  nagase = await city.signIn('nagase.tomoko')
})
afterAll(() => city.close())

const read = <Result>(work: Parameters<typeof city.open.database.read<Result>>[2]) => city.open.database.read('disaster-information', systemActor, work)

function change(hazard: LevelChange['hazard'], from: Level | null, to: Level | null, more: Partial<LevelChange> = {}): LevelChange {
  return {
    id: randomUUID(), realm: 'live', hazard, areaCode: '2421000', areaName: '亀山市', from, to, kindName: 'レベル４土砂災害危険警報', kindCode: '49',
    telegramType: 'VPWW56', telegramId: randomUUID(), at: clock.now(), recordedAt: clock.now(), reason: 'raised', ...more,
  }
}

function changed(...changes: LevelChange[]): Promise<void> {
  return city.open.database.act('disaster-information', systemActor, (tx) => onLevelsChanged(tx, changes))
}

const open = (realm: Realm = 'live') => read((tx) => listOpenSuggestions(tx, realm))

/** Asks for what a suggestion proposes, as it stands in the form. */
async function askFor(suggestion: string, cookie: string, level = '4', town = '安坂山町') {
  const page = `/staff/disaster/suggestions/${suggestion}`
  return city.send({ page, action: page, cookie, values: { step: 'ask', hazard: 'landslide', level, towns: town, reason: '土砂災害の危険' } })
}

const confirm = (id: string, cookie: string) => city.send({ page: `/staff/disaster/confirm/${id}`, action: `/staff/disaster/confirm/${id}`, cookie, values: {} })

/** Time goes by, and whatever was due meanwhile is done. */
async function pass(minutes: number): Promise<void> {
  clock.instant = clock.instant.add({ minutes, seconds: 1 })
  await city.workers.settle()
}

/** An act of a hazard that waits for its second person. */
async function askedOrder(hazard: LevelChange['hazard']) {
  await changed(change(hazard, 0, 4, { kindCode: '43', telegramType: 'VPWW55', kindName: 'レベル４大雨危険警報' }))
  const suggestion = (await open()).find((one) => one.hazard === hazard)
  await askFor(suggestion?.id ?? '', kitamura, '4', '井田川町')
  return (await read((tx) => listAsked(tx, 'live'))).filter((order) => order.hazard === hazard)
}

describe('a night', () => {
  test('from level 2 to 4 in one telegram suggests level 4, once', async () => {
    await changed(change('landslide', 0, 2, { kindCode: '29' }))
    expect(await open()).toMatchObject([{ act: 'call-out', callOut: '準備体制' }])
    await changed(change('landslide', 2, 4))
    await changed(change('landslide', 4, 4))
    const waiting = await open()
    expect(waiting).toMatchObject([{ act: 'issue', level: 4, hazard: 'landslide', kindCode: '49' }])
    expect(waiting[0]?.towns).toContain('安坂山町')
    const board = await city.web.inject({ url: '/staff/disaster', headers: { cookie: kitamura } })
    expect(board.statusCode).toBe(200)
    expect(board.body).toContain('避難指示')
    expect(board.body).not.toContain('http-equiv="refresh"')
    expect(board.body).toContain('<noscript><p><a href="?refresh=on">')
    const asked = await city.web.inject({ url: '/staff/disaster?refresh=on', headers: { cookie: kitamura } })
    expect(asked.body).toContain('<noscript><meta http-equiv="refresh"')
  })

  test('the muster is one press away, with the class of the table, the reason and whether it is a drill filled in', async () => {
    const board = await city.web.inject({ url: '/staff/disaster', headers: { cookie: kitamura } })
    const href = /href="(\/staff\/muster\?[^"]+)"/.exec(board.body)?.[1]?.replaceAll('&amp;', '&') ?? expect.fail('no link')
    expect([...new URL(href, 'http://city').searchParams]).toEqual([['class', 'third'], ['reason', '災害対策本部: 亀山市 土砂災害 (レベル４土砂災害危険警報)']])
    const desk = await city.web.inject({ url: href, headers: { cookie: kitamura } })
    expect(desk.statusCode).toBe(200)
    expect(desk.body).toMatch(/value="third"[^>]* checked/)
    expect(desk.body).toContain('value="災害対策本部: 亀山市 土砂災害 (レベル４土砂災害危険警報)"')
    expect(desk.body).not.toMatch(/<input[^>]* checked[^>]*name="isDrill"/)
    const drill = await city.web.inject({ url: `${href}&drill=1`, headers: { cookie: kitamura } })
    expect(drill.body).toMatch(/<input[^>]* checked[^>]*name="isDrill"/)
    const realm = { realm: 'drill:x', hazard: 'flood', areaName: '鈴鹿川', kindName: '', callOut: '警戒体制', musterClass: '' } as const
    expect([...new URL(musterAddress(realm), 'http://city').searchParams]).toEqual([['reason', '警戒体制: 鈴鹿川 河川の氾濫'], ['drill', '1']])
  })

  test('three acts by two people issue it; nobody confirms alone what they asked for', async () => {
    const [suggestion] = await open()
    const draft = await city.web.inject({ url: `/staff/disaster/suggestions/${suggestion?.id}`, headers: { cookie: kitamura } })
    expect(draft.statusCode).toBe(200)
    expect(draft.body).toContain('lang="pt-BR"')
    const asked = await askFor(suggestion?.id ?? '', kitamura)
    expect(asked.statusCode).toBe(303)
    const [order] = await read((tx) => listAsked(tx, 'live'))
    expect(order).toMatchObject({ kind: 'issue', level: 4, towns: ['安坂山町'], askedByName: '北村 駿' })
    const alone = await city.send({ page: '/staff/disaster/orders/new', action: `/staff/disaster/confirm/${order?.id}`, cookie: kitamura, values: {} })
    expect(alone.statusCode).toBe(200)
    expect((await read((tx) => findOrder(tx, order?.id ?? '')))?.state).toBe('asked')
    const confirmed = await confirm(order?.id ?? '', nagase)
    expect(confirmed.statusCode).toBe(303)
    const issued = await read((tx) => findOrder(tx, order?.id ?? ''))
    expect(issued).toMatchObject({ state: 'issued', settledByName: '永瀬 朋子' })
    const notice = await read((tx) => findNotice(tx, issued?.noticeId ?? ''))
    expect(notice).toMatchObject({ level: 4, kind: 'issue', isDrill: false, topic: 'disaster-information.evacuation', issuedBy: issued?.askedBy, confirmedBy: issued?.settledBy })
    expect(notice?.cap).toMatchObject({ event: issued?.eventId, responseType: 'Evacuate', codes: [{ name: 'jma:VPWW56', value: '49' }] })
    expect(notice?.texts.pt?.title).not.toBe('')
    expect(await open()).toEqual([])
  })
})

describe('confirming', () => {
  test('the one who asked is told, and the database would refuse them too', async () => {
    const [order] = await askedOrder('heavy-rain')
    const page = await city.web.inject({ url: `/staff/disaster/confirm/${order?.id}`, headers: { cookie: kitamura } })
    expect(page.body).toContain('求めた本人は確認できません')
    expect(page.body).not.toContain('確認して送る')
    const forced = city.open.owner`update disaster_information.evacuation_order set state = 'issued', settled_at = now(), settled_by = asked_by where id = ${order?.id ?? ''}`
    await expect(forced).rejects.toThrow(/check/)
  })

  test('when nobody answers in time the next on the roster is asked, and the lateness is a fact', async () => {
    const [order] = await read((tx) => listAsked(tx, 'live'))
    const id = order?.id ?? ''
    expect(await read((tx) => listAsks(tx, [id]))).toMatchObject([{ step: 1, login: 'nagase.tomoko' }])
    await city.workers.settle()
    expect(await read((tx) => listAsks(tx, [id]))).toHaveLength(1)
    await pass(5)
    expect(await read((tx) => listAsks(tx, [id]))).toMatchObject([{ step: 1 }, { step: 2, login: 'ogata.makoto' }])
    await pass(5)
    // Nobody further is on the roster: said once, plainly, and not again.
    expect(await read((tx) => listAsks(tx, [id]))).toMatchObject([{ step: 1 }, { step: 2 }, { step: 3, login: '' }])
    await pass(30)
    const facts = await city.open.owner`select body from kernel.fact where name = 'disaster-information.confirmation-escalated' and subject = ${id} order by position`
    expect(facts.map(({ body }) => body as unknown)).toEqual([{ realm: 'live', step: 2 }, { realm: 'live', step: 3 }])
    const letters = await city.open.owner`select purpose from mail.letter where purpose = 'disaster-information.confirmation'`
    expect(letters.length).toBeGreaterThanOrEqual(2)
  }, 120_000)

  test('of two who confirm at once one does, and the other sees who it was', async () => {
    const [order] = await read((tx) => listAsked(tx, 'live'))
    const ogata = await city.signIn('ogata.makoto')
    const answers = await Promise.all([confirm(order?.id ?? '', nagase), confirm(order?.id ?? '', ogata)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 303])
    expect(answers.find(({ statusCode }) => statusCode === 200)?.body).toContain('もう送られています')
    const issued = await city.open.owner`select id from notices.notice where cap ->> 'event' = ${order?.eventId ?? ''}`
    expect(issued).toHaveLength(1)
  })

  test('of two officers who ask at once one asks, and the other is led to theirs', async () => {
    await changed(change('flood', 0, 4, { areaCode: '240001', areaName: '鈴鹿川', kindCode: '40', telegramType: 'VXKO' }))
    const flood = (await open()).find(({ hazard }) => hazard === 'flood')
    const ogata = await city.signIn('ogata.makoto')
    const answers = await Promise.all([askFor(flood?.id ?? '', kitamura, '4', '野村町'), askFor(flood?.id ?? '', ogata, '4', '野村町')])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const waiting = (await read((tx) => listAsked(tx, 'live'))).filter(({ hazard }) => hazard === 'flood')
    expect(waiting).toHaveLength(1)
    expect(new Set(answers.map(({ headers }) => headers.location))).toEqual(new Set([`/staff/disaster/confirm/${waiting[0]?.id}`]))
  })

  test('a second person may say no, with a reason', async () => {
    const order = (await read((tx) => listAsked(tx, 'live'))).find(({ hazard }) => hazard === 'flood')
    const page = `/staff/disaster/confirm/${order?.id}`
    const decider = order?.askedByName === '北村 駿' ? nagase : kitamura
    expect((await city.send({ page, action: `${page}/refuse`, cookie: decider, values: { why: '' } })).statusCode).toBe(422)
    await city.send({ page, action: `${page}/refuse`, cookie: decider, values: { why: '水位が下がり始めた' } })
    expect(await read((tx) => findOrder(tx, order?.id ?? ''))).toMatchObject({ state: 'refused', settledWhy: '水位が下がり始めた', noticeId: null })
  })
})

describe('changing what is in force', () => {
  const changePage = async (hazard: string, kind: string) => {
    const order = (await read((tx) => listInForce(tx, 'live'))).find((one) => one.hazard === hazard)
    return { order, page: `/staff/disaster/orders/${order?.id}/${kind}` }
  }
  const values = { step: 'ask', hazard: 'landslide', level: '4', reason: '追加' }

  test('adding keeps the towns of before', async () => {
    const { order, page } = await changePage('landslide', 'update')
    const dropped = await city.send({ page, action: page, cookie: kitamura, values: { ...values, towns: '両尾町' } })
    expect(dropped.statusCode).toBe(422)
    expect(dropped.body).toContain('外すことはできません')
    const added = await city.send({ page, action: page, cookie: kitamura, values: { ...values, districts: 'kawasaki' } })
    expect(added.statusCode).toBe(303)
    const [asked] = await read((tx) => listAsked(tx, 'live'))
    await confirm(asked?.id ?? '', nagase)
    const now = (await read((tx) => listInForce(tx, 'live'))).filter(({ hazard }) => hazard === 'landslide')
    expect(now).toMatchObject([{ kind: 'update', eventId: order?.eventId, refersTo: order?.id }])
    expect(now[0]?.towns).toEqual(expect.arrayContaining(['安坂山町', '両尾町']))
    const notice = await read((tx) => findNotice(tx, now[0]?.noticeId ?? ''))
    expect(notice).toMatchObject({ kind: 'update', refersTo: order?.noticeId, cap: { event: order?.eventId } })
  })

  test('when the level falls lifting is suggested, and goes the same way in as many acts', async () => {
    await changed(change('landslide', 4, 2, { kindCode: '29', reason: 'lowered' }))
    const suggestion = (await open()).find(({ hazard }) => hazard === 'landslide')
    expect(suggestion).toMatchObject({ act: 'lower', level: null })
    const page = `/staff/disaster/suggestions/${suggestion?.id}`
    expect((await city.web.inject({ url: page, headers: { cookie: nagase } })).body).toContain('解除')
    await city.send({ page, action: page, cookie: nagase, values: { ...values, reason: '雨がやんだ' } })
    const [asked] = await read((tx) => listAsked(tx, 'live'))
    expect(asked).toMatchObject({ kind: 'cancel', level: 4 })
    await confirm(asked?.id ?? '', kitamura)
    expect((await read((tx) => listInForce(tx, 'live'))).filter(({ hazard }) => hazard === 'landslide')).toEqual([])
    const lifted = await read((tx) => findOrder(tx, asked?.id ?? ''))
    expect(await read((tx) => findNotice(tx, lifted?.noticeId ?? ''))).toMatchObject({ kind: 'cancel', level: 0, cap: { responseType: 'AllClear' } })
  })

  test('two officers who lift the same order at once: one does', async () => {
    const { page } = await changePage('heavy-rain', 'cancel')
    const answers = await Promise.all([kitamura, nagase].map((cookie) => city.send({ page, action: page, cookie, values: { ...values, hazard: 'heavy-rain' } })))
    expect(answers.every(({ statusCode }) => statusCode === 303)).toBe(true)
    const [asked, ...more] = await read((tx) => listAsked(tx, 'live'))
    expect(more).toEqual([])
    await confirm(asked?.id ?? '', asked?.askedByName === '北村 駿' ? nagase : kitamura)
    const late = await city.web.inject({ url: page, headers: { cookie: kitamura } })
    expect(late.statusCode).toBe(200)
    expect(late.body).toContain('ほかの人がこの発令を変えました')
  })
})

describe('a text that the phrasebook does not have', () => {
  test('is written in Japanese, and the other languages say so', async () => {
    const page = '/staff/disaster/orders/new'
    const empty = await city.send({ page, action: page, cookie: kitamura, values: { step: 'ask', hazard: 'tornado', level: '4', towns: '関町木崎', reason: '竜巻', title: '見出しだけ' } })
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('見出しだけ')
    await city.send({ page, action: page, cookie: kitamura, values: { step: 'ask', hazard: 'tornado', level: '4', towns: '関町木崎', reason: '竜巻', title: '竜巻が近づいています', body: 'すぐに頑丈な建物に入ってください。\n窓から離れてください。' } })
    const [order] = await read((tx) => listAsked(tx, 'live'))
    expect(order?.texts).toMatchObject({ ja: { origin: 'human', sentences: ['すぐに頑丈な建物に入ってください。', '窓から離れてください。'] }, en: null, pt: null })
    const page2 = await city.web.inject({ url: `/staff/disaster/confirm/${order?.id}`, headers: { cookie: nagase } })
    expect(page2.body).toContain('まだ訳していません')
    await city.send({ page: `/staff/disaster/confirm/${order?.id}`, action: `/staff/disaster/confirm/${order?.id}/withdraw`, cookie: kitamura, values: {} })
    expect((await read((tx) => findOrder(tx, order?.id ?? '')))?.state).toBe('withdrawn')
  })

  test('a reason that is missing gives the form back with everything typed', async () => {
    const page = '/staff/disaster/orders/new'
    const answer = await city.send({ page, action: page, cookie: kitamura, values: { step: 'ask', hazard: 'flood', level: '5', towns: '関町木崎', title: 'とじた道', body: '' } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('とじた道')
  })
})

describe('a level that nobody understands', () => {
  test('changes no suggestion', async () => {
    const before = await open()
    await changed(change('landslide', 2, null, { kindCode: '99', kindName: '知らない種別' }))
    expect(await open()).toEqual(before)
  })
})

describe('emergency routes', () => {
  const toldOf = async () => city.open.owner`select way, level, kind, asked_by_name from disaster_information.evacuation_order where way = 'prepared-rule'`

  test('are off by default: an earthquake waits for two people', async () => {
    await changed(change('earthquake', 0, 4, { areaCode: '2421000', kindCode: '6-', kindName: '震度６弱', telegramType: 'VXSE53' }))
    await city.workers.settle()
    expect(await toldOf()).toEqual([])
    const waits = (await open()).find(({ hazard }) => hazard === 'earthquake')
    expect(waits).toMatchObject({ act: 'tell', level: 4 })
    await city.send({ page: '/staff/disaster', action: `/staff/disaster/suggestions/${waits?.id}/dismiss`, cookie: kitamura, values: {} })
  }, 60_000)

  test('switched on, approved texts leave at once, and the table tells since when and by whom', async () => {
    const rules = await read((tx) => listRules(tx))
    const rule = rules.find(({ hazard, kinds }) => hazard === 'earthquake' && kinds.includes('6-'))
    await city.send({ page: '/staff/disaster/rules', action: `/staff/disaster/rules/${rule?.id}`, cookie: kitamura, values: { to: 'on' } })
    const since = (await read((tx) => listRules(tx))).filter(({ hazard, kinds }) => hazard === 'earthquake' && kinds.includes('6-'))
    expect(since).toMatchObject([{ isPrepared: false, validTo: clock.today().subtract({ days: 1 }) }, { isPrepared: true, validFrom: clock.today(), validTo: null }])
    expect(since[1]?.source).toContain('北村 駿')
    await changed(change('earthquake', 0, 5, { areaCode: '2421000', kindCode: '7', kindName: '震度７', telegramType: 'VXSE53' }))
    await city.workers.settle()
    expect(await toldOf()).toMatchObject([{ kind: 'tell', level: 4, asked_by_name: '' }])
    expect((await open()).filter(({ hazard }) => hazard === 'earthquake')).toEqual([])
  }, 60_000)
})
