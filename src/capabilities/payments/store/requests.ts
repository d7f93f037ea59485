import type { Tx } from '#kernel/database/transaction.ts'
import { sql, type Selectable } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { PaymentLine, PaymentRequest, PaymentState } from '../model.ts'
import type { Standing } from '../rules/fold.ts'
import type { RequestTable } from '../tables.ts'
import { insertRows, labelColumns, labelOf, payments, titleColumns, titleOf } from './rows.ts'

export async function nextSerial(tx: Tx): Promise<number> {
  return (await tx.get(statement<{ serial: number }>(sql`select nextval('payments.request_serial') as serial`))).serial
}

/** False where the reference has a request already. */
export async function keepRequest(tx: Tx, request: PaymentRequest, lines: readonly PaymentLine[]): Promise<boolean> {
  const row = {
    id: request.id, number: request.number, access_key: request.accessKey, service: request.service, reference: request.reference, ...titleColumns(request.title),
    owner_account: request.ownerAccount, payer_name: request.payerName, amount_yen: request.amountYen, due_on: request.dueOn, expires_on: request.expiresOn,
    return_path: request.returnPath, requested_at: request.requestedAt, state: request.state,
  }
  const count = await tx.run(payments.insertInto('payments.request').values(row).onConflict((conflict) => conflict.column('reference').doNothing()))
  if (count === 0) return false
  await insertRows(tx, 'payments.line', lines.map((line, index) => ({
    request_id: request.id, position: index + 1, fee: line.fee, reduction: line.reduction, rate_id: line.rateId, reduction_rate_id: line.reductionRateId,
    ...labelColumns(line.label), quantity: line.quantity, unit_yen: line.unitYen, off_yen: line.offYen, reason: line.reason,
  })))
  return true
}

/** One of the three names a request has. */
export type RequestName = { readonly id: string } | { readonly number: string } | { readonly reference: string }

export async function findRequest(tx: Tx, name: RequestName): Promise<PaymentRequest | undefined> {
  const row = await tx.find(named(name))
  return row && requestOf(row)
}

/** The same, held until the commit: happenings of one request are written one after another. */
export async function findRequestHeld(tx: Tx, name: RequestName): Promise<PaymentRequest | undefined> {
  const row = await tx.find(named(name).forUpdate())
  return row && requestOf(row)
}

function named(name: RequestName) {
  const [[column, value] = ['id', '']] = Object.entries(name)
  return requests.where(column as 'id' | 'number' | 'reference', '=', value)
}

export async function listLines(tx: Tx, requestId: string): Promise<PaymentLine[]> {
  const rows = await tx.list(payments.selectFrom('payments.line').selectAll().where('request_id', '=', requestId).orderBy('position'))
  return rows.map((row) => ({
    fee: row.fee, reduction: row.reduction, rateId: row.rate_id, reductionRateId: row.reduction_rate_id, label: labelOf(row),
    quantity: row.quantity, unitYen: row.unit_yen, offYen: row.off_yen, reason: row.reason,
  }))
}

/** Key of the fee of the first line: what the indicators count by. */
export async function mainFeeOf(tx: Tx, requestId: string): Promise<string> {
  return (await tx.get(payments.selectFrom('payments.line').select('fee').where('request_id', '=', requestId).where('position', '=', 1))).fee
}

/** Writes what the events were folded to, so that lists can be searched. */
export async function keepStanding(tx: Tx, id: string, { state, paidYen, surplusYen, refundedYen, dueOn, expiresOn }: Standing): Promise<void> {
  const terms = { ...(dueOn === null ? {} : { due_on: dueOn }), ...(expiresOn === null ? {} : { expires_on: expiresOn }) }
  const row = { state, paid_yen: paidYen, surplus_yen: surplusYen, refunded_yen: refundedYen, ...terms }
  await tx.run(payments.updateTable('payments.request').set(row).where('id', '=', id))
}

export interface RequestFilter {
  /** Twelve digits, a part of a reference, or empty. */
  readonly words: string
  readonly state: PaymentState | ''
  readonly limit: number
  readonly offset: number
}

/** The newest first. */
export async function listRequests(tx: Tx, { words, state, limit, offset }: RequestFilter): Promise<PaymentRequest[]> {
  let wanted = requests
  if (words !== '') wanted = wanted.where((make) => make.or([make('number', 'like', `${escaped(words)}%`), make('reference', 'like', `%${escaped(words)}%`)]))
  if (state !== '') wanted = wanted.where('state', '=', state)
  return (await tx.list(wanted.orderBy('requested_at', 'desc').orderBy('number', 'desc').limit(limit).offset(offset))).map(requestOf)
}

/** Requests of a resident's account, the newest first. */
export async function listRequestsOf(tx: Tx, accountId: string, limit: number): Promise<PaymentRequest[]> {
  return (await tx.list(requests.where('owner_account', '=', accountId).orderBy('requested_at', 'desc').limit(limit))).map(requestOf)
}

const OPEN_STATES: readonly PaymentState[] = ['requested', 'way-chosen', 'authorised', 'failed']

/** Unpaid ones whose last day has passed. */
export async function listOverdue(tx: Tx, today: Temporal.PlainDate, limit: number): Promise<PaymentRequest[]> {
  return (await tx.list(requests.where('expires_on', '<', today).where('state', 'in', OPEN_STATES).limit(limit))).map(requestOf)
}

/** Unpaid ones that fall due up to a day and were not reminded of. */
export async function listDueUntil(tx: Tx, day: Temporal.PlainDate, limit: number): Promise<PaymentRequest[]> {
  const reminded = payments.selectFrom('payments.event').select('request_id').where('kind', '=', 'reminded')
  return (await tx.list(requests.where('due_on', '<=', day).where('state', 'in', OPEN_STATES).where('id', 'not in', reminded).limit(limit))).map(requestOf)
}

/** `%` and `_` stand for themselves. */
function escaped(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}

const requests = payments.selectFrom('payments.request').selectAll()

function requestOf(row: Selectable<RequestTable>): PaymentRequest {
  return {
    id: row.id, number: row.number, accessKey: row.access_key, service: row.service, reference: row.reference, title: titleOf(row),
    ownerAccount: row.owner_account, payerName: row.payer_name, amountYen: row.amount_yen, dueOn: row.due_on, expiresOn: row.expires_on,
    returnPath: row.return_path, requestedAt: row.requested_at, state: row.state as PaymentState,
    paidYen: row.paid_yen, surplusYen: row.surplus_yen, refundedYen: row.refunded_yen,
  }
}
