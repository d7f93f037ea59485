import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { facts } from '../facts.ts'
import { isElectronic, type Happening, type PaymentEvent, type PaymentRequest } from '../model.ts'
import { fold, type Standing } from '../rules/fold.ts'
import { keepDifference } from '../store/differences.ts'
import { keepEvents, listEvents } from '../store/events.ts'
import { keepReceipt } from '../store/receipts.ts'
import { findRequestHeld, keepStanding, mainFeeOf, type RequestName } from '../store/requests.ts'

/** What is told of a request: without a time it happened now. */
export type Telling = Happening & { readonly key: string; readonly at?: Temporal.Instant }

export interface Recorded {
  readonly request: PaymentRequest
  readonly before: Standing
  readonly after: Standing
  /** Keys that had not been told before. */
  readonly news: readonly string[]
}

/**
 * The one way by which anything happens to a request: holds it, appends what is new, folds, and tells the city what has
 * changed by it. Telling the same again changes and tells nothing.
 */
export async function record(tx: Tx, name: RequestName, ...tellings: readonly Telling[]): Promise<Recorded> {
  const request = await findRequestHeld(tx, name)
  if (request === undefined) throw new Fault('not-found', 'there is no such request for payment')
  const told = await listEvents(tx, request.id)
  const events = tellings.map((telling): PaymentEvent => ({ ...telling, at: telling.at ?? tx.now }))
  const before = fold(told)
  const news = await keepEvents(tx, request.id, events)
  if (news.length === 0) return { request, before, after: before, news }
  const after = fold([...told, ...events])
  await keepStanding(tx, request.id, after)
  await giveReceipts(tx, request, after)
  await tell(tx, request, before, after)
  const doubles = await noteDoubles(tx, request, after)
  if (doubles.length > 0) await keepEvents(tx, request.id, doubles)
  return { request, before, after, news }
}

/** Cash and cards get a receipt of the city; for a slip the shop's stub is the receipt. */
async function giveReceipts(tx: Tx, { id }: PaymentRequest, { receivals }: Standing): Promise<void> {
  for (const { transaction, way, yen, paidOn, isTakenBack } of receivals) {
    if (way !== 'slip' && !isTakenBack) await keepReceipt(tx, { requestId: id, transaction, way, yen, paidOn })
  }
}

async function tell(tx: Tx, request: PaymentRequest, before: Standing, after: Standing): Promise<void> {
  const subject = `payment:${request.id}`
  const frame = { reference: request.reference, service: request.service, fee: await mainFeeOf(tx, request.id) }
  const isIn = ({ state }: Standing) => state === 'paid' || state === 'refunded'
  const day = (given: Temporal.PlainDate | undefined) => (given ?? tx.today).toString()
  const { counting } = after
  if (before.dueOn === null) tx.publish(facts.requested, subject, { ...frame, yen: after.amountYen, dueOn: day(after.dueOn ?? undefined) })
  if (!isIn(before) && isIn(after)) {
    const way = counting?.way ?? null
    tx.publish(facts.paid, subject, { ...frame, yen: counting?.yen ?? 0, way, isElectronic: way !== null && isElectronic(way), paidOn: day(counting?.paidOn) })
  }
  if (isIn(before) && !isIn(after)) tx.publish(facts.takenBack, subject, { ...frame, yen: before.paidYen })
  if (after.refundedYen > before.refundedYen) {
    tx.publish(facts.refunded, subject, { ...frame, yen: after.refundedYen - before.refundedYen, isWhole: after.refundedYen >= after.paidYen, paidOn: day(undefined) })
  }
  if (after.surplusYen > before.surplusYen && after.paidYen > before.paidYen) tx.publish(facts.surplusFound, subject, { ...frame, yen: after.surplusYen - before.surplusYen })
  if (after.state === before.state) return
  if (after.state === 'failed') tx.publish(facts.failed, subject, { ...frame, way: before.way })
  if (after.state === 'cancelled') tx.publish(facts.cancelled, subject, frame)
  if (after.state === 'expired') tx.publish(facts.expired, subject, { ...frame, yen: after.amountYen })
}

/** Every payment beside the one that counts is written down as found, and put before a person who offers it back. */
async function noteDoubles(tx: Tx, request: PaymentRequest, { receivals, counting, state, surplusYen }: Standing): Promise<readonly PaymentEvent[]> {
  if (surplusYen === 0) return []
  const isCancelled = request.state === 'cancelled' || state === 'cancelled'
  const live = receivals.filter(({ isTakenBack }) => !isTakenBack)
  const extra = live.filter((one) => isCancelled || one.transaction !== counting?.transaction)
  for (const { transaction, yen, paidOn } of extra) {
    const kind = isCancelled ? 'paid-after-cancellation' : 'paid-twice'
    await keepDifference(tx, { key: `surplus ${request.id} ${transaction}`, kind, day: paidOn, requestId: request.id, yen, detail: transaction })
  }
  return extra.map(({ transaction, yen }) => ({ kind: 'double-found', key: `double ${transaction}`, at: tx.now, transaction, yen }))
}
