import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'

export interface Fact {
  readonly term: HtmlValue
  /** Several stand under each other, e.g. joint owners. */
  readonly description: HtmlValue | readonly HtmlValue[]
  /** A link that changes this one fact. Its words must name the fact for whoever hears links alone. */
  readonly action?: HtmlValue
}

/** What is known of one thing: names on the left, values on the right, under each other on a phone. */
export function renderFactsList({ facts }: { readonly facts: readonly Fact[] }): Html {
  return html`<dl class="facts-list">
    ${facts.map(
      ({ term, description, action }) =>
        html`<div class="fact">
          <dt>${term}</dt>
          ${descriptionsOf(description).map((one) => html`<dd>${one}</dd>`)}
          ${action ? html`<dd class="fact-action">${action}</dd>` : nothing}
        </div>`,
    )}
  </dl>`
}

function descriptionsOf(description: Fact['description']): readonly HtmlValue[] {
  return Array.isArray(description) ? (description as readonly HtmlValue[]) : [description]
}
