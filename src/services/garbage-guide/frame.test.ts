import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileReading, GivenAnswer } from '#capabilities/imports/importer.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { openData } from '../../capabilities/open-data/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { ASAHI, openTestWeb, type TestWeb } from '../../testing.ts'
import { facts } from './facts.ts'
import { frameImporters } from './importers/frame-importers.ts'
import { itemImporter } from './importers/item-importer.ts'
import { garbageGuide } from './manifest.ts'
import { loadGuide } from './store/guide.ts'

const PARTS = [staffIdentity, imports, mail, openData, garbageGuide]

let city: TestWeb
let editor: string

beforeAll(async () => {
  city = await openTestWeb(PARTS, { folder: ASAHI })
  editor = await city.signInWith('garbage-editor')
})
afterAll(() => city.close())

const get = (url: string, cookie = `${editor}; language=ja`) => city.web.inject({ url, headers: { accept: 'text/html', cookie } })
const post = (page: string, action: string, values: Record<string, string>) => city.send({ page, action, values, cookie: `${editor}; language=ja` })
const guideNow = (of = city) => of.open.database.read('garbage-guide', systemActor, loadGuide)

/** The fields of a page's first form that edits a part, as a browser would send them back. */
async function formOf(url: string): Promise<Record<string, string>> {
  const { body } = await get(url)
  const form = /<form class="form"[\s\S]*?<\/form>/.exec(body)?.[0] ?? ''
  const values: Record<string, string> = {}
  for (const [, attributes = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const [name, value] = [/name="([^"]*)"/.exec(attributes)?.[1], /value="([^"]*)"/.exec(attributes)?.[1]]
    if (name !== undefined && name !== 'csrf') values[name] = unescaped(value ?? '')
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)) values[name] = unescaped(text).trim()
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    values[name] = /value="([^"]*)"[^>]*selected/.exec(options)?.[1] ?? ''
  }
  return values
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

async function told(): Promise<Record<string, unknown>[]> {
  const rows = await city.open.owner<{ body: Record<string, unknown> }[]>`
    select body from (select id, name, body from kernel.outbox union all select id, name, body from kernel.fact) as facts where name = ${facts.frameChanged.name} order by id`
  return rows.map(({ body }) => body)
}

const wording = (column: string, text: string) => ({ [column]: text, [`${column}Yasashii`]: 'やさしい', [`${column}En`]: `${text} en`, [`${column}Pt`]: 'pt' })

