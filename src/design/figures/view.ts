import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'

export interface Figure {
  readonly label: HtmlValue
  /** The number as it is printed, e.g. `voice.number(60)`. */
  readonly value: HtmlValue
  /** Printed small behind the number, e.g. 事業, %. */
  readonly unit?: HtmlValue
  /** A mark before the label. */
  readonly mark?: HtmlValue
  /** What the number means, or since when it counts. */
  readonly note?: HtmlValue
  /** Where the things counted are listed. */
  readonly href?: string
}

/** A few numbers that say how things stand, each big enough to be read across a desk. */
export function renderFigures({ figures }: { readonly figures: readonly Figure[] }): Html {
  return html`<dl class="figures">
    ${figures.map(
      ({ label, value, unit, mark, note, href }) =>
        html`<div class="figure">
          <dt>${mark}<span>${href === undefined ? label : html`<a href="${href}">${label}</a>`}</span></dt>
          <dd class="figure-value">${value}${unit ? html`<span class="figure-unit">${unit}</span>` : nothing}</dd>
          ${note ? html`<dd class="figure-note">${note}</dd>` : nothing}
        </div>`,
    )}
  </dl>`
}
