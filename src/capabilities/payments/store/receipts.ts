import type { Tx } from '#kernel/database/transaction.ts'
import type { Selectable } from 'kysely'
import { fiscalYearOf } from '#kernel/values/fiscal-year.ts'
import type { Way } from '../model.ts'
import type { ReceiptTable } from '../tables.ts'
import { payments } from './rows.ts'

export interface Receipt {
  /** `2026-000042`: fiscal year and serial, without gaps. */
  readonly number: string
  readonly requestId: string
  readonly transaction: string
  readonly way: Way
  readonly yen: number
  readonly paidOn: Temporal.PlainDate
  readonly issuedAt: Temporal.Instant
  readonly issuedByName: string
  readonly voidAsked: { readonly at: Temporal.Instant; readonly by: string; readonly byName: string; readonly reason: string } | null
  readonly voided: { readonly at: Temporal.Instant; readonly byName: string } | null
}

/** Gives a payment its receipt; the same payment has one only. The serial waits for its predecessor, so that no number is missing. */
export async function keepReceipt(tx: Tx, given: Pick<Receipt, 'requestId' | 'transaction' | 'way' | 'yen' | 'paidOn'>): Promise<Receipt> {
  const known = await findReceiptOf(tx, given.requestId, given.transaction)
  if (known !== undefined) return known
  const number = await nextNumber(tx)
  const row = { number, request_id: given.requestId, transaction: given.transaction, way: given.way, yen: given.yen, paid_on: given.paidOn, issued_at: tx.now, issued_by_name: tx.actor.person?.name ?? '' }
  await tx.run(payments.insertInto('payments.receipt').values(row))
  return { number, ...given, issuedAt: tx.now, issuedByName: row.issued_by_name, voidAsked: null, voided: null }
}

async function nextNumber(tx: Tx): Promise<string> {
  const year = fiscalYearOf(tx.today)
  const { last } = await tx.get(
    payments.insertInto('payments.receipt_serial').values({ fiscal_year: year, last: 1 })
      .onConflict((conflict) => conflict.column('fiscal_year').doUpdateSet((make) => ({ last: make('payments.receipt_serial.last', '+', 1) }))).returning('last'),
  )
  return `${year}-${String(last).padStart(6, '0')}`
}

export async function findReceiptOf(tx: Tx, requestId: string, transaction: string): Promise<Receipt | undefined> {
  const row = await tx.find(receipts.where('request_id', '=', requestId).where('transaction', '=', transaction))
  return row && receiptOf(row)
}

export async function listReceiptsOf(tx: Tx, requestId: string): Promise<Receipt[]> {
  return (await tx.list(receipts.where('request_id', '=', requestId).orderBy('number'))).map(receiptOf)
}

export async function findReceipt(tx: Tx, number: string): Promise<Receipt | undefined> {
  if (!isReceiptNumber(number)) return undefined
  const row = await tx.find(receipts.where('number', '=', number))
  return row && receiptOf(row)
}

export async function findReceiptHeld(tx: Tx, number: string): Promise<Receipt | undefined> {
  if (!isReceiptNumber(number)) return undefined
  const row = await tx.find(receipts.where('number', '=', number).forUpdate())
  return row && receiptOf(row)
}

/** What an address names may be anything at all. */
function isReceiptNumber(text: string): boolean {
  return /^\d{4}-\d{6}$/.test(text)
}

/** Those that somebody asked to void and nobody has decided. */
export async function listVoidsAsked(tx: Tx): Promise<Receipt[]> {
  return (await tx.list(receipts.where('void_asked_at', 'is not', null).where('voided_at', 'is', null).orderBy('void_asked_at'))).map(receiptOf)
}

export async function askVoid(tx: Tx, number: string, reason: string): Promise<void> {
  const row = { void_asked_at: tx.now, void_asked_by: tx.actor.id, void_asked_by_name: tx.actor.person?.name ?? '', void_reason: reason }
  await tx.run(payments.updateTable('payments.receipt').set(row).where('number', '=', number))
}

export async function endVoid(tx: Tx, number: string, isVoided: boolean): Promise<void> {
  const row = isVoided ? { voided_at: tx.now, voided_by_name: tx.actor.person?.name ?? '' } : { void_asked_at: null, void_asked_by: null, void_asked_by_name: null, void_reason: null }
  await tx.run(payments.updateTable('payments.receipt').set(row).where('number', '=', number))
}

const receipts = payments.selectFrom('payments.receipt').selectAll()

function receiptOf(row: Selectable<ReceiptTable>): Receipt {
  return {
    number: row.number, requestId: row.request_id, transaction: row.transaction, way: row.way as Way, yen: row.yen, paidOn: row.paid_on,
    issuedAt: row.issued_at, issuedByName: row.issued_by_name,
    voidAsked: row.void_asked_at === null ? null : { at: row.void_asked_at, by: row.void_asked_by ?? '', byName: row.void_asked_by_name ?? '', reason: row.void_reason ?? '' },
    voided: row.voided_at === null ? null : { at: row.voided_at, byName: row.voided_by_name ?? '' },
  }
}
