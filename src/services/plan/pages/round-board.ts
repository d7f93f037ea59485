import { renderLinkButton } from '#design/button/view.ts'
import { renderBarChart, type ChartTone } from '#design/chart/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderTable } from '#design/table/view.ts'
import { may } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, type StaffVisit } from '../actions/staff-visit.ts'
import { boardOf, type Board, type BoardLine } from '../rules/round-board.ts'
import { isWritingKind, STAGES, type Stage } from '../rules/rounds.ts'
import { listRoundSheets, type Round } from '../store/rounds.ts'
import { boardWords } from '../text/round-board-words.ts'
import { roundWords } from '../text/round-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { boardSheetsOf } from './board-sheets.ts'
import { pageOf } from './paging.ts'
import { renderRoundSteps } from './round-steps.ts'
import { renderRoundState } from './round-list.ts'
import { KIND_WORDS, plainRoundName, roundName, STAGE_WORDS } from './round-names.ts'
import { renderReminders } from './round-reminders.ts'
import { renderSnapshot } from './round-snapshot.ts'
import { renderStageBadge } from './stage-badge.ts'
import { deskCrumb, showNoPlanForStaff } from './staff-frame.ts'
import { dayText } from './tongue.ts'

const LATE_PER_PAGE = 100

/** How far a round is: by department and section, with whoever is late. */
export async function showRoundBoard(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  if (found === undefined) return showNoPlanForStaff(visit)
  return showRoundBoardOf(visit, found, visit.params.round ?? '')
}

export async function showRoundBoardOf(visit: Visit, found: StaffVisit, key: string, isRefused = false): Promise<Answer> {
  const round = getRound(found, key)
  const { voice, tx } = visit
  const sheets = await listRoundSheets(tx, found.plan.key, found.year, key)
  const board = boardOf(boardSheetsOf(found, sheets), round, tx.today)
  const isShown = isWritingKind(round.kind) && round.openedAt !== null
  const main = html`${renderHead(visit, found, round)}
    ${isShown ? html`${renderWhole(found, board)} ${renderDepartments(found, board)} ${renderLate(visit, found, round, board)}
      ${await renderReminders(visit, found, round, board)} ${renderSections(found, board)}` : renderNotOpen(found, round)}
    ${await renderSnapshot(visit, found, round)} ${renderRoundSteps(visit, found, round, board, isRefused)}`
  return shown({ title: plainRoundName(voice, round), main, area: 'staff', status: isRefused ? 422 : 200, crumbs: [deskCrumb(found), roundsCrumb(found)] })
}

export function getRound({ rounds }: StaffVisit, key: string): Round {
  const round = rounds.rounds.find((known) => known.key === key)
  if (round === undefined) throw new Fault('not-found', 'there is no such round')
  return round
}

export function roundsCrumb({ links, year, tongue }: StaffVisit) {
  return { href: links.to('/staff/plan/rounds', { year: String(year) }), label: tongue.voice.say(roundWords.rounds) }
}

function renderHead({ voice, actor }: Visit, { tongue, links, year }: StaffVisit, round: Round): Html {
  const path = `/staff/plan/rounds/${encodeURIComponent(round.key)}/settings`
  const settings = renderLinkButton({ href: links.to(path, { year: String(year) }), kind: 'secondary', icon: 'edit', label: voice.say(roundWords.settings) })
  return renderPageTitle({
    kicker: html`${tongue.year(year)} · ${voice.say(KIND_WORDS[round.kind])}`,
    title: roundName(voice, round),
    lead: voice.say(roundWords.fromTo, { from: dayText(voice, round.opensOn), to: dayText(voice, round.officeBy) }),
    facts: renderRoundState(voice, round),
    ...(may(actor, 'plan-publisher') ? { actions: settings } : {}),
  })
}

function renderNotOpen({ tongue: { voice } }: StaffVisit, round: Round): Html {
  return round.openedAt === null ? renderEmpty({ title: voice.say(boardWords.notYetOpen), icon: 'calendar' }) : nothing
}

