import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handOversOf } from '#capabilities/notices/hand-overs.ts'
import { listPublicNotices } from '#capabilities/notices/notices.ts'
import { plainIn } from '#capabilities/notices/wording.ts'
import { readXlsx, textOf, valueAt } from '#capabilities/documents/xlsx-reader.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { parts } from '../../city.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { listDrills } from './store/drills.ts'
import { listLevels } from './store/levels.ts'
import { listAsked, listInForce } from './store/orders.ts'
import { listOpenSuggestions } from './store/suggestions.ts'

const clock: Clock & { instant: Temporal.Instant } = {
  instant: Temporal.Instant.from('2026-11-22T09:00:00Z'), now: () => clock.instant, today: () => dayOf(clock.instant),
}

let city: TestWeb
let kitamura: string
let nagase: string
let board: string
beforeAll(async () => {
  city = await openTestWeb(parts, { clock })
  kitamura = await city.signIn('kitamura.shun')
  nagase = await city.signIn('nagase.tomoko')
})
afterAll(() => city.close())

const read = <Result>(work: Parameters<typeof city.open.database.read<Result>>[2]) => city.open.database.read('disaster-information', systemActor, work)
const get = (url: string, cookie = kitamura) => city.web.inject({ url, headers: { cookie } })
/** Readings stand between the characters of a word. */
const withoutReadings = (body: string) => body.replaceAll(/<rt>[^<]*<\/rt>|<\/?(?:ruby|rp)>|<rp>[^<]*<\/rp>/g, '')
const drillOf = async () => (await read((tx) => listDrills(tx, 1)))[0] ?? expect.fail('no drill')

