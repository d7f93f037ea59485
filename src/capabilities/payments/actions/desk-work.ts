import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { reasonForm, refundForm, renewForm } from '../forms.ts'
import { PAYMENT_LIMITS } from '../model.ts'
import { deskPath } from '../pages/paths.ts'
import { deskVisit, requestPage } from '../pages/request.ts'
import { isPayable } from '../rules/fold.ts'
import { paymentSettings } from '../rules/settings.ts'
import { deskWords } from '../text/desk-words.ts'
import { workWords } from '../text/work-words.ts'
import { record } from './record.ts'
import { askRefund } from './refund.ts'
import { issueSlip } from './slip.ts'
import { askToVoid } from './void.ts'

const MOST_DAYS_AHEAD = 365

export async function askRefundAtDesk(visit: Submission<ValuesOf<typeof refundForm>>): Promise<Answer> {
  const { tx, values, voice } = visit
  const given = await deskVisit(visit)
  const { transaction, yen, reason } = values
  const outcome = await askRefund(tx, { id: given.request.id }, { reason, yen, ...(transaction === '' ? {} : { transaction }) })
  if (outcome.ok) return redirect(deskPath(given.request), { notice: workWords.refundAsked })
  return requestPage(given, { warning: voice.say(workWords[outcome.reason], { most: outcome.mostYen }), status: 422 })
}

export async function askVoidAtDesk(visit: Submission<ValuesOf<typeof reasonForm>>): Promise<Answer> {
  const given = await deskVisit(visit)
  const outcome = await askToVoid(visit.tx, { number: visit.params['receipt'] ?? '', requestId: given.request.id }, visit.values.reason)
  if (outcome === 'done') return redirect(deskPath(given.request), { notice: workWords.voidAsked })
  return requestPage(given, { warning: visit.voice.say(outcome === 'till-closed' ? workWords.voidTillClosed : workWords.tooLate), status: 409 })
}

/** Another due day: an expired request can be paid again, and older slips become invalid. */
export async function renewAtDesk(visit: Submission<ValuesOf<typeof renewForm>>): Promise<Answer> {
  const { tx, values: { dueOn, reason }, voice } = visit
  const given = await deskVisit(visit)
  const { request, standing } = given
  const isNear = Temporal.PlainDate.compare(dueOn, tx.today) > 0 && Temporal.PlainDate.compare(dueOn, tx.today.add({ days: MOST_DAYS_AHEAD })) <= 0
  if (!isNear) return requestPage(given, { warning: voice.say(workWords.notBeforeToday), status: 422 })
  if (!isPayable(standing.state) && standing.state !== 'expired') return requestPage(given, { warning: voice.say(deskWords.notPayable, { state: voice.plain(deskWords[standing.state]) }), status: 409 })
  const expiresOn = dueOn.add({ days: PAYMENT_LIMITS.graceDays })
  await record(tx, { id: request.id }, { kind: 'renewed', key: `renewed ${tx.now.toString()}`, dueOn, expiresOn, reason })
  await issueSlip(tx, request, paymentSettings(visit.city), { anew: true })
  return redirect(deskPath(request), { notice: workWords.renewed })
}

export async function issueSlipAtDesk(visit: Submission<unknown>): Promise<Answer> {
  const given = await deskVisit(visit)
  const outcome = await issueSlip(visit.tx, given.request, paymentSettings(visit.city), { anew: true })
  if (outcome === 'issued') return redirect(deskPath(given.request), { notice: workWords.slipIssued })
  return requestPage(given, { warning: visit.voice.say(workWords.slipNotIssued), status: 409 })
}

export async function cancelAtDesk(visit: Submission<ValuesOf<typeof reasonForm>>): Promise<Answer> {
  const given = await deskVisit(visit)
  const { request, standing } = given
  if (!isPayable(standing.state)) return requestPage(given, { warning: visit.voice.say(deskWords.notPayable, { state: visit.voice.plain(deskWords[standing.state]) }), status: 409 })
  await record(visit.tx, { id: request.id }, { kind: 'cancelled', key: 'cancelled', reason: visit.values.reason })
  return redirect(deskPath(request), { notice: workWords.cancelled })
}

/** The page again with the first thing that is wrong. */
export async function workAgain(visit: Submission<unknown>): Promise<Answer> {
  const [problem] = Object.values(visit.problems)
  return requestPage(await deskVisit(visit), { ...(problem === undefined ? {} : { warning: visit.voice.say(problem.phrase, problem.values) }), status: 422 })
}
