import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderProse } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { may } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, type StaffVisit } from '../actions/staff-visit.ts'
import { SHEET_LIMITS } from '../forms.ts'
import type { Project } from '../model.ts'
import { listComments, type ReviewerComment } from '../store/reviews.ts'
import { isRunning } from '../store/rounds.ts'
import { planWords } from '../text/plan-words.ts'
import { reviewWords } from '../text/review-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { renderJudgement } from './plan-list.ts'
import { showNoProject } from './public-visit.ts'
import { showNoPlanForStaff } from './staff-frame.ts'
import { timeText } from './tongue.ts'

/** The projects of a report for outside reviewers, and for staff who answer them. */
export async function showReviews(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  if (found === undefined) return showNoPlanForStaff(visit)
  const { voice, tx } = visit
  const { plan, year, tongue, links } = found
  const comments = Map.groupBy(await listComments(tx, plan.key, year), ({ projectKey }) => projectKey)
  const rows = tongue.document.projects.map((project) => {
    const own = comments.get(project.key) ?? []
    const open = own.filter(({ answer }) => answer === null).length
    const href = links.to(reviewPath(project.key), { year: String(year) })
    return [html`<a href="${href}">${tongue.projectName(project)}</a>`, renderJudgement(tongue, project), voice.number(own.length), voice.number(open)]
  })
  const main = html`${renderPageTitle({ kicker: tongue.year(year), title: voice.say(reviewWords.review), lead: voice.say(reviewWords.reviewLead) })} ${renderWhetherOpen(visit, found)}
    ${renderTable({
      caption: voice.say(reviewWords.review), isCaptionHidden: true, id: 'reviews', isCardsOnPhone: true, rows,
      columns: [
        { heading: voice.say(staffWords.project) }, { heading: voice.say(planWords.achievement), width: 'narrow' },
        { heading: voice.say(reviewWords.comments), isNumeric: true }, { heading: voice.say(reviewWords.unanswered), isNumeric: true },
      ],
    })}`
  return shown({ title: voice.plain(reviewWords.review), main, area: 'staff' })
}

export async function showReview(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  return found === undefined ? showNoPlanForStaff(visit) : showReviewOf(visit, found)
}

/** The page again when a text is missing or too long, with what was typed. */
export async function askReviewAgain(visit: Submission<unknown>): Promise<Answer> {
  const text = (name: string) => (typeof visit.typed[name] === 'string' ? visit.typed[name] : undefined)
  const found = await findStaffVisit(visit, { plan: text('plan'), year: text('year') })
  if (found === undefined) throw new Fault('bad-request', 'the form lacks its hidden fields')
  return showReviewOf(visit, found, visit)
}

type Again = Pick<Submission<unknown>, 'typed' | 'problems'>

async function showReviewOf(visit: Visit, found: StaffVisit, again?: Again): Promise<Answer> {
  const { voice, tx } = visit
  const { plan, year, tongue, links } = found
  const project = tongue.document.projects.find(({ key }) => key === visit.params.project)
  if (project === undefined) return showNoProject(visit)
  const comments = await listComments(tx, plan.key, year, { projectKey: project.key })
  const main = html`${renderPageTitle({ kicker: html`${voice.say(reviewWords.review)} · ${tongue.year(year)}`, title: tongue.projectName(project) })}
    ${renderWhetherOpen(visit, found)} ${renderSheet(found, project)}
    ${renderPanel({
      heading: voice.say(reviewWords.comments),
      body: comments.length === 0 ? html`<p>${voice.say(reviewWords.noComments)}</p>` : html`<div class="stack">${comments.map((comment) => renderComment(visit, found, project, comment, again))}</div>`,
    })}
    ${mayComment(visit, found) ? renderTextForm(visit, found, reviewPath(project.key), { name: 'text', label: reviewWords.writeComment, button: reviewWords.writeComment }, again) : nothing}`
  const crumbs = [{ href: links.to('/staff/plan/review', { year: String(year) }), label: voice.say(reviewWords.review) }]
  return shown({ title: tongue.plainProjectName(project), main, area: 'staff', status: again === undefined ? 200 : 422, crumbs })
}

