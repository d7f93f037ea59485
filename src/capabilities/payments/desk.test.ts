import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readXlsx, textOf } from '#capabilities/documents/xlsx-reader.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { feeExporter } from './api/fee-files.ts'
import { bankLineImporter } from './importers/bank-lines.ts'
import { feeImporter } from './importers/fees.ts'
import { takeAgentFile } from './actions/agent-file.ts'
import { readAgentFile, writeAgentFile } from './rules/agent-file.ts'
import { listSlipsOf } from './store/slips.ts'
import { TrialCounter } from './testing/trial-counter.ts'

let now = Temporal.Instant.from('2026-11-20T00:00:00Z')
const clock: Clock = { now: () => now, today: () => dayOf(now) }
let counter: TrialCounter
let cashier: string
let approver: string

beforeAll(async () => {
  counter = await TrialCounter.open(clock)
  await signIn()
  await send('/staff/payments/till', '/staff/payments/till/open', { 'pieces-1000': '10' })
})
afterAll(() => counter.close())

async function signIn(): Promise<void> {
  cashier = `${await counter.city.signInWith('cashier')}; language=en`
  approver = `${await counter.city.signInWith('cashier', 'payments-approver')}; language=en`
}

/** Sessions do not outlive a night. */
async function later(hours: number): Promise<void> {
  now = now.add({ hours })
  await signIn()
}

const send = (page: string, action: string, values: Record<string, string>, cookie = cashier) => counter.city.send({ page, action, values, cookie })
const deskOf = (number: string) => `/staff/payments/requests/${number}`
async function paidInCash(reference: string): Promise<{ number: string; id: string }> {
  const asked = await counter.ask({ reference })
  await send(deskOf(asked.number), `${deskOf(asked.number)}/cash`, { given: '600' })
  return asked
}
const receiptOf = async (id: string) => (await counter.city.open.owner<{ number: string }[]>`select number from payments.receipt where request_id = ${id}`)[0]?.number ?? ''

