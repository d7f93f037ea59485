import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findNotice, listPublicNotices } from '#capabilities/notices/notices.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { parts } from '../../city.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { onLevelsChanged } from './actions/suggest.ts'
import type { Level, LevelChange, Realm } from './model.ts'
import { listAsks } from './store/duty.ts'
import { findOrder, listAsked, listInForce } from './store/orders.ts'
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
    expect(board.body).toContain('<noscript><meta http-equiv="refresh"')
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
