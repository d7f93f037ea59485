import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { renderHeading, type HeadingLevel } from '../heading/view.ts'
import { renderIcon, type IconName } from '../icon/view.ts'

export interface Card {
  readonly href: string
  readonly title: HtmlValue
  /** One or two lines: what is behind the link. */
  readonly body?: HtmlValue
  readonly icon?: IconName
  /** Badges, a date, a count. */
  readonly facts?: HtmlValue
}

export interface CardsProps {
  readonly cards: readonly Card[]
  /** Level of the cards' headings; 3 where nothing is said. */
  readonly level?: HeadingLevel
}

/** A list of ways to go on. The whole card can be pressed, but only its title is the link that is read out. */
export function renderCards({ cards, level = 3 }: CardsProps): Html {
  return html`<ul class="cards">
    ${cards.map((card) => html`<li class="card">${renderCard(card, level)}</li>`)}
  </ul>`
}

function renderCard({ href, title, body, icon, facts }: Card, level: HeadingLevel): Html {
  return html`${icon === undefined ? nothing : html`<span class="card-icon">${renderIcon(icon)}</span>`}
    <div class="card-text">
      ${renderHeading({ level, content: html`<a class="card-link" href="${href}">${title}</a>` })}
      ${body ? html`<p class="card-body">${body}</p>` : nothing}
      ${facts ? html`<div class="card-facts">${facts}</div>` : nothing}
    </div>
    ${renderIcon('right')}`
}

export interface PanelProps {
  readonly heading?: HtmlValue
  readonly level?: HeadingLevel
  readonly id?: string
  readonly actions?: HtmlValue
  readonly body: HtmlValue
}

/** A sheet of paper on the page: sets one thing apart, such as a chart, a form or a record. */
export function renderPanel({ heading, level = 2, id, actions, body }: PanelProps): Html {
  const content = heading
    ? html`<div class="panel-head">
        ${renderHeading(id === undefined ? { level, content: heading } : { level, content: heading, id })}
        ${actions ? html`<div class="cluster">${actions}</div>` : nothing}
      </div>`
    : nothing
  return html`<div class="panel">${content}${body}</div>`
}
