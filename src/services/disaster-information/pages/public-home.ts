import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderLevel } from '#design/level/view.ts'
import { renderExternalLink } from '#design/link/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { EvacuationOrder } from '../rules/orders.ts'
import { placesOf, type PublicWarning } from '../rules/public-state.ts'
import { HAZARD_NAMES } from '../text/hazard-words.ts'
import { ACTIONS } from '../text/level-words.ts'
import { ORDER_NAMES, publicWords as words } from '../text/public-words.ts'
import { renderShelterSection } from './public-shelters.ts'
import { keptUntil, publicVisit, type PublicVisit } from './public-visit.ts'
import { momentText } from '#kernel/text/moments.ts'

const AGENCY = 'https://www.jma.go.jp/bosai/warning/'

/** What is in force now: the city's word first, then the weather agency's, what to do, and where to go. */
export async function showPublic(visit: Visit): Promise<Answer> {
  const given = await publicVisit(visit)
  const { voice, now } = given
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.asOf, { at: momentText(voice, now) }) })}
    ${renderStack({
      parts: [
        renderKnowledge(given), renderOrders(given), renderActions(given), renderWarnings(given), renderShelterSection(given),
        renderCluster({
          parts: [
            renderLinkButton({ href: '/disaster/levels', label: voice.say(words.toLevels), kind: 'secondary', icon: 'question' }),
            renderLinkButton({ href: '/disaster.json', label: voice.say(words.machineData), kind: 'link', icon: 'download' }),
          ],
        }),
      ],
      gap: 'large',
    })}`
  return shown({ title: voice.plain(words.title), main, description: voice.plain(words.summary), keptUntil: keptUntil(visit) })
}

/** Silence is said plainly, before anything that might be taken for calm. */
function renderKnowledge({ voice, knowledge }: PublicVisit): Html {
  if (knowledge.kind === 'current') return nothing
  const actions = renderExternalLink({ voice, href: AGENCY, label: voice.say(words.agencyLink), hreflang: 'ja' })
  if (knowledge.kind === 'never') return renderNotice({ voice, kind: 'warning', title: voice.say(words.neverTitle), body: voice.say(words.neverBody), actions })
  const body = voice.say(words.staleBody, { at: momentText(voice, knowledge.heardAt) })
  return renderNotice({ voice, kind: 'warning', title: voice.say(words.staleTitle), body, actions })
}

function renderOrders(given: PublicVisit): Html {
  const { voice, orders, now } = given
  if (orders.length === 0) {
    return renderSection({ heading: voice.say(words.orders), body: html`<p>${voice.say(words.noOrders, { at: momentText(voice, now) })}</p>` })
  }
  return renderSection({ heading: voice.say(words.orders), body: renderStack({ parts: orders.map((order) => renderOrder(given, order)) }) })
}

function renderOrder(given: PublicVisit, order: EvacuationOrder): Html {
  const { voice, where } = given
  const isMine = where !== null && order.towns.includes(where.town)
  const since = order.settledAt ?? order.askedAt
  return renderPanel({
    body: html`<p>${renderLevel({ voice, level: order.level, label: html`${voice.say(orderName(order))} (${voice.say(HAZARD_NAMES[order.hazard])})`, size: 'large' })}</p>
      ${isMine ? html`<p><strong>${voice.say(words.yourTown, { town: townLabel(given, where.town) })}</strong></p>` : nothing}
      <p>${voice.say(words.orderTowns, { towns: placesText(given, order.towns) })}</p>
      <p><small>${voice.say(words.since, { at: momentText(voice, since) })}</small></p>`,
  })
}

export function orderName({ level }: Pick<EvacuationOrder, 'level'>): Phrase<never> {
  return level === 3 || level === 4 || level === 5 ? ORDER_NAMES[level] : words.orders
}

/** `関地区、本町二丁目`; whole districts by their name. */
export function placesText(given: PublicVisit, towns: readonly string[]): string {
  const { voice, districts } = given
  const places = placesOf(towns, districts, (name) => townLabel(given, name), ({ name }) => voice.plain(name))
  return places === null ? voice.plain(words.wholeCity) : places.join(voice.language === 'ja' ? '、' : voice.language === 'ja-x-yasashii' ? '、 ' : ', ')
}

export function townLabel({ voice, districts }: PublicVisit, name: string): string {
  const label = districts.flatMap(({ towns }) => towns).find((town) => town.name === name)?.label
  return label === undefined ? name : voice.plain(label)
}

function renderActions({ voice, level }: PublicVisit): Html {
  const actions = ACTIONS[level]
  if (actions.length === 0) return nothing
  return renderSection({ heading: voice.say(words.whatToDo), body: html`<ul>${actions.map((action) => html`<li>${voice.say(action)}</li>`)}</ul>` })
}

function renderWarnings(given: PublicVisit): Html {
  const { voice, warnings, knowledge, now } = given
  const heading = voice.say(words.warnings)
  // Nothing in force is said only where the agency is heard: silence is not calm.
  if (warnings.length === 0) {
    return knowledge.kind === 'current' ? renderSection({ heading, body: html`<p>${voice.say(words.noWarnings, { at: momentText(voice, now) })}</p>` }) : nothing
  }
  return renderSection({
    heading, lead: voice.say(words.warningsLead),
    body: renderStack({ parts: warnings.map((warning) => renderPanel({ body: renderWarning(given, warning) })) }),
  })
}

function renderWarning({ voice, visit }: PublicVisit, warning: PublicWarning): Html {
  const { hazard, level, areaName, kindName, since, reportedAt, isOld } = warning
  return html`<p>${renderLevel({ voice, level, label: voice.say(HAZARD_NAMES[hazard]) })}</p>
    ${level === null ? html`<p><strong>${voice.say(words.unknownLevel)}</strong></p>` : nothing}
    <p><small><span lang="ja">${kindName}${areaName === visit.city.name ? '' : ` ${areaName}`}</span> · ${voice.say(words.since, { at: momentText(voice, since) })} · ${voice.say(words.lastSaid, { at: momentText(voice, reportedAt) })}</small></p>
    ${isOld ? html`<p><strong>${voice.say(words.isOld)}</strong></p>` : nothing}`
}
