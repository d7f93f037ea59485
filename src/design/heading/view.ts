import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { assertNever } from '#kernel/values/assert-never.ts'

export type HeadingLevel = 2 | 3 | 4 | 5

export interface HeadingProps {
  readonly level: HeadingLevel
  readonly content: HtmlValue
  /** Anchor of the heading; unique on the page. */
  readonly id?: string
}

export function renderHeading({ level, content, id }: HeadingProps): Html {
  const given = attributes({ class: `heading heading-${level}`, id })
  switch (level) {
    case 2:
      return html`<h2${given}>${content}</h2>`
    case 3:
      return html`<h3${given}>${content}</h3>`
    case 4:
      return html`<h4${given}>${content}</h4>`
    case 5:
      return html`<h5${given}>${content}</h5>`
    default:
      return assertNever(level)
  }
}

export interface PageTitleProps {
  readonly title: HtmlValue
  /** Small line above the title: where in the city one is, a printed number. */
  readonly kicker?: HtmlValue
  readonly lead?: HtmlValue
  /** Badges or dates under the title. */
  readonly facts?: HtmlValue
  /** Buttons of the whole page. */
  readonly actions?: HtmlValue
}

/** The page's only h1, with what belongs to the whole page. */
export function renderPageTitle({ title, kicker, lead, facts, actions }: PageTitleProps): Html {
  return html`<div class="page-title">
    ${kicker ? html`<p class="page-title-kicker">${kicker}</p>` : nothing}
    <h1>${title}</h1>
    ${facts ? html`<div class="cluster">${facts}</div>` : nothing}
    ${lead ? html`<p class="page-title-lead">${lead}</p>` : nothing}
    ${actions ? html`<div class="cluster no-print">${actions}</div>` : nothing}
  </div>`
}
