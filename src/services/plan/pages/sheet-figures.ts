import { renderBadge } from '#design/badge/view.ts'
import { renderPanel } from '#design/card/view.ts'
import type { Figure } from '#capabilities/indicators/model.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { FiscalYearNumber } from '../model.ts'
import { evidenceWords } from '../text/evidence-words.ts'
import { dayText } from './tongue.ts'
import { figureText, resultOf } from '../store/measured-figures.ts'

/** What was counted for a project in the year of its report, for residents, who only read. A year before anything was counted tells nothing. */
export function renderMeasured(voice: Voice, figures: readonly Figure[], year: FiscalYearNumber): Html {
  const counted = figures.filter(({ versions }) => versions.length > 0)
  if (counted.length === 0) return nothing
  const items = counted.map((figure) => html`<li>${renderFigure(voice, figure, year)}</li>`)
  return renderPanel({
    heading: voice.say(evidenceWords.measured),
    body: html`<p>${voice.say(evidenceWords.measuredLead)}</p><ul class="stack">${items}</ul>`,
  })
}

/** One figure with its target and baseline, leading to the facts behind it. */
export function renderFigure(voice: Voice, figure: Figure, year: FiscalYearNumber): Html {
  const { indicator, value, isComplete } = figure
  const target = indicator.targets.find(({ fiscalYear }) => fiscalYear === year)
  const result = resultOf(figure, year)
  return html`<strong>${voice.say(indicator.title)}</strong><br>
    <a href="/evidence/${indicator.key}?year=${String(year)}">${figureText(voice, indicator, value)}</a>
    ${isComplete ? nothing : renderBadge({ label: voice.say(evidenceWords.beingCounted), tone: 'info' })}
    ${result === null ? nothing : renderBadge(result.isMet ? { label: voice.say(evidenceWords.met), tone: 'success' } : { label: voice.say(evidenceWords.notMet), tone: 'warning' })}
    ${target === undefined ? nothing : html`<br><small>${voice.say(evidenceWords.target)} ${figureText(voice, indicator, target.value)}${target.source !== undefined && html` ${target.source}`}</small>`}
    ${indicator.baseline === null ? nothing : html`<br><small>${voice.say(evidenceWords.baseline)} ${figureText(voice, indicator, indicator.baseline.value)} (${dayText(voice, Temporal.PlainDate.from(indicator.baseline.on))})</small>`}`
}
