import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'

export interface ColourLabelProps {
  /** `#rrggbb` out of a city's data, with a contrast of 4.5 or more against white. */
  readonly colour: string
  readonly label: HtmlValue
  /** One or two letters inside the sign, so that it is also known in black and white. */
  readonly sign?: string
  readonly size?: 'standard' | 'large'
}

/**
 * A colour that the data decides, always beside the words for it. The colour stands in a drawing's own attribute,
 * because no style may stand in a page.
 */
export function renderColourLabel({ colour, label, sign, size = 'standard' }: ColourLabelProps): Html {
  return html`<span class="colour-label${size === 'large' ? ' colour-label-large' : ''}">${renderColourSign({ colour, sign })}<span
    >${label}</span
  ></span>`
}

/** The sign alone, where the words for it stand close by. */
export function renderColourSign({ colour, sign }: { readonly colour: string; readonly sign?: string | undefined }): Html {
  const text = sign ? html`<text x="12" y="17" text-anchor="middle" font-size="14" font-weight="700" fill="#ffffff">${sign}</text>` : nothing
  return html`<svg class="colour-sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"
    ><rect${attributes({ x: 1, y: 1, width: 22, height: 22, rx: 5, fill: colour })}></rect>${text}</svg
  >`
}
