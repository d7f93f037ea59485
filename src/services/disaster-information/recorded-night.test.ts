import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { parts } from '../../city.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { receiveTelegram } from './actions/receive-telegram.ts'
import { recordedNight } from './actions/recorded-night.ts'
import type { Realm } from './model.ts'
import { composeNight } from './rules/nights/nights.ts'
import { listDrills } from './store/drills.ts'
import { listLevels } from './store/levels.ts'

const BEGIN = Temporal.Instant.from('2026-11-22T10:00:00Z')
let now = BEGIN
const clock: Clock = { now: () => now, today: () => dayOf(now) }

let city: TestWeb
let kitamura: string
const night = composeNight('storm', { startAt: BEGIN, speed: 1, status: '通常' })
/** The landslide level has jumped, the river stands at 4. */
const UNTIL = BEGIN.add({ minutes: 280 })

beforeAll(async () => {
  city = await openTestWeb(parts, { clock })
  for (const { reportAt, source, fileName } of night.filter(({ reportAt }) => Temporal.Instant.compare(reportAt, UNTIL) < 0)) {
    now = reportAt
    await city.open.database.act('disaster-information', systemActor, (tx) => receiveTelegram(tx, { source, way: 'feed', fileName }))
  }
  now = UNTIL.add({ minutes: 5 })
  kitamura = await city.signIn('kitamura.shun')
}, 60_000)
afterAll(() => city.close())

const read = <Result>(work: Parameters<typeof city.open.database.read<Result>>[2]) => city.open.database.read('disaster-information', systemActor, work)
/** What is known, without the hours, and without the tornado, which the clock alone ends. */
const known = async (realm: Realm) => (await read((tx) => listLevels(tx, realm))).filter(({ hazard }) => hazard !== 'tornado').map(({ hazard, areaCode, level, kindCode, telegramType }) => `${hazard} ${areaCode} ${level} ${kindCode} ${telegramType}`).toSorted()
const PERIOD = { from: '2026-11-22 19:00', to: '2026-11-22 23:40' }
const begin = (values: Record<string, string>) => city.send({ page: '/staff/disaster/drills', action: '/staff/disaster/drills', cookie: kitamura, values: { name: '11月の夜', night: 'recorded', speed: '60', ...PERIOD, ...values } })

describe('a night that was recorded', () => {
  test('is what came in, from its beginning to before its end', async () => {
    const period = { from: BEGIN, to: BEGIN.add({ minutes: 25 }) }
    expect(await read((tx) => recordedNight(tx, period))).toHaveLength(1)
    expect(await read((tx) => recordedNight(tx, { ...period, to: period.to.add({ seconds: 1 }) }))).toHaveLength(3)
  })

  test('is played again in a drill, ends in the state in which it ended, and touches nothing real', async () => {
    const before = { live: await known('live'), open: await city.open.owner`select id from disaster_information.suggestion where realm = 'live' order by id` }
    expect(before.live.some((line) => line.startsWith('landslide 2421000 4'))).toBe(true)
    expect((await begin({})).statusCode).toBe(303)
    const [drill] = await read((tx) => listDrills(tx, 1))
    const realm = drill?.realm ?? expect.fail('no drill')
    await city.workers.settle()
    expect((await known(realm)).length).toBeLessThan(before.live.length)
    now = now.add({ minutes: 5 })
    await city.workers.settle()
    expect(await known(realm)).toEqual(before.live)
    const statuses = await city.open.owner`select distinct status from disaster_information.telegram where realm = ${realm}`
    expect(statuses.map(({ status }) => status as string)).toEqual(['訓練'])
    expect(await known('live')).toEqual(before.live)
    expect(await city.open.owner`select id from disaster_information.suggestion where realm = 'live' order by id`).toEqual(before.open)
  }, 60_000)

  test.each([
    ['no period', { from: '', to: '' }, '31日以内'], ['no moment', { from: 'yesterday' }, '31日以内'], ['backwards', { from: '2026-11-23 19:00' }, '31日以内'],
    ['too long', { from: '2026-09-01 00:00' }, '31日以内'], ['a period in which nothing came', { from: '2026-03-01 00:00', to: '2026-03-02 00:00' }, '電文はありません'],
  ])('%s is told, with what was typed, and no drill begins', async (_, values, said) => {
    const answer = await begin(values)
    expect(answer.statusCode).toBe(422)
    expect(answer.body.replaceAll(/<r[tp]>[^<]*<\/r[tp]>|<[^>]+>/g, '')).toContain(said)
    expect(answer.body).toContain('11月の夜')
    expect(await read((tx) => listDrills(tx, 9))).toHaveLength(1)
  })
})
