import { attachmentsOf } from '#capabilities/attachments/attachments.ts'
import type { AttachmentRefusal } from '#capabilities/attachments/model.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { givenFor } from '../actions/given.ts'
import { ownerOf, type Given } from '../model.ts'
import type { DocumentSlot, ProcedureField, ProcedureVersion } from '../procedure.ts'
import { fieldOf } from '../rules/asked-fields.ts'
import { findProcedure } from '../rules/desks.ts'
import { versionNamed } from '../rules/seasons.ts'
import { typedAnswers } from '../rules/typed-answers.ts'
import { filingWords } from '../text/filing-words.ts'
import { arriveAtCase, type CaseVisit } from './case-visit.ts'
import { problemLinks, renderProcedureField } from './fields.ts'

/** What is to be put right, with all that the answers need. */
export interface CorrectVisit extends CaseVisit {
  readonly version: ProcedureVersion
  readonly given: Given
  readonly fields: readonly ProcedureField[]
  readonly slots: readonly DocumentSlot[]
}

export async function arriveAtCorrection(visit: Visit, terms: { isLocked?: boolean } = {}): Promise<CorrectVisit> {
  const arrival = await arriveAtCase(visit, terms)
  const { application } = arrival
  const definition = findProcedure(visit.directory.parts, application.procedure)?.definition
  const version = definition === undefined ? undefined : versionNamed(definition, application.version)
  if (version === undefined) throw new Fault('unavailable', 'the procedure is not offered any more')
  const given = await givenFor(visit, application.personId, application.answers)
  return {
    ...arrival, version, given,
    fields: application.asked.flatMap(({ field }) => fieldOf(version, field) ?? []),
    slots: version.documents.filter(({ key }) => application.asked.some(({ field }) => field === `document:${key}`)),
  }
}

export async function showCorrect(visit: Visit): Promise<Answer> {
  const correct = await arriveAtCorrection(visit)
  if (correct.application.state !== 'correction-asked') return redirect(correct.base)
  return correctPage(visit, correct, { typed: typedAnswers(correct.fields, correct.application.answers), problems: {} })
}

export async function showCorrectAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showCorrect(visit)
}

interface CorrectContent {
  readonly typed: Typed
  readonly problems: FormProblems
  readonly refused?: { readonly slot: string; readonly refusal: AttachmentRefusal }
}

/** Only what the officer marked, each with the reason beside it. */
export async function correctPage(visit: Visit, correct: CorrectVisit, { typed, problems, refused }: CorrectContent): Promise<Answer> {
  const { voice, tx } = visit
  const { application, base, fields, slots, given } = correct
  const files = await attachmentsOf(tx, ownerOf(application.id))
  const reasonOf = (key: string) => renderNotice({ voice, kind: 'info', title: voice.say(filingWords.officeSays), body: application.asked.find(({ field }) => field === key)?.reason })
  const main = html`${renderPageTitle({ title: voice.say(filingWords.correctTitle), kicker: application.number, lead: voice.say(filingWords.correctLead) })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderErrorSummary({ voice, errors: problemLinks(voice, problems, fields) }),
        ...slots.map((slot) => renderSlot(visit, correct, slot, { reason: reasonOf(`document:${slot.key}`), names: files.filter((file) => file.slot === slot.key).map(({ fileName }) => fileName), refusal: refused?.slot === slot.key ? refused.refusal : undefined })),
        renderForm({
          voice, action: `${base}/correct`, csrfToken: visit.formToken(), hidden: { seen: String(application.edition) },
          body: fields.map((field) => html`${reasonOf(field.key)} ${renderProcedureField(field, { voice, given, typed, problems })}`),
          buttons: renderButton({ label: voice.say(filingWords.sendCorrection) }),
        }),
      ],
    })}`
  const status = Object.keys(problems).length > 0 || refused !== undefined ? 422 : 200
  return shown({ title: voice.plain(filingWords.correctTitle), main, status, isSecret: true, crumbs: [{ href: base, label: application.number }] })
}

function renderSlot(visit: Visit, { base }: CorrectVisit, slot: DocumentSlot, { reason, names, refusal }: { reason: Html; names: readonly string[]; refusal: AttachmentRefusal | undefined }): Html {
  const { voice } = visit
  return renderPanel({
    heading: voice.say(slot.title),
    body: html`${reason} ${names.length === 0 ? nothing : html`<ul>${names.map((name) => html`<li>${name}</li>`)}</ul>`}
      ${renderForm({
        voice, action: `${base}/files`, csrfToken: visit.formToken(), hidden: { slot: slot.key }, hasFiles: true,
        body: renderField({ voice, kind: 'file', name: 'file', idPrefix: slot.key, label: voice.say(slot.title), hint: voice.say(slot.hint), isRequired: true, ...(refusal === undefined ? {} : { error: voice.say(refusal.phrase, refusal.values) }) }),
        buttons: renderButton({ label: voice.say(filingWords.attach), kind: 'secondary', icon: 'upload' }),
      })}`,
  })
}
