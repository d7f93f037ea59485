import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { paymentOf } from '#capabilities/payments/payments.ts'
import { personMeant } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { feeFor, referenceOf } from '../actions/fees.ts'
import { askForCopy } from '../actions/read-register.ts'
import { CERTIFICATE_KINDS, type CertificateRequest, type Refusal } from '../model.ts'
import { findRequest, listOfAccount } from '../store/requests.ts'
import { refusalWords } from '../text/refusal-words.ts'
import { kindWords, words } from '../text/words.ts'
import { renderChoiceFields, type Sent } from './choice-fields.ts'
import { renderRequestFacts, renderState } from './request-facts.ts'

/** Where a resident asks for papers, and finds those that were asked for. */
export function showMyCertificates(visit: Visit): Promise<Answer> {
  return myPage(visit, nothing)
}

export function askAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return myPage(visit, nothing, visit, 422)
}

/** The form once more, with the reason why nothing would be issued; everything chosen stays. */
export function showRefusedForm(visit: Submission<Record<string, unknown>>, refusal: Refusal): Promise<Answer> {
  const { voice } = visit
  const notice = renderNotice({ voice, kind: 'warning', isAnnounced: true, title: voice.say(words.cannotNow), body: voice.say(refusalWords[refusal]) })
  return myPage(visit, notice, visit, 422)
}

async function myPage(visit: Visit, notice: Html, sent?: Sent, status = 200): Promise<Answer> {
  const { voice, tx, actor } = visit
  if (actor.resident === null) throw new Fault('forbidden')
  const requests = await listOfAccount(tx, actor.resident.accountId)
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${notice}
    ${await renderApplication(visit, sent)}
    ${renderHeading({ level: 2, content: voice.say(words.mine) })}
    ${requests.length === 0 ? renderEmpty({ icon: 'document', title: voice.say(words.noneYet), body: voice.say(words.noneYetBody) }) : renderTable({
      caption: voice.say(words.mine), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.kind) }, { heading: voice.say(words.state), width: 'narrow' }, { heading: voice.say(words.requestedAt), width: 'narrow' }],
      rows: requests.map((request) => [html`<a href="/my/certificates/${request.id}">${voice.say(kindWords[request.kind])}</a>`, renderState(voice, request), minuteOf(request.requestedAt)]),
    })}`
  return shown({ title: voice.plain(words.title), main, status, crumbs: [myCrumb(voice)] })
}

function myCrumb(voice: Voice): Crumb {
  return { href: '/my', label: voice.say(words.myPage) }
}

async function renderApplication(visit: Visit, sent: Sent | undefined): Promise<Html> {
  const { voice, tx, actor, formToken } = visit
  const personId = personMeant(actor)
  if (personId === null) return renderNotice({ voice, kind: 'info', title: voice.say(words.notMatched), body: voice.say(words.notMatchedBody) })
  const copy = await askForCopy(tx, personId)
  if (copy === 'unavailable' || copy === null) {
    const refusal = copy === null ? 'not-registered' : 'register-unavailable'
    return renderNotice({ voice, kind: 'warning', title: voice.say(words.cannotNow), body: voice.say(refusalWords[refusal]) })
  }
  const fees: Html[] = []
  for (const kind of CERTIFICATE_KINDS) {
    const fee = await feeFor(tx, kind, 'online')
    if (fee !== null) fees.push(html`<li>${voice.say(kindWords[kind])}: ${voice.say(words.fee, { yen: fee.yen })}</li>`)
  }
  return renderForm({
    voice, action: '/my/certificates', csrfToken: formToken(),
    body: renderStack({ gap: 'large', parts: [...renderChoiceFields(voice, copy, sent), html`<p>${voice.say(words.fees)}</p><ul>${fees}</ul>`] }),
    buttons: renderButton({ label: voice.say(words.apply) }),
  })
}

const REFRESH_SECONDS = 2

/** One request of the resident's own: what it waits for, and the file. */
export async function showMyRequest(visit: Visit): Promise<Answer> {
  const { voice, tx, actor, params } = visit
  const request = await findRequest(tx, params['id'] ?? '')
  if (request === undefined || request.accountId === null || request.accountId !== actor.resident?.accountId) throw new Fault('not-found')
  const isBeingMade = request.endedAt === null && request.issuedAt === null && request.trouble === null && request.paidAt !== null
  const main = html`
    ${renderPageTitle({ title: voice.say(kindWords[request.kind]), kicker: voice.say(words.request) })}
    ${await renderNext(visit, request)}
    ${renderRequestFacts(voice, request)}`
  return shown({
    title: voice.plain(kindWords[request.kind]), main, crumbs: [myCrumb(voice), { href: '/my/certificates', label: voice.say(words.title) }],
    ...(isBeingMade ? { refreshSeconds: REFRESH_SECONDS } : {}),
  })
}

async function renderNext({ voice, tx, formToken }: Visit, request: CertificateRequest): Promise<Html> {
  const { id, endedAt, endedBecause, issuedAt, paidAt, trouble } = request
  if (endedAt !== null) {
    const body = html`<p>${voice.say(refusalWords[endedBecause ?? 'withdrawn'])}</p>${paidAt === null ? nothing : html`<p>${voice.say(words.refundFollows)}</p>`}`
    return renderNotice({ voice, kind: 'warning', title: voice.say(words.ended), body })
  }
  if (issuedAt !== null) {
    return html`${renderNotice({ voice, kind: 'success', title: voice.say(words.ready), body: voice.say(words.keptUntil) })}
      ${renderForm({ voice, action: '/my/certificates/paper', csrfToken: formToken(), hidden: { request: id }, body: nothing, buttons: renderButton({ label: voice.say(words.fetch) }) })}`
  }
  if (paidAt !== null) return renderNotice({ voice, kind: 'info', title: voice.say(trouble === null ? words.beingMade : words.waitsForClerk), body: voice.say(words.beingMadeBody) })
  const payment = await paymentOf(tx, referenceOf(id))
  const pay = payment === undefined ? nothing : renderLinkButton({ href: payment.path, label: voice.say(words.pay) })
  return renderNotice({ voice, kind: 'info', title: voice.say(words.waitsForPayment), actions: pay })
}