describe('a drill', () => {
  test('plays a night, each telegram at its time, into a realm of its own', async () => {
    const begun = await city.send({ page: '/staff/disaster/drills', action: '/staff/disaster/drills', cookie: kitamura, values: { name: '秋の訓練', night: 'storm', speed: '60' } })
    board = String(begun.headers.location)
    const { realm } = await drillOf()
    await city.workers.settle()
    expect((await read((tx) => listLevels(tx, realm))).filter(({ level }) => level !== 0)).toMatchObject([{ hazard: 'thunder', level: 2 }])
    // The fourth hour of the night: the landslide level has jumped from 2 to 4.
    clock.instant = clock.instant.add({ seconds: 235 })
    await city.workers.settle()
    expect((await read((tx) => listOpenSuggestions(tx, realm))).find(({ hazard }) => hazard === 'landslide')).toMatchObject({ act: 'issue', level: 4 })
    expect((await get(board)).body).toContain('ほんとうの情報ではありません')
  }, 60_000)

  test('changes nothing that is real, and residents see nothing of it', async () => {
    expect(await read((tx) => listLevels(tx, 'live'))).toEqual([])
    expect(await read((tx) => listOpenSuggestions(tx, 'live'))).toEqual([])
    expect((await get('/staff/disaster')).body).toContain('電文をまだ受け取っていません')
  })

  test('is issued by two people on the same pages, as a drill only', async () => {
    const { realm } = await drillOf()
    const suggestion = (await read((tx) => listOpenSuggestions(tx, realm))).find(({ hazard }) => hazard === 'landslide')
    const page = `/staff/disaster/suggestions/${suggestion?.id}`
    await city.send({ page, action: page, cookie: kitamura, values: { step: 'ask', hazard: 'landslide', level: '4', towns: '安坂山町', reason: '訓練' } })
    const [order] = await read((tx) => listAsked(tx, realm))
    clock.instant = clock.instant.add({ seconds: 20 })
    await city.send({ page: `/staff/disaster/confirm/${order?.id}`, action: `/staff/disaster/confirm/${order?.id}`, cookie: nagase, values: {} })
    expect(await read((tx) => listInForce(tx, realm))).toMatchObject([{ hazard: 'landslide', level: 4 }])
    expect(await read((tx) => listInForce(tx, 'live'))).toEqual([])
    expect((await read((tx) => listPublicNotices(tx))).filter(({ origin }) => origin === 'disaster-information')).toEqual([])
    const notices = await city.open.owner`select is_drill from notices.notice where origin = 'disaster-information'`
    expect(notices.every((notice) => notice.is_drill === true)).toBe(true)
    const letters = await city.open.owner`select from mail.letter where purpose = 'disaster-information.confirmation'`
    expect(letters).toHaveLength(0)
    const title = plainIn(order?.texts.ja.title ?? '', 'ja')
    expect(title).toContain('避難指示')
    for (const url of ['/disaster', '/']) {
      const { body, statusCode } = await city.web.inject(url)
      expect(statusCode).toBe(200)
      expect(body).not.toContain(title)
      expect(body).not.toContain('訓練')
    }
  })

  test('the board and the record tell what became of it at those who pass it on, with the reason where it was held back', async () => {
    await city.workers.settle()
    const { realm, id } = await drillOf()
    const [order] = await read((tx) => listInForce(tx, realm))
    const lines = await read((tx) => handOversOf(tx, order?.noticeId ?? ''))
    expect(lines.map(({ channel, state, receivers }) => [channel, state, receivers])).toEqual([['l-alert', 'taken', 1], ['area-mail', 'taken', 1], ['cable-tv', 'taken', 1]])
    for (const url of [board, `/staff/disaster/confirm/${order?.id}`]) {
      const { body } = await get(url)
      for (const said of ['Lアラート', 'ケーブルテレビ', '渡しました']) expect(withoutReadings(body)).toContain(said)
    }
    await city.open.owner`update notices.hand_over set state = 'given-up', answer = '503 closed at night', attempts = 3 where notice_id = ${order?.noticeId ?? ''} and channel = 'l-alert'`
    await city.open.owner`update notices.hand_over set state = 'withheld', answer = 'its level is below 4' where notice_id = ${order?.noticeId ?? ''} and channel = 'area-mail'`
    const shown = withoutReadings((await get(board)).body)
    for (const said of ['渡せませんでした', '503 closed at night', '(3回試した)', '止めています', 'レベル4より低いので']) expect(shown).toContain(said)
    const record = await readXlsx((await get(`/staff/disaster/time-line.xlsx?drill=${id}`)).rawPayload)
    const sheet = record.ok ? record.sheets[0] : undefined
    const told = Array.from({ length: 80 }, (_, row) => (sheet === undefined ? '' : textOf(valueAt(sheet, row + 1, 4)) ?? ''))
    expect(told).toContain('Lアラート: 渡せませんでした (3回試した): 503 closed at night')
    expect(told).toContain('ケーブルテレビ: 渡しました')
    expect(told.filter((text) => /^(緊急速報メール|ケーブルテレビ): /.test(text))).toHaveLength(2)
  }, 60_000)

  test('ends once, with what was counted, and its telegrams stop coming', async () => {
    const drill = await drillOf()
    await city.send({ page: `${board}/end`, action: `${board}/end`, cookie: kitamura, values: {} })
    expect(await drillOf()).toMatchObject({ endedByName: '北村 駿' })
    const { telegrams } = await drillOf()
    expect(telegrams).toBeGreaterThan(5)
    clock.instant = clock.instant.add({ minutes: 12 })
    await city.workers.settle()
    expect((await get(`${board}/result`)).body).toContain('20秒')
    expect(await read((tx) => listOpenSuggestions(tx, drill.realm))).toEqual([])
    const held = await city.open.owner`select body from kernel.fact where name = 'disaster-information.drill-held'`
    expect(held.map(({ body }) => body as unknown)).toEqual([{ drill: '秋の訓練', telegrams }])
    const kept = await city.open.owner`select count(*)::int as count from disaster_information.telegram where realm = ${drill.realm}`
    expect(kept[0]?.count).toBe(telegrams)
  }, 60_000)

  test('a speed that is none is told, and nothing begins', async () => {
    const answer = await city.send({ page: '/staff/disaster/drills', action: '/staff/disaster/drills', cookie: kitamura, values: { name: 'もう一度', night: 'storm', speed: '0' } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('もう一度')
    expect(await read((tx) => listDrills(tx, 9))).toHaveLength(1)
  })
})

describe('the time line', () => {
  test('tells every step of the night with who and when, on the page, on paper and in a workbook', async () => {
    const { id } = await drillOf()
    const page = await get(`/staff/disaster/time-line?drill=${id}`)
    for (const said of ['VPWW56', '北村 駿', '永瀬 朋子', '確認依頼', '送信済み']) expect(page.body).toContain(said)
    const pdf = await get(`/staff/disaster/time-line.pdf?drill=${id}`)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const xlsx = await get(`/staff/disaster/time-line.xlsx?drill=${id}`)
    const book = await readXlsx(xlsx.rawPayload)
    const sheet = book.ok ? book.sheets[0] : undefined
    const people = Array.from({ length: 60 }, (_, row) => (sheet === undefined ? null : textOf(valueAt(sheet, row + 1, 3))))
    expect(people).toContain('永瀬 朋子')
    const noted = await city.open.owner`select count(*)::int as count from kernel.audit where act = 'read the time line'`
    expect(noted[0]?.count).toBeGreaterThanOrEqual(3)
  }, 60_000)

  test.each(['from=yesterday', 'from=2026-11-22+20:00&to=2026-11-22+19:00', 'from=2026-01-01+00:00&to=2026-11-22+19:00'])('%s is no period, and says so', async (query) => {
    const answer = await get(`/staff/disaster/time-line?${query}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('31日以内')
  })
})

test('residents and other staff do not enter', async () => {
  const morita = await city.signIn('morita.riku')
  for (const url of ['/staff/disaster', '/staff/disaster/drills', '/staff/disaster/time-line.xlsx']) {
    expect((await get(url, morita)).statusCode).toBe(403)
  }
})
