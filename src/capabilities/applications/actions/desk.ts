import { attachmentAnswer } from '#capabilities/attachments/attachments.ts'
import { findPerson } from '#kernel/access/people.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { handOverForm, noteForm, seenForm, stageForm } from '../forms.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { DESK_BASIS, ownerOf, type AskedCorrection } from '../model.ts'
import { askPage } from '../pages/ask.ts'
import { keyedCasePath } from '../pages/case-visit.ts'
import { casePage } from '../pages/desk-case.ts'
import { seenOf } from '../pages/desk-forms.ts'
import { arriveAtDesk, type DeskCase } from '../pages/desk-visit.ts'
import { CORRECTION_DAYS, addOfficeDays } from '../rules/office-days.ts'
import { mayIn, type Act } from '../rules/states.ts'
import { textIn } from '../rules/typed-answers.ts'
import { changeApplication } from '../store/applications.ts'
import { keepEvent } from '../store/events.ts'
import { listStages } from '../store/desk.ts'
import { deskWords } from '../text/desk-words.ts'
import { tellApplicant } from './letters.ts'

type Seen = Submission<ValuesOf<typeof seenForm>>

/**
 * The case, held until the action ends, if it is still as the officer saw it. Of two who press at once the second is shown
 * what the first did, and nothing of theirs is done.
 */
export async function held(visit: Submission<{ readonly seen: string }>, act: Act): Promise<DeskCase | Answer> {
  const desk = await arriveAtDesk(visit, { isLocked: true, act: `${act} application` })
  const { application, base } = desk
  return mayIn(application.state, act) && seenOf(application) === visit.values.seen ? desk : redirect(base, { notice: deskWords.stale })
}

export async function claim(visit: Seen): Promise<Answer> {
  const { tx, actor } = visit
  const desk = await held(visit, 'claim')
  if ('kind' in desk) return desk
  const { id, state, procedure, channel } = desk.application
  await changeApplication(tx, id, { claimedBy: actor.person?.id ?? null, ...(state === 'submitted' || state === 'corrected' ? { state: 'checking' as const } : {}) })
  await keepEvent(tx, id, 'claimed')
  tx.publish(facts.claimed, ownerOf(id), { procedure, channel })
  return redirect(desk.base, { notice: deskWords.claimed })
}

export async function release(visit: Seen): Promise<Answer> {
  const desk = await held(visit, 'claim')
  if ('kind' in desk) return desk
  await changeApplication(visit.tx, desk.application.id, { claimedBy: null })
  await keepEvent(visit.tx, desk.application.id, 'released', { isInternal: true })
  return redirect(desk.base, { notice: deskWords.released })
}

/** To a colleague of the same unit. */
export async function handOver(visit: Submission<ValuesOf<typeof handOverForm>>): Promise<Answer> {
  const { tx, actor, values } = visit
  const desk = await held(visit, 'claim')
  if ('kind' in desk) return desk
  const to = await findPerson(tx, values.to)
  if (to === undefined || to.unitCode !== actor.person?.unitCode) return redirect(desk.base, { notice: deskWords.stale })
  await changeApplication(tx, desk.application.id, { claimedBy: to.id })
  await keepEvent(tx, desk.application.id, 'handed-over', { isInternal: true, text: values.text === '' ? to.name : `${to.name}: ${values.text}` })
  return redirect('/staff/applications', { notice: deskWords.handedOver })
}

export async function keepNote(visit: Submission<ValuesOf<typeof noteForm>>): Promise<Answer> {
  const desk = await arriveAtDesk(visit, { isLocked: true, act: 'note on application' })
  await keepEvent(visit.tx, desk.application.id, 'note', { isInternal: true, text: visit.values.text })
  return redirect(desk.base, { notice: deskWords.noteKept })
}

export async function writeToApplicant(visit: Submission<ValuesOf<typeof noteForm>>): Promise<Answer> {
  const { tx } = visit
  const desk = await arriveAtDesk(visit, { isLocked: true, act: 'write to applicant' })
  await keepEvent(tx, desk.application.id, 'message-to-resident', { text: visit.values.text })
  await tell(visit, desk)
  return redirect(desk.base, { notice: deskWords.noteKept })
}

export async function setStage(visit: Submission<ValuesOf<typeof stageForm>>): Promise<Answer> {
  const { tx, values } = visit
  const desk = await held(visit, 'claim')
  if ('kind' in desk) return desk
  const stage = (await listStages(tx)).find(({ id, procedure }) => id === values.stage && procedure === desk.application.procedure)
  await changeApplication(tx, desk.application.id, { stage: stage?.id ?? null })
  await keepEvent(tx, desk.application.id, 'stage-set', { isInternal: true, text: stage?.label.ja ?? '' })
  return redirect(desk.base, { notice: deskWords.stageSet })
}

/** 補正 (行政手続法第7条): each marked field with its reason; only these can then be changed. */
export async function askCorrection(visit: Seen): Promise<Answer> {
  const { tx, typed } = visit
  const desk = await held(visit, 'ask-correction')
  if ('kind' in desk) return desk
  const { application, version } = desk
  const keys = [...version.pages.flatMap(({ fields }) => fields.map(({ key }) => key)), ...version.documents.map(({ key }) => `document:${key}`)]
  const asked: AskedCorrection[] = keys.flatMap((field) => {
    const reason = textIn(typed, `reason.${field}`).trim()
    return reason === '' ? [] : [{ field, reason }]
  })
  const problem: Phrase<never> | null = asked.length === 0 ? deskWords.askOne : asked.some(({ reason }) => reason.length > APPLICATION_LIMITS.reasonCharacters) ? deskWords.askTooLong : null
  if (problem !== null) return askPage(visit, desk, { typed, problem: visit.voice.say(problem) })
  await changeApplication(tx, application.id, { state: 'correction-asked', asked, correctBy: addOfficeDays(tx.today, CORRECTION_DAYS) })
  await keepEvent(tx, application.id, 'correction-asked', { text: asked.map(({ reason }) => reason).join('\n') })
  tx.publish(facts.correctionAsked, ownerOf(application.id), { procedure: application.procedure, channel: application.channel, fields: asked.length })
  await tell(visit, desk)
  return redirect(desk.base, { notice: deskWords.asked })
}

/** A form without its hidden field, or a note without words: the case again. */
export async function caseAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const [first] = Object.values(visit.problems)
  return casePage(visit, await arriveAtDesk(visit), first === undefined ? {} : { note: visit.voice.say(first.phrase, first.values) })
}

export async function showCaseFile(visit: Visit): Promise<Answer> {
  const desk = await arriveAtDesk(visit, { act: 'open attachment of application' })
  return attachmentAnswer(visit.tx, { owner: ownerOf(desk.application.id), id: visit.params.file ?? '', as: 'preview', basis: `${DESK_BASIS}・${desk.definition.legalBasis}` })
}

/** That there is news: where it is read depends on whether there is an account. */
export async function tell(visit: Visit, { application }: Pick<DeskCase, 'application'>): Promise<void> {
  const { tx, city, client, seal } = visit
  const path = application.accountId === null ? keyedCasePath(seal, application.id) : `/my/applications/${application.id}`
  await tellApplicant(tx, application, { city, kind: 'news', address: client.origin + path })
}
