import { renderBadge } from '#design/badge/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection } from '#design/layout/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listFigures } from '../indicators.ts'
import type { Figure } from '../model.ts'
import { isTargetMet } from '../rules/targets.ts'
import { text } from '../text.ts'
import { renderSmallChart } from './small-chart.ts'
import { plainYear, sayYear, serviceTitle, valueText, yearIn, yearsOf } from './words.ts'

const PATH = '/evidence'

/** Every indicator of a year, by service or by project of the plan. */
export async function showOverview(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const year = yearIn(visit)
  const isByProject = visit.query.by === 'project'
  const figures = await listFigures(tx, { fiscalYear: year })
  const groups = isByProject ? byProject(visit, figures) : byService(visit, figures)
  const main = html`
    ${renderPageTitle({
      title: voice.say(text.title),
      kicker: sayYear(voice, year),
      lead: voice.say(text.lead),
      actions: renderLinkButton({ label: voice.say(text.asJson), href: `${PATH}.json?year=${year}`, kind: 'link', icon: 'download' }),
    })}
    ${figures.length === 0 ? renderEmpty({ title: voice.say(text.none), body: voice.say(text.noneBody), icon: 'chart' }) : nothing}
    ${figures.length > 0 && renderChoices(visit, figures, year, isByProject)}
    ${groups.map(({ heading, figures: own }) => renderSection({ heading, body: renderColumns({ kind: 'halves', parts: halved(own.map((figure) => renderFigure(voice, figure, year))) }) }))}`
  return shown({ title: `${voice.plain(text.title)} ${plainYear(voice, year)}`, description: voice.plain(text.summary), main })
}

interface Group {
  readonly heading: Html
  readonly figures: readonly Figure[]
}

function byService(visit: Visit, figures: readonly Figure[]): Group[] {
  return [...Map.groupBy(figures, ({ indicator }) => indicator.service)].map(([service, own]) => ({ heading: serviceTitle(visit, service), figures: own }))
}

/** An indicator that speaks for two projects stands under both. */
function byProject({ voice }: Visit, figures: readonly Figure[]): Group[] {
  const codes = [...new Set(figures.flatMap(({ indicator }) => indicator.projects))].toSorted((a, b) => a.localeCompare(b, 'ja', { numeric: true }))
  const groups = codes.map((code) => ({ heading: voice.say(text.project, { code }), figures: figures.filter(({ indicator }) => indicator.projects.includes(code)) }))
  const others = figures.filter(({ indicator }) => indicator.projects.length === 0)
  return others.length === 0 ? groups : [...groups, { heading: voice.say(text.noProject), figures: others }]
}

function renderChoices(visit: Visit, figures: readonly Figure[], year: number, isByProject: boolean): Html {
  const { voice } = visit
  const address = (of: number, by: boolean) => `${PATH}?year=${of}${by ? '&by=project' : ''}`
  return renderCluster({
    parts: [
      renderTabs({
        label: voice.plain(text.views),
        tabs: [
          { href: address(year, false), label: voice.say(text.byService), isCurrent: !isByProject },
          { href: address(year, true), label: voice.say(text.byProject), isCurrent: isByProject },
        ],
      }),
      renderTabs({
        label: voice.plain(text.years),
        tabs: yearsOf(visit, figures.map(({ indicator }) => indicator)).map((one) => ({ href: address(one, isByProject), label: sayYear(voice, one), isCurrent: one === year })),
      }),
    ],
  })
}

function renderFigure(voice: Voice, figure: Figure, year: number): Html {
  const { indicator } = figure
  const target = indicator.targets.find(({ fiscalYear }) => fiscalYear === year)
  const isMet = isTargetMet(indicator.direction, figure.value, target)
  const badges = [
    renderBadge({ label: voice.say(text[indicator.nature]), tone: indicator.nature === 'outcome' ? 'accent' : 'neutral' }),
    target === undefined ? nothing : html`<span>${voice.say(text.target)} ${valueText(voice, target.value)}${target.upTo !== undefined && html`–${valueText(voice, target.upTo)}`} ${voice.say(indicator.unit)}${target.source !== undefined && html` <small>${target.source}</small>`}</span>`,
    isMet === true ? renderBadge({ label: voice.say(text.targetMet), tone: 'success' }) : nothing,
    figure.isComplete ? nothing : renderBadge({ label: voice.say(text.incomplete), tone: 'warning' }),
  ]
  return renderPanel({
    level: 3,
    heading: html`<a href="${PATH}/${indicator.key}?year=${year}">${voice.say(indicator.title)}</a>`,
    body: html`<p class="figure-value">${valueText(voice, figure.value)} ${figure.value !== null && html`<span class="figure-unit">${voice.say(indicator.unit)}</span>`}</p>
      ${renderCluster({ parts: badges })} ${renderSmallChart(voice, figure)}`,
  })
}

/** Two columns, filled line by line. */
function halved(parts: readonly Html[]): [Html[], Html[]] {
  return [parts.filter((_, index) => index % 2 === 0), parts.filter((_, index) => index % 2 === 1)]
}
