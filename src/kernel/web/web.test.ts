import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { textField, TOKEN_FIELD, wholeNumberField } from '#kernel/forms/form.ts'
import { html } from '#kernel/html/html.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { Metrics } from '#kernel/telemetry/metrics.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { redirect, shown,json } from './answers.ts'
import { LIMITS } from './limits.ts'
import { PageCache } from './page-cache.ts'
import { action, delivery, everyone, file, holding, operation, page, signedIn } from './routes.ts'
import { createWeb } from './server.ts'

const CITIES = join(import.meta.dirname, '../../../cities')
const words = { ja: '掲示板', 'ja-x-yasashii': '{板|いた}', en: 'Board', pt: 'Mural' }
const pinned = factType('board.pinned', z.object({ note: z.string() }))
const pinForm = { note: textField({ label: words, max: 20 }), copies: wholeNumberField({ label: words, min: 1, max: 9 }) }
let shownTimes = 0
let pins = 0

const board: Manifest = {
  name: 'board', kind: 'service', title: words, summary: words, folder: import.meta.dirname, facts: { pinned },
  routes: [
    page('/board', everyone, async ({ city }) => {
      shownTimes++
      return shown({ title: 'Board', main: html`<p>${city.name} ${pins} ${'<script>alert(1)</script>'.repeat(200)}</p>` })
    }, { emptiedBy: ['board.*'] }),
    page('/board/new', everyone, async (visit) => shown({ title: 'New', main: html`token=${visit.formToken()}=` })),
    page('/board/ask', everyone, async (visit) => shown({ title: 'Ask', main: html`${visit.formToken()}` }), { emptiedBy: ['board.*'] }),
    action('/board', everyone, pinForm, async ({ tx, values }) => {
      pins++
      tx.publish(pinned, 'board', { note: values.note })
      return redirect('/board')
    }, async ({ typed, problems }) => shown({ title: 'New', main: html`${JSON.stringify({ typed, problems })}` })),
    page('/staff/board', signedIn, async () => shown({ title: 'Desk', main: html`desk` })),
    page('/staff/board/keys', holding('key-keeper'), async () => shown({ title: 'Keys', main: html`keys` })),
    page('/board/broken', everyone, async () => { throw new Error('secret detail') }),
    file('/board.json', everyone, 'All pins', async () => json({ pins }), { reply: z.object({ pins: z.int() }) }),
    operation('POST', '/api/board', everyone, {
      summary: 'Pins a note', accepts: z.object({ note: z.string() }), reply: z.object({ ok: z.boolean() }),
      act: async (_, input) => json({ ok: input.note !== '' }, 201),
    }),
    delivery('/board/parcels', {
      summary: 'Takes a parcel', mostBytes: 64,
      act: async ({ actor, session }, { body, headers }) => json({ hex: body.toString('hex'), sign: headers['x-sign'], who: actor.person, session }, 202),
    }),
  ],
}

let cities: Awaited<ReturnType<typeof openTestCity>>[]
let web: FastifyInstance
let cache: PageCache

beforeAll(async () => {
  cities = [
    await openTestCity({ parts: [board], folder: join(CITIES, 'kameyama') }),
    await openTestCity({ parts: [board], folder: join(CITIES, 'asahi') }),
  ]
  cache = new PageCache()
  web = await createWeb({
    cities, assets: [], secret: Buffer.alloc(32, 1), log: silentLog, metrics: new Metrics(cache), cache, trustedProxies: 0,
    renderShell: (frame) => `<html lang="${frame.voice.htmlLang}"><title>${frame.title}</title>${frame.main.source}</html>`,
    renderFault: (_, fault) => html`<h1>${fault.title}</h1>${fault.number ?? ''}`,
  })
  await web.ready()
})
afterAll(async () => {
  await web.close()
  for (const open of cities) await open.close()
})

async function formToken(host = 'localhost'): Promise<{ token: string; cookie: string }> {
  const response = await web.inject({ url: '/board/new', headers: { host } })
  return { token: /token=(.*?)=/.exec(response.body)?.[1] ?? '', cookie: String(response.headers['set-cookie']).split(';')[0] ?? '' }
}

