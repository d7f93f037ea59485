import { createServer, type Server } from 'node:http'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { clockAt, type Clock } from '#kernel/time/clock.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { areaMailChannel } from './hand-over/area-mail-channel.ts'
import { cableTvChannel } from './hand-over/cable-tv-channel.ts'
import { handingOver } from './hand-over/handing-over.ts'
import { ask } from './hand-over/http-client.ts'
import { lAlertChannel } from './hand-over/l-alert-channel.ts'
import { evacuation, issue, watchtower } from './invented-notices.ts'
import { notices } from './manifest.ts'
import { listHandOvers } from './store/hand-overs.ts'
import { listStandInMessages } from './store/stand-in.ts'

const MORNING = Temporal.Instant.from('2026-11-22T09:00:00+09:00')
let now = MORNING
const clock: Clock = { now: () => now, today: () => clockAt(now.toString()).today() }
const later = (duration: Temporal.DurationLike) => {
  now = now.add(duration)
}

/** A receiver outside that answers as it is told, and keeps what came. */
class Receiver {
  readonly arrived: { readonly method: string; readonly url: string; readonly headers: Record<string, unknown>; readonly body: Buffer }[] = []
  answer: { status: number; headers?: Record<string, string>; body?: string } | 'silence' | 'drop' = { status: 200 }
  private readonly server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      this.arrived.push({ method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(parts) })
      const { answer } = this
      if (answer === 'drop') request.socket.destroy()
      else if (answer !== 'silence') response.writeHead(answer.status, answer.headers).end(answer.body ?? '')
    })
  })
  url = new URL('http://127.0.0.1')

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    this.url = new URL(`http://127.0.0.1:${(this.server.address() as { port: number }).port}/in`)
    return this
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }
}

let city: TestWeb
let centre: Receiver
let station: Receiver

beforeEach(async () => {
  now = MORNING
  centre = await new Receiver().open()
  station = await new Receiver().open()
})
afterEach(async () => {
  centre.close()
  station.close()
  await city.close()
})

const standIns = handingOver([lAlertChannel(), areaMailChannel(), cableTvChannel()])
const outside = () => handingOver([lAlertChannel(() => ({ url: centre.url, secretFrom: undefined })), areaMailChannel(), cableTvChannel(() => ({ url: station.url, encoding: 'shift_jis' }))])

async function openWith(work = standIns): Promise<void> {
  const part: Manifest = { ...notices, standingWorks: [work] }
  city = await openTestWeb([staffIdentity, part, watchtower], { clock })
}

const states = async () => Object.fromEntries((await city.open.database.read('notices', systemActor, (tx) => listHandOvers(tx, 100))).map(({ channel, state }) => [channel, state]))
const all = async () => city.open.database.read('notices', systemActor, (tx) => listHandOvers(tx, 100))
const seen = async (channel: 'l-alert' | 'area-mail' | 'cable-tv') => city.open.database.read('notices', systemActor, (tx) => listStandInMessages(tx, 100, channel))
const handedOver = async () => (await city.open.owner<{ body: { channel: string; isDrill: boolean; wasTaken: boolean } }[]>`select body from kernel.fact where name = 'notices.handed-over' order by position`).map(({ body }) => body)
const CHANNELS = ['l-alert', 'area-mail', 'cable-tv'] as const

