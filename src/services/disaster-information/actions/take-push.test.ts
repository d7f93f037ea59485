import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { imports } from '../../../capabilities/imports/manifest.ts'
import { mail } from '../../../capabilities/mail/manifest.ts'
import { notices } from '../../../capabilities/notices/manifest.ts'
import { openData } from '../../../capabilities/open-data/manifest.ts'
import { phrasebook } from '../../../capabilities/phrasebook/manifest.ts'
import { search } from '../../../capabilities/search/manifest.ts'
import { staffIdentity } from '../../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { Intake } from '../jobs/telegram-intake.ts'
import { disasterInformation } from '../manifest.ts'
import { composeWarnings } from '../rules/nights/compose-weather.ts'
import { SIGNATURE_GOOD_SECONDS, SIGNATURE_HEADER, signatureOf, TIME_HEADER } from '../rules/telegrams/signature.ts'
import { TELEGRAM_LIMITS } from '../rules/telegrams/limits.ts'
import { listPushRefusals } from '../store/pushes.ts'
import { listArrivals, listTelegrams } from '../store/telegram-lists.ts'

const NOW = Temporal.Instant.from('2026-07-14T13:00:00Z')
const SECONDS = String(NOW.epochMilliseconds / 1000)
const BODY = composeWarnings('VPWW55', [{ code: '43', status: '発表' }], { reportAt: NOW.subtract({ minutes: 1 }) }).source

const parts = [staffIdentity, imports, mail, notices, openData, search, phrasebook, disasterInformation]
/** Each key is made a little later than the one before. */
let later = 0
const clock: Clock = { now: () => NOW.add({ seconds: later }), today: () => dayOf(NOW) }
let city: TestWeb
let intake: Intake
let cookie = ''
beforeAll(async () => {
  city = await openTestWeb(parts, { clock })
  intake = new Intake(city.open, { log: silentLog, seal: new Seal(Buffer.alloc(32, 7), 'kameyama', 'disaster-information') })
  cookie = await city.signInWith('disaster-officer')
})
afterAll(() => city.close())

/** A filter that leaves nothing out. */
const ALL = { type: '', effect: '', realm: '', way: '', day: '' }
const WAYS_PAGE = '/staff/disaster/telegrams/ways'

async function makeKey(): Promise<Buffer> {
  later++
  const shown = await city.send({ page: WAYS_PAGE, action: `${WAYS_PAGE}/key`, values: {}, cookie })
  const key = /<pre tabindex="0">([\w-]{43})<\/pre>/.exec(shown.body)?.[1]
  if (key === undefined) throw new Error(`no key was shown (status ${shown.statusCode})`)
  return Buffer.from(key, 'base64url')
}

function push(body: Buffer, key: Buffer, terms: { time?: string; signature?: string } = {}) {
  const time = terms.time ?? SECONDS
  const signature = terms.signature ?? signatureOf(key, time, body)
  return city.web.inject({ method: 'POST', url: '/telegrams', headers: { 'content-type': 'application/xml', [TIME_HEADER]: time, [SIGNATURE_HEADER]: signature }, payload: body })
}

const read = <Result>(work: Parameters<typeof city.open.database.read<Result>>[2]) => city.open.database.read('disaster-information', systemActor, work)

describe('a telegram that is pushed', () => {
  test('without a key of the city is refused', async () => {
    expect(await push(BODY, Buffer.alloc(32, 1)).then(({ statusCode, json }) => [statusCode, json()])).toEqual([401, { kind: 'refused', reason: 'no-key' }])
  })

  test('with a good signature is accepted at once and taken in beside the pages; the same signature again is refused', async () => {
    const key = await makeKey()
    const first = await push(BODY, key)
    expect([first.statusCode, first.json()]).toMatchObject([202, { kind: 'accepted' }])
    expect(await read((tx) => listTelegrams(tx, ALL, 10, 0))).toEqual([])
    expect((await push(BODY, key)).statusCode).toBe(409)
    await intake.settle()
    expect(await read((tx) => listTelegrams(tx, ALL, 10, 0))).toMatchObject([{ type: 'VPWW55', effect: 'changed' }])
    const again = await push(BODY, key, { time: String(Number(SECONDS) + 1) })
    expect(again.statusCode).toBe(202)
    await intake.settle()
    const [telegram] = await read((tx) => listTelegrams(tx, ALL, 10, 0))
    expect((await read((tx) => listArrivals(tx, telegram?.id ?? ''))).map(({ way, count }) => [way, count])).toEqual([['push', 2]])
  })

  test('that is forged, altered, unsigned or old leaves nothing but a count', async () => {
    const key = await makeKey()
    const other = composeWarnings('VPWW55', [{ code: '33', status: '発表' }], { reportAt: NOW }).source
    const good = signatureOf(key, SECONDS, BODY)
    const reasons = await Promise.all([
      push(other, Buffer.alloc(32, 9)), push(other, key, { signature: good }), push(other, key, { signature: '' }), push(other, key, { time: String(Number(SECONDS) - SIGNATURE_GOOD_SECONDS - 100) }), push(other, key, { time: 'now' }),
    ])
    expect(reasons.map((answer) => [answer.statusCode, answer.json<{ reason: string }>().reason])).toEqual([[401, 'forged'], [401, 'forged'], [401, 'unsigned'], [401, 'out-of-time'], [401, 'unsigned']])
    await intake.settle()
    expect(await read((tx) => listTelegrams(tx, ALL, 10, 0))).toHaveLength(1)
    const counted = await read((tx) => listPushRefusals(tx, tx.today))
    expect(Object.fromEntries(counted.map(({ reason, times }) => [reason, times]))).toEqual({ 'no-key': 1, replayed: 1, forged: 2, unsigned: 2, 'out-of-time': 1 })
  })

  test('the key before still works while the sender changes over', async () => {
    const before = await makeKey()
    await makeKey()
    const body = composeWarnings('VPWW58', [{ code: '15', status: '発表' }], { reportAt: NOW }).source
    expect((await push(body, before)).statusCode).toBe(202)
  })

  test('that is no telegram is kept as refused, where staff read why', async () => {
    expect((await push(Buffer.from('<nothing/>'), await makeKey())).statusCode).toBe(202)
    await intake.settle()
    const list = await city.web.inject({ url: '/staff/disaster/telegrams/refused', headers: { cookie } })
    expect(list.statusCode).toBe(200)
    expect(list.body).toContain('nothing')
  })

  test('that is larger than any telegram is not read to its end', async () => {
    expect((await push(Buffer.alloc(TELEGRAM_LIMITS.bytes + 1, 0x20), await makeKey())).statusCode).toBe(413)
  })
})
