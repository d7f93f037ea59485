import { WAYS, type Way } from '../model.ts'

/*
 * The daily match to the yen, three ways: what our ledger says was paid on a day, what those who took the money say (the
 * card provider, the collecting agent, the counted tills), and what the bank's lines for that day of collection say.
 */

/** Money of one payment on one side; below zero where it went back. */
export interface Movement {
  readonly way: Way
  /** The same payment has the same name on both sides. */
  readonly transaction: string
  readonly yen: number
}

/** What a till was found to hold more in the evening than in the morning; null while it is open. */
export interface TillSum {
  readonly clerkName: string
  readonly takenYen: number | null
}

export interface DaySources {
  readonly day: Temporal.PlainDate
  readonly ledger: readonly Movement[]
  /** Of cards and slips, by payment. */
  readonly agents: readonly Movement[]
  /** False while the card provider was not asked about that day: then nothing of it can differ yet. */
  readonly isProviderKnown: boolean
  /** Kept back by the card provider out of that day's payments. */
  readonly providerFeeYen: number
  readonly tills: readonly TillSum[]
  readonly bank: readonly { readonly way: Way; readonly yen: number }[]
}

/** A payment that one side has and the other has not, or with another amount. */
export interface Mismatch extends Movement {
  readonly kind: 'ledger-only' | 'agent-only' | 'other-amount'
  readonly otherYen: number
}

export type MatchState = 'nothing' | 'match' | 'waiting' | 'differs'

export interface WayMatch {
  readonly way: Way
  readonly ledgerYen: number
  /** Null while a till is open, or the provider was not asked. */
  readonly agentYen: number | null
  /** What should come from the bank: less the provider's fee. */
  readonly expectedYen: number
  /** Null while there is no line. */
  readonly bankYen: number | null
  readonly mismatches: readonly Mismatch[]
  readonly state: MatchState
}

export interface DayMatch {
  readonly day: Temporal.PlainDate
  readonly ways: readonly WayMatch[]
  readonly ledgerYen: number
  readonly agentsYen: number
  readonly bankYen: number
  readonly state: MatchState
}

export function matchDay(sources: DaySources): DayMatch {
  const ways = WAYS.map((way) => matchWay(way, sources))
  const sum = (of: (one: WayMatch) => number) => ways.reduce((total, one) => total + of(one), 0)
  return {
    day: sources.day, ways, ledgerYen: sum(({ ledgerYen }) => ledgerYen), agentsYen: sum(({ agentYen }) => agentYen ?? 0), bankYen: sum(({ bankYen }) => bankYen ?? 0),
    state: worst(ways.map(({ state }) => state)),
  }
}

function matchWay(way: Way, { ledger, agents, isProviderKnown, providerFeeYen, tills, bank }: DaySources): WayMatch {
  const own = ledger.filter((one) => one.way === way)
  const theirs = agents.filter((one) => one.way === way)
  const ledgerYen = total(own)
  const isUnknown = way === 'card' && !isProviderKnown
  const mismatches = way === 'cash' || isUnknown ? [] : compare(own, theirs)
  const agentYen = way === 'cash' ? tillsYen(tills) : isUnknown ? null : total(theirs)
  const expectedYen = (agentYen ?? ledgerYen) - (way === 'card' ? providerFeeYen : 0)
  const lines = bank.filter((one) => one.way === way)
  const bankYen = lines.length === 0 ? null : total(lines)
  return { way, ledgerYen, agentYen, expectedYen, bankYen, mismatches, state: stateOf({ ledgerYen, agentYen, expectedYen, bankYen, mismatches }) }
}

function stateOf({ ledgerYen, agentYen, expectedYen, bankYen, mismatches }: Omit<WayMatch, 'way' | 'state'>): MatchState {
  if (mismatches.length > 0 || (agentYen !== null && agentYen !== ledgerYen)) return 'differs'
  if (bankYen !== null && agentYen !== null && bankYen !== expectedYen) return 'differs'
  if (ledgerYen === 0 && (agentYen ?? 0) === 0 && bankYen === null) return 'nothing'
  if (agentYen === null || (bankYen === null && expectedYen !== 0)) return 'waiting'
  return 'match'
}

function compare(ledger: readonly Movement[], agents: readonly Movement[]): Mismatch[] {
  const [ours, theirs] = [summed(ledger), summed(agents)]
  const mismatches: Mismatch[] = []
  for (const [transaction, one] of ours) {
    const other = theirs.get(transaction)
    if (other === undefined) mismatches.push({ ...one, kind: 'ledger-only', otherYen: 0 })
    else if (other.yen !== one.yen) mismatches.push({ ...one, kind: 'other-amount', otherYen: other.yen })
  }
  for (const [transaction, one] of theirs) if (!ours.has(transaction)) mismatches.push({ ...one, kind: 'agent-only', yen: 0, otherYen: one.yen })
  return mismatches
}

/** A charge and its refund of the same day are one movement of the difference; what sums to nothing is nothing. */
function summed(movements: readonly Movement[]): Map<string, Movement> {
  const sums = new Map<string, Movement>()
  for (const one of movements) sums.set(one.transaction, { ...one, yen: one.yen + (sums.get(one.transaction)?.yen ?? 0) })
  return new Map([...sums].filter(([, { yen }]) => yen !== 0))
}

function tillsYen(tills: readonly TillSum[]): number | null {
  return tills.some(({ takenYen }) => takenYen === null) ? null : tills.reduce((sum, { takenYen }) => sum + (takenYen ?? 0), 0)
}

function total(amounts: readonly { readonly yen: number }[]): number {
  return amounts.reduce((sum, { yen }) => sum + yen, 0)
}

const ORDER: readonly MatchState[] = ['nothing', 'match', 'waiting', 'differs']

function worst(states: readonly MatchState[]): MatchState {
  return ORDER[Math.max(...states.map((state) => ORDER.indexOf(state)))] ?? 'nothing'
}
