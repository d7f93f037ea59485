import { renderButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderHiddenFields } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { TOKEN_FIELD } from '#kernel/forms/form.ts'
import { html, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { standInAddress } from '#kernel/outside/stand-in-desk.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { STAND_IN_PREFIX } from '../card/settings.ts'
import { LIMITS } from '../rules/limits.ts'
import { listDemoCards, listExchanges, type DemoCard } from '../store/stand-in.ts'
import { standInWords as words } from '../text/stand-in.ts'

const STATES: Readonly<Record<DemoCard['state'], Phrase<never>>> = { valid: words.valid, expired: words.expired, revoked: words.revoked }

export async function showStandIn(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const address = standInAddress(visit, STAND_IN_PREFIX)
  const where = address === null ? voice.say(words.closed) : html`${voice.say(words.address)}: <code>${address}</code>`
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    <p>${where}</p>
    ${renderSection({ heading: voice.say(words.cards), body: renderCardTable(visit, await listDemoCards(tx)) })}
    ${renderSection({ heading: voice.say(words.traffic), body: await renderTraffic(visit) })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff' })
}

function renderCardTable(visit: Visit, cards: readonly DemoCard[]): Html {
  const { voice } = visit
  if (cards.length === 0) return renderEmpty({ icon: 'person', title: voice.say(words.noCards) })
  return renderTable({
    caption: voice.say(words.cards),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.holder, words.serial, words.state, words.change].map((word) => ({ heading: voice.say(word) })),
    rows: cards.map((card): readonly HtmlValue[] => [
      card.name, html`<code>${card.serial}</code>`, voice.say(STATES[card.state]), html`${renderAct(visit, card, 'renew', words.renew)} ${renderAct(visit, card, 'revoke', words.revoke)}`,
    ]),
  })
}

function renderAct(visit: Visit, { id, name }: DemoCard, act: string, label: Phrase<never>): Html {
  return html`<form action="/staff/identity/stand-in" method="post">
    ${renderHiddenFields({ [TOKEN_FIELD]: visit.formToken(), card: id, act })}
    ${renderButton({ label: html`${visit.voice.say(label)} <span class="visually-hidden">${name}</span>`, kind: 'secondary', size: 'small' })}
  </form>`
}

async function renderTraffic({ voice, tx }: Visit): Promise<Html> {
  const exchanges = await listExchanges(tx, LIMITS.exchangesShown)
  if (exchanges.length === 0) return renderEmpty({ icon: 'history', title: voice.say(words.noTraffic) })
  return renderTable({
    caption: voice.say(words.traffic),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.at, words.request, words.names, words.answer].map((word) => ({ heading: voice.say(word) })),
    rows: exchanges.map(({ at, method, path, names, status }): readonly HtmlValue[] => [minuteOf(at), html`<code>${method} ${path}</code>`, names.join(', '), status]),
  })
}