describe('hand-overs', () => {
  test('reach the stand-ins under one id, and what went over the wire can be read', async () => {
    await openWith()
    const id = await issue(city.open, { channels: [...CHANNELS] })
    expect(await states()).toEqual({ 'l-alert': 'waiting', 'area-mail': 'waiting', 'cable-tv': 'waiting' })
    await city.workers.settle()
    expect(await states()).toEqual({ 'l-alert': 'taken', 'area-mail': 'taken', 'cable-tv': 'taken' })
    for (const channel of CHANNELS) {
      const [message] = await seen(channel)
      expect(message?.source).toContain(id)
      expect(message?.summary).toContain('避難指示')
    }
    expect((await handedOver()).toSorted((a, b) => a.channel.localeCompare(b.channel))).toEqual(['area-mail', 'cable-tv', 'l-alert'].map((channel) => ({ notice: id, channel, isDrill: false, wasTaken: true })))
  })

  test('of a drill never leave, whatever the city has set up', async () => {
    await openWith(outside())
    await issue(city.open, { channels: [...CHANNELS], isDrill: true })
    await city.workers.settle()
    expect(centre.arrived).toEqual([])
    expect(station.arrived).toEqual([])
    expect((await seen('l-alert'))[0]?.source).toContain('<distributionStatus>Exercise</distributionStatus>')
    expect((await seen('area-mail'))[0]?.summary).toBe('【訓練】避難指示')
    expect((await seen('cable-tv'))[0]?.summary).toBe('【訓練】避難指示')
    expect((await handedOver()).every(({ isDrill }) => isDrill)).toBe(true)
  })

  test('go to the receivers that the city has set up, with the same id every time', async () => {
    await openWith(outside())
    const id = await issue(city.open, { channels: ['l-alert', 'cable-tv'] })
    await city.workers.settle()
    expect(centre.arrived.map(({ method, headers }) => [method, headers['idempotency-key']])).toEqual([['POST', id]])
    const [put] = station.arrived
    expect([put?.method, put?.url]).toEqual(['PUT', `/in/20261122T090000-${id}.txt`])
    expect(iconv.decode(put!.body, 'cp932')).toBe('亀山市\r\n避難指示\r\n椋川があふれそうです。\r\n関の人は逃げてください。\r\n')
    await city.workers.settle()
    expect(centre.arrived).toHaveLength(1)
  })

  test('wait for a receiver that is down for an hour, while the others go on', async () => {
    await openWith(outside())
    centre.answer = { status: 503 }
    await issue(city.open, { channels: ['l-alert', 'cable-tv'] })
    for (let minute = 0; minute < 60; minute += 2) {
      await city.workers.settle()
      later({ minutes: 2 })
    }
    expect(await states()).toEqual({ 'l-alert': 'waiting', 'cable-tv': 'taken' })
    expect(centre.arrived.length).toBe(30)
    centre.answer = { status: 200, body: 'fine' }
    await issue(city.open, { channels: ['cable-tv'] })
    await city.workers.settle()
    expect(await states()).toEqual({ 'l-alert': 'taken', 'cable-tv': 'taken' })
    expect((await all()).find(({ channel }) => channel === 'l-alert')).toMatchObject({ attempts: 31, answer: '200 fine' })
    expect((await handedOver()).filter(({ channel }) => channel === 'l-alert')).toEqual([expect.objectContaining({ wasTaken: true })])
  })

  test.each([
    ['drops the connection', 'drop' as const], ['wants more time', { status: 429, headers: { 'retry-after': '45' } }], ['does not know us', { status: 401 }],
    ['sends us elsewhere', { status: 500, headers: { location: 'http://127.0.0.1:1/' } }],
  ])('are tried again where a receiver %s', async (_, answer) => {
    await openWith(outside())
    centre.answer = answer
    await issue(city.open, { channels: ['l-alert'] })
    await city.workers.settle()
    const [waiting] = await all()
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(waiting!.dueAt.since(now).total('seconds')).toBe(typeof answer === 'object' && answer.status === 429 ? 45 : 5)
  })

  test.each([400, 409, 301])('end where a receiver says %i to the text itself', async (status) => {
    await openWith(outside())
    centre.answer = { status }
    await issue(city.open, { channels: ['l-alert'] })
    await city.workers.settle()
    expect(await all()).toMatchObject([{ state: 'given-up', answer: String(status) }])
    expect(await handedOver()).toMatchObject([{ wasTaken: false }])
  })

  test('are given up after a day, and when their notice has expired', async () => {
    await openWith(outside())
    centre.answer = { status: 503 }
    await issue(city.open, { channels: ['l-alert'] })
    await issue(city.open, { channels: ['l-alert'], expiresAt: now.add({ hours: 1 }) })
    await city.workers.settle()
    later({ hours: 1 })
    await city.workers.settle()
    expect((await all()).map(({ state, answer }) => [state, answer])).toEqual([['waiting', '503'], ['given-up', 'the notice had expired']])
    later({ hours: 23 })
    await city.workers.settle()
    expect((await all()).map(({ state }) => state)).toEqual(['given-up', 'given-up'])
  })

  test('of one event keep their order, and do not hold up those of another', async () => {
    await openWith(outside())
    const order = await issue(city.open, { channels: ['l-alert'] })
    await issue(city.open, { channels: ['l-alert'], kind: 'cancel', refersTo: order, level: 0 })
    centre.answer = { status: 503 }
    await city.workers.settle()
    expect(centre.arrived).toHaveLength(1)
    centre.answer = { status: 200 }
    await issue(city.open, { channels: ['l-alert'], level: 5 })
    await city.workers.settle()
    expect(centre.arrived).toHaveLength(2)
    later({ seconds: 5 })
    await city.workers.settle()
    const revisions = centre.arrived.map(({ body }) => `${/<distributionType>(\w+)/.exec(body.toString())?.[1]} ${/<DocumentRevision>(\d+)/.exec(body.toString())?.[1]}`)
    expect(revisions).toEqual(['Report 1', 'Report 1', 'Report 1', 'Cancel 2'])
  })

  test('are shared by two processes without anybody told twice', async () => {
    await openWith(outside())
    for (let index = 0; index < 12; index++) await issue(city.open, { channels: ['l-alert', 'cable-tv'] })
    const surroundings = { log: { warn: () => {} } as never, seal: { mac: () => Buffer.alloc(32) } as never }
    const runs = [outside(), outside(), outside()].map((work) => work.begin(city.open, surroundings))
    await Promise.all(runs.map((run) => run.settle()))
    expect([centre.arrived.length, station.arrived.length]).toEqual([12, 12])
    await city.workers.settle()
    expect(await handedOver()).toHaveLength(24)
    await Promise.all(runs.map((run) => run.end()))
  })

  test('that a dead process had in its hands are taken up by another', async () => {
    await openWith(outside())
    await issue(city.open, { channels: ['l-alert'] })
    await city.open.owner`update notices.hand_over set state = 'held', held_until = ${now.add({ seconds: 60 }).toString()}`
    await city.workers.settle()
    expect(centre.arrived).toEqual([])
    later({ seconds: 60 })
    await city.workers.settle()
    expect(await states()).toEqual({ 'l-alert': 'taken' })
  })
})

