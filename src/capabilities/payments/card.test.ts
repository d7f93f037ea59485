import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { refundPayment, cancelPayment } from './payments.ts'
import { approveRefund } from './actions/refund.ts'
import { PROVIDER_VARIABLES, STAND_IN_KEY, STAND_IN_WEBHOOK_SECRET } from './provider.ts'
import { signatureHeader } from './provider/signature.ts'
import { StandInProvider } from './provider/stand-in.ts'
import type { Mood } from './provider/stand-in-teller.ts'
import { TrialCounter } from './testing/trial-counter.ts'

const CARD = '4242424242424242'
const DECLINED = '4000000000000002'

/** The city's clock, which tests turn on; the provider's goes with it. */
let now = Temporal.Instant.from('2026-11-22T00:00:00Z')
const clock: Clock = { now: () => now, today: () => dayOf(now) }

let counter: TrialCounter
let server: Server
let provider: StandInProvider
let origin: string
/** The socket is closed at once when the provider shall be away. */
let isAway = false

beforeAll(async () => {
  counter = await TrialCounter.open(clock)
  origin = await counter.city.web.listen({ port: 0, host: '127.0.0.1' })
  server = createServer((request, response) => void (isAway ? request.socket.destroy() : provider.handle(request, response)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider = new StandInProvider(address, () => now)
  for (const [index, name] of PROVIDER_VARIABLES.entries()) process.env[name] = [address, STAND_IN_KEY, STAND_IN_WEBHOOK_SECRET][index]
})
afterAll(async () => {
  provider.teller.close()
  server.closeAllConnections()
  server.close()
  for (const name of PROVIDER_VARIABLES) delete process.env[name]
  await counter.close()
})

/** As a browser at the city's real address: opens the payer's page, presses the button, and finds the provider's page. */
async function chooseCard(path: string): Promise<{ status: number; page: string | undefined; session: string | undefined }> {
  const shown = await fetch(`${origin}${path}`, { headers: { cookie: 'language=en' } })
  const cookie = ['language=en', ...shown.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')].join('; ')
  const csrf = /name="csrf" value="([^"]+)"/.exec(await shown.text())?.[1] ?? ''
  const sent = await fetch(`${origin}${path}/card`, { method: 'POST', redirect: 'manual', headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ csrf }) })
  if (sent.status !== 303) return { status: sent.status, page: undefined, session: undefined }
  const going = await (await fetch(`${origin}${sent.headers.get('location')}`, { headers: { cookie } })).text()
  const page = /href="(http[^"]+\/page\/[^"]+)"/.exec(going)?.[1]
  return { status: sent.status, page, session: page?.split('/').at(-1) }
}

/** Types a card on the provider's page, and says how the city shall be told. */
async function type(page: string | undefined, mood: Mood, fields: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(String(page), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ number: CARD, expiry: '12/30', code: '123', act: 'pay', mood, ...fields }) })
  return answer.headers.get('location') ?? (await answer.text())
}

async function payWith(reference: string, mood: Mood, fields: Record<string, string> = {}) {
  const asked = await counter.ask({ reference })
  const chosen = await chooseCard(asked.path)
  const answer = await type(chosen.page, mood, fields)
  return { ...asked, ...chosen, answer }
}

const later = (minutes: number) => {
  now = now.add({ minutes })
}
const receivals = (reference: string) => counter.city.open.owner`
  select 1 from payments.event e join payments.request r on r.id = e.request_id where r.reference = ${reference} and e.kind = 'paid'`

