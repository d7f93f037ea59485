import { Script } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { openData } from '../../capabilities/open-data/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { ASAHI, openTestWeb, type TestWeb } from '../../testing.ts'
import { garbageGuide } from './manifest.ts'
import { facts, tellableWord } from './facts.ts'
import { findItem } from './store/guide.ts'
import { digestOf } from './store/items.ts'

let city: TestWeb
let editor: string

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, imports, mail, openData, garbageGuide], { folder: ASAHI })
  editor = await city.signInWith('garbage-editor')
})
afterAll(() => city.close())

/** Facts of one kind as they were told, the newest last. */
async function told(name: string): Promise<Record<string, unknown>[]> {
  const rows = await city.open.owner<{ body: Record<string, unknown> }[]>`
    select body from (select id, name, body from kernel.outbox union all select id, name, body from kernel.fact) as facts where name = ${name}`
  return rows.map(({ body }) => body)
}

async function get(url: string, cookie = 'language=ja') {
  return city.web.inject({ url, headers: { accept: 'text/html', cookie, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' } })
}

async function post(page: string, action: string, values: Record<string, string>, cookie = editor) {
  return city.send({ page, action, values, cookie })
}

const item = (key: string) => city.open.database.read('garbage-guide', { id: 'visitor', person: null, resident: null }, (tx) => findItem(tx, key))

describe('searching', () => {
  test.each([
    ['でんち', '乾電池'], ['ﾃﾞﾝﾁ', '乾電池'], ['電池', '乾電池'], ['umbrella', '傘'], ['guarda-chuva', '傘'], ['チャリ', '自転車'],
  ])('%s finds %s', async (typed, name) => {
    const answer = await get(`/garbage?q=${encodeURIComponent(typed)}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(`>${name}</a>`)
  })

  test('the danger stands before the thing', async () => {
    const { body } = await get('/garbage/hits?q=スプレー')
    expect(body.indexOf('ガスが残ると爆発します')).toBeGreaterThan(0)
    expect(body.indexOf('ガスが残ると爆発します')).toBeLessThan(body.indexOf('スプレー缶</a>'))
  })

  test.each(['x'.repeat(3_000), '!?、。「」', '\u202eabc', '<script>alert(1)</script>', '%00'])('garbage input is answered: %#', async (typed) => {
    const answer = await get(`/garbage?q=${encodeURIComponent(typed)}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toContain('<script>alert')
  })

  test('a sent search counts once, a typed one never, a robot never', async () => {
    const before = (await told(facts.searched.name)).length
    await get('/garbage?q=傘')
    await get('/garbage/hits?q=傘')
    await city.web.inject({ url: '/garbage?q=傘', headers: { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' } })
    const after = await told(facts.searched.name)
    expect(after.length).toBe(before + 1)
    expect(after.at(-1)).toMatchObject({ hit: true, channel: 'page' })
  })

  test.each([['かさ', 'かさ'], ['0595123456', null], ['a@b.jp', null], ['あ'.repeat(21), null], ['', null]])('%j is told as %j', (word, told) => {
    expect(tellableWord(word)).toBe(told)
  })

  test('the list for programs', async () => {
    const answer = await city.web.inject({ url: '/garbage.json?q=pan', headers: { cookie: 'language=en; garbage-district=old' } })
    const { items, district } = answer.json()
    expect(district).toBe('old')
    expect(items[0]).toMatchObject({ key: 'pan', name: 'Pot or pan' })
    expect(items[0].ways[0]).toMatchObject({ class: 'unburnable', size: 'under 50 cm', nextDay: '2026-12-09' })
  })
})

describe('calendars', () => {
  test('a town leads to its district, which is remembered', async () => {
    const answer = await get(`/garbage/choose?town=${encodeURIComponent('向陽台二丁目')}&return=/garbage`)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/garbage')
    expect(answer.cookies).toContainEqual(expect.objectContaining({ name: 'garbage-district', value: 'koyodai' }))
  })

  test('nobody is led out of the city', async () => {
    expect((await get('/garbage/choose?town=x&return=https://example.org/')).headers.location).toMatch(/^\/(?!\/)/)
  })

  test('holidays and the turn of the year are shown', async () => {
    const { body } = await get('/garbage/districts/old?month=2026-11')
    // Monday 23 November is a national holiday: this district's burnable waste moves by a week, where it is collected anyway.
    expect(body).toContain('祝日・年末年始などの変更')
    expect(body).toContain('2026/11/23(月)')
    expect(body).toContain('収集なし')
  })

  test.each(['/garbage/districts/nowhere', '/garbage/districts/nowhere.ics', '/garbage/districts/nowhere.pdf', '/garbage/items/nothing', '/garbage/5374/other.csv'])('%s is not there', async (path) => {
    expect((await get(path)).statusCode).toBe(404)
  })

  test('a subscription counts once a day for each client and says nothing of it', async () => {
    for (const agent of ['one', 'one', 'two']) {
      const answer = await city.web.inject({ url: '/garbage/districts/old.ics?language=en', headers: { 'user-agent': agent } })
      expect(answer.headers['content-type']).toContain('text/calendar')
      expect(answer.body).toContain('SUMMARY:')
    }
    expect(await told(facts.calendarSubscribed.name)).toEqual([{ district: 'old' }, { district: 'old' }])
  })

  test.each(['ja', 'ja-x-yasashii', 'en', 'pt'])('the year stands on one sheet in %s', async (language) => {
    for (const key of ['old', 'koyodai']) {
      const answer = await city.web.inject({ url: `/garbage/districts/${key}.pdf`, headers: { cookie: `language=${language}` } })
      expect(answer.headers['content-type']).toBe('application/pdf')
      expect(answer.rawPayload.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    }
  }, 60_000)
})

describe('what is not there', () => {
  test('is asked with one tap, answered, and reaches who asked', async () => {
    const asked = await post('/garbage?q=ほげほげ', '/garbage/ask', { word: 'ほげほげ', address: 'somebody@example.jp' }, 'language=pt')
    expect(asked.statusCode).toBe(303)
    await post('/garbage?q=ホゲホゲ', '/garbage/ask', { word: 'ホゲホゲ', address: '' }, 'language=ja')
    const queue = await get('/staff/garbage/questions', editor)
    const id = /questions\/([0-9a-f-]{36})">ほげほげ</.exec(queue.body)?.[1] ?? ''
    expect(queue.body.match(/>ほげほげ|>ホゲホゲ/g)).toHaveLength(1)
    const page = `/staff/garbage/questions/${id}`
    expect((await get(page, editor)).body).not.toContain('somebody@example.jp')
    expect((await post(page, `${page}/alias`, { item: 'nothing' })).statusCode).toBe(422)
    expect((await post(page, `${page}/alias`, { item: 'umbrella' })).statusCode).toBe(303)
    expect((await item('umbrella'))?.aliases).toContain('ほげほげ')
    expect((await get('/garbage?q=ほげほげ')).body).toContain('>傘</a>')
    await city.workers.settle()
    const [left] = await city.open.owner<{ count: number }[]>`select count(*)::int as count from garbage_guide.question_address`
    expect(left?.count).toBe(0)
    const letters = await city.open.owner<{ purpose: string }[]>`select purpose from mail.letter`
    expect(letters.map(({ purpose }) => purpose)).toEqual(['garbage-guide.answer'])
  })

  test('an address that is none is told, and everything typed stays', async () => {
    const answer = await post('/garbage/ask?q=x', '/garbage/ask', { word: 'ふしぎなもの', address: 'nobody' }, 'language=ja')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('ふしぎなもの')
    expect(answer.body).toContain('name@example.jp')
  })

  test('a second answer is refused in kind', async () => {
    await post('/garbage/ask', '/garbage/ask', { word: 'もういちど', address: '' }, 'language=ja')
    const id = /questions\/([0-9a-f-]{36})">もういちど</.exec((await get('/staff/garbage/questions', editor)).body)?.[1] ?? ''
    const page = `/staff/garbage/questions/${id}`
    const shown = await post(page, `${page}/reply`, { reply: '市役所へどうぞ。' })
    expect(shown.headers.location).toBe('/staff/garbage/questions')
    expect((await get(page, editor)).body).not.toContain('<form class="form" action="/staff/garbage/questions')
  })
})

describe('editing', () => {
  const typed = {
    'name.ja': '空き箱', 'name.easy': 'はこ', 'name.en': 'Empty box', 'name.pt': 'Caixa vazia', reading: 'あきばこ', aliases: '箱\n紙箱', danger: '', 'way0.class': 'paper',
  }

  test('a new item is found, its history can be undone', async () => {
    const saved = await post('/staff/garbage/items/new', '/staff/garbage/items/new', { ...typed, seen: 'new' })
    expect(saved.headers.location).toBe('/staff/garbage/items/empty-box')
    expect((await get('/garbage?q=紙箱')).body).toContain('>空き箱</a>')
    const history = await get('/staff/garbage/items/empty-box/history', editor)
    const change = /name="change" value="(\d+)"/.exec(history.body)?.[1] ?? ''
    await post('/staff/garbage/items/empty-box/history', '/staff/garbage/items/empty-box/undo', { change })
    expect(await item('empty-box')).toBeUndefined()
    expect((await get('/garbage?q=紙箱')).body).not.toContain('>空き箱</a>')
  })

  test.each([
    ['a reading in kanji', { reading: '空箱' }, 'ひらがなだけ'],
    ['a class nobody knows', { 'way0.class': 'gold' }, '一覧から選んでください'],
    ['a note in one language', { 'way0.note.ja': '折りたたむ' }, '4つの言葉すべて'],
  ])('%s is told under its field, and nothing is kept', async (_, wrong, words) => {
    const answer = await city.send({ page: '/staff/garbage/items/new', action: '/staff/garbage/items/new', values: { ...typed, seen: 'new', ...wrong }, cookie: `${editor}; language=ja` })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).toContain('空き箱')
    expect(await item('empty-box')).toBeUndefined()
  })

  test('who comes second sees what the first one did', async () => {
    const before = (await item('chair'))!
    const values = { 'name.ja': '椅子', 'name.easy': 'いす', 'name.en': 'Chair', 'name.pt': 'Cadeira', reading: 'いす', aliases: 'いす2', danger: '', 'way0.class': 'bulky', seen: digestOf(before) }
    expect((await post('/staff/garbage/items/chair', '/staff/garbage/items/chair', values)).statusCode).toBe(303)
    expect((await post('/staff/garbage/items/chair', '/staff/garbage/items/chair', { ...values, aliases: 'いす3' })).statusCode).toBe(422)
    expect((await item('chair'))?.aliases).toEqual(['いす2'])
  })
})

describe('for everyone as data', () => {
  test('in the columns of the national standard', async () => {
    const { body } = await city.web.inject('/open-data/garbage-items.csv')
    expect(body.replace(/^\ufeff/, '').split('\r\n')[0]).toBe('ごみの分別方法_全国地方公共団体コード,ごみの分別方法_ID,ごみの分別方法_品目,ごみの分別方法_分別区分,ごみの分別方法_注意点')
    expect(body).toContain('243434,knife,包丁,')
  })

  test.each(['area_days.csv', 'center.csv', 'description.csv', 'remarks.csv', 'target.csv'])('5374 reads %s', async (file) => {
    const answer = await city.web.inject(`/garbage/5374/${file}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('text/csv')
  })

  test('a phone can keep it', async () => {
    const worker = await city.web.inject('/garbage-worker.js')
    expect(worker.headers['content-type']).toContain('javascript')
    expect(() => new Script(worker.body)).not.toThrow()
    expect((await city.web.inject('/garbage/manifest.webmanifest')).json()).toMatchObject({ scope: '/garbage', start_url: '/garbage' })
  })
})