async function pin(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields).toString()
  return web.inject({ method: 'POST', url: '/board', headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded', ...headers }, body })
}

describe('pages', () => {
  test('carry the security headers and escape what they show', async () => {
    const response = await web.inject({ url: '/board', headers: { host: 'localhost' } })
    expect(response.headers['content-security-policy']).toContain("default-src 'none'")
    expect(response.headers['x-content-type-options']).toBe('nosniff')
    expect(response.body).not.toContain('<script>')
    expect(response.body).toContain('&lt;script&gt;')
  })

  test('the city is chosen by host name, an unknown name gets the default city', async () => {
    const of = async (host: string) => (await web.inject({ url: '/board', headers: { host } })).body
    expect(await of('asahi.localhost:3000')).toContain('朝日町')
    expect(await of('kameyama.localhost')).toContain('亀山市')
    expect(await of('10.0.0.1:3000')).toContain('亀山市')
  })

  test('speak the language of the browser, and of the cookie before it', async () => {
    const lang = async (headers: Record<string, string>) => /lang="(.*?)"/.exec((await web.inject({ url: '/board', headers })).body)?.[1]
    expect(await lang({ 'accept-language': 'pt-PT,en;q=0.5' })).toBe('pt-BR')
    expect(await lang({ 'accept-language': 'fr' })).toBe('ja')
    expect(await lang({ 'accept-language': 'pt', cookie: 'language=en' })).toBe('en')
  })

  test('who may not enter is told so, people and machines', async () => {
    expect((await web.inject({ url: '/staff/board' })).statusCode).toBe(401)
    const response = await web.inject({ url: '/staff/board/keys', headers: { accept: 'application/json' } })
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ type: '/problems/sign-in-required', status: 401 })
  })

  test('a failure shows a number and no detail', async () => {
    const response = await web.inject({ url: '/board/broken' })
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('secret detail')
    expect(response.body).toMatch(/[0-9a-f]{8}/)
  })

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example'])('settings never lead away: %s', async (back) => {
    const response = await web.inject({ url: `/settings/language?language=en&return=${encodeURIComponent(back)}` })
    expect(response.headers.location).toBe('/')
  })
})

describe('forms', () => {
  test('without a token, or with another visitor\'s, are refused', async () => {
    const { token } = await formToken()
    expect((await pin({ note: 'a', copies: '1' })).statusCode).toBe(403)
    expect((await pin({ note: 'a', copies: '1', [TOKEN_FIELD]: token })).statusCode).toBe(403)
  })

  test('from another site are refused even with a token', async () => {
    const { token, cookie } = await formToken()
    const response = await pin({ note: 'a', copies: '1', [TOKEN_FIELD]: token }, { cookie, origin: 'https://evil.example' })
    expect(response.statusCode).toBe(403)
  })

  test('with problems come back with 422 and everything typed', async () => {
    const { token, cookie } = await formToken()
    const response = await pin({ note: 'x'.repeat(21), copies: '二', [TOKEN_FIELD]: token }, { cookie })
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('x'.repeat(21))
    expect(response.body).toContain('&quot;max&quot;:20')
    expect(response.body).toContain('copies')
  })

  test('sent twice do their work once and answer the same', async () => {
    const { token, cookie } = await formToken()
    const before = pins
    const [first, second] = await Promise.all([1, 2].map(() => pin({ note: 'once', copies: '３', [TOKEN_FIELD]: token }, { cookie })))
    expect([first?.statusCode, second?.statusCode]).toEqual([303, 303])
    expect(pins).toBe(before + 1)
  })

  test('corrected and sent again from the restored page count as a new sending', async () => {
    const { token, cookie } = await formToken()
    const before = pins
    await pin({ note: 'wrong', copies: '1', [TOKEN_FIELD]: token }, { cookie })
    await pin({ note: 'right', copies: '1', [TOKEN_FIELD]: token }, { cookie })
    expect(pins).toBe(before + 2)
  })

  test('with something behind their token are refused', async () => {
    const { token, cookie } = await formToken()
    expect((await pin({ note: 'a', copies: '1', [TOKEN_FIELD]: `${token}.again` }, { cookie })).statusCode).toBe(403)
  })

  test('with files where none are asked for are refused unread', async () => {
    const { cookie } = await formToken()
    const body = '--x\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\nabc\r\n--x--'
    const headers = { host: 'localhost', cookie, 'content-type': 'multipart/form-data; boundary=x' }
    expect((await web.inject({ method: 'POST', url: '/board', headers, body })).statusCode).toBe(415)
  })

  test('too large are refused with 413', async () => {
    const { token, cookie } = await formToken()
    const response = await pin({ note: 'x'.repeat(10 * 1024 * 1024), copies: '1', [TOKEN_FIELD]: token }, { cookie })
    expect(response.statusCode).toBe(413)
  })
})

