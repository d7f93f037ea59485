import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { renderBrandMark } from '../brand/view.ts'
import { renderIcon } from '../icon/view.ts'
import { shellWords } from '../text.ts'
import type { ShellProps } from './view.ts'

export interface Footer {
  /** Address, telephone, hours of the city hall. */
  readonly contact?: HtmlValue
  /** Accessibility, privacy, open data, terms. */
  readonly links?: readonly { readonly href: string; readonly label: HtmlValue }[]
}

export function renderFooter({ voice, city, footer = {} }: ShellProps): Html {
  const { contact, links = [] } = footer
  const leading = voice.htmlLang === 'ja' ? city.name : (city.nameRomaji ?? city.name)
  return html`<footer class="site-footer no-print">
    <div class="site-footer-pattern shippo"></div>
    <div class="wrap">
      <p class="site-footer-top">
        <a href="#top">${renderIcon('up')}<span>${voice.say(shellWords.backToTop)}</span></a>
      </p>
      <div class="site-footer-row">
        <div>
          <p class="site-footer-name">${leading}</p>
          ${contact ? html`<div class="site-footer-contact">${contact}</div>` : nothing}
        </div>
        ${
          links.length === 0
            ? nothing
            : html`<nav${attributes({ 'aria-label': voice.plain(shellWords.footerLinks) })}>
                <ul class="site-footer-links">
                  ${links.map(({ href, label }) => html`<li><a${attributes({ href })}>${label}</a></li>`)}
                </ul>
              </nav>`
        }
      </div>
      <p class="site-footer-by">${renderBrandMark()}<span>${voice.say(shellWords.connectedBy)}</span></p>
    </div>
  </footer>`
}
