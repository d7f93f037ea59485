import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { renderHeading, type HeadingLevel } from '../heading/view.ts'

export interface StackProps {
  readonly parts: readonly HtmlValue[]
  /** Space between the parts; `standard` where nothing is said. */
  readonly gap?: 'small' | 'standard' | 'large'
}

/** Parts under each other with even space between them. */
export function renderStack({ parts, gap = 'standard' }: StackProps): Html {
  const gapClass = gap === 'standard' ? '' : ` stack-${gap}`
  return html`<div class="stack${gapClass}">${parts}</div>`
}

export interface ColumnsProps {
  readonly parts: readonly HtmlValue[]
  /** `main-and-side` gives the second part a narrow column; every kind is a single column on a phone. */
  readonly kind: 'halves' | 'thirds' | 'main-and-side'
}

export function renderColumns({ parts, kind }: ColumnsProps): Html {
  return html`<div class="columns columns-${kind}">${parts.map((part) => html`<div class="stack">${part}</div>`)}</div>`
}

/** Parts side by side that wrap where there is no room: buttons, badges. */
export function renderCluster({ parts }: { readonly parts: readonly HtmlValue[] }): Html {
  return html`<div class="cluster">${parts}</div>`
}

export interface SectionProps {
  readonly heading: HtmlValue
  /** 2 where nothing is said: a page has one h1, printed by `renderPageTitle`. */
  readonly level?: HeadingLevel
  /** Anchor of the section; unique on the page. */
  readonly id?: string
  readonly lead?: HtmlValue
  /** Buttons and links beside the heading. */
  readonly actions?: HtmlValue
  readonly body: HtmlValue
}

export function renderSection({ heading, level = 2, id, lead, actions, body }: SectionProps): Html {
  return html`<section class="section">
    <div class="section-head">
      ${renderHeading(id === undefined ? { level, content: heading } : { level, content: heading, id })}
      ${actions ? html`<div class="cluster">${actions}</div>` : nothing}
    </div>
    ${lead ? html`<p class="section-lead">${lead}</p>` : nothing} ${body}
  </section>`
}

/** Running text that people wrote, with a paragraph for each of its lines; blank lines only separate. */
export function renderProse(text: string, renderLine: (line: string) => HtmlValue = (line) => line): Html {
  const paragraphs = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return html`<div class="prose">${paragraphs.map((line) => html`<p>${renderLine(line)}</p>`)}</div>`
}
