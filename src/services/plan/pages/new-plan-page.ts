import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderSection } from '#design/layout/view.ts'
import { renderErrorSummary } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, type StaffVisit } from '../actions/staff-visit.ts'
import { FATE_PREFIX, MERGED_PREFIX, newPlanForm } from '../forms/new-plan.ts'
import { newPlanWords } from '../text/new-plan-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { deskCrumb, showNoPlanForStaff } from './staff-frame.ts'

/** Asks, project by project, how the present plan goes on in the next. */
export async function showNewPlan(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  return found === undefined ? showNoPlanForStaff(visit) : showNewPlanOf(visit, found)
}

export async function askNewPlanAgain(visit: Submission<unknown>): Promise<Answer> {
  const text = (name: string) => (typeof visit.typed[name] === 'string' ? visit.typed[name] : undefined)
  const found = await findStaffVisit(visit, { plan: text('plan'), year: text('year') })
  if (found === undefined) throw new Fault('bad-request', 'the form lacks its hidden fields')
  return showNewPlanOf(visit, found, visit)
}

interface Again {
  readonly typed: Typed
  readonly problems: FormProblems
}

export function showNewPlanOf(visit: Visit, found: StaffVisit, again?: Again): Answer {
  const { voice } = visit
  const { plan, tongue, links, year } = found
  const errors = Object.entries(again?.problems ?? {}).map(([name, { phrase, values }]) => ({ fieldId: fieldId(name), message: voice.say(phrase, values) }))
  const form = renderForm({
    voice,
    action: '/staff/plan/new-plan',
    csrfToken: visit.formToken(),
    hidden: { plan: plan.key, year: String(year) },
    body: html`${renderNameAndPeriod(found, again)} ${renderSection({ heading: voice.say(newPlanWords.fates), id: 'fates', body: html`<div class="stack">${renderFates(found, again)}</div>` })}`,
    buttons: html`${renderButton({ label: voice.say(newPlanWords.make) })} ${renderLinkButton({ href: links.to('/staff/plan', { year: String(year) }), kind: 'link', label: voice.say(staffWords.deskTitle) })}`,
  })
  const main = html`${renderPageTitle({ kicker: tongue.named('plan/title', plan.title), title: voice.say(newPlanWords.title), lead: voice.say(newPlanWords.lead) })}
    ${renderErrorSummary({ voice, errors })} ${form}`
  return shown({ title: voice.plain(newPlanWords.title), main, area: 'staff', status: again === undefined ? 200 : 422, crumbs: [deskCrumb(found)] })
}

function renderNameAndPeriod({ tongue: { voice }, plan }: StaffVisit, again: Again | undefined): Html {
  const frame = (name: 'title' | 'from' | 'to', kept: string) => {
    const sent = again?.typed[name]
    const problem = again?.problems[name]
    return {
      voice, name, label: voice.say(newPlanForm[name].label), isRequired: true, value: typeof sent === 'string' ? sent : kept,
      ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }),
    }
  }
  const years = [
    renderField({ ...frame('from', String(plan.to + 1)), kind: 'number' }),
    renderField({ ...frame('to', String(plan.to + 1 + plan.to - plan.from)), kind: 'number' }),
  ]
  return html`${renderField({ ...frame('title', ''), kind: 'text', lang: 'ja' })} ${renderColumns({ kind: 'halves', parts: years })}`
}

/** One choice for each project, chosen beforehand for none: nothing goes on unless somebody says so. */
function renderFates({ tongue }: StaffVisit, again: Again | undefined): Html[] {
  const { voice, document } = tongue
  const number = new Map(document.listings.filter(({ isRelisting }) => !isRelisting).map(({ projectKey, number: printed }) => [projectKey, printed]))
  const named = document.projects.map((project) => ({ key: project.key, name: `${number.get(project.key) ?? ''} ${tongue.plainProjectName(project)}`.trim() }))
  return document.projects.map((project, index) => {
    const name = `${FATE_PREFIX}${project.key}`
    const sent = again?.typed[name]
    const problem = again?.problems[name]
    const choices = [
      { value: 'continued', label: voice.plain(newPlanWords.fateContinued) },
      { value: 'ended', label: voice.plain(newPlanWords.fateEnded) },
      ...named.filter(({ key }) => key !== project.key).map(({ key, name: other }) => ({ value: `${MERGED_PREFIX}${key}`, label: voice.plain(newPlanWords.fateMerged, { name: other }) })),
    ]
    return renderField({
      voice, kind: 'select', name, label: named[index]?.name ?? project.name, choices, isRequired: true, isTagHidden: true, emptyLabel: voice.plain(newPlanWords.chooseFate),
      value: typeof sent === 'string' ? sent : '', ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }),
    })
  })
}
