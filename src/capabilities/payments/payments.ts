import { randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Problem } from '#kernel/forms/form.ts'
import { fiscalYearOf } from '#kernel/values/fiscal-year.ts'
import { askRefund, type RefundOutcome } from './actions/refund.ts'
import { record } from './actions/record.ts'
import { lineYen, PAYMENT_LIMITS, type PaymentLine, type PaymentRequest, type PaymentState, type Way, type Wording } from './model.ts'
import { payPath, receiptPath } from './pages/paths.ts'
import { fold, isPayable } from './rules/fold.ts'
import { paymentNumber } from './rules/payment-number.ts'
import { lineOf, priceOn, type Price } from './rules/rates.ts'
import { listEvents } from './store/events.ts'
import { listRates } from './store/rates.ts'
import { findReceiptOf } from './store/receipts.ts'
import { findRequest, keepRequest, nextSerial } from './store/requests.ts'
import { rateWords } from './text/rate-words.ts'

/*
 * The front door. A service asks for money by `requestPayment`, leads the payer to `path`, and listens to the facts
 * `payments.paid`, `payments.taken-back`, `payments.expired` and `payments.refunded`, which carry its `reference`. It hears
 * each once, but a payment may come after an expiry, and a taking back after a payment: it looks with `paymentOf` and does
 * what the state says.
 */

const NAME = 'payments'

export type { PaymentState, Way, Wording } from './model.ts'

export interface FeeQuestion {
  /** Key in the table of fees, e.g. `certificates.resident-copy`. */
  readonly fee: string
  readonly on: Temporal.PlainDate
  /** Key of a reduction of that fee, e.g. `welfare`. */
  readonly reduction?: string
}

export type FeeAnswer =
  | { readonly ok: true; readonly yen: number; readonly fullYen: number; readonly label: Wording; readonly reduction: Wording | null; readonly source: string; readonly isInvented: boolean }
  /** What is missing and what to do, in words for the page. */
  | { readonly ok: false; readonly problem: Problem }

/** What one costs on a day, in whole yen. A price that is not in the table is said to be missing; it is never 0. */
export async function feeOn(tx: Tx, question: FeeQuestion): Promise<FeeAnswer> {
  const answer = await tx.within(NAME, () => findPrice(tx, question))
  if (!answer.ok) return { ok: false, problem: { phrase: rateWords[answer.reason], values: { fee: question.fee, reduction: question.reduction ?? '', day: question.on.toString() } } }
  const { rate, reduction } = answer.price
  const { source, isInvented } = reduction ?? rate
  return { ok: true, yen: (reduction ?? rate).yen, fullYen: rate.yen, label: rate.label, reduction: reduction?.label ?? null, source, isInvented }
}

export interface WantedLine {
  readonly fee: string
  readonly quantity: number
  readonly reduction?: string
  /** Why it is reduced, as it shall stand with the request; never in a fact. */
  readonly reason?: string
}

export interface PaymentWish {
  readonly lines: readonly WantedLine[]
  /** The service's own name for what is paid, e.g. `certificates:0190…`; asked again with it, the same request comes back. */
  readonly reference: string
  readonly title: Wording
  readonly owner: { readonly accountId: string | null; /** For slips and receipts; may be left out. */ readonly name?: string }
  /** A page of the service that the payer is led back to. */
  readonly returnPath: string
  /** To be paid until; 14 days from today where nothing is said. */
  readonly dueOn?: Temporal.PlainDate
  /** Day whose prices hold; today where nothing is said. */
  readonly pricedOn?: Temporal.PlainDate
}

export interface RequestedPayment {
  readonly id: string
  readonly number: string
  readonly amountYen: number
  /** The unguessable page where it is paid. Whoever has it may look and pay: give it to the payer and nobody else. */
  readonly path: string
}

/**
 * Asks for money. The same reference again gives the same request; with another amount it is the fault `conflict`. A price
 * that is missing is the fault `unavailable`, named: ask `feeOn` before showing a form.
 */
export async function requestPayment(tx: Tx, wish: PaymentWish): Promise<RequestedPayment> {
  const { service } = tx
  assertWish(service, wish)
  return tx.within(NAME, async () => {
    const lines = await pricedLines(tx, wish)
    const amountYen = lines.reduce((sum, line) => sum + lineYen(line), 0)
    if (amountYen > PAYMENT_LIMITS.yen) throw new Fault('too-large', `no request may be over ${PAYMENT_LIMITS.yen} yen`)
    const known = await findRequest(tx, { reference: wish.reference })
    if (known !== undefined) return sameAgain(known, amountYen)
    const dueOn = wish.dueOn ?? tx.today.add({ days: PAYMENT_LIMITS.dueDays })
    const request: PaymentRequest = {
      id: randomUUID(), number: paymentNumber(fiscalYearOf(tx.today), await nextSerial(tx)), accessKey: randomBytes(16).toString('base64url'),
      service, reference: wish.reference, title: wish.title, ownerAccount: wish.owner.accountId, payerName: wish.owner.name ?? '',
      amountYen, dueOn, expiresOn: dueOn.add({ days: PAYMENT_LIMITS.graceDays }), returnPath: wish.returnPath, requestedAt: tx.now,
      state: 'requested', paidYen: 0, surplusYen: 0, refundedYen: 0,
    }
    if (!(await keepRequest(tx, request, lines))) return sameAgain(await getRequest(tx, wish.reference), amountYen)
    await record(tx, { id: request.id }, { kind: 'requested', key: 'requested', yen: amountYen, dueOn, expiresOn: request.expiresOn }, ...(amountYen === 0 ? [{ kind: 'waived', key: 'waived' } as const] : []))
    return requested(request)
  })
}

