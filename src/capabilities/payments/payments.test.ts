import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { imports } from '../imports/manifest.ts'
import { remindOfDue } from './jobs/calendar.ts'
import { payments } from './manifest.ts'
import { cancelPayment, feeOn, paymentOf, requestPayment, type PaymentWish } from './payments.ts'
import { spokenNumber } from './rules/payment-number.ts'

const words = { ja: '窓口', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Counter', pt: 'Balcão' }
const counter: Manifest = { name: 'counter', kind: 'service', title: words, summary: words, folder: join(import.meta.dirname, 'rules'), routes: [] }
const PIECES = { 'pieces-1000': '10', 'pieces-100': '20' }
const OPENING_YEN = 12_000

let city: TestWeb
let cashier: string

beforeAll(async () => {
  city = await openTestWeb([imports, payments, counter])
  cashier = `${await city.signInWith('cashier')}; language=en`
  await city.send({ page: '/staff/payments/till', action: '/staff/payments/till/open', values: PIECES, cookie: cashier })
})
afterAll(() => city.close())

const inCity = <Result>(work: (tx: Tx) => Promise<Result>) => city.open.database.act('counter', systemActor, work)
const get = (url: string, cookie = '') => city.web.inject({ url, headers: { cookie } })
let asked = 0
const wish = (change: Partial<PaymentWish> = {}): PaymentWish => ({
  lines: [{ fee: 'certificates.resident-copy', quantity: 2 }], reference: `counter:${++asked}`, title: words, owner: { accountId: null, name: '葛󠄀城 花子' }, returnPath: '/counter', ...change,
})
const ask = (change: Partial<PaymentWish> = {}) => inCity((tx) => requestPayment(tx, wish(change)))
const factsOf = async (reference: string) => (await city.open.owner<{ name: string }[]>`select name from kernel.outbox where body->>'reference' = ${reference} order by entry`).map(({ name }) => name)

describe('a price', () => {
  const on = Temporal.PlainDate.from('2026-11-22')
  test.each([
    [{ fee: 'certificates.resident-copy', on }, { ok: true, yen: 300 }],
    [{ fee: 'certificates.resident-copy', on: Temporal.PlainDate.from('2027-04-01') }, { ok: true, yen: 350 }],
    [{ fee: 'certificates.resident-copy', on, reduction: 'welfare' }, { ok: true, yen: 0, fullYen: 300 }],
    [{ fee: 'certificates.resident-copy', on: Temporal.PlainDate.from('2020-03-31') }, { ok: false }],
    [{ fee: 'certificates.resident-copy', on, reduction: 'nobody' }, { ok: false }],
    [{ fee: 'counter.unknown', on }, { ok: false }],
  ])('%o', async (question, answer) => {
    expect(await inCity((tx) => feeOn(tx, question))).toMatchObject(answer)
  })

  test('that is missing refuses the request and is never 0', async () => {
    await expect(ask({ lines: [{ fee: 'counter.unknown', quantity: 1 }] })).rejects.toMatchObject({ code: 'unavailable' })
  })
})

describe('a request', () => {
  test('asked for again by its reference is the same; with another amount it is a conflict', async () => {
    const first = await ask({ reference: 'counter:same' })
    expect(first.amountYen).toBe(600)
    expect(await ask({ reference: 'counter:same' })).toEqual(first)
    await expect(ask({ reference: 'counter:same', lines: [{ fee: 'certificates.resident-copy', quantity: 3 }] })).rejects.toMatchObject({ code: 'conflict' })
    expect(await factsOf('counter:same')).toEqual(['payments.requested'])
  })

  test('opens by its whole link alone', async () => {
    const { path, number } = await ask()
    const shown = await get(path, 'language=en')
    expect(shown.statusCode).toBe(200)
    for (const part of ['600 yen', spokenNumber(number), 'Copy of the resident record', 'Counter of the city hall']) expect(shown.body).toContain(part)
    for (const wrong of [`/pay/${number}/x`, path.slice(0, -1), path.replace(number, '261100000000')]) expect((await get(wrong)).statusCode).toBe(404)
  })

  test('for nothing is paid at once', async () => {
    const { amountYen } = await ask({ reference: 'counter:free', lines: [{ fee: 'certificates.resident-copy', quantity: 1, reduction: 'welfare', reason: '生活保護受給証明' }] })
    expect(amountYen).toBe(0)
    expect(await inCity((tx) => paymentOf(tx, 'counter:free'))).toMatchObject({ state: 'paid', way: null, paidYen: 0 })
    expect(await factsOf('counter:free')).toEqual(['payments.requested', 'payments.paid'])
  })

  test('that nobody has paid can be taken back, once paid it cannot', async () => {
    await ask({ reference: 'counter:cancelled' })
    expect(await inCity((tx) => cancelPayment(tx, 'counter:cancelled', 'withdrawn'))).toBe(true)
    expect(await inCity((tx) => cancelPayment(tx, 'counter:cancelled', 'withdrawn'))).toBe(false)
    expect(await inCity((tx) => cancelPayment(tx, 'counter:free', 'withdrawn'))).toBe(false)
  })
})

describe('a payer', () => {
  test('is reminded once, some days before the due day; a service that knows the address hears of it', async () => {
    await ask({ reference: 'counter:soon', dueOn: Temporal.PlainDate.from('2026-11-25') })
    await ask({ reference: 'counter:later', dueOn: Temporal.PlainDate.from('2026-11-26') })
    const remind = () => city.open.database.act('payments', systemActor, (tx) => remindOfDue.run(tx, null, city.open.city, []))
    await remind()
    await remind()
    expect(await factsOf('counter:soon')).toEqual(['payments.requested', 'payments.due-soon'])
    expect(await factsOf('counter:later')).toEqual(['payments.requested'])
  })
})

describe('cash at the counter', () => {
  const take = (number: string, given: string, cookie = cashier) =>
    city.send({ page: `/staff/payments/requests/${number}`, action: `/staff/payments/requests/${number}/cash`, values: { given }, cookie })

  test('is taken whole, with change and a numbered receipt; the service hears of it once', async () => {
    const { number, path } = await ask({ reference: 'counter:cash' })
    const tooLittle = await take(number, '599')
    expect([tooLittle.statusCode, tooLittle.body.includes('1 yen are missing')]).toEqual([422, true])
    const taken = await take(number, '1,000')
    expect(taken.statusCode).toBe(303)
    expect((await get(String(taken.headers.location), cashier)).body).toContain('Change: 400 yen')
    expect(await inCity((tx) => paymentOf(tx, 'counter:cash'))).toMatchObject({ state: 'paid', way: 'cash', paidYen: 600, paidOn: Temporal.PlainDate.from('2026-11-22'), cashOn: null, receiptPath: `${path}/receipt` })
    expect(await factsOf('counter:cash')).toEqual(['payments.requested', 'payments.paid'])
    const receipt = await get(`${path}/receipt`, 'language=en')
    expect(receipt.body).toMatch(/2026-\d{6}/)
    const sheet = await get(`${path}/receipt.pdf`)
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  test('cannot be taken twice, nor without an open till', async () => {
    const { number } = await ask()
    const shown = await get(`/staff/payments/requests/${number}`, cashier)
    const token = /name="csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    const post = () => city.web.inject({
      method: 'POST', url: `/staff/payments/requests/${number}/cash`, headers: { cookie: cashier, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ given: '600', csrf: token }).toString(),
    })
    const [one, other] = await Promise.all([post(), post()])
    expect([one.statusCode, other.statusCode]).toEqual([303, 303])
    expect(await city.open.owner`select 1 from payments.event e join payments.request r on r.id = e.request_id where r.number = ${number} and e.kind = 'paid'`).toHaveLength(1)
    const elsewhere = await ask()
    const closed = `${await city.signInWith('cashier')}; language=en`
    expect((await get(`/staff/payments/requests/${elsewhere.number}`, closed)).body).toContain('Open your till')
  })

  test('the till ends with a count; a difference needs a reason', async () => {
    const close = (values: Record<string, string>) => city.send({ page: '/staff/payments/till', action: '/staff/payments/till/close', values, cookie: cashier })
    const wrong = await close({ ...PIECES })
    expect([wrong.statusCode, wrong.body.includes('differs by -1,200 yen')]).toEqual([422, true])
    expect((await close({ ...PIECES, 'pieces-1000': '11', 'pieces-500': '0', 'pieces-100': '22' })).statusCode).toBe(303)
    const [till] = await city.open.owner<{ opening: number; closing: number }[]>`select opening_yen as opening, closing_yen as closing from payments.till`
    expect(till).toEqual({ opening: OPENING_YEN, closing: OPENING_YEN + 1_200 })
  })
})
