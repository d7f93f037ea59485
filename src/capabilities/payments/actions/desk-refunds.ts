import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { accountForm, decisionForm, settleForm, transferForm } from '../forms.ts'
import { DESK_BASIS } from '../pages/frame.ts'
import { showDifferences } from '../pages/differences.ts'
import { refundsPage } from '../pages/refunds.ts'
import { facts } from '../facts.ts'
import { settleDifference } from '../store/differences.ts'
import { changeRefund, findRefundHeld } from '../store/refunds.ts'
import { deskWords } from '../text/desk-words.ts'
import { workWords } from '../text/work-words.ts'
import { payOutRefund } from './cash.ts'
import { approveRefund, refundPaid, refuseRefund } from './refund.ts'
import { voidReceipt } from './void.ts'

const LIST = '/staff/payments/refunds'

export async function decideRefund(visit: Submission<ValuesOf<typeof decisionForm>>): Promise<Answer> {
  const { tx, values: { answer, reason }, voice } = visit
  const id = refundIn(visit)
  const outcome = answer === 'approve' ? await approveRefund(tx, id) : await refuseRefund(tx, id, reason)
  if (outcome === 'done') return redirect(LIST, { notice: workWords.decided })
  return refundsPage(visit, voice.say(outcome === 'same-person' ? workWords.samePerson : workWords.tooLate))
}

export async function decideVoid(visit: Submission<ValuesOf<typeof decisionForm>>): Promise<Answer> {
  const { tx, values, params, voice } = visit
  const outcome = await voidReceipt(tx, params['number'] ?? '', values.answer === 'approve')
  if (outcome === 'done') return redirect(LIST, { notice: workWords.decided })
  return refundsPage(visit, voice.say(outcome === 'same-person' ? workWords.samePerson : outcome === 'till-closed' ? workWords.voidTillClosed : workWords.tooLate))
}

export async function payOut(visit: Submission<unknown>): Promise<Answer> {
  const isOut = await payOutRefund(visit.tx, refundIn(visit))
  return isOut ? redirect(LIST, { notice: workWords.decided }) : refundsPage(visit, visit.voice.say(deskWords.tillClosed))
}

/** The account is sealed before it is kept, and stands in clear on the transfer list alone. */
export async function keepAccount(visit: Submission<ValuesOf<typeof accountForm>>): Promise<Answer> {
  const { tx, seal, values } = visit
  const id = refundIn(visit)
  await tx.note({ act: 'keep account', subject: `refund:${id}`, basis: DESK_BASIS })
  await changeRefund(tx, id, { accountSealed: seal.close(values.account, accountContext(id)) })
  return redirect(LIST, { notice: workWords.decided })
}

export function accountContext(refundId: string): string {
  return `refund ${refundId} account`
}

export async function noteTransfer(visit: Submission<ValuesOf<typeof transferForm>>): Promise<Answer> {
  const { tx, values, voice } = visit
  const refund = await findRefundHeld(tx, refundIn(visit))
  if (refund?.state !== 'approved' || refund.means !== 'bank') return refundsPage(visit, voice.say(workWords.tooLate))
  await refundPaid(tx, refund, values.on)
  return redirect(LIST, { notice: workWords.decided })
}

export async function refundsAgain(visit: Submission<unknown>): Promise<Answer> {
  const [problem] = Object.values(visit.problems)
  return refundsPage(visit, problem === undefined ? null : visit.voice.say(problem.phrase, problem.values))
}

/** Settled by a person: counted as what did not match by itself. */
export async function settle(visit: Submission<ValuesOf<typeof settleForm>>): Promise<Answer> {
  const { tx, params, values } = visit
  const id = params['id'] ?? ''
  if (!isUuid(id)) throw new Fault('not-found', 'there is no such difference')
  if (await settleDifference(tx, id, values.note)) tx.publish(facts.matched, `difference:${id}`, { way: null, isAutomatic: false })
  return redirect('/staff/payments/differences', { notice: workWords.settled })
}

export async function settleAgain(visit: Submission<unknown>): Promise<Answer> {
  const page = await showDifferences(visit)
  return page.kind === 'page' ? { ...page, status: 422 } : page
}

function refundIn({ params }: Submission<unknown>): string {
  const id = params['id'] ?? ''
  if (!isUuid(id)) throw new Fault('not-found', 'there is no such refund')
  return id
}
