import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jpegOf } from '#capabilities/attachments/invented-files.ts'
import { attachments } from '#capabilities/attachments/manifest.ts'
import { mail } from '#capabilities/mail/manifest.ts'
import { payments } from '#capabilities/payments/manifest.ts'
import { residentIdentity } from '#capabilities/resident-identity/manifest.ts'
import { residents } from '#capabilities/residents/manifest.ts'
import { openTestWeb, signInResident, type TestWeb } from '../../testing.ts'
import { applications } from './manifest.ts'
import { ANNA, BERT, growing, permits, register } from './trial-permits.ts'

let city: TestWeb
let anna: string
let clerk: string
let head: string

beforeAll(async () => {
  city = await openTestWeb([residents, mail, residentIdentity, attachments, payments, register, applications, permits])
  anna = await resident(ANNA)
  clerk = `${await city.signInWith('applications-clerk')}; language=en`
  head = `${await city.signInWith('applications-decider')}; language=en`
})
afterAll(() => city.close())

const resident = async (personId: string | null, proof: 'card' | 'mail' = 'card') => `${await signInResident(city, { personId, proof })}; language=en`
const get = (url: string, cookie: string) => city.web.inject({ url, headers: { cookie, accept: 'text/html' } })
const tokenIn = (body: string) => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
const seenIn = (body: string) => /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? ''

async function post(page: string, action: string, cookie: string, values: Readonly<Record<string, string | readonly string[]>> = {}): Promise<LightMyRequestResponse> {
  const shown = await get(page, cookie)
  const own = shown.cookies.map(({ name, value }) => `${name}=${value}`)
  const payload = new URLSearchParams([['csrf', tokenIn(shown.body)], ...Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))])
  if (!('seen' in values) && seenIn(shown.body) !== '') payload.set('seen', seenIn(shown.body))
  return city.web.inject({ method: 'POST', url: action, headers: { cookie: [cookie, ...own].join('; '), 'content-type': 'application/x-www-form-urlencoded' }, payload: payload.toString() })
}

async function upload(page: string, cookie: string, slot: string, bytes: Buffer, action = page): Promise<LightMyRequestResponse> {
  const shown = await get(page, cookie)
  const form = new FormData()
  form.set('csrf', tokenIn(shown.body))
  form.set('slot', slot)
  form.set('file', new Blob([new Uint8Array(bytes)]), 'patch.jpg')
  const sent = new Response(form)
  return city.web.inject({ method: 'POST', url: action, headers: { cookie, 'content-type': sent.headers.get('content-type') ?? '' }, payload: Buffer.from(await sent.arrayBuffer()) })
}

/** Fills a permit in up to the check page; its address. */
async function filledPermit(cookie: string, size = '40'): Promise<string> {
  const begun = await post('/apply/trial-permits.permit', '/apply/trial-permits.permit', cookie)
  const base = String(begun.headers.location).replace(/\/1$/, '')
  await post(`${base}/1`, `${base}/1`, cookie, { 'name.right': 'yes', shown: 'name' })
  await post(`${base}/2`, `${base}/2`, cookie, { size, place: 'park', shown: 'size,place,helpers' })
  await upload(`${base}/documents`, cookie, 'photo', jpegOf(60, 40))
  return base
}

async function filedPermit(cookie: string, size?: string): Promise<string> {
  const base = await filledPermit(cookie, size)
  const sent = await post(`${base}/check`, `${base}/submit`, cookie, { mail: 'anna@example.jp' })
  return String(sent.headers.location).replace(/\?.*$/, '')
}

const idIn = (path: string) => path.split('/').at(-1) as string
const deskOf = (path: string) => `/staff/applications/${idIn(path)}`

