import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { factType } from '#kernel/facts/fact.ts'
import { dayOf } from '#kernel/time/clock.ts'
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
import { takeCityLevel } from './jobs/jobs.ts'
import { landslideWarnings } from './manifest.ts'
import { agencyHeard, type AgencyHeard, type Level, type MeshReading, type Realm } from './model.ts'
import { cellOf } from './rules/cells.ts'
import { meshesOf, placeOf } from './rules/mesh.ts'

/** Speaks as disaster information does, where the whole service would be more than is looked at. */
const levelChanged = factType('disaster-information.level-changed', z.object({ realm: z.string(), hazard: z.string(), areaCode: z.string(), to: z.int().nullable(), kindName: z.string(), at: z.string() }))
const words = { ja: '防災', 'ja-x-yasashii': 'ぼうさい', en: 'Disaster', pt: 'Desastre' }
const disasterInformation: Manifest = {
  name: 'disaster-information', kind: 'service', title: words, summary: words, folder: '/nonexistent', routes: [], facts: { levelChanged },
  answers: [{ question: agencyHeard, answer: async () => heard }],
}

/** Inside the invented zones 24-210-05 and 24-210-05S, and a kilometre from any. */
const IN_ZONE = cellOf({ latitude: 34.8815, longitude: 136.3655 })
const OUTSIDE = cellOf({ latitude: 34.8557, longitude: 136.4517 })

