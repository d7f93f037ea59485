import type { Tx } from '#kernel/database/transaction.ts'
import type { PaymentRequest } from '../model.ts'
import { fold, isPayable } from '../rules/fold.ts'
import type { PaymentSettings } from '../rules/settings.ts'
import { slipDigits, slipNumber } from '../rules/slip-bars.ts'
import { listEvents } from '../store/events.ts'
import { findRequestHeld } from '../store/requests.ts'
import { keepSlip, listSlipsOf } from '../store/slips.ts'
import { record } from './record.ts'

export type SlipOutcome = 'issued' | 'there-already' | 'not-payable' | 'not-offered' | 'expired'

/** Issues of one request; whoever needs more has another trouble. */
const MOST_ISSUES = 99

/**
 * Issues a slip that is valid until the request's last day. While one is valid the payer gets the same again; `anew` makes
 * another, and from then on only that one is valid: paid by an older one it is shown to a person.
 */
export async function issueSlip(tx: Tx, { id }: PaymentRequest, settings: PaymentSettings, terms: { readonly anew: boolean } = { anew: false }): Promise<SlipOutcome> {
  const request = await findRequestHeld(tx, { id })
  if (request === undefined || settings.slipIssuer === undefined || request.amountYen > settings.slipMostYen) return 'not-offered'
  const standing = fold(await listEvents(tx, id))
  if (standing.state === 'expired' || Temporal.PlainDate.compare(request.expiresOn, tx.today) < 0) return 'expired'
  if (!isPayable(standing.state)) return 'not-payable'
  const [last] = await listSlipsOf(tx, id)
  const isValid = last !== undefined && Temporal.PlainDate.compare(last.validUntil, tx.today) >= 0
  if (isValid && !terms.anew) return 'there-already'
  const issue = (last?.issue ?? 0) + 1
  if (issue > MOST_ISSUES) return 'not-offered'
  const number = slipNumber(request.number, issue)
  const digits = slipDigits({ issuer: settings.slipIssuer, number, reissue: issue - 1, validUntil: request.expiresOn, yen: request.amountYen })
  await keepSlip(tx, { digits, number, requestId: id, issue, yen: request.amountYen, validUntil: request.expiresOn })
  await record(tx, { id }, { kind: 'way-chosen', key: `way ${digits}`, way: 'slip', transaction: digits })
  return 'issued'
}
