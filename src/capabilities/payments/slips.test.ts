import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCsv } from '#capabilities/documents/csv.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { agentFileImporter } from './importers/agent-files.ts'
import { takeCash } from './actions/cash.ts'
import { issueSlip } from './actions/slip.ts'
import { writeAgentFile, type AgentFile, type AgentRecord } from './rules/agent-file.ts'
import { paymentSettings } from './rules/settings.ts'
import { findRequest } from './store/requests.ts'
import { listSlipsOf } from './store/slips.ts'
import { TrialCounter } from './testing/trial-counter.ts'

let now = Temporal.Instant.from('2026-11-22T00:00:00Z')
const clock: Clock = { now: () => now, today: () => dayOf(now) }
let counter: TrialCounter

beforeAll(async () => {
  counter = await TrialCounter.open(clock)
})
afterAll(() => counter.close())

/** Presses the payer's button for a slip, and gives the digits of the valid one. */
async function slipFor(reference: string): Promise<{ id: string; path: string; number: string; digits: string }> {
  const asked = await counter.ask({ reference })
  await counter.city.send({ page: asked.path, action: `${asked.path}/slip`, values: {}, cookie: 'language=en' })
  const [slip] = await counter.within((tx) => listSlipsOf(tx, asked.id))
  return { ...asked, digits: slip?.digits ?? '' }
}

const line = (digits: string, change: Partial<AgentRecord> = {}) => ({
  agentNumber: `A${digits.slice(8, 22)}`, act: 'paid' as const, digits, yen: Number(digits.slice(37, 43)), paidAt: '2026-11-22T23:59:00+09:00', cashOn: '', shop: '0001', ...change,
})
const fileOf = (stage: AgentFile['stage'], ...records: ReturnType<typeof line>[]) => bytesOf(writeAgentFile({ agent: 'AGENT1', stage, sentOn: '2026-11-23', records }))
function bytesOf(rows: readonly (readonly string[])[]): Buffer {
  const written = writeCsv(rows, { encoding: 'utf-8', missingCharacters: 'refuse' })
  if (!written.ok) throw new Error(written.reason)
  return Buffer.from(written.bytes)
}
const bring = (bytes: Buffer) => counter.within(async (tx) => {
  const read = await agentFileImporter.read(tx, { fileName: 'agent.csv', bytes })
  return read.ok ? agentFileImporter.apply(tx, read, []) : read
})
const differencesOf = async (id: string | null) => (await counter.city.open.owner<{ kind: string }[]>`
  select kind from payments.difference where request_id is not distinct from ${id} order by found_at`).map(({ kind }) => kind)

describe('a slip', () => {
  test('is made once, opens as a PDF, and tells its terms', async () => {
    const { path, id } = await slipFor('counter:slip')
    await counter.city.send({ page: path, action: `${path}/slip`, values: {}, cookie: 'language=en' }).catch(() => {})
    expect(await counter.within((tx) => listSlipsOf(tx, id))).toHaveLength(1)
    const sheet = await counter.get(`${path}/slip.pdf`)
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect((await counter.get(path)).body).toContain('The stub the shop gives you is your receipt')
  })

  test('made anew makes the older one invalid: paid by it, it counts and a person looks', async () => {
    const { id, digits } = await slipFor('counter:anew')
    const settings = paymentSettings(counter.city.open.city)
    await counter.within(async (tx) => {
      const request = await findRequest(tx, { id })
      if (request !== undefined) expect(await issueSlip(tx, request, settings, { anew: true })).toBe('issued')
    })
    const [valid] = await counter.within((tx) => listSlipsOf(tx, id))
    expect(valid?.digits).not.toBe(digits)
    await bring(fileOf('prompt', line(digits)))
    expect(await counter.stateOf('counter:anew')).toMatchObject({ state: 'paid', way: 'slip', surplusYen: 0 })
    expect(await differencesOf(id)).toEqual(['replaced-slip'])
    await bring(fileOf('prompt', line(valid?.digits ?? '', { agentNumber: 'A-second' })))
    expect(await counter.stateOf('counter:anew')).toMatchObject({ state: 'paid', surplusYen: 600 })
    expect(await differencesOf(id)).toEqual(['replaced-slip', 'paid-twice'])
  })

  test('is refused after its last day, with the next step', async () => {
    const { path } = await slipFor('counter:expired')
    const before = now
    await counter.city.workers.settle()
    now = now.add({ hours: 24 * 40 })
    await counter.city.workers.settle()
    expect(await counter.stateOf('counter:expired')).toMatchObject({ state: 'expired' })
    expect((await counter.get(`${path}/slip.pdf`)).headers.location).toBe(path)
    expect((await counter.get(path)).body).toContain('Tell the city hall your payment number')
    now = before
  })
})

