import { mkdir, mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
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
import { StandInFeed } from '../api/stand-in-feed.ts'
import type { ComposedTelegram } from '../rules/nights/compose-telegram.ts'
import { composeWarnings } from '../rules/nights/compose-weather.ts'
import { composeNight } from '../rules/nights/nights.ts'
import { TELEGRAM_LIMITS } from '../rules/telegrams/limits.ts'
import { gapAt } from '../rules/telegrams/silence.ts'
import { countEntries, listFeeds, listLostEntries, reviveLost, type Feed } from '../store/feeds.ts'
import { listRefused } from '../store/refused-telegrams.ts'
import { listTelegrams } from '../store/telegram-lists.ts'
import { feedAddressesIn, feedsToAsk } from './feed-addresses.ts'
import { INTAKE } from './intake-limits.ts'
import { FeedReading } from './telegram-feeds.ts'
import { FolderReading } from './telegram-folder.ts'

let now = Temporal.Instant.from('2026-07-14T22:00:00Z')
const clock: Clock = { now: () => now, today: () => dayOf(now) }
const surroundings = { log: silentLog, seal: new Seal(Buffer.alloc(32, 7), 'kameyama', 'disaster-information') }
const night = composeNight('storm', { startAt: now.subtract({ hours: 11 }), speed: 1, status: '通常' })

const parts = [staffIdentity, imports, mail, notices, openData, search, phrasebook, disasterInformation]
let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb(parts, { clock })
})
afterAll(() => city.close())

const act = <Result>(work: (tx: Tx) => Promise<Result>) => city.open.database.act('disaster-information', systemActor, work)
const count = async () => (await act((tx) => listTelegrams(tx, { type: '', effect: '', realm: '', way: '', day: '' }, 1000, 0))).length
const feedNamed = async (name: string): Promise<Feed | undefined> => (await act(listFeeds)).find(({ address }) => address === name)
/** Lets a feed be asked again. */
const later = () => {
  now = now.add({ seconds: INTAKE.longestBackOffSeconds + 1 })
}

describe('the feed', () => {
  const standIn = new StandInFeed(12)
  afterAll(() => standIn.end())
  const reading = async (longer = true) => {
    const address = await standIn.begin()
    return new FeedReading(city.open, surroundings, () => Promise.resolve([{ name: 'feed', address, longer: longer ? standIn.longAddress : null }]))
  }

  test('is read once, then only when it has changed, and each document once', async () => {
    for (const telegram of night.slice(0, 5)) standIn.send(telegram)
    const feed = await reading()
    await feed.settle()
    expect(await count()).toBe(5)
    const known = await feedNamed('feed')
    expect(known).toMatchObject({ problem: '', failures: 0, newestAt: night[4]?.reportAt })
    later()
    expect(await feed.settle()).toBe(0)
    expect((await feedNamed('feed'))?.etag).toBe(known?.etag)
    for (const telegram of night.slice(5, 8)) standIn.send(telegram)
    later()
    await feed.settle()
    expect(await count()).toBe(8)
  })

  test('two processes share it: nothing twice, nothing left out', async () => {
    for (const telegram of night.slice(8, 20)) standIn.send(telegram)
    later()
    await Promise.all([await reading(), await reading()].map((feed) => feed.settle()))
    expect(await count()).toBe(20)
  })

  test('after a gap the longer feed brings what the short one no longer shows', async () => {
    const begin = now
    // More than the short feed holds, while nobody looked.
    const many = Array.from({ length: 15 }, (_, index) => composeWarnings('VPWW61', [{ code: index % 2 === 0 ? '14' : '20', status: '発表' }], { reportAt: begin.add({ seconds: index }) }))
    for (const telegram of many) standIn.send(telegram)
    later()
    await (await reading()).settle()
    expect(await count()).toBe(35)
    for (const telegram of many) standIn.send({ ...telegram, fileName: `again-${telegram.fileName}`, reportAt: telegram.reportAt.add({ hours: 1 }) })
    later()
    await (await reading(false)).settle()
    expect(await feedNamed('feed')).toMatchObject({ problem: gapAt(now) })
  })
})

