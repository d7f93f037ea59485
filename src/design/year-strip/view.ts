import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderMark, type Mark } from '../mark/view.ts'
import { contentWords } from '../text.ts'

export interface YearOfStrip {
  /** As short as can be: H29, R3, 2021. */
  readonly label: string
  /** What came where somebody has said so, else what was planned; null where the plan leaves the year open. */
  readonly mark: Mark | null
  readonly isReportYear?: boolean
  /** Printed where the strip stands upright. */
  readonly note?: HtmlValue
}

export interface YearStripProps {
  readonly voice: Voice
  /** Plain text that names the strip for screen readers. */
  readonly label: string
  readonly years: readonly YearOfStrip[]
  /** Years under each other with their notes; beside each other where nothing is said. */
  readonly isUpright?: boolean
}

/** The years of a project at a glance: one sign a year, small enough for a row of a table or a card. */
export function renderYearStrip({ voice, label, years, isUpright = false }: YearStripProps): Html {
  return html`<div role="group"${attributes({ 'aria-label': label })}><ol class="year-strip${isUpright ? ' year-strip-upright' : ''}">
    ${years.map(
      ({ label: year, mark, note, isReportYear = false }) =>
        html`<li class="year-strip-year${isReportYear ? ' year-strip-reported' : ''}">
          <span class="year-strip-label">${year}</span>${mark === null ? renderNone(voice) : renderMark(mark)}
          ${isUpright && note ? html`<span class="year-strip-note">${note}</span>` : nothing}
          ${isReportYear ? html`<span class="visually-hidden">(${voice.plain(contentWords.reportYear)})</span>` : nothing}
        </li>`,
    )}
  </ol></div>`
}

function renderNone(voice: Voice): Html {
  return html`<span class="year-strip-none"><span class="visually-hidden">${voice.plain(contentWords.noMark)}</span></span>`
}
