import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderHeading } from '#design/heading/view.ts'
import { renderIcon } from '#design/icon/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderLevelSign } from '#design/level/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Realm } from '../model.ts'
import type { EvacuationOrder } from '../rules/orders.ts'
import type { ConfirmationAsk } from '../store/duty.ts'
import type { Suggestion } from '../store/suggestions.ts'
import { HAZARD_NAMES, LEVEL_WORDS, dutyWords as words } from '../text/duty-words.ts'
import { clockText, minutesSince } from './duty-visit.ts'
import { renderMusterLink } from './muster-link.ts'
import { askText, renderChangeLinks } from './order-confirm.ts'
import { orderName, placesText } from './order-names.ts'

/** What waits for an officer, with a way to take it up or to decide against it. */
export function renderSuggestions(visit: Visit, realm: Realm, suggestions: readonly Suggestion[]): Html {
  const { voice } = visit
  const free = realm === 'live' ? '/staff/disaster/orders/new' : `/staff/disaster/drills/${realm.slice('drill:'.length)}/new`
  return renderSection({
    heading: voice.say(words.suggestions),
    actions: renderLinkButton({ href: free, label: voice.say(words.newOrder), kind: 'secondary', size: 'small' }),
    body: suggestions.length === 0
      ? renderEmpty({ icon: 'check-circle', title: voice.say(words.noSuggestions) })
      : html`<ul class="cards">${suggestions.map((suggestion) => html`<li class="card">${renderSuggestion(visit, suggestion)}</li>`)}</ul>`,
  })
}

function renderSuggestion(visit: Visit, suggestion: Suggestion): Html {
  const { voice, tx } = visit
  const { id, act, level, callOut, madeAt } = suggestion
  const isOnlyCallOut = act === 'call-out'
  return html`${isOnlyCallOut ? html`<span class="card-icon">${renderIcon('people')}</span>` : renderLevelSign(act === 'lower' && level === null ? 0 : level)}
    <div class="card-text">
      ${renderHeading({ level: 3, content: sentenceOf(visit, suggestion) })}
      <p class="card-body">${suggestion.telegramType} ${clockText(suggestion.changedAt, tx.today)} ${suggestion.kindName} · ${voice.say(words.waitingSince, { minutes: minutesSince(madeAt, tx.now) })}</p>
      ${callOut === '' ? nothing : html`<p class="card-body">${voice.say(words.callOut, { name: callOut })}</p>`}
      ${renderForm({
        voice, action: `/staff/disaster/suggestions/${id}/dismiss`, csrfToken: visit.formToken(), body: nothing,
        buttons: html`${isOnlyCallOut ? renderMusterLink(visit, suggestion, 'primary') : nothing}
          ${renderLinkButton({ href: `/staff/disaster/suggestions/${id}`, label: voice.say(words.openDraft), kind: isOnlyCallOut ? 'secondary' : 'primary', size: 'small' })}
          ${isOnlyCallOut ? nothing : renderMusterLink(visit, suggestion, 'secondary')}
          ${renderButton({ label: voice.say(isOnlyCallOut ? words.seen : words.dismiss), kind: 'link', size: 'small' })}`,
      })}
    </div>`
}

function sentenceOf({ voice }: Visit, { act, hazard, areaName: area, kindName, level }: Suggestion): Html {
  const name = voice.plain(HAZARD_NAMES[hazard])
  const kind = kindName
  switch (act) {
    case 'issue':
      return voice.say(words.suggestIssue, { area, hazard: name, level: voice.plain(LEVEL_WORDS[level ?? 0]) })
    case 'lower':
      return voice.say(words.suggestLower, { area, hazard: name })
    case 'tell':
      return voice.say(words.suggestTell, { area, hazard: name, kind })
    case 'call-out':
      return voice.say(words.suggestCallOut, { area, hazard: name, kind })
    default:
      return assertNever(act)
  }
}

/** What waits for a second person, and who was asked. */
export function renderWaiting({ voice, tx }: Visit, asked: readonly EvacuationOrder[], asks: readonly ConfirmationAsk[]): Html {
  if (asked.length === 0) return nothing
  return renderSection({
    heading: voice.say(words.confirmations),
    body: html`<ul class="cards">${asked.map((order) => html`<li class="card">${renderLevelSign(order.kind === 'cancel' ? 0 : order.level)}
      <div class="card-text">
        ${renderHeading({ level: 3, content: orderName(voice, order) })}
        <p class="card-body">${voice.say(words.askedBy, { name: order.askedByName, time: clockText(order.askedAt, tx.today) })} · ${voice.say(words.townsCount, { count: order.towns.length })}</p>
        ${asks.filter(({ orderId }) => orderId === order.id).map((ask) => html`<p class="card-body">${askText({ voice, tx }, ask)}</p>`)}
        <p>${renderLinkButton({ href: `/staff/disaster/confirm/${order.id}`, label: voice.say(words.toConfirm) })}</p>
      </div></li>`)}</ul>`,
  })
}

/** What holds now, with the ways to change it: they are as near as issuing. */
export async function renderInForce({ voice, tx }: Visit, orders: readonly EvacuationOrder[]): Promise<Html> {
  const places = await Promise.all(orders.map(({ towns }) => placesText(voice, tx, towns)))
  return renderSection({
    heading: voice.say(words.inForce),
    body: orders.length === 0
      ? renderEmpty({ icon: 'shield', title: voice.say(words.noneInForce) })
      : html`<ul class="cards">${orders.map((order, index) => html`<li class="card">${renderLevelSign(order.level)}
        <div class="card-text">
          ${renderHeading({ level: 3, content: html`${voice.say(HAZARD_NAMES[order.hazard])} <a href="/staff/disaster/confirm/${order.id}">${voice.say(LEVEL_WORDS[order.level])}</a>` })}
          <p class="card-body">${voice.say(words.since, { time: clockText(order.settledAt ?? order.askedAt, tx.today) })} · ${places[index] ?? ''}</p>
          ${renderChangeLinks({ voice }, order)}
        </div></li>`)}</ul>`,
  })
}
