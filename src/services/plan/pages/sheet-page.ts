import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, revisionOf, type StaffVisit } from '../actions/staff-visit.ts'
import { editFieldsOf, SHEET_LIMITS } from '../forms.ts'
import type { Project } from '../model.ts'
import type { RoundRefusal } from '../rules/rounds.ts'
import { fieldText } from '../store/document-fields.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { aidWords } from '../text/round-aid-words.ts'
import { roundWords } from '../text/round-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { fieldName } from './field-names.ts'
import { renderFigureInsert } from './figure-insert.ts'
import { sheetAction } from './links.ts'
import { renderJudgement, renderOwnerNames, renderStrip } from './plan-list.ts'
import { renderContradictions } from './project-contradictions.ts'
import { showNoProject } from './public-visit.ts'
import { REFUSAL_WORDS } from './round-names.ts'
import { renderUnreadReferences } from './unread-references.ts'
import { loadCircumstances, type Circumstances } from './sheet-circumstances.ts'
import { renderEditFields } from './sheet-fields.ts'
import { renderBudget } from './sheet-budget.ts'
import { renderDirections } from './sheet-direction.ts'
import { renderSheetRound } from './sheet-round.ts'
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
  return showSheetOf(visit, found, projectKey, await loadCircumstances(visit, found, projectKey))
}

/** A small form of the sheet's page comes back with what was typed and what is wrong with it. */
export async function showSheetAgain(visit: Submission<unknown>): Promise<Answer> {
  const text = (name: string) => (typeof visit.typed[name] === 'string' ? visit.typed[name] : undefined)
  const projectKey = visit.params.project ?? ''
  const found = await findStaffVisit(visit, { plan: text('plan'), year: text('year') })
  if (found === undefined || text('year') === undefined) throw new Fault('bad-request', 'the form lacks its hidden fields')
  if (projectIn(found, projectKey) === undefined) return showNoProject(visit)
  const { typed, problems } = visit
  return showSheetOf(visit, found, projectKey, { ...(await loadCircumstances(visit, found, projectKey)), typed, problems })
}

export function showSheetOf(visit: Visit, found: StaffVisit, projectKey: string | null, circumstances: Circumstances = {}): Answer {
  const { voice } = visit
  const project = projectKey === null ? null : getProject(found, projectKey)
  const title = project === null ? voice.plain(staffWords.editCover) : found.tongue.plainProjectName(project)
  const mayEdit = found.mayEdit(projectKey)
  const { problems, refusal } = circumstances
  const main = html`${renderHead(found, project)} ${renderRefusal(visit, found, projectKey, refusal)}
    ${renderProblems(visit, problems ?? {})} ${refusal === undefined ? nothing : renderTyped(found, projectKey, circumstances)}
    ${renderColumns({
      kind: 'main-and-side',
      parts: [
        html`${mayEdit ? renderEditForm(visit, found, projectKey, circumstances) : nothing}
          ${projectKey === null || circumstances.directions === undefined ? nothing : renderDirections(visit, found, projectKey, { ...circumstances.directions, ...circumstances })}
          ${renderBudget(found.tongue, circumstances.budget ?? [])}`,
        html`${renderSheetRound(visit, found, project, circumstances)} ${renderSide(visit, found, project, circumstances)}`,
      ],
    })}`
  const status = refusal !== undefined ? 409 : problems === undefined ? 200 : 422
  return shown({ title, main, area: 'staff', crumbs: [deskCrumb(found)], status })
}

/** Why the sheet cannot be written, or why what was sent has not been taken. */
function renderRefusal({ voice }: Visit, found: StaffVisit, projectKey: string | null, refusal: RoundRefusal | undefined): Html {
  if (refusal !== undefined) return renderNotice({ voice, kind: 'warning', title: voice.say(REFUSAL_WORDS[refusal]), isAnnounced: true })
  const { decision } = found.writing(projectKey)
  if (decision.ok) return nothing
  const body = decision.reason === 'not-yours' ? { body: voice.say(staffWords.notYoursBody) } : {}
  const title = decision.reason === 'not-yours' ? staffWords.notYours : REFUSAL_WORDS[decision.reason]
  return renderNotice({ voice, kind: 'info', title: voice.say(title), ...body })
}

/** What was typed into fields and not taken, so that nobody loses a text. */
function renderTyped({ tongue, present }: StaffVisit, projectKey: string | null, { typed = {} }: Circumstances): Html {
  const { voice } = tongue
  const lost = editFieldsOf(present.document, projectKey).flatMap(({ name, address, kind }) => {
    const text = typed[name]
    return kind !== 'step' && typeof text === 'string' && text !== fieldText(present.document, address) ? [{ address, text }] : []
  })
  if (lost.length === 0) return nothing
  const items = lost.map(({ address, text }) => html`<p><strong>${fieldName(tongue, address.field)}</strong></p><div${tongue.japaneseBlock}>${tongue.prose(text)}</div>`)
  return renderPanel({ heading: voice.say(roundWords.typedNotSaved), body: html`<div class="stack">${items}</div>` })
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
  const { typed, problems = {}, earlier, measured, revision = String(revisionOf(found, projectKey)) } = circumstances
  return renderForm({
    voice,
    action: sheetAction(projectKey),
    csrfToken: visit.formToken(),
    hidden: { plan: plan.key, year: String(year), revision },
    body: html`${renderEditFields(measured === undefined ? found.tongue : found.tongue.withFigures(measured), editFieldsOf(present.document, projectKey), {
      typed, problems, earlier, year, decisionOn: found.writing(projectKey).fieldDecision,
    })} ${renderCorrection(visit, found, projectKey, circumstances)}`,
    buttons: html`${renderButton({ label: voice.say(staffWords.save), icon: 'check' })}
      ${renderLinkButton({ href: links.to('/staff/plan', { year: String(year) }), kind: 'link', label: voice.say(staffWords.allSheets) })}`,
  })
}

/** After the end of a round whoever corrects says why. */
function renderCorrection({ voice }: Visit, found: StaffVisit, projectKey: string | null, { typed, problems = {} }: Circumstances): Html {
  if (!found.writing(projectKey).isCorrection) return nothing
  const problem = problems.correction
  const value = typeof typed?.correction === 'string' ? typed.correction : ''
  return renderField({
    voice, kind: 'textarea', name: 'correction', rows: 3, value, isRequired: true, limit: SHEET_LIMITS.reason,
    label: voice.say(aidWords.correction), hint: voice.say(aidWords.correctionHint),
    ...(problem === undefined ? {} : { error: voice.say(problem.phrase) }),
  })
}

function renderSide(visit: Visit, found: StaffVisit, project: Project | null, { contradictions = [], figures = [], indicators = [] }: Circumstances): Html {
  const { tongue, present, year } = found
  const { voice } = tongue
  const insert = renderFigureInsert(voice, { figures, indicators, year, today: visit.tx.today, isCover: project === null, isWritable: found.mayEdit(project?.key ?? null) })
  if (project === null) {
    const unread = renderUnreadReferences(visit, found, null, indicators)
    return html`${insert} ${unread === nothing ? nothing : renderPanel({ heading: voice.say(aidWords.beforeSubmitting), body: unread })}`
  }
  const facts = html`<div class="stack">${renderStrip(tongue, present.document, project)} <div>${renderJudgement(tongue, project)}</div></div>`
  return html`${renderPanel({ heading: voice.say(planWords.yearMarks), body: facts })}
    ${insert}
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
