import { attributes, html, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { locateWords } from '../text.ts'

export interface LocateProps {
  readonly voice: Voice
  /** Gets `?at=` with latitude and longitude, `34.8557,136.4517`. */
  readonly href: string
  readonly label?: HtmlValue
}

/** Leads to the page of where one stands. Nothing is shown where no script runs: there must be another way as well. */
export function renderLocate({ voice, href, label }: LocateProps): Html {
  return html`<locate-me${attributes({ 'data-href': href, 'data-refused': voice.plain(locateWords.refused) })}>
    <button type="button" class="button button-secondary" hidden><span>${label ?? voice.say(locateWords.here)}</span></button>
  </locate-me>`
}