describe('a card payment', () => {
  test('leads to the provider and back, is paid by its word, and has a receipt', async () => {
    const paid = await payWith('counter:plain', 'in-time')
    expect(paid.answer).toBe(`${origin}${paid.path}/card?came=back`)
    expect(await counter.stateOf('counter:plain')).toMatchObject({ state: 'paid', way: 'card', paidYen: 600, paidOn: dayOf(now) })
    expect(await counter.factsOf('counter:plain')).toEqual(['payments.requested', 'payments.paid'])
    expect((await counter.get(`${paid.path}/card?came=back`)).headers.location).toBe(paid.path)
    expect((await counter.get(paid.path)).body).toContain('Receipt')
  })

  test('tells before it begins what it costs, what the limit is and where the receipt is', async () => {
    const { path } = await counter.ask()
    const { body } = await counter.get(path)
    for (const words of ['No extra fee', '300,000 yen', 'No paper receipt is sent', 'Your card number never reaches the city']) expect(body).toContain(words)
  })

  test('chosen twice opens one page', async () => {
    const { path } = await counter.ask()
    const [one, other] = [await chooseCard(path), await chooseCard(path)]
    expect(one.session).toMatch(/^cs_/)
    expect(other.session).toBe(one.session)
  })

  test.each<[Mood, number]>([['twice', 2], ['out-of-order', 2]])('told %s is paid once', async (mood, messages) => {
    const { session } = await payWith(`counter:${mood}`, mood)
    expect(await counter.stateOf(`counter:${mood}`)).toMatchObject({ state: 'paid', paidYen: 600, surplusYen: 0 })
    expect(await counter.factsOf(`counter:${mood}`)).toEqual(['payments.requested', 'payments.paid'])
    const [told] = await counter.city.open.owner<{ times: number }[]>`select sum(times)::int as times from payments.webhook where session_id = ${String(session)}`
    expect(told?.times).toBe(messages)
  })

  test('told late is paid late, with the day on which the card was charged', async () => {
    now = Temporal.Instant.from('2026-11-22T14:59:00Z')
    await payWith('counter:late', 'late')
    expect(await counter.stateOf('counter:late')).toMatchObject({ state: 'way-chosen' })
    later(3)
    await provider.teller.tellHeld()
    expect(await counter.stateOf('counter:late')).toMatchObject({ state: 'paid', paidOn: Temporal.PlainDate.from('2026-11-22') })
  })

  test.each<Mood>(['never', 'wrong-signature'])('told %s is found by the sweep within the quarter of an hour', async (mood) => {
    await payWith(`counter:sweep-${mood}`, mood)
    await counter.city.workers.settle()
    expect(await counter.stateOf(`counter:sweep-${mood}`)).toMatchObject({ state: 'way-chosen' })
    later(16)
    await counter.city.workers.settle()
    expect(await counter.stateOf(`counter:sweep-${mood}`)).toMatchObject({ state: 'paid', paidYen: 600 })
  })

  test('whose message was lost is found at once by the payer who looks', async () => {
    const { path } = await payWith('counter:looked', 'never')
    const shown = await counter.get(`${path}/card?came=back`)
    expect(shown.body).toContain('Do not pay again')
    const sent = await counter.city.send({ page: `${path}/card?came=back`, action: `${path}/card/check`, values: {}, cookie: 'language=en' })
    expect(sent.statusCode).toBe(303)
    expect(await counter.stateOf('counter:looked')).toMatchObject({ state: 'paid', paidYen: 600 })
  })

  test('ended as failed can be tried anew', async () => {
    const { path } = await payWith('counter:failed', 'in-time', { act: 'fail' })
    expect(await counter.stateOf('counter:failed')).toMatchObject({ state: 'failed' })
    expect((await counter.get(path)).body).toContain('No money has moved')
    await type((await chooseCard(path)).page, 'in-time')
    expect(await counter.stateOf('counter:failed')).toMatchObject({ state: 'paid' })
  })

  test('declined or left stays open, and nothing is paid', async () => {
    expect((await payWith('counter:declined', 'in-time', { number: DECLINED })).answer).toContain('declined')
    const left = await payWith('counter:left', 'in-time', { act: 'cancel' })
    expect(left.answer).toBe(`${origin}${left.path}/card?came=away`)
    expect((await counter.get(`${left.path}/card?came=away`)).body).toContain('Nothing was paid')
    expect(await counter.stateOf('counter:left')).toMatchObject({ state: 'way-chosen', paidYen: 0 })
  })

  test('that ran out of time at the provider has failed, and says so', async () => {
    const asked = await counter.ask({ reference: 'counter:timed-out' })
    await chooseCard(asked.path)
    later(150)
    await counter.city.workers.settle()
    expect(await counter.stateOf('counter:timed-out')).toMatchObject({ state: 'failed' })
  })

  test('that the provider knows nothing of is given up after three questions, and a person looks', async () => {
    const asked = await counter.ask({ reference: 'counter:unknown' })
    const { session } = await chooseCard(asked.path)
    provider.book.sessions.delete(String(session))
    for (let question = 0; question < 3; question++) {
      later(16)
      await counter.city.workers.settle()
    }
    expect(await counter.stateOf('counter:unknown')).toMatchObject({ state: 'failed', paidYen: 0 })
    expect(await counter.city.open.owner`select kind from payments.difference where request_id = ${asked.id}`).toEqual([{ kind: 'session-lost' }])
  })

  test('with the provider away: the page comes back with a way out, nothing is half done', async () => {
    const { path } = await counter.ask({ reference: 'counter:away' })
    isAway = true
    const chosen = await chooseCard(path)
    isAway = false
    expect(chosen.status).toBe(503)
    expect(await counter.stateOf('counter:away')).toMatchObject({ state: 'requested' })
    expect((await chooseCard(path)).session).toMatch(/^cs_/)
  })

  test('that our own note was lost of is taken on by the request it names', async () => {
    const { session, page } = await payWith('counter:adopted', 'in-time', { act: 'cancel' })
    await counter.city.open.owner`delete from payments.card_session where id = ${String(session)}`
    await type(page, 'in-time')
    expect(await counter.stateOf('counter:adopted')).toMatchObject({ state: 'paid' })
  })

  test('of a request that was cancelled meanwhile is a surplus that is offered back', async () => {
    const { page } = await payWith('counter:crossed', 'in-time', { act: 'cancel' })
    await counter.inCity((tx) => cancelPayment(tx, 'counter:crossed', 'withdrawn'))
    await type(page, 'in-time')
    expect(await counter.stateOf('counter:crossed')).toMatchObject({ state: 'cancelled', surplusYen: 600 })
    expect(await counter.factsOf('counter:crossed')).toEqual(['payments.requested', 'payments.cancelled', 'payments.surplus-found'])
  })

  test('whose request was cancelled is closed at the provider, so that nobody pays it any more', async () => {
    const { page, session } = await payWith('counter:closed', 'in-time', { act: 'cancel' })
    await counter.inCity((tx) => cancelPayment(tx, 'counter:closed', 'withdrawn'))
    await counter.city.workers.settle()
    expect(provider.book.find(String(session))?.status).toBe('expired')
    expect(await type(page, 'in-time')).toContain('This page has ended')
  })
})