export function isReviewOpen({ rounds }: StaffVisit): boolean {
  return rounds.rounds.some((round) => round.kind === 'outside-review' && isRunning(round))
}

export function reviewPath(projectKey: string): string {
  return `/staff/plan/review/${encodeURIComponent(projectKey)}`
}

function mayComment({ actor }: Visit, found: StaffVisit): boolean {
  return may(actor, 'plan-outside-reviewer') && isReviewOpen(found)
}

function renderWhetherOpen({ voice, actor }: Visit, found: StaffVisit): Html {
  if (isReviewOpen(found) || !may(actor, 'plan-outside-reviewer')) return nothing
  return renderNotice({ voice, kind: 'info', title: voice.say(reviewWords.reviewNotOpen) })
}

function renderSheet({ tongue }: StaffVisit, project: Project): Html {
  const { voice } = tongue
  const { results, outcomes, periodStatus } = project.sheet
  const texts = [[planWords.purpose, project.purpose], [planWords.results, results], [planWords.outcomes, outcomes], [planWords.periodStatus, periodStatus]] as const
  const parts = texts.map(([words, text]) => html`<p class="field-label">${voice.say(words)}</p><div${tongue.japaneseBlock}>${text.trim() === '' ? voice.say(planWords.blank) : renderProse(text)}</div>`)
  return renderPanel({ heading: voice.say(planWords.report), body: html`<div class="stack stack-small">${parts} ${renderJudgement(tongue, project)}</div>` })
}

function renderComment(visit: Visit, found: StaffVisit, project: Project, { id, text, byName, at, answer }: ReviewerComment, again: Again | undefined): Html {
  const { voice } = visit
  const { tongue } = found
  const mayAnswer = found.writing(project.key).roles.size > 0
  const form = { name: 'text', label: reviewWords.answer, button: reviewWords.writeAnswer, hidden: { comment: String(id) }, kept: answer?.text ?? '' }
  const own = again?.typed.comment === String(id) ? again : undefined
  return html`<section class="stack stack-small">
    <p><strong>${byName}</strong> <small>${timeText(voice, at)}</small></p><div${tongue.japaneseBlock}>${renderProse(text)}</div>
    ${answer === null ? nothing : html`<p class="field-label">${voice.say(reviewWords.answer)} <small>${timeText(voice, answer.at)}</small></p><div${tongue.japaneseBlock}>${renderProse(answer.text)}</div>`}
    ${mayAnswer ? html`<details${answer === null && html` open`}><summary>${voice.say(reviewWords.answer)}</summary>${renderTextForm(visit, found, `${reviewPath(project.key)}/answer`, form, own)}</details>` : nothing}
  </section>`
}

interface TextForm {
  readonly name: string
  readonly label: typeof reviewWords.answer
  readonly button: typeof reviewWords.answer
  readonly hidden?: Readonly<Record<string, string>>
  readonly kept?: string
}

function renderTextForm(visit: Visit, found: StaffVisit, action: string, { name, label, button, hidden = {}, kept = '' }: TextForm, again: Again | undefined): Html {
  const { voice } = visit
  const typed = again?.typed[name]
  const problem = again?.problems[name]
  return renderForm({
    voice,
    action,
    csrfToken: visit.formToken(),
    hidden: { plan: found.plan.key, year: String(found.year), ...hidden },
    body: renderField({
      voice, kind: 'textarea', name, idPrefix: `field-${hidden.comment ?? 'new'}`, label: voice.say(label), rows: 5, isRequired: true, limit: SHEET_LIMITS.reason,
      value: typeof typed === 'string' ? typed : kept, ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }),
    }),
    buttons: renderButton({ label: voice.say(button) }),
  })
}
