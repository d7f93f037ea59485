import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { formatJapaneseDate } from '#kernel/values/era.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { IDENTITY_DOCUMENTS, STOP_REASONS } from '../model.ts'
import { findSeal, isBarred, type Seal } from '../store/seals.ts'
import { findStop, type Stop } from '../store/stops.ts'
import { deskWords } from '../text/desk-words.ts'
import { sealWords } from '../text/seal-words.ts'
import { documentWords, stopWords } from '../text/words.ts'
import { errorOf, valueOf, type Sent } from './choice-fields.ts'
import { getPerson } from './counter-form.ts'
import { DESK, deskCrumb, personPath } from './desk-frame.ts'

/** What a clerk does for one person: issue, stop, register a seal. */
export function showPerson(visit: Visit): Promise<Answer> {
  return personPage(visit, visit.params['id'] ?? '', nothing)
}

export function askPersonAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return personPage(visit, valueOf(visit, 'person').value ?? '', nothing, visit)
}

export function showRefusedSeal(visit: Submission<Record<string, unknown>>, personId: string, phrase: Phrase<never>): Promise<Answer> {
  return personPage(visit, personId, renderNotice({ voice: visit.voice, kind: 'error', isAnnounced: true, title: visit.voice.say(phrase) }), visit)
}

async function personPage(visit: Visit, personId: string, notice: Html, sent?: Sent): Promise<Answer> {
  const { voice, tx } = visit
  const { copy, person } = await getPerson(visit, personId)
  const [stop, seal, isBarredNow] = [await findStop(tx, personId), await findSeal(tx, personId), await isBarred(tx, personId)]
  const main = html`
    ${renderPageTitle({ title: person.name, kicker: voice.say(deskWords.person), actions: renderLinkButton({ href: `${personPath(personId)}/issue`, label: voice.say(deskWords.newRequest) }) })}
    ${notice}
    ${stop === undefined ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(deskWords.stoppedSince), body: html`${voice.say(stopWords[stop.reason])} ${minuteOf(stop.begunAt)}` })}
    ${renderFactsList({ facts: [{ term: voice.say(deskWords.birthDate), description: formatJapaneseDate(person.birthDate) }, { term: voice.say(deskWords.address), description: copy.household.address }] })}
    ${renderHeading({ level: 2, content: voice.say(sealWords.title) })}
    ${seal === undefined ? renderRegistration(visit, personId, isBarredNow, sent) : renderSeal(visit, personId, seal)}
    ${renderHeading({ level: 2, content: voice.say(deskWords.stop) })}
    ${renderStop(visit, personId, stop)}`
  return shown({ title: person.name, main, area: 'staff', status: sent === undefined ? 200 : 422, crumbs: [deskCrumb(voice)] })
}

function renderSeal(visit: Visit, personId: string, seal: Seal): Html {
  const { voice } = visit
  const facts = [
    { term: voice.say(sealWords.number), description: seal.number },
    { term: voice.say(sealWords.size), description: `${seal.widthTenths / 10} × ${seal.heightTenths / 10} mm` },
    { term: voice.say(sealWords.registeredAt), description: minuteOf(seal.registeredAt) },
  ]
  return html`${renderFactsList({ facts })}${renderCluster({ parts: [
    renderPersonButton(visit, personId, 'seals/end', sealWords.end, 'danger'),
    renderPersonButton(visit, personId, 'seals/lost', sealWords.endLost, 'danger'),
    renderPersonButton(visit, personId, 'seals/bar', sealWords.bar, 'danger'),
  ] })}`
}

function renderRegistration(visit: Visit, personId: string, isBarredNow: boolean, sent: Sent | undefined): Html {
  const { voice, formToken } = visit
  if (isBarredNow) return html`${renderNotice({ voice, kind: 'warning', title: voice.say(sealWords.barred) })}${renderPersonButton(visit, personId, 'seals/unbar', sealWords.liftBar, 'secondary')}`
  const fields = [
    renderField({ voice, kind: 'text', name: 'applicantName', label: voice.say(deskWords.applicantName), isRequired: true, ...valueOf(sent, 'applicantName'), ...errorOf(voice, sent, 'applicantName') }),
    renderField({ voice, kind: 'radios', name: 'document', label: voice.say(deskWords.document), isRequired: true, choices: IDENTITY_DOCUMENTS.map((value) => ({ value, label: voice.say(documentWords[value]) })), ...valueOf(sent, 'document'), ...errorOf(voice, sent, 'document') }),
    renderField({ voice, kind: 'file', name: 'impression', label: voice.say(sealWords.impression), hint: voice.say(sealWords.impressionHint), isRequired: true, accept: '.png,image/png', ...errorOf(voice, sent, 'impression') }),
    renderField({ voice, kind: 'number', name: 'dotsPerInch', label: voice.say(sealWords.dotsPerInch), hint: voice.say(sealWords.dotsPerInchHint), isRequired: true, ...valueOf(sent, 'dotsPerInch'), ...errorOf(voice, sent, 'dotsPerInch') }),
  ]
  return html`${renderForm({
    voice, action: `${DESK}/seals`, csrfToken: formToken(), hidden: { person: personId }, hasFiles: true,
    body: renderStack({ gap: 'large', parts: fields }), buttons: renderButton({ label: voice.say(sealWords.register) }),
  })}${renderPersonButton(visit, personId, 'seals/bar', sealWords.bar, 'danger')}`
}

function renderStop(visit: Visit, personId: string, stop: Stop | undefined): Html {
  const { voice, formToken } = visit
  if (stop !== undefined) {
    return renderForm({ voice, action: `${DESK}/resume`, csrfToken: formToken(), hidden: { person: personId, stop: stop.id }, body: nothing, buttons: renderButton({ label: voice.say(deskWords.endStop), kind: 'secondary' }) })
  }
  return renderForm({
    voice, action: `${DESK}/stop`, csrfToken: formToken(), hidden: { person: personId },
    body: renderField({ voice, kind: 'radios', name: 'reason', idPrefix: 'stop', label: voice.say(deskWords.stopReason), isRequired: true, choices: STOP_REASONS.map((value) => ({ value, label: voice.say(stopWords[value]) })) }),
    buttons: renderButton({ label: voice.say(deskWords.beginStop), kind: 'danger' }),
  })
}

function renderPersonButton({ voice, formToken }: Visit, personId: string, action: string, label: Phrase<never>, kind: 'secondary' | 'danger'): Html {
  return renderForm({ voice, action: `${DESK}/${action}`, csrfToken: formToken(), hidden: { person: personId }, body: nothing, buttons: renderButton({ label: voice.say(label), kind, size: 'small' }) })
}