describe('a resident fills in', () => {
  test('who may not begin is led to the right door, and nothing is begun', async () => {
    expect((await get('/apply/trial-permits.permit', 'language=en')).body).toContain('/my/sign-in?proof=card')
    expect((await post('/apply/trial-permits.permit', '/apply/trial-permits.permit', await resident(BERT, 'mail'))).statusCode).not.toBe(303)
    expect(await city.open.owner`select 1 from applications.application`).toEqual([])
  })

  test('page by page, with prefill, further questions, and problems that keep what was typed', async () => {
    const begun = await post('/apply/trial-permits.permit', '/apply/trial-permits.permit', anna)
    const base = String(begun.headers.location).replace(/\/1$/, '')
    expect((await get(`${base}/1`, anna)).body).toContain('試 杏奈')
    const wrong = await post(`${base}/1`, `${base}/1`, anna, { 'name.right': 'no', shown: 'name' })
    expect(wrong.statusCode).toBe(422)
    expect((await post(`${base}/1`, `${base}/1`, anna, { 'name.right': 'yes', shown: 'name' })).headers.location).toBe(`${base}/2`)
    const heavy = await post(`${base}/2`, `${base}/2`, anna, { size: '4000', place: 'road', shown: 'size,place,helpers' })
    expect(heavy.body).toContain('value="4000"')
    // 「道」を選ぶと理由も聞く: the same page comes once more, with the question that the answer brought.
    expect((await post(`${base}/2`, `${base}/2`, anna, { size: '400', place: 'road', shown: 'size,place,helpers' })).headers.location).toBe(`${base}/2`)
    const again = await get(`${base}/2`, anna)
    expect(again.body).toContain('Why a road')
    expect(again.body).toContain('Not met')
    expect((await post(`${base}/2`, `${base}/2`, anna, { size: '40', place: 'road', why: 'sun', 'helpers.0.helper': BERT, shown: 'size,place,why,helpers' })).headers.location).toBe(`${base}/documents`)
    const check = await get(`${base}/check`, anna)
    expect(check.body).toContain('試 伴人')
    expect(check.body).toContain('“Photo of the patch” is not attached yet')
    // Somebody who changed their mind leaves no answer to what is no longer asked.
    await post(`${base}/2`, `${base}/2`, anna, { size: '40', place: 'park', shown: 'size,place,why,helpers' })
    expect((await get(`${base}/check`, anna)).body).not.toContain('Why a road')
    // The draft waits on another device, and is nobody else's.
    expect((await get('/my/applications', anna)).body).toContain(base)
    expect((await get(`${base}/2`, await resident(BERT))).statusCode).toBe(404)
    expect((await get(`${base}/2`, 'language=en')).statusCode).toBe(401)
    expect((await post(`${base}/discard`, `${base}/discard`, anna)).headers.location).toBe('/apply')
    expect((await get(`${base}/2`, anna)).statusCode).toBe(404)
  })

  test('files that are not what they seem are refused at their place, in words', async () => {
    const base = await filledPermit(anna)
    const refused = await upload(`${base}/documents`, anna, 'photo', Buffer.from('<svg onload="x"/>'))
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Web pages and SVG')
    expect((await upload(`${base}/documents`, anna, 'nowhere', jpegOf(8, 8))).headers.location).toBe(`${base}/documents`)
  })

  test('unsigned where a signature is needed is not filed; another answer needs another signature', async () => {
    expect((await get('/apply/trial-permits.oath', await resident(BERT, 'mail'))).body).toContain('proof=card')
    const begun = await post('/apply/trial-permits.oath', '/apply/trial-permits.oath', anna)
    const base = String(begun.headers.location).replace(/\/1$/, '')
    await post(`${base}/1`, `${base}/1`, anna, { 'name.right': 'yes', shown: 'name' })
    const stateOf = async () => (await city.open.owner<{ state: string }[]>`select state from applications.application where procedure = 'trial-permits.oath'`)[0]?.state
    await post(`${base}/check`, `${base}/submit`, anna)
    expect(await stateOf()).toBe('draft')
    expect(String((await post(`${base}/check`, `${base}/sign`, anna)).headers.location)).toMatch(/^\/my\/sign\//)
    await post(`${base}/check`, `${base}/submit`, anna)
    expect(await stateOf()).toBe('draft')
    await city.open.owner`update resident_identity.signature set signature = '\\x01', certificate = '\\x02', signed_at = now()`
    expect((await get(`${base}/check`, anna)).body).toContain('Send the application')
    await post(`${base}/1`, `${base}/1`, anna, { 'name.right': 'no', 'name.told': '別の 名前', shown: 'name' })
    await post('/my/applications', `${base}/submit`, anna)
    expect(await stateOf()).toBe('draft')
    await post(`${base}/1`, `${base}/1`, anna, { 'name.right': 'yes', shown: 'name' })
    await post(`${base}/check`, `${base}/submit`, anna)
    expect(await stateOf()).toBe('submitted')
  })

  test('is filed once, however often it is sent', async () => {
    const base = await filledPermit(anna)
    const page = await get(`${base}/check`, anna)
    const send = () => city.web.inject({
      method: 'POST', url: `${base}/submit`, headers: { cookie: anna, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ csrf: tokenIn(page.body), mail: 'anna@example.jp' }).toString(),
    })
    const answers = await Promise.all([send(), send(), send()])
    const another = await post('/my/applications', `${base}/submit`, anna, { mail: '' })
    const paths = new Set([...answers, another].map(({ headers }) => String(headers.location).replace(/\?.*$/, '')))
    expect(paths.size).toBe(1)
    const [path = ''] = paths
    const filed = await city.open.owner`select number, version, state from applications.application where id = ${idIn(path)}`
    expect(filed).toMatchObject([{ version: '2026-04', state: 'submitted', number: expect.stringMatching(/^A26-\d{7}-\d$/) }])
    expect(await city.open.owner`select 1 from applications.event where application_id = ${idIn(path)}`).toHaveLength(1)
    const status = await get(path, anna)
    expect(status.body).toContain('You need not do anything now')
    expect(status.body).toContain('A decision is due by')
    expect((await get(`${path}/receipt.pdf`, anna)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const letters = await city.open.owner<{ subject: string; body: string }[]>`select subject, body from mail.letter where purpose = 'applications.received'`
    expect(letters).toHaveLength(1)
    expect(`${letters[0]?.subject}${letters[0]?.body}`).not.toMatch(/pumpkin|かぼちゃ|杏奈/i)
  })

  test('who is somebody else sees nothing, and that they tried is noted', async () => {
    const path = await filedPermit(anna)
    const other = await resident(BERT)
    for (const url of [path, `${path}/receipt.pdf`, `${path}/correct`, `${path}/withdraw`]) expect((await get(url, other)).statusCode).toBe(404)
    expect((await get(path, 'language=en')).statusCode).toBe(401)
    const noted = await city.open.owner`select 1 from kernel.audit where subject = ${`application:${idIn(path)}`} and act = 'refuse application'`
    expect(noted.length).toBeGreaterThan(0)
  })
})

describe('without an account', () => {
  test('what costs something is asked for once, and not any more after a withdrawal', async () => {
    const visitor = 'language=en'
    const shown = await get('/apply/trial-permits.seed', visitor)
    expect(shown.body).toMatch(/Fee[\s\S]{0,120}\d+ yen/)
    const cookie = [visitor, ...shown.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
    const base = String((await post('/apply/trial-permits.seed', '/apply/trial-permits.seed', cookie)).headers.location).replace(/\/1$/, '')
    await post(`${base}/1`, `${base}/1`, cookie, { 'name.told': '種 まく', shown: 'name' })
    const path = String((await post(`${base}/check`, `${base}/submit`, cookie, { mail: 'v@example.jp' })).headers.location).replace(/\?.*$/, '')
    expect((await get(path, cookie)).body).toContain('Pay the fee')
    await post(`${path}/withdraw`, `${path}/withdraw`, cookie)
    const requests = await city.open.owner`select state from payments.request where reference in (select 'applications:' || id from applications.application where applicant_name = '種 まく')`
    expect(requests).toMatchObject([{ state: 'cancelled' }])
  })

  test('a draft is a secret address; the receipt is number and code', async () => {
    const visitor = 'language=en'
    const shown = await get('/apply/trial-permits.sticker', visitor)
    const cookie = [visitor, ...shown.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
    const base = String((await post('/apply/trial-permits.sticker', '/apply/trial-permits.sticker', cookie)).headers.location).replace(/\/1$/, '')
    await post(`${base}/1`, `${base}/1`, cookie, { 'name.told': '山𠮷 葛󠄀子', shown: 'name' })
    await post(`${base}/2`, `${base}/2`, cookie, { size: '3', shown: 'size' })
    expect((await post(`${base}/check`, `${base}/submit`, cookie)).body).toContain('We need your mail address')
    expect((await post(`${base}/later`, `${base}/later`, cookie, { mail: 'nobody' })).statusCode).toBe(422)
    const sent = await post(`${base}/check`, `${base}/submit`, cookie, { mail: 'v@example.jp' })
    const status = await get(String(sent.headers.location), visitor)
    expect(status.statusCode).toBe(200)
    const number = /A26-\d{7}-\d/.exec(status.body)?.[0] ?? ''
    const code = /<code>([^<]+)<\/code>/.exec(status.body)?.[1] ?? ''
    expect((await post('/applications/look-up', '/applications/look-up', cookie, { number, code: 'AAAA-AAAA-AAAA' })).statusCode).toBe(422)
    const found = await post('/applications/look-up', '/applications/look-up', cookie, { number: number.replaceAll('-', ' ').toLowerCase(), code: code.toLowerCase() })
    expect((await get(String(found.headers.location), visitor)).body).toContain(number)
    // The name is kept letter by letter, variation sequence included.
    expect(await city.open.owner`select 1 from applications.application where applicant_name = ${'山𠮷 葛󠄀子'}`).toHaveLength(1)
  })
})

describe('the desk', () => {
  test('a correction goes there and back: only what was marked, the old answers stay', async () => {
    const path = await filedPermit(anna)
    const desk = deskOf(path)
    expect((await post(desk, `${desk}/claim`, clerk)).statusCode).toBe(303)
    expect((await post(`${desk}/ask`, `${desk}/ask`, clerk)).statusCode).toBe(422)
    await post(`${desk}/ask`, `${desk}/ask`, clerk, { 'reason.size': 'Please weigh it again.', 'reason.document:photo': 'It is dark.' })
    const asked = await get(path, anna)
    expect(asked.body).toContain('Please weigh it again.')
    await upload(`${path}/correct`, anna, 'photo', jpegOf(30, 30), `${path}/files`)
    await post(`${path}/correct`, `${path}/correct`, anna, { size: '55', place: 'road', why: 'smuggled' })
    const editions = await city.open.owner<{ answers: unknown }[]>`select answers from applications.edition where application_id = ${idIn(path)} order by edition`
    expect(editions).toMatchObject([{ answers: { size: 40, place: 'park' } }, { answers: { size: 55, place: 'park' } }])
    expect((await get(desk, clerk)).body).toContain('edition 1')
    expect((await post(path, `${path}/correct`, anna, { size: '56', seen: '1' })).headers.location).toBe(path)
  })

  test('two persons decide, the service acts in the same breath, and the applicant reads why', async () => {
    const path = await filedPermit(anna)
    const desk = deskOf(path)
    expect((await post(desk, `${desk}/decide`, clerk, { outcome: 'refused' })).statusCode).toBe(422)
    await post(desk, `${desk}/decide`, clerk, { outcome: 'approved', reasons: ['fine', 'too-heavy'], note: 'Mind the cat.' })
    expect((await post(desk, `${desk}/confirm`, clerk)).statusCode).toBe(403)
    const seen = seenIn((await get(desk, head)).body)
    expect((await post(desk, `${desk}/confirm`, head)).statusCode).toBe(303)
    expect((await post(desk, `${desk}/confirm`, head, { seen })).headers.location).toBe(desk)
    expect(growing.filter(({ id }) => id === idIn(path))).toMatchObject([{ personId: ANNA, decision: { outcome: 'approved', reasons: ['fine'] } }])
    const status = await get(path, anna)
    for (const text of ['Approved', 'It may grow', 'Mind the cat.', 'Administrative Complaint Review Act']) expect(status.body).toContain(text)
    expect(status.body).not.toContain('試験 花子')
    const facts = await city.open.owner`select 1 from kernel.outbox where subject = ${`application:${idIn(path)}`} and name = 'applications.decided'`
    expect(facts).toHaveLength(1)
    expect((await post(path, `${path}/withdraw`, anna, { seen: 'x' })).statusCode).toBe(303)
    expect(await city.open.owner`select state from applications.application where id = ${idIn(path)}`).toMatchObject([{ state: 'approved' }])
  })

  test('of two officers the second is told, and nothing of theirs is done', async () => {
    const desk = deskOf(await filedPermit(anna))
    const seen = seenIn((await get(desk, clerk)).body)
    await post(desk, `${desk}/claim`, head, { seen })
    const late = await post(desk, `${desk}/claim`, clerk, { seen })
    expect(late.headers.location).toBe(desk)
    expect(await city.open.owner`select 1 from applications.event where application_id = ${idIn(desk)} and kind = 'claimed'`).toHaveLength(1)
  })

  test('every view is noted, with whom it is about', async () => {
    const desk = deskOf(await filedPermit(anna))
    await get(desk, clerk)
    expect((await city.open.owner`select 1 from kernel.audit where subject = ${`resident:${ANNA}`} and act = 'view application'`).length).toBeGreaterThan(0)
  })

  test('search, files, notes, stages, messages and withdrawal', async () => {
    const path = await filedPermit(anna)
    const desk = deskOf(path)
    expect((await get('/staff/applications?q=杏奈', clerk)).body).toContain(desk)
    expect((await get('/staff/applications?q=nobody', clerk)).body).not.toContain(desk)
    expect((await get('/staff/applications/list.xlsx', clerk)).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await get('/staff/applications/list.csv', clerk)).body).toContain('試 杏奈')
    await post('/staff/applications/settings', '/staff/applications/settings/stage', clerk, { procedure: 'trial-permits.permit', ja: '現地確認', easy: 'げんち', en: 'On site', pt: 'No local' })
    const [stage] = await city.open.owner<{ id: string }[]>`select id from applications.stage`
    await post(desk, `${desk}/stage`, clerk, { stage: stage?.id ?? '' })
    await post(desk, `${desk}/note`, clerk, { text: 'secret note' })
    await post(desk, `${desk}/message`, clerk, { text: 'Is there a fence?' })
    await post(path, `${path}/message`, anna, { text: 'There is.' })
    const status = await get(path, anna)
    for (const text of ['On site', 'Is there a fence?', 'There is.']) expect(status.body).toContain(text)
    expect(status.body).not.toContain('secret note')
    const [file] = await city.open.owner<{ id: string }[]>`select id from attachments.file where owner = ${`application:${idIn(path)}`}`
    expect((await get(`${desk}/files/${file?.id}`, clerk)).headers['content-type']).toBe('image/jpeg')
    expect((await get(`${path}/files/${file?.id}`, await resident(BERT))).statusCode).toBe(404)
    await post(`${path}/withdraw`, `${path}/withdraw`, anna)
    expect((await get(path, anna)).body).toContain('Withdrawn')
  })

  test('paper is typed into the same form, and lies on the same pile', async () => {
    const begun = await post('/staff/applications/paper', '/staff/applications/paper', clerk, { procedure: 'trial-permits.sticker' })
    const base = String(begun.headers.location).replace(/\/1$/, '')
    expect((await get(`${base}/1`, anna)).statusCode).toBe(401)
    await post(`${base}/1`, `${base}/1`, clerk, { 'name.told': '紙 太郎', shown: 'name' })
    await post(`${base}/2`, `${base}/2`, clerk, { size: '9', shown: 'size' })
    const filed = await post(`${base}/check`, `${base}/submit`, clerk, { mail: '' })
    expect((await get(String(filed.headers.location), clerk)).body).toContain('On paper')
  })

  test('what needs no weighing is approved together; what does not meet its terms stays', async () => {
    const bulk = await get('/staff/applications/bulk', head)
    const ids = [...bulk.body.matchAll(/name="ids" value="([^"]+)"/g)].map((match) => match[1] as string)
    expect(ids.length).toBeGreaterThan(0)
    const permit = idIn(await filedPermit(anna))
    await post('/staff/applications/bulk', '/staff/applications/bulk', head, { ids: [...ids, permit] })
    expect(await city.open.owner`select id from applications.application where state = 'approved' and id = any(${ids}::uuid[])`).toHaveLength(ids.length)
    expect(await city.open.owner`select state from applications.application where id = ${permit}`).toMatchObject([{ state: 'submitted' }])
  })

  test('a paused procedure is shown with when it opens, and takes nothing', async () => {
    await post('/staff/applications/settings', '/staff/applications/settings/pause', clerk, { procedure: 'trial-permits.permit', fromOn: '2026-11-01', untilOn: '2026-11-30', ja: '雨', easy: 'あめ', en: 'Rain', pt: 'Chuva' })
    const list = await get('/apply', anna)
    expect(list.body).toContain('Pumpkin permit')
    expect(list.body).toContain('Opens on')
    expect((await get('/apply/trial-permits.permit', anna)).body).toContain('Rain')
    const { cookies, body } = await get('/apply/trial-permits.sticker', anna)
    const begun = await city.web.inject({
      method: 'POST', url: '/apply/trial-permits.permit', headers: { cookie: [anna, ...cookies.map(({ name, value }) => `${name}=${value}`)].join('; '), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ csrf: tokenIn(body) }).toString(),
    })
    expect(begun.headers.location).toBe('/apply/trial-permits.permit')
  })

  test('what is old enough is forgotten, with its files', async () => {
    await city.open.owner`update applications.application set erase_on = '2026-11-01' where state = 'withdrawn'`
    await city.open.owner`update applications.application set changed_at = '2026-09-01' where state = 'draft'`
    await city.open.database.act('applications', { id: 'system', person: null, resident: null }, async (tx) => {
      for (const job of applications.jobs ?? []) await job.run(tx, null as never, city.open.city, [])
    })
    expect(await city.open.owner`select 1 from applications.application where state in ('withdrawn', 'draft')`).toEqual([])
    expect(await city.open.owner`select 1 from attachments.file where owner not in (select 'application:' || id from applications.application)`).toEqual([])
  })
})
