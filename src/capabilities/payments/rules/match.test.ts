import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchDay, type DaySources } from './match.ts'

const day = Temporal.PlainDate.from('2026-11-20')
const nothing: DaySources = { day, ledger: [], agents: [], isProviderKnown: true, providerFeeYen: 0, tills: [], bank: [] }
const card = (yen: number, transaction = 'pi_1') => ({ way: 'card' as const, transaction, yen })
const cash = (yen: number, transaction = 'till') => ({ way: 'cash' as const, transaction, yen })

describe('a day', () => {
  test.each<[string, Partial<DaySources>, string]>([
    ['on which nothing was paid', {}, 'nothing'],
    ['whose three sides agree', { ledger: [card(600)], agents: [card(600)], bank: [card(600)] }, 'match'],
    ['whose money has not come yet', { ledger: [card(600)], agents: [card(600)] }, 'waiting'],
    ['whose provider kept its fee', { ledger: [card(600)], agents: [card(600)], providerFeeYen: 20, bank: [card(580)] }, 'match'],
    ['whose bank has one yen less', { ledger: [card(600)], agents: [card(600)], bank: [card(599)] }, 'differs'],
    ['with a payment that the provider has not', { ledger: [card(600)] }, 'differs'],
    ['with a payment that the ledger has not', { agents: [card(600)] }, 'differs'],
    ['with two errors that outweigh each other', { ledger: [card(600, 'a'), card(300, 'b')], agents: [card(300, 'a'), card(600, 'b')], bank: [card(900)] }, 'differs'],
    ['with a charge given back whole', { ledger: [card(600), card(-600)], agents: [card(600), card(-600)] }, 'nothing'],
    ['on which the provider was not asked yet', { ledger: [card(600)], isProviderKnown: false }, 'waiting'],
    ['with a till still open', { ledger: [cash(600)], tills: [{ clerkName: 'a', takenYen: null }] }, 'waiting'],
    ['with two tills that hold what was taken', { ledger: [cash(600, 'x'), cash(300, 'y')], tills: [{ clerkName: 'a', takenYen: 600 }, { clerkName: 'b', takenYen: 300 }], bank: [cash(900)] }, 'match'],
    ['with a till that is 10 yen short', { ledger: [cash(600)], tills: [{ clerkName: 'a', takenYen: 590 }] }, 'differs'],
    ['with a bank line for nothing', { bank: [card(1)] }, 'differs'],
  ])('%s', (_, change, state) => {
    expect(matchDay({ ...nothing, ...change }).state).toBe(state)
  })

  test('is green only where every payment stands on both sides with the same yen', () => {
    const movement = fc.record({ way: fc.constantFrom('card' as const, 'slip' as const), transaction: fc.constantFrom('a', 'b', 'c', 'd'), yen: fc.integer({ min: 1, max: 3 }) })
    const side = fc.uniqueArray(movement, { selector: ({ transaction }) => transaction, maxLength: 4 })
    fc.assert(fc.property(side, side, (ledger, agents) => {
      const { state, ways } = matchDay({ ...nothing, ledger, agents, bank: agents })
      const words = (movements: typeof ledger) => movements.map(({ way, transaction, yen }) => `${way} ${transaction} ${yen}`).toSorted().join()
      expect(state === 'differs').toBe(words(ledger) !== words(agents))
      if (state === 'match') expect(ways.flatMap(({ mismatches }) => mismatches)).toEqual([])
    }), { numRuns: 300 })
  })
})
