import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { may } from '#kernel/access/actor.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { spokenNumber } from '../rules/payment-number.ts'
import { listVoidsAsked, type Receipt } from '../store/receipts.ts'
import { listRefunds, type Refund } from '../store/refunds.ts'
import { findRequest } from '../store/requests.ts'
import { payWords } from '../text/pay-words.ts'
import { workWords } from '../text/work-words.ts'
import { DESK_BASIS, deskCrumb, renderMinute, yenText } from './frame.ts'
import { deskPath } from './paths.ts'

const REFUNDS_SHOWN = 200

/** What waits for a second person, for the till or for the bank. */
export async function showRefunds(visit: Visit): Promise<Answer> {
  return refundsPage(visit)
}

export async function refundsPage(visit: Visit, warning: Html | null = null): Promise<Answer> {
  const { voice, tx } = visit
  const refunds = await listRefunds(tx, ['asked', 'approved', 'failed'], REFUNDS_SHOWN)
  const voids = await listVoidsAsked(tx)
  await tx.note({ act: 'list refunds', subject: 'payments', basis: DESK_BASIS })
  const panels = []
  for (const refund of refunds) panels.push(await renderRefund(visit, refund))
  const voidPanels = []
  for (const receipt of voids) voidPanels.push(await renderVoid(visit, receipt))
  const main = html`${renderPageTitle({
      title: voice.say(workWords.refunds), lead: voice.say(workWords.refundsLead),
      actions: renderLinkButton({ href: '/staff/payments/refunds/transfers.xlsx', label: voice.say(workWords.transferList), kind: 'secondary', icon: 'download' }),
    })}
    ${renderStack({
      parts: [
        warning === null ? nothing : renderNotice({ voice, kind: 'warning', title: warning, isAnnounced: true }),
        panels.length === 0 ? renderEmpty({ icon: 'money', title: voice.say(workWords.noRefunds) }) : renderStack({ parts: panels }),
        voidPanels.length === 0 ? nothing : renderSection({ heading: voice.say(workWords.voids), body: renderStack({ parts: voidPanels }) }),
      ],
      gap: 'large',
    })}`
  return shown({ title: voice.plain(workWords.refunds), main, area: 'staff', crumbs: [deskCrumb(voice)], status: warning === null ? 200 : 409 })
}

async function renderRefund(visit: Visit, refund: Refund): Promise<Html> {
  const { voice, tx } = visit
  const request = await findRequest(tx, { id: refund.requestId })
  if (request === undefined) return nothing
  const tone = refund.state === 'failed' ? 'error' : refund.state === 'approved' ? 'success' : 'warning'
  return renderPanel({
    heading: html`<a href="${deskPath(request)}">${spokenNumber(request.number)}</a> ${yenText(voice, refund.yen)}`,
    body: html`${renderFactsList({
        facts: [
          { term: voice.say(workWords.means), description: html`${voice.say(workWords[`means-${refund.means}`])} ${renderBadge({ label: voice.say(workWords[`state-${refund.state}`]), tone })}` },
          { term: voice.say(workWords.reason), description: refund.reason },
          { term: voice.say(workWords.askedBy), description: html`${refund.askedByName || voice.say(workWords.aService)} ${renderMinute(refund.askedAt)}` },
          ...(refund.problem === '' ? [] : [{ term: voice.say(workWords.outcome), description: refund.problem }]),
          ...(refund.accountSealed === null ? [] : [{ term: voice.say(workWords.account), description: voice.say(workWords.accountKept) }]),
        ],
      })}
      ${renderNext(visit, refund)}`,
  })
}

/** What this person may do next with it. */
function renderNext(visit: Visit, refund: Refund): Html {
  const { voice, actor, tx } = visit
  const path = `/staff/payments/refunds/${refund.id}`
  const form = (act: string, body: Html, label: Html) =>
    renderForm({ voice, action: `${path}/${act}`, csrfToken: visit.formToken(), body, buttons: renderButton({ label, kind: 'secondary' }) })
  if (refund.state === 'asked') return may(actor, 'payments-approver') ? renderDecision(visit, `${path}/decide`, refund.id, refund.askedBy === actor.id) : nothing
  if (refund.state !== 'approved') return nothing
  if (refund.means === 'cash') return may(actor, 'cashier') ? form('pay-out', nothing, voice.say(workWords.payOut)) : nothing
  if (refund.means === 'card') return nothing
  const prefix = refund.id.slice(0, 8)
  return html`${refund.accountSealed === null ? form('account', renderField({ voice, kind: 'text', name: 'account', idPrefix: prefix, label: voice.say(workWords.account), hint: voice.say(workWords.accountHint), isRequired: true }), voice.say(workWords.keepAccount)) : nothing}
    ${form('transferred', renderField({ voice, kind: 'date', name: 'on', idPrefix: prefix, label: voice.say(workWords.transferredOn), isRequired: true, value: tx.today.toString() }), voice.say(workWords.transferred))}`
}

async function renderVoid(visit: Visit, receipt: Receipt): Promise<Html> {
  const { voice, tx, actor } = visit
  const request = await findRequest(tx, { id: receipt.requestId })
  if (request === undefined || receipt.voidAsked === null) return nothing
  return renderPanel({
    level: 3, heading: html`${voice.say(payWords.receipt)} ${receipt.number} ${yenText(voice, receipt.yen)}`,
    body: html`${renderFactsList({
        facts: [
          { term: voice.say(payWords.number), description: html`<a href="${deskPath(request)}">${spokenNumber(request.number)}</a>` },
          { term: voice.say(workWords.reason), description: receipt.voidAsked.reason },
          { term: voice.say(workWords.askedBy), description: html`${receipt.voidAsked.byName} ${renderMinute(receipt.voidAsked.at)}` },
        ],
      })}
      ${may(actor, 'payments-approver') ? renderDecision(visit, `/staff/payments/receipts/${receipt.number}/void`, receipt.number, receipt.voidAsked.by === actor.id) : nothing}`,
  })
}

function renderDecision(visit: Visit, action: string, key: string, isOwn: boolean): Html {
  const { voice } = visit
  if (isOwn) return renderNotice({ voice, kind: 'info', title: voice.say(workWords.samePerson) })
  return renderForm({
    voice, action, csrfToken: visit.formToken(),
    body: renderField({ voice, kind: 'text', name: 'reason', idPrefix: `decide-${key.slice(0, 12)}`, label: voice.say(workWords.reason), isRequired: false }),
    buttons: html`${renderButton({ label: voice.say(workWords.approve), name: 'answer', value: 'approve' })}${renderButton({ label: voice.say(workWords.refuse), name: 'answer', value: 'refuse', kind: 'danger' })}`,
  })
}
