import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'

/** A text of a notice with its readings. It is written like a phrase but is none: nothing in it is a placeholder. */
export function renderSaid(voice: Voice, text: string, hasFurigana = voice.reader.hasFurigana): Html {
  const parts = text.split(/\{([^{}|]*)\|([^{}|]*)\}/)
  const pieces = parts.map((part, index) => {
    if (index % 3 === 0) return html`${part}`
    if (index % 3 === 2) return nothing
    return hasFurigana ? html`<ruby>${part}<rp>(</rp><rt>${parts[index + 1]}</rt><rp>)</rp></ruby>` : html`${part}`
  })
  return html`${pieces}`
}