describe('area mail', () => {
  test('is for level 4 and up; what is below stays until a person decides otherwise', async () => {
    await openWith()
    await issue(city.open, { channels: ['area-mail'], level: 3 })
    await city.workers.settle()
    expect(await all()).toMatchObject([{ state: 'withheld', answer: 'its level is below 4' }])
    expect(await seen('area-mail')).toEqual([])
  })

  test('takes back what has sounded, and nothing that has not', async () => {
    await openWith()
    const order = await issue(city.open, { channels: ['area-mail'] })
    await city.workers.settle()
    await issue(city.open, { channels: ['area-mail'], kind: 'cancel', refersTo: order, level: 0 })
    await city.workers.settle()
    expect((await seen('area-mail')).length).toBe(2)
    const silent = await issue(city.open, { channels: ['area-mail'], level: 2 })
    await issue(city.open, { channels: ['area-mail'], kind: 'cancel', refersTo: silent, level: 0 })
    await city.workers.settle()
    expect((await all()).filter(({ state }) => state === 'withheld')).toHaveLength(2)
    expect((await seen('area-mail')).length).toBe(2)
  })

  test('that could not sound before it was taken back never does', async () => {
    const work = handingOver([areaMailChannel(() => ({ url: centre.url, secretFrom: undefined }))])
    await openWith(work)
    centre.answer = { status: 503 }
    const order = await issue(city.open, { channels: ['area-mail'] })
    await city.workers.settle()
    await issue(city.open, { channels: ['area-mail'], kind: 'cancel', refersTo: order, level: 0 })
    centre.answer = { status: 200 }
    later({ minutes: 1 })
    await city.workers.settle()
    expect((await all()).map(({ state, answer }) => [state, answer])).toEqual([
      ['withheld', 'a later notice on the same event replaces it'],
      ['withheld', 'what it takes back was never handed over'],
    ])
    expect(centre.arrived).toHaveLength(1)
  })
})

test('an area mail whose answer was lost may have sounded, and is taken back', async () => {
  await openWith(handingOver([areaMailChannel(() => ({ url: centre.url, secretFrom: undefined }))]))
  centre.answer = 'drop'
  const order = await issue(city.open, { channels: ['area-mail'] })
  await city.workers.settle()
  await issue(city.open, { channels: ['area-mail'], kind: 'cancel', refersTo: order, level: 0 })
  centre.answer = { status: 200 }
  later({ minutes: 1 })
  await city.workers.settle()
  expect((await all()).map(({ state }) => state)).toEqual(['withheld', 'taken'])
})

describe('cable television', () => {
  test('finds whole files in a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'captions-'))
    await openWith(handingOver([cableTvChannel(() => ({ folder: join(folder, 'in'), encoding: 'utf-8' }))]))
    const id = await issue(city.open, { channels: ['cable-tv'] })
    await city.workers.settle()
    expect(await readdir(join(folder, 'in'))).toEqual([`20261122T090000-${id}.txt`])
    expect(await readFile(join(folder, 'in', `20261122T090000-${id}.txt`), 'utf8')).toMatch(/^亀山市\r\n避難指示\r\n/)
  })
})

