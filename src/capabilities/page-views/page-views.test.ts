import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { html } from '#kernel/html/html.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { json, redirect, shown } from '#kernel/web/answers.ts'
import { everyone, file, page } from '#kernel/web/routes.ts'
import { figure } from '#capabilities/indicators/indicators.ts'
import { indicators } from '#capabilities/indicators/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { ViewCounter } from './jobs.ts'
import { pageViews } from './manifest.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const words = { ja: '板', 'ja-x-yasashii': 'いた', en: 'Board', pt: 'Quadro' }

const board: Manifest = {
  name: 'board', kind: 'service', title: words, summary: words, folder: `${import.meta.dirname}/rules`,
  routes: [
    page('/', everyone, async () => shown({ title: 'Top', main: html`<p>top</p>` }), { emptiedBy: ['board.*'] }),
    page('/board/:sheet', everyone, async ({ params }) => shown({ title: 'Sheet', main: html`<p>${params.sheet}</p>` })),
    page('/board/missing', everyone, async () => shown({ title: 'Gone', main: html`<p>gone</p>`, status: 404 })),
    page('/board/broken', everyone, async () => { throw new Error('broken on purpose') }),
    page('/board/moved', everyone, async () => redirect('/')),
    file('/board.json', everyone, 'the board', async () => json({ sheets: 1 }), { emptiedBy: ['board.*'] }),
  ],
}

let web: TestWeb
let moment = '2026-11-22T09:00:00+09:00'
const clock: Clock = {
  now: () => Temporal.Instant.from(moment),
  today: () => Temporal.Instant.from(moment).toZonedDateTimeISO('Asia/Tokyo').toPlainDate(),
}

afterEach(() => web.open.close())

/** Opens the city on a port, because the page cache answers before the framework, which tests otherwise talk to. */
async function openBoard(): Promise<(path: string, headers?: Record<string, string>, method?: string) => Promise<Response>> {
  moment = '2026-11-22T09:00:00+09:00'
  web = await openTestWeb([pageViews, indicators, board], { clock })
  const base = await web.web.listen({ port: 0, host: '127.0.0.1' })
  return (path, headers = {}, method = 'GET') =>
    fetch(`${base}${path}`, { method, redirect: 'manual', headers: { 'user-agent': FIREFOX, 'accept-language': 'ja', ...headers } })
}

/** What is written down after a gentle stop: the table, and the facts, which must say the same. */
async function written(): Promise<string[]> {
  await web.web.close()
  const days = await web.open.owner<{ line: string }[]>`
    select format('%s %s %s %s', day, route, language, views) as line from page_views.day order by day, route, language`
  const facts = await web.open.owner<{ line: string }[]>`
    select format('%s %s %s %s', body->>'day', body->>'route', body->>'language', sum((body->>'views')::int)) as line
      from kernel.outbox where name = 'page-views.counted' group by body->>'day', body->>'route', body->>'language' order by 1`
  expect(facts.map(({ line }) => line).toSorted()).toEqual(days.map(({ line }) => line).toSorted())
  return days.map(({ line }) => line)
}

