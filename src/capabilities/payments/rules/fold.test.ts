import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Happening, PaymentEvent } from '../model.ts'
import { fold } from './fold.ts'

const BEGIN = Temporal.Instant.from('2026-11-22T00:00:00Z')
const DAY = Temporal.PlainDate.from('2026-11-22')
const asked: PaymentEvent = { kind: 'requested', key: 'requested', at: BEGIN, yen: 600, dueOn: DAY, expiresOn: DAY.add({ days: 14 }) }
const at = (minutes: number) => BEGIN.add({ minutes })

const transaction = fc.constantFrom('cs_1', 'cs_2', 'agent:1', 'till-1')
const refundId = fc.constantFrom('r1', 'r2')
const happening: fc.Arbitrary<Happening & { readonly name: string }> = fc.oneof(
  transaction.map((one) => ({ kind: 'way-chosen' as const, name: `way ${one}`, way: 'card' as const, transaction: one })),
  transaction.map((one) => ({ kind: 'authorised' as const, name: `authorised ${one}`, way: 'card' as const, transaction: one })),
  transaction.map((one) => ({ kind: 'paid' as const, name: `paid ${one}`, way: 'card' as const, transaction: one, yen: 600, paidOn: DAY })),
  transaction.map((one) => ({ kind: 'confirmed' as const, name: `confirmed ${one}`, transaction: one, cashOn: DAY.add({ days: 2 }) })),
  transaction.map((one) => ({ kind: 'taken-back' as const, name: `taken back ${one}`, transaction: one, reason: 'prompt' })),
  transaction.map((one) => ({ kind: 'failed' as const, name: `failed ${one}`, transaction: one, reason: 'expired' })),
  fc.constant({ kind: 'cancelled' as const, name: 'cancelled', reason: 'withdrawn' }),
  fc.constant({ kind: 'expired' as const, name: 'expired' }),
  fc.constant({ kind: 'renewed' as const, name: 'renewed', dueOn: DAY.add({ days: 30 }), expiresOn: DAY.add({ days: 44 }), reason: 'asked' }),
  fc.tuple(refundId, transaction).map(([id, one]) => ({ kind: 'refund-asked' as const, name: `refund ${id} asked`, refundId: id, transaction: one, yen: 600, reason: 'twice' })),
  refundId.map((id) => ({ kind: 'refund-approved' as const, name: `refund ${id} approved`, refundId: id })),
  refundId.map((id) => ({ kind: 'refund-refused' as const, name: `refund ${id} refused`, refundId: id, reason: 'no' })),
  fc.tuple(refundId, transaction).map(([id, one]) => ({ kind: 'refund-paid' as const, name: `refund ${id} paid`, refundId: id, transaction: one, yen: 600, paidOn: DAY })),
)

/** A history: the request, then what happened, each at its time, and each told under one key with the same words. */
const history: fc.Arbitrary<readonly PaymentEvent[]> = fc.array(fc.tuple(happening, fc.integer({ min: 0, max: 60 })), { maxLength: 14 }).map((given) => {
  const once = new Map<string, PaymentEvent>([[asked.key, asked]])
  for (const [{ name, ...what }, minutes] of given) if (!once.has(name)) once.set(name, { ...what, key: name, at: at(minutes) })
  return [...once.values()]
})

const plain = (standing: unknown) => JSON.parse(JSON.stringify(standing)) as unknown

describe('the state of a request', () => {
  test('is the same whatever the order in which its events are told, and however often', () => {
    fc.assert(fc.property(
      history.chain((events) => fc.record({
        events: fc.constant(events),
        shuffled: fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length }),
        repeated: fc.shuffledSubarray([...events]),
      })),
      ({ events, shuffled, repeated }) => {
        expect(plain(fold([...shuffled, ...repeated]))).toEqual(plain(fold(events)))
        expect(plain(fold([...repeated, ...shuffled, ...repeated]))).toEqual(plain(fold(events)))
      },
    ), { numRuns: 500 })
  })

  test('counts no yen that did not come in, and loses none that did', () => {
    fc.assert(fc.property(history, (events) => {
      const { receivals, paidYen, refundedYen, surplusYen, amountYen, state } = fold(events)
      const live = receivals.filter(({ isTakenBack }) => !isTakenBack)
      expect(paidYen).toBe(live.reduce((sum, { yen }) => sum + yen, 0))
      expect(surplusYen).toBeGreaterThanOrEqual(0)
      const isCancelled = events.some(({ kind }) => kind === 'cancelled')
      expect(surplusYen).toBe(Math.max(0, paidYen - (isCancelled ? 0 : amountYen) - refundedYen))
      if (isCancelled) expect(['cancelled', 'refunded']).toContain(state)
      else if (live.length > 0) expect(['paid', 'refunded']).toContain(state)
      else expect(['paid', 'refunded']).not.toContain(state)
    }), { numRuns: 500 })
  })

  test.each<[string, readonly (Happening & { readonly minute?: number })[], string]>([
    ['nothing more', [], 'requested'],
    ['a way was chosen', [{ kind: 'way-chosen', way: 'card', transaction: 'a' }], 'way-chosen'],
    ['it failed', [{ kind: 'way-chosen', way: 'card', transaction: 'a' }, { kind: 'failed', transaction: 'a', reason: 'x' }], 'failed'],
    ['it failed and was tried anew', [{ kind: 'way-chosen', way: 'card', transaction: 'a' }, { kind: 'failed', transaction: 'a', reason: 'x' }, { kind: 'way-chosen', way: 'card', transaction: 'b', minute: 9 }], 'way-chosen'],
    ['it failed, and was paid after all', [{ kind: 'failed', transaction: 'a', reason: 'x' }, { kind: 'paid', way: 'card', transaction: 'a', yen: 600, paidOn: DAY }], 'paid'],
    ['it was paid and taken back', [{ kind: 'paid', way: 'slip', transaction: 'a', yen: 600, paidOn: DAY }, { kind: 'taken-back', transaction: 'a', reason: 'prompt' }], 'requested'],
    ['it expired', [{ kind: 'expired', minute: 5 }], 'expired'],
    ['it expired and was renewed', [{ kind: 'expired', minute: 5 }, { kind: 'renewed', dueOn: DAY, expiresOn: DAY, reason: 'asked', minute: 9 }], 'requested'],
    ['it was renewed and expired again', [{ kind: 'renewed', dueOn: DAY, expiresOn: DAY, reason: 'asked', minute: 5 }, { kind: 'expired', minute: 9 }], 'expired'],
    ['it expired and was paid late', [{ kind: 'expired' }, { kind: 'paid', way: 'slip', transaction: 'a', yen: 600, paidOn: DAY }], 'paid'],
    ['it was cancelled and paid all the same', [{ kind: 'paid', way: 'card', transaction: 'a', yen: 600, paidOn: DAY }, { kind: 'cancelled', reason: 'x' }], 'cancelled'],
    ['it was cancelled', [{ kind: 'cancelled', reason: 'x' }], 'cancelled'],
    ['nothing was to be paid', [{ kind: 'waived' }], 'paid'],
  ])('%s', (_, happenings, state) => {
    const events = happenings.map(({ minute = 1, ...what }, index): PaymentEvent => ({ ...(what as Happening), key: `k${index}`, at: at(minute) }))
    expect(fold([asked, ...events]).state).toBe(state)
  })
})
