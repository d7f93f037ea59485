import { renderBadge } from '#design/badge/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderYearStrip } from '#design/year-strip/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { Branch, Listing, PlanIndicator, Project } from '../model.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { projectsByKey, renderJudgement, renderOwnerNames } from './plan-list.ts'
import type { PublicVisit } from './public-visit.ts'
import type { Tongue } from './tongue.ts'

/** The result indicators, those that are not set included. */
export function renderIndicators(tongue: Tongue): Html {
  const { voice, document } = tongue
  if (document.indicators.length === 0) return html`<p>${voice.say(planWords.notSet)}</p>`
  return renderTable({
    caption: voice.say(planWords.indicators),
    isCaptionHidden: true,
    id: 'indicator-table',
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(planWords.number), width: 'narrow' },
      { heading: voice.say(planWords.indicatorName) },
      { heading: voice.say(planWords.unit) },
      { heading: voice.say(planWords.baseline) },
      { heading: html`${voice.say(planWords.actualValue)} (${tongue.shortYear(document.reportYear)})` },
      { heading: voice.say(planWords.target) },
    ],
    rows: document.indicators.map((indicator) => indicatorRow(tongue, indicator)),
  })
}

function indicatorRow(tongue: Tongue, { number, name, isSet, unit, baseline, actual, target }: PlanIndicator): HtmlValue[] {
  const texts = [unit, baseline, actual, target].map((text) => tongue.japanese(text))
  return [number, isSet ? tongue.named(`indicators/${number}/name`, name) : tongue.voice.say(planWords.notSet), ...texts]
}

/** One table for each top branch, each with its own headings. */
export function renderReportTables(found: PublicVisit, shown: readonly Listing[]): Html {
  const { document } = found
  const places = new Map(document.listings.filter(({ isRelisting }) => !isRelisting).map(({ projectKey, number }) => [projectKey, number]))
  const tops = document.branches.filter(({ parentKey }) => parentKey === null)
  return html`${tops.map((top) => renderTop(found, top, shown, places))}`
}

function renderTop(found: PublicVisit, top: Branch, shown: readonly Listing[], places: ReadonlyMap<string, string>): Html {
  const { tongue, document } = found
  const below = branchesBelow(document.branches, top.key)
  const listings = shown.filter(({ branchKey }) => below.has(branchKey))
  if (listings.length === 0 && shown.length > 0) return nothing
  const name = html`${top.number} ${tongue.branchName(top)}`
  const body = renderTable({
    caption: tongue.voice.say(publicWords.tableOf, { name: `${top.number} ${tongue.plainBranchName(top)}` }),
    isCaptionHidden: true,
    id: `report-${top.key}`,
    isCardsOnPhone: true,
    columns: headings(tongue),
    rows: listings.flatMap((listing) => {
      const project = projectsByKey(document).get(listing.projectKey)
      return project === undefined ? [] : [rowOf(found, listing, project, places)]
    }),
  })
  return renderSection({ level: 3, heading: name, id: `top-${top.key}`, body })
}

function headings(tongue: Tongue) {
  const { voice } = tongue
  return [
    { heading: html`${voice.say(planWords.number)} ${tongue.levelName(-1)}` },
    { heading: html`${voice.say(planWords.purpose)}・${voice.say(planWords.outline)}` },
    { heading: voice.say(planWords.yearMarks) },
    { heading: voice.say(publicWords.reportOfYear, { year: tongue.plainYear(tongue.document.reportYear) }) },
  ]
}

function rowOf(found: PublicVisit, listing: Listing, project: Project, places: ReadonlyMap<string, string>): HtmlValue[] {
  const { tongue } = found
  const { purpose, outline, sheet } = project
  const branch = found.document.branches.find(({ key }) => key === listing.branchKey)
  const isCopy = listing.isRelisting && places.has(project.key)
  return [
    renderFirstCell(found, listing, project, branch),
    isCopy ? renderSameAs(found, project, places) : renderTexts(tongue, [[planWords.purpose, purpose], [planWords.outline, outline]]),
    renderLine(tongue, project),
    isCopy
      ? renderSameAs(found, project, places)
      : renderTexts(tongue, [
          [planWords.results, sheet.results],
          [planWords.outcomes, sheet.outcomes],
          [planWords.periodStatus, sheet.periodStatus],
        ]),
  ]
}

/** Texts under each other, each below its name. */
function renderTexts(tongue: Tongue, texts: readonly (readonly [Phrase<never>, string])[]): Html {
  return html`<dl class="stack stack-small">${texts.map(
    ([name, text]) => html`<div><dt><small><strong>${tongue.voice.say(name)}</strong></small></dt><dd>${renderText(tongue, text)}</dd></div>`,
  )}</dl>`
}

/** Number, direction, name, judgement and owners: what tells the lines of the table apart. */
function renderFirstCell({ tongue, links }: PublicVisit, listing: Listing, project: Project, branch: Branch | undefined): Html {
  const { voice } = tongue
  const remark = listing.isRelisting ? planWords.relisted : listing.hasRelistings ? planWords.hasRelistings : null
  return html`<div id="${listing.isRelisting ? 'again' : 'project'}-${listing.isRelisting ? `${listing.branchKey}-${project.key}` : project.key}" class="stack stack-small">
    <span class="cluster">${listing.number} ${remark === null ? nothing : renderBadge({ label: voice.say(remark) })}</span>
    ${branch === undefined || branch.parentKey === null ? nothing : html`<small>${tongue.branchName(branch)}</small>`}
    <a href="${links.project(project.key)}">${tongue.projectName(project)}</a>
    <span>${renderJudgement(tongue, project)}</span>
    <div>${renderOwnerNames(tongue, project)}</div>
  </div>`
}

/** A repetition leads to its main place instead of saying everything twice. */
function renderSameAs({ tongue: { voice } }: PublicVisit, project: Project, places: ReadonlyMap<string, string>): Html {
  return html`<a href="#project-${project.key}">${voice.say(publicWords.sameAs, { number: places.get(project.key) ?? '' })}</a>`
}

function renderLine(tongue: Tongue, project: Project): Html {
  return renderYearStrip({
    voice: tongue.voice,
    label: tongue.voice.plain(publicWords.marksOf, { name: tongue.plainProjectName(project) }),
    isUpright: true,
    years: project.years.map(({ year, planned, actual, note }) => ({
      label: tongue.shortYear(year),
      mark: actual === null ? tongue.mark('schedule', planned, 'planned') : tongue.mark('schedule', actual),
      isReportYear: year === tongue.document.reportYear,
      ...(note === '' ? {} : { note: tongue.japanese(note) }),
    })),
  })
}

function renderText(tongue: Tongue, text: string): Html {
  if (text.trim() === '') return html`<small>${tongue.voice.say(planWords.blank)}</small>`
  return html`<div${tongue.japaneseBlock}>${tongue.prose(text)}</div>`
}

function branchesBelow(branches: readonly Branch[], top: string): ReadonlySet<string> {
  const below = new Set([top])
  for (const key of below) for (const branch of branches) if (branch.parentKey === key) below.add(branch.key)
  return below
}
