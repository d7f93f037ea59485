import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { mail } from '../mail/manifest.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { addContact } from './contacts.ts'
import { ask } from './hand-over/http-client.ts'
import { issue, watchtower } from './invented-notices.ts'
import { notices } from './manifest.ts'
import { InventedBrowser } from './push/browser-of-nobody.ts'
import { openStandIns, type StandIns } from './stand-ins.ts'
import { listStandInMessages } from './store/stand-in.ts'

let city: TestWeb
let outside: StandIns

beforeEach(async () => {
  outside = await openStandIns()
  Object.assign(process.env, outside.variables)
  city = await openTestWeb([staffIdentity, mail, notices, watchtower])
})
afterEach(async () => {
  for (const name of Object.keys(outside.variables)) delete process.env[name]
  await city.close()
})

test('a city whose surroundings lead there hands everything over to the world outside, and keeps none of its traffic', async () => {
  const browser = new InventedBrowser(1)
  await city.open.database.act('watchtower', systemActor, async (tx) => {
    const terms = { language: 'en', topics: ['watchtower.evacuation'], isConfirmed: true } as const
    await addContact(tx, { ...terms, channel: 'mail', address: 'someone@example.jp' })
    await addContact(tx, { ...terms, channel: 'push', address: browser.endpoint, keys: browser.keys })
    await addContact(tx, { ...terms, channel: 'line', address: `U${'a'.repeat(32)}` })
  })
  await issue(city.open, { channels: ['mail', 'push', 'line', 'l-alert', 'area-mail', 'cable-tv'] })
  await city.workers.settle()
  const once = { messages: 1, twice: 0 }
  expect(outside.counts()).toEqual({ mail: once, push: once, line: once, 'l-alert': once, 'area-mail': once, 'cable-tv': once })
  expect(await city.open.database.read('notices', systemActor, (tx) => listStandInMessages(tx, 100))).toEqual([])
  expect(await city.open.owner`select channel from notices.hand_over where state <> 'taken'`).toEqual([])
})

test('what is refused is not counted, and what comes twice is', async () => {
  const url = new URL(outside.variables['CABLE_TV_STAND_IN_URL'] ?? '')
  const put = (name: string) => ask({ method: 'PUT', url: new URL(name, url), headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from('A\r\nB\r\n') })
  for (const name of ['one.txt', 'one.txt', 'two.txt']) expect((await put(name)).status).toBe(201)
  const refused = await ask({ method: 'POST', url: new URL(outside.variables['AREA_MAIL_STAND_IN_URL'] ?? ''), headers: {}, body: Buffer.from('{}') })
  expect(refused.status).toBe(400)
  expect(outside.counts()).toMatchObject({ 'cable-tv': { messages: 3, twice: 1 }, 'area-mail': { messages: 0, twice: 0 } })
})
