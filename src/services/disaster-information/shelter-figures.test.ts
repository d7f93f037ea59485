import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFiguresFor } from '#capabilities/indicators/indicators.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { indicators } from '../../capabilities/indicators/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { openData } from '../../capabilities/open-data/manifest.ts'
import { phrasebook } from '../../capabilities/phrasebook/manifest.ts'
import { search } from '../../capabilities/search/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { disasterInformation } from './manifest.ts'
import { listDrills } from './store/drills.ts'
import { listOpenShelters } from './store/shelters.ts'

const PAGE = '/staff/disaster/shelters'
/** Invented places of the demo city. */
const [SCHOOL, HALL, GYM] = ['E2421000900101', 'E2421000900201', 'E2421000900801'] as const

let city: TestWeb
let cookie: string
beforeAll(async () => {
  city = await openTestWeb([staffIdentity, imports, mail, notices, openData, search, phrasebook, indicators, disasterInformation], { clock: clockAt('2026-11-22T12:00:00Z') })
  cookie = await city.signInWith('disaster-officer')
})
afterAll(() => city.close())

const read = <Result>(work: Parameters<typeof city.open.database.read<Result>>[2]) => city.open.database.read('disaster-information', systemActor, work)
const figures = async () => {
  await city.workers.settle()
  const all = await read((tx) => listFiguresFor(tx, '2-4-2', { fiscalYear: 2026 }))
  const valueOf = (key: string) => all.find(({ indicator }) => indicator.key === `disaster-information.${key}`)?.value ?? 0
  return { openings: valueOf('shelters-opened'), places: valueOf('shelter-places') }
}

async function press(shelter: string, act: 'open' | 'close', realm = 'live'): Promise<void> {
  const opening = (await read((tx) => listOpenShelters(tx, realm === 'live' ? 'live' : (realm as `drill:${string}`)))).find(({ id }) => id === shelter)?.opening
  const page = realm === 'live' ? PAGE : `${PAGE}?realm=${realm}`
  const answer = await city.send({ page, action: PAGE, cookie, values: { realm, shelter, act, seen: String(opening?.edition ?? 0), view: '' } })
  expect(answer.statusCode).toBe(303)
}

test('what is opened counts for the plan’s project, each opening and each place; what a drill opens does not', async () => {
  const before = await figures()
  await press(SCHOOL, 'open')
  await press(SCHOOL, 'close')
  await press(SCHOOL, 'open')
  await press(HALL, 'open')
  expect(await figures()).toEqual({ openings: before.openings + 3, places: before.places + 2 })
  await city.send({ page: '/staff/disaster/drills', action: '/staff/disaster/drills', cookie, values: { name: '避難所の訓練', night: '', speed: '' } })
  const drill = (await read((tx) => listDrills(tx, 1)))[0] ?? expect.fail('no drill')
  const board = await city.web.inject({ url: `/staff/disaster/drills/${drill.id}`, headers: { cookie } })
  const link = `${PAGE}?realm=${drill.realm}`
  expect(board.body).toContain(`href="${link}"`)
  expect((await city.web.inject({ url: link, headers: { cookie } })).body).toContain(drill.realm)
  await press(GYM, 'open', drill.realm)
  expect(await figures()).toEqual({ openings: before.openings + 3, places: before.places + 2 })
  expect((await read((tx) => listOpenShelters(tx, 'live'))).map(({ id }) => id).toSorted()).toEqual([SCHOOL, HALL])
})
