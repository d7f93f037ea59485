import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { PaymentState } from '../model.ts'
import { fold, isPayable } from '../rules/fold.ts'
import { countedYen, type PieceCount } from '../rules/till.ts'
import { listEvents } from '../store/events.ts'
import { findRefundHeld } from '../store/refunds.ts'
import { findRequestHeld, type RequestName } from '../store/requests.ts'
import { closeTill, findTillHeld, keepTill, keepTillEntry, listTillEntries, type Till } from '../store/tills.ts'
import { record } from './record.ts'
import { refundPaid } from './refund.ts'

export type CashOutcome =
  | { readonly kind: 'taken'; readonly changeYen: number }
  | { readonly kind: 'till-closed' }
  | { readonly kind: 'not-payable'; readonly state: PaymentState }
  | { readonly kind: 'too-little'; readonly missingYen: number }

/**
 * Takes the whole amount in cash into the clerk's own drawer. The legal day of payment is today; the city's cash date comes
 * with the bank's line of the deposit.
 */
export async function takeCash(tx: Tx, name: RequestName, givenYen: number): Promise<CashOutcome> {
  const till = await findTillHeld(tx, tx.today, tx.actor.id)
  if (till === undefined || till.closedAt !== null) return { kind: 'till-closed' }
  const request = await findRequestHeld(tx, name)
  if (request === undefined) throw new Fault('not-found', 'there is no such request for payment')
  const { state } = fold(await listEvents(tx, request.id))
  if (!isPayable(state)) return { kind: 'not-payable', state }
  if (givenYen < request.amountYen) return { kind: 'too-little', missingYen: request.amountYen - givenYen }
  const id = randomUUID()
  await keepTillEntry(tx, till, { id, requestId: request.id, kind: 'taken', yen: request.amountYen })
  await record(tx, { id: request.id }, { kind: 'paid', key: `paid ${id}`, way: 'cash', transaction: id, yen: request.amountYen, paidOn: tx.today })
  return { kind: 'taken', changeYen: givenYen - request.amountYen }
}

/** An approved refund is handed out of the clerk's own drawer. False where the till is closed or somebody else was quicker. */
export async function payOutRefund(tx: Tx, refundId: string): Promise<boolean> {
  const till = await findTillHeld(tx, tx.today, tx.actor.id)
  const refund = await findRefundHeld(tx, refundId)
  if (till === undefined || till.closedAt !== null || refund?.state !== 'approved' || refund.means !== 'cash') return false
  await keepTillEntry(tx, till, { id: randomUUID(), requestId: refund.requestId, kind: 'refunded', yen: -refund.yen })
  await refundPaid(tx, refund, tx.today)
  return true
}

/** Begins a clerk's day. False where it has begun. */
export function openTill(tx: Tx, pieces: PieceCount): Promise<boolean> {
  return keepTill(tx, { yen: countedYen(pieces), pieces })
}

export type ClosingOutcome = { readonly kind: 'closed' } | { readonly kind: 'not-open' } | { readonly kind: 'differs'; readonly offYen: number }

/** Ends a clerk's day. A count that differs from the entries needs a reason; both stay as they are. */
export async function endTill(tx: Tx, pieces: PieceCount, note: string): Promise<ClosingOutcome> {
  const till = await findTillHeld(tx, tx.today, tx.actor.id)
  if (till === undefined || till.closedAt !== null) return { kind: 'not-open' }
  const yen = countedYen(pieces)
  const offYen = yen - (await expectedYen(tx, till))
  if (offYen !== 0 && note.trim() === '') return { kind: 'differs', offYen }
  await closeTill(tx, till.id, { yen, pieces, note: note.trim() })
  return { kind: 'closed' }
}

/** What should lie in the drawer. */
export async function expectedYen(tx: Tx, till: Till): Promise<number> {
  return (await listTillEntries(tx, till.id)).reduce((sum, { yen }) => sum + yen, till.openingYen)
}
