import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { listPublicNotices } from '../../capabilities/notices/notices.ts'
import { MOST_ALONE } from '../../capabilities/notices/model.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { phrasebook } from '../../capabilities/phrasebook/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { multilingualNews } from './manifest.ts'

const DESK = '/staff/news'
let city: TestWeb
let editor: string
let other: string

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, imports, mail, notices, phrasebook, multilingualNews])
  editor = await city.signInWith('news-editor')
  other = await city.signInWith('news-editor')
})
afterAll(() => city.close())

const get = (url: string, cookie = 'language=en') => city.web.inject({ url, headers: { cookie } })
const withoutRuby = (body: string) => body.replace(/<r[tp]>[^<]*<\/r[tp]>|<\/?ruby>/g, '')
const issued = () => city.open.database.read('multilingual-news', systemActor, (tx) => listPublicNotices(tx))
const noticeOf = async (id: string) => (await issued()).find(({ link }) => link === `/news/${id}`)
const seenIn = (body: string) => /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''

const TEXTS = {
  topic: 'city', 'title.ja': '{祭|まつ}りのお{知|し}らせ', 'body.ja': '{祭|まつ}りは11{月|がつ}です。', 'title.easy': '', 'body.easy': '', 'origin.easy': 'human',
  'title.en': 'About the festival', 'body.en': 'The festival is in November.', 'origin.en': 'human', 'title.pt': '', 'body.pt': '', 'origin.pt': 'human',
}

async function write(values: Record<string, string> = {}): Promise<string> {
  const answer = await city.send({ page: `${DESK}/new`, action: `${DESK}/new`, values: { ...TEXTS, act: 'save', ...values }, cookie: editor })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location).split('/').at(-1) ?? ''
}

async function act(id: string, what: string, cookie = editor, seen?: string) {
  const page = `${DESK}/${id}`
  return city.send({ page, action: `${page}/${what}`, values: { seen: seen ?? seenIn((await get(page, cookie)).body) }, cookie })
}

async function subscribe(people: number): Promise<void> {
  await city.open.owner`insert into notices.contact (id, channel, address, lane, language, topics, towns, state, made_at, confirmed_at)
    select gen_random_uuid(), 'mail', ${randomUUID()} || number || '@example.jp', 'example.jp', 'en', '{multilingual-news.events}', '{}', 'active', now(), now() from generate_series(1, ${people}::int) as number`
}

describe('from draft to readers', () => {
  test('a draft is nobody’s to read, and is sent once', async () => {
    const id = await write()
    expect((await get(`/news/${id}`)).statusCode).toBe(404)
    expect((await act(id, 'publish')).statusCode).toBe(303)
    expect(await noticeOf(id)).toMatchObject({ topic: 'multilingual-news.city', level: 0, texts: { en: { origin: 'human' }, pt: null, 'ja-x-yasashii': null } })
    await act(id, 'publish')
    expect(await issued()).toHaveLength(1)
  })

  test('what is not translated says so in the reader’s language, and shows the Japanese', async () => {
    const id = await write()
    await act(id, 'publish')
    const inPortuguese = await get(`/news/${id}`, 'language=pt')
    expect(inPortuguese.body).toContain('Ainda não há texto em português')
    expect(withoutRuby(inPortuguese.body)).toContain('祭りは11月です。')
    const inEnglish = await get(`/news/${id}`)
    expect(inEnglish.body).toContain('The festival is in November.')
    expect(inEnglish.body).not.toContain('no English text')
    expect((await get(`/news/${id}?in=pt`)).body).toContain('lang="pt-BR"')
  })

  test('a machine’s translation is called so', async () => {
    const id = await write({ 'origin.en': 'machine' })
    await act(id, 'publish')
    expect((await get(`/news/${id}`)).body).toContain('Translated by a machine')
    expect((await noticeOf(id))?.texts.en?.origin).toBe('machine')
  })

  test.each([
    ['a title without a text', { 'body.en': '' }],
    ['a text without a title', { 'title.en': '' }],
    ['a slot that nobody fills', { 'body.en': 'It is at {place}.' }],
    ['easy Japanese with an unread kanji', { 'title.easy': '祭り', 'body.easy': '{祭|まつ}りが あります。' }],
  ])('%s is kept as a draft and not sent', async (_, mistake) => {
    const id = await write(mistake)
    const before = (await issued()).length
    await act(id, 'publish', editor)
    expect(await issued()).toHaveLength(before)
    expect((await get(`/news/${id}`)).statusCode).toBe(404)
  })

  test('a translation that comes later changes the page and is sent to nobody again', async () => {
    const id = await write()
    await act(id, 'publish')
    const before = (await issued()).length
    const page = `${DESK}/${id}`
    const answer = await city.send({ page, action: page, cookie: editor, values: { ...TEXTS, act: 'save', 'title.pt': 'Sobre a festa', 'body.pt': 'A festa é em novembro.', seen: seenIn((await get(page, editor)).body) } })
    expect(answer.statusCode).toBe(303)
    expect((await get(`/news/${id}`, 'language=pt')).body).toContain('A festa é em novembro.')
    expect(await issued()).toHaveLength(before)
  })

  test('what is withdrawn leaves the list and says so', async () => {
    const id = await write({ 'title.en': 'Soon withdrawn' })
    await act(id, 'publish')
    expect((await get('/news')).body).toContain('Soon withdrawn')
    await act(id, 'withdraw')
    await city.workers.settle()
    expect((await get('/news')).body).not.toContain('Soon withdrawn')
    expect((await get(`/news/${id}`)).statusCode).toBe(410)
  })
})

