import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Seals } from '#kernel/secrets/seal.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { mail } from '../../mail/manifest.ts'
import { staffIdentity } from '../../staff-identity/manifest.ts'
import { lineChannel, lineOutcome } from '../line/line-channel.ts'
import { lineTextOf, retryKeyOf } from '../line/message.ts'
import { standInLine } from '../line/stand-in-line.ts'
import { notices } from '../manifest.ts'
import { OWN_TOKEN, type Contact, type Notice } from '../model.ts'
import { inventedService } from '../rules/invented-people.ts'
import { readToken } from '../rules/token.ts'
import type { Outcome, PersonalChannel } from '../sending/channel.ts'
import { InventedBrowser } from './browser-of-nobody.ts'
import { pushMessageOf, pushTermsOf } from './message.ts'
import { pushChannel, pushOutcome } from './push-channel.ts'

const KEPT = join(import.meta.dirname, '../../mail/post')
const cookie = 'language=en'
const text = (title: string, ...sentences: string[]) => ({ title, sentences, origin: 'human' as const })
const notice: Notice = {
  id: '0f0f0f0f-0000-4000-8000-000000000001', origin: 'counter', topic: 'counter.storm', level: 4, kind: 'issue', refersTo: null,
  audience: { kind: 'subscribers', towns: 'all' }, isDrill: false, channels: ['push', 'line'], cap: null, link: '/emergency', issuedBy: null, confirmedBy: null,
  texts: { ja: text('{避難|ひなん}{指示|しじ}', '{逃|に}げてください。'), 'ja-x-yasashii': text('{逃|に}げて', 'にげて ください。'), en: text('Evacuate', 'Leave now.', 'Go to the school.'), pt: null },
  issuedAt: Temporal.Instant.from('2026-09-01T03:00:00Z'), expiresAt: null,
}
let city: TestWeb

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, mail, notices, inventedService(KEPT)])
  await city.workers.settle()
})
afterAll(() => city.close())

async function hand(channel: PersonalChannel, contacts: readonly Contact[], change: Partial<Notice> = {}): Promise<Outcome[]> {
  const line = await channel.open({
    city: city.open.city, database: city.open.database, seal: new Seals(Buffer.alloc(32, 7)).of(city.open.city.key, 'notices'), log: silentLog,
    isDrill: change.isDrill ?? false, origin: 'https://city.example',
  })
  const outcomes: Outcome[] = []
  await line.hand({ ...notice, ...change }, contacts, (index, outcome) => { outcomes[index] = outcome })
  await line.close()
  return outcomes
}

const taken = async (channel: string) => (await city.open.owner`select summary, source from notices.stand_in_message where channel = ${channel} order by id`).map(({ summary, source }) => ({ summary: String(summary), source: String(source) }))
const browser = (number: number, path = 'send') => {
  const made = new InventedBrowser(number)
  return { id: `0f0f0f0f-0000-4000-9000-${String(number).padStart(12, '0')}`, channel: 'push', address: made.endpoint.replace('/send/', `/${path}/`), keys: made.keys, language: 'en' } as const
}
const friend = (number: number, language: Contact['language'] = 'ja'): Contact =>
  ({ id: `0f0f0f0f-0000-4000-a000-${String(number).padStart(12, '0')}`, channel: 'line', address: `U${String(number).padStart(32, '0')}`, keys: null, language })