describe('a class', () => {
  const typed = { seen: 'new', previewed: '', ...wording('name', '資源'), nameEn: 'Test paper', ...wording('how', '束ねる'), colour: '#334455', isCollected: 'true' }

  test('is added, told as a fact, shown to residents and in the open data', async () => {
    expect((await post('/staff/garbage/classes/new', '/staff/garbage/classes/new', typed)).headers.location).toBe('/staff/garbage/classes')
    expect((await guideNow()).classes.at(-1)).toMatchObject({ key: 'test-paper', colour: '#334455', isCollected: true })
    expect((await told()).at(-1)).toEqual({ kind: 'class', key: 'test-paper', change: 'added', cause: 'edit' })
    expect((await get('/garbage')).body).toContain('資源')
    expect((await get('/garbage/5374/description.csv')).body).toContain('資源,,束ねる')
  })

  test.each([
    ['a pale colour', { colour: '#ffeeee' }, '明暗'],
    ['no colour', { colour: 'red' }, '色として読めません'],
    ['a name in three languages', { namePt: '' }, '空欄です'],
    ['too long a text', { how: 'あ'.repeat(601) }, '600'],
  ])('with %s is refused under its field, and nothing is kept', async (_, wrong, words) => {
    const before = (await guideNow()).classes.length
    const answer = await post('/staff/garbage/classes/new', '/staff/garbage/classes/new', { ...typed, ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).toContain('Test paper')
    expect((await guideNow()).classes.length).toBe(before)
  })

  test('that items and districts name cannot go; the page says which', async () => {
    const page = await get('/staff/garbage/classes/burnable')
    expect(page.body).toContain('まだ外せません')
    expect(page.body).toContain('/staff/garbage/districts/old')
    const { seen = '' } = await formOf('/staff/garbage/classes/burnable')
    await post('/staff/garbage/classes/burnable', '/staff/garbage/classes/burnable/retire', { seen })
    expect((await guideNow()).classes.map(({ key }) => key)).toContain('burnable')
  })

  test('that nothing names goes, stays in the history and comes back', async () => {
    const page = '/staff/garbage/classes/test-paper'
    const { seen = '' } = await formOf(page)
    await post(page, `${page}/retire`, { seen })
    expect((await get(page)).statusCode).toBe(404)
    expect((await get('/staff/garbage/classes')).body).toContain(`${page}/history`)
    const change = /name="change" value="(\d+)"/.exec((await get(`${page}/history`)).body)?.[1] ?? ''
    await post(`${page}/history`, `${page}/undo`, { change })
    expect((await guideNow()).classes.at(-1)).toMatchObject({ key: 'test-paper' })
    // The same undo again finds another state than the one it would put back.
    await post(`${page}/history`, `${page}/undo`, { change })
    expect((await guideNow()).classes.at(-1)).toMatchObject({ key: 'test-paper' })
  })

  test('who comes second is told, and overwrites nothing', async () => {
    const page = '/staff/garbage/classes/test-paper'
    const form = await formOf(page)
    expect((await post(page, page, { ...form, colour: '#112233' })).statusCode).toBe(303)
    expect((await post(page, page, { ...form, colour: '#445566' })).statusCode).toBe(422)
    expect((await guideNow()).classes.at(-1)?.colour).toBe('#112233')
  })

  test('is edited by nobody without the duty', async () => {
    const other = await city.signInWith('plan-editor')
    expect((await get('/staff/garbage/classes', other)).statusCode).toBe(403)
  })
})

describe('the calendar', () => {
  test('of a district is shown before it is saved, again after a further change, and then followed everywhere', async () => {
    const page = '/staff/garbage/districts/old'
    const form = { ...(await formOf(page)), 'days.burnable': '火 金' }
    const shown = await post(page, page, form)
    expect(shown.statusCode).toBe(200)
    expect(shown.body).toContain('まだ保存していません')
    expect(shown.body.match(/<table class="month">/g)).toHaveLength(12)
    const previewed = /name="previewed" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    expect((await post(page, page, { ...form, 'days.burnable': '水 金', previewed })).body).toContain('まだ保存していません')
    expect((await guideNow()).districts[0]?.days.burnable).not.toBe('火 金')
    expect((await post(page, page, { ...form, previewed })).statusCode).toBe(303)
    expect((await guideNow()).districts[0]?.days.burnable).toBe('火 金')
    expect((await get('/garbage/districts/old.ics')).body).toContain('DTSTART;VALUE=DATE:20261127')
  })

  test.each([
    ['a day that is none', { 'days.burnable': '月 水9' }, '第1から第5'],
    ['a town of another district', { towns: '大字縄生\n向陽台一丁目' }, '向陽台地区'],
    ['a town nobody knows', { towns: 'どこか町' }, '市の町名の一覧にありません'],
    ['a reading in kanji', { reading: '旧' }, 'ひらがなだけ'],
  ])('is not altered by %s', async (_, wrong, words) => {
    const page = '/staff/garbage/districts/old'
    const answer = await post(page, page, { ...(await formOf(page)), ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
  })

  test('a day is moved for one district, and moved back by undoing', async () => {
    const page = '/staff/garbage/moved-days/new'
    const typed = { seen: 'new', previewed: '', usualOn: '2026-12-29', insteadOn: '2026-12-30', district: 'old', class: 'burnable', ...wording('reason', '道路の工事') }
    const shown = await post(page, page, typed)
    expect(shown.body).toContain('2026/12/30(水)')
    const previewed = /name="previewed" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    expect((await post(page, page, { ...typed, previewed })).statusCode).toBe(303)
    expect((await get('/garbage/districts/old?month=2026-12')).body).toContain('道路の工事')
    const feed = (await get('/garbage/districts/old.ics')).body
    expect(feed).toContain('DATE:20261230')
    expect((await get('/staff/garbage/districts/old')).body).toContain('/staff/garbage/moved-days/2026-12-29')
    const change = /name="change" value="(\d+)"/.exec((await get('/staff/garbage/moved-days/2026-12-29/history')).body)?.[1] ?? ''
    await post('/staff/garbage/moved-days/2026-12-29/history', '/staff/garbage/moved-days/2026-12-29/undo', { change })
    expect((await guideNow()).movedDays).toEqual([])
  })

  test.each([
    ['onto itself', { insteadOn: '2026-12-29' }, '同じです'],
    ['too far', { insteadOn: '2027-06-01' }, '62日'],
    ['from no day', { usualOn: '2026-02-30' }, '日付として読めません'],
  ])('a day is not moved %s', async (_, wrong, words) => {
    const answer = await post('/staff/garbage/moved-days/new', '/staff/garbage/moved-days/new', {
      seen: 'new', previewed: '', usualOn: '2026-12-29', insteadOn: '', district: '', class: '', reason: '', reasonYasashii: '', reasonEn: '', reasonPt: '', ...wrong,
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
  })

  test('a centre rests, and the days that move are shown before', async () => {
    const page = '/staff/garbage/centres/clean'
    const form = { ...(await formOf(page)) }
    const free = Object.keys(form).find((name) => name.startsWith('restFrom.') && form[name] === '')?.split('.')[1] ?? ''
    const typed = { ...form, [`restFrom.${free}`]: '2027-02-01', [`restTo.${free}`]: '2027-02-07', [`restRule.${free}`]: 'drop' }
    const shown = await post(page, page, typed)
    expect(shown.body).toContain('なくなる')
    const previewed = /name="previewed" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    await post(page, page, { ...typed, previewed })
    expect((await guideNow()).centres[0]?.rests.some(({ from }) => from.toString() === '2027-02-01')).toBe(true)
  })
})

describe('a city that starts with nothing', () => {
  let empty: TestWeb
  beforeAll(async () => {
    empty = await openTestWeb(PARTS, { folder: ASAHI, isDemo: false })
  })
  afterAll(() => empty.close())

  test('says what to do first', async () => {
    const cookie = `${await empty.signInWith('garbage-editor')}; language=ja`
    const desk = await empty.web.inject({ url: '/staff/garbage', headers: { cookie } })
    expect(desk.body).toContain('ごみの案内を始める')
    for (const path of ['classes', 'dangers', 'centres', 'districts', 'moved-days', 'items/new']) {
      expect((await empty.web.inject({ url: `/staff/garbage/${path}`, headers: { cookie } })).statusCode, path).toBe(200)
    }
    for (const path of ['', '/districts', '/offline', '/ask']) expect((await empty.web.inject({ url: `/garbage${path}` })).statusCode, path).toBe(200)
  })

  test('begins by four tables and the list of things, each tried before it is done', async () => {
    const results = await empty.open.database.act('garbage-guide', systemActor, async (tx) => {
      const done: unknown[] = []
      for (const [index, name] of ['classes', 'dangers', 'centres', 'districts', 'items'].entries()) {
        const importer = [...frameImporters, itemImporter][index]!
        const reading = (await importer.read(tx, { fileName: `${name}.csv`, bytes: readFileSync(join(ASAHI, 'garbage', `${name}.csv`)) })) as FileReading<unknown>
        const counts = await importer.preview!(tx, reading, [])
        const applied = await importer.apply(tx, reading, [])
        done.push([name, reading.questions.length, counts[0]?.count, 'changes' in applied ? applied.changes : applied])
      }
      return done
    })
    expect(results).toEqual([['classes', 0, 11, 11], ['dangers', 0, 7, 7], ['centres', 0, 1, 1], ['districts', 0, 3, 3], ['items', 0, 31, 31]])
    const [begun, demo] = [await guideNow(empty), await openDemo()]
    for (const list of ['classes', 'dangers', 'centres', 'districts'] as const) expect(begun[list]).toEqual(demo[list])
    expect(begun.isInvented).toBe(false)
  })

  test('a wrong cell of a table is asked about by row and column, and its row left out or mended', async () => {
    const text = readFileSync(join(ASAHI, 'garbage', 'districts.csv'), 'utf8').replace('月 木', '月 水9')
    const [importer] = frameImporters.slice(3)
    const outcome = await empty.open.database.act('garbage-guide', systemActor, async (tx) => {
      const reading = (await importer!.read(tx, { fileName: 'districts.csv', bytes: Buffer.from(text) })) as FileReading<unknown>
      const answer: GivenAnswer = { questionId: reading.questions[0]?.id ?? '', kind: 'edit', value: '月' }
      return { reading, without: await importer!.preview!(tx, reading, []), mended: await importer!.preview!(tx, reading, [answer]) }
    })
    expect(outcome.reading.questions).toMatchObject([{ id: 'cell 2 9', row: '2', column: 'burnable', read: '月 水9' }])
    expect(outcome.without.find(({ name }) => name === 'leftOutRows')?.count).toBe(1)
    expect(outcome.mended.map(({ count }) => count)).toEqual([0, 1, 2, 0])
  })

  test('a table without our headings is refused with the headings it lacks', async () => {
    const read = await empty.open.database.read('garbage-guide', systemActor, (tx) => frameImporters[0]!.read(tx, { fileName: 'x.csv', bytes: Buffer.from('a,b\r\n1,2\r\n') }))
    expect(read).toMatchObject({ ok: false, values: { columns: 'key, name, colour' } })
  })

  async function openDemo() {
    const demo = await openTestWeb(PARTS, { folder: ASAHI })
    const guide = await guideNow(demo)
    await demo.close()
    return guide
  }
})

test('an import of a table is undone as a whole, unless something came to name it', async () => {
  const page = '/staff/garbage/history'
  const batches = [...(await get(page)).body.matchAll(/name="batch" value="([^"]+)"/g)].map(([, batch]) => batch ?? '')
  expect(batches.length).toBeGreaterThan(3)
  const [row] = await city.open.owner<{ batch: string }[]>`select batch from garbage_guide.frame_change where kind = 'centre' and cause = 'edit' order by id desc limit 1`
  await post(page, page, { batch: row?.batch ?? '' })
  expect((await guideNow()).centres[0]?.rests.some(({ from }) => from.toString() === '2027-02-01')).toBe(false)
})
