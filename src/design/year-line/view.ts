import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { renderMark, type Mark } from '../mark/view.ts'
import { contentWords } from '../text.ts'

export interface YearOfLine {
  /** As people say it, e.g. 令和3年度. */
  readonly label: HtmlValue
  /** Null where the plan leaves the year open. */
  readonly planned: Mark | null
  /** Null where nobody has said what came. */
  readonly actual: Mark | null
  readonly note?: HtmlValue
  /** The year the page reports on. */
  readonly isReportYear?: boolean
}

export interface YearLineProps {
  readonly voice: Voice
  /** Plain text that names the line for screen readers, e.g. コンビニ交付事業の5年間. */
  readonly label: string
  readonly years: readonly YearOfLine[]
}

/** A project's years in a row, with what was planned, what came and a short note; under each other on a phone. */
export function renderYearLine({ voice, label, years }: YearLineProps): Html {
  return html`<div role="group"${attributes({ 'aria-label': label })}>
    <ol class="year-line">${years.map((year) => renderYear(voice, year))}</ol>
  </div>`
}

function renderYear(voice: Voice, { label, planned, actual, note, isReportYear = false }: YearOfLine): Html {
  return html`<li class="year${isReportYear ? ' year-reported' : ''}">
    <p class="year-label">
      ${label}${isReportYear ? html` <span class="year-tag">${voice.say(contentWords.reportYear)}</span>` : nothing}
    </p>
    <dl class="year-marks">
      ${renderMoment(voice, contentWords.planned, planned && { ...planned, moment: 'planned' })}
      ${renderMoment(voice, contentWords.actual, actual && { ...actual, moment: 'actual' })}
    </dl>
    ${note ? html`<p class="year-note">${note}</p>` : nothing}
  </li>`
}

function renderMoment(voice: Voice, word: Phrase<never>, mark: Mark | null): Html {
  const shown =
    mark === null
      ? html`<span class="year-none">${voice.say(contentWords.noMark)}</span>`
      : renderMark({ ...mark, isLabelShown: true })
  return html`<div><dt>${voice.say(word)}</dt><dd>${shown}</dd></div>`
}
