import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { Seals } from '#kernel/secrets/seal.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { mail } from '../../mail/manifest.ts'
import { staffIdentity } from '../../staff-identity/manifest.ts'
import { notices } from '../manifest.ts'
import { inventedService } from '../rules/invented-people.ts'
import { contactToken, confirmLink } from '../rules/token.ts'
import { addContact } from '../contacts.ts'

const KEPT = join(import.meta.dirname, '../../mail/post')
const CHOICES = { topics: 'counter.storm', language: 'en', quietFrom: '', quietTo: '' }
const cookie = 'language=en'
let city: TestWeb

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, mail, notices, inventedService(KEPT)])
})
afterAll(() => city.close())

const apply = (address: string, change: Record<string, string> = {}) =>
  city.send({ page: '/notices/mail', action: '/notices/mail', cookie, values: { address, ...CHOICES, ...change } })
const contactAt = async (address: string) => (await city.open.owner`select * from notices.contact where lower(address) = lower(${address}) order by made_at desc`)[0]
const press = (path: string, action = path, values: Record<string, string> = {}) => city.send({ page: path, action, cookie, values })

/** The newest letter to the stand-in that was written since. */
async function letters(): Promise<string[]> {
  await city.workers.settle()
  const rows = await city.open.owner`select source from mail.delivered order by received_at`
  return rows.map(({ source }) => unfolded(String(source)))
}