describe('Web Push', () => {
  test('goes encrypted over the wire, and only the browser it is for can read it', async () => {
    expect(await hand(pushChannel, [browser(1), browser(2)])).toEqual([{ kind: 'handed' }, { kind: 'handed' }])
    const [message] = await taken('push')
    expect(message?.summary).toBe('201 Evacuate')
    for (const part of ['"body":"Leave now. Go to the school."', '"own":"/notices/mine/', 'urgency: high', 'ttl: 86400', 'vapid t=']) expect(message?.source).toContain(part)
    const sealed = Buffer.from('not a message')
    expect(new InventedBrowser(1).read(sealed)).toBeUndefined()
  })

  test('hears what the service says of each', async () => {
    const outcomes = await hand(pushChannel, [browser(3, 'gone'), browser(4, 'unknown'), browser(5, 'busy'), browser(6)])
    expect(outcomes).toMatchObject([
      { kind: 'refused', code: 410, isGone: true }, { kind: 'refused', code: 404, isGone: true }, { kind: 'later', code: 429, afterSeconds: 2 }, { kind: 'handed' },
    ])
  })

  test.each([
    [201, null, { kind: 'handed' }], [410, null, { kind: 'refused', isGone: true }], [413, null, { kind: 'refused', isGone: false }],
    [403, null, { kind: 'refused', isGone: false }], [429, '120', { kind: 'later', afterSeconds: 120 }], [503, 'soon', { kind: 'later', afterSeconds: 30 }],
    [429, '999999', { kind: 'later', afterSeconds: 3_600 }], [302, null, { kind: 'refused', isGone: false }],
  ])('%i with Retry-After %j', (code, retryAfter, outcome) => {
    expect(pushOutcome(code, '', retryAfter)).toMatchObject(outcome)
  })

  test('fits a message into what a service must take, by whole sentences', async () => {
    const long = { ...notice, texts: { ...notice.texts, en: text('Evacuate', ...Array.from({ length: 300 }, (_, index) => `Sentence ${index} "quoted" 亀.`)) } }
    const message = pushMessageOf(long, 'en', '/notices/mine/x')
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(3_600)
    expect(message.body).toMatch(/^Sentence 0 .* 亀\.$/)
    expect(await hand(pushChannel, [browser(7)], long)).toEqual([{ kind: 'handed' }])
  })

  test('is no longer kept when the notice has ended', () => {
    const now = Temporal.Instant.from('2026-09-01T04:00:00Z')
    expect(pushTermsOf({ ...notice, level: 1, expiresAt: now.subtract({ hours: 1 }) }, now)).toMatchObject({ ttl: 0, urgency: 'low' })
    expect(pushTermsOf(notice, now).topic).toMatch(/^[\w-]{32}$/)
  })

  test('is subscribed to with what the browser gives, and with nothing else', async () => {
    const values = { topics: 'counter.storm', language: 'en', quietFrom: '', quietTo: '' }
    const subscribe = (given: Record<string, string>) => city.send({ page: '/notices/push', action: '/notices/push', cookie, values: { ...values, ...given } })
    const { endpoint, keys } = new InventedBrowser(77)
    const without = await subscribe({})
    expect(without.statusCode).toBe(422)
    expect(without.body).toContain('gave no address')
    expect((await subscribe({ endpoint: 'https://10.0.0.1/admin', ...keys })).statusCode).toBe(422)
    const answer = await subscribe({ endpoint, ...keys })
    expect(answer.headers.location).toMatch(/^\/notices\/mine\//)
    expect(await city.open.owner`select channel, lane, state from notices.contact where address = ${endpoint}`).toEqual([{ channel: 'push', lane: 'push.example', state: 'active' }])
  })
})

describe('LINE', () => {
  test('is one request for each language, and the same request again is not sent twice', async () => {
    const friends = [friend(1), friend(2, 'en'), friend(3), friend(4, 'pt')]
    expect(await hand(lineChannel, friends)).toEqual(friends.map(() => ({ kind: 'handed' })))
    const first = await taken('line')
    expect(first.map(({ summary }) => summary)).toEqual(['multicast (2): 避難指示', 'multicast (1): Evacuate', expect.stringContaining('multicast (1): ')])
    expect(first[2]?.source).toContain('避難指示')
    expect(await hand(lineChannel, friends)).toEqual(friends.map(() => ({ kind: 'handed' })))
    expect(await taken('line')).toHaveLength(3)
  })

  test('takes 500 friends at once', async () => {
    const friends = Array.from({ length: 501 }, (_, index) => friend(1_000 + index))
    expect(new Set((await hand(lineChannel, friends, { level: 2 })).map(({ kind }) => kind))).toEqual(new Set(['handed']))
    const summaries = (await taken('line')).map(({ summary }) => summary)
    expect(summaries).toEqual(expect.arrayContaining(['multicast (500): 避難指示', 'multicast (1): 避難指示']))
  })

  test('goes to each friend alone where the link is their own, in their language, and not twice', async () => {
    const friends = [friend(2_001), friend(2_002, 'en')]
    const change = { id: '0f0f0f0f-0000-4000-8000-000000000002', link: `/counter/receipt/${OWN_TOKEN}` }
    const from = (await taken('line')).length
    for (const time of ['first', 'again']) expect(await hand(lineChannel, friends, change), time).toEqual([{ kind: 'handed' }, { kind: 'handed' }])
    const messages = (await taken('line')).slice(from)
    expect(messages.map(({ summary }) => summary).toSorted()).toEqual(['push (1): Evacuate', 'push (1): 避難指示'])
    const seal = new Seals(Buffer.alloc(32, 7)).of(city.open.city.key, 'notices')
    const tokens = messages.map(({ source }) => /https:\/\/city\.example\/counter\/receipt\/([\w-]+)/.exec(source)?.[1] ?? '')
    expect(tokens.map((token) => readToken(seal, token)).toSorted()).toEqual(friends.map(({ id }) => id))
  })

  test('keeps its key whatever the order of the sheet', () => {
    expect(retryKeyOf(notice, 'ja', [friend(1), friend(2)])).toBe(retryKeyOf(notice, 'ja', [friend(2), friend(1)]))
    expect(retryKeyOf(notice, 'ja', [friend(1)])).not.toBe(retryKeyOf(notice, 'en', [friend(1)]))
  })

  test('fits 5,000 characters by whole sentences', () => {
    const long = { ...notice, texts: { ...notice.texts, ja: text('長い', ...Array.from({ length: 900 }, () => '川の近くにいる人は逃げてください。')) } }
    const shown = lineTextOf(long, 'ja', 'https://city.example')
    expect(shown.length).toBeLessThanOrEqual(5_000)
    expect(shown).toMatch(/逃げてください。…\nhttps:\/\/city\.example\/emergency/)
  })

  test('tells a used-up month from a rush', () => {
    expect(lineOutcome(429, '{"message":"You have reached your monthly limit."}')).toMatchObject({ kind: 'refused', isGone: false })
    expect(() => lineOutcome(429, '{"message":"The API rate limit has been exceeded."}')).toThrow('takes nothing now')
    expect(() => lineOutcome(401, '')).toThrow('access token')
    expect(lineOutcome(409, '')).toEqual({ kind: 'handed' })
  })

  const event = (type: string, userId = friend(9).address, id = 'event-1') => JSON.stringify({ destination: 'U0', events: [{ type, webhookEventId: id, replyToken: 'reply-1', source: { type: 'user', userId } }] })
  const deliver = (payload: string, signature = createHmac('sha256', standInLine.channelSecret).update(payload).digest('base64')) =>
    city.web.inject({ method: 'POST', url: '/notices/line/webhook', payload, headers: { 'content-type': 'application/json', 'x-line-signature': signature } })

  test('answers a friend with a link that subscribes exactly this friend', async () => {
    expect((await deliver(event('follow'))).statusCode).toBe(200)
    expect((await deliver(event('follow'))).statusCode).toBe(200)
    await city.workers.settle()
    const replies = (await taken('line')).filter(({ summary }) => summary.startsWith('reply'))
    expect(replies).toHaveLength(1)
    const link = /http:\/\/[^/]+(\/notices\/line\/[\w-]+)/.exec(replies[0]?.source ?? '')?.[1] ?? ''
    const answer = await city.send({ page: link, action: link, cookie, values: { topics: 'counter.storm', language: 'pt', quietFrom: '', quietTo: '' } })
    expect(answer.headers.location).toMatch(/^\/notices\/mine\//)
    expect(await city.open.owner`select state, language from notices.contact where address = ${friend(9).address}`).toEqual([{ state: 'active', language: 'pt' }])
    expect((await city.web.inject({ url: link, headers: { cookie } })).headers.location).toBe(answer.headers.location)
    expect((await city.web.inject({ url: `${link.slice(0, -2)}AA`, headers: { cookie } })).statusCode).toBe(404)
    await deliver(event('unfollow', friend(9).address, 'event-2'))
    expect(await city.open.owner`select state from notices.contact where address = ${friend(9).address}`).toEqual([{ state: 'left' }])
  })

  test('reads nothing that bears no signature of the channel', async () => {
    for (const signature of ['', 'AAAA', createHmac('sha256', 'another').update(event('follow')).digest('base64')]) {
      expect((await deliver(event('follow', friend(10).address, 'forged'), signature)).statusCode).toBe(403)
    }
    expect(await city.open.owner`select 1 from notices.line_reply where user_id = ${friend(10).address}`).toEqual([])
    expect((await deliver('{"events":')).statusCode).toBe(400)
  })
})
