import { createHash, createVerify, generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { clockAt, type Clock } from '#kernel/time/clock.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { activityPubChannel } from './activitypub/activity-channel.ts'
import { fediverseAddress } from './activitypub/remote-actor.ts'
import { digestOf, isSignedBy, readSignature, signedHeaders } from './activitypub/signatures.ts'
import { FediverseStandIn, fediverseStandIn } from './activitypub/stand-in.ts'
import { tellingFollowers } from './activitypub/telling-followers.ts'
import { handingOver } from './hand-over/handing-over.ts'
import { ask } from './hand-over/http-client.ts'
import { isPublicAddress } from './hand-over/public-address.ts'
import { evacuation, issue, watchtower } from './invented-notices.ts'
import { notices } from './manifest.ts'
import { listHandOvers } from './store/hand-overs.ts'
import { listStandInMessages } from './store/stand-in.ts'

const MORNING = Temporal.Instant.from('2026-11-22T09:00:00+09:00')
let now = MORNING
const clock: Clock = { now: () => now, today: () => clockAt(now.toString()).today() }
const seal = new Seal(Buffer.alloc(32, 7), 'kameyama', 'notices')
const part: Manifest = { ...notices, standingWorks: [handingOver([activityPubChannel], [tellingFollowers])] }
const port = process.env['PORT']
let city: TestWeb
let origin: string
let actor: string
let standIn: FediverseStandIn

beforeEach(async () => {
  now = MORNING
  city = await openTestWeb([staffIdentity, part, watchtower], { clock })
  const address = new URL(await city.web.listen({ port: 0, host: '127.0.0.1' }))
  process.env['PORT'] = address.port
  origin = `http://kameyama.localhost:${address.port}`
  actor = `${origin}/activitypub/actor`
  standIn = await fediverseStandIn({ database: city.open.database, seal })
})
afterEach(async () => {
  if (port === undefined) delete process.env['PORT']
  else process.env['PORT'] = port
  await standIn.close()
  await city.close()
})

const seen = async () => (await city.open.database.read('notices', systemActor, (tx) => listStandInMessages(tx, 100, 'activitypub'))).toReversed()
const summaries = async () => (await seen()).map(({ summary }) => summary)
const followers = async () => (await city.open.owner<{ actor: string }[]>`select actor from notices.follower order by actor`).map((row) => row.actor)
const states = async () => (await city.open.database.read('notices', systemActor, (tx) => listHandOvers(tx, 100))).map(({ state, answer }) => [state, answer])
const json = async (path: string) => (await (await fetch(`${origin.replace('kameyama.localhost', '127.0.0.1')}${path}`)).json()) as Record<string, never>
const hanako = FediverseStandIn.accountOf('hanako')

describe('following the city', () => {
  test('begins with its address, goes over signed messages, and ends when the follower wants', async () => {
    const found = await json(`/.well-known/webfinger?resource=acct:kameyama@${new URL(origin).host}`)
    expect(found).toMatchObject({ links: [{ rel: 'self', type: 'application/activity+json', href: actor }, {}] })
    expect(await json('/activitypub/actor')).toMatchObject({ id: actor, type: 'Service', preferredUsername: 'kameyama', inbox: `${origin}/activitypub/inbox`, publicKey: { id: `${actor}#main-key`, owner: actor } })
    expect((await standIn.follow('hanako', actor)).status).toBe(202)
    await city.workers.settle()
    expect(await summaries()).toEqual(['Accept Follow'])
    expect(await json('/activitypub/followers')).toMatchObject({ totalItems: 1 })
    now = now.add({ seconds: 1 })
    expect((await standIn.unfollow('hanako', actor)).status).toBe(202)
    expect(await followers()).toEqual([])
  })

  test('nobody else is found here', async () => {
    for (const resource of ['acct:nobody@kameyama.localhost', 'https://elsewhere.example/actor']) {
      expect((await city.web.inject({ url: `/.well-known/webfinger?resource=${resource}`, headers: { host: 'kameyama.localhost' } })).statusCode).toBe(404)
    }
    const { status, body } = await standIn.say('hanako', actor, { id: `${hanako}#1`, type: 'Follow', actor: hanako, object: `${origin}/activitypub/notices/1` })
    expect([status, JSON.parse(body)]).toEqual([404, { error: 'nobody of that name is here' }])
  })

  test('ends with the account', async () => {
    await standIn.follow('hanako', actor)
    await standIn.follow('taro', actor)
    const { status } = await standIn.say('hanako', actor, { id: `${hanako}#gone`, type: 'Delete', actor: hanako, object: hanako })
    expect([status, await followers()]).toEqual([202, [FediverseStandIn.accountOf('taro')]])
  })
})

describe('a notice on the fediverse', () => {
  test('arrives once on each server, signed, in its languages', async () => {
    await standIn.follow('hanako', actor)
    await standIn.follow('taro', actor)
    const id = await issue(city.open, { channels: ['activitypub'] })
    await city.workers.settle()
    expect((await summaries()).filter((summary) => summary.startsWith('Create'))).toEqual([expect.stringMatching(/^Create 避難指示\s+椋川/)])
    const source = (await seen()).find(({ summary }) => summary.startsWith('Create'))!.source
    const { object } = JSON.parse(source.slice(source.indexOf('\n\n'))) as { object: { id: string; url: string; content: string; contentMap: Record<string, string> } }
    expect([object.id, object.url]).toEqual([`${origin}/activitypub/notices/${id}`, `${origin}/notices/${id}`])
    expect(Object.keys(object.contentMap)).toEqual(['ja', 'ja-x-yasashii', 'en'])
    expect(object.contentMap['en']).toContain('<p>The Mukugawa is about to flood. Leave &lt;Seki&gt; &amp; go up.</p>')
    expect(object.content).toBe(object.contentMap['ja'])
    expect(await json(`/activitypub/notices/${id}`)).toMatchObject({ id: object.id, type: 'Note', content: object.content })
    expect(await json('/activitypub/outbox')).toMatchObject({ totalItems: 1, orderedItems: [{ type: 'Create', id: `${object.id}#create` }] })
    expect(await states()).toEqual([['taken', '202']])
  })

  test('is changed when it is updated and taken away when it is cancelled', async () => {
    await standIn.follow('hanako', actor)
    await city.workers.settle()
    const first = await issue(city.open, { channels: ['activitypub'] })
    const second = await issue(city.open, { channels: ['activitypub'], kind: 'update', refersTo: first })
    await city.workers.settle()
    expect((await summaries()).slice(1).map((summary) => summary.split(' ')[0])).toEqual(['Create', 'Update', 'Create'])
    const update = (await seen()).find(({ summary }) => summary.startsWith('Update'))!.source
    expect(update).toContain('このお知らせは古くなりました。')
    expect(update).toContain(`/notices/${second}`)
    await issue(city.open, { channels: ['activitypub'], kind: 'cancel', refersTo: second, level: 0, texts: { ...evacuation.texts, ja: { title: '解除', sentences: ['終わりました。'], origin: 'human' } } })
    await city.workers.settle()
    expect((await summaries()).slice(4)).toEqual(['Delete Tombstone', 'Delete Tombstone', expect.stringMatching(/^Create 解除/)])
    for (const id of [first, second]) expect((await city.web.inject({ url: `/activitypub/notices/${id}`, headers: { host: new URL(origin).host } })).statusCode).toBe(410)
    expect(await json('/activitypub/outbox')).toMatchObject({ totalItems: 1 })
  })

  test('of a drill goes to the stand-in alone', async () => {
    await standIn.follow('hanako', actor)
    await city.open.owner`insert into notices.follower select 'https://social.example/users/a', 'https://social.example/inbox', null, 'social.example', 'k', public_key, 'f', 'active', 0, due_at, followed_at from notices.follower`
    await issue(city.open, { channels: ['activitypub'], isDrill: true })
    const targets = await city.open.owner`select target from notices.hand_over`
    expect(targets).toEqual([{ target: 'http://fediverse.invalid/inbox' }])
    await city.workers.settle()
    expect((await summaries())[0]).toMatch(/^Create 【訓練】避難指示/)
    expect((await json('/activitypub/outbox'))['totalItems']).toBe(0)
  })

  test('is not brought to a private address, whatever a follower said of itself', async () => {
    await standIn.follow('hanako', actor)
    for (const inbox of ['http://127.0.0.1:5432/inbox', 'https://[::1]/inbox', 'https://169.254.169.254/latest', 'https://intern.local/inbox']) {
      await city.open.owner`delete from notices.hand_over`
      await city.open.owner`update notices.follower set shared_inbox = ${inbox}, host = 'social.example', state = 'active'`
      await issue(city.open, { channels: ['activitypub'] })
      await city.workers.settle()
      expect(await states()).toEqual([['waiting', expect.stringContaining('is no public server')]])
    }
  })

  test('is forgotten by a server that is gone, with its followers', async () => {
    await standIn.follow('hanako', actor)
    await city.open.owner`update notices.follower set shared_inbox = null, inbox = 'http://fediverse.invalid/users/gone/inbox', state = 'active'`
    await issue(city.open, { channels: ['activitypub'] })
    await city.workers.settle()
    expect(await states()).toEqual([['given-up', '410']])
    expect(await followers()).toEqual([])
  })

  test('waits where a server does not know the door', async () => {
    await standIn.follow('hanako', actor)
    await city.open.owner`update notices.follower set shared_inbox = 'http://fediverse.invalid/elsewhere', state = 'active'`
    await issue(city.open, { channels: ['activitypub'] })
    await city.workers.settle()
    expect(await states()).toEqual([['waiting', '404']])
    expect(await followers()).toEqual([hanako])
  })
})

describe('a message to the inbox', () => {
  const keyId = `${hanako}#main-key`
  const body = (change: object = {}) => Buffer.from(JSON.stringify({ id: `${hanako}#follow-1`, type: 'Follow', actor: hanako, object: actor, ...change }))
  const privateKey = async () => {
    const [row] = await city.open.owner<{ sealed_part: string }[]>`select sealed_part from notices.channel_key where name = 'fediverse-stand-in'`
    return seal.open(row!.sealed_part, 'channel key fediverse-stand-in') as string
  }
  const signed = async (bytes: Buffer, terms: Partial<Parameters<typeof signedHeaders>[0]> = {}) =>
    signedHeaders({ method: 'POST', url: new URL(`${origin}/activitypub/inbox`), body: bytes, keyId, privateKey: await privateKey(), now, ...terms })
  const bring = async (bytes: Buffer, headers: Record<string, string>) => {
    const { statusCode, body: said } = await city.web.inject({ method: 'POST', url: '/activitypub/inbox', headers: { ...headers, 'content-type': 'application/activity+json' }, payload: bytes })
    return `${statusCode} ${(JSON.parse(said) as { error?: string }).error ?? ''}`.trim()
  }

  test('is heeded once', async () => {
    const headers = await signed(body())
    expect(await bring(body(), headers)).toBe('202')
    expect(await standIn.unfollow('hanako', actor)).toMatchObject({ status: 202 })
    expect(await bring(body(), headers)).toBe('401 this signature was seen before')
    expect(await followers()).toEqual([])
  })

  test('without a sound signature changes nothing', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
    const good = await signed(body())
    const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))
    const cases: [string, Buffer, Record<string, string>][] = [
      ['there is no signature', body(), without('signature')],
      ['the digest is not that of the body', body({ id: 'x' }), good],
      ['the digest is not that of the body', body(), without('digest')],
      ['the date is not of now', body(), without('date')],
      ['the signature does not fit the key', body(), await signed(body(), { privateKey: stranger.privateKey })],
      ['the signature does not fit the key', body(), { ...good, date: new Date(now.epochMilliseconds + 1_000).toUTCString() }],
      ['the date is not of now', body(), await signed(body(), { now: now.subtract({ minutes: 11 }) })],
      ['the date is not of now', body(), await signed(body(), { now: now.add({ minutes: 11 }) })],
      ['the signature does not cover digest', body(), { ...good, signature: good['signature']!.replace(' digest"', '"') }],
      ['the algorithm is not rsa-sha256', body(), { ...good, signature: good['signature']!.replace('rsa-sha256', 'hmac-sha256') }],
      ['signed for another host', body(), { ...good, host: 'elsewhere.example' }],
      ['signed by somebody else', body({ actor: FediverseStandIn.accountOf('taro') }), await signed(body({ actor: FediverseStandIn.accountOf('taro') }))],
      ['the key has no address on a public server', body(), await signed(body(), { keyId: 'http://127.0.0.1/key' })],
    ]
    for (const [why, bytes, headers] of cases) expect(await bring(bytes, headers)).toBe(`401 ${why}`)
    expect(await bring(body(), await signed(body(), { keyId: 'https://10.0.0.1/key' }))).toMatch(/^401 its server was not reached: .*no public server/)
    expect(await followers()).toEqual([])
  })

  test('that is no activity, or holds traps, is read as plain JSON and refused', async () => {
    const hostile = [
      'no json', '[]', 'null', '{"type":"Follow"}', `{"__proto__":{"type":"Follow"}}`, JSON.stringify({ id: 'x', type: 'Follow', actor: { id: { id: hanako } }, object: actor }),
      JSON.stringify({ id: 'x', type: ['Follow'], actor: hanako, object: actor }), JSON.stringify({ id: 'x'.repeat(3_000), type: 'Follow', actor: hanako, object: actor }),
      `${'{"object":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    ]
    for (const text of hostile) {
      const bytes = Buffer.from(text)
      expect(await bring(bytes, await signed(bytes))).toBe('400 this is no activity')
    }
    const trap = body({ '@context': ['http://127.0.0.1:1/evil', { Follow: 'https://evil.example/Undo' }], object: { id: actor, type: 'Person' } })
    expect(await bring(trap, await signed(trap))).toBe('202')
    const large = Buffer.from(JSON.stringify({ id: 'x'.repeat(70_000) }))
    expect((await city.web.inject({ method: 'POST', url: '/activitypub/inbox', headers: await signed(large), payload: large })).statusCode).toBe(413)
  })

  test('of a kind that the city has no ear for is taken and forgotten', async () => {
    for (const type of ['Like', 'Announce', 'Create']) expect(await bring(body({ type }), {})).toBe('202')
    const gone = body({ type: 'Delete', actor: 'https://gone.example/users/x', object: 'https://gone.example/users/x' })
    expect(await bring(gone, await signed(gone, { keyId: 'https://gone.example/users/x#main-key' }))).toBe('202')
  })

  test('from a server outside is refused unless the city is open to it', async () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
    const stranger = 'https://social.example/users/a'
    await city.open.owner`insert into notices.follower values (${stranger}, 'https://social.example/inbox', null, 'social.example', ${`${stranger}#main-key`}, ${keys.publicKey}, 'f', 'active', 0, ${now.toString()}, ${now.toString()})`
    const bytes = body({ actor: stranger })
    expect(await bring(bytes, await signed(bytes, { keyId: `${stranger}#main-key`, privateKey: keys.privateKey }))).toBe('403 the city does not speak to other servers')
  })
})

