import { html, join, type Html } from '#kernel/html/html.ts'

/** An address or a key that a phone may break anywhere; copied, it is the same. */
export function renderBreakable(text: string): Html {
  return html`<code>${join(text.match(/.{1,16}/gs) ?? [], html`<wbr>`)}</code>`
}