export interface PaymentView extends RequestedPayment {
  readonly state: PaymentState
  readonly dueOn: Temporal.PlainDate
  /** How it was paid, or what was chosen last. */
  readonly way: Way | null
  /** Legal day of payment; null while it is not paid. */
  readonly paidOn: Temporal.PlainDate | null
  /** Day on which the city had the money; null until it is known. */
  readonly cashOn: Temporal.PlainDate | null
  readonly paidYen: number
  readonly refundedYen: number
  readonly surplusYen: number
  readonly receiptPath: string | null
}

/** Where a request stands, by the service's own reference. */
export async function paymentOf(tx: Tx, reference: string): Promise<PaymentView | undefined> {
  return tx.within(NAME, async () => {
    const request = await findRequest(tx, { reference })
    return request && viewOf(tx, request)
  })
}

/** Takes a request back that nobody has paid. False where it is paid (then `refundPayment`) or has ended already. */
export function cancelPayment(tx: Tx, reference: string, reason: string): Promise<boolean> {
  return tx.within(NAME, async () => {
    const request = await findRequest(tx, { reference })
    if (request === undefined) throw new Fault('not-found', 'there is no such request for payment')
    const standing = fold(await listEvents(tx, request.id))
    if (!isPayable(standing.state) && standing.state !== 'authorised') return false
    await record(tx, { reference }, { kind: 'cancelled', key: 'cancelled', reason: reason.slice(0, PAYMENT_LIMITS.reasonCharacters) })
    return true
  })
}

/**
 * Asks for money to go back; a second person approves it before it does. `yen` is the whole of what was paid where nothing
 * is said. Refused with a reason where more is asked for than is there.
 */
export function refundPayment(tx: Tx, reference: string, terms: { readonly reason: string; readonly yen?: number }): Promise<RefundOutcome> {
  return tx.within(NAME, () => askRefund(tx, { reference }, terms))
}

async function findPrice(tx: Tx, { fee, reduction = '', on }: FeeQuestion) {
  return priceOn(await listRates(tx, fee), fee, reduction, on)
}

async function pricedLines(tx: Tx, { lines, pricedOn = tx.today }: PaymentWish): Promise<PaymentLine[]> {
  const priced: PaymentLine[] = []
  for (const { fee, quantity, reduction = '', reason = '' } of lines) {
    const answer = await findPrice(tx, { fee, reduction, on: pricedOn })
    if (!answer.ok) throw new Fault('unavailable', `the table of fees has no price: ${answer.reason} ${fee} ${reduction} ${pricedOn.toString()}`)
    const price: Price = answer.price
    priced.push(lineOf(price, quantity, reason))
  }
  return priced
}

function assertWish(service: string, { reference, lines, returnPath, owner }: PaymentWish): void {
  if (!reference.startsWith(`${service}:`)) throw new RangeError(`The reference ${reference} must begin with ${service}:`)
  if (!/^\/(?!\/)/.test(returnPath)) throw new RangeError('The payer is led back to a page of this city')
  if (lines.length === 0 || lines.length > PAYMENT_LIMITS.lines) throw new RangeError(`A request has 1 to ${PAYMENT_LIMITS.lines} lines`)
  if ((owner.name ?? '').length > PAYMENT_LIMITS.nameCharacters) throw new RangeError('The name is too long for a slip')
  for (const { quantity } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > PAYMENT_LIMITS.quantity) throw new RangeError(`A line has 1 to ${PAYMENT_LIMITS.quantity} pieces`)
  }
}

function sameAgain(known: PaymentRequest, amountYen: number): RequestedPayment {
  if (known.amountYen !== amountYen) throw new Fault('conflict', `${known.reference} has a request for ${known.amountYen} yen already`)
  return requested(known)
}

async function getRequest(tx: Tx, reference: string): Promise<PaymentRequest> {
  const found = await findRequest(tx, { reference })
  if (found === undefined) throw new Fault('conflict', 'asked for by somebody else at the same time')
  return found
}

function requested(request: PaymentRequest): RequestedPayment {
  return { id: request.id, number: request.number, amountYen: request.amountYen, path: payPath(request) }
}

async function viewOf(tx: Tx, request: PaymentRequest): Promise<PaymentView> {
  const standing = fold(await listEvents(tx, request.id))
  const { counting } = standing
  const receipt = counting === null ? undefined : await findReceiptOf(tx, request.id, counting.transaction)
  return {
    ...requested(request), state: standing.state, dueOn: standing.dueOn ?? request.dueOn, way: standing.way,
    paidOn: counting?.paidOn ?? null, cashOn: counting?.cashOn ?? null,
    paidYen: standing.paidYen, refundedYen: standing.refundedYen, surplusYen: standing.surplusYen,
    receiptPath: receipt === undefined ? null : receiptPath(request),
  }
}
