import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { staffIdentity } from '../../staff-identity/manifest.ts'
import { mail } from '../../mail/manifest.ts'
import { addContact, endContact } from '../contacts.ts'
import { notices } from '../manifest.ts'
import { eraseNow } from './erase-people.ts'

let city: TestWeb

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, mail, notices])
})
afterAll(() => city.close())

test('who left is erased after the days that the rule says, and who did not stays', async () => {
  const act = city.open.database.act.bind(city.open.database)
  const ids = await act('notices', systemActor, async (tx) => {
    const added = await Promise.all(['long@example.jp', 'lately@example.jp', 'there@example.jp'].map((address) => addContact(tx, { channel: 'mail', address, language: 'ja', towns: ['みどり町'], isConfirmed: true })))
    return added.map((each) => (each.ok ? each.id : ''))
  })
  await act('notices', systemActor, async (tx) => {
    for (const id of ids.slice(0, 2)) await endContact(tx, id, 'page')
  })
  await city.open.owner`update notices.contact set ended_at = ended_at - interval '7 days 1 minute' where address = 'long@example.jp'`
  await city.open.owner`update notices.contact set ended_at = ended_at - interval '6 days 23 hours' where address = 'lately@example.jp'`
  await act('notices', systemActor, eraseNow)
  const rows = await city.open.owner`select address, towns from notices.contact where id = any(${ids}) order by address`
  expect(rows).toEqual([{ address: '', towns: [] }, { address: 'lately@example.jp', towns: ['みどり町'] }, { address: 'there@example.jp', towns: ['みどり町'] }])
})
