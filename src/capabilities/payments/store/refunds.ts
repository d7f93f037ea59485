import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Selectable } from 'kysely'
import type { RefundTable } from '../tables.ts'
import { payments } from './rows.ts'

export type RefundMeans = 'card' | 'cash' | 'bank'
export type RefundState = 'asked' | 'approved' | 'refused' | 'paid' | 'failed'

export interface Refund {
  readonly id: string
  readonly requestId: string
  readonly transaction: string
  readonly means: RefundMeans
  readonly yen: number
  readonly reason: string
  readonly state: RefundState
  readonly askedAt: Temporal.Instant
  /** Id of whoever asked; `system` or the id of a visitor where a service did. */
  readonly askedBy: string
  readonly askedByName: string
  readonly decidedAt: Temporal.Instant | null
  readonly decidedByName: string | null
  readonly decision: string
  readonly tries: number
  readonly problem: string
  readonly providerNumber: string | null
  readonly accountSealed: string | null
  readonly paidOn: Temporal.PlainDate | null
}

export async function keepRefund(tx: Tx, given: Pick<Refund, 'requestId' | 'transaction' | 'means' | 'yen' | 'reason'>): Promise<string> {
  const id = randomUUID()
  await tx.run(payments.insertInto('payments.refund').values({
    id, request_id: given.requestId, transaction: given.transaction, means: given.means, yen: given.yen, reason: given.reason, state: 'asked',
    asked_at: tx.now, asked_by: tx.actor.id, asked_by_name: tx.actor.person?.name ?? '',
  }))
  return id
}

export async function findRefundHeld(tx: Tx, id: string): Promise<Refund | undefined> {
  const row = await tx.find(refunds.where('id', '=', id).forUpdate())
  return row && refundOf(row)
}

export async function listRefunds(tx: Tx, states: readonly RefundState[], limit: number): Promise<Refund[]> {
  return (await tx.list(refunds.where('state', 'in', states).orderBy('asked_at', 'desc').limit(limit))).map(refundOf)
}

/** Approved ones of the card that the provider is to be asked about now. */
export async function listRefundsDue(tx: Tx, limit: number): Promise<Refund[]> {
  return (await tx.list(refunds.where('state', '=', 'approved').where('means', '=', 'card').where('next_try_at', '<=', tx.now).orderBy('next_try_at').limit(limit))).map(refundOf)
}

export type RefundChange = Partial<{
  readonly state: RefundState
  readonly decision: string
  readonly isDecided: true
  readonly nextTryAt: Temporal.Instant | null
  readonly tries: number
  readonly problem: string
  readonly providerNumber: string
  readonly paidOn: Temporal.PlainDate
  readonly accountSealed: string
  readonly means: RefundMeans
}>

export async function changeRefund(tx: Tx, id: string, change: RefundChange): Promise<void> {
  const row = {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.decision === undefined ? {} : { decision: change.decision }),
    ...(change.isDecided === undefined ? {} : { decided_at: tx.now, decided_by_name: tx.actor.person?.name ?? '' }),
    ...(change.nextTryAt === undefined ? {} : { next_try_at: change.nextTryAt }),
    ...(change.tries === undefined ? {} : { tries: change.tries }),
    ...(change.problem === undefined ? {} : { problem: change.problem }),
    ...(change.providerNumber === undefined ? {} : { provider_number: change.providerNumber }),
    ...(change.paidOn === undefined ? {} : { paid_on: change.paidOn }),
    ...(change.accountSealed === undefined ? {} : { account_sealed: change.accountSealed }),
    ...(change.means === undefined ? {} : { means: change.means }),
  }
  await tx.run(payments.updateTable('payments.refund').set(row).where('id', '=', id))
}

const refunds = payments.selectFrom('payments.refund').selectAll()

function refundOf(row: Selectable<RefundTable>): Refund {
  return {
    id: row.id, requestId: row.request_id, transaction: row.transaction, means: row.means as RefundMeans, yen: row.yen, reason: row.reason,
    state: row.state as RefundState, askedAt: row.asked_at, askedBy: row.asked_by, askedByName: row.asked_by_name,
    decidedAt: row.decided_at, decidedByName: row.decided_by_name, decision: row.decision, tries: row.tries, problem: row.problem,
    providerNumber: row.provider_number, accountSealed: row.account_sealed, paidOn: row.paid_on,
  }
}
