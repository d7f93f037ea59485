import { attributes, html, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderIcon } from '../icon/view.ts'
import { contentWords } from '../text.ts'

export interface ExternalLinkProps {
  readonly voice: Voice
  readonly href: string
  readonly label: HtmlValue
  /** Language of the page it leads to, where it is another than the reader's. */
  readonly hreflang?: string
}

/** A link that leaves the city's pages, and says so. It opens in the same window: going back stays possible. */
export function renderExternalLink({ voice, href, label, hreflang }: ExternalLinkProps): Html {
  const given = attributes({ class: 'external-link', href, hreflang, rel: 'noopener' })
  return html`<a${given}>${label}${renderIcon('external', voice.plain(contentWords.externalSite))}</a>`
}
