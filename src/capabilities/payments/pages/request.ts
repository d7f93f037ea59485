import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { PaymentRequest } from '../model.ts'
import { fold, isPayable, type Standing } from '../rules/fold.ts'
import { numberIn, spokenNumber } from '../rules/payment-number.ts'
import { listEvents, type KeptEvent } from '../store/events.ts'
import { findRequest, listLines } from '../store/requests.ts'
import { findTill } from '../store/tills.ts'
import { deskWords } from '../text/desk-words.ts'
import { payWords } from '../text/pay-words.ts'
import { DESK_BASIS, deskCrumb, renderDay, renderMinute, renderState, said, wayText, yenText } from './frame.ts'
import { renderHistory } from './history.ts'
import { renderLines } from './pay.ts'
import { deskPath } from './paths.ts'
import { renderRequestWork } from './request-work.ts'

/** A look at one request from the desk. */
export interface DeskVisit {
  readonly visit: Visit
  readonly request: PaymentRequest
  readonly events: readonly KeptEvent[]
  readonly standing: Standing
}

export async function deskVisit(visit: Visit): Promise<DeskVisit> {
  const number = numberIn(visit.params.number ?? '')
  const request = number === undefined ? undefined : await findRequest(visit.tx, { number })
  if (request === undefined) throw new Fault('not-found', 'there is no request of this number')
  await visit.tx.note({ act: 'see payment', subject: `payment:${request.id}`, basis: DESK_BASIS })
  const events = await listEvents(visit.tx, request.id)
  return { visit, request, events, standing: fold(events) }
}

/** Everything about a request on one screen, so that a telephone call can be answered from it. */
export async function showRequest(visit: Visit): Promise<Answer> {
  const given = await deskVisit(visit)
  const change = changeYen(given)
  return requestPage(given, change > 0 ? { good: visit.voice.say(deskWords.change, { change }) } : {})
}

/** What the clerk hands back, said until the next page is opened: the amount given stands in the address. */
function changeYen({ visit: { query }, standing: { counting } }: DeskVisit): number {
  return counting?.way === 'cash' && /^\d{1,7}$/.test(query['given'] ?? '') ? Number(query['given']) - counting.yen : 0
}

/** The same with a sentence on top; a refusal comes with 422 or 409 and what was typed. */
export async function requestPage(given: DeskVisit, word: { readonly warning?: Html; readonly good?: Html; readonly typed?: string; readonly status?: number } = {}): Promise<Answer> {
  const { visit, request, standing, events } = given
  const { voice, tx } = visit
  const main = html`${renderPageTitle({ title: spokenNumber(request.number), kicker: voice.say(payWords.number), facts: renderState(voice, standing.state), lead: said(request.title, voice) })}
    ${renderStack({
      parts: [
        word.warning === undefined ? nothing : renderNotice({ voice, kind: 'warning', title: word.warning, isAnnounced: true }),
        word.good === undefined ? nothing : renderNotice({ voice, kind: 'success', title: word.good, isAnnounced: true }),
        isPayable(standing.state) ? await renderCash(given, word.typed) : nothing,
        renderRequestFacts(given),
        renderLines(voice, request, await listLines(tx, request.id)),
        await renderRequestWork(given),
        renderSection({ heading: voice.say(deskWords.history), body: renderHistory(voice, events) }),
      ],
      gap: 'large',
    })}`
  return shown({ title: spokenNumber(request.number), main, area: 'staff', crumbs: [deskCrumb(voice)], status: word.status ?? 200 })
}

function renderRequestFacts({ visit: { voice }, request, standing }: DeskVisit): Html {
  const { counting } = standing
  return renderFactsList({
    facts: [
      { term: voice.say(payWords.amount), description: yenText(voice, request.amountYen) },
      ...(request.payerName === '' ? [] : [{ term: voice.say(deskWords.payer), description: request.payerName }]),
      { term: voice.say(deskWords.reference), description: html`<a href="${request.returnPath}">${request.reference}</a>` },
      { term: voice.say(deskWords.requestedAt), description: renderMinute(request.requestedAt) },
      { term: voice.say(payWords.dueOn), description: renderDay(voice, request.dueOn) },
      { term: voice.say(deskWords.expiresOn), description: renderDay(voice, request.expiresOn) },
      ...(counting === null ? [] : [
        { term: voice.say(payWords.way), description: wayText(voice, counting.way) },
        { term: voice.say(payWords.paidOn), description: renderDay(voice, counting.paidOn) },
        { term: voice.say(deskWords.cashOn), description: counting.cashOn === null ? voice.say(deskWords.unknownYet) : renderDay(voice, counting.cashOn) },
      ]),
    ],
  })
}

async function renderCash({ visit, request, standing }: DeskVisit, typed: string | undefined): Promise<Html> {
  const { voice, tx } = visit
  const till = await findTill(tx, tx.today, tx.actor.id)
  if (till === undefined || till.closedAt !== null) {
    return renderNotice({ voice, kind: 'info', title: voice.say(deskWords.tillClosed), actions: html`<a class="button button-secondary" href="/staff/payments/till">${voice.say(deskWords.till)}</a>` })
  }
  return renderPanel({
    heading: voice.say(deskWords.takeCash),
    body: html`${standing.way === 'card' ? renderNotice({ voice, kind: 'warning', title: voice.say(deskWords.cardUnderWay) }) : nothing}
      ${renderForm({
        voice, action: `${deskPath(request)}/cash`, csrfToken: visit.formToken(),
        body: renderField({
          voice, kind: 'number', name: 'given', label: voice.say(deskWords.given), hint: voice.say(deskWords.givenHint), isRequired: true, unit: yenUnit(voice),
          value: typed ?? String(request.amountYen),
        }),
        buttons: renderButton({ label: html`${voice.say(deskWords.takeCash)} ${yenText(voice, request.amountYen)}`, icon: 'money' }),
      })}`,
  })
}

function yenUnit(voice: Visit['voice']): string {
  return voice.htmlLang === 'ja' ? '円' : '¥'
}
