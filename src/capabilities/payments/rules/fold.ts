import { assertNever } from '#kernel/values/assert-never.ts'
import type { PaymentEvent, PaymentState, Way } from '../model.ts'

/** One payment that came in: the same money, whoever tells of it and how often. */
export interface Receival {
  readonly transaction: string
  readonly way: Way
  readonly yen: number
  /** Legal day of payment, for the payer. */
  readonly paidOn: Temporal.PlainDate
  /** Day on which the city had the money; null until it is known. */
  readonly cashOn: Temporal.PlainDate | null
  readonly at: Temporal.Instant
  readonly isTakenBack: boolean
  /** What was given back of it. */
  readonly refundedYen: number
}

export interface RefundStanding {
  readonly refundId: string
  readonly transaction: string
  readonly yen: number
  readonly state: 'asked' | 'approved' | 'refused' | 'failed' | 'paid'
}

/** Where a request stands. */
export interface Standing {
  readonly state: PaymentState
  readonly amountYen: number
  readonly dueOn: Temporal.PlainDate | null
  readonly expiresOn: Temporal.PlainDate | null
  /** In the order in which they were paid; taken back ones too. */
  readonly receivals: readonly Receival[]
  readonly refunds: readonly RefundStanding[]
  /** Came in and was not taken back. */
  readonly paidYen: number
  readonly refundedYen: number
  /** Came in without being asked and has not been given back. */
  readonly surplusYen: number
  /** The payment that counts; the others are doubles. */
  readonly counting: Receival | null
  /** Last way that was chosen and has not failed. */
  readonly way: Way | null
  readonly isWaived: boolean
}

type Of<Kind extends PaymentEvent['kind']> = Extract<PaymentEvent, { kind: Kind }>

/**
 * The state of a request from what happened to it. It depends on the set of events alone: told in any order, and any
 * number of times, they end the same. What outranks what is said by the events themselves: money that came in outranks a
 * failure of the same transaction, a taking back outranks the money, a cancellation outranks all money, a renewal outranks an
 * earlier end.
 */
export function fold(told: readonly PaymentEvent[]): Standing {
  const events = inOrder(told)
  const receivals = receivalsIn(events)
  const refunds = refundsIn(events)
  const asked = of(events, 'requested')[0]
  const terms = of(events, 'renewed').at(-1) ?? asked
  const isCancelled = of(events, 'cancelled').length > 0
  const live = receivals.filter(({ isTakenBack }) => !isTakenBack)
  const paidYen = sum(live.map(({ yen }) => yen))
  const refundedYen = sum(refunds.filter(({ state }) => state === 'paid').map(({ yen }) => yen))
  const wanted = isCancelled ? 0 : (asked?.yen ?? 0)
  return {
    state: stateOf(events, { hasMoney: live.length > 0, isGivenBack: paidYen > 0 && refundedYen >= paidYen, isCancelled }),
    amountYen: asked?.yen ?? 0, dueOn: terms?.dueOn ?? null, expiresOn: terms?.expiresOn ?? null,
    receivals, refunds, paidYen, refundedYen,
    surplusYen: Math.max(0, paidYen - wanted - refundedYen),
    counting: live[0] ?? null,
    way: live[0]?.way ?? openChoice(events)?.way ?? null,
    isWaived: of(events, 'waived').length > 0,
  }
}

/** Once each, by time and then by key: two happenings of the same moment have an order too. */
function inOrder(told: readonly PaymentEvent[]): readonly PaymentEvent[] {
  const once = [...new Map(told.map((event) => [event.key, event])).values()]
  return once.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.key < b.key ? -1 : 1))
}

interface Signs {
  readonly hasMoney: boolean
  readonly isGivenBack: boolean
  readonly isCancelled: boolean
}

