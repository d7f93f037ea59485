import { renderPanel } from '#design/card/view.ts'
import type { Figure, KeptIndicator } from '#capabilities/indicators/model.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { fiscalYearOf } from '#kernel/values/fiscal-year.ts'
import type { FiscalYearNumber } from '../model.ts'
import { figureSource } from '../rules/figure-references.ts'
import { knownFigureOf } from '../store/known-figures.ts'
import { evidenceWords } from '../text/evidence-words.ts'
import { referenceWords } from '../text/reference-words.ts'
import { renderFigure } from './sheet-figures.ts'

/** Address of the script that puts a reference at the cursor (pages/figure-insert-client.ts). */
export const INSERT_SCRIPT = '/staff/plan/figure-insert.js'

export interface InsertChoices {
  /** What was counted for the project of the sheet; for the cover none. */
  readonly figures: readonly Figure[]
  /** Every indicator of the city. */
  readonly indicators: readonly KeptIndicator[]
  readonly year: FiscalYearNumber
  readonly today: Temporal.PlainDate
  /** The cover speaks for the whole plan, not for a project. */
  readonly isCover: boolean
  /** Is there a box to put a figure into? */
  readonly isWritable: boolean
}

/** What was counted for a project, and every other indicator of the city, each with its way into a text. */
export function renderFigureInsert(voice: Voice, choices: InsertChoices): Html {
  const { figures, indicators, year, isWritable, isCover } = choices
  const own = new Set(figures.map(({ indicator }) => indicator.key))
  const others = indicators.filter(({ key }) => !own.has(key))
  const items = figures.map((figure) => html`<li>${renderFigure(voice, figure, year)} ${renderInsert(voice, figure.indicator, choices)}</li>`)
  const none = isCover ? nothing : html`<p>${voice.say(evidenceWords.none)}</p>`
  const counted = figures.length === 0 ? none : html`<p>${voice.say(evidenceWords.measuredLead)}</p><ul class="stack">${items}</ul>`
  const hasAny = isWritable && indicators.some((indicator) => mayStand(indicator, choices))
  const lead = hasAny ? html`<p><small>${voice.say(referenceWords.insertLead)}</small></p>${renderStatus(voice)}<script src="${INSERT_SCRIPT}" defer></script>` : nothing
  return renderPanel({
    heading: voice.say(evidenceWords.measured),
    body: html`<div class="stack">${counted} ${lead} ${others.length === 0 ? nothing : renderOthers(voice, others, choices)}</div>`,
  })
}

/** Is there a figure of the sheet's year, so that a reference to it says something? */
function mayStand(indicator: KeptIndicator, { year, today }: InsertChoices): boolean {
  return year >= knownFigureOf(indicator).firstYear && year <= fiscalYearOf(today)
}

/** Says what was put where, also to who does not see it. */
function renderStatus(voice: Voice): Html {
  const inserted = voice.plain(referenceWords.inserted, { box: '{box}', source: '{source}' })
  return html`<p role="status" data-insert-status data-inserted="${inserted}" data-no-box="${voice.plain(referenceWords.noBox)}"></p>`
}

/** The other indicators: closed at first, all of them readable and searchable by the browser once opened. */
function renderOthers(voice: Voice, others: readonly KeptIndicator[], choices: InsertChoices): Html {
  const items = others.map((indicator) => html`<li data-name="${voice.plain(indicator.title)} ${indicator.key}">
    <a href="/evidence/${indicator.key}?year=${String(choices.year)}">${voice.say(indicator.title)}</a> ${renderInsert(voice, indicator, choices)}</li>`)
  return html`<details data-figure-list><summary>${voice.say(referenceWords.others)}</summary>
    <div class="stack">
      <p data-figure-find hidden><label class="field-label" for="figure-find">${voice.say(referenceWords.find)}</label><input class="control control-full" type="search" id="figure-find" autocomplete="off"></p>
      <ul class="stack">${items}</ul>
      <p role="status" data-figure-none data-words="${voice.plain(referenceWords.noneFound)}"></p>
    </div></details>`
}

/** The reference itself, to be copied, and the button that the script brings to life. */
function renderInsert(voice: Voice, indicator: KeptIndicator, choices: InsertChoices): Html {
  if (!choices.isWritable) return nothing
  const { firstYear } = knownFigureOf(indicator)
  if (choices.year < firstYear && Number.isFinite(firstYear)) return html`<p><small>${voice.say(referenceWords.countedFrom, { firstYear: String(firstYear) })}</small></p>`
  if (!mayStand(indicator, choices)) return nothing
  const source = figureSource(indicator.key)
  return html`<p class="cluster"><code>${source}</code>
    <button type="button" class="button button-secondary button-small" data-insert="${source}" hidden><span>${voice.say(referenceWords.insert)}<span class="visually-hidden">: ${voice.plain(indicator.title)}</span></span></button></p>`
}
