import { may } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Typed, ValuesOf } from '#kernel/forms/form.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { decideForm, seenForm, sendBackForm } from '../forms.ts'
import { ownerOf, type Decision } from '../model.ts'
import { casePage } from '../pages/desk-case.ts'
import type { DeskCase } from '../pages/desk-visit.ts'
import { decidingRow } from '../rules/deciding.ts'
import { businessDaysBetween, eraseDay } from '../rules/office-days.ts'
import { changeApplication } from '../store/applications.ts'
import { keepEvent, listEvents } from '../store/events.ts'
import { deskWords } from '../text/desk-words.ts'
import { held, tell } from './desk.ts'

/** Decides, or proposes where the table of 専決 asks for a second person. A refusal without a reason is none (行政手続法第8条). */
export async function decide(visit: Submission<ValuesOf<typeof decideForm>>): Promise<Answer> {
  const { tx, actor, values, typed, voice } = visit
  const desk = await held(visit, 'decide')
  if ('kind' in desk) return desk
  const { application, version } = desk
  const reasons = reasonsIn(typed, desk, values.outcome)
  if (values.outcome === 'refused' && reasons.length === 0 && values.note === '') return casePage(visit, desk, { decide: voice.say(deskWords.reasonNeeded) })
  const decision: Decision = { outcome: values.outcome, reasons, note: values.note, amountYen: values.outcome === 'approved' ? values.amountYen : null, proposedBy: actor.id, confirmedBy: null }
  const row = decidingRow(version, decision.amountYen, application.answers)
  if (row.isFourEyes) {
    await changeApplication(tx, application.id, { state: 'proposed', decision })
    await keepEvent(tx, application.id, 'proposed', { isInternal: true, text: values.note })
    return redirect(desk.base, { notice: deskWords.proposedNotice })
  }
  if (!may(actor, row.duty)) throw new Fault('forbidden', `needs ${row.duty}`)
  await settleDecision(visit, desk, decision)
  return redirect(desk.base, { notice: deskWords.decided })
}

/** The second person. Who proposed it is not the second person. */
export async function confirmDecision(visit: Submission<ValuesOf<typeof seenForm>>): Promise<Answer> {
  const { actor } = visit
  const desk = await held(visit, 'confirm')
  if ('kind' in desk) return desk
  const { decision } = desk.application
  if (decision === null) throw new Fault('conflict', 'there is no proposal')
  const row = decidingRow(desk.version, decision.amountYen, desk.application.answers)
  if (decision.proposedBy === actor.id || !may(actor, row.duty)) throw new Fault('forbidden', 'a proposal is confirmed by another person with the duty')
  await settleDecision(visit, desk, { ...decision, confirmedBy: actor.id })
  return redirect(desk.base, { notice: deskWords.decided })
}

export async function sendBack(visit: Submission<ValuesOf<typeof sendBackForm>>): Promise<Answer> {
  const { tx, values } = visit
  const desk = await held(visit, 'send-back')
  if ('kind' in desk) return desk
  await changeApplication(tx, desk.application.id, { state: 'checking', decision: null })
  await keepEvent(tx, desk.application.id, 'sent-back', { isInternal: true, text: values.text })
  return redirect(desk.base, { notice: deskWords.sentBack })
}

/**
 * What a decision does, all of it in one transaction: the state, the fact, the letter that says there is news, and what the
 * service makes of it under its own role. If the service cannot, nothing is decided.
 */
export async function settleDecision(visit: Visit, desk: Pick<DeskCase, 'application' | 'definition' | 'owner'>, decision: Decision): Promise<void> {
  const { tx } = visit
  const { application, definition, owner } = desk
  const { id, procedure, channel, dueOn } = application
  const filedOn = dayOf(application.submittedAt)
  const events = await listEvents(tx, id)
  await changeApplication(tx, id, { state: decision.outcome, decision, decidedAt: tx.now, eraseOn: eraseDay(tx.today, definition.retention.years) })
  await keepEvent(tx, id, decision.outcome, { text: decision.note })
  tx.publish(facts.decided, ownerOf(id), {
    procedure, channel, outcome: decision.outcome, businessDays: businessDaysBetween(filedOn, tx.today),
    hadCorrection: events.some(({ kind }) => kind === 'correction-asked'), isInTime: dueOn === null || Temporal.PlainDate.compare(tx.today, dueOn) <= 0,
  })
  const { number, version, personId, accountId, answers } = application
  if (definition.onDecided !== undefined) await tx.onBehalfOf(owner, (own) => definition.onDecided?.(own, { id, number, procedure, version, personId, accountId, answers, filedOn, decision }) ?? Promise.resolve())
  await tell(visit, desk)
}

/** Only reasons of this version that fit the outcome. */
function reasonsIn(typed: Typed, { version }: DeskCase, outcome: Decision['outcome']): string[] {
  const ticked = new Set([typed.reasons ?? []].flat())
  return version.reasons.filter((reason) => reason.outcome === outcome && ticked.has(reason.key)).map(({ key }) => key)
}
