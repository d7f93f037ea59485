import type { RegisteredPerson } from '#capabilities/residents/residents.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { findResident } from '#kernel/access/residents.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { attributesOf, candidates } from '../actions/matching.ts'
import { declineForm, findForm, matchForm } from '../forms.ts'
import type { CardHolder, MatchCase, MatchReason } from '../model.ts'
import { LIMITS } from '../rules/limits.ts'
import { findCase, listOpenCases } from '../store/match-cases.ts'
import { deskWords as words } from '../text/desk.ts'
import { blankForm, renderFields, renderProblems, statusOf, typedText, type FilledForm } from './fields.ts'

const REASONS: Readonly<Record<MatchReason, Phrase<never>>> = { none: words.none, several: words.several }

/** The work list: how long each waits and why, and nothing of who it is. */
export async function showCases(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const cases = await listOpenCases(tx, LIMITS.casesPerPage)
  const body = cases.length === 0 ? renderEmpty({ icon: 'check-circle', title: voice.say(words.empty) }) : renderTable({
    caption: voice.say(words.title),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.opened, words.reason, words.open].map((word) => ({ heading: voice.say(word) })),
    rows: cases.map((open): readonly HtmlValue[] => [
      minuteOf(open.openedAt),
      voice.say(REASONS[open.reason]),
      renderLinkButton({ label: html`${voice.say(words.open)} <span class="visually-hidden">${minuteOf(open.openedAt)}</span>`, kind: 'secondary', size: 'small', href: `/staff/identity/cases/${open.id}` }),
    ]),
  })
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })} ${body}`
  return shown({ title: voice.plain(words.title), main, area: 'staff' })
}

interface Filled {
  readonly match?: FilledForm
  readonly decline?: FilledForm
}

/** One case: two attributes of the card, a search of the register, and a decision with a reason. */
export async function showCase(visit: Visit, { match = blankForm, decline = blankForm }: Filled = {}): Promise<Answer> {
  const { voice, tx, params, query } = visit
  const open = await findCase(tx, params['id'] ?? '')
  if (open === undefined) throw new Fault('not-found')
  if (open.settledAt !== null) return redirect('/staff/identity', { notice: words.gone })
  const holder = await attributesOf(visit, open)
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title) })}
    ${renderProblems(voice, matchForm, match)} ${renderProblems(voice, declineForm, decline, 'decline')}
    ${renderSection({ heading: voice.say(words.onCard), lead: voice.say(words.onCardLead), body: await renderHolder(visit, open, holder) })}
    ${renderSection({ heading: voice.say(words.find), body: html`${renderSearch(visit, open)} ${await renderFound(visit, open, holder, match)}` })}
    ${renderSection({ heading: voice.say(words.decline), lead: voice.say(words.declineLead), body: renderPanel({ body: renderDecline(visit, open, decline) }) })}`
  const status = Math.max(statusOf(match), statusOf(decline))
  return shown({ title: voice.plain(words.title), main, area: 'staff', status, crumbs: [{ href: '/staff/identity', label: voice.say(words.title) }], ...(query['words'] === undefined ? {} : { isSecret: true }) })
}

async function renderHolder({ voice, tx }: Visit, open: MatchCase, { name, birthDate }: CardHolder): Promise<Html> {
  const account = await findResident(tx, open.accountId)
  return renderFactsList({
    facts: [
      { term: voice.say(words.name), description: name },
      { term: voice.say(words.birthDate), description: birthDate.toString() },
      { term: voice.say(words.reason), description: voice.say(REASONS[open.reason]) },
      { term: voice.say(words.opened), description: minuteOf(account?.createdAt ?? open.openedAt) },
    ],
  })
}

/** What is looked for is sent by POST: a name does not stand in an address. */
function renderSearch(visit: Visit, { id }: MatchCase): Html {
  const { voice } = visit
  return renderForm({
    voice, action: `/staff/identity/cases/${id}/find`, csrfToken: visit.formToken(), body: renderFields(voice, findForm, filledSearch(visit)),
    buttons: renderButton({ label: voice.say(words.findButton), icon: 'search', kind: 'secondary' }),
  })
}

function filledSearch(visit: Visit): FilledForm {
  const typed = 'typed' in visit ? (visit.typed as FilledForm['typed']) : {}
  return { typed, problems: {} }
}

async function renderFound(visit: Visit, open: MatchCase, holder: CardHolder, filled: FilledForm): Promise<Html> {
  const { voice } = visit
  const looked = typedText(filledSearch(visit).typed['words']) ?? ''
  if (looked === '' && Object.keys(filled.problems).length === 0) return nothing
  const found = await candidates(visit, looked)
  if (found === null) return renderEmpty({ icon: 'warning', title: voice.say(words.noRegister) })
  if (found.length === 0) return renderEmpty({ icon: 'person', title: voice.say(words.foundNobody) })
  const likeliest = found.toSorted((one, other) => Number(other.birthDate.equals(holder.birthDate)) - Number(one.birthDate.equals(holder.birthDate)))
  return html`${likeliest.map((person) => renderPanel({ level: 3, heading: person.name.registered, body: renderCandidate(visit, open, person, holder, filled) }))}`
}

function renderCandidate(visit: Visit, { id }: MatchCase, person: RegisteredPerson, holder: CardHolder, filled: FilledForm): Html {
  const { voice } = visit
  const isSameDay = Temporal.PlainDate.compare(person.birthDate, holder.birthDate) === 0
  const form = renderForm({
    voice, action: `/staff/identity/cases/${id}/match`, csrfToken: visit.formToken(), hidden: { personId: person.id },
    body: renderFields(voice, matchForm, filled, { idPrefix: `match-${person.id}` }),
    buttons: renderButton({ label: voice.say(words.match) }),
  })
  return html`<p>${person.birthDate.toString()} ${renderBadge({ label: voice.say(isSameDay ? words.agrees : words.differs), tone: isSameDay ? 'success' : 'warning' })}</p>${form}`
}

function renderDecline(visit: Visit, { id }: MatchCase, filled: FilledForm): Html {
  const { voice } = visit
  return renderForm({
    voice, action: `/staff/identity/cases/${id}/decline`, csrfToken: visit.formToken(),
    body: renderFields(voice, declineForm, filled, { idPrefix: 'decline' }),
    buttons: renderButton({ label: voice.say(words.decline), kind: 'danger' }),
  })
}