test('what goes to lists is never handed over to the public', async () => {
  await openWith()
  await expect(issue(city.open, { channels: ['l-alert'], audience: { kind: 'subscribers', towns: 'all' } })).resolves.toBeDefined()
  await city.open.owner`insert into notices.contact (id, channel, address, lane, language, topics, towns, state, made_at) values ('0f8b1c52-6d0e-4c1a-9a55-1f2e3d4c5b6a', 'mail', 'a@example.jp', 'example.jp', 'ja', '{}', '{}', 'active', now())`
  await city.open.owner`insert into notices.list_member (list, contact_id, added_at) values ('watchtower.keepers', '0f8b1c52-6d0e-4c1a-9a55-1f2e3d4c5b6a', now())`
  await expect(issue(city.open, { channels: ['l-alert'], audience: { kind: 'lists', lists: ['watchtower.keepers'] } })).rejects.toThrow(RangeError)
  expect(evacuation.channels).toEqual([])
})

test('a receiver that says nothing is not waited for', async () => {
  await openWith()
  centre.answer = 'silence'
  await expect(ask({ method: 'GET', url: centre.url, headers: {}, answerMs: 1 })).rejects.toThrow('aborted')
  centre.answer = { status: 200, body: 'a'.repeat(300 * 1024) }
  await expect(ask({ method: 'GET', url: centre.url, headers: {} })).rejects.toThrow('the answer is longer than 262144 bytes')
})

describe('the staff\'s page of hand-overs', () => {
  test('shows what was not taken, lets it be tried again, and gives out the file', async () => {
    await openWith(outside())
    centre.answer = { status: 400 }
    const id = await issue(city.open, { channels: ['l-alert', 'area-mail'], level: 3 })
    await city.workers.settle()
    const cookie = `${await city.signInWith('disaster-officer')}; language=ja`
    const show = async (url: string) => city.web.inject({ url, headers: { cookie } })
    const { body } = await show('/staff/notices/hand-overs')
    for (const part of ['避難指示', 'Lアラート', '渡せませんでした', '止めています', 'レベル4より低い']) expect(body).toContain(part)
    centre.answer = { status: 200 }
    const line = (await all()).find(({ channel }) => channel === 'l-alert')
    const sent = { page: '/staff/notices/hand-overs', action: '/staff/notices/hand-overs/retry', cookie }
    expect((await city.send({ ...sent, values: { handOver: String(line!.id) } })).statusCode).toBe(303)
    await city.workers.settle()
    expect(await states()).toEqual({ 'l-alert': 'taken', 'area-mail': 'withheld' })
    expect((await show(`/staff/notices/hand-overs/${id}/files/l-alert`)).body).toBe(centre.arrived[0]!.body.toString())
    expect((await show(`/staff/notices/hand-overs/${id}/files/cap`)).body).toContain('<status>Actual</status>')
    const mail = await show(`/staff/notices/hand-overs/${id}/files/area-mail`)
    expect(JSON.parse(mail.body)).toMatchObject({ id, title: '避難指示', body: '椋川があふれそうです。関の人は逃げてください。（亀山市）' })
    expect(mail.headers['content-disposition']).toContain(`area-mail-${id}.json`)
    expect((await show(`/staff/notices/hand-overs/${id}/files/fax`)).statusCode).toBe(404)
    expect((await show(`/staff/notices/hand-overs/${id}/sheet`)).body).toContain('<rt>かわ</rt>')
    const again = await city.send({ ...sent, values: { handOver: String(line!.id) } })
    expect(again.statusCode).toBe(303)
    await city.workers.settle()
    expect(centre.arrived).toHaveLength(2)
  })

  test('is for those who send', async () => {
    await openWith()
    expect((await city.web.inject({ url: '/staff/notices/hand-overs', headers: { cookie: await city.signInWith('garbage-editor') } })).statusCode).toBe(403)
  })

  test('gives a drill out as an exercise', async () => {
    await openWith()
    const id = await issue(city.open, { isDrill: true })
    const cookie = await city.signInWith('disaster-officer')
    expect((await city.web.inject({ url: `/staff/notices/hand-overs/${id}/files/cap`, headers: { cookie } })).body).toContain('<status>Exercise</status>')
  })
})
