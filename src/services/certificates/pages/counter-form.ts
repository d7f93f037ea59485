import { renderButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import type { RecordCopy } from '#capabilities/residents/record-copy.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { askForCopy } from '../actions/read-register.ts'
import { APPLICANT_KINDS, CERTIFICATE_LIMITS, IDENTITY_DOCUMENTS, type Refusal } from '../model.ts'
import { deskWords } from '../text/desk-words.ts'
import { refusalWords } from '../text/refusal-words.ts'
import { applicantWords, documentWords, words } from '../text/words.ts'
import { errorOf, renderChoiceFields, valueOf, type Sent } from './choice-fields.ts'
import { DESK, deskCrumb, personPath } from './desk-frame.ts'

export function showCounterForm(visit: Visit): Promise<Answer> {
  return counterPage(visit, visit.params['id'] ?? '', nothing)
}

export function askCounterAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return counterPage(visit, valueOf(visit, 'person').value ?? '', nothing, visit)
}

export function showRefusedCounterForm(visit: Submission<Record<string, unknown>>, refusal: Refusal): Promise<Answer> {
  const { voice } = visit
  return counterPage(visit, valueOf(visit, 'person').value ?? '', renderNotice({ voice, kind: 'warning', isAnnounced: true, title: voice.say(words.ended), body: voice.say(refusalWords[refusal]) }), visit)
}

/** Who a person is whose papers the clerk makes; whoever is hidden from the clerk is not there. */
export async function getPerson({ tx }: Pick<Visit, 'tx'>, personId: string): Promise<{ readonly copy: RecordCopy; readonly person: RecordCopy['people'][number] }> {
  const copy = isUuid(personId) ? await askForCopy(tx, personId) : null
  if (copy === 'unavailable') throw new Fault('unavailable', 'nobody in this city answers for the register')
  const person = copy?.people.find(({ id }) => id === personId)
  if (copy === null || person === undefined) throw new Fault('not-found')
  return { copy, person }
}

async function counterPage(visit: Visit, personId: string, notice: Html, sent?: Sent): Promise<Answer> {
  const { voice, formToken } = visit
  const { copy, person } = await getPerson(visit, personId)
  const main = html`
    ${renderPageTitle({ title: voice.say(deskWords.newRequest), lead: person.name })}
    ${notice}
    ${renderForm({
      voice, action: `${DESK}/issue`, csrfToken: formToken(), hidden: { person: personId },
      body: renderStack({ gap: 'large', parts: [...renderApplicantFields(visit, sent), ...renderChoiceFields(voice, copy, sent), renderReduction(visit, sent)] }),
      buttons: renderButton({ label: voice.say(deskWords.issue) }),
    })}`
  return shown({ title: voice.plain(deskWords.newRequest), main, area: 'staff', status: sent === undefined ? 200 : 422, crumbs: [deskCrumb(voice), { href: personPath(personId), label: person.name }] })
}

function renderApplicantFields({ voice }: Visit, sent: Sent | undefined): Html[] {
  return [
    renderField({ voice, kind: 'radios', name: 'applicantKind', label: voice.say(deskWords.applicant), isRequired: true, choices: APPLICANT_KINDS.map((value) => ({ value, label: voice.say(applicantWords[value]) })), ...valueOf(sent, 'applicantKind'), ...errorOf(voice, sent, 'applicantKind') }),
    renderField({ voice, kind: 'text', name: 'applicantName', label: voice.say(deskWords.applicantName), isRequired: true, ...valueOf(sent, 'applicantName'), ...errorOf(voice, sent, 'applicantName') }),
    renderField({ voice, kind: 'radios', name: 'document', label: voice.say(deskWords.document), isRequired: true, choices: IDENTITY_DOCUMENTS.map((value) => ({ value, label: voice.say(documentWords[value]) })), ...valueOf(sent, 'document'), ...errorOf(voice, sent, 'document') }),
    renderField({ voice, kind: 'textarea', name: 'reason', label: voice.say(deskWords.reason), hint: voice.say(deskWords.reasonHint), isRequired: false, rows: 2, limit: CERTIFICATE_LIMITS.reasonCharacters, ...valueOf(sent, 'reason'), ...errorOf(voice, sent, 'reason') }),
  ]
}

function renderReduction({ voice }: Visit, sent: Sent | undefined): Html {
  return renderField({ voice, kind: 'text', name: 'reduction', label: voice.say(deskWords.reduction), isRequired: false, width: 'short', ...valueOf(sent, 'reduction'), ...errorOf(voice, sent, 'reduction') })
}
