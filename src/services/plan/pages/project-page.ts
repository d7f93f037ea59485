import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList, type Fact } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderMark } from '#design/mark/view.ts'
import { renderYearLine } from '#design/year-line/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Project } from '../model.ts'
import { listHeldChanges } from '../store/changes.ts'
import { explained } from '../store/reasons.ts'
import { loadSurroundings } from '../store/surroundings.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { measureContradictions } from '../store/measure-contradictions.ts'
import { listProjectFigures } from '../store/measured-figures.ts'
import { projectsByKey, renderLegend } from './plan-list.ts'
import { isForResidents, renderContradictions } from './project-contradictions.ts'
import { renderProjectBudget } from './project-budget.ts'
import { renderFigures } from './project-figures.ts'
import { renderProjectHistory } from './project-history.ts'
import { renderOwners } from './project-owners.ts'
import { renderOtherPlans } from './project-plans.ts'
import { renderProjectReview } from './project-review.ts'
import { renderMeasured } from './sheet-figures.ts'
import {
  findPublicVisit, planCrumb, renderDraftNotice, renderStateBadges, showNoPlan, showNoProject, type PublicVisit,
} from './public-visit.ts'

/** How far back a project's page tells what changed. */
const CHANGES_SHOWN = 60

/** One project: its line through the years, what was written of it, who answers for it, and what changed. */
export async function showProject(visit: Visit): Promise<Answer> {
  const found = await findPublicVisit(visit)
  if (found === undefined) return showNoPlan(visit)
  const project = projectsByKey(found.document).get(visit.params.key ?? '')
  if (project === undefined) return showNoProject(visit)
  const { tx } = visit
  const { plan, document, publication, tongue } = found
  const until = publication === null ? {} : { until: publication.lastChange }
  const [{ figures, owners, grounds, units }, measured, changes, review, otherPlans, budget] = await Promise.all([
    loadSurroundings(tx, plan),
    listProjectFigures(tx, project.key, document.reportYear),
    listHeldChanges(tx, plan, { projectKey: project.key, limit: CHANGES_SHOWN, ...until }),
    renderProjectReview(tx, found, project.key),
    renderOtherPlans(tx, found, project.key),
    renderProjectBudget(tx, found, project.key),
  ])
  const measures = await measureContradictions(tx, plan.key, document, measured, project.key)
  const main = html`
    ${renderHead(found, project)} ${renderDraftNotice(found)} ${renderYears(found, project)}
    ${renderColumns({
      kind: 'main-and-side',
      parts: [
        html`${renderAbout(found, project)} ${renderSheet(found, project)} ${renderFigures(tongue, figures.get(project.key) ?? [])} ${budget}
        ${renderContradictions(tongue, explained(document, { ...grounds, measures }, project.key).filter(isForResidents))} ${review}`,
        html`${renderPanel({ heading: tongue.voice.say(publicWords.ownersNow), body: renderOwners(tongue, owners.get(project.key) ?? [], units, visit.tx.today) })}
        ${renderMeasured(tongue.voice, measured, document.reportYear)} ${renderPlaces(found, project)} ${otherPlans}`,
      ],
    })}
    ${renderProjectHistory(tongue, changes, units)} ${renderNeighbours(found, project)}`
  const title = `${mainNumber(found, project)} ${tongue.plainProjectName(project)}`
  // Counted figures move without the plan: such a page is made anew each time.
  const isCounting = measured.length > 0 || found.figures.size > 0
  return shown({ ...(isCounting ? { emptiedBy: [] } : {}), title, main, crumbs: [planCrumb(tongue.voice, found.links)], description: tongue.plainNamed(`projects/${project.key}/purpose`, project.purpose) })
}

function mainNumber({ document }: PublicVisit, { key }: Project): string {
  const own = document.listings.filter(({ projectKey }) => projectKey === key)
  return (own.find(({ isRelisting }) => !isRelisting) ?? own[0])?.number ?? ''
}

function renderHead(found: PublicVisit, project: Project): Html {
  const { tongue, document } = found
  const mark = tongue.mark('achievement', project.sheet.achievement)
  const own = document.listings.find(({ projectKey, isRelisting }) => projectKey === project.key && !isRelisting)
  const branch = document.branches.find(({ key }) => key === own?.branchKey)
  return renderPageTitle({
    kicker: html`${mainNumber(found, project)} ${branch === undefined ? nothing : tongue.branchName(branch)}`,
    title: tongue.projectName(project),
    facts: html`${mark === null ? renderBadge({ label: tongue.voice.say(planWords.notJudged) }) : renderMark({ ...mark, isLabelShown: true })}
    ${renderStateBadges(found)}`,
  })
}

