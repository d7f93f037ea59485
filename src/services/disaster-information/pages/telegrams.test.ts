import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clockAt } from '#kernel/time/clock.ts'
import { imports } from '../../../capabilities/imports/manifest.ts'
import { mail } from '../../../capabilities/mail/manifest.ts'
import { notices } from '../../../capabilities/notices/manifest.ts'
import { openData } from '../../../capabilities/open-data/manifest.ts'
import { phrasebook } from '../../../capabilities/phrasebook/manifest.ts'
import { search } from '../../../capabilities/search/manifest.ts'
import { staffIdentity } from '../../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { disasterInformation } from '../manifest.ts'
import { replayNight } from '../actions/replay-night.ts'

const parts = [staffIdentity, imports, mail, notices, openData, search, phrasebook, disasterInformation]
let city: TestWeb
let cookie = ''
beforeAll(async () => {
  city = await openTestWeb(parts, { clock: clockAt('2026-07-14T13:00:00Z') })
  cookie = await city.signInWith('disaster-officer')
})
afterAll(() => city.close())

const shown = async (url: string) => city.web.inject({ url, headers: { cookie } })

test('an empty city says so', async () => {
  expect((await shown('/staff/disaster/telegrams')).body).toContain('<h1')
  expect((await shown('/staff/disaster/telegrams/refused')).statusCode).toBe(200)
  expect((await shown('/staff/disaster/telegrams/ways')).statusCode).toBe(200)
})

describe('after a replayed night', () => {
  beforeAll(async () => {
    const received = await replayNight(city.open.database, { night: 'storm', realm: 'drill:replayed', speed: Number.POSITIVE_INFINITY })
    expect(received.map(({ kind }) => kind)).toEqual(received.map(() => 'taken'))
  })

  test('its telegrams are listed, filtered, turned over, and each can be read with what it changed', async () => {
    const all = await shown('/staff/disaster/telegrams?type=VPWW56&effect=changed')
    const ids = [...all.body.matchAll(/href="\/staff\/disaster\/telegrams\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
    expect(ids).toHaveLength(5)
    const bodies = await Promise.all(ids.map((id) => shown(`/staff/disaster/telegrams/${id}`)))
    expect(bodies.some(({ body }) => /2 → 4/.test(body))).toBe(true)
    const file = await shown(`/staff/disaster/telegrams/${ids[0]}/xml`)
    expect(file.headers['content-type']).toContain('xml')
    expect(file.body).toContain('<Status>訓練</Status>')
    expect((await shown('/staff/disaster/telegrams?realm=live')).body).not.toContain('VPWW56</td>')
  })

  test('a forecast shows its dangers and that nothing is in force by it', async () => {
    const list = await shown('/staff/disaster/telegrams?type=VPWP50')
    const id = /telegrams\/([0-9a-f-]{36})"/.exec(list.body)?.[1]
    const page = await shown(`/staff/disaster/telegrams/${id}`)
    expect(page.body).toContain('土砂災害危険度')
    expect(page.body).toContain('コード41 (41)')
  })

  test('nobody without the duty enters, and a made-up address is not found', async () => {
    const other = await city.signInWith('garbage-editor')
    expect((await city.web.inject({ url: '/staff/disaster/telegrams', headers: { cookie: other } })).statusCode).toBe(403)
    expect((await shown('/staff/disaster/telegrams/none')).statusCode).toBe(404)
    expect((await shown('/staff/disaster/telegrams/refused/00000000-0000-0000-0000-000000000000')).statusCode).toBe(404)
  })
})
