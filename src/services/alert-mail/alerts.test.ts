import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { addContact } from '../../capabilities/notices/contacts.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { phrasebook } from '../../capabilities/phrasebook/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { alertMail } from './manifest.ts'

let city: TestWeb
let editor: string
let second: string
/** The clock of the city, moved by hand. */
let now = Temporal.Instant.from('2026-11-22T05:00:00Z')

beforeAll(async () => {
  const clock = { now: () => now, today: () => now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate() }
  city = await openTestWeb([staffIdentity, imports, mail, notices, phrasebook, alertMail], { clock })
  editor = await city.signIn('kitamura.shun')
  second = await city.signIn('nagase.tomoko')
})
afterAll(() => city.close())

const TEXT = { topic: 'crime', urgency: '0', isWholeCity: 'yes', channels: 'mail', 'title.ja': '不審者の情報 ⚠️', 'body.ja': '声をかけられました。\n明るい道を通ってください。' }

async function draft(values: Readonly<Record<string, string>> = {}, cookie = editor): Promise<string> {
  const answer = await city.send({ page: '/staff/alerts/new', action: '/staff/alerts/new', values: { ...TEXT, ...values }, cookie })
  expect(answer.statusCode, answer.body.slice(0, 2_000)).toBe(303)
  return String(answer.headers.location)
}

function press(path: string, act: string, cookie = editor) {
  return city.send({ page: path, action: `${path}/${act}`, values: {}, cookie })
}

async function get(url: string, cookie = editor) {
  return city.web.inject({ url, headers: { accept: 'text/html', cookie } })
}

async function stateOf(path: string): Promise<string> {
  const rows = await city.open.owner<{ state: string }[]>`select state from alert_mail.alert where id = ${path.split('/').at(-1) ?? ''}`
  return rows[0]?.state ?? 'missing'
}

async function noticesOf(path: string): Promise<Record<string, unknown>[]> {
  return city.open.owner<Record<string, unknown>[]>`select n.* from notices.notice n join alert_mail.alert a on a.notice_id = n.id where a.id = ${path.split('/').at(-1) ?? ''}`
}

async function passMinute(): Promise<void> {
  now = now.add({ seconds: 61 })
  await city.workers.settle()
}

async function subscribers(count: number): Promise<void> {
  await city.open.database.act('notices', systemActor, async (tx) => {
    for (let index = 0; index < count; index++) {
      await addContact(tx, { channel: 'mail', address: `s${randomUUID().slice(0, 8)}${index}@example.jp`, language: index % 2 === 0 ? 'ja' : 'pt', topics: ['alert-mail.crime'], isConfirmed: true })
    }
  })
}