describe('a file of the agent', () => {
  test('pays by its prompt records, and its final ones bring the day of the money', async () => {
    const { digits } = await slipFor('counter:file')
    await bring(fileOf('prompt', line(digits)))
    expect(await counter.stateOf('counter:file')).toMatchObject({ state: 'paid', way: 'slip', paidOn: Temporal.PlainDate.from('2026-11-22'), cashOn: null, receiptPath: null })
    await bring(fileOf('final', line(digits, { cashOn: '2026-12-10' })))
    expect(await counter.stateOf('counter:file')).toMatchObject({ paidOn: Temporal.PlainDate.from('2026-11-22'), cashOn: Temporal.PlainDate.from('2026-12-10') })
    expect(await counter.factsOf('counter:file')).toEqual(['payments.requested', 'payments.paid'])
  })

  test('brought again, or with records that another one brought, changes nothing', async () => {
    const { digits } = await slipFor('counter:again')
    const bytes = fileOf('prompt', line(digits))
    expect(await bring(bytes)).toMatchObject({ changes: 1 })
    expect(await bring(bytes)).toMatchObject({ changes: 0 })
    const other = await slipFor('counter:again-2')
    expect(await bring(fileOf('prompt', line(digits), line(other.digits)))).toMatchObject({ changes: 1 })
    expect(await counter.stateOf('counter:again')).toMatchObject({ paidYen: 600, surplusYen: 0 })
  })

  test.each([['before', true], ['after', false]])('whose cancellation comes %s the payment ends the same', async (_, isFirst) => {
    const { digits, id } = await slipFor(`counter:cancel-${isFirst}`)
    const files = [fileOf('prompt', line(digits)), fileOf('prompt', line(digits, { act: 'cancelled' }))]
    for (const bytes of isFirst ? files.toReversed() : files) await bring(bytes)
    expect(await counter.stateOf(`counter:cancel-${isFirst}`)).toMatchObject({ state: 'way-chosen', paidYen: 0 })
    if (!isFirst) {
      expect(await counter.factsOf(`counter:cancel-${isFirst}`)).toEqual(['payments.requested', 'payments.paid', 'payments.taken-back'])
      expect(await differencesOf(id)).toEqual(['cancelled-by-agent'])
    }
  })

  test('with digits of no slip parks the money', async () => {
    const foreign = '91912345000000000000000000000026113000123450'
    await bring(fileOf('prompt', line(foreign, { agentNumber: 'A-foreign' })))
    expect(await differencesOf(null)).toEqual(['unknown-number'])
  })

  test('paid at the shop and at the counter is a double that is offered back', async () => {
    const { id, digits } = await slipFor('counter:double')
    const cashier = await counter.city.signInWith('cashier')
    await counter.city.send({ page: '/staff/payments/till', action: '/staff/payments/till/open', values: { 'pieces-1000': '1' }, cookie: cashier })
    const [{ number } = { number: '' }] = await counter.city.open.owner<{ number: string }[]>`select number from payments.request where id = ${id}`
    await counter.city.send({ page: `/staff/payments/requests/${number}`, action: `/staff/payments/requests/${number}/cash`, values: { given: '600' }, cookie: cashier })
    await bring(fileOf('prompt', line(digits)))
    expect(await counter.stateOf('counter:double')).toMatchObject({ state: 'paid', paidYen: 1200, surplusYen: 600 })
    expect(await differencesOf(id)).toEqual(['paid-twice'])
    expect(await counter.within((tx) => takeCash(tx, { id }, 600))).toMatchObject({ kind: 'till-closed' })
  })

  const digits = '91912345000000000000000000000026113000123450'
  const whole = writeAgentFile({ agent: 'AGENT1', stage: 'final', sentOn: '2026-11-23', records: [line(digits, { agentNumber: 'X1', cashOn: '2026-12-10' }), line(digits, { agentNumber: 'X2', cashOn: '2026-12-10' })] })
  const changed = (row: number, cell: number, value: string) => whole.map((cells, index) => (index === row ? cells.map((one, place) => (place === cell ? value : one)) : cells))
  test.each<[string, readonly (readonly string[])[], RegExp]>([
    ['cut off before its trailer', whole.slice(0, -1), /trailer/],
    ['with a record missing', [whole[0] ?? [], ...whole.slice(2)], /number of records/],
    ['with another total', changed(3, 2, '1'), /total/],
    ['without its header', whole.slice(1), /header/],
    ['two files joined', [...whole, ...whole], /after the trailer/],
    ['a wrong check digit', changed(1, 3, `${digits.slice(0, -1)}1`), /check digit/],
    ['an amount that is not the one under the bars', changed(1, 4, '12346'), /amount/],
    ['a final record without its day', changed(1, 6, ''), /cash day/],
    ['a record twice', changed(2, 1, 'X1'), /twice/],
    ['no time', changed(1, 5, 'yesterday'), /time/],
    ['another kind of line', changed(1, 0, 'Z'), /cannot be read/],
  ])('%s is refused whole, with the line and the reason', async (_, rows, why) => {
    const outcome = await bring(bytesOf(rows))
    expect(outcome).toMatchObject({ ok: false })
    if ('phrase' in outcome) expect(outcome.phrase.en).toMatch(why)
    const sha256 = createHash('sha256').update(bytesOf(rows)).digest()
    expect(await counter.city.open.owner`select 1 from payments.agent_file where sha256 = ${sha256}`).toEqual([])
  })
})
