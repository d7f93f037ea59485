import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { readXlsx } from '#capabilities/documents/xlsx-reader.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { mail } from '../../mail/manifest.ts'
import { staffIdentity } from '../../staff-identity/manifest.ts'
import { addContact, addToList } from '../contacts.ts'
import { StandInLine } from '../line/stand-in-line.ts'
import { notices } from '../manifest.ts'
import type { NoticeDraft } from '../model.ts'
import { issueNotice } from '../notices.ts'
import { InventedBrowser } from '../push/browser-of-nobody.ts'
import { inventedService } from '../rules/invented-people.ts'

const parts = [staffIdentity, mail, notices, inventedService(join(import.meta.dirname, '../../mail/post'))]
const text = (title: string, sentence: string) => ({ title, sentences: [sentence], origin: 'human' as const })
const draft: NoticeDraft = {
  topic: 'counter.storm', level: 4, kind: 'issue', refersTo: null, audience: { kind: 'subscribers', towns: 'all' }, isDrill: false,
  texts: { ja: text('{避難|ひなん}', '{逃|に}げて。'), 'ja-x-yasashii': null, en: text('Leave', 'Go now.'), pt: null },
  channels: ['push', 'line'], cap: null, link: '/emergency', issuedBy: null, confirmedBy: null, expiresAt: null,
}
let city: TestWeb
let cookie: string

beforeAll(async () => {
  city = await openTestWeb(parts)
  cookie = `${await city.signInWith('system-administrator')}; language=en`
  const browser = new InventedBrowser(1)
  await city.open.database.act('counter', systemActor, async (tx) => {
    await addContact(tx, { channel: 'push', address: browser.endpoint, keys: browser.keys, language: 'en', topics: ['counter.storm'], isConfirmed: true })
    await addContact(tx, { channel: 'push', address: 'https://push.example/gone/2', keys: browser.keys, language: 'pt', topics: ['counter.storm'], towns: ['みどり町'], isConfirmed: true })
    await addContact(tx, { channel: 'line', address: `U${'a'.repeat(32)}`, language: 'ja', topics: ['counter.storm'], isConfirmed: true })
  })
})
afterAll(() => city.close())

const issue = (change: Partial<NoticeDraft> = {}) => city.open.database.act('counter', systemActor, (tx) => issueNotice(tx, parts, { ...draft, ...change }))
const see = async (url: string, as = cookie) => city.web.inject({ url, headers: { cookie: as } })