describe('the desk', () => {
  test('finds a request by its number however it is typed, and answers a call from one screen', async () => {
    const { number, path } = await counter.ask({ reference: 'counter:call' })
    const spoken = number.replace(/(\d{4})(?=\d)/g, '$1-')
    const found = await counter.get(`/staff/payments?q=${encodeURIComponent(spoken)}`, cashier)
    expect(found.headers.location).toBe(deskOf(number))
    const { body } = await counter.get(deskOf(number), cashier)
    for (const words of ['counter:call', '葛󠄀城 花子', '600 yen', 'Unpaid', 'Asked for 600 yen', path]) expect(body).toContain(words)
    const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`
    expect((await counter.get(`/staff/payments?q=${wrong}`, cashier)).body).toContain('check digit of this number is wrong')
    const audited = await counter.city.open.owner`select 1 from kernel.audit where act = 'see payment' and subject like 'payment:%'`
    expect(audited.length).toBeGreaterThan(0)
  })

  test.each(['/staff/payments', '/staff/payments/refunds', '/staff/payments/match', '/staff/payments/webhooks', '/staff/payments/fees'])('%s is shut to who has no duty for it', async (url) => {
    expect((await counter.get(url)).statusCode).not.toBe(200)
    expect((await counter.get(url, await counter.city.signInWith('garbage-editor'))).statusCode).toBe(403)
    expect((await counter.get(url, cashier)).statusCode).toBe(200)
  })
})

describe('a receipt of cash', () => {
  test('is voided by a second person, on the same day, out of the same till', async () => {
    const { number, id } = await paidInCash('counter:void')
    const receipt = await receiptOf(id)
    await send(deskOf(number), `${deskOf(number)}/receipts/${receipt}/void`, { reason: 'wrong paper' }, approver)
    const own = await counter.get('/staff/payments/refunds', approver)
    expect(own.body).toContain('a second person must approve')
    const other = `${await counter.city.signInWith('payments-approver')}; language=en`
    expect((await send('/staff/payments/refunds', `/staff/payments/receipts/${receipt}/void`, { answer: 'approve' }, other)).statusCode).toBe(303)
    expect(await counter.stateOf('counter:void')).toMatchObject({ paidYen: 0 })
    expect(await counter.factsOf('counter:void')).toEqual(['payments.requested', 'payments.paid', 'payments.taken-back'])
    expect((await counter.get('/staff/payments/till', cashier)).body).toContain('-600 yen')
    expect((await counter.get(`/staff/payments/receipts/${receipt}.pdf`, cashier)).statusCode).toBe(200)
    await send(deskOf(number), `${deskOf(number)}/cash`, { given: '600' })
    expect(await counter.stateOf('counter:void')).toMatchObject({ state: 'paid', paidYen: 600 })
  })
})

describe('money back', () => {
  test('in cash: asked, approved by another, handed out of the till', async () => {
    const { number } = await paidInCash('counter:cash-back')
    const tooMuch = await send(deskOf(number), `${deskOf(number)}/refund`, { yen: '601', reason: 'x' })
    expect([tooMuch.statusCode, tooMuch.body.includes('At most 600 yen')]).toEqual([422, true])
    await send(deskOf(number), `${deskOf(number)}/refund`, { yen: '600', reason: 'not issued' })
    const [refund] = await counter.city.open.owner<{ id: string }[]>`select id from payments.refund where state = 'asked'`
    const path = `/staff/payments/refunds/${refund?.id}`
    expect((await send('/staff/payments/refunds', `${path}/decide`, { answer: 'approve' }, approver)).statusCode).toBe(303)
    expect((await send('/staff/payments/refunds', `${path}/pay-out`, {})).statusCode).toBe(303)
    expect(await counter.stateOf('counter:cash-back')).toMatchObject({ state: 'refunded', refundedYen: 600 })
    expect(await counter.factsOf('counter:cash-back')).toEqual(['payments.requested', 'payments.paid', 'payments.refunded'])
  })

  test('by transfer: the account is sealed in the table and stands on the list alone', async () => {
    const { id, path, number } = await counter.ask({ reference: 'counter:bank-back' })
    await send(path, `${path}/slip`, {}, 'language=en')
    await bringPrompt(id, 'B1')
    await send(deskOf(number), `${deskOf(number)}/refund`, { yen: '600', reason: 'not issued' })
    const [refund] = await counter.city.open.owner<{ id: string }[]>`select id from payments.refund where means = 'bank'`
    const refundPath = `/staff/payments/refunds/${refund?.id}`
    await send('/staff/payments/refunds', `${refundPath}/decide`, { answer: 'approve' }, approver)
    await send('/staff/payments/refunds', `${refundPath}/account`, { account: '0155 001 普通 7654321 カツラギ ハナコ' })
    const [row] = await counter.city.open.owner<{ sealed: string }[]>`select account_sealed as sealed from payments.refund where id = ${String(refund?.id)}`
    expect(row?.sealed).not.toContain('7654321')
    const list = await readXlsx((await counter.get('/staff/payments/refunds/transfers.xlsx', cashier)).rawPayload)
    expect(list.ok && JSON.stringify([...(list.sheets[0]?.cells.get(2)?.values() ?? [])].map((cell) => textOf(cell)))).toContain('7654321')
    await send('/staff/payments/refunds', `${refundPath}/transferred`, { on: '2026-11-25' })
    expect(await counter.stateOf('counter:bank-back')).toMatchObject({ state: 'refunded', refundedYen: 600 })
  })
})

async function bringPrompt(requestId: string, agentNumber: string): Promise<void> {
  await counter.within(async (tx) => {
    const [slip] = await listSlipsOf(tx, requestId)
    const rows = writeAgentFile({ agent: 'AGENT1', stage: 'prompt', sentOn: '2026-11-21', records: [{ agentNumber, act: 'paid', digits: slip?.digits ?? '', yen: 600, paidAt: now.toString(), cashOn: '', shop: '1' }] })
    const read = readAgentFile(rows)
    if (read.ok) await takeAgentFile(tx, { name: agentNumber, sha256: Buffer.from(agentNumber.padEnd(32)) }, read.file)
  })
}

describe('the match of a day', () => {
  const path = '/staff/payments/match/2026-11-20'
  test('is red until the till is counted and the money is there, then green, and is closed by a person', async () => {
    await paidInCash('counter:matched')
    const [{ taken } = { taken: 0 }] = await counter.city.open.owner<{ taken: number }[]>`select sum(yen)::int as taken from payments.till_entry`
    expect((await counter.get(path, approver)).body).toContain('Waiting')
    const pieces = { 'pieces-1000': String(Math.floor((10_000 + taken) / 1_000)), 'pieces-100': String(((10_000 + taken) % 1_000) / 100) }
    expect((await send('/staff/payments/till', '/staff/payments/till/close', pieces)).statusCode).toBe(303)
    expect((await send(path, `${path}/close`, { note: '' }, approver)).body).toContain('The day is not over yet')
    await later(24)
    expect((await send(path, `${path}/close`, { note: '' }, approver)).body).toContain('write why')
    const csv = Buffer.from(`creditedOn,coversOn,way,yen,description\n2026-11-21,2026-11-20,cash,${taken},ニュウキン\n2026/12/10,2026/11/20,slip,600,ダイコウ\n`)
    const bring = () => counter.within(async (tx) => {
      const read = await bankLineImporter.read(tx, { fileName: 'bank.csv', bytes: csv })
      return read.ok ? bankLineImporter.apply(tx, read, []) : read
    })
    expect(await bring()).toMatchObject({ changes: 2 })
    expect(await bring()).toMatchObject({ changes: 0 })
    const green = await counter.get(path, approver)
    expect(green.body).toContain('Match')
    expect(green.body).not.toContain('Differs')
    expect((await send(path, `${path}/close`, { note: '' }, approver)).statusCode).toBe(303)
    expect(await counter.stateOf('counter:matched')).toMatchObject({ cashOn: Temporal.PlainDate.from('2026-11-21') })
    expect((await send(path, `${path}/bank`, { way: 'cash', creditedOn: '2026-11-21', yen: '1', description: 'late' }, approver)).statusCode).toBe(303)
    const changed = await counter.get('/staff/payments/match?month=2026-11', approver)
    for (const words of ['Differs', 'Changed since it was closed']) expect(changed.body).toContain(words)
  })

  test.each(['/staff/payments/match.xlsx?month=2026-11', `${path}.xlsx`])('goes out as a workbook: %s', async (url) => {
    const book = await readXlsx((await counter.get(url, cashier)).rawPayload)
    expect(book.ok && book.sheets.length).toBeGreaterThan(1)
  })

  test.each(['2026-13-01', 'yesterday', '2099-01-01'])('%s is no day', async (day) => {
    expect((await counter.get(`/staff/payments/match/${day}`, cashier)).statusCode).toBe(404)
  })
})

describe('the table of fees', () => {
  test('goes out, comes back unchanged, and takes a new price; the past is refused', async () => {
    const file = await counter.within((tx) => feeExporter.write(tx, { format: 'csv', options: {} }))
    if ('ok' in file) throw new Error('not written')
    const text = String(Buffer.from(file.body))
    const bring = (csv: string) => counter.within(async (tx) => {
      const read = await feeImporter.read(tx, { fileName: 'fees.csv', bytes: Buffer.from(csv) })
      return read.ok ? feeImporter.apply(tx, read, []) : read
    })
    expect(await bring(text)).toMatchObject({ changes: 0 })
    const line = text.split(/\r?\n/).find((one) => one.startsWith('dog-registry.registration,')) ?? ''
    expect(await bring(`${text}${line.replace('3000', '3500').replace('2000-04-01', '2027-04-01')}\n`)).toMatchObject({ changes: 1 })
    expect(await bring(text.replace(line, line.replace('3000', '1')))).toMatchObject({ ok: false })
    expect((await counter.get('/staff/payments/fees', cashier)).body).toContain('3,500 yen')
  })
})

test('the desk renews what has expired, with a new slip', async () => {
  const { number, id } = await counter.ask({ reference: 'counter:renew' })
  await counter.city.workers.settle()
  await later(24 * 60)
  await counter.city.workers.settle()
  expect(await counter.stateOf('counter:renew')).toMatchObject({ state: 'expired' })
  const past = await send(deskOf(number), `${deskOf(number)}/renew`, { dueOn: '2026-11-01', reason: 'asked by telephone' })
  expect(past.statusCode).toBe(422)
  expect((await send(deskOf(number), `${deskOf(number)}/renew`, { dueOn: '2027-03-01', reason: 'asked by telephone' })).statusCode).toBe(303)
  expect(await counter.stateOf('counter:renew')).toMatchObject({ state: 'way-chosen', dueOn: Temporal.PlainDate.from('2027-03-01') })
  expect(await counter.within((tx) => listSlipsOf(tx, id))).toMatchObject([{ validUntil: Temporal.PlainDate.from('2027-03-15') }])
})
