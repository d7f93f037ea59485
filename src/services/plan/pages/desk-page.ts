import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderCards, type Card } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { may } from '#kernel/access/actor.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, type StaffVisit } from '../actions/staff-visit.ts'
import type { Project } from '../model.ts'
import { listContradictions, type ExplainedContradiction } from '../store/reasons.ts'
import { listOpenQuestions } from '../store/open-questions.ts'
import { planWords } from '../text/plan-words.ts'
import { reviewWords } from '../text/review-words.ts'
import { roundWords } from '../text/round-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { blankFieldsOf } from './blank-fields.ts'
import { renderNextPlan, renderPlanTabs } from './desk-plans.ts'
import { renderOpenYear } from './open-year.ts'
import { pageOf } from './paging.ts'
import { renderJudgement, renderOwnerNames } from './plan-list.ts'
import { renderStageBadge } from './stage-badge.ts'
import { IMPORTS_PATH, showNoPlanForStaff } from './staff-frame.ts'

type View = 'mine' | 'blank' | 'all'

const SHEETS_PER_PAGE = 200

/** Where staff begin: their sheets, what is still open, and the ways to import and publish. */
export async function showDesk(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  if (found === undefined) return showNoPlanForStaff(visit)
  const { plan, present, tongue } = found
  const [contradictions, questions] = await Promise.all([
    listContradictions(visit.tx, plan.key, present.document),
    listOpenQuestions(visit.tx, plan.key),
  ])
  const open = contradictions.filter(({ reason }) => reason === null)
  const { voice } = visit
  const main = html`${renderPageTitle({
    kicker: html`${tongue.named('plan/title', plan.title)} · ${tongue.year(found.year)}`,
    title: voice.say(staffWords.deskTitle),
    lead: voice.say(staffWords.deskLead),
  })}
  ${renderPlanTabs(visit, found)} ${renderYearTabs(found)} ${renderWays(visit, found, open.length, questions.length)} ${renderSheets(visit, found, open)}
  ${renderOpenYear(visit, found)} ${renderNextPlan(visit, found)}`
  return shown({ title: voice.plain(staffWords.deskTitle), main, area: 'staff' })
}

function renderYearTabs({ plan, year, tongue, links }: StaffVisit): Html {
  if (plan.reports.length < 2) return nothing
  const tabs = plan.reports.map((report) => ({
    href: links.to('/staff/plan', { year: String(report.year) }),
    label: tongue.year(report.year),
    isCurrent: report.year === year,
  }))
  return renderTabs({ label: tongue.voice.plain(staffWords.chooseYear), tabs })
}

function renderWays({ actor, voice }: Visit, { links, year, mayEdit }: StaffVisit, open: number, questions: number): Html {
  const query = { year: String(year) }
  const cards: (Card | null)[] = [
    {
      href: links.to('/staff/plan/contradictions', query),
      title: voice.say(staffWords.toContradictions),
      icon: 'warning',
      facts: renderBadge({ label: voice.say(staffWords.places, { count: open }), tone: open === 0 ? 'success' : 'warning' }),
      body: voice.say(staffWords.openContradictions),
    },
    questions === 0
      ? null
      : {
          href: links.to('/staff/plan/questions', query),
          title: voice.say(staffWords.checkQuestions),
          icon: 'question',
          facts: renderBadge({ label: voice.say(staffWords.places, { count: questions }), tone: 'warning' }),
        },
    { href: links.to('/staff/plan/rounds', query), title: voice.say(roundWords.rounds), icon: 'calendar', body: voice.say(roundWords.roundsLead) },
    { href: links.to('/staff/plan/review', query), title: voice.say(reviewWords.review), icon: 'people' },
    mayEdit(null) ? { href: links.sheet(null, year), title: voice.say(staffWords.editCover), icon: 'text' } : null,
    may(actor, 'plan-publisher') ? { href: links.to('/staff/plan/publish', query), title: voice.say(staffWords.toPublish), icon: 'megaphone' } : null,
    { href: links.to(`/staff/plan/preview/${year}`), title: voice.say(staffWords.preview), icon: 'document' },
    { href: links.to(`/staff/plan/workbook/${year}`), title: voice.say(staffWords.downloadWorkbook), icon: 'download' },
    may(actor, 'plan-publisher') ? { href: IMPORTS_PATH, title: voice.say(staffWords.importTable), icon: 'upload' } : null,
  ]
  return renderCards({ cards: cards.filter((card) => card !== null), level: 2 })
}

