import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { indicators } from '../indicators/manifest.ts'
import { mail } from '../mail/manifest.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { facts } from './facts.ts'
import { notices } from './manifest.ts'

let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb([staffIdentity, mail, indicators, notices])
})
afterAll(() => city.close())

const read = async (path: string) => JSON.parse((await city.web.inject({ url: `/evidence/${path}?year=${fiscalYear()}`, headers: { accept: 'application/json' } })).body) as Record<string, unknown>
const fiscalYear = () => Temporal.Now.plainDateISO('Asia/Tokyo').subtract({ months: 3 }).year

test('how fast broadcasts were through is a share of those to somebody, drills apart, and leads to the facts', async () => {
  const base = { notice: 'n', topic: 'counter.storm', channel: 'mail', isDrill: false, planned: 100, handed: 99, refused: 1, within10s: 90, within60s: 99, seconds: 9.9 }
  const ended = [base, { ...base, seconds: 10 }, { ...base, channel: 'line', seconds: 61 }, { ...base, channel: 'line', seconds: 2 }, { ...base, isDrill: true, seconds: 1 }, { ...base, planned: 0, handed: 0, refused: 0, within10s: 0, within60s: 0, seconds: 0 }]
  await city.open.database.act('notices', systemActor, async (tx) => {
    for (const body of ended) tx.publish(facts.broadcastEnded, 'n', body)
  })
  await city.workers.settle()
  expect(await read('notices.through-within-10s/figure.json')).toMatchObject({ value: 50, facts: 4, categories: [{ category: 'line', value: 50 }, { category: 'mail', value: 50 }] })
  expect(await read('notices.through-within-60s/figure.json')).toMatchObject({ value: 75, facts: 4 })
  expect(await read('notices.handed-within-10s/figure.json')).toMatchObject({ value: 360, facts: 5 })
  expect((await read('notices.through-within-60s/facts.json')).facts).toHaveLength(4)
})