function renderWhole({ tongue: { voice } }: StaffVisit, { whole }: Board): Html {
  const done = whole.counts.accepted + whole.counts.published
  return renderProgress({ voice, id: 'accepted', label: voice.say(boardWords.accepted), done, total: whole.total })
}

const TONES: Readonly<Record<Stage, ChartTone>> = { draft: 'none', section: 'second', department: 'third', office: 'fourth', accepted: 'good', published: 'best' }

function unitName({ tongue }: StaffVisit, unit: string): Html {
  return unit === '' ? tongue.voice.say(boardWords.noUnit) : tongue.unitName(unit)
}

/** Bars by department, with the table behind them. */
function renderDepartments(found: StaffVisit, { departments }: Board): Html {
  const { voice } = found.tongue
  const chart = renderBarChart({
    voice,
    caption: voice.say(boardWords.byDepartment),
    rowHeading: voice.say(boardWords.department),
    series: STAGES.map((stage) => ({ label: voice.say(STAGE_WORDS[stage]), tone: TONES[stage] })),
    rows: departments.map((line) => ({ label: unitName(found, line.department), values: STAGES.map((stage) => line.counts[stage]) })),
  })
  return renderSection({ heading: voice.say(boardWords.byDepartment), id: 'units', body: chart })
}

/** The counts by section, for printing and reading aloud: the longest part of the page, so it comes after who is late. */
function renderSections(found: StaffVisit, { sections, whole }: Board): Html {
  const { tongue } = found
  const { voice } = tongue
  const cells = (line: BoardLine) => [...STAGES.map((stage) => line.counts[stage]), line.late, line.total].map((count) => voice.number(count))
  const table = renderTable({
    caption: voice.say(boardWords.bySection),
    isCaptionHidden: true,
    id: 'by-section',
    isCardsOnPhone: true,
    columns: [
      { heading: html`${voice.say(boardWords.department)} · ${voice.say(boardWords.section)}` },
      ...STAGES.map((stage) => ({ heading: voice.say(STAGE_WORDS[stage]), isNumeric: true })),
      { heading: voice.say(boardWords.late), isNumeric: true },
      { heading: voice.say(boardWords.total), isNumeric: true },
    ],
    rows: sections.map((line) => [html`${unitName(found, line.department)}${line.section === '' ? nothing : html` ${tongue.unitName(line.section)}`}`, ...cells(line)]),
    footer: [voice.say(boardWords.total), ...cells(whole)],
  })
  return renderSection({ heading: voice.say(boardWords.bySection), id: 'sections', body: table })
}

function renderLate({ voice, query }: Visit, { tongue, links, year }: StaffVisit, round: Round, { late }: Board): Html {
  const heading = html`${voice.say(boardWords.lateSheets)} (${voice.number(late.length)})`
  if (late.length === 0) return renderSection({ heading, id: 'late', body: renderEmpty({ title: voice.say(boardWords.noneLate), icon: 'check-circle' }) })
  const page = pageOf(late, query.page, LATE_PER_PAGE)
  const path = `/staff/plan/rounds/${encodeURIComponent(round.key)}`
  const projects = new Map(tongue.document.projects.map((project) => [project.key, project]))
  const table = renderTable({
    caption: voice.say(boardWords.lateSheets),
    isCaptionHidden: true,
    id: 'late-sheets',
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(staffWords.project) }, { heading: voice.say(boardWords.section) }, { heading: voice.say(roundWords.stage) }, { heading: voice.say(boardWords.late), isNumeric: true },
    ],
    rows: page.items.map(({ projectKey, department, section, stage, days }) => {
      const project = projects.get(projectKey)
      return [
        html`<a href="${links.sheet(projectKey, year)}">${project === undefined ? projectKey : tongue.projectName(project)}</a>`,
        html`${department === '' ? nothing : tongue.unitName(department)} ${section === '' ? nothing : tongue.unitName(section)}`,
        renderStageBadge(voice, stage),
        voice.say(boardWords.lateDays, { count: days }),
      ]
    }),
  })
  const pages = renderPagination({ voice, ...page, hrefOf: (number) => links.to(path, { year: String(year), page: String(number) }) })
  return renderSection({ heading, id: 'late', body: html`${table} ${pages}` })
}