function renderSheets(visit: Visit, found: StaffVisit, open: readonly ExplainedContradiction[]): Html {
  const { voice } = visit
  const { projects } = found.present.document
  const mine = projects.filter(({ key }) => found.mayEdit(key))
  const blank = mine.filter((project) => blankFieldsOf(project).length > 0)
  const view: View = visit.query.view === 'all' ? 'all' : visit.query.view === 'blank' ? 'blank' : 'mine'
  const own = { mine, blank, all: projects }[view]
  const address = (wanted: View) => found.links.to('/staff/plan', { year: String(found.year), ...(wanted === 'mine' ? {} : { view: wanted }) })
  const tabs = renderTabs({
    label: voice.plain(staffWords.allSheets),
    tabs: [
      { href: address('mine'), label: voice.say(staffWords.mySheets), isCurrent: view === 'mine', count: mine.length },
      { href: address('blank'), label: voice.say(staffWords.blankSheets), isCurrent: view === 'blank', count: blank.length },
      { href: address('all'), label: voice.say(staffWords.allSheets), isCurrent: view === 'all', count: projects.length },
    ],
  })
  const progress = renderProgress({ voice, label: voice.say(staffWords.progressWritten), done: mine.length - blank.length, total: mine.length, id: 'written' })
  const page = pageOf(own, visit.query.page, SHEETS_PER_PAGE)
  const pagination = renderPagination({ voice, ...page, hrefOf: (number) => found.links.to('/staff/plan', { ...visit.query, page: String(number) }) })
  const list = own.length === 0 ? renderNothing(visit, view) : html`${renderSheetTable(found, page.items, open)} ${pagination}`
  return renderSection({ heading: voice.say(staffWords.mySheets), id: 'sheets', body: html`${mine.length === 0 ? nothing : progress} ${tabs} ${list}` })
}

function renderNothing({ voice }: Visit, view: View): Html {
  if (view === 'blank') return renderEmpty({ title: voice.say(staffWords.noBlankSheets), icon: 'check-circle' })
  return renderEmpty({ title: voice.say(staffWords.noSheets), body: voice.say(staffWords.noSheetsBody), icon: 'document' })
}

function renderSheetTable(found: StaffVisit, projects: readonly Project[], open: readonly ExplainedContradiction[]): Html {
  const { voice } = found.tongue
  return renderTable({
    caption: voice.say(staffWords.allSheets),
    isCaptionHidden: true,
    id: 'sheet-table',
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(staffWords.project) },
      { heading: voice.say(staffWords.state) },
      { heading: voice.say(planWords.achievement), width: 'narrow' },
      { heading: voice.say(planWords.owners) },
      { heading: voice.say(staffWords.sheet), width: 'narrow' },
    ],
    rows: projects.map((project) => sheetRow(found, project, open.filter(({ projectKey }) => projectKey === project.key).length)),
  })
}

function sheetRow(found: StaffVisit, project: Project, open: number): HtmlValue[] {
  const { tongue, links, year, present } = found
  const { voice } = tongue
  const number = present.document.listings.find(({ projectKey, isRelisting }) => projectKey === project.key && !isRelisting)?.number ?? ''
  const blanks = blankFieldsOf(project).length
  const state =
    blanks === 0
      ? renderBadge({ label: voice.say(staffWords.complete), tone: 'success' })
      : renderBadge({ label: voice.say(staffWords.blanks, { count: blanks }), tone: 'warning' })
  const doubt = open === 0 ? nothing : renderBadge({ label: voice.say(staffWords.contradictionCount, { count: open }), tone: 'error' })
  const mayEdit = found.mayEdit(project.key)
  const { stage } = found.writing(project.key)
  const way = renderLinkButton({
    href: links.sheet(project.key, year),
    kind: mayEdit ? 'secondary' : 'link',
    size: 'small',
    label: html`${voice.say(mayEdit ? staffWords.edit : staffWords.read)}<span class="visually-hidden">: ${tongue.plainProjectName(project)}</span>`,
  })
  return [html`${number} ${tongue.projectName(project)}`, html`<span class="cluster">${stage === null ? nothing : renderStageBadge(voice, stage)}${state}${doubt}</span>`, renderJudgement(tongue, project), renderOwnerNames(tongue, project), way]
}
