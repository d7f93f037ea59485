import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readXlsx, textOf, valueAt } from '#capabilities/documents/xlsx-reader.ts'
import { officialVoice } from '#kernel/text/text.ts'
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
import { WAY_WORDS } from '../text/intake-reason-words.ts'
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

const withoutReadings = (body: string) => body.replaceAll(/<rt>[^<]*<\/rt>|<\/?(?:ruby|rp)>/g, '')

test('an empty city says so, and what a filter finds nothing of says something else', async () => {
  const empty = withoutReadings((await shown('/staff/disaster/telegrams')).body)
  expect(empty).toContain('まだ届いていません')
  expect(empty).not.toContain('telegrams.xlsx')
  expect(withoutReadings((await shown('/staff/disaster/telegrams?way=push')).body)).toContain('絞り込みに合う電文はありません')
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

  test.each([
    ['the day in Japan', 'day=2026-07-14'], ['the way', 'way=replay'], ['one drill', 'realm=drill:replayed'], ['all drills', 'realm=drill'], ['all of them at once', 'day=2026-07-14&way=replay&realm=drill&type=VPWW56'],
  ])('filtered by %s the list shows them, and by another it is empty', async (_, query) => {
    expect((await shown(`/staff/disaster/telegrams?${query}`)).body).toMatch(/telegrams\/[0-9a-f-]{36}"/)
    const others = { day: '2026-07-13', way: 'feed', realm: 'live', type: 'VXSE53' }
    for (const name of new URLSearchParams(query).keys()) {
      const other = new URLSearchParams(query)
      other.set(name, others[name as keyof typeof others])
      expect((await shown(`/staff/disaster/telegrams?${other.toString()}`)).body).not.toMatch(/telegrams\/[0-9a-f-]{36}"/)
    }
  })

  test('what is no choice narrows nothing, and is no fault', async () => {
    for (const query of ['day=2026-13-40', 'day=yesterday', 'way=pigeon', 'realm=%27']) {
      const answer = await shown(`/staff/disaster/telegrams?${query}`)
      expect(answer.statusCode).toBe(200)
      expect(answer.body).toMatch(/telegrams\/[0-9a-f-]{36}"/)
    }
  })

  test('the workbook holds everything that the filter lets through, with what each changed and by which way it came', async () => {
    const read = await readXlsx((await shown('/staff/disaster/telegrams.xlsx?type=VPWW56&effect=changed')).rawPayload)
    const sheet = read.ok ? read.sheets[0] : undefined
    const row = (number: number) => Array.from({ length: 13 }, (_, column) => (sheet === undefined ? null : textOf(valueAt(sheet, number, column + 1))))
    expect(row(1).slice(0, 4)).toEqual(['受信', '発表', '種類', '表題'])
    const rows = Array.from({ length: 5 }, (_, index) => row(index + 2))
    expect(rows.every((cells) => cells[2] === 'VPWW56' && cells[4] === '訓練' && cells[11] === officialVoice.plain(WAY_WORDS.replay))).toBe(true)
    expect(rows.some((cells) => /土砂災害 亀山市 2 → 4/.test(cells[10] ?? ''))).toBe(true)
    expect(row(7).every((cell) => cell === null || cell === '')).toBe(true)
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