describe('more people than one person may write to', () => {
  test('somebody else confirms, word for word', async () => {
    await subscribe(MOST_ALONE + 1)
    const id = await write({ topic: 'events' })
    const before = (await issued()).length
    await act(id, 'publish')
    expect(await issued()).toHaveLength(before)
    const own = await get(`${DESK}/${id}`, editor)
    expect(own.body).not.toContain(`${id}/confirm`)
    const seen = seenIn(own.body)
    await city.send({ page: `${DESK}/${id}`, action: `${DESK}/${id}/confirm`, values: { seen }, cookie: editor })
    expect(await issued()).toHaveLength(before)
    await act(id, 'confirm', other, 'other words')
    expect(await issued()).toHaveLength(before)
    await act(id, 'confirm', other)
    const notice = await noticeOf(id)
    expect(notice?.confirmedBy).toMatch(/^[0-9a-f-]{36}$/)
    expect(notice?.confirmedBy).not.toBe(notice?.issuedBy)
  })

  test('who changes the words makes it a draft again', async () => {
    const id = await write({ topic: 'events' })
    await act(id, 'publish')
    const page = `${DESK}/${id}`
    await city.send({ page, action: page, cookie: other, values: { ...TEXTS, topic: 'events', act: 'save', 'title.en': 'Other words', seen: seenIn((await get(page, other)).body) } })
    expect((await get(page, other)).body).toContain(`${id}/publish`)
  })
})

describe('pages', () => {
  test.each(['ja', 'ja-x-yasashii', 'en', 'pt'])('the list and the archive are read in %s', async (language) => {
    const list = await get('/news', `language=${language}`)
    expect(list.statusCode).toBe(200)
    expect(list.body).toContain('/news?month=2026-11')
    expect((await get('/news?month=2026-10', `language=${language}`)).body).toContain('2026-10-19')
  })

  test.each(['/news/x', `/news/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`, '/staff/news/x'])('%s is not there', async (path) => {
    expect((await get(path, editor)).statusCode).toBe(404)
  })

  test('a digest holds a month in the languages in which all of it can be read', async () => {
    const answer = await city.send({ page: DESK, action: `${DESK}/digest`, values: { month: '2026-10' }, cookie: editor })
    const { body } = await get(String(answer.headers.location), editor)
    expect(body).toContain('Cooking class: dishes from many countries')
    expect(body).toContain('News of 10/2026')
    expect(body).toMatch(/name="origin\.pt"[^>]*value="machine"[^>]*checked|checked[^>]*value="machine"/)
  })
})
