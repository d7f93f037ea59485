import { renderPanel } from '#design/card/view.ts'
import { renderBarChart } from '#design/chart/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderSection } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { definitionWords } from '../definition-words.ts'
import type { Figure, Target } from '../model.ts'
import { isTargetMet } from '../rules/targets.ts'
import { text } from '../text.ts'
import { renderDefinition, sayCounting } from './definition-text.ts'
import { getFigure } from './figure-asked.ts'
import { renderFrozen } from './frozen.ts'
import { dayText, monthName, plainYear, sayMonth, sayYear, serviceTitle, valueText, yearIn, yearsOf } from './words.ts'

/** One indicator in a year: the figure, how it is counted, its months, its categories, and what was set down. */
export async function showIndicator(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const year = yearIn(visit)
  const shownFigure = await getFigure(visit, year)
  const { indicator, versions } = shownFigure
  const here = `/evidence/${indicator.key}`
  const current = versions.at(-1)?.definition ?? indicator.definitions.at(-1)
  const main = html`
    ${renderPageTitle({
      title: voice.say(indicator.title),
      kicker: serviceTitle(visit, indicator.service),
      lead: current === undefined ? nothing : sayCounting(voice, current),
      actions: [
        renderLinkButton({ label: voice.say(text.seeFacts), href: `${here}/facts?year=${year}`, kind: 'secondary', icon: 'list' }),
        renderLinkButton({ label: voice.say(text.asJson), href: `${here}/figure.json?year=${year}`, kind: 'link', icon: 'download' }),
      ],
    })}
    ${renderTabs({ label: voice.plain(text.years), tabs: yearsOf(visit, [indicator]).map((one) => ({ href: `${here}?year=${one}`, label: sayYear(voice, one), isCurrent: one === year })) })}
    ${renderStates(voice, shownFigure)} ${renderNumbers(voice, shownFigure, year)}
    ${renderColumns({ kind: 'main-and-side', parts: [renderCharts(voice, shownFigure), renderAbout(visit, shownFigure)] })}
    ${renderVersions(voice, shownFigure)} ${await renderFrozen(visit, shownFigure, year)}`
  return shown({ title: `${voice.plain(indicator.title)} ${plainYear(voice, year)}`, main, crumbs: [{ href: `/evidence?year=${year}`, label: voice.say(text.title) }] })
}

function renderStates(voice: Voice, { indicator, versions, isComplete }: Figure): Html {
  const { progress } = indicator
  return html`${!isComplete && renderNotice({
    voice, kind: 'warning', title: voice.say(text.incomplete), body: voice.say(text.incompleteBody),
    actions: renderProgress({ voice, id: 'backfill', label: voice.say(text.countingProgress), done: progress.counted, total: progress.joined }),
  })}
  ${versions.length > 1 && renderNotice({ voice, kind: 'info', title: voice.say(text.mixed) })}
  ${!indicator.isDeclared && renderNotice({ voice, kind: 'info', title: voice.say(text.formerIndicator) })}`
}

function renderNumbers(voice: Voice, { indicator, value, facts }: Figure, year: number): Html {
  const { targets, baseline, direction } = indicator
  const unit = voice.say(indicator.unit)
  const target = targets.find(({ fiscalYear }) => fiscalYear === year)
  const isMet = isTargetMet(direction, value, target)
  const state = isMet === null ? null : voice.say(isMet ? text.targetMet : text.targetMissed)
  return renderFigures({
    figures: [
      {
        label: html`${voice.say(text.value)} ${sayYear(voice, year)}`,
        value: valueText(voice, value),
        unit,
        note: value === null ? voice.say(text.nothingCounted) : voice.say(text.factsCount, { count: facts }),
      },
      target === undefined
        ? { label: voice.say(text.target), value: valueText(voice, null), note: voice.say(text.noTarget) }
        : { label: voice.say(text.target), value: targetText(voice, target), unit, ...(state === null && target.source === undefined ? {} : { note: html`${state} ${target.source}` }) },
      ...(baseline === null ? [] : [{ label: voice.say(text.baseline), value: valueText(voice, baseline.value), unit, note: html`${voice.say(text.baselineOn, { day: dayText(voice, Temporal.PlainDate.from(baseline.on)) })} ${baseline.source}` }]),
    ],
  })
}