let city: TestWeb
let now = Temporal.Instant.from('2026-11-22T09:00:00+09:00')
let heard: AgencyHeard = { kind: 'current', heardAt: now }
beforeAll(async () => {
  city = await openTestWeb([staffIdentity, imports, mail, openData, notices, phrasebook, indicators, disasterInformation, landslideWarnings], { clock: { now: () => now, today: () => dayOf(now) } })
  await changeCity('2421000', 0)
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
  meshesOf(placeOfCell(cell)).map((mesh) => ({ mesh, level, rain60MinutesMm: 10, soilWaterIndex: 100, baseTime: now.subtract({ minutes: minutesAgo }) }))

function placeOfCell(cell: string) {
  return placeOf({ latitude: cell === IN_ZONE ? 34.8815 : 34.8557, longitude: cell === IN_ZONE ? 136.3655 : 136.4517 })
}

/** A minute later each time: a sheet of the same minute would be the same sheet. */
async function takeIn(realm: Realm, sheet: readonly MeshReading[]): Promise<void> {
  now = now.add({ minutes: 1 })
  await city.open.database.act('landslide-warnings', systemActor, (tx) => takeInReadings(tx, realm, sheet))
  await city.workers.settle()
}

async function changeCity(areaCode: string, to: number | null): Promise<void> {
  await city.open.database.act('disaster-information', systemActor, async (tx) => {
    tx.publish(levelChanged, 'landslide', { realm: 'live', hazard: 'landslide', areaCode, to, kindName: 'レベル５土砂災害特別警報', at: tx.now.toString() })
  })
  await city.workers.settle()
}

const pageOf = async (url: string) => (await city.web.inject({ url, headers: { 'accept-language': 'en' } })).body

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
    expect(body).toContain('No danger data has arrived yet')
    expect(body).toContain('level-unknown level-large')
    expect(body).not.toContain('level-0 level-large')
    expect(body).not.toContain('Nothing is in force')
  })

  test('is calm when meshes and city are, and not an hour later', async () => {
    await takeIn('live', readings(OUTSIDE, 0))
    const url = `/landslide/home?cell=${OUTSIDE}`
    expect(await pageOf(url)).toContain('level-0 level-large')
    now = now.add({ hours: 1 })
    const body = await pageOf(url)
    expect(body).toContain('The data is old')
    expect(body).toContain('level-unknown level-large')
    expect(body).not.toContain('level-0 level-large')
    expect(body).not.toContain('Nothing is in force')
  })

  test('is asked for by three letters at most, however often and in whatever letters its address is typed', async () => {
    for (let times = 0; times < 12; times++) {
      const address = times % 2 === 0 ? 'stranger@example.jp' : 'Stranger@Example.JP'
      const answer = await city.send({ page: `/landslide/home?cell=${IN_ZONE}`, action: '/landslide/home', values: { cell: IN_ZONE, address }, cookie: '' })
      expect(answer.statusCode).toBe(303)
    }
    const lettersTo = (address: string) => city.open.owner`select 1 from mail.letter where lower(recipient) = ${address}`
    expect(await lettersTo('stranger@example.jp')).toHaveLength(3)
    now = now.add({ hours: 25 })
    await register(IN_ZONE, 'stranger@example.jp')
    expect(await lettersTo('stranger@example.jp')).toHaveLength(4)
  })

  test('that is looked at by its link leaves a line in the audit', async () => {
    const confirm = await register(IN_ZONE, 'seen@example.jp')
    const [home] = await city.open.owner<{ id: string }[]>`select id from landslide_warnings.home where address = 'seen@example.jp'`
    const views = async () => (await city.open.owner`select 1 from kernel.audit where subject = ${`landslide-home:${home?.id}`} and act = 'look at a registered home'`).length
    for (const [times, url] of [confirm, confirm.replace('confirm', 'leave')].entries()) {
      expect((await city.web.inject({ url })).statusCode).toBe(200)
      expect(await views()).toBe(times + 1)
    }
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
    await changeCity('2420100', 5)
    expect((await noticesTold()).length).toBe(before)
    await changeCity('2421000', 5)
    expect((await noticesTold()).slice(before).map(({ level }) => level)).toEqual([5])
  })

  test('are told of each step down that it is still dangerous and nobody goes back, and once when it falls below', async () => {
    await takeIn('live', readings(IN_ZONE, 5, 0))
    await changeCity('2421000', 0)
    const before = (await noticesTold()).length
    for (const [level, expected] of [[4, [4]], [4, [4]], [3, [4, 3]], [2, [4, 3, 2]], [0, [4, 3, 2]], [0, [4, 3, 2]]] as const) {
      await takeIn('live', readings(IN_ZONE, level, 0))
      expect((await noticesTold()).slice(before).map((told) => told.level)).toEqual(expected)
    }
    const told = await city.open.owner<{ texts: { en: { title: string; sentences: string[]; origin: string } } }[]>`
      select texts from notices.notice where topic = 'landslide-warnings.home' order by issued_at offset ${before}`
    expect(told.map(({ texts }) => texts.en.title)).toEqual([
      'Landslide near your home: now level 4. Still dangerous', 'Landslide near your home: now level 3. Still dangerous', 'Landslide near your home: the danger has gone down',
    ])
    for (const { texts } of told) {
      expect(texts.en.origin).toBe('phrasebook')
      expect(texts.en.sentences.join(' ')).toContain('do not go back until the city says it is over')
    }
  })

  test.each([null, 0, 1, 2])('are told nothing when data stops after level 4, though the city stands at %s', async (level) => {
    await changeCity('2421000', level)
    const before = (await noticesTold()).length
    const told = async () => (await noticesTold()).slice(before).map((one) => one.level)
    await takeIn('live', readings(IN_ZONE, 4, 0))
    expect(await told()).toEqual([4])
    await takeIn('live', readings(IN_ZONE, null, 0))
    expect(await told()).toEqual([4])
    await takeIn('live', readings(IN_ZONE, null, 0))
    expect(await told()).toEqual([4])
    await changeCity('2421000', 0)
    expect(await told()).toEqual([4])
    await takeIn('live', readings(IN_ZONE, 0, 0))
    expect(await told()).toEqual([4, 0])
    await takeIn('live', readings(IN_ZONE, 0, 0))
    expect(await told()).toEqual([4, 0])
  })

  test('are told nothing of a calm that nobody knows: the agency is silent', async () => {
    await takeIn('live', readings(IN_ZONE, 4, 0))
    const before = (await noticesTold()).length
    heard = { kind: 'silent', heardAt: now.subtract({ hours: 1 }) }
    await takeIn('live', readings(IN_ZONE, 0, 0))
    expect((await noticesTold()).length).toBe(before)
    heard = { kind: 'current', heardAt: now }
    await takeIn('live', readings(IN_ZONE, 0, 0))
    expect((await noticesTold()).slice(before).map(({ level }) => level)).toEqual([0])
  })

  test('are told anew of what is still grave when the notice has run out', async () => {
    const before = (await noticesTold()).length
    await takeIn('live', readings(IN_ZONE, 4, 0))
    now = now.add({ hours: 12 })
    await city.workers.settle()
    expect((await noticesTold()).slice(before).map(({ level }) => level)).toEqual([4, 4])
    await takeIn('live', readings(IN_ZONE, 0, 0))
    expect((await noticesTold()).slice(before).map(({ level }) => level)).toEqual([4, 4, 0])
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

describe('the city’s own level', () => {
  test('stands on the page with its age, and the agency’s silence with it', async () => {
    await changeCity('2421000', 0)
    await takeIn('live', readings(OUTSIDE, 0))
    expect(await pageOf('/landslide')).toMatch(/The whole city now \(announced 2026-11-\d\d \d\d:\d\d\)/)
    expect(await pageOf('/landslide')).toContain('level-0 level-large')
    heard = { kind: 'silent', heardAt: now.subtract({ minutes: 21 }) }
    await takeIn('live', readings(OUTSIDE, 0))
    for (const url of ['/landslide', `/landslide/home?cell=${OUTSIDE}`]) {
      const body = await pageOf(url)
      expect(body, url).toContain('The weather agency is not heard')
      expect(body, url).not.toContain('level-0 level-large')
      expect(body, url).not.toContain('Nothing is in force')
    }
    expect(JSON.parse(await pageOf('/landslide.json'))).toMatchObject({ cityLevel: null })
    heard = { kind: 'current', heardAt: now }
  })

  test('is what the latest fact of the chain said, in whatever order the jobs run, and though its telegram is the older one', async () => {
    const say = (position: number, to: number, at: string) => city.open.database.act('landslide-warnings', systemActor, (tx) =>
      takeCityLevel.run(tx, { realm: 'drill:order', hazard: 'landslide', areaCode: '2421000', to, kindName: '', at, position }, city.open.city, []))
    const level = async () => (await city.open.owner<{ level: number }[]>`select level from landslide_warnings.city_level where realm = 'drill:order'`)[0]?.level
    await say(12, 2, '2026-11-22T09:10:00+09:00')
    await say(11, 4, '2026-11-22T09:00:00+09:00')
    expect(await level()).toBe(2)
    // A telegram that was cancelled gives way to what was said before it.
    await say(13, 3, '2026-11-22T08:00:00+09:00')
    expect(await level()).toBe(3)
  })
})

test('old data is no calm for programs either', async () => {
  await takeIn('live', readings(OUTSIDE, 0))
  const levels = async () => (JSON.parse(await pageOf('/landslide.json')) as { meshes: { mesh: string; level: number | null; isStale: boolean }[] }).meshes.filter(({ mesh }) => mesh === OUTSIDE.slice(0, 8))
  expect(await levels()).toMatchObject([{ level: 0, isStale: false }])
  now = now.add({ minutes: 25 })
  expect(await levels()).toMatchObject([{ level: null, isStale: true }])
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