describe('a view', () => {
  test('is counted by route, day and language, from the page cache too', async () => {
    const visit = await openBoard()
    for (let index = 0; index < 5; index++) await (await visit('/')).text()
    await visit('/?from=mail')
    await visit('/', { 'accept-language': 'pt-BR' })
    await visit('/board/a')
    await visit('/board/b')
    expect(await written()).toEqual(['2026-11-22 / ja 6', '2026-11-22 / pt 1', '2026-11-22 /board/:sheet ja 2'])
  })

  test.each([
    ['a robot', '/', { 'user-agent': GOOGLEBOT }, 'GET'],
    ['a program without a name', '/', { 'user-agent': '' }, 'GET'],
    ['a question for the headers alone', '/', {}, 'HEAD'],
    ['a page that is not there', '/board/missing', {}, 'GET'],
    ['an address of no route', '/nowhere', {}, 'GET'],
    ['a page that broke', '/board/broken', {}, 'GET'],
    ['a page that leads on', '/board/moved', {}, 'GET'],
    ['data', '/board.json', {}, 'GET'],
  ])('is not: %s', async (_, path, headers, method) => {
    const visit = await openBoard()
    // Twice, so that what is kept answers from the page cache the second time.
    for (let index = 0; index < 2; index++) await (await visit(path, headers, method)).text()
    expect(await written()).toEqual([])
  })

  test('is not a page that the browser had kept, from the page cache or not', async () => {
    const visit = await openBoard()
    for (const path of ['/', '/board/a']) {
      const etag = (await visit(path)).headers.get('etag') as string
      expect((await visit(path, { 'if-none-match': etag })).status).toBe(304)
    }
    expect(await written()).toEqual(['2026-11-22 / ja 1', '2026-11-22 /board/:sheet ja 1'])
  })

  test('is not one of staff, but is one of who was signed in long ago', async () => {
    const visit = await openBoard()
    const cookie = await web.signInWith()
    expect((await visit('/', { cookie })).status).toBe(200)
    expect((await visit('/', { cookie: 'tsunagu-session=ended' })).status).toBe(200)
    expect(await written()).toEqual(['2026-11-22 / ja 1'])
  })

  test('at midnight in Japan falls on the day on which it was, and its fact into that month', async () => {
    const visit = await openBoard()
    moment = '2026-11-30T23:59:59.999+09:00'
    await visit('/')
    moment = '2026-12-01T00:00:00+09:00'
    await visit('/')
    await visit('/')
    expect(await written()).toEqual(['2026-11-30 / ja 1', '2026-12-01 / ja 2'])
    const facts = await web.open.owner`select body->>'day' as day, occurred_at from kernel.outbox order by 1`
    expect(facts.map(({ day, occurred_at: at }) => `${day} ${at}`)).toEqual(['2026-11-30 2026-11-30T14:59:59.999Z', '2026-12-01 2026-11-30T15:00:00Z'])
  })

  test('that could not be written is kept until it can', async () => {
    await openBoard()
    const counter = new ViewCounter(web.open)
    const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', headers: { 'user-agent': FIREFOX } })
    const look = () => counter.given({ city: 'kameyama', route: '/', language: 'ja', type: 'text/html' }, { request, status: 200, isSignedIn: false })
    look()
    await web.open.owner`alter table page_views.day rename to away`
    await expect(counter.write()).rejects.toThrow('page_views.day')
    await web.open.owner`alter table page_views.away rename to day`
    look()
    await counter.close()
    expect(await written()).toEqual(['2026-11-22 / ja 2'])
  })

  test('is a figure of the plan and stands on the page of staff', async () => {
    const visit = await openBoard()
    for (const path of ['/', '/', '/board/a']) await visit(path)
    await web.web.close()
    await web.workers.settle()
    const values = await web.open.database.read('page-views', { id: 'system', person: null, resident: null }, async (tx) =>
      [await figure(tx, 'page-views.home', { fiscalYear: 2026 }), await figure(tx, 'page-views.all', { fiscalYear: 2026 })].map((each) => each?.value))
    expect(values).toEqual([2, 3])
  })
})

describe('the page of staff', () => {
  test('shows months and routes, the rule, and gives a CSV', async () => {
    await openBoard()
    const cookie = await web.signInWith()
    await web.open.owner`insert into page_views.day values ('2026-11-21', '/', 'ja', 1200), ('2026-11-22', '/', 'en', 34), ('2026-04-01', '/plan', 'ja', 7), ('2026-03-31', '/plan', 'ja', 9)`
    const shownPage = await web.web.inject({ url: '/staff/page-views', headers: { cookie } })
    expect(shownPage.statusCode).toBe(200)
    for (const text of ['1,234', '1,241', '2026-11', '/plan', '令和8年度', '令和7年度', '検索ロボットと職員の閲覧を除く']) expect(shownPage.body).toContain(text)
    const csv = await web.web.inject({ url: '/staff/page-views.csv?year=2026', headers: { cookie } })
    expect(csv.body.replace('\uFEFF', '').trim().split('\r\n')).toEqual(['day,route,language,views', '2026-04-01,/plan,ja,7', '2026-11-21,/,ja,1200', '2026-11-22,/,en,34'])
    expect((await web.web.inject({ url: '/staff/page-views?year=soon', headers: { cookie } })).statusCode).toBe(400)
    expect((await web.web.inject({ url: '/staff/page-views' })).statusCode).toBe(401)
    await web.web.close()
  })
})