describe('kept pages', () => {
  // Kept pages are answered before Fastify, so these go through a real port.
  let base: string
  beforeAll(async () => {
    await web.listen({ port: 0, host: '127.0.0.1' })
    base = `http://127.0.0.1:${(web.server.address() as { port: number }).port}`
  })

  test('are answered from memory until a fact happens', async () => {
    await fetch(`${base}/board?kept=1`)
    const before = shownTimes
    const again = await fetch(`${base}/board?kept=1`)
    expect(shownTimes).toBe(before)
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
    const { token, cookie } = await formToken('127.0.0.1')
    const sent = await pin({ note: 'new', copies: '1', [TOKEN_FIELD]: token }, { cookie, host: '127.0.0.1' })
    expect(sent.statusCode).toBe(303)
    expect(await (await fetch(`${base}/board?kept=1`)).text()).toContain(`亀山市 ${pins}`)
    expect(shownTimes).toBe(before + 1)
  })

  test('answer 304 to who has them already, and differ by way of reading', async () => {
    const first = await fetch(`${base}/board`)
    const etag = first.headers.get('etag') ?? ''
    expect((await fetch(`${base}/board`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect(await (await fetch(`${base}/board`, { headers: { 'accept-language': 'en' } })).text()).toContain('lang="en"')
    expect(await (await fetch(`${base}/board`)).text()).toContain('lang="ja"')
  })

  test('a page overtaken by a fact while it was rendered is not kept', () => {
    const small = new PageCache()
    const generation = small.generationOf('a')
    small.emptyFor('a', ['board.pinned'])
    small.keep('key', { city: 'a', given: { city: 'a', route: '/board', language: 'ja', type: 'text/html' }, emptiedBy: ['board.*'], isOver: null, body: Buffer.from('old'), headers: {}, generation })
    expect(small.answer('key', { headers: {}, method: 'GET' } as never, {} as never)).toBeUndefined()
  })

  test('a page is kept though other facts happened while it was rendered, and not when too much happened to know', () => {
    const response = { writeHead: () => response, end: () => response }
    const page = { city: 'a', given: { city: 'a', route: '/board', language: 'ja', type: 'text/html' }, emptiedBy: ['board.*'], isOver: null, body: Buffer.from('new'), headers: {} } as const
    const keptAfter = (happen: (cache: PageCache) => void): boolean => {
      const small = new PageCache()
      const generation = small.generationOf('a')
      happen(small)
      small.keep('key', { ...page, generation })
      return small.answer('key', { headers: {}, method: 'GET' } as never, response as never) !== undefined
    }
    expect(keptAfter((small) => small.emptyFor('a', ['other.thing']))).toBe(true)
    expect(keptAfter((small) => small.emptyAll('a'))).toBe(false)
    expect(keptAfter((small) => Array.from({ length: 501 }, () => small.emptyFor('a', ['other.thing'])))).toBe(false)
    expect(keptAfter((small) => ['other.thing', 'board.pinned', 'other.thing'].forEach((name) => small.emptyFor('a', [name])))).toBe(false)
  })

  test('a crowd that asks for a page that was thrown away waits for one of them', async () => {
    await fetch(`${base}/board?crowd`)
    cache.emptyFor('kameyama', ['board.pinned'])
    const before = shownTimes
    const bodies = await Promise.all(Array.from({ length: 50 }, async () => (await fetch(`${base}/board?crowd`)).text()))
    expect(shownTimes - before).toBe(1)
    expect(new Set(bodies).size).toBe(1)
  })

  test('a page whose time is over is not given out, though no fact happened', () => {
    const small = new PageCache()
    let isOver = false
    const given = { city: 'a', route: '/board', language: 'ja', type: 'text/html' } as const
    small.keep('key', { city: 'a', given, emptiedBy: ['board.*'], isOver: () => isOver, body: Buffer.from('level 4'), headers: {}, generation: 0 })
    const answered: string[] = []
    const response = { writeHead: () => response, end: (body: Buffer) => answered.push(body.toString()) }
    expect(small.answer('key', { headers: {}, method: 'GET' } as never, response as never)).toEqual(given)
    isOver = true
    expect(small.answer('key', { headers: {}, method: 'GET' } as never, response as never)).toBeUndefined()
    expect(answered).toEqual(['level 4'])
  })

  test('a page that carries a form token is for its visitor only', async () => {
    const first = await fetch(`${base}/board/ask`)
    const cookie = String(first.headers.get('set-cookie')).split(';')[0] ?? ''
    const again = await fetch(`${base}/board/ask`, { headers: { cookie } })
    const stranger = await fetch(`${base}/board/ask`)
    expect(stranger.headers.get('set-cookie')).not.toBeNull()
    expect(await stranger.text()).not.toBe(await again.text())
  })

  test('who brings a notice sees it', async () => {
    await fetch(`${base}/board`)
    const hits = cache.hits
    await fetch(`${base}/board`, { headers: { cookie: 'tsunagu-notice=saved' } })
    expect(cache.hits).toBe(hits)
  })

  test('a fact rung by another process empties them, and so does the bell for everything', async () => {
    for (const names of ['other.thing board.pinned', '*']) {
      await fetch(`${base}/board?rung`)
      const before = shownTimes
      await (cities[0] as (typeof cities)[number]).owner`select pg_notify('facts', ${names})`
      await new Promise((resolve) => setTimeout(resolve, 150))
      await fetch(`${base}/board?rung`)
      expect(shownTimes).toBe(before + 1)
    }
  })

  test('who brings a session is never answered from memory', async () => {
    await fetch(`${base}/board`)
    const hits = cache.hits
    await fetch(`${base}/board`, { headers: { cookie: 'tsunagu-session=x' } })
    expect(cache.hits).toBe(hits)
  })
})

describe('machines', () => {
  test('health, readiness, figures and the description of all routes', async () => {
    expect((await web.inject('/health')).json()).toEqual({ status: 'alive' })
    expect((await web.inject('/ready')).json()).toMatchObject({ status: 'ready' })
    expect((await web.inject('/metrics')).body).toContain('tsunagu_request_seconds_bucket')
    const description = (await web.inject('/openapi.json')).json<{ paths: Record<string, Record<string, unknown>> }>()
    expect(description.paths['/board']).toMatchObject({ get: {}, post: { requestBody: {} } })
    expect(description.paths['/api/board']?.post).toMatchObject({ tags: ['board'] })
  })

  test('a wrong body names the field', async () => {
    const response = await web.inject({ method: 'POST', url: '/api/board', payload: { note: 1 }, headers: { accept: 'application/json' } })
    expect(response.statusCode).toBe(400)
    expect(response.json<{ detail: string }>().detail).toContain('note')
  })

  test('floods from one address are stopped', async () => {
    const strict = await createWeb({
      cities, assets: [], secret: Buffer.alloc(32, 1), log: silentLog, metrics: new Metrics(cache), cache, trustedProxies: 0,
      requestsPerMinute: 3, renderShell: (frame) => frame.main.source, renderFault: () => html`fault`,
    })
    const codes = []
    for (let index = 0; index < 5; index++) codes.push((await strict.inject('/board/new')).statusCode)
    expect(codes).toEqual([200, 200, 200, 429, 429])
    await strict.close()
  })
})

test('closing answers what has arrived', async () => {
  const slow: Manifest = { ...board, name: 'slow', facts: {}, routes: [page('/slow', everyone, async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return shown({ title: 'Slow', main: html`slow but sure` })
  })] }
  const open = await openTestCity({ parts: [slow], folder: join(CITIES, 'kameyama') })
  const short = await createWeb({
    cities: [open], assets: [], secret: Buffer.alloc(32, 1), log: silentLog, metrics: new Metrics(cache), cache, trustedProxies: 0,
    renderShell: (frame) => frame.main.source, renderFault: () => html`fault`,
  })
  const base = await short.listen({ port: 0, host: '127.0.0.1' })
  const answer = fetch(`${base}/slow`).then((response) => response.text())
  await new Promise((resolve) => setTimeout(resolve, 100))
  await short.close()
  expect(await answer).toBe('slow but sure')
  await open.close()
})

describe('what another machine brings', () => {
  const bring = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    web.inject({ method: 'POST', url: '/board/parcels', payload, headers: { host: 'localhost', ...headers } })

  test.each(['application/json', 'application/x-www-form-urlencoded', 'text/xml; charset=utf-8', 'application/octet-stream'])('arrives byte by byte as %s', async (type) => {
    const answer = await bring(Buffer.from([0x7b, 0xff, 0x00]), { 'content-type': type, 'x-sign': 'abc' })
    expect([answer.statusCode, answer.json()]).toEqual([202, { hex: '7bff00', sign: 'abc', who: null, session: null }])
  })

  test('may come in bursts, from another machine too, to a limit of its own', async () => {
    const from = (remoteAddress: string) => web.inject({ method: 'POST', url: '/board/parcels', payload: 'x', remoteAddress, headers: { host: 'localhost', 'content-type': 'text/plain' } })
    const codes = new Map<number, number>()
    for (let index = 0; index < LIMITS.deliveriesPerMinute + 5; index++) {
      const { statusCode } = await from('192.0.2.7')
      codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1)
    }
    expect(codes.get(202)).toBeGreaterThanOrEqual(LIMITS.deliveriesPerMinute)
    expect((await from('192.0.2.8')).statusCode).toBe(202)
  })

  test('is refused when it is too long, and leaves other routes their own readers', async () => {
    expect((await bring('x'.repeat(65), { 'content-type': 'text/plain' })).statusCode).toBe(413)
    const operation = await web.inject({ method: 'POST', url: '/api/board', payload: { note: 'x' }, headers: { host: 'localhost' } })
    expect(operation.statusCode).toBe(201)
  })
})
