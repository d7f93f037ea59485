import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { factType } from '#kernel/facts/fact.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { z } from 'zod'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { indicators } from '../../capabilities/indicators/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { openData } from '../../capabilities/open-data/manifest.ts'
import { phrasebook } from '../../capabilities/phrasebook/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { takeInReadings } from './actions/take-in.ts'
import { landslideWarnings } from './manifest.ts'
import type { Level, MeshReading, Realm } from './model.ts'
import { cellOf } from './rules/cells.ts'
import { meshesOf, placeOf } from './rules/mesh.ts'

/** Speaks as disaster information does, where the whole service would be more than is looked at. */
const levelChanged = factType('disaster-information.level-changed', z.object({ realm: z.string(), hazard: z.string(), areaCode: z.string(), to: z.int().nullable(), kindName: z.string(), at: z.string() }))
const words = { ja: '防災', 'ja-x-yasashii': 'ぼうさい', en: 'Disaster', pt: 'Desastre' }
const disasterInformation: Manifest = { name: 'disaster-information', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], facts: { levelChanged } }

/** Inside the invented zones 24-210-05 and 24-210-05S, and a kilometre from any. */
const IN_ZONE = cellOf({ latitude: 34.8815, longitude: 136.3655 })
const OUTSIDE = cellOf({ latitude: 34.8557, longitude: 136.4517 })

let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb([staffIdentity, imports, mail, openData, notices, phrasebook, indicators, { ...disasterInformation, folder: '/nonexistent' }, landslideWarnings])
})
afterAll(() => city?.close())

async function register(cell: string, address: string): Promise<string> {
  await city.send({ page: `/landslide/home?cell=${cell}`, action: '/landslide/home', values: { cell, address }, cookie: '' })
  const [letter] = await city.open.owner<{ body: string }[]>`select body from mail.letter where recipient = ${address} order by written_at desc limit 1`
  const path = /\/landslide\/confirm\/[\w-]+/.exec(letter?.body ?? '')?.[0]
  if (path === undefined) throw new Error('no letter with a link was written')
  return path
}

async function confirmed(cell: string, address: string): Promise<string> {
  const path = await register(cell, address)
  await city.send({ page: path, action: path, values: {}, cookie: '' })
  return path.replace('confirm', 'leave')
}

const readings = (cell: string, level: Level | null, minutesAgo = 1): MeshReading[] =>
  meshesOf(placeOfCell(cell)).map((mesh) => ({ mesh, level, rain60MinutesMm: 10, soilWaterIndex: 100, baseTime: Temporal.Now.instant().subtract({ minutes: minutesAgo }) }))

function placeOfCell(cell: string) {
  return placeOf({ latitude: cell === IN_ZONE ? 34.8815 : 34.8557, longitude: cell === IN_ZONE ? 136.3655 : 136.4517 })
}

async function takeIn(realm: Realm, sheet: readonly MeshReading[]): Promise<void> {
  await city.open.database.act('landslide-warnings', systemActor, (tx) => takeInReadings(tx, realm, sheet))
  await city.workers.settle()
}

const noticesTold = () => city.open.owner<{ level: number; audience: { lists: string[] }; isDrill: boolean }[]>`
  select level, audience, is_drill as "isDrill" from notices.notice where topic = 'landslide-warnings.home' order by issued_at`

describe('a home', () => {
  test('is told of by who confirmed it only, and not by a link that is merely looked at', async () => {
    const path = await register(IN_ZONE, 'looked@example.jp')
    expect((await city.web.inject({ url: path })).statusCode).toBe(200)
    const [home] = await city.open.owner<{ confirmed: boolean }[]>`select confirmed_at is not null as confirmed from landslide_warnings.home where address = 'looked@example.jp'`
    expect(home).toEqual({ confirmed: false })
  })

  test('in a zone is on the list of its place, outside it is on none', async () => {
    await confirmed(IN_ZONE, 'slope@example.jp')
    await confirmed(OUTSIDE, 'plain@example.jp')
    const members = await city.open.owner<{ address: string; list: string }[]>`
      select address, list from notices.list_member join notices.contact on contact.id = contact_id order by address`
    expect(members).toEqual([{ address: 'slope@example.jp', list: `landslide-warnings.place.${placeOfCell(IN_ZONE)}` }])
    expect(await city.open.owner`select 1 from landslide_warnings.home where confirmed_at is not null and address <> ''`).toEqual([])
  })

  test('says in one card which zone it lies in, its level, and when', async () => {
    await takeIn('live', readings(IN_ZONE, 2))
    const { body } = await city.web.inject({ url: `/landslide/home?cell=${IN_ZONE}`, headers: { 'accept-language': 'en' } })
    for (const part of ['Inside a zone', '24-210-05', 'Steep slope collapse', 'Special warning zone', 'Level 2', 'As of']) expect(body).toContain(part)
    expect(body).not.toContain('The data is old')
  })

  test('without fresh data is never calm', async () => {
    const { body } = await city.web.inject({ url: `/landslide/home?cell=${OUTSIDE}`, headers: { 'accept-language': 'en' } })
    expect(body).toContain('The data is old')
    expect(body).not.toContain('level-0 level-large')
  })

  test.each(['/landslide/confirm/forged', `/landslide/leave/${Buffer.alloc(32, 1).toString('base64url')}`])('%s is refused', async (url) => {
    expect((await city.web.inject({ url })).statusCode).toBe(404)
  })

  test.each([['', 422], ['nobody', 422], ['a@example.jp\r\nBcc: b@example.jp', 422]])('with the address %j is asked again', async (address, status) => {
    const answer = await city.send({ page: `/landslide/home?cell=${IN_ZONE}`, action: '/landslide/home', values: { cell: IN_ZONE, address }, cookie: '' })
    expect(answer.statusCode).toBe(status)
  })
})