function stateOf(events: readonly PaymentEvent[], { hasMoney, isGivenBack, isCancelled }: Signs): PaymentState {
  if (isGivenBack) return 'refunded'
  // What comes in for a request that was taken back pays nothing: it is a surplus, and nobody acts on it.
  if (isCancelled) return 'cancelled'
  if (hasMoney || of(events, 'waived').length > 0) return 'paid'
  const renewed = of(events, 'renewed').at(-1)
  const isExpired = of(events, 'expired').some(({ at }) => renewed === undefined || Temporal.Instant.compare(at, renewed.at) > 0)
  if (isExpired) return 'expired'
  const failed = new Set(of(events, 'failed').map(({ transaction }) => transaction))
  const takenBack = new Set(of(events, 'taken-back').map(({ transaction }) => transaction))
  if (of(events, 'authorised').some(({ transaction }) => !failed.has(transaction) && !takenBack.has(transaction))) return 'authorised'
  const chosen = of(events, 'way-chosen').at(-1)
  if (chosen === undefined) return failed.size > 0 ? 'failed' : 'requested'
  return failed.has(chosen.transaction) || takenBack.has(chosen.transaction) ? 'failed' : 'way-chosen'
}

function openChoice(events: readonly PaymentEvent[]): Of<'way-chosen'> | undefined {
  const failed = new Set(of(events, 'failed').map(({ transaction }) => transaction))
  return of(events, 'way-chosen').findLast(({ transaction }) => !failed.has(transaction))
}

function receivalsIn(events: readonly PaymentEvent[]): Receival[] {
  const confirmed = new Map(of(events, 'confirmed').map(({ transaction, cashOn }) => [transaction, cashOn]))
  const takenBack = new Set(of(events, 'taken-back').map(({ transaction }) => transaction))
  const first = new Map<string, Of<'paid'>>()
  for (const paid of of(events, 'paid')) if (!first.has(paid.transaction)) first.set(paid.transaction, paid)
  const receivals = [...first.values()].map(({ transaction, way, yen, paidOn, at }) => ({
    transaction, way, yen, paidOn, at,
    cashOn: confirmed.get(transaction) ?? null,
    isTakenBack: takenBack.has(transaction),
    refundedYen: sum(of(events, 'refund-paid').filter((refund) => refund.transaction === transaction).map((refund) => refund.yen)),
  }))
  return receivals.toSorted((a, b) => Temporal.PlainDate.compare(a.paidOn, b.paidOn) || Temporal.Instant.compare(a.at, b.at) || (a.transaction < b.transaction ? -1 : 1))
}

function refundsIn(events: readonly PaymentEvent[]): RefundStanding[] {
  const refunds = new Map<string, RefundStanding>()
  for (const { refundId, transaction, yen } of of(events, 'refund-asked')) refunds.set(refundId, { refundId, transaction, yen, state: 'asked' })
  for (const { refundId, transaction, yen } of of(events, 'refund-paid')) refunds.set(refundId, { refundId, transaction, yen, state: 'paid' })
  for (const [refundId, refund] of refunds) if (refund.state === 'asked') refunds.set(refundId, { ...refund, state: lastWordOn(events, refundId) })
  return [...refunds.values()]
}

function lastWordOn(events: readonly PaymentEvent[], refundId: string): RefundStanding['state'] {
  const word = events.findLast((event) => 'refundId' in event && event.refundId === refundId && event.kind !== 'refund-asked')
  switch (word?.kind) {
    case 'refund-approved':
      return 'approved'
    case 'refund-refused':
      return 'refused'
    case 'refund-failed':
      return 'failed'
    default:
      return 'asked'
  }
}

function of<Kind extends PaymentEvent['kind']>(events: readonly PaymentEvent[], kind: Kind): Of<Kind>[] {
  return events.filter((event): event is Of<Kind> => event.kind === kind)
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

/** Can somebody still pay it, and with which of our doors? */
export function isPayable(state: PaymentState): boolean {
  switch (state) {
    case 'requested':
    case 'way-chosen':
    case 'failed':
      return true
    case 'authorised':
    case 'paid':
    case 'cancelled':
    case 'expired':
    case 'refunded':
      return false
    default:
      return assertNever(state)
  }
}
