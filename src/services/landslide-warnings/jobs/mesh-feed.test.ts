import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Seal } from '#kernel/secrets/seal.ts'
import { createLog } from '#kernel/telemetry/log.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { imports } from '../../../capabilities/imports/manifest.ts'
import { indicators } from '../../../capabilities/indicators/manifest.ts'
import { mail } from '../../../capabilities/mail/manifest.ts'
import { notices } from '../../../capabilities/notices/manifest.ts'
import { openData } from '../../../capabilities/open-data/manifest.ts'
import { phrasebook } from '../../../capabilities/phrasebook/manifest.ts'
import { staffIdentity } from '../../../capabilities/staff-identity/manifest.ts'
import { landslideWarnings } from '../manifest.ts'
import type { Level } from '../model.ts'
import { writeMeshSheet } from '../rules/mesh-sheet.ts'
import { meshFeed, sourceOf } from './mesh-feed.ts'

const parts = [staffIdentity, imports, mail, openData, notices, phrasebook, indicators, landslideWarnings]
const NOW = Temporal.Instant.from('2026-11-22T09:03:00+09:00')
/** In the middle of the city, just outside its list, and in Tokyo. */
const [OWN, NEXT, FAR] = ['52362326', '52361260', '53394611']

let real: TestWeb
let demo: TestWeb
let server: Server
/** What the server of the prefecture answers next. */
let answer: { status: number; headers?: Record<string, string>; body: string }
let asked: string[]

beforeAll(async () => {
  const clock = clockAt(NOW.toString())
  real = await openTestWeb(parts, { isDemo: false, clock })
  demo = await openTestWeb(parts, { isDemo: true, clock })
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['if-none-match'] ?? ''}`.trim())
    if (request.url === '/elsewhere.csv') return response.end(sheet([OWN, 4]))
    return response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await Promise.all([real?.close(), demo?.close(), new Promise((resolve) => server.close(resolve))])
})
beforeEach(() => {
  asked = []
  process.env['LANDSLIDE_FEED_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest.csv`
})
afterEach(async () => {
  delete process.env['LANDSLIDE_FEED_URL']
  await real.open.owner`delete from landslide_warnings.mesh`
})

const sheet = (...rows: readonly (readonly [mesh: string, level: Level | null, baseTime?: string])[]) =>
  writeMeshSheet(rows.map(([mesh, level, baseTime = '2026-11-22T09:00:00+09:00']) => ({ mesh, level, baseTime: Temporal.Instant.from(baseTime), rain60MinutesMm: 0, soilWaterIndex: 40 })))

/** One round, to its end. Returns what it wrote into the log. */
async function oneRound(city: TestWeb): Promise<string> {
  const lines: string[] = []
  const run = meshFeed.begin(city.open, { log: createLog((line) => lines.push(line)), seal: new Seal(Buffer.alloc(32, 7), 'kameyama', 'landslide-warnings') })
  await run.start()
  await run.end()
  return lines.join('\n')
}

const kept = (city: TestWeb) => city.open.owner<{ code: string; level: number | null }[]>`select code, level from landslide_warnings.mesh where realm = 'live' order by code`

async function boardOf(city: TestWeb): Promise<string> {
  const cookie = await city.signInWith('disaster-officer')
  const { body } = await city.web.inject({ url: '/staff/landslide', headers: { cookie, 'accept-language': 'en' } })
  return body.slice(body.indexOf('<main'))
}

describe('where the danger by mesh comes from', () => {
  test.each([
    [true, '', 'stand-in'], [false, '', 'none'], [true, 'http://a.example/x.csv', 'named'], [false, 'http://a.example/x.csv', 'named'], [true, 'none', 'none'], [false, 'none', 'none'],
  ] as const)('a demo: %s, named: %j: %s', (isDemo, given, source) => expect(sourceOf({ isDemo }, given)).toBe(source))

  test('a real city without a source has no readings, and its pages and board say so', async () => {
    delete process.env['LANDSLIDE_FEED_URL']
    await oneRound(real)
    expect(await kept(real)).toEqual([])
    for (const url of ['/landslide', '/landslide/home?cell=5236232655']) {
      const { body } = await real.web.inject({ url, headers: { 'accept-language': 'en' } })
      expect(body, url).toContain('No source of danger data is set up')
      expect(body, url).not.toContain('level-0 level-large')
    }
    expect(await boardOf(real)).toContain('LANDSLIDE_FEED_URL')
  })

  test('a demo has those of the stand-in, for its own squares and those around them, and says that they are invented', async () => {
    delete process.env['LANDSLIDE_FEED_URL']
    await oneRound(demo)
    const codes = (await kept(demo)).map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining([OWN, NEXT]))
    expect(codes).not.toContain(FAR)
    expect((await demo.web.inject({ url: '/landslide', headers: { 'accept-language': 'en' } })).body).toContain('The danger shown in the demo is invented.')
    expect(await boardOf(demo)).toContain('A stand-in answers')
  })
})

describe('a sheet of the prefecture', () => {
  test('is taken in for the city’s squares and those around them; how many others it had is told', async () => {
    answer = { status: 200, headers: { etag: '"1"' }, body: sheet([OWN, 2], [NEXT, 3], [FAR, 5]) }
    const log = await oneRound(real)
    expect(await kept(real)).toEqual([{ code: NEXT, level: 3 }, { code: OWN, level: 2 }])
    expect(log).toContain('mesh-feed-left-out')
    expect(await boardOf(real)).toContain('1 rows of squares')
  })

  test.each([
    ['from the future', sheet([OWN, 0, '2099-01-01T00:00:00+09:00']), 'Its time has not come yet', '2 baseTime'],
    ['with one row from the future', sheet([OWN, 4], [NEXT, 0, '2026-11-22T09:13:01+09:00']), 'Its time has not come yet', '3 baseTime'],
    ['of another city', sheet([FAR, 0]), 'No square of this city is in it', ''],
    ['with a level that is none', sheet([OWN, 2]).replace(',2,', ',7,'), 'It is no level', '2 level'],
  ])('%s is refused as a whole, and the board and the log say why', async (_, body, why, where) => {
    answer = { status: 200, body }
    const log = await oneRound(real)
    expect(await kept(real)).toEqual([])
    expect(log).toContain('mesh-feed-refused')
    const board = await boardOf(real)
    expect(board).toContain(why)
    expect(board).toContain(where)
  })

  test('is not fetched from where a redirect leads', async () => {
    answer = { status: 302, headers: { location: '/elsewhere.csv' }, body: '' }
    expect(await oneRound(real)).toContain('mesh-feed-refused')
    expect(asked).toEqual(['/latest.csv'])
    expect(await kept(real)).toEqual([])
    expect(await boardOf(real)).toContain('The server does not answer.')
  })

  test('replaces what a wrong clock let in from the future', async () => {
    await real.open.owner`insert into landslide_warnings.mesh (realm, code, level, base_time, received_at) values ('live', ${OWN}, 0, '2099-01-01', now())`
    answer = { status: 200, body: sheet([OWN, 4]) }
    await oneRound(real)
    expect(await kept(real)).toEqual([{ code: OWN, level: 4 }])
    expect(await boardOf(real)).not.toContain('was not taken in')
  })

  test('that the server refuses to give changes nothing, and the last good answer stays told', async () => {
    answer = { status: 503, body: 'later' }
    await oneRound(real)
    const board = await boardOf(real)
    expect(board).toContain('HTTP 503')
    expect(board).toContain('Last answer at 2026-11-22 09:03')
  })
})
