import { attachmentAnswer, takeIn } from '#capabilities/attachments/attachments.ts'
import { cancelPayment, paymentOf } from '#capabilities/payments/payments.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { attachForm, messageForm, seenForm } from '../forms.ts'
import { DESK_BASIS, ownerOf, paymentReference } from '../model.ts'
import { arriveAtCase } from '../pages/case-visit.ts'
import { arriveAtCorrection, correctPage } from '../pages/correct.ts'
import { findProcedure } from '../rules/desks.ts'
import { addOfficeDays, businessDaysBetween, eraseDay } from '../rules/office-days.ts'
import { readAnswers } from '../rules/reading.ts'
import { sheetOf } from '../rules/sheet.ts'
import { mayIn } from '../rules/states.ts'
import { changeApplication, keepEdition } from '../store/applications.ts'
import { keepEvent, listEvents } from '../store/events.ts'
import { filingWords } from '../text/filing-words.ts'

/** Sends what was asked to be put right, and nothing else: other fields that came along are not looked at. */
export async function sendCorrection(visit: Submission<ValuesOf<typeof seenForm>>): Promise<Answer> {
  const { tx, typed, values } = visit
  const correct = await arriveAtCorrection(visit, { isLocked: true })
  const { application, version, given, fields, base } = correct
  if (!mayIn(application.state, 'correct') || values.seen !== String(application.edition)) return redirect(base, { notice: filingWords.stale })
  const own = new Set(fields.map(({ key }) => key))
  const others = Object.fromEntries(Object.entries(application.answers).filter(([key]) => !own.has(key)))
  const read = readAnswers(fields, typed, { ...given, answers: others })
  if (!read.ok) return correctPage(visit, correct, { typed, problems: read.problems })
  const answers = { ...others, ...read.answers }
  await keepEdition(tx, application.id, application.edition + 1, answers, sheetOf(version, { ...given, answers, on: dayOf(application.submittedAt) }))
  const askedAt = (await listEvents(tx, application.id)).findLast(({ kind }) => kind === 'correction-asked')?.at
  // The time that the resident needed is not the office's (行政手続法第6条・第7条).
  const dueOn = application.dueOn === null || askedAt === undefined ? application.dueOn : addOfficeDays(application.dueOn, businessDaysBetween(dayOf(askedAt), tx.today))
  await changeApplication(tx, application.id, { state: 'corrected', asked: [], correctBy: null, dueOn })
  await keepEvent(tx, application.id, 'corrected')
  tx.publish(facts.corrected, ownerOf(application.id), { procedure: application.procedure, channel: application.channel })
  return redirect(base, { notice: filingWords.correctionSent })
}

/** A document that was asked for again. */
export async function attachCorrection(visit: Submission<ValuesOf<typeof attachForm>>): Promise<Answer> {
  const { tx, values } = visit
  const correct = await arriveAtCorrection(visit, { isLocked: true })
  const slot = correct.slots.find(({ key }) => key === values.slot)
  if (slot === undefined || !mayIn(correct.application.state, 'correct')) return redirect(correct.base, { notice: filingWords.stale })
  // What was sent first stays beside it, so the place takes as many again.
  const rules = { ...slot.rules, mostFiles: slot.rules.mostFiles * 2 }
  const taken = await takeIn(tx, values.file, { owner: ownerOf(correct.application.id), slot: slot.key }, rules)
  if (!taken.ok) return correctPage(visit, correct, { typed: {}, problems: {}, refused: { slot: slot.key, refusal: taken } })
  return redirect(`${correct.base}/correct`, { notice: filingWords.attached })
}

export async function writeMessage(visit: Submission<ValuesOf<typeof messageForm>>): Promise<Answer> {
  const { application, base } = await arriveAtCase(visit, { isLocked: true })
  if (!mayIn(application.state, 'message')) return redirect(base, { notice: filingWords.stale })
  await keepEvent(visit.tx, application.id, 'message-from-resident', { text: visit.values.text })
  return redirect(base, { notice: filingWords.messageSent })
}

/** 取下げ: ends it without a decision. */
export async function withdraw(visit: Submission<ValuesOf<typeof seenForm>>): Promise<Answer> {
  const { tx, directory } = visit
  const { application, base } = await arriveAtCase(visit, { isLocked: true })
  if (!mayIn(application.state, 'withdraw')) return redirect(base, { notice: filingWords.stale })
  const years = findProcedure(directory.parts, application.procedure)?.definition.retention.years ?? 1
  await changeApplication(tx, application.id, { state: 'withdrawn', decidedAt: tx.now, eraseOn: eraseDay(tx.today, years), asked: [], correctBy: null })
  // A fee that nobody has paid is not asked for any more; one that was paid is the office's to give back.
  if ((await paymentOf(tx, paymentReference(application.id))) !== undefined) await cancelPayment(tx, paymentReference(application.id), 'withdrawn')
  await keepEvent(tx, application.id, 'withdrawn')
  tx.publish(facts.withdrawn, ownerOf(application.id), { procedure: application.procedure, channel: application.channel })
  return redirect(base, { notice: filingWords.withdrawn })
}

export async function showOwnFile(visit: Visit): Promise<Answer> {
  const { application } = await arriveAtCase(visit)
  return attachmentAnswer(visit.tx, { owner: ownerOf(application.id), id: visit.params.file ?? '', as: 'preview', basis: DESK_BASIS })
}
