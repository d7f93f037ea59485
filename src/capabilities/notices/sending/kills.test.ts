import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mail } from '#capabilities/mail/manifest.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { testServer } from '#kernel/testing/test-city.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { KAMEYAMA, openTestWeb, type TestWeb } from '../../../testing.ts'
import { SmtpSink } from '../mail/smtp-sink.ts'
import { notices } from '../manifest.ts'
import { issueNotice, progressOf } from '../notices.ts'
import { inventCrowd } from '../crowd.ts'
import { draft, trialService, TRIAL_TOPIC } from '../testing/invented-notice.ts'
import type { TrialSenderTerms } from '../testing/trial-sender.ts'

const READERS = 1_500
const PATIENCE_MS = 90_000
/** Copies that came of each message, by its Message-ID. */
const copies = new Map<string, number>()
const sink = new SmtpSink({
  delayMs: 8,
  onMessage: ({ source }) => {
    const id = /^Message-ID: <([^@]*)@/m.exec(source)?.[1] ?? ''
    copies.set(id, (copies.get(id) ?? 0) + 1)
  },
})
const senders: ChildProcess[] = []
let city: TestWeb
let smtpUrl: string
beforeAll(async () => {
  city = await openTestWeb([mail, notices, trialService], { clock: systemClock, isDemo: false })
  smtpUrl = `smtp://127.0.0.1:${await sink.listen()}`
  await inventCrowd(city.open.owner, { channel: 'mail', count: READERS, topic: TRIAL_TOPIC })
})
afterAll(async () => {
  for (const sender of senders) sender.kill('SIGKILL')
  await sink.close()
  await city.close()
})

async function startSender(): Promise<ChildProcess> {
  const terms: TrialSenderTerms = { server: testServer(), databaseName: city.open.databaseName, rolePrefix: city.open.database.rolePrefix, folder: KAMEYAMA, smtpUrl }
  const child = fork(join(import.meta.dirname, '../testing/trial-sender.ts'), [JSON.stringify(terms)], { execArgv: [] })
  senders.push(child)
  await once(child, 'message')
  return child
}

async function issue(): Promise<string> {
  return city.open.database.act('trial-service', systemActor, async (tx) => {
    const issued = await issueNotice(tx, [trialService], draft)
    return issued.ok ? issued.id : ''
  })
}

const lineOf = async (id: string) => (await city.open.database.read('trial-service', systemActor, (tx) => progressOf(tx, id)))[0]
const untilEnded = async (id: string) => {
  await expect.poll(async () => (await lineOf(id))?.state, { timeout: PATIENCE_MS, interval: 100 }).toBe('ended')
}
const copiesOf = (id: string) => [...copies].filter(([messageId]) => messageId.startsWith(id))
const untilCame = async (id: string, count: number) => {
  await expect.poll(() => copiesOf(id).length, { timeout: PATIENCE_MS, interval: 5 }).toBeGreaterThanOrEqual(count)
}

/** Message-IDs that stand in the database as handed over. */
async function writtenDown(id: string): Promise<string[]> {
  const rows = await city.open.owner`select contact from notices.sheet, unnest(contacts, results) as each(contact, result) where notice_id = ${id} and result = 1`
  return rows.map(({ contact }) => `${id}.${contact}`)
}

test('two senders share a broadcast, and nobody gets it twice', async () => {
  await Promise.all([startSender(), startSender()])
  const id = await issue()
  await untilEnded(id)
  expect(await lineOf(id)).toMatchObject({ planned: READERS, handed: READERS, refused: 0 })
  expect(copiesOf(id).length).toBe(READERS)
  expect(copiesOf(id).every(([, count]) => count === 1)).toBe(true)
  const [takenOver] = await city.open.owner`select count(*)::int as sheets from notices.sheet where notice_id = ${id} and attempts <> 1`
  expect(takenOver?.sheets).toBe(0)
}, PATIENCE_MS)

test('senders that are killed leave nobody out, and only what they had not written down comes twice', async () => {
  const id = await issue()
  const settled = new Set<string>()
  let unwritten = 0
  for (const came of [READERS / 5, READERS / 2]) {
    await untilCame(id, came)
    const victim = senders.shift()
    victim?.kill('SIGKILL')
    if (victim !== undefined) await once(victim, 'exit')
    const written = new Set(await writtenDown(id))
    for (const messageId of written) settled.add(messageId)
    unwritten += copiesOf(id).filter(([messageId]) => !written.has(messageId)).length
    await startSender()
  }
  await untilEnded(id)
  expect(await lineOf(id)).toMatchObject({ planned: READERS, handed: READERS, refused: 0 })
  expect(copiesOf(id).length).toBe(READERS)
  const twice = copiesOf(id).filter(([, count]) => count > 1)
  expect(twice.filter(([messageId]) => settled.has(messageId))).toEqual([])
  expect(twice.length).toBeLessThanOrEqual(unwritten)
}, PATIENCE_MS)
