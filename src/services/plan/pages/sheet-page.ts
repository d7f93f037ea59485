import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, revisionOf, type StaffVisit } from '../actions/staff-visit.ts'
import { editFieldsOf } from '../forms.ts'
import type { Project } from '../model.ts'
import { listContradictions, type ExplainedContradiction } from '../store/reasons.ts'
import { findSheet } from '../store/load-document.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { sheetAction } from './links.ts'
import { renderJudgement, renderOwnerNames, renderStrip } from './plan-list.ts'
import { renderContradictions } from './project-contradictions.ts'
import { showNoProject } from './public-visit.ts'
import { renderEditFields, type EarlierSheet } from './sheet-fields.ts'
import { deskCrumb, showNoPlanForStaff } from './staff-frame.ts'

/** The page for writing a project's sheet. */
export async function showSheet(visit: Visit): Promise<Answer> {
  return showFor(visit, visit.params.project ?? '')
}

/** The page for the texts and indicators of the whole plan. */
export async function showCover(visit: Visit): Promise<Answer> {
  return showFor(visit, null)
}

async function showFor(visit: Visit, projectKey: string | null): Promise<Answer> {
  const found = await findStaffVisit(visit)
  if (found === undefined) return showNoPlanForStaff(visit)
  if (projectKey !== null && projectIn(found, projectKey) === undefined) return showNoProject(visit)
  const { plan, year, present } = found
  if (projectKey === null) return showSheetOf(visit, found, null)
  const [earlier, contradictions] = await Promise.all([
    findSheet(visit.tx, plan.key, projectKey, year - 1),
    listContradictions(visit.tx, plan.key, present.document, projectKey),
  ])
  return showSheetOf(visit, found, projectKey, { earlier, contradictions })
}

interface Circumstances {
  /** What came back with problems: everything as it was typed. */
  readonly typed?: Typed
  readonly problems?: FormProblems
  readonly revision?: string
  readonly earlier?: EarlierSheet | undefined
  readonly contradictions?: readonly ExplainedContradiction[]
}

export function showSheetOf(visit: Visit, found: StaffVisit, projectKey: string | null, circumstances: Circumstances = {}): Answer {
  const { voice } = visit
  const project = projectKey === null ? null : getProject(found, projectKey)
  const title = project === null ? voice.plain(staffWords.editCover) : found.tongue.plainProjectName(project)
  const mayEdit = found.mayEdit(projectKey)
  const refusal = renderNotice({ voice, kind: 'info', title: voice.say(staffWords.notYours), body: voice.say(staffWords.notYoursBody) })
  const main = html`${renderHead(found, project)} ${mayEdit ? nothing : refusal}
    ${renderProblems(visit, circumstances.problems ?? {})}
    ${renderColumns({
      kind: 'main-and-side',
      parts: [mayEdit ? renderEditForm(visit, found, projectKey, circumstances) : nothing, renderSide(found, project, circumstances)],
    })}`
  const status = circumstances.problems === undefined ? 200 : 422
  return shown({ title, main, area: 'staff', crumbs: [deskCrumb(found)], status })
}

function renderHead({ tongue, links, year }: StaffVisit, project: Project | null): Html {
  const { voice, document } = tongue
  const number = project === null ? '' : (document.listings.find(({ projectKey, isRelisting }) => projectKey === project.key && !isRelisting)?.number ?? '')
  return renderPageTitle({
    kicker: html`${number} ${voice.say(staffWords.sheet)} · ${tongue.year(year)}`,
    title: project === null ? voice.say(staffWords.editCover) : tongue.projectName(project),
    lead: voice.say(staffWords.editLead),
    actions: html`${renderLinkButton({ href: links.sheet(project?.key ?? null, year, '/history'), kind: 'secondary', icon: 'history', label: voice.say(staffWords.history) })}
    ${project === null ? nothing : renderLinkButton({ href: links.project(project.key), kind: 'link', label: voice.say(publicWords.aboutProject) })}`,
  })
}

function renderProblems({ voice }: Visit, problems: FormProblems): Html {
  const errors = Object.entries(problems).map(([name, { phrase, values }]) => ({
    fieldId: fieldId(name),
    message: voice.say(phrase, values),
  }))
  return renderErrorSummary({ voice, errors })
}

function renderEditForm(visit: Visit, found: StaffVisit, projectKey: string | null, circumstances: Circumstances): Html {
  const { voice } = visit
  const { plan, year, present, links } = found
  const { typed, problems = {}, earlier, revision = String(revisionOf(found, projectKey)) } = circumstances
  return renderForm({
    voice,
    action: sheetAction(projectKey),
    csrfToken: visit.formToken(),
    hidden: { plan: plan.key, year: String(year), revision },
    body: renderEditFields(found.tongue, editFieldsOf(present.document, projectKey), { typed, problems, earlier, year }),
    buttons: html`${renderButton({ label: voice.say(staffWords.save), icon: 'check' })}
      ${renderLinkButton({ href: links.to('/staff/plan', { year: String(year) }), kind: 'link', label: voice.say(staffWords.allSheets) })}`,
  })
}

function renderSide({ tongue, present }: StaffVisit, project: Project | null, { contradictions = [] }: Circumstances): Html {
  const { voice } = tongue
  if (project === null) return nothing
  const facts = html`<div class="stack">${renderStrip(tongue, present.document, project)} <div>${renderJudgement(tongue, project)}</div></div>`
  return html`${renderPanel({ heading: voice.say(planWords.yearMarks), body: facts })}
    ${renderPanel({ heading: voice.say(planWords.owners), body: renderOwnerNames(tongue, project) })}
    ${renderContradictions(tongue, contradictions)}`
}

function projectIn({ present }: StaffVisit, projectKey: string): Project | undefined {
  return present.document.projects.find(({ key }) => key === projectKey)
}

function getProject(found: StaffVisit, projectKey: string): Project {
  const project = projectIn(found, projectKey)
  if (project === undefined) throw new Fault('not-found', 'there is no such project')
  return project
}
