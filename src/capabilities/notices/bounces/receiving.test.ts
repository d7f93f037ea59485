import { createServer } from 'node:net'
import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import type { StandingRun } from '#kernel/jobs/standing-work.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { bounceLocalPart, leaveLocalPart } from '../mail/return-address.ts'
import { mail } from '#capabilities/mail/manifest.ts'
import { notices } from '../manifest.ts'
import { issueNotice } from '../notices.ts'
import { inventCrowd } from '../crowd.ts'
import { draft, trialService, TRIAL_TOPIC } from '../testing/invented-notice.ts'
import { receivingOn } from './receiving.ts'

const seal = new Seal(Buffer.alloc(32, 7), 'kameyama', 'notices')
let city: TestWeb
let run: StandingRun
let port: number
let contactId: string
beforeAll(async () => {
  city = await openTestWeb([mail, notices, trialService], { isDemo: false })
  await inventCrowd(city.open.owner, { channel: 'mail', count: 2, topic: TRIAL_TOPIC })
  contactId = (await city.open.owner`select id from notices.contact order by address`)[0]?.id as string
  port = await freePort()
  run = receivingOn(() => port).begin(city.open, { log: silentLog, seal })
  await run.start()
})
afterAll(async () => {
  await run.end()
  await city.close()
})

const domain = 'bounces.kameyama.localhost'
const issue = () => city.open.database.act('trial-service', systemActor, async (tx) => {
  const issued = await issueNotice(tx, [trialService], draft)
  return issued.ok ? issued.id : ''
})

/** A report as mail servers write it (RFC 3464, appendix E), with the given outcome. */
function report({ action = 'failed', status = '5.1.1', diagnostic = 'smtp; 550 5.1.1 <gone@example.jp>: no such user' } = {}): string {
  return [
    'From: MAILER-DAEMON@example.jp', 'To: somebody', 'Subject: Undelivered', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
    '--b', 'Content-Type: text/plain', '', 'It could not be delivered. 5.1.1', '',
    '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.jp', '',
    'Final-Recipient: rfc822; gone@example.jp', `Action: ${action}`, `Status: ${status}`, `Diagnostic-Code: ${diagnostic.replace(': ', ':\r\n  ')}`, '',
    '--b', 'Content-Type: text/rfc822-headers', '', 'Subject: x', '', '--b--', '',
  ].join('\r\n')
}

async function send(localPart: string, raw: string): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  try {
    await transport.sendMail({ envelope: { from: '', to: `${localPart}@${domain}` }, raw })
    return 250
  } catch (thrown) {
    return (thrown as { responseCode?: number }).responseCode ?? 0
  } finally {
    transport.close()
  }
}

const contact = async () => (await city.open.owner`select state, bounces from notices.contact where id = ${contactId}`)[0]

describe('what comes back', () => {
  test('from an address that is gone, three times, ends it; the same report again, or another kind of mail, counts for nothing', async () => {
    const first = await issue()
    const localPart = bounceLocalPart(seal, first, contactId)
    expect(await send(localPart.toUpperCase(), report())).toBe(250)
    expect(await contact()).toMatchObject({ state: 'active', bounces: 1 })
    for (const raw of [report(), report({ action: 'delayed', status: '4.4.1' }), 'Subject: On holiday\r\n\r\nStatus: 5.1.1\r\nAction: failed\r\n']) expect(await send(localPart, raw)).toBe(250)
    expect(await contact()).toMatchObject({ bounces: 1 })
    expect(await send(bounceLocalPart(seal, await issue(), contactId), report({ status: '5.7.1', diagnostic: 'smtp; 554 5.7.1 spam' }))).toBe(250)
    expect(await contact()).toMatchObject({ bounces: 1 })
    for (let more = 0; more < 2; more++) await send(bounceLocalPart(seal, await issue(), contactId), report())
    expect(await contact()).toMatchObject({ state: 'stopped', bounces: 3 })
    const kept = await city.open.owner`select code, answer from notices.refusal order by refused_at, code`
    expect(kept.map(({ code }) => code).toSorted()).toEqual([550, 550, 550, 554])
    expect(JSON.stringify(kept)).not.toContain('@')
    await city.workers.settle()
    expect(await city.open.owner`select 1 from kernel.fact where name = 'notices.stopped'`).toHaveLength(1)
  })

  test('to an address that nobody here made is not taken over', async () => {
    const id = await issue()
    const good = bounceLocalPart(seal, id, contactId)
    const forged = [`${good.slice(0, -1)}${good.endsWith('a') ? 'b' : 'a'}`, bounceLocalPart(new Seal(Buffer.alloc(32, 8), 'kameyama', 'notices'), id, contactId), 'postmaster', 'b-', leaveLocalPart(seal, contactId).replace('leave-', 'b-')]
    for (const localPart of forged) expect(await send(localPart, report())).toBe(550)
  })

  test('from a reader who wants no more ends it', async () => {
    const other = (await city.open.owner`select id from notices.contact order by address desc`)[0]?.id as string
    expect(await send(leaveLocalPart(seal, other), 'Subject: unsubscribe\r\n\r\n')).toBe(250)
    expect(await city.open.owner`select state from notices.contact where id = ${other}`).toMatchObject([{ state: 'left' }])
  })

  test('of a notice or a contact that never was is ignored', async () => {
    expect(await send(bounceLocalPart(seal, randomUUID(), contactId), report())).toBe(250)
    expect(await send(bounceLocalPart(seal, await issue(), randomUUID()), report())).toBe(250)
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as { port: number }
      server.close(() => resolve(free))
    })
  })
}