describe('an alert', () => {
  test('waits a minute, in which it is taken back clean', async () => {
    const path = await draft()
    await press(path, 'send')
    expect(await stateOf(path)).toBe('leaving')
    await press(path, 'take-back')
    expect(await stateOf(path)).toBe('draft')
    await passMinute()
    expect(await stateOf(path)).toBe('draft')
    expect(await noticesOf(path)).toEqual([])
  })

  test('leaves after it, with its emoji, and is read by everybody', async () => {
    const path = await draft()
    await press(path, 'send')
    await passMinute()
    expect(await stateOf(path)).toBe('sent')
    const [notice] = await noticesOf(path)
    expect(notice).toMatchObject({ topic: 'alert-mail.crime', is_public: true, kind: 'issue', link: `/alerts/${path.split('/').at(-1)}` })
    expect((await press(path, 'take-back')).headers.location).toBe(path)
    expect(await stateOf(path)).toBe('sent')
    const { body } = await get(`/alerts/${path.split('/').at(-1)}`, 'language=en')
    expect(body).toContain('不審者の情報 ⚠️')
    expect(body).toMatch(/translated/i)
  })

  test('is corrected and withdrawn by notices that refer to it', async () => {
    const path = await draft()
    await press(path, 'send')
    await passMinute()
    const [first] = await noticesOf(path)
    const edit = String((await press(path, 'correct')).headers.location)
    expect(edit).toMatch(/\/edit$/)
    const withdrawal = String((await press(path, 'withdraw')).headers.location)
    await press(withdrawal, 'send')
    await passMinute()
    const [cancel] = await noticesOf(withdrawal)
    expect(cancel).toMatchObject({ kind: 'cancel', refers_to: first?.id })
    expect(JSON.stringify(cancel?.texts)).toContain('不審者の情報')
    expect((await get(`/alerts/${path.split('/').at(-1)}`, 'language=ja')).body).toContain('取り下げられました')
    // What is over offers no further correction.
    expect((await get(path)).body).not.toContain(`${path}/correct`)
  })

  test.each([
    ['a subject with another header in it', { 'title.ja': 'お知らせ\r\nBcc: all@example.jp' }],
    ['a control character', { 'title.ja': 'お知らせ\u0007' }],
    ['a line separator', { 'title.ja': 'お知らせ\u2028次' }],
    ['braces that are no reading', { 'body.ja': '{count}人が見ました。' }],
    ['a title without its text', { 'title.en': 'Only a title' }],
    ['no town', { isWholeCity: '', towns: '' }],
    ['a town that is not there', { isWholeCity: '', towns: 'どこにもない町' }],
    ['no channel', { channels: '' }],
    ['a text of three thousand characters', { 'body.ja': 'あ'.repeat(3_000) }],
  ])('%s is refused by name, and nothing typed is lost', async (_, values) => {
    const answer = await city.send({ page: '/staff/alerts/new', action: '/staff/alerts/new', values: { ...TEXT, ...values }, cookie: editor })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('明るい道を通ってください。'.slice(0, 'body.ja' in values ? 0 : undefined))
    expect(answer.body).toContain('error-summary')
  })

  test('ten megabytes in the box are refused with a reason', async () => {
    const page = await get('/staff/alerts/new')
    const token = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const answer = await city.web.inject({
      method: 'POST', url: '/staff/alerts/new', headers: { cookie: editor, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...TEXT, csrf: token, 'body.ja': 'a'.repeat(10 * 1024 * 1024) }).toString(),
    })
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('<h1')
  })

  test('a drill says so in every language and is not public', async () => {
    const path = await draft({ isDrill: 'yes', 'title.en': 'Suspicious person', 'body.en': 'Take a well-lit road.' })
    const { body } = await get(path)
    expect(body).toContain('訓練')
    await press(path, 'send')
    await passMinute()
    const [notice] = await noticesOf(path)
    expect(notice).toMatchObject({ is_drill: true })
    expect((await get('/alerts', 'language=ja')).body).not.toContain(path.split('/').at(-1))
  })

  test('an approved phrase fills all four languages, and keeps saying that it is one', async () => {
    const { body } = await get('/staff/alerts/new?phrase=suspicious-person&place=%E5%B8%82%E5%BD%B9%E6%89%80&placeKana=%E3%81%97%E3%82%84%E3%81%8F%E3%81%97%E3%82%87&placeRomaji=City%20Hall&time=19:30')
    for (const name of ['title.ja', 'title.easy', 'title.en', 'title.pt']) expect(new RegExp(`name="${name}"[^>]*value="[^"]+"|value="[^"]+"[^>]*name="${name}"`).test(body), name).toBe(true)
  })
})

describe('more than a thousand people', () => {
  beforeAll(() => subscribers(1_001), 120_000)

  test('are shown before sending, and need a second person who is another', async () => {
    const path = await draft()
    expect((await get(path)).body).toMatch(/1,\d\d\d人に届きます/)
    await press(path, 'send')
    expect(await stateOf(path)).toBe('waiting')
    await press(path, 'back', second)
    await press(path, 'send')
    const own = await get(path)
    expect(own.body).not.toContain(`${path}/confirm`)
    await city.send({ page: path, action: `${path}/confirm`, values: {}, cookie: editor })
    expect(await stateOf(path)).toBe('waiting')
    await press(path, 'confirm', second)
    expect(await stateOf(path)).toBe('leaving')
    await passMinute()
    expect(await stateOf(path)).toBe('sent')
    const [notice] = await noticesOf(path)
    expect(notice?.issued_by).not.toBe(notice?.confirmed_by)
    expect(notice?.confirmed_by).toBeTypeOf('string')
  })

  test('get an emergency at once', async () => {
    const path = await draft({ urgency: '4' })
    await press(path, 'send')
    expect(await stateOf(path)).toBe('sent')
  })

  test('two officers who press at once send it once', async () => {
    const path = await draft({ urgency: '4' })
    await Promise.all([press(path, 'send'), press(path, 'send', second)])
    const rows = await city.open.owner<{ count: number }[]>`select count(*)::int as count from notices.notice where link = ${`/alerts/${path.split('/').at(-1)}`}`
    expect(rows[0]?.count).toBe(1)
  })
})

test('nobody without the duty sees the desk', async () => {
  const other = await city.signIn('morita.riku')
  expect((await get('/staff/alerts', other)).statusCode).toBe(403)
})