describe('a message', () => {
  const body = (change: Record<string, unknown> = {}) => Buffer.from(JSON.stringify({
    id: 'evt_forged1', type: 'checkout.session.completed', created: Math.floor(now.epochMilliseconds / 1000), data: { object: {} }, ...change,
  }))
  const bring = (bytes: Buffer, signature: string) => counter.city.web.inject({ method: 'POST', url: '/pay/card-webhook', headers: { 'stripe-signature': signature, 'content-type': 'application/json' }, payload: bytes })

  test.each<[string, () => [Buffer, string], string]>([
    ['without a signature', () => [body(), ''], 'no-signature'],
    ['signed with another secret', () => [body(), signatureHeader(body(), 'whsec_other', now)], 'wrong-signature'],
    ['altered after it was signed', () => [body({ id: 'evt_altered' }), signatureHeader(body(), STAND_IN_WEBHOOK_SECRET, now)], 'wrong-signature'],
    ['told again after an hour', () => [body(), signatureHeader(body(), STAND_IN_WEBHOOK_SECRET, now.subtract({ minutes: 60 }))], 'too-old'],
  ])('%s is refused, counted, and nothing of it is kept', async (_, make, why) => {
    const [bytes, signature] = make()
    const answer = await bring(bytes, signature)
    expect([answer.statusCode, answer.json()]).toEqual([400, { error: why }])
    expect(await counter.city.open.owner`select 1 from payments.forged_webhook where reason = ${why}`).toHaveLength(1)
    expect(await counter.city.open.owner`select 1 from payments.webhook where id in ('evt_forged1', 'evt_altered')`).toEqual([])
  })

  test('of another amount is put before a person and not believed', async () => {
    const { id } = await counter.ask({ reference: 'counter:amount' })
    const object = { id: 'cs_other_amount', url: null, status: 'complete', payment_status: 'paid', amount_total: 1, currency: 'jpy', client_reference_id: id, payment_intent: 'pi_1', expires_at: 1_900_000_000 }
    const bytes = body({ id: 'evt_amount', data: { object } })
    expect((await bring(bytes, signatureHeader(bytes, STAND_IN_WEBHOOK_SECRET, now))).statusCode).toBe(200)
    expect(await counter.stateOf('counter:amount')).toMatchObject({ state: 'requested', paidYen: 0 })
    expect(await counter.city.open.owner`select kind from payments.difference where detail like 'cs_other_amount%'`).toEqual([{ kind: 'other-amount' }])
  })

  test('of a kind or a session that is not ours is taken and changes nothing', async () => {
    for (const change of [{ id: 'evt_kind', type: 'customer.created' }, { id: 'evt_odd' }]) {
      const bytes = body(change)
      expect((await bring(bytes, signatureHeader(bytes, STAND_IN_WEBHOOK_SECRET, now))).statusCode).toBe(200)
    }
    expect(await counter.city.open.owner`select id, outcome from payments.webhook where id in ('evt_kind', 'evt_odd') order by id`)
      .toEqual([{ id: 'evt_kind', outcome: 'unknown-kind' }, { id: 'evt_odd', outcome: 'not-read' }])
  })

  test('told a thousand times, twenty at once, is paid once', { timeout: 60_000 }, async () => {
    const { session, page } = await payWith('counter:storm', 'never', { act: 'cancel' })
    await type(page, 'never')
    const known = provider.book.find(String(session))
    if (known === undefined) throw new Error('the provider forgot the session')
    await provider.teller.tell(known, ['checkout.session.completed'], 'storm')
    const [told] = await counter.city.open.owner<{ times: number }[]>`select times from payments.webhook where session_id = ${String(session)}`
    expect(told).toEqual({ times: 1_000 })
    expect(await receivals('counter:storm')).toHaveLength(1)
    expect(await counter.factsOf('counter:storm')).toEqual(['payments.requested', 'payments.paid'])
  })
})

