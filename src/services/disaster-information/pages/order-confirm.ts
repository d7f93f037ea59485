import type { IssueRefusal } from '#capabilities/notices/model.ts'
import { handOversOf } from '#capabilities/notices/hand-overs.ts'
import { progressOf, reachOf } from '#capabilities/notices/notices.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderLevelSign } from '#design/level/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { EvacuationOrder } from '../rules/orders.ts'
import { listAsks, type ConfirmationAsk } from '../store/duty.ts'
import { findOrder, isLastOfItsEvent } from '../store/orders.ts'
import { findSuggestion } from '../store/suggestions.ts'
import { dutyWords as words } from '../text/duty-words.ts'
import { orderWords } from '../text/order-words.ts'
import { renderProgress } from './duty-progress.ts'
import { boardCrumb, boardPath, clockText, idIn, renderDrillBand } from './duty-visit.ts'
import { renderHandOvers } from './hand-over-lines.ts'
import { orderName, placesText } from './order-names.ts'
import { renderReach } from './order-reach.ts'
import { renderTexts } from './order-texts.ts'

/** The third act, made for a phone: who asks what and why, the whole text, one big button. The same address tells later what became of it. */
export async function showConfirm(visit: Visit): Promise<Answer> {
  const order = await findOrder(visit.tx, idIn(visit))
  if (order === undefined) throw new Fault('not-found', 'there is no such order')
  return renderConfirmPage(visit, order, {})
}

export interface ConfirmProblems {
  readonly refusal?: IssueRefusal
  readonly why?: Phrase<never>
}

export async function showConfirmAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const order = await findOrder(visit.tx, idIn(visit))
  if (order === undefined) throw new Fault('not-found', 'there is no such order')
  const page = await renderConfirmPage(visit, order, { why: words.problemWhy })
  return page.kind === 'page' ? { ...page, status: 422 } : page
}

export async function renderConfirmPage(visit: Visit, order: EvacuationOrder, problems: ConfirmProblems): Promise<Answer> {
  const { voice, tx } = visit
  const isOwn = tx.actor.person?.id === order.askedBy
  const title = order.state !== 'asked' ? orderName(voice, order) : voice.plain(isOwn ? words.confirmations : words.confirmTitle)
  const asks = await listAsks(tx, [order.id])
  const main = html`${renderDrillBand(voice, order.realm)}
    ${renderPageTitle({ title })}
    ${renderStack({
      gap: 'large',
      parts: [
        problems.refusal === undefined ? nothing : renderNotice({ voice, kind: 'error', title: voice.say(words.noticeRefused, { why: refusalText(visit, problems.refusal) }), isAnnounced: true }),
        order.state === 'asked' ? nothing : renderOutcome(visit, order),
        order.state === 'asked' ? await renderChangedSince(visit, order) : nothing,
        await renderSummary(visit, order, asks),
        order.state === 'asked' ? renderActs(visit, order, problems) : nothing,
        renderSection({ heading: voice.say(words.textTitle), body: renderStack({ parts: [renderTexts(voice, { texts: order.texts, isDrill: order.realm !== 'live' })] }) }),
        await renderReached(visit, order),
      ],
    })}`
  return shown({ title, main, area: 'staff', crumbs: [boardCrumb(voice, order.realm)] })
}

async function renderSummary({ voice, tx }: Visit, order: EvacuationOrder, asks: readonly ConfirmationAsk[]): Promise<Html> {
  const who = order.way === 'prepared-rule' ? voice.say(orderWords.byRule) : html`${order.askedByName} (${clockText(order.askedAt, tx.today)})`
  return renderFactsList({
    facts: [
      { term: voice.say(orderWords.what), description: html`${renderLevelSign(order.kind === 'cancel' ? 0 : order.level, 48)} <strong>${orderName(voice, order)}</strong>` },
      { term: voice.say(orderWords.towns), description: await placesText(voice, tx, order.towns) },
      { term: voice.say(orderWords.reason), description: order.reason },
      { term: voice.say(orderWords.whoAsks), description: who },
      ...(asks.length === 0 ? [] : [{ term: voice.say(orderWords.whoWasAsked), description: asks.map((ask) => askText({ voice, tx }, ask)) }]),
    ],
  })
}

export function askText({ voice, tx }: Pick<Visit, 'voice' | 'tx'>, { step, name, login, askedAt }: ConfirmationAsk): Html {
  const time = clockText(askedAt, tx.today)
  return login === '' ? voice.say(words.nobodyLeft, { step, time }) : voice.say(words.askedWhom, { step, name, time })
}

