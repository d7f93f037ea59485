import { timingSafeEqual } from 'node:crypto'
import { renderLinkButton, renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { providerSettings } from '../provider.ts'
import { lineYen, type PaymentLine, type PaymentRequest } from '../model.ts'
import { fold, isPayable, type Standing } from '../rules/fold.ts'
import { numberIn, spokenNumber } from '../rules/payment-number.ts'
import { paymentSettings, type PaymentSettings } from '../rules/settings.ts'
import { listEvents } from '../store/events.ts'
import { listReceiptsOf } from '../store/receipts.ts'
import { findRequest, listLines } from '../store/requests.ts'
import { findValidSlip, type Slip } from '../store/slips.ts'
import { payWords } from '../text/pay-words.ts'
import { dayText, renderDay, said, wayText, yenText } from './frame.ts'
import { payPath, receiptPath } from './paths.ts'

/** A visit to a payer's page by somebody who knows its link. */
export interface PayVisit {
  readonly visit: Visit
  readonly request: PaymentRequest
  readonly standing: Standing
  readonly settings: PaymentSettings
}

/** Whoever does not know the second half of the link learns nothing, not even whether there is such a number. */
export async function payVisit(visit: Visit): Promise<PayVisit> {
  const number = numberIn(visit.params.number ?? '')
  const request = number === undefined ? undefined : await findRequest(visit.tx, { number })
  if (request === undefined || !isSameKey(request.accessKey, visit.params.key ?? '')) throw new Fault('not-found', 'there is no payment at this address')
  return { visit, request, standing: fold(await listEvents(visit.tx, request.id)), settings: paymentSettings(visit.city) }
}

function isSameKey(known: string, given: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** What is asked, the ways to pay it, and how far it is. */
export async function showPayment(visit: Visit): Promise<Answer> {
  return paymentPage(await payVisit(visit))
}

/** The same with a warning on top, where a way could not be gone. */
export async function paymentPage(given: PayVisit, warning: Phrase<never> | null = null, status = 200): Promise<Answer> {
  const { visit, request, standing } = given
  const { voice, tx } = visit
  const lines = await listLines(tx, request.id)
  const slip = await findValidSlip(tx, request.id)
  const receipts = (await listReceiptsOf(tx, request.id)).filter(({ voided }) => voided === null)
  const main = html`${renderPageTitle({ title: said(request.title, voice), kicker: voice.say(payWords.title), facts: html`<strong>${yenText(voice, request.amountYen)}</strong>` })}
    ${renderStack({
      parts: [
        warning === null ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(warning), isAnnounced: true }),
        renderStandingNotice(given, receipts.length > 0),
        given.settings.isInvented ? renderNotice({ voice, kind: 'info', title: voice.say(payWords.invented), body: voice.say(payWords.inventedBody) }) : nothing,
        renderAsked(given, lines),
        isPayable(standing.state) ? renderWays(given, slip) : nothing,
        html`<p class="no-print"><a href="${request.returnPath}">${voice.say(payWords.backToService)}</a></p>`,
      ],
      gap: 'large',
    })}`
  return shown({ title: voice.plain(payWords.title), main, status })
}

function renderStandingNotice({ visit: { voice }, request, standing }: PayVisit, hasReceipt: boolean): Html {
  const notice = (kind: 'info' | 'success' | 'warning', title: Phrase<never>, body: Html, actions: Html = nothing) =>
    renderNotice({ voice, kind, title: voice.say(title), body, actions })
  const receipt = hasReceipt ? renderLinkButton({ href: receiptPath(request), label: voice.say(payWords.receipt), kind: 'secondary', icon: 'document' }) : nothing
  switch (standing.state) {
    case 'requested':
    case 'way-chosen':
      return renderNotice({ voice, kind: 'info', title: voice.say(payWords.askedTitle, { day: dayText(voice, request.dueOn) }), body: voice.say(payWords.askedBody) })
    case 'failed':
      return notice('warning', payWords.failedTitle, voice.say(payWords.failedBody))
    case 'authorised':
      return notice('info', payWords.waitingTitle, voice.say(payWords.waitingBody))
    case 'paid':
      return html`${notice('success', payWords.paidTitle, voice.say(standing.isWaived ? payWords.waivedBody : payWords.paidBody), receipt)}${renderSurplus(voice, standing)}`
    case 'expired':
      return notice('warning', payWords.expiredTitle, voice.say(payWords.expiredBody))
    case 'cancelled':
      return html`${notice('info', payWords.cancelledTitle, voice.say(payWords.cancelledBody))}${renderSurplus(voice, standing)}`
    case 'refunded':
      return notice('info', payWords.refundedTitle, voice.say(payWords.refundedBody, { amount: standing.refundedYen }), receipt)
    default:
      return assertNever(standing.state)
  }
}

function renderSurplus(voice: Visit['voice'], { surplusYen }: Standing): Html {
  if (surplusYen === 0) return nothing
  return renderNotice({ voice, kind: 'info', title: voice.say(payWords.surplusTitle), body: voice.say(payWords.surplusBody, { amount: surplusYen }) })
}

function renderAsked({ visit: { voice }, request, standing }: PayVisit, lines: readonly PaymentLine[]): Html {
  const { counting } = standing
  return renderSection({
    heading: voice.say(payWords.lines),
    body: html`${renderLines(voice, request, lines)}
      ${renderFactsList({
        facts: [
          { term: voice.say(payWords.number), description: [html`<strong>${spokenNumber(request.number)}</strong>`, voice.say(payWords.numberHint)] },
          { term: voice.say(payWords.dueOn), description: renderDay(voice, request.dueOn) },
          ...(counting === null ? [] : [
            { term: voice.say(payWords.paidOn), description: renderDay(voice, counting.paidOn) },
            { term: voice.say(payWords.way), description: wayText(voice, counting.way) },
          ]),
        ],
      })}`,
  })
}

/** Fee × quantity − reduction, line by line; also on the desk. */
export function renderLines(voice: Visit['voice'], request: PaymentRequest, lines: readonly PaymentLine[]): Html {
  return html`${renderTable({
    caption: voice.say(payWords.lines),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(payWords.item) }, { heading: voice.say(payWords.unitPrice), isNumeric: true }, { heading: voice.say(payWords.quantity), isNumeric: true },
      { heading: voice.say(payWords.reduction), isNumeric: true }, { heading: voice.say(payWords.lineTotal), isNumeric: true },
    ],
    rows: lines.map((line) => [
      said(line.label, voice), yenText(voice, line.unitYen), voice.number(line.quantity), line.offYen === 0 ? '–' : yenText(voice, -line.offYen), yenText(voice, lineYen(line)),
    ]),
  })}
    <p><strong>${voice.say(payWords.total)} ${yenText(voice, request.amountYen)}</strong></p>`
}

function renderWays(given: PayVisit, slip: Slip | undefined): Html {
  const { visit: { voice }, request, settings } = given
  return renderSection({
    heading: voice.say(payWords.ways),
    body: renderStack({
      parts: [
        isCardOffered(given) ? renderCardWay(given) : nothing,
        settings.slipIssuer !== undefined && request.amountYen <= settings.slipMostYen ? renderSlipWay(given, slip) : nothing,
        renderPanel({ level: 3, heading: voice.say(payWords.cashTitle), body: html`<p>${voice.say(payWords.cashBody)}</p>` }),
        html`<p>${voice.say(payWords.noApp)}</p>`,
      ],
    }),
  })
}

/** Only where there is a provider, and up to the amount agreed with it. */
export function isCardOffered({ visit, request, settings }: PayVisit): boolean {
  return request.amountYen <= settings.cardMostYen && providerSettings(visit) !== null
}

function renderCardWay({ visit, request, settings }: PayVisit): Html {
  const { voice } = visit
  return renderPanel({
    level: 3, heading: voice.say(payWords.cardTitle),
    body: renderForm({
      voice, action: `${payPath(request)}/card`, csrfToken: visit.formToken(),
      body: html`<p>${voice.say(payWords.cardBody, { most: settings.cardMostYen })}</p><p><strong>${voice.say(payWords.cardReceipt)}</strong></p>`,
      buttons: renderButton({ label: voice.say(payWords.cardButton), icon: 'card' }),
    }),
  })
}

function renderSlipWay({ visit, request, settings }: PayVisit, slip: Slip | undefined): Html {
  const { voice } = visit
  const terms = html`<p>${voice.say(payWords.slipBody, { most: settings.slipMostYen })}</p><p>${voice.say(payWords.slipReceipt)}</p>`
  const body = slip === undefined
    ? renderForm({ voice, action: `${payPath(request)}/slip`, csrfToken: visit.formToken(), body: terms, buttons: renderButton({ label: voice.say(payWords.slipButton), kind: 'secondary', icon: 'print' }) })
    : html`${terms}<p>${voice.say(payWords.slipValid, { day: dayText(voice, slip.validUntil) })}</p>
      ${renderLinkButton({ href: `${payPath(request)}/slip.pdf`, label: voice.say(payWords.slipOpen), kind: 'secondary', icon: 'document' })}`
  return renderPanel({ level: 3, heading: voice.say(payWords.slipTitle), body })
}