describe('money back to the card', () => {
  test('needs a second person, is asked of the provider once, and comes as a fact', async () => {
    await payWith('counter:back', 'in-time')
    const outcome = await counter.inCity((tx) => refundPayment(tx, 'counter:back', { reason: 'the certificate was not issued', yen: 200 }))
    if (!outcome.ok) throw new Error(outcome.reason)
    const approve = (id: string) => counter.city.open.database.act('payments', { id: 'somebody-else', person: null, resident: null }, (tx) => approveRefund(tx, id))
    expect(await counter.within((tx) => approveRefund(tx, outcome.refundId))).toBe('same-person')
    expect(await approve(outcome.refundId)).toBe('done')
    expect(await approve(outcome.refundId)).toBe('too-late')
    isAway = true
    await counter.city.workers.settle()
    isAway = false
    expect(await counter.stateOf('counter:back')).toMatchObject({ refundedYen: 0 })
    later(6)
    await counter.city.workers.settle()
    expect(await counter.stateOf('counter:back')).toMatchObject({ state: 'paid', refundedYen: 200 })
    expect(provider.book.entriesWithin(0, Infinity, null, 10_000).data.filter((entry) => (entry as { amount: number }).amount === -200)).toHaveLength(1)
    expect(await counter.inCity((tx) => refundPayment(tx, 'counter:back', { reason: 'more', yen: 401 }))).toMatchObject({ ok: false, reason: 'more-than-paid', mostYen: 400 })
  })
})

describe('a card number', () => {
  test('typed at the provider stands nowhere in the city: no table, no fact, no message, no job', async () => {
    const tables = await counter.city.open.owner<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`
    expect(tables.length).toBeGreaterThan(30)
    const found: string[] = []
    for (const { name } of tables) {
      const rows = await counter.city.open.owner.unsafe(`select count(*)::int as hits from ${name} t where regexp_replace(t::text, '[ -]', '', 'g') ~ '${CARD}|${DECLINED}'`)
      if (rows[0]?.['hits'] !== 0) found.push(name)
    }
    expect(found).toEqual([])
    expect(JSON.stringify([...provider.book.sessions.values()])).not.toMatch(new RegExp(`${CARD}|${DECLINED}`))
  })
})