function renderYears({ tongue, document }: PublicVisit, project: Project): Html {
  const { voice } = tongue
  if (project.years.length === 0) return nothing
  const line = renderYearLine({
    voice,
    label: voice.plain(publicWords.yearLineOf, { name: tongue.plainProjectName(project) }),
    years: project.years.map(({ year, planned, actual, note }) => ({
      label: tongue.year(year),
      planned: tongue.mark('schedule', planned, 'planned'),
      actual: tongue.mark('schedule', actual),
      isReportYear: year === document.reportYear,
      ...(note === '' ? {} : { note: tongue.japanese(note) }),
    })),
  })
  return renderSection({ heading: voice.say(publicWords.yearLine), body: renderPanel({ body: html`${line} ${renderLegend(tongue)}` }) })
}

function renderAbout({ tongue }: PublicVisit, project: Project): Html {
  const { voice } = tongue
  const inShort = tongue.translation(`projects/${project.key}/purpose`)
  const facts: Fact[] = []
  if (inShort !== undefined) facts.push({ term: voice.say(planWords.inShort), description: inShort })
  facts.push({ term: voice.say(planWords.purpose), description: renderText(tongue, project.purpose) })
  facts.push({ term: voice.say(planWords.outline), description: renderText(tongue, project.outline) })
  return renderSection({ heading: voice.say(publicWords.aboutProject), body: html`${renderFactsList({ facts })} ${renderLanguageNote(tongue)}` })
}

function renderSheet({ tongue, document }: PublicVisit, { sheet }: Project): Html {
  const { voice } = tongue
  const parts = [
    [planWords.results, sheet.results],
    [planWords.outcomes, sheet.outcomes],
    [planWords.periodStatus, sheet.periodStatus],
  ] as const
  const texts = parts.map(([heading, text]) => renderSection({ level: 3, heading: voice.say(heading), body: renderText(tongue, text) }))
  return renderSection({
    heading: voice.say(publicWords.reportOfYear, { year: tongue.plainYear(document.reportYear) }),
    body: html`${renderStack({ parts: texts })} ${renderLanguageNote(tongue)}`,
  })
}

/** Tells readers of other languages that what stands above is the city's Japanese text. */
function renderLanguageNote({ voice, isOtherThanPlan }: PublicVisit['tongue']): Html {
  return isOtherThanPlan ? html`<p><small>${voice.say(planWords.japaneseOnly)}</small></p>` : nothing
}

/** A text that people wrote, or that nobody has written yet. */
function renderText(tongue: PublicVisit['tongue'], text: string): Html {
  if (text.trim() === '') return html`<p><small>${tongue.voice.say(publicWords.notWritten)}</small></p>`
  return html`<div${tongue.japaneseBlock}>${tongue.prose(text)}</div>`
}

function renderPlaces({ tongue, document, links }: PublicVisit, { key }: Project): Html {
  const { voice } = tongue
  const names = new Map(document.branches.map((branch) => [branch.key, branch]))
  const items = document.listings
    .filter(({ projectKey }) => projectKey === key)
    .map(({ number, branchKey, isRelisting }) => {
      const branch = names.get(branchKey)
      const place = html`<a href="${links.to('/plan')}#branch-${branchKey}">${branch ? tongue.branchName(branch) : branchKey}</a>`
      return html`<li>${number} ${renderBadge({ label: voice.say(isRelisting ? planWords.relisted : publicWords.mainListing) })}<br>${place}</li>`
    })
  return renderPanel({ heading: voice.say(planWords.listings), body: html`<ul class="stack stack-small">${items}</ul>` })
}

function renderNeighbours({ tongue, document, links }: PublicVisit, { key }: Project): Html {
  const { voice } = tongue
  const place = document.projects.findIndex((project) => project.key === key)
  const link = (project: Project | undefined, word: typeof publicWords.nextProject, icon: 'left' | 'right') =>
    project &&
    renderLinkButton({ href: links.project(project.key), kind: 'secondary', icon, label: html`${voice.say(word)}: ${tongue.projectName(project)}` })
  return html`<nav class="cluster no-print" aria-label="${voice.plain(publicWords.neighbours)}">
    ${link(document.projects[place - 1], publicWords.previousProject, 'left')}
    ${link(document.projects[place + 1], publicWords.nextProject, 'right')}
  </nav>`
}
