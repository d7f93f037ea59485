import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { paymentOf } from '#capabilities/payments/payments.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { referenceOf } from '../actions/fees.ts'
import type { CertificateRequest } from '../model.ts'
import { findRequest } from '../store/requests.ts'
import { deskWords } from '../text/desk-words.ts'
import { refusalWords, troubleWords } from '../text/refusal-words.ts'
import { kindWords, wayWords, words } from '../text/words.ts'
import { DESK, deskCrumb } from './desk-frame.ts'
import { renderRequestFacts } from './request-facts.ts'

/** One request as the clerk sees it, with what can be done next. */
export async function showDeskRequest(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const request = await findRequest(tx, params['id'] ?? '')
  if (request === undefined) throw new Fault('not-found')
  const main = html`
    ${renderPageTitle({ title: voice.say(kindWords[request.kind]), kicker: voice.say(wayWords[request.way]) })}
    ${renderWhatHolds(visit, request)}
    ${renderRequestFacts(voice, request)}
    ${renderCluster({ parts: [await renderFee(visit, request), ...renderActions(visit, request)] })}`
  return shown({ title: voice.plain(kindWords[request.kind]), main, area: 'staff', crumbs: [deskCrumb(voice)] })
}

function renderWhatHolds({ voice }: Visit, { endedBecause, trouble, missingSorts }: CertificateRequest): Html {
  if (endedBecause !== null) return renderNotice({ voice, kind: 'warning', title: voice.say(refusalWords[endedBecause]) })
  if (trouble === null) return nothing
  const missing = missingSorts.map((sort) => html`<li><span lang="ja">${sort}</span> <code>${[...sort].map((one) => `U+${(one.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}</code></li>`)
  return renderNotice({ voice, kind: 'error', title: voice.say(troubleWords[trouble]), body: missing.length === 0 ? nothing : html`<p>${voice.say(deskWords.missing)}</p><ul>${missing}</ul>` })
}

function renderActions(visit: Visit, { id, way, issuedAt, printedAt, endedAt, paidAt }: CertificateRequest): Html[] {
  const button = (action: string, label: Phrase<never>, kind: 'primary' | 'secondary' | 'danger') =>
    renderForm({ voice: visit.voice, action: `${DESK}/${action}`, csrfToken: visit.formToken(), hidden: { request: id }, body: nothing, buttons: renderButton({ label: visit.voice.say(label), kind }) })
  if (endedAt !== null) return []
  if (issuedAt === null) return [button('issue-again', deskWords.retry, 'primary'), button('give-up', deskWords.giveUp, 'danger')]
  if (way !== 'counter') return []
  if (printedAt === null) return [button('print', deskWords.print, 'primary'), button('print-failed', deskWords.printFailed, 'danger')]
  return paidAt === null ? [button('print-failed', deskWords.printFailed, 'danger')] : []
}

async function renderFee({ voice, tx }: Visit, { id, way, endedAt }: CertificateRequest): Promise<Html> {
  const payment = way === 'counter' && endedAt === null ? await paymentOf(tx, referenceOf(id)) : undefined
  if (payment === undefined || payment.state !== 'requested' || payment.amountYen === 0) return nothing
  return renderLinkButton({ href: `/staff/payments/requests/${payment.number}`, label: html`${voice.say(deskWords.collect)}: ${voice.say(words.fee, { yen: payment.amountYen })}` })
}
