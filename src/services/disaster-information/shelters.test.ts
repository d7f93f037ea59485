import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { openData } from '../../capabilities/open-data/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { disasterInformation } from './manifest.ts'
import type { Realm } from './model.ts'
import { listOpenShelters, listShelters, listShelterSteps } from './store/shelters.ts'

const PAGE = '/staff/disaster/shelters'
let web: TestWeb
let cookie: string

beforeAll(async () => {
  web = await openTestWeb([staffIdentity, imports, mail, notices, openData, disasterInformation])
  cookie = `${await web.signInWith('disaster-officer')}; language=en`
})
afterAll(() => web.close())

const openIn = (realm: Realm) => web.open.database.read('disaster-information', systemActor, (tx) => listOpenShelters(tx, realm))
const standingOf = async (id: string, realm: Realm = 'live') => (await openIn(realm)).find((shelter) => shelter.id === id)?.opening

async function press(shelter: string, act: string, terms: { realm?: Realm; seen?: number; occupants?: string } = {}) {
  const { realm = 'live', seen, occupants } = terms
  const edition = seen ?? (await standingOf(shelter, realm))?.edition ?? 0
  return web.send({ page: realm === 'live' ? PAGE : `${PAGE}?realm=${realm}`, action: PAGE, cookie, values: { realm, shelter, act, seen: String(edition), view: '', ...(occupants === undefined ? {} : { occupants }) } })
}

/** Invented places of the demo city, one for each test. */
const [SCHOOL, HALL, GYM, HOUSE, LAST] = ['E2421000900101', 'E2421000900201', 'E2421000900801', 'E2421000902601', 'E2421000902501'] as const

describe('the officers’ page', () => {
  test('opens a place with one press, counts, marks and closes it, and every step is kept', async () => {
    const opened = await press(SCHOOL, 'open')
    expect([opened.statusCode, opened.headers.location]).toEqual([303, `${PAGE}#shelter-${SCHOOL}`])
    for (const act of ['plus-10', 'plus-10', 'plus-1', 'minus-1', 'full', 'no-pets']) expect((await press(SCHOOL, act)).statusCode).toBe(303)
    expect(await standingOf(SCHOOL)).toMatchObject({ occupants: 20, isFull: true, takesPets: false, edition: 7 })
    await press(SCHOOL, 'set', { occupants: '0' })
    await press(SCHOOL, 'close')
    expect(await standingOf(SCHOOL)).toBeUndefined()
    const steps = await web.open.database.read('disaster-information', systemActor, (tx) => listShelterSteps(tx, 'live', tx.now.subtract({ hours: 1 }), 20))
    expect(steps.map(({ act, occupants }) => `${act} ${occupants}`)).toEqual([
      'closed 0', 'changed 0', 'changed 20', 'changed 20', 'changed 20', 'changed 21', 'changed 20', 'changed 10', 'opened 0',
    ])
    const facts = await web.open.owner`select name from kernel.outbox where subject = ${SCHOOL} order by name`
    expect(facts.map(({ name }) => name)).toContain('disaster-information.shelter-closed')
  })

  test('two officers: counting adds up, a decision about what is no longer so is told and changes nothing', async () => {
    await press(HALL, 'open')
    await press(HALL, 'plus-10', { seen: 1 })
    expect((await press(HALL, 'plus-1', { seen: 1 })).statusCode).toBe(303)
    expect((await standingOf(HALL))?.occupants).toBe(11)
    const late = await press(HALL, 'full', { seen: 1 })
    expect([late.statusCode, late.body.includes('somebody else was first')]).toEqual([409, true])
    expect((await standingOf(HALL))?.isFull).toBe(false)
    const twice = await press(HALL, 'open')
    expect([twice.statusCode, (await openIn('live')).filter(({ id }) => id === HALL).length]).toEqual([409, 1])
  })

  test('a place with people inside is not closed, and says how many there are', async () => {
    await press(GYM, 'open')
    await press(GYM, 'set', { occupants: '３' })
    const refused = await press(GYM, 'close')
    expect([refused.statusCode, refused.body.includes('3 people are counted in 田村みんなの体育館')]).toEqual([409, true])
    expect((await standingOf(GYM))?.occupants).toBe(3)
  })

  test.each(['-1', '100000', 'many'])('%s is no number of people', async (occupants) => {
    await press(LAST, 'open')
    const refused = await press(LAST, 'set', { occupants })
    expect([refused.statusCode, refused.body.includes('The number was not changed')]).toEqual([422, true])
    expect((await standingOf(LAST))?.occupants).toBe(0)
  })

  test('a drill has its own openings, on its own page, and says that it is one', async () => {
    const realm: Realm = 'drill:autumn'
    expect((await press(HOUSE, 'open', { realm })).headers.location).toBe(`${PAGE}?realm=drill%3Aautumn#shelter-${HOUSE}`)
    expect([(await openIn(realm)).map(({ id }) => id), await standingOf(HOUSE)]).toEqual([[HOUSE], undefined])
    const { body } = await web.web.inject({ url: `${PAGE}?realm=${realm}`, headers: { cookie } })
    expect(body).toContain('This is a drill')
    expect((await web.web.inject({ url: `${PAGE}?realm=other`, headers: { cookie } })).statusCode).toBe(400)
  })

  test.each([['hazard=flood', false], ['hazard=landslide', true], ['q=関木崎', true], ['district=seki', true], ['district=kabuto', false], ['kind=shelter', true], ['q=nowhere', false]])(
    'narrowed by %s the hall by the river is shown: %s', async (query, isShown) => {
      const { body } = await web.web.inject({ url: `${PAGE}?${encodeURI(query)}`, headers: { cookie } })
      expect(body.includes('E2421000902301')).toBe(isShown)
    },
  )

  test('nobody without the duty sees or presses anything', async () => {
    const other = await web.signInWith('garbage-editor')
    for (const url of [PAGE, `${PAGE}/wall`, `${PAGE}/history`, `${PAGE}.csv`]) {
      expect((await web.web.inject({ url, headers: { cookie: other } })).statusCode).toBe(403)
      expect((await web.web.inject({ url })).statusCode).toBe(401)
    }
  })

  test('an unknown place, and a form without its hidden fields', async () => {
    expect((await press('E0000000000000', 'open')).statusCode).toBe(404)
    expect((await press(SCHOOL, 'demolish')).statusCode).toBe(400)
  })
})

test('the list that the demo city begins with has a name in every language, a place and its designations', async () => {
  const shelters = await web.open.database.read('disaster-information', systemActor, listShelters)
  expect(shelters.length).toBe(26)
  expect(shelters.filter(({ name, town, isInvented }) => [name.kana, name.romaji, name.en, name.pt].includes('') || town === null || !isInvented)).toEqual([])
  expect(shelters.filter(({ hazards }) => !hazards.includes('flood')).length).toBeGreaterThan(5)
})

test.each(['wall', 'history'])('the %s is a page that can be printed', async (name) => {
  const { statusCode, body } = await web.web.inject({ url: `${PAGE}/${name}`, headers: { cookie } })
  expect([statusCode, body.includes('みどり台小学校')]).toEqual([200, true])
})