function targetText(voice: Voice, { value, upTo }: Target): Html {
  if (upTo === undefined) return html`${valueText(voice, value)}`
  return voice.say(text.targetRange, { from: valueText(voice, value), to: valueText(voice, upTo) })
}

function renderCharts(voice: Voice, { indicator, months, categories, versions }: Figure): Html {
  const isSummed = versions.every(({ definition: { count } }) => count.kind === 'count' || count.kind === 'sum')
  const label = html`${voice.say(indicator.title)} (${voice.say(indicator.unit)})`
  const ofMonths = months.map(({ month, value }) => ({ label: sayMonth(voice, month), value }))
  const ofCategories = categories.map(({ category, value }) => ({ label: html`${category}`, value }))
  return html`${renderChart(voice, { caption: voice.say(text.byMonth), heading: voice.say(text.month), label, isSummed, rows: ofMonths })}
    ${renderChart(voice, { caption: voice.say(text.byCategory), heading: voice.say(text.category), label, isSummed, rows: ofCategories })}`
}

interface ChartOfValues {
  readonly caption: Html
  readonly heading: Html
  readonly label: Html
  readonly isSummed: boolean
  readonly rows: readonly { readonly label: Html; readonly value: number | null }[]
}

/** Rows of which there is nothing to tell are left out; numbers below zero cannot be drawn as bars and are only told. */
function renderChart(voice: Voice, { caption, heading, label, isSummed, rows }: ChartOfValues): Html {
  const told = rows.flatMap((row) => (row.value === null ? [] : [{ label: row.label, value: Math.round(row.value * 100) / 100 }]))
  if (told.length === 0) return nothing
  const body = told.some(({ value }) => value < 0)
    ? renderTable({ caption, columns: [{ heading }, { heading: label, isNumeric: true }], rows: told.map((row) => [row.label, valueText(voice, row.value)]) })
    : renderBarChart({ voice, caption, rowHeading: heading, isSummed, series: [{ label, tone: 'first' }], rows: told.map((row) => ({ label: row.label, values: [row.value] })) })
  return renderPanel({ body })
}

function renderAbout(visit: Visit, { indicator, from, to, countedTo }: Figure): Html {
  const { voice } = visit
  const facts: { term: HtmlValue; description: HtmlValue }[] = [
    { term: voice.say(text.period), description: voice.say(text.periodRange, { from: monthName(voice, from), to: monthName(voice, to) }) },
    { term: voice.say(text.nature), description: voice.say(text[indicator.nature]) },
    { term: voice.say(text.direction), description: voice.say(text[indicator.direction]) },
    ...(indicator.projects.length === 0 ? [] : [{ term: voice.say(text.projects), description: indicator.projects.join(', ') }]),
    { term: voice.say(text.key), description: html`<code>${indicator.key}</code>` },
    { term: voice.say(text.countedTo), description: voice.number(countedTo) },
  ]
  return renderPanel({ heading: voice.say(text.about), body: renderFactsList({ facts }) })
}

function renderVersions(voice: Voice, { indicator, versions }: Figure): Html {
  const now = new Map(versions.map((version) => [version.definition.version, version]))
  const rows = indicator.definitions.map((definition) => [
    voice.number(definition.version),
    dayText(voice, Temporal.PlainDate.from(definition.from)),
    renderDefinition(voice, definition),
    voice.say(definition.reason),
    now.has(definition.version) ? html`${valueText(voice, now.get(definition.version)?.value ?? null)} ${voice.say(indicator.unit)}` : voice.say(text.nothingToTell),
  ])
  const columns = [
    { heading: voice.say(text.version), width: 'narrow' as const },
    { heading: voice.say(text.validFrom), width: 'narrow' as const },
    { heading: voice.say(text.definition), width: 'wide' as const },
    { heading: voice.say(text.reason) },
    { heading: voice.say(text.valueOfVersion), isNumeric: true },
  ]
  return renderSection({
    heading: voice.say(text.versions), id: 'versions', lead: voice.say(definitionWords.monthly),
    body: renderTable({ caption: voice.say(text.versions), isCaptionHidden: true, id: 'versions-table', columns, rows, isCardsOnPhone: true }),
  })
}
