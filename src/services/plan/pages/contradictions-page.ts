import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, type StaffVisit } from '../actions/staff-visit.ts'
import { SHEET_LIMITS } from '../forms.ts'
import { listContradictions, type ExplainedContradiction } from '../store/reasons.ts'
import { staffWords } from '../text/staff-words.ts'
import { hashOf } from '#design/table/view.ts'
import { pageOf } from './paging.ts'
import { sayContradiction } from './project-contradictions.ts'
import { deskCrumb, showNoPlanForStaff } from './staff-frame.ts'
import { timeText } from './tongue.ts'

const SHOWN_PER_PAGE = 100

/** What came back with a problem. */
interface Again {
  readonly typed: Typed
  readonly problems: FormProblems
}

/** Everything in the plan that seems to contradict itself; what nobody has explained stands first and stays. */
export async function showContradictions(visit: Visit, again?: Again): Promise<Answer> {
  const wish = again === undefined ? visit.query : { plan: textIn(again.typed, 'plan'), year: textIn(again.typed, 'year') }
  const found = await findStaffVisit(visit, wish)
  if (found === undefined) return showNoPlanForStaff(visit)
  const { voice } = visit
  const listed = await listContradictions(visit.tx, found.plan.key, found.present.document)
  // What the plan itself says twice in different ways weighs more than what an imported table printed differently.
  const all = listed.toSorted((one, other) => Number(one.kind === 'copies-differ') - Number(other.kind === 'copies-differ'))
  const open = all.filter(({ reason }) => reason === null)
  const isAll = visit.query.view === 'all'
  const own = isAll ? [...open, ...all.filter(({ reason }) => reason !== null)] : open
  const page = pageOf(own, visit.query.page, SHOWN_PER_PAGE)
  const address = (query: Readonly<Record<string, string>>) => found.links.to('/staff/plan/contradictions', { year: String(found.year), ...query })
  const main = html`${renderPageTitle({
    kicker: found.tongue.named('plan/title', found.plan.title),
    title: voice.say(staffWords.contradictionsTitle),
    lead: voice.say(staffWords.contradictionsLead),
  })}
  ${renderTabs({
    label: voice.plain(staffWords.contradictionsTitle),
    tabs: [
      { href: address({}), label: voice.say(staffWords.unanswered), isCurrent: !isAll, count: open.length },
      { href: address({ view: 'all' }), label: voice.say(staffWords.all), isCurrent: isAll, count: all.length },
    ],
  })}
  ${own.length === 0 ? renderEmpty({ title: voice.say(staffWords.noContradictions), icon: 'check-circle' }) : html`${page.items.map((one) => renderOne(visit, found, one, again))}
    ${renderPagination({ voice, ...page, hrefOf: (number) => address({ ...(isAll ? { view: 'all' } : {}), page: String(number) }) })}`}`
  return shown({ title: voice.plain(staffWords.contradictionsTitle), main, area: 'staff', crumbs: [deskCrumb(found)] })
}

function renderOne(visit: Visit, found: StaffVisit, contradiction: ExplainedContradiction, again: Again | undefined): Html {
  const { voice } = visit
  const { tongue, links, year } = found
  const { id, projectKey, number, reason } = contradiction
  const project = tongue.document.projects.find(({ key }) => key === projectKey)
  const badge =
    reason === null
      ? renderBadge({ label: voice.say(staffWords.unanswered), tone: 'warning' })
      : renderBadge({ label: voice.say(staffWords.answered), tone: 'success' })
  const given =
    reason === null
      ? nothing
      : html`<div><p>${reason.text}</p><p><small>${voice.say(staffWords.reasonBy, { name: reason.byName, at: timeText(voice, reason.at) })}</small></p></div>`
  return renderPanel({
    heading: html`${number} ${project === undefined ? projectKey : tongue.projectName(project)}`,
    id: `contradiction-${hashOf(id)}`,
    actions: html`${badge} ${renderLinkButton({
      href: links.sheet(projectKey, year),
      kind: 'link',
      size: 'small',
      label: html`${voice.say(staffWords.sheet)}<span class="visually-hidden">: ${project === undefined ? projectKey : tongue.projectName(project)}</span>`,
    })}`,
    body: html`<p><strong>${sayContradiction(tongue, contradiction)}</strong></p> ${given}
      ${found.mayEdit(projectKey) ? renderReasonForm(visit, found, contradiction, again) : nothing}`,
  })
}

function renderReasonForm(visit: Visit, found: StaffVisit, { id, reason }: ExplainedContradiction, again: Again | undefined): Html {
  const { voice } = visit
  const own = again !== undefined && textIn(again.typed, 'contradiction') === id ? again : undefined
  const problem = own?.problems.reason
  const field = renderField({
    voice,
    kind: 'textarea',
    name: 'reason',
    idPrefix: `reason-${hashOf(id)}`,
    label: voice.say(staffWords.reason),
    hint: voice.say(staffWords.reasonHint),
    isRequired: true,
    rows: 3,
    limit: SHEET_LIMITS.reason,
    value: own === undefined ? '' : textIn(own.typed, 'reason'),
    ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }),
  })
  const form = renderForm({
    voice,
    action: '/staff/plan/contradictions',
    csrfToken: visit.formToken(),
    hidden: { plan: found.plan.key, year: String(found.year), contradiction: id },
    body: field,
    buttons: renderButton({ label: voice.say(staffWords.keepReason), kind: 'secondary' }),
  })
  const summary = voice.say(reason === null ? staffWords.giveReason : staffWords.changeReason)
  return html`<details${own === undefined ? nothing : html` open`}><summary>${summary}</summary>${form}</details>`
}

function textIn(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}
