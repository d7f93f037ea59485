import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { PAYMENT_LIMITS, type Way } from '../model.ts'
import { fold, type Receival, type Standing } from '../rules/fold.ts'
import { listEvents } from '../store/events.ts'
import { changeRefund, findRefundHeld, keepRefund, type Refund, type RefundMeans } from '../store/refunds.ts'
import { findRequestHeld, type RequestName } from '../store/requests.ts'
import { record } from './record.ts'

export type RefundRefusal = 'nothing-paid' | 'more-than-paid' | 'nothing-asked'
export type RefundOutcome = { readonly ok: true; readonly refundId: string } | { readonly ok: false; readonly reason: RefundRefusal; /** What could be given back, in yen. */ readonly mostYen: number }

export interface RefundWish {
  readonly reason: string
  /** The whole payment where nothing is said. */
  readonly yen?: number
  /** Which payment, where there are several; the one that counts where nothing is said. */
  readonly transaction?: string
}

/** Asks for money to go back the way it came: card to card, cash over the counter, a slip by transfer to a bank account. */
export async function askRefund(tx: Tx, name: RequestName, { reason, yen, transaction }: RefundWish): Promise<RefundOutcome> {
  const request = await findRequestHeld(tx, name)
  if (request === undefined) throw new Fault('not-found', 'there is no such request for payment')
  const standing = fold(await listEvents(tx, request.id))
  const receival = transaction === undefined ? standing.counting : standing.receivals.find((one) => one.transaction === transaction && !one.isTakenBack)
  if (receival === undefined || receival === null) return { ok: false, reason: 'nothing-paid', mostYen: 0 }
  const mostYen = refundableYen(standing, receival)
  const wanted = yen ?? mostYen
  if (wanted > mostYen || mostYen === 0) return { ok: false, reason: 'more-than-paid', mostYen }
  if (wanted < 1) return { ok: false, reason: 'nothing-asked', mostYen }
  const words = reason.slice(0, PAYMENT_LIMITS.reasonCharacters)
  const refundId = await keepRefund(tx, { requestId: request.id, transaction: receival.transaction, means: MEANS[receival.way], yen: wanted, reason: words })
  await record(tx, { id: request.id }, { kind: 'refund-asked', key: `refund ${refundId} asked`, refundId, transaction: receival.transaction, yen: wanted, reason: words })
  return { ok: true, refundId }
}

const MEANS: Readonly<Record<Way, RefundMeans>> = { card: 'card', slip: 'bank', cash: 'cash' }

/** What is left of a payment when everything is taken off that went back or is on its way. */
export function refundableYen({ refunds }: Standing, { transaction, yen }: Receival): number {
  const promised = refunds.filter((refund) => refund.transaction === transaction && refund.state !== 'refused' && refund.state !== 'failed')
  return yen - promised.reduce((sum, refund) => sum + refund.yen, 0)
}

export type Decision = 'done' | 'same-person' | 'too-late'

/** A second person says yes; never the one who asked. The card's provider is asked at once, cash and transfers wait for a person. */
export async function approveRefund(tx: Tx, id: string): Promise<Decision> {
  const refund = await findRefundHeld(tx, id)
  if (refund === undefined) throw new Fault('not-found', 'there is no such refund')
  if (refund.state !== 'asked') return 'too-late'
  if (refund.askedBy === tx.actor.id) return 'same-person'
  await changeRefund(tx, id, { state: 'approved', isDecided: true, nextTryAt: refund.means === 'card' ? tx.now : null })
  await record(tx, { id: refund.requestId }, { kind: 'refund-approved', key: `refund ${id} approved`, refundId: id })
  return 'done'
}

export async function refuseRefund(tx: Tx, id: string, reason: string): Promise<Decision> {
  const refund = await findRefundHeld(tx, id)
  if (refund === undefined) throw new Fault('not-found', 'there is no such refund')
  if (refund.state !== 'asked') return 'too-late'
  await changeRefund(tx, id, { state: 'refused', decision: reason, isDecided: true })
  await record(tx, { id: refund.requestId }, { kind: 'refund-refused', key: `refund ${id} refused`, refundId: id, reason })
  return 'done'
}

/** The money has left. */
export async function refundPaid(tx: Tx, refund: Refund, paidOn: Temporal.PlainDate): Promise<void> {
  await changeRefund(tx, refund.id, { state: 'paid', paidOn, nextTryAt: null, problem: '' })
  await record(tx, { id: refund.requestId }, { kind: 'refund-paid', key: `refund ${refund.id} paid`, refundId: refund.id, transaction: refund.transaction, yen: refund.yen, paidOn })
}