describe('people at a place', () => {
  test('are told once when it rises to 3 or more, and of every step above', async () => {
    const before = (await noticesTold()).length
    await takeIn('live', readings(IN_ZONE, 3, 0))
    await takeIn('live', readings(IN_ZONE, 3, 0))
    await takeIn('live', readings(IN_ZONE, 4, 0))
    const told = (await noticesTold()).slice(before)
    expect(told.map(({ level }) => level)).toEqual([3, 4])
    expect(told.every(({ audience }) => audience.lists.join() === `landslide-warnings.place.${placeOfCell(IN_ZONE)}`)).toBe(true)
  })

  test('are told by the city’s level too, and only of their own city', async () => {
    const before = (await noticesTold()).length
    const change = (areaCode: string, to: number) => city.open.database.act('disaster-information', systemActor, async (tx) => {
      tx.publish(levelChanged, 'landslide', { realm: 'live', hazard: 'landslide', areaCode, to, kindName: 'レベル５土砂災害特別警報', at: tx.now.toString() })
    })
    await change('2420100', 5)
    await city.workers.settle()
    expect((await noticesTold()).length).toBe(before)
    await change('2421000', 5)
    await city.workers.settle()
    expect((await noticesTold()).slice(before).map(({ level }) => level)).toEqual([5])
    await change('2421000', 0)
    await city.workers.settle()
  })

  test('are told once when it falls, and nothing when data stops', async () => {
    const before = (await noticesTold()).length
    await takeIn('live', readings(IN_ZONE, null, 0))
    await takeIn('live', readings(IN_ZONE, 0, 0))
    await takeIn('live', readings(IN_ZONE, 0, 0))
    const told = (await noticesTold()).slice(before)
    expect(told.map(({ level }) => level)).toEqual([0])
  })

  test('are not reached by a drill, which is marked as one', async () => {
    const before = (await noticesTold()).length
    await takeIn('drill:test', readings(IN_ZONE, 4, 0))
    expect((await noticesTold()).slice(before)).toMatchObject([{ level: 4, isDrill: true }])
    const { body } = await city.web.inject({ url: `/landslide/home?cell=${IN_ZONE}`, headers: { 'accept-language': 'en' } })
    expect(body).not.toContain('Level 4')
  })

  test('who leave are on no list, and nothing is kept of where they live', async () => {
    const leave = await confirmed(IN_ZONE, 'leaver@example.jp')
    await city.send({ page: leave, action: leave, values: {}, cookie: '' })
    expect(await city.open.owner`select 1 from notices.list_member join notices.contact on contact.id = contact_id where address = 'leaver@example.jp'`).toEqual([])
    const [home] = await city.open.owner`select latitude, place, zones from landslide_warnings.home where ended_at is not null`
    expect(home).toMatchObject({ latitude: 0, place: '' })
    expect((await city.web.inject({ url: leave })).statusCode).toBe(404)
  })

  test('late sheets change nothing that is newer', async () => {
    await takeIn('live', readings(OUTSIDE, 4, 5))
    await takeIn('live', readings(OUTSIDE, 0, 15))
    const { body } = await city.web.inject({ url: '/landslide.json' })
    const { meshes } = JSON.parse(body) as { meshes: { mesh: string; level: number }[] }
    expect(meshes.find(({ mesh }) => mesh === OUTSIDE.slice(0, 8))?.level).toBe(4)
  })
})

describe('signs that residents report', () => {
  const report = (note: string) => city.send({ page: `/landslide/signs?cell=${IN_ZONE}`, action: '/landslide/signs', values: { cell: IN_ZONE, sign: 'muddy-water', note }, cookie: '' })

  test('stand on the staff board, gathered, and are settled once', async () => {
    await report('川がにごっています')
    await report('茶色い水です')
    const cookie = await city.signInWith('disaster-officer')
    const { body } = await city.web.inject({ url: '/staff/landslide', headers: { cookie, 'accept-language': 'en' } })
    expect(body.slice(body.indexOf('<main'))).toContain('2 reports')
    expect(body).toContain('川がにごっています')
    const [first] = await city.open.owner<{ id: string }[]>`select id from landslide_warnings.sign_report order by at limit 1`
    const settle = () => city.send({ page: '/staff/landslide', action: `/staff/landslide/signs/${first?.id}`, values: { outcome: 'seen' }, cookie })
    expect((await settle()).statusCode).toBe(303)
    expect((await settle()).statusCode).toBe(303)
    const settled = await city.open.owner`select 1 from kernel.outbox where name = 'landslide-warnings.sign-settled' union all select 1 from kernel.fact where name = 'landslide-warnings.sign-settled'`
    expect(settled).toHaveLength(1)
    expect(await city.open.owner`select 1 from kernel.audit where subject = 'landslide-reports'`).not.toEqual([])
  })

  test('are stopped after five in an hour from one network', async () => {
    for (let times = 0; times < 5; times++) await report(`again ${times}`)
    const [count] = await city.open.owner<{ reports: number }[]>`select count(*)::int as reports from landslide_warnings.sign_report`
    expect(count?.reports).toBe(5)
  })

  test('nobody sees the board without the duty', async () => {
    expect((await city.web.inject({ url: '/staff/landslide', headers: { cookie: await city.signInWith('plan-editor') } })).statusCode).toBe(403)
  })
})
