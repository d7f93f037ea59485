import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { FormProblems } from '#kernel/forms/form.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, type StaffVisit } from '../actions/staff-visit.ts'
import { findPublishable, listPublications, type PublicationLine, type Publishable } from '../store/publications.ts'
import { referenceWords } from '../text/reference-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { isFinished, listPublishChecks, type PublishChecks } from './publish-checks.ts'
import { deskCrumb, showNoPlanForStaff } from './staff-frame.ts'
import { timeText } from './tongue.ts'

/** What is still open before a report is published, and the question whether to publish it. */
export async function showPublish(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  if (found === undefined) return showNoPlanForStaff(visit)
  return showPublishOf(visit, found, await listPublishChecks(visit.tx, found))
}

export async function showPublishOf(visit: Visit, found: StaffVisit, checks: PublishChecks, again: { problems?: FormProblems } = {}): Promise<Answer> {
  const { voice } = visit
  const { tongue, plan, year } = found
  const [publications, publishable] = await Promise.all([listPublications(visit.tx, plan.key, year), findPublishable(visit.tx, plan.key, found.present.document)])
  const named = { year: tongue.plainYear(year) }
  const main = html`${renderPageTitle({
    kicker: tongue.named('plan/title', plan.title),
    title: voice.say(staffWords.publishTitle, named),
    lead: voice.say(staffWords.publishLead),
    actions: renderLinkButton({ href: found.links.to(`/staff/plan/preview/${year}`), kind: 'secondary', icon: 'document', label: voice.say(staffWords.preview) }),
  })}
  ${renderSection({ heading: voice.say(staffWords.checklist), id: 'checklist', body: renderChecklist(found, checks) })}
  ${renderQuestion(visit, found, checks, publishable, again.problems ?? {})}
  ${renderSection({ heading: voice.say(staffWords.publications), id: 'publications', body: renderPublications(found, publications) })}`
  const status = again.problems === undefined ? 200 : 422
  return shown({ title: voice.plain(staffWords.publishTitle, named), main, area: 'staff', status, crumbs: [deskCrumb(found)] })
}

function renderChecklist({ tongue: { voice }, links, year }: StaffVisit, { openQuestions, unexplained, unread, blanks }: PublishChecks): Html {
  const query = { year: String(year) }
  const row = (name: HtmlValue, count: number, href: string): HtmlValue[] => [
    name,
    renderBadge(
      count === 0
        ? { label: voice.say(staffWords.checkOk), tone: 'success' }
        : { label: voice.say(staffWords.places, { count }), tone: 'warning' },
    ),
    count === 0 ? '' : html`<a href="${href}">${voice.say(staffWords.look)}<span class="visually-hidden">: ${name}</span></a>`,
  ]
  const blankCount = blanks.reduce((sum, { count }) => sum + count, 0)
  return renderTable({
    caption: voice.say(staffWords.checklist),
    isCaptionHidden: true,
    id: 'checks',
    isCardsOnPhone: true,
    columns: [{ heading: voice.say(staffWords.checklist) }, { heading: voice.say(staffWords.openPoints) }, { heading: voice.say(staffWords.look) }],
    rows: [
      row(voice.say(staffWords.checkQuestions), openQuestions, links.to('/staff/plan/questions', query)),
      row(voice.say(staffWords.checkReasons), unexplained, links.to('/staff/plan/contradictions', query)),
      row(voice.say(referenceWords.unreadHere), unread.length, links.sheet(unread[0] ?? null, year)),
      row(voice.say(staffWords.checkBlanks), blankCount, links.to('/staff/plan', { ...query, view: 'blank' })),
    ],
  })
}

function renderQuestion(visit: Visit, found: StaffVisit, checks: PublishChecks, { digest, isPublished }: Publishable, problems: FormProblems): Html {
  const { voice } = visit
  const { plan, year, links, tongue } = found
  if (isPublished) {
    return renderNotice({ voice, kind: 'success', title: voice.say(staffWords.unchangedSincePublication), body: voice.say(staffWords.unchangedSincePublicationBody) })
  }
  const problem = problems.isUnfinished
  const error = problem === undefined ? {} : { error: voice.say(problem.phrase) }
  const consent = renderField({ voice, kind: 'checkbox', name: 'isUnfinished', label: voice.say(staffWords.publishUnfinished), isRequired: true, ...error })
  return renderConfirm({
    voice,
    title: voice.say(staffWords.publishQuestion, { year: tongue.plainYear(year) }),
    body: voice.say(staffWords.publishBody),
    action: '/staff/plan/publish',
    csrfToken: visit.formToken(),
    hidden: { plan: plan.key, year: String(year), digest },
    confirmLabel: voice.say(staffWords.publish),
    cancelHref: links.to('/staff/plan', { year: String(year) }),
    ...(isFinished(checks) ? {} : { fields: consent }),
  })
}

function renderPublications({ tongue: { voice } }: StaffVisit, publications: readonly PublicationLine[]): Html {
  if (publications.length === 0) return html`<p>${voice.say(staffWords.notPublishedYet)}</p>`
  return renderTable({
    caption: voice.say(staffWords.publications),
    isCaptionHidden: true,
    id: 'publication-table',
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(staffWords.checkedVersion), width: 'narrow' },
      { heading: voice.say(staffWords.at) },
      { heading: voice.say(staffWords.by) },
      { heading: voice.say(staffWords.digest) },
    ],
    rows: publications.map(({ revision, at, byName, sha256 }) => [
      voice.say(staffWords.version, { revision: String(revision) }),
      timeText(voice, at),
      byName === '' ? nothing : byName,
      html`<code>${sha256.slice(0, 16)}…</code>`,
    ]),
  })
}