function renderActs(visit: Visit, order: EvacuationOrder, { why }: ConfirmProblems): Html {
  const { voice, tx } = visit
  const csrfToken = visit.formToken()
  const path = `/staff/disaster/confirm/${order.id}`
  if (tx.actor.person?.id === order.askedBy) {
    return renderPanel({
      body: html`${renderNotice({ voice, kind: 'info', title: voice.say(words.ownAsk) })}
        ${renderForm({ voice, action: `${path}/withdraw`, csrfToken, body: nothing, buttons: renderButton({ label: voice.say(words.withdraw), kind: 'secondary' }) })}`,
    })
  }
  return renderPanel({
    body: html`${renderForm({ voice, action: path, csrfToken, body: html`<p>${voice.say(words.confirmNote)}</p>`, buttons: renderButton({ label: voice.say(words.confirmButton), size: 'wide', icon: 'check' }) })}
      <details${why === undefined ? nothing : html` open`}><summary>${voice.say(words.refuseButton)}</summary>
        ${renderForm({
          voice, action: `${path}/refuse`, csrfToken,
          body: renderField({ voice, kind: 'text', name: 'why', label: voice.say(words.refuseWhy), isRequired: true, ...(why === undefined ? {} : { error: voice.say(why) }) }),
          buttons: renderButton({ label: voice.say(words.refuseButton), kind: 'danger' }),
        })}
      </details>`,
  })
}

function renderOutcome({ voice, tx }: Visit, order: EvacuationOrder): Html {
  const name = order.settledByName ?? ''
  const time = order.settledAt === null ? '' : clockText(order.settledAt, tx.today)
  const back = renderLinkButton({ href: boardPath(order.realm), label: voice.say(orderWords.toBoard), kind: 'secondary' })
  switch (order.state) {
    case 'issued': {
      const title = order.way === 'prepared-rule' ? voice.say(words.issuedByRule, { time }) : voice.say(words.alreadyIssued, { name, time })
      return renderNotice({ voice, kind: 'success', title, actions: back })
    }
    case 'refused':
      return renderNotice({ voice, kind: 'warning', title: voice.say(words.alreadyRefused, { name, time, why: order.settledWhy ?? '' }), actions: back })
    case 'withdrawn':
      return renderNotice({ voice, kind: 'info', title: voice.say(words.alreadyWithdrawn, { name, time }), actions: back })
    case 'asked':
      return nothing
    default:
      return assertNever(order.state)
  }
}

/** The second person must know when the sky has changed its mind since; they decide all the same. */
async function renderChangedSince({ voice, tx }: Visit, order: EvacuationOrder): Promise<Html> {
  const suggestion = order.suggestionId === null ? undefined : await findSuggestion(tx, order.suggestionId)
  if (suggestion === undefined || suggestion.state === 'open') return nothing
  return renderNotice({ voice, kind: 'warning', title: voice.say(orderWords.levelChangedSince), actions: renderLinkButton({ href: boardPath(order.realm), label: voice.say(orderWords.toBoard), kind: 'secondary' }) })
}

async function renderReached({ voice, tx }: Visit, order: EvacuationOrder): Promise<Html> {
  if (order.noticeId === null) {
    const topic = order.kind === 'tell' ? 'disaster-information.warnings' : 'disaster-information.evacuation'
    return renderSection({ heading: voice.say(words.reach), body: renderReach(voice, await reachOf(tx, topic, { kind: 'subscribers', towns: order.towns })) })
  }
  const links = order.state === 'issued' && order.kind !== 'tell' && (await isLastOfItsEvent(tx, order.id)) ? renderChangeLinks({ voice }, order) : nothing
  const handOvers = renderHandOvers({ voice, tx }, await handOversOf(tx, order.noticeId), 'hand-overs')
  return html`${links}${renderSection({ heading: voice.say(words.channels), body: html`${renderProgress(voice, await progressOf(tx, order.noticeId))}${handOvers}` })}`
}

/** Changing, lowering and lifting go the same way as issuing. */
export function renderChangeLinks({ voice }: Pick<Visit, 'voice'>, { id }: EvacuationOrder): Html {
  const link = (change: string, label: Phrase<never>) => renderLinkButton({ href: `/staff/disaster/orders/${id}/${change}`, label: voice.say(label), kind: 'secondary' })
  return html`<div class="cluster">${link('update', words.addTowns)} ${link('lower', words.lower)} ${link('cancel', words.lift)}</div>`
}

function refusalText({ voice }: Visit, refusal: IssueRefusal): string {
  switch (refusal.why) {
    case 'unknown-towns':
      return voice.plain(words.refusalTowns, { towns: refusal.towns.join('、') })
    case 'second-person-needed':
    case 'nobody':
      return voice.plain(words.refusalPeople)
    case 'title-too-long':
      return voice.plain(words.refusalTitle, { channel: refusal.channel, limit: refusal.limit })
    case 'unknown-topic':
      return refusal.topic
    default:
      return assertNever(refusal)
  }
}
