import { renderBadge } from '#design/badge/view.ts'
import { renderPanel } from '#design/card/view.ts'
import type { Figure } from '#capabilities/indicators/model.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { FiscalYearNumber } from '../model.ts'
import { figureSource } from '../rules/figure-references.ts'
import { evidenceWords } from '../text/evidence-words.ts'
import { figureText, resultOf } from '../store/measured-figures.ts'

/** What was counted for a project in the year of its sheet, each figure with the way to its facts and into a text. */
export function renderSheetFigures(voice: Voice, figures: readonly Figure[], year: FiscalYearNumber): Html {
  const heading = voice.say(evidenceWords.measured)
  if (figures.length === 0) return renderPanel({ heading, body: html`<p>${voice.say(evidenceWords.none)}</p>` })
  const items = figures.map((figure) => html`<li>${renderFigure(voice, figure, year)}
    <p><small>${voice.say(evidenceWords.insert)}</small><br><code>${figureSource(figure.indicator.key)}</code></p></li>`)
  return renderPanel({ heading, body: html`<p>${voice.say(evidenceWords.measuredLead)}</p><ul class="stack">${items}</ul>` })
}

/** The same for residents, who only read. */
export function renderMeasured(voice: Voice, figures: readonly Figure[], year: FiscalYearNumber): Html {
  if (figures.length === 0) return nothing
  const items = figures.map((figure) => html`<li>${renderFigure(voice, figure, year)}</li>`)
  return renderPanel({
    heading: voice.say(evidenceWords.measured),
    body: html`<p>${voice.say(evidenceWords.measuredLead)}</p><ul class="stack">${items}</ul>`,
  })
}

function renderFigure(voice: Voice, figure: Figure, year: FiscalYearNumber): Html {
  const { indicator, value, isComplete } = figure
  const target = indicator.targets.find(({ fiscalYear }) => fiscalYear === year)
  const result = resultOf(figure, year)
  return html`<strong>${voice.say(indicator.title)}</strong><br>
    <a href="/evidence/${indicator.key}?year=${String(year)}">${figureText(voice, indicator, value)}</a>
    ${isComplete ? nothing : renderBadge({ label: voice.say(evidenceWords.beingCounted), tone: 'info' })}
    ${result === null ? nothing : renderBadge(result.isMet ? { label: voice.say(evidenceWords.met), tone: 'success' } : { label: voice.say(evidenceWords.notMet), tone: 'warning' })}
    ${target === undefined ? nothing : html`<br><small>${voice.say(evidenceWords.target)} ${figureText(voice, indicator, target.value)}</small>`}
    ${indicator.baseline === null ? nothing : html`<br><small>${voice.say(evidenceWords.baseline)} ${figureText(voice, indicator, indicator.baseline.value)} (${indicator.baseline.on})</small>`}`
}