function unfolded(source: string): string {
  const [head = '', ...body] = source.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/transfer-encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(text, 'base64').toString('utf8')}`
  return `${head}\n\n${text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`
}

async function confirmLinkOf(address: string): Promise<string> {
  const letter = (await letters()).findLast((each) => each.includes(`To: ${address}`))
  return /https?:\/\/[^/]+(\/notices\/confirm\/[\w-]+)/.exec(letter ?? '')?.[1] ?? 'no link'
}

async function subscribe(address: string, change: Record<string, string> = {}): Promise<string> {
  await apply(address, change)
  const answer = await press(await confirmLinkOf(address))
  return String(answer.headers.location)
}

describe('subscribing by mail', () => {
  test('needs the letter, and one press behind its link', async () => {
    const answer = await apply('hanako@example.jp', { topics: 'counter.storm', quietFrom: '22:00', quietTo: '06:30' })
    expect(answer.headers.location).toBe('/notices/sent')
    expect(await contactAt('hanako@example.jp')).toBeUndefined()
    const link = await confirmLinkOf('hanako@example.jp')
    const looked = await city.web.inject({ url: link, headers: { cookie } })
    expect(looked.body).toContain('22:00–06:30')
    expect(await contactAt('hanako@example.jp')).toBeUndefined()
    const confirmed = await press(link)
    expect(confirmed.headers.location).toMatch(/^\/notices\/mine\/[\w-]{38}$/)
    expect(await contactAt('hanako@example.jp')).toMatchObject({ state: 'active', language: 'en', topics: ['counter.storm'], towns: [], quiet_from: 1320, quiet_to: 390, lane: 'example.jp' })
  })

  test('twice with one letter, or with two letters, makes one contact', async () => {
    await apply('twice@example.jp')
    const link = await confirmLinkOf('twice@example.jp')
    const [first, second] = await Promise.all([press(link), press(link)])
    expect(first.headers.location).toBe(second.headers.location)
    const again = await subscribe('Twice@example.jp', { topics: 'counter.events' })
    expect(again).toBe(first.headers.location)
    const rows = await city.open.owner`select topics from notices.contact where lower(address) = 'twice@example.jp'`
    expect(rows).toMatchObject([{ topics: ['counter.events'] }])
  })

  test('answers the same whether the address is known or not', async () => {
    await subscribe('known@example.jp')
    const [known, unknown] = [await apply('known@example.jp'), await apply('stranger@example.jp')]
    expect([known.statusCode, known.headers.location, known.body]).toEqual([unknown.statusCode, unknown.headers.location, unknown.body])
    const link = (address: string) => city.send({ page: '/notices/lost', action: '/notices/lost', cookie, values: { address } })
    const [sent, not] = [await link('known@example.jp'), await link('nobody@example.jp')]
    expect([sent.statusCode, sent.headers.location]).toEqual([not.statusCode, not.headers.location])
    const written = await letters()
    expect(written.filter((each) => each.includes('To: known@example.jp') && each.includes('/notices/mine/'))).toHaveLength(1)
    expect(written.filter((each) => each.includes('To: nobody@'))).toEqual([])
  })

  test('writes three letters a day to an address and no more', async () => {
    for (let time = 0; time < 5; time++) expect((await apply('flood@example.jp')).headers.location).toBe('/notices/sent')
    expect((await letters()).filter((each) => each.includes('To: flood@example.jp'))).toHaveLength(3)
  })

  test.each([
    'hanako', 'a@b', 'a b@example.jp', 'a@example.jp\r\nBcc: b@example.jp', 'a@example.jp,b@example.jp', '<script>@example.jp', `${'a'.repeat(250)}@example.jp`,
  ])('refuses %j and keeps it in the form', async (address) => {
    const answer = await apply(address)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Write it like name@example.jp')
    expect(answer.body).not.toContain('<script>@')
    expect(await city.open.owner`select 1 from notices.pending where address = ${address}`).toEqual([])
  })

  test('names what is wrong with topics, places and hours', async () => {
    const wrong = await apply('wrong@example.jp', { topics: 'plan.secret', place: '東京都千代田区1-1', quietFrom: '22:00' })
    expect(wrong.statusCode).toBe(422)
    for (const words of ['not on this page', 'find no town', 'Choose both times']) expect(wrong.body).toContain(words)
    expect(wrong.body).toContain('value="wrong@example.jp"')
  })
})

describe('the towns of an address', () => {
  test.each([
    ['亀山市東町一丁目5番', ['東町一丁目']], ['三重県亀山市東町1丁目5-3', ['東町一丁目']], ['井田川町', ['井田川町']], [' 東町２丁目 ', ['東町二丁目']],
  ])('%s', async (place, towns) => {
    await subscribe(`town-${towns[0]?.codePointAt(0)}-${place.length}@example.jp`, { place })
    expect(await contactAt(`town-${towns[0]?.codePointAt(0)}-${place.length}@example.jp`)).toMatchObject({ towns })
  })

  test('a whole district is all of its towns, and a renamed town is shown as the new one', async () => {
    const own = await subscribe('district@example.jp', { towns: 'district:idagawa' })
    expect((await contactAt('district@example.jp'))?.towns).toEqual(['井田川町', '和田町', '川合町', '椿世町', 'みずほ台', 'みどり町'])
    await city.open.owner`update notices.town set successor = 'みどり町', retired_on = '2026-10-01' where name = '椿世町'`
    const shown = await city.web.inject({ url: own, headers: { cookie } })
    expect(shown.body).not.toContain('Tsubaiso')
    const moved = await subscribe('former@example.jp', { place: '椿世町12' })
    expect(moved).toContain('/notices/mine/')
    expect(await contactAt('former@example.jp')).toMatchObject({ towns: ['みどり町'] })
  })
})

describe("one's own page", () => {
  test('changes the language by one press, leaves one topic, and is written down', async () => {
    const own = await subscribe('mine@example.jp')
    await press(own, `${own}/language`, { language: 'pt' })
    expect(await contactAt('mine@example.jp')).toMatchObject({ language: 'pt', topics: ['counter.storm'] })
    await press(own, `${own}/topic`, { topic: 'counter.storm' })
    const kept = await contactAt('mine@example.jp')
    expect(kept).toMatchObject({ topics: [] })
    const acts = await city.open.owner`select act from kernel.audit where subject = ${`contact:${String(kept?.id)}`}`
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['subscribe', 'look at a subscription', 'change a subscription']))
  })

  test('gives out all that is held', async () => {
    const own = await subscribe('held@example.jp')
    const { headers, body } = await city.web.inject({ url: `${own}/held.json`, headers: { cookie } })
    expect(headers['content-disposition']).toContain('my-subscription.json')
    expect(JSON.parse(body)).toMatchObject({ address: 'held@example.jp', channel: 'mail', topics: ['counter.storm'], lists: [] })
  })

  test('opens for no other token: altered, cut, of a wish, of another city', async () => {
    const own = await subscribe('tokens@example.jp')
    const id = String((await contactAt('tokens@example.jp'))?.id)
    const secret = Buffer.alloc(32, 7)
    const elsewhere = contactToken(new Seals(secret).of('asahi', 'notices'), id)
    const wish = confirmLink(new Seals(secret).of(city.open.city.key, 'notices'), id).split('/').at(-1)
    const token = own.split('/').at(-1) ?? ''
    for (const other of [elsewhere, wish, token.slice(0, -1), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, `${token}A`, "' or 1=1", '%00']) {
      expect((await city.web.inject({ url: `/notices/mine/${encodeURIComponent(other ?? '')}`, headers: { cookie } })).statusCode).toBe(404)
    }
    expect((await city.web.inject({ url: own, headers: { cookie } })).statusCode).toBe(200)
  })
})

describe('leaving', () => {
  const post = (url: string, payload: string, type = 'application/x-www-form-urlencoded') =>
    city.web.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })

  test('by GET only asks', async () => {
    const own = await subscribe('scanner@example.jp')
    const leave = own.replace('/mine/', '/leave/')
    const looked = await city.web.inject({ url: leave, headers: { cookie } })
    expect(looked.body).toContain('Leave all notices?')
    expect(looked.body).toContain('Keep my subscription')
    expect(await contactAt('scanner@example.jp')).toMatchObject({ state: 'active' })
  })

  test.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'],
  ])('by one click of a mail program, as %s', async (type, body) => {
    const address = `click-${type.length}@example.jp`
    const leave = (await subscribe(address)).replace('/mine/', '/leave/')
    expect((await post(leave, 'something=else')).statusCode).toBe(400)
    expect(await contactAt(address)).toMatchObject({ state: 'active' })
    expect((await post(leave, body, type)).statusCode).toBe(200)
    expect((await post(leave, body, type)).statusCode).toBe(200)
    const kept = await contactAt(address)
    expect(kept).toMatchObject({ state: 'left' })
    await city.workers.settle()
    const told = await city.open.owner`select body from kernel.fact where name = 'notices.left' and subject = ${String(kept?.id)}`
    expect(told).toEqual([{ body: { channel: 'mail', how: 'one-click' } }])
    expect((await post(leave.slice(0, -3), body)).statusCode).toBe(404)
  })

  test('can be undone, unless the address was subscribed anew meanwhile', async () => {
    const own = await subscribe('undo@example.jp')
    await press(own.replace('/mine/', '/leave/'), `${own}/leave`)
    expect(await contactAt('undo@example.jp')).toMatchObject({ state: 'left' })
    await press(own, `${own}/undo`)
    expect(await contactAt('undo@example.jp')).toMatchObject({ state: 'active', ended_at: null })
    await press(own.replace('/mine/', '/leave/'), `${own}/leave`)
    const anew = await subscribe('undo@example.jp')
    expect(anew).not.toBe(own)
    await press(own, `${own}/undo`)
    const states = await city.open.owner`select state from notices.contact where address = 'undo@example.jp' order by made_at`
    expect(states.map(({ state }) => state)).toEqual(['left', 'active'])
  })
})

describe('an address that a service brings', () => {
  const bring = (draft: Partial<Parameters<typeof addContact>[1]>) =>
    city.open.database.act('counter', systemActor, (tx) => addContact(tx, { channel: 'mail', address: 'list@example.jp', language: 'ja', isConfirmed: false, ...draft }))

  test('waits until its owner confirms', async () => {
    const added = await bring({})
    expect(added).toEqual({ ok: true, id: expect.any(String) })
    expect(await bring({ isConfirmed: true, topics: ['counter.storm'] })).toEqual(added)
    expect(await contactAt('list@example.jp')).toMatchObject({ state: 'active', topics: ['counter.storm'] })
  })

  test.each([
    [{ address: 'nobody' }, 'not-an-address'],
    [{ address: 'a@example.jp\u0000' }, 'not-an-address'],
    [{ channel: 'push', address: 'https://169.254.169.254/latest' }, 'not-an-address'],
    [{ channel: 'push', address: 'https://localhost/push' }, 'not-an-address'],
    [{ channel: 'push', address: 'http://push.example/1' }, 'not-an-address'],
    [{ channel: 'push', address: 'https://push.example:8443/1' }, 'not-an-address'],
    [{ channel: 'push', address: 'https://push.example/1' }, 'keys-missing'],
    [{ channel: 'line', address: 'U123' }, 'not-an-address'],
  ] as const)('%j is refused: %s', async (draft, problem) => {
    expect(await bring(draft)).toEqual({ ok: false, problem })
  })
})