describe('what was sent', () => {
  test('is counted channel by channel, with the reasons of what was refused', async () => {
    const issued = await issue()
    if (!issued.ok) throw new Error(issued.refusal.why)
    await city.workers.settle()
    const list = await see('/staff/notices')
    expect(list.body).toContain(`href="/staff/notices/${issued.id}"`)
    const { body } = await see(`/staff/notices/${issued.id}`)
    for (const words of ['the subscription has expired', '410', 'A prepared rule', 'Subscribers in the whole city', 'Go now.', 'Within 10 s', '1 (100%)']) expect(body).toContain(words)
    expect(body).toContain('data-seconds="0"')
    const lines = await city.open.owner`select channel, sum(handed)::int handed, sum(refused)::int refused from notices.tally where notice_id = ${issued.id} group by channel order by channel`
    expect(lines).toEqual([{ channel: 'line', handed: 1, refused: 0 }, { channel: 'push', handed: 1, refused: 1 }])
    expect((await see('/staff/notices/traffic/push')).body).toContain('&quot;title&quot;:&quot;Leave&quot;')
    expect((await see('/staff/notices/traffic/line')).body).toContain('multicast (1): 避難')
  })

  test('of a drill went to stand-ins though the channels are set up', async () => {
    const values = { basicId: '@kameyama', plan: 'light', accessToken: 'x'.repeat(40), channelSecret: 'y'.repeat(32) }
    await city.send({ page: '/staff/notices/channels', action: '/staff/notices/channels/line', cookie, values })
    await city.send({ page: '/staff/notices/channels', action: '/staff/notices/channels/push', cookie, values: { contact: 'web@city.example' } })
    const before = (await city.open.owner`select count(*)::int n from notices.stand_in_message`)[0]?.n as number
    const issued = await issue({ isDrill: true })
    await city.workers.settle()
    expect(issued.ok).toBe(true)
    expect((await city.open.owner`select count(*)::int n from notices.stand_in_message`)[0]?.n).toBe(before + 3)
    expect((await see('/staff/notices/traffic/line')).body).toContain('訓練')
    await city.send({ page: '/staff/notices/channels', action: '/staff/notices/channels/line/forget', cookie, values: {} })
    await city.send({ page: '/staff/notices/channels', action: '/staff/notices/channels/push', cookie, values: { contact: '' } })
  })

  test('to a friend of the stand-in is answered with a link', async () => {
    await city.send({ page: '/staff/notices/traffic/line', action: '/staff/notices/traffic/line/friend', cookie, values: {} })
    await city.workers.settle()
    expect((await see('/staff/notices/traffic/line')).body).toMatch(/reply \(1\)[\s\S]*\/notices\/line\//)
  })

  test('leads to everything a sender may look at, and a public notice to what can be carried', async () => {
    const issued = await issue()
    if (!issued.ok) throw new Error(issued.refusal.why)
    const officer = `${await city.signInWith('disaster-officer')}; language=en`
    const { body } = await see('/staff/notices', officer)
    for (const path of ['/staff/notices/subscribers', '/staff/notices/hand-overs', '/staff/notices/traffic/mail', '/notices/feeds']) expect(body).toContain(`href="${path}"`)
    expect(body).not.toContain('href="/staff/notices/channels"')
    expect((await see('/staff/notices')).body).toContain('href="/staff/notices/channels"')
    const own = (await see(`/staff/notices/${issued.id}`, officer)).body
    const paths = [`/notices/${issued.id}`, ...['sheet', 'files/cap', 'files/l-alert', 'files/area-mail', 'files/cable-tv'].map((end) => `/staff/notices/hand-overs/${issued.id}/${end}`)]
    for (const path of paths) {
      expect(own).toContain(`href="${path}"`)
      expect((await see(path, officer)).statusCode).toBe(200)
    }
    await city.open.database.act('counter', systemActor, async (tx) => {
      const added = await addContact(tx, { channel: 'line', address: `U${'b'.repeat(32)}`, language: 'ja', topics: [], isConfirmed: true })
      if (added.ok) await addToList(tx, 'counter.class', [added.id])
    })
    const lists = await issue({ audience: { kind: 'lists', lists: ['counter.class'] } })
    if (!lists.ok) throw new Error(lists.refusal.why)
    expect((await see(`/staff/notices/${lists.id}`, officer)).body).not.toContain('hand-overs/')
  })

  test('no stranger and no other staff sees', async () => {
    const other = await city.signInWith('garbage-editor')
    for (const path of ['/staff/notices', '/staff/notices/channels', '/staff/notices/subscribers', '/staff/notices/traffic/mail']) {
      expect((await see(path, '')).statusCode).toBe(401)
      expect((await see(path, other)).statusCode).toBe(403)
    }
    const officer = await city.signInWith('disaster-officer')
    expect((await see('/staff/notices', officer)).statusCode).toBe(200)
    expect((await see('/staff/notices/channels', officer)).statusCode).toBe(403)
    for (const path of ['/staff/notices/nothing', '/staff/notices/0f0f0f0f-0000-4000-8000-000000000001', '/staff/notices/traffic/fax']) expect((await see(path)).statusCode).toBe(404)
  })
})

describe('the keys of a channel', () => {
  test('are sealed, never shown again, and erased on demand', async () => {
    const values = { basicId: '@kameyama', plan: 'communication', accessToken: `token-${'x'.repeat(40)}`, channelSecret: `secret-${'y'.repeat(32)}` }
    await city.send({ page: '/staff/notices/channels', action: '/staff/notices/channels/line', cookie, values })
    const { body } = await see('/staff/notices/channels')
    expect(body).toContain('@kameyama')
    expect(body).not.toContain('token-x')
    expect(body).not.toContain('secret-y')
    const kept = await city.open.owner`select public_part, sealed_part from notices.channel_key where name = 'line'`
    expect(JSON.stringify(kept)).not.toContain('token-x')
    expect((await see('/notices/line')).body).toContain('https://line.me/R/ti/p/%40kameyama')
    await city.send({ page: '/staff/notices/channels', action: '/staff/notices/channels/line/forget', cookie, values: {} })
    expect((await see('/notices/line')).body).toContain('not connected yet')
  })

  test('that cannot be right are refused, and what was typed stays', async () => {
    const answer = await city.send({ page: '/staff/notices/channels', action: '/staff/notices/channels/line', cookie, values: { basicId: 'kameyama', plan: 'light', accessToken: 'short', channelSecret: 'y'.repeat(32) } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Write it like @abc123')
    expect(answer.body).toContain('value="kameyama"')
    const contact = await city.send({ page: '/staff/notices/channels', action: '/staff/notices/channels/push', cookie, values: { contact: 'a@b\r\nx' } })
    expect(contact.statusCode).toBe(422)
  })
})

describe('the messages that LINE allows in a month', () => {
  const channels = async () => (await see('/staff/notices/channels')).body
  const withStandInAt = async (address: string, work: () => Promise<void>) => {
    process.env['LINE_STAND_IN_URL'] = address
    try {
      await work()
    } finally {
      delete process.env['LINE_STAND_IN_URL']
    }
  }

  test('are shown as LINE counts them, beside what went from here', async () => {
    await city.workers.settle()
    const small = new StandInLine(undefined, 20_000)
    await withStandInAt(await small.listen(), async () => {
      expect(await channels()).toMatch(/Allowed this month<\/dt>\s*<dd>20,000<[\s\S]*Used, as LINE counts it<\/dt>\s*<dd>0 \/ 20,000</)
      expect(await channels()).not.toContain('would not reach everybody')
      const issued = await issue({ channels: ['line'] })
      await city.workers.settle()
      if (!issued.ok) throw new Error(issued.refusal.why)
      const [{ handed } = { handed: 0 }] = await city.open.owner<{ handed: number }[]>`select sum(handed)::int handed from notices.tally where notice_id = ${issued.id}`
      expect(handed).toBeGreaterThan(0)
      expect((await channels()).replaceAll(',', '')).toMatch(new RegExp(`as LINE counts it</dt>\\s*<dd>${handed} / 20000<`))
    })
  })

  test('that are fewer than the people are warned of, and what they do not carry is refused with LINE\'s own words', async () => {
    const small = new StandInLine(undefined, 0)
    await withStandInAt(await small.listen(), async () => {
      expect(await channels()).toMatch(/would not reach everybody on LINE[\s\S]*0 messages are left this month/)
      const issued = await issue({ channels: ['line'] })
      if (!issued.ok) throw new Error(issued.refusal.why)
      await city.workers.settle()
      expect((await see(`/staff/notices/${issued.id}`)).body).toContain('You have reached your monthly limit.')
    })
    await withStandInAt(await new StandInLine(undefined, null).listen(), async () => expect(await channels()).toContain('No limit'))
  })

  test('are reckoned from the plan where LINE does not answer', async () => {
    await withStandInAt('http://127.0.0.1:9', async () => {
      const body = await channels()
      expect(body).toContain('LINE does not answer')
      expect(body).toMatch(/Allowed this month<\/dt>\s*<dd>5,000</)
    })
  })
})

describe('subscribers', () => {
  test('are numbers by channel, language, topic and town, and nobody is named', async () => {
    const { body } = await see('/staff/notices/subscribers')
    expect(body).toContain('Midori-cho')
    expect(body).not.toContain('push.example')
    const file = await see('/staff/notices/subscribers.xlsx')
    const read = await readXlsx(file.rawPayload)
    const [sheet] = read.ok ? read.sheets : []
    if (sheet === undefined) throw new Error('no workbook')
    const cells = JSON.stringify([...sheet.cells.values()].flatMap((row) => [...row.values()]))
    expect(cells).toContain('Midori-cho')
    expect(cells).not.toContain('push.example')
  })
})