describe('a signature', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
  const url = new URL('https://social.example/inbox?x=1')
  const body = Buffer.from('{"a":1}')
  const headers = signedHeaders({ method: 'POST', url, body, keyId: 'https://city.example/actor#main-key', privateKey: keys.privateKey, now: MORNING })

  test('is over the text that draft-cavage-12 section 2.3 describes', () => {
    const text = ['(request-target): post /inbox?x=1', 'host: social.example', 'date: Sun, 22 Nov 2026 00:00:00 GMT', `digest: SHA-256=${createHash('sha256').update(body).digest('base64')}`].join('\n')
    const bytes = Buffer.from(/signature="([^"]+)"/.exec(headers['signature']!)![1]!, 'base64')
    expect(createVerify('RSA-SHA256').update(text).verify(keys.publicKey, bytes)).toBe(true)
    expect(headers['signature']).toMatch(/^keyId="https:\/\/city.example\/actor#main-key",algorithm="rsa-sha256",headers="\(request-target\) host date digest",signature="/)
    expect(headers['digest']).toBe(digestOf(body))
  })

  test('of a weak key, or of something that is no key, is none', () => {
    const request = { method: 'POST', path: '/inbox?x=1', headers, body }
    const signature = readSignature(request, MORNING)
    if (typeof signature === 'string') throw new Error(signature)
    expect(isSignedBy(keys.publicKey, request, signature)).toBe(true)
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
    const weakly = { ...request, headers: signedHeaders({ method: 'POST', url, body, keyId: 'k', privateKey: weak.privateKey, now: MORNING }) }
    const weakSignature = readSignature(weakly, MORNING)
    if (typeof weakSignature === 'string') throw new Error(weakSignature)
    expect(isSignedBy(weak.publicKey, weakly, weakSignature)).toBe(false)
    expect(isSignedBy('no key', request, signature)).toBe(false)
  })
})

describe('a stranger\'s address', () => {
  test.each([
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1',
    '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'ff02::1', 'localhost', '',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '203.0.112.1', '2606:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each(['http://social.example/a', 'ftp://social.example/a', 'https://user:secret@social.example/a', 'javascript:1', 'nonsense', `https://social.example/${'a'.repeat(1_000)}`])('%s is not asked', (text) => {
    expect(fediverseAddress(text)).toBeUndefined()
  })

  test.each(['https://localhost/', 'https://2130706433/', 'https://0x7f.1/', 'https://[::ffff:7f00:1]/', 'https://printer/', 'http://social.example/'])('%s is not dialled', async (text) => {
    await expect(ask({ method: 'GET', url: new URL(text), headers: {}, isStrangers: true })).rejects.toThrow('is no public server')
  })
})
