import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { refundableYen } from '../actions/refund.ts'
import { isPayable } from '../rules/fold.ts'
import { listDifferencesOf } from '../store/differences.ts'
import { listReceiptsOf, type Receipt } from '../store/receipts.ts'
import { findValidSlip } from '../store/slips.ts'
import { payWords } from '../text/pay-words.ts'
import { workWords } from '../text/work-words.ts'
import { renderDifference } from './differences.ts'
import { wayText, yenText } from './frame.ts'
import { deskPath, payPath } from './paths.ts'
import type { DeskVisit } from './request.ts'

/** Papers, findings, and what can be done with a request from the desk beside taking cash. */
export async function renderRequestWork(given: DeskVisit): Promise<Html> {
  const { visit, request, standing } = given
  const { voice, tx } = visit
  const receipts = await listReceiptsOf(tx, request.id)
  const open = (await listDifferencesOf(tx, request.id)).filter(({ settledAt }) => settledAt === null)
  const canPay = isPayable(standing.state)
  return renderStack({
    parts: [
      ...open.map((one) => renderDifference(visit, one, request)),
      await renderPapers(given, receipts),
      renderSection({
        heading: voice.say(workWords.work),
        body: renderStack({
          parts: [
            ...standing.receivals.filter((one) => !one.isTakenBack).map((one) => renderRefund(given, one)),
            ...receipts.filter(({ way, voidAsked, voided }) => way === 'cash' && voidAsked === null && voided === null).map((one) => renderVoid(given, one)),
            canPay || standing.state === 'expired' ? renderRenew(given) : nothing,
            canPay ? renderWithReason(given, 'cancel', voice.say(workWords.cancel), null) : nothing,
          ],
        }),
      }),
    ],
    gap: 'large',
  })
}

async function renderPapers({ visit: { voice, tx, formToken }, request, standing }: DeskVisit, receipts: readonly Receipt[]): Promise<Html> {
  const slip = isPayable(standing.state) ? await findValidSlip(tx, request.id) : undefined
  const slipForm = renderForm({ voice, action: `${deskPath(request)}/slip`, csrfToken: formToken(), body: nothing, buttons: renderButton({ label: voice.say(workWords.issueSlip), kind: 'secondary', icon: 'plus' }) })
  return renderSection({
    heading: voice.say(workWords.papers),
    body: renderCluster({
      parts: [
        ...receipts.map(({ number }) => renderLinkButton({ href: `/staff/payments/receipts/${number}.pdf`, label: `${voice.plain(payWords.receiptPdf)} ${number}`, kind: 'secondary', icon: 'print' })),
        slip === undefined ? nothing : renderLinkButton({ href: `${deskPath(request)}/slip.pdf`, label: voice.say(workWords.printSlip), kind: 'secondary', icon: 'print' }),
        isPayable(standing.state) ? slipForm : nothing,
        renderLinkButton({ href: payPath(request), label: voice.say(workWords.payerPage), kind: 'link' }),
      ],
    }),
  })
}

function renderRefund({ visit, request, standing }: DeskVisit, receival: DeskVisit['standing']['receivals'][number]): Html {
  const { voice } = visit
  const most = refundableYen(standing, receival)
  if (most <= 0) return nothing
  const isDouble = standing.surplusYen > 0 && receival.transaction !== standing.counting?.transaction
  const prefix = `refund-${receival.transaction.slice(-12)}`
  return renderPanel({
    level: 3, heading: html`${voice.say(workWords.askRefund)} (${wayText(voice, receival.way)} ${yenText(voice, receival.yen)})`,
    body: html`${isDouble ? renderNotice({ voice, kind: 'warning', title: voice.say(workWords.offerBack, { amount: Math.min(most, standing.surplusYen) }) }) : nothing}
      ${renderForm({
        voice, action: `${deskPath(request)}/refund`, csrfToken: visit.formToken(), hidden: { transaction: receival.transaction },
        body: html`${renderField({ voice, kind: 'number', name: 'yen', idPrefix: prefix, label: voice.say(workWords.refundYen), isRequired: true, value: String(isDouble ? Math.min(most, standing.surplusYen) : most), unit: '円' })}
          ${renderField({ voice, kind: 'text', name: 'reason', idPrefix: prefix, label: voice.say(workWords.reason), hint: voice.say(workWords.reasonHint), isRequired: true })}`,
        buttons: renderButton({ label: voice.say(workWords.askRefund), kind: 'secondary' }),
      })}`,
  })
}

function renderVoid(given: DeskVisit, { number }: Receipt): Html {
  const { voice } = given.visit
  return renderWithReason(given, `receipts/${number}/void`, html`${voice.say(workWords.askVoid)} ${number}`, voice.say(workWords.voidHint))
}

function renderRenew({ visit, request }: DeskVisit): Html {
  const { voice, tx } = visit
  return renderPanel({
    level: 3, heading: voice.say(workWords.renew),
    body: renderForm({
      voice, action: `${deskPath(request)}/renew`, csrfToken: visit.formToken(),
      body: html`${renderField({ voice, kind: 'date', name: 'dueOn', label: voice.say(workWords.newDueOn), hint: voice.say(workWords.renewHint), isRequired: true, earliest: tx.today.add({ days: 1 }).toString() })}
        ${renderField({ voice, kind: 'text', name: 'reason', idPrefix: 'renew', label: voice.say(workWords.reason), hint: voice.say(workWords.reasonHint), isRequired: true })}`,
      buttons: renderButton({ label: voice.say(workWords.renew), kind: 'secondary' }),
    }),
  })
}

function renderWithReason({ visit, request }: DeskVisit, act: string, label: Html, hint: Html | null): Html {
  const { voice } = visit
  return renderPanel({
    level: 3, heading: label,
    body: renderForm({
      voice, action: `${deskPath(request)}/${act}`, csrfToken: visit.formToken(),
      body: html`${hint === null ? nothing : html`<p>${hint}</p>`}
        ${renderField({ voice, kind: 'text', name: 'reason', idPrefix: act.replace(/\W/g, '-'), label: voice.say(workWords.reason), hint: voice.say(workWords.reasonHint), isRequired: true })}`,
      buttons: renderButton({ label, kind: 'secondary' }),
    }),
  })
}