describe('a feed that fails', () => {
  const servers: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of servers.splice(0)) await end()
  })
  /** A server of a feed with one entry, whose document it answers as the test says. */
  async function serve(answer: (path: string) => { status: number; body: string | Buffer } | 'hang'): Promise<string> {
    const server = createServer((request, response) => {
      const given = answer(request.url ?? '')
      if (given !== 'hang') response.writeHead(given.status).end(given.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push(async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    })
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const readingOf = (name: string, address: string) => new FeedReading(city.open, surroundings, () => Promise.resolve([{ name, address, longer: null }]))
  const entry = (address: string, office = '津地方気象台') =>
    `<entry><title>x</title><id>${address}</id><updated>${now.toString()}</updated><author><name>${office}</name></author><link href="${address}"/></entry>`
  const feedOf = (...entries: readonly string[]) => ({ status: 200, body: `<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>` })

  test.each([
    ['an error', { status: 503, body: '' }, /503/],
    ['no feed', { status: 200, body: '<html/>' }, /unknown-root/],
    ['a bomb', { status: 200, body: '<!DOCTYPE feed [<!ENTITY a "b">]><feed>&a;</feed>' }, /document-type/],
    ['too much', { status: 200, body: Buffer.alloc(9 * 1024 * 1024, ' ') }, /larger than/],
  ])('with %s is remembered, asked less and less often, and forgiven when it answers', async (name, given, problem) => {
    let isWell = false
    const address = await serve(() => (isWell ? feedOf() : given))
    const feed = readingOf(name, address)
    await feed.settle()
    const first = await feedNamed(name)
    expect(first).toMatchObject({ failures: 1, answeredAt: null, problem: expect.stringMatching(problem) })
    now = now.add({ seconds: INTAKE.firstBackOffSeconds + 1 })
    await feed.settle()
    const second = await feedNamed(name)
    expect(second?.failures).toBe(2)
    expect(now.until(second?.nextAt ?? now).total('seconds')).toBeGreaterThan(INTAKE.firstBackOffSeconds)
    isWell = true
    later()
    await feed.settle()
    expect(await feedNamed(name)).toMatchObject({ failures: 0, answeredAt: now, problem: '' })
  })

  test('is shown as silent, with the time of its last answer', async () => {
    const address = await serve(() => ({ status: 500, body: '' }))
    const feed = readingOf('silent feed', address)
    await feed.settle()
    now = now.add({ minutes: 20 })
    await feed.settle()
    const cookie = await city.signInWith('disaster-officer')
    const shown = await city.web.inject({ url: '/staff/disaster/telegrams/ways', headers: { cookie } })
    expect(/silent feed[^]*HTTP 500/.test(shown.body)).toBe(true)
  })

  test('a document that does not come is tried again, given up in the end, and can be asked for again', async () => {
    let isThere = false
    const telegram = composeWarnings('VPWW60', [{ code: '12', status: '発表' }], { reportAt: now.subtract({ minutes: 1 }) })
    const address: string = await serve((path) => (path !== '/feed' ? { status: isThere ? 200 : 404, body: isThere ? telegram.source : '' } : feedOf(entry(`${address}/data/x_0_VPWW60_240000.xml`))))
    const feed = readingOf('no document', `${address}/feed`)
    for (let round = 0; round <= INTAKE.triesOfEntry; round++) {
      await feed.settle()
      later()
    }
    expect(await act((tx) => listLostEntries(tx, 10))).toMatchObject([{ title: 'x' }])
    isThere = true
    expect(await act(reviveLost)).toBe(1)
    await feed.settle()
    expect((await act(countEntries)).filter((each) => each.feed === 'no document')).toMatchObject([{ state: 'taken', count: 1 }])
  })

  test('never sends the server to another machine, nor for what is not the city’s', async () => {
    const asked: string[] = []
    const elsewhere = await serve((path) => {
      asked.push(path)
      return { status: 200, body: '' }
    })
    const address: string = await serve((path) => {
      asked.push(path)
      return path !== '/feed' ? { status: 200, body: '' } : feedOf(entry(`${elsewhere}/inside`), entry(`${address}/data/a_0_VPWW55_010000.xml`, '札幌管区気象台'), entry(`${address}/data/b_0_VPWS50_010000.xml`, '気象庁'))
    })
    await readingOf('other machines', `${address}/feed`).settle()
    expect(asked).toEqual(['/feed'])
    expect((await act(countEntries)).filter((each) => each.feed === 'other machines')).toMatchObject([{ state: 'passed-over', count: 3 }])
  })
})

test('TELEGRAM_FEEDS names feeds and their longer ones, and says what is wrong', () => {
  expect(feedAddressesIn('https://a.example/x.xml|https://a.example/x_l.xml, http://b.example/y.xml')).toEqual([
    { name: 'https://a.example/x.xml', address: 'https://a.example/x.xml', longer: 'https://a.example/x_l.xml' },
    { name: 'http://b.example/y.xml', address: 'http://b.example/y.xml', longer: null },
  ])
  expect(() => feedAddressesIn('file:///etc/passwd')).toThrow(/TELEGRAM_FEEDS: file/)
})

test.each([
  ['a demo without settings asks the stand-in', true, '', ['stand-in']],
  ['a real city without settings asks nobody, and no stand-in passes for the agency', false, '', []],
  ['a real city asks what it names', false, 'https://a.example/extra.xml', ['https://a.example/extra.xml']],
  ['none is nobody', true, 'none', []],
])('%s', async (_, isDemo, given, names) => {
  expect((await feedsToAsk({ isDemo }, given)).map(({ name }) => name)).toEqual(names)
})

test('what a stand-in answered is forgotten when a city stops being a demo', async () => {
  const ask = (isDemo: boolean) => new FeedReading(city.open, surroundings, () => feedsToAsk({ isDemo }, ''))
  await ask(true).settle()
  expect(await feedNamed('stand-in')).toMatchObject({ answeredAt: now })
  const real = ask(false)
  await real.start()
  await vi.waitFor(async () => expect(await feedNamed('stand-in')).toBeUndefined())
  await real.end()
})

describe('the folder', () => {
  let root = ''
  let folder = ''
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'tsunagu-telegrams-'))
    folder = join(root, city.open.city.key)
    await mkdir(folder)
  })
  afterAll(() => rm(root, { recursive: true }))
  const telegram: ComposedTelegram = composeWarnings('VPWW58', [{ code: '05', status: '発表' }], { reportAt: now.subtract({ minutes: 3 }) })
  /** Puts a file there that was written so many seconds ago. */
  const put = async (name: string, content: Buffer, secondsAgo: number) => {
    await writeFile(join(folder, name), content)
    const written = new Date(Date.now() - secondsAgo * 1000)
    await utimes(join(folder, name), written, written)
  }
  const settle = () => new FolderReading(city.open, surroundings, root).settle()

  test('takes what lies there and moves it; what is refused goes elsewhere; nothing is overwritten', async () => {
    const before = await count()
    await put('a.xml', telegram.source, 10)
    await put('b.xml', Buffer.from('<no/>'), 10)
    await put('c.txt', Buffer.from('not looked at'), 10)
    expect(await settle()).toBe(2)
    expect(await count()).toBe(before + 1)
    await put('a.xml', telegram.source, 10)
    await settle()
    expect(await readdir(folder)).toEqual(['c.txt', 'refused', 'taken'])
    expect(await readdir(join(folder, 'taken'))).toHaveLength(2)
    expect(await readdir(join(folder, 'refused'))).toEqual(['b.xml'])
    expect(await count()).toBe(before + 1)
  })

  test('waits for a file that is still being written, and refuses one that never ends', async () => {
    const half = Buffer.from(telegram.source.toString().slice(0, 700))
    await put('half.xml', half, 0)
    expect(await settle()).toBe(0)
    await put('half.xml', half, 10)
    expect(await settle()).toBe(0)
    expect(await readdir(folder)).toContain('half.xml')
    await put('half.xml', half, 60)
    expect(await settle()).toBe(1)
    expect(await readdir(join(folder, 'refused'))).toContain('half.xml')
  })

  test('refuses a hundred megabytes after its beginning', async () => {
    await put('huge.xml', Buffer.from('<Report>'), 60)
    await truncate(join(folder, 'huge.xml'), 100 * 1024 * 1024)
    await utimes(join(folder, 'huge.xml'), new Date(Date.now() - 60_000), new Date(Date.now() - 60_000))
    expect(await settle()).toBe(1)
    const refused = (await act((tx) => listRefused(tx, 10, 0))).find(({ fileName }) => fileName === 'huge.xml')
    expect(refused).toMatchObject({ reason: 'too-large', bytes: 100 * 1024 * 1024 })
    expect(TELEGRAM_LIMITS.bytes).toBeLessThan(refused?.bytes ?? 0)
  })
})
