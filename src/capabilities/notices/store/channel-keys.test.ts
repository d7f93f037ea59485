import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { changeKeys, publishedKeys, signerFor } from '../mail/signing-keys.ts'
import { notices } from '../manifest.ts'
import { channelKey, listChannelKeys, retireChannelKey, SealedKeyFault } from './channel-keys.ts'
import { keepStandInMessage, keepStandInMessages, listStandInMessages, MOST_KEPT } from './stand-in.ts'

const seal = new Seal(Buffer.alloc(32, 7), 'kameyama', 'notices')
let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb([notices], { isDemo: false })
})
afterAll(() => city.close())

function makePair() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { publicPart: publicKey.export({ type: 'spki', format: 'pem' }), privatePart: privateKey.export({ type: 'pkcs8', format: 'pem' }) }
}

test('a key is made once, also by two who ask at the same moment, and lies under the seal', async () => {
  const { database } = city.open
  const [first, second] = await Promise.all([channelKey(database, seal, 'vapid', makePair), channelKey(database, seal, 'vapid', makePair)])
  expect(second).toEqual(first)
  const [row] = await city.open.owner`select sealed_part from notices.channel_key`
  expect(row?.sealed_part).not.toContain('PRIVATE')
  const stranger = new Seal(Buffer.alloc(32, 8), 'kameyama', 'notices')
  await expect(channelKey(database, stranger, 'vapid', makePair)).rejects.toThrow(SealedKeyFault)
})

test('keys are listed by what they are for, with the time since when they sign no more', async () => {
  const listed = await city.open.database.act('notices', systemActor, async (tx) => {
    for (const name of ['dkim.a', 'dkim.b', 'other']) await channelKey(tx, seal, name, makePair)
    await retireChannelKey(tx, 'dkim.a')
    return listChannelKeys(tx, seal, 'dkim.')
  })
  expect(listed.map(({ name, retiredAt }) => [name, retiredAt === null])).toEqual([['dkim.b', true], ['dkim.a', false]])
})

test('a stand-in keeps the newest of its channel and leaves the others alone', async () => {
  const { database } = city.open
  await keepStandInMessage(database, { channel: 'push', summary: 'one', source: 'x' })
  const many = Array.from({ length: MOST_KEPT + 20 }, (_, index) => ({ channel: 'mail' as const, summary: String(index), source: 'y' }))
  await keepStandInMessages(database, many.slice(0, 300))
  await keepStandInMessages(database, many.slice(300))
  const kept = await database.read('notices', systemActor, (tx) => listStandInMessages(tx, 1_000, 'mail'))
  expect(kept.map((message) => Number(message.summary))).toEqual(Array.from({ length: MOST_KEPT }, (_, index) => MOST_KEPT + 19 - index))
  expect(await database.read('notices', systemActor, (tx) => listStandInMessages(tx, 1_000))).toHaveLength(MOST_KEPT + 1)
})

test('keys to sign letters with are made in pairs, and changed without one that nobody has published signing', async () => {
  const { database } = city.open
  await city.open.owner`truncate notices.channel_key`
  const roles = () => database.read('notices', systemActor, async (tx) => (await publishedKeys(tx, seal)).map(({ selector, role }) => [selector, role]))
  expect(await roles()).toEqual([])
  expect((await signerFor(database, seal, 'city.example')).selector).toBe('tsunagu1')
  expect(await roles()).toEqual([['tsunagu1', 'signing'], ['tsunagu2', 'next']])
  await database.act('notices', systemActor, (tx) => changeKeys(tx, seal))
  expect((await signerFor(database, seal, 'city.example')).selector).toBe('tsunagu2')
  expect(await roles()).toEqual([['tsunagu1', 'leaving'], ['tsunagu2', 'signing'], ['tsunagu3', 'next']])
  await city.open.owner`update notices.channel_key set retired_at = '2026-11-01' where retired_at is not null`
  expect(await roles()).toEqual([['tsunagu2', 'signing'], ['tsunagu3', 'next']])
})
