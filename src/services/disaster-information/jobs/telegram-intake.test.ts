import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { imports } from '../../../capabilities/imports/manifest.ts'
import { mail } from '../../../capabilities/mail/manifest.ts'
import { notices } from '../../../capabilities/notices/manifest.ts'
import { openData } from '../../../capabilities/open-data/manifest.ts'
import { phrasebook } from '../../../capabilities/phrasebook/manifest.ts'
import { search } from '../../../capabilities/search/manifest.ts'
import { staffIdentity } from '../../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { disasterInformation } from '../manifest.ts'
import { composeWarnings } from '../rules/nights/compose-weather.ts'
import { keepSigned, waitingDeliveries } from '../store/deliveries.ts'
import { listLevels } from '../store/levels.ts'
import { listRefused } from '../store/refused-telegrams.ts'
import { listTelegrams } from '../store/telegram-lists.ts'
import { Intake } from './telegram-intake.ts'

let now = Temporal.Instant.from('2026-07-14T13:00:00Z')
const clock: Clock = { now: () => now, today: () => dayOf(now) }
const surroundings = { log: silentLog, seal: new Seal(Buffer.alloc(32, 7), 'kameyama', 'disaster-information') }
const parts = [staffIdentity, imports, mail, notices, openData, search, phrasebook, disasterInformation]
let city: TestWeb
let intake: Intake
beforeAll(async () => {
  city = await openTestWeb(parts, { clock })
  intake = new Intake(city.open, surroundings)
})
afterAll(() => city.close())

const act = <Result>(work: (tx: Tx) => Promise<Result>) => city.open.database.act('disaster-information', systemActor, work)
let signatures = 0
const deliver = (body: Buffer) => act((tx) => keepSigned(tx, `signature ${++signatures}`, { way: 'push', body }))
const telegram = (code: string, seconds: number) => composeWarnings('VPWW56', [{ code, status: '発表' }], { reportAt: now.subtract({ minutes: 10 }).add({ seconds }) }).source
const taken = async () => (await act((tx) => listTelegrams(tx, { type: '', effect: '', realm: '', way: '', day: '' }, 500, 0)))
const waiting = async () => (await act(waitingDeliveries)).count

test('a signature keeps its delivery once', async () => {
  const body = telegram('29', 0)
  const keep = () => act((tx) => keepSigned(tx, 'the same', { way: 'push', body }))
  expect(await keep()).toEqual(expect.any(Number))
  expect(await keep()).toBeUndefined()
  expect(await waiting()).toBe(1)
})

test('what was delivered is taken in in its order, the time of its coming included, and waits no longer', async () => {
  const cameAt = now
  for (const [index, code] of ['49', '09', '29', '49'].entries()) await deliver(telegram(code, index + 1))
  await deliver(Buffer.from('no telegram'))
  now = now.add({ minutes: 5 })
  expect(await intake.settle()).toBe(6)
  expect(await waiting()).toBe(0)
  expect((await taken()).map(({ receivedAt }) => receivedAt)).toEqual(Array.from({ length: 5 }, () => cameAt))
  const steps = await city.open.owner`select from_level, to_level from disaster_information.level_change where hazard = 'landslide' order by at`
  expect(steps.map(({ from_level: from, to_level: to }) => [from, to])).toEqual([[0, 2], [2, 4], [4, 3], [3, 2], [2, 4]])
  expect(await act((tx) => listRefused(tx, 10, 0))).toMatchObject([{ reason: 'not-well-formed', way: 'push' }])
})

test('the same telegram fifty times is one; two processes take each once', async () => {
  const before = (await taken()).length
  for (let copy = 0; copy < 50; copy++) await deliver(telegram('09', 60))
  const others = [new Intake(city.open, surroundings), new Intake(city.open, surroundings)]
  const did = await Promise.all(others.map((each) => each.settle()))
  expect(did.reduce((sum, each) => sum + each)).toBe(50)
  expect((await taken()).length).toBe(before + 1)
  const [arrivals] = await city.open.owner`select count(*)::int as count from disaster_information.arrival group by telegram_id order by 1 desc limit 1`
  expect(arrivals?.count).toBe(50)
})

test('one that the database does not take keeps nobody out, stays, and is tried again', async () => {
  const before = (await taken()).length
  await deliver(telegram('29', 70))
  // A time that is a time, and lies beyond what PostgreSQL keeps.
  await deliver(Buffer.from(telegram('49', 71).toString().replace(/<ReportDateTime>[^<]*/, '<ReportDateTime>-200000-01-01T00:00:00+09:00')))
  await deliver(telegram('09', 72))
  await intake.settle()
  expect((await taken()).length).toBe(before + 2)
  expect(await act(waitingDeliveries)).toMatchObject({ count: 1, problem: expect.stringContaining('Error') })
  const [row] = await city.open.owner`select tries, next_at from disaster_information.delivery`
  expect(row?.tries).toBe(1)
  now = now.add({ seconds: 2 })
  await intake.settle()
  expect((await city.open.owner`select tries from disaster_information.delivery`)[0]?.tries).toBe(2)
})

test('where the intake stands still the board says so, and nothing known counts as newer than what waits', async () => {
  const cookie = `${await city.signInWith('disaster-officer')}; language=en`
  const board = async () => (await city.web.inject({ url: '/staff/disaster', headers: { cookie } })).body
  await city.open.owner`delete from disaster_information.delivery`
  await deliver(telegram('39', 80))
  expect(await board()).not.toContain('not been taken in')
  now = now.add({ seconds: 31 })
  for (const url of ['/staff/disaster', '/staff/disaster/telegrams', '/staff/disaster/telegrams/ways']) {
    expect((await city.web.inject({ url, headers: { cookie } })).body).toContain('1 telegrams that came have not been taken in')
  }
  await intake.settle()
  expect(await board()).not.toContain('not been taken in')
  expect((await act((tx) => listLevels(tx, 'live'))).find(({ hazard }) => hazard === 'landslide')).toMatchObject({ level: 5 })
})

test('a delivery wakes who waits for it', async () => {
  await intake.start()
  const before = (await taken()).length
  await deliver(telegram('29', 90))
  await vi.waitFor(async () => expect((await taken()).length).toBe(before + 1), { timeout: 10_000 })
  await intake.end()
})
