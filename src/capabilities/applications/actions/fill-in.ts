import { attachmentAnswer, forgetAttachments, removeAttachment, takeIn } from '#capabilities/attachments/attachments.ts'
import { sendMail } from '#capabilities/mail/mail.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { attachForm, detachForm, laterForm, stepForm } from '../forms.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { ownerOf, DESK_BASIS } from '../model.ts'
import { documentsPage } from '../pages/documents.ts'
import { casePath } from '../pages/case-visit.ts'
import { arriveAtDraft, type DraftVisit } from '../pages/draft-visit.ts'
import { laterPage } from '../pages/later.ts'
import { placeIn, stepPage } from '../pages/step.ts'
import { askedDocuments, askedFields, askedPages, onlyAsked } from '../rules/asked-fields.ts'
import { readAnswers } from '../rules/reading.ts'
import { textIn } from '../rules/typed-answers.ts'
import { changeApplication, eraseApplication } from '../store/applications.ts'
import { filingWords } from '../text/filing-words.ts'
import { letterWords } from '../text/letter-words.ts'
import { formWords } from '../text/form-words.ts'
import { words } from '../text/resident-words.ts'

/** Saves a page of the form and goes on; what does not hold comes back with everything typed. */
export async function keepStep(visit: Submission<ValuesOf<typeof stepForm>>): Promise<Answer> {
  const { tx, params, typed, values } = visit
  const draft = await openDraft(visit)
  if ('kind' in draft) return draft
  const place = placeIn(draft, params.page)
  if (place === null) return redirect(`${draft.base}/check`)
  const { answers } = draft.application
  const own = new Set(place.page.fields.map(({ key }) => key))
  const others = Object.fromEntries(Object.entries(answers).filter(([key]) => !own.has(key)))
  const read = readAnswers(place.page.fields, typed, { ...draft.given, answers: others }, values.shown.split(','))
  if (!read.ok) return stepPage(visit, draft, place, { typed, problems: read.problems })
  const all = onlyAsked(draft.version, { ...others, ...read.answers })
  if (JSON.stringify(all).length > APPLICATION_LIMITS.answersCharacters) return stepPage(visit, draft, place, { typed, problems: { [place.page.fields[0]?.key ?? '']: { phrase: formWords.tooMuch } } })
  await changeApplication(tx, draft.application.id, { answers: all })
  if (values.more !== '') return redirect(`${draft.base}/${place.index + 1}?more=${encodeURIComponent(values.more)}#field-${values.more}`)
  // An answer of this page may bring further questions of this page: they are asked before one goes on.
  const isAllShown = askedFields(place.page.fields, all).every(({ key }) => values.shown.split(',').includes(key))
  if (!isAllShown) return redirect(`${draft.base}/${place.index + 1}`, { notice: words.oneMore })
  return redirect(nextPath(draft, all, place.page.key))
}

function nextPath({ version, base }: DraftVisit, answers: DraftVisit['application']['answers'], pageKey: string): string {
  const pages = askedPages(version, answers)
  const next = pages.findIndex(({ key }) => key === pageKey) + 2
  if (next <= pages.length) return `${base}/${next}`
  return askedDocuments(version, answers).length > 0 ? `${base}/documents` : `${base}/check`
}

export async function attachDocument(visit: Submission<ValuesOf<typeof attachForm>>): Promise<Answer> {
  const { tx, values } = visit
  const draft = await openDraft(visit)
  if ('kind' in draft) return draft
  const slot = askedDocuments(draft.version, draft.application.answers).find(({ key }) => key === values.slot)
  if (slot === undefined) return redirect(`${draft.base}/documents`)
  const taken = await takeIn(tx, values.file, { owner: ownerOf(draft.application.id), slot: slot.key }, slot.rules)
  if (!taken.ok) return documentsPage(visit, draft, { slot: slot.key, refusal: taken })
  await changeApplication(tx, draft.application.id, {})
  return redirect(`${draft.base}/documents`, { notice: filingWords.attached })
}

export async function detachDocument(visit: Submission<ValuesOf<typeof detachForm>>): Promise<Answer> {
  const draft = await openDraft(visit)
  if ('kind' in draft) return draft
  await removeAttachment(visit.tx, ownerOf(draft.application.id), visit.values.id)
  return redirect(`${draft.base}/documents`, { notice: filingWords.removed })
}

/** A file of one's own draft. */
export async function showDraftFile(visit: Visit): Promise<Answer> {
  const arrival = await arriveAtDraft(visit)
  const id = arrival.kind === 'draft' ? arrival.draft.application.id : arrival.application.id
  return attachmentAnswer(visit.tx, { owner: ownerOf(id), id: visit.params.file ?? '', as: 'preview', basis: DESK_BASIS })
}

/** Mails the address of the draft to who fills it in: to go on from another device. */
export async function mailDraft(visit: Submission<ValuesOf<typeof laterForm>>): Promise<Answer> {
  const { tx, voice, client, values } = visit
  const draft = await openDraft(visit)
  if ('kind' in draft) return draft
  await changeApplication(tx, draft.application.id, { mail: values.mail })
  await sendMail(tx, {
    to: values.mail, purpose: 'applications.draft', subject: voice.plain(letterWords.draftSubject, { city: voice.plain(visit.city.displayName) }),
    text: voice.plain(letterWords.draftText, { address: `${client.origin}${draft.base}/1`, days: String(APPLICATION_LIMITS.draftDays) }),
  })
  return redirect(`${draft.base}/later`, { notice: words.linkSent })
}

export async function mailDraftAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const draft = await openDraft(visit)
  return 'kind' in draft ? draft : laterPage(visit, draft, { mail: textIn(visit.typed, 'mail'), isWrong: true })
}

export async function discardDraft(visit: Visit): Promise<Answer> {
  const draft = await openDraft(visit)
  if ('kind' in draft) return draft
  const { id, procedure, channel } = draft.application
  await forgetAttachments(visit.tx, ownerOf(id))
  await eraseApplication(visit.tx, id)
  visit.tx.publish(facts.draftAbandoned, `application:${id}`, { procedure, channel })
  return redirect(channel === 'paper' ? '/staff/applications' : '/apply', { notice: words.discarded })
}

/** The draft, held until the action ends; an answer where it has been filed meanwhile. */
export async function openDraft(visit: Visit): Promise<DraftVisit | Answer> {
  const arrival = await arriveAtDraft(visit, { isLocked: true })
  return arrival.kind === 'draft' ? arrival.draft : redirect(casePath(visit.seal, arrival.application), { notice: filingWords.already })
}

