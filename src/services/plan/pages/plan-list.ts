import { renderBadge } from '#design/badge/view.ts'
import { renderHeading } from '#design/heading/view.ts'
import { renderMark, renderMarkLegend } from '#design/mark/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderYearStrip } from '#design/year-strip/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Branch, Listing, PlanDocument, Project } from '../model.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import type { PlanLinks } from './links.ts'
import type { PublicVisit } from './public-visit.ts'
import type { Tongue } from './tongue.ts'

type Shown = Pick<PublicVisit, 'tongue' | 'links' | 'document'>

/** The listings of a document below their branches, in the order of print; branches without any are left out. */
export function renderPlanList(shown: Shown): Html {
  const tops = shown.document.branches.filter(({ parentKey }) => parentKey === null)
  return html`${tops.map((branch) => renderBranch(shown, branch, 3))}`
}

/** What the marks mean: the schedule's in squares, the achievement's in circles. */
export function renderLegend(tongue: Tongue): Html {
  const legendOf = (scale: 'schedule' | 'achievement') =>
    renderMarkLegend({
      heading: tongue.scaleHeading(scale),
      marks: tongue.document.scales[scale].steps.flatMap(({ key }) => tongue.mark(scale, key, scale === 'schedule' ? 'planned' : 'actual') ?? []),
    })
  return html`<div class="stack stack-small">${legendOf('schedule')}${legendOf('achievement')}</div>`
}

function renderBranch(shown: Shown, branch: Branch, level: 3 | 4): Html {
  const { tongue, document } = shown
  const below = document.branches.filter(({ parentKey }) => parentKey === branch.key)
  const own = document.listings.filter(({ branchKey }) => branchKey === branch.key)
  const children = below.map((child) => renderBranch(shown, child, 4))
  if (own.length === 0 && children.every((child) => child === nothing)) return nothing
  const name = html`${branch.number} ${tongue.branchName(branch)}`
  return html`<section class="section">
    ${renderHeading({ level, content: name, id: `branch-${branch.key}` })}
    ${own.length === 0 ? nothing : renderListings(shown, branch, own)} ${children}
  </section>`
}

function renderListings(shown: Shown, branch: Branch, listings: readonly Listing[]): Html {
  const { tongue, document } = shown
  const { voice } = tongue
  const projects = projectsByKey(document)
  return renderTable({
    caption: html`${branch.number} ${tongue.branchName(branch)}`,
    isCaptionHidden: true,
    id: `list-${branch.key}`,
    isCardsOnPhone: true,
    columns: [
      { heading: html`${voice.say(planWords.number)} ${tongue.levelName(-1)}` },
      { heading: voice.say(planWords.yearMarks), width: 'narrow' },
      { heading: voice.say(planWords.achievement), width: 'narrow' },
      { heading: voice.say(planWords.owners) },
    ],
    rows: listings.flatMap((listing) => {
      const project = projects.get(listing.projectKey)
      return project === undefined ? [] : [rowOf(shown, listing, project)]
    }),
  })
}

function rowOf({ tongue, links, document }: Shown, listing: Listing, project: Project): HtmlValue[] {
  return [
    renderListedName(tongue, links, listing, project),
    renderStrip(tongue, document, project),
    renderJudgement(tongue, project),
    renderOwnerNames(tongue, project),
  ]
}

/** Number and name with what the plan says of repetitions. */
export function renderListedName(tongue: Tongue, links: PlanLinks, listing: Listing, project: Project): Html {
  const { voice } = tongue
  const badge = listing.isRelisting ? renderBadge({ label: voice.say(planWords.relisted) }) : nothing
  return html`<span class="cluster">${listing.number} ${badge}</span> <a href="${links.project(project.key)}">${tongue.projectName(project)}</a>`
}

export function renderStrip(tongue: Tongue, document: PlanDocument, project: Project): Html {
  return renderYearStrip({
    voice: tongue.voice,
    label: tongue.voice.plain(publicWords.marksOf, { name: tongue.plainProjectName(project) }),
    years: project.years.map(({ year, planned, actual }) => ({
      label: tongue.shortYear(year),
      mark: actual === null ? tongue.mark('schedule', planned, 'planned') : tongue.mark('schedule', actual),
      isReportYear: year === document.reportYear,
    })),
  })
}

export function renderJudgement(tongue: Tongue, { sheet }: Project): Html {
  const mark = tongue.mark('achievement', sheet.achievement)
  return mark === null ? html`<small>${tongue.voice.say(planWords.notJudged)}</small>` : renderMark({ ...mark, isLabelShown: true })
}

export function renderOwnerNames(tongue: Tongue, { owners }: Project): Html {
  if (owners.length === 0) return html`<small>${tongue.voice.say(planWords.noOwner)}</small>`
  return html`${owners.map((owner) => html`<div><small>${tongue.owner(owner)}</small></div>`)}`
}

const indexes = new WeakMap<PlanDocument, ReadonlyMap<string, Project>>()

export function projectsByKey(document: PlanDocument): ReadonlyMap<string, Project> {
  const known = indexes.get(document) ?? new Map(document.projects.map((project) => [project.key, project]))
  indexes.set(document, known)
  return known
}
