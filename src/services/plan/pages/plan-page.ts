import { renderCards } from '#design/card/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList, type Fact } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findSurroundings, type PlanSurroundings } from '../store/figures.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { renderDashboard } from './dashboard.ts'
import { topBranches } from './dashboard-counts.ts'
import { pageOf } from './paging.ts'
import { filterIn, isNarrowing, projectsThatFit, type PlanFilter } from './plan-filter.ts'
import { renderPlanFilters } from './plan-filters.ts'
import { renderLegend, renderPlanList } from './plan-list.ts'
import { findPublicVisit, renderDraftNotice, renderStateBadges, showNoPlan, type PublicVisit } from './public-visit.ts'
import { wordOf } from './tongue.ts'

/** The plan by vision and measure, with its numbers at a glance and a search over everything in it. */
export async function showPlan(visit: Visit): Promise<Answer> {
  const found = await findPublicVisit(visit)
  if (found === undefined) return showNoPlan(visit)
  const filter = filterIn(visit.query)
  const isNarrow = isNarrowing(filter)
  const surroundings = await findSurroundings(visit.tx, found.plan.key)
  const title = found.tongue.plainNamed('plan/title', found.plan.title)
  const main = html`
    ${renderHead(found)} ${renderDraftNotice(found)}
    ${isNarrow ? nothing : html`${renderAbout(found, surroundings)} ${renderDashboard(found)}`}
    ${renderProjects(found, filter, visit.query)} ${isNarrow ? nothing : renderWaysOn(found)}`
  return shown({ title, main, description: visit.voice.plain(publicWords.lead) })
}

function renderHead(found: PublicVisit): Html {
  const { tongue, plan, links, document } = found
  const { voice } = tongue
  return renderPageTitle({
    kicker: voice.say(planWords.title),
    title: tongue.named('plan/title', plan.title),
    lead: voice.say(publicWords.lead),
    facts: html`${renderStateBadges(found)}
      <span>${voice.say(planWords.period, { from: tongue.plainYear(plan.from), to: tongue.plainYear(plan.to) })}</span>
      <span>${voice.say(publicWords.projectCount, { count: document.projects.length })}</span>`,
    actions: html`${renderLinkButton({
      href: links.report(document.reportYear),
      icon: 'document',
      label: voice.say(publicWords.readReport, { year: tongue.plainYear(document.reportYear) }),
    })}
    ${renderLinkButton({ href: links.to('/plan/changes'), icon: 'history', kind: 'secondary', label: voice.say(publicWords.whatChanged) })}`,
  })
}

/** The guiding idea and the plan above, where the city has told them. */
function renderAbout({ tongue, plan }: PublicVisit, { contributions }: PlanSurroundings): Html {
  const { voice } = tongue
  const facts: Fact[] = []
  if (plan.principle !== '') {
    facts.push({ term: voice.say(publicWords.principle), description: html`<strong>${tongue.named('plan/principle', plan.principle)}</strong>` })
  }
  if (contributions.length > 0) {
    const description = contributions.map(({ upperTitle, words, path }) => {
      const steps = path.map(({ number, name, words: own }) => html` › ${number} ${wordOf(voice, own, 'name', name)}`)
      return html`${wordOf(voice, words, 'title', upperTitle)}${steps}`
    })
    facts.push({ term: voice.say(publicWords.upperPlan), description })
  }
  return facts.length === 0 ? nothing : renderFactsList({ facts })
}

/** Listings on one page; any plan of a city fits on one, a table that somebody imports need not. */
const LISTINGS_PER_PAGE = 400

function renderProjects(found: PublicVisit, filter: PlanFilter, query: Visit['query']): Html {
  const { tongue, document, words, links } = found
  const { voice } = tongue
  const isNarrow = isNarrowing(filter)
  const fitting = isNarrow ? projectsThatFit(document, filter, words, topBranches(document)) : null
  const total = document.projects.length
  const listings = document.listings.filter(({ projectKey }) => fitting?.has(projectKey) ?? true)
  const shownPage = pageOf(listings, query.page, LISTINGS_PER_PAGE)
  const heading = fitting === null ? voice.say(publicWords.allProjects) : voice.say(publicWords.found, { count: fitting.size, total })
  const list =
    fitting?.size === 0
      ? renderEmpty({ title: voice.say(publicWords.nothingFound), body: voice.say(publicWords.nothingFoundBody), icon: 'search' })
      : renderPlanList({ ...found, document: { ...document, listings: shownPage.items } })
  const pagination = renderPagination({ voice, ...shownPage, hrefOf: (page) => `${links.to('/plan', { ...query, page: String(page) })}#projects` })
  const ways = fitting === null ? renderBranchLinks(found) : nothing
  return html`${renderSection({ heading: voice.say(publicWords.find), id: 'find', body: renderPlanFilters(found, filter) })}
  ${renderSection({
    heading,
    id: 'projects',
    lead: voice.say(publicWords.allProjectsLead),
    body: html`${ways} ${renderLegend(tongue)} ${list} ${pagination}`,
  })}`
}

/** Leads down to each top branch: the list is long. */
function renderBranchLinks({ tongue, document }: PublicVisit): Html {
  const tops = document.branches.filter(({ parentKey }) => parentKey === null)
  return html`<ul class="stack stack-small no-print">${tops.map(
    (branch) => html`<li><a href="#branch-${branch.key}">${branch.number} ${tongue.branchName(branch)}</a></li>`,
  )}</ul>`
}

function renderWaysOn({ tongue, links, plan, plans, document }: PublicVisit): Html {
  const { voice } = tongue
  const reports = plan.reports.map(({ year, publication }) => ({
    href: links.report(year),
    title: voice.say(publicWords.readReport, { year: tongue.plainYear(year) }),
    body: voice.say(publication === null ? planWords.draft : planWords.published),
    icon: 'document' as const,
  }))
  const others = plans
    .filter(({ key, reports: own }) => key !== plan.key && own.length > 0)
    .map(({ key, title }) => ({ href: `/plan?plan=${encodeURIComponent(key)}`, title: tongue.japanese(title), icon: 'list' as const }))
  const year = String(document.reportYear)
  const files = [
    { href: links.report(document.reportYear, '.csv'), title: voice.say(publicWords.csv), icon: 'download' as const },
    { href: links.to('/plan.json'), title: voice.say(publicWords.json), icon: 'download' as const },
  ]
  return html`${renderSection({ heading: voice.say(publicWords.reports), body: renderCards({ cards: reports }) })}
  ${others.length === 0 ? nothing : renderSection({ heading: voice.say(publicWords.otherPlans), body: renderCards({ cards: others }) })}
  ${renderSection({
    heading: voice.say(publicWords.downloads),
    id: `files-${year}`,
    lead: voice.say(publicWords.downloadsLead),
    body: renderCards({ cards: files }),
  })}`
}
