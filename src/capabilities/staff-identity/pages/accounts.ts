import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection } from '#design/layout/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderTable } from '#design/table/view.ts'
import { countPeople, listDuties, type DutyPeriod, type Person } from '#kernel/access/people.ts'
import { listSessions } from '#kernel/access/sessions.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { giveDutyForm } from '../forms.ts'
import { isInForce, isOver } from '../rules/duties.ts'
import { listAccounts, type AccountLine } from '../staff-identity.ts'
import { accountWords } from '../text/account.ts'
import { administrationWords as words } from '../text/administration.ts'
import { deviceIn, statusOf } from './account.ts'
import { blankForm, renderFields, renderProblems, type FilledForm } from './fields.ts'
import { knownDuties, titleOfDuty, unitName } from './people.ts'

const ACCOUNTS_A_PAGE = 50

export async function showAccounts(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const search = (query.words ?? '').slice(0, 100)
  const page = Math.max(1, Math.min(Number.parseInt(query.page ?? '1', 10) || 1, 10_000))
  const total = await countPeople(tx, search)
  const lines = await listAccounts(tx, { words: search, limit: ACCOUNTS_A_PAGE, offset: (page - 1) * ACCOUNTS_A_PAGE })
  const create = renderLinkButton({ label: voice.say(words.create), icon: 'plus', href: '/staff/accounts/new' })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead), actions: create })}
    ${renderFilters({
      voice,
      action: '/staff/accounts',
      search: { name: 'words', label: voice.say(words.search), value: search },
      clearHref: '/staff/accounts',
    })}
    ${lines.length === 0 ? renderEmpty({ icon: 'people', title: voice.say(words.nobody) }) : renderLines(visit, lines)}
    ${renderPagination({
      voice,
      page,
      pages: Math.ceil(total / ACCOUNTS_A_PAGE),
      hrefOf: (number) => `/staff/accounts?${new URLSearchParams({ words: search, page: String(number) })}`,
    })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff' })
}

function renderLines(visit: Visit, lines: readonly AccountLine[]): Html {
  const { voice } = visit
  const columns = [words.login, words.name, words.unit, words.duties, words.state, words.lastSignIn]
  return renderTable({
    caption: voice.say(words.all),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: columns.map((word) => ({ heading: voice.say(word) })),
    rows: lines.map((line): readonly HtmlValue[] => [
      html`<a href="/staff/accounts/${line.id}">${line.login}</a>`,
      line.name,
      unitName(voice, line),
      line.duties.length === 0
        ? voice.say(words.none)
        : html`${line.duties.map((duty, index) => html`${index > 0 && html`<br>`}${titleOfDuty(visit, duty)}`)}`,
      renderState(voice, line),
      line.lastSignInAt === null ? voice.say(words.never) : minuteOf(line.lastSignInAt),
    ]),
  })
}

function renderState(voice: Voice, { isActive, passphrase }: AccountLine): Html {
  if (!isActive) return renderBadge({ label: voice.say(words.disabled), tone: 'error' })
  if (passphrase === 'none') return renderBadge({ label: voice.say(words.noPassphrase), tone: 'warning' })
  if (passphrase === 'one-time') return renderBadge({ label: voice.say(words.oneTime), tone: 'info' })
  return renderBadge({ label: voice.say(words.active), tone: 'success' })
}

/** Crumbs of everything below the list of accounts. */
export function belowAccounts(voice: Voice): Crumb[] {
  return [{ href: '/staff/accounts', label: voice.say(words.title) }]
}

/** One account: who it is, what they may do, and what an administrator can do about it. */
export async function showAccountOf(visit: Visit, person: Person, filled: FilledForm = blankForm): Promise<Answer> {
  const { voice, tx } = visit
  const [line] = await listAccounts(tx, { ids: [person.id], limit: 1 })
  if (line === undefined) throw new Fault('not-found')
  const duties = renderDuties(visit, person, await listDuties(tx, person.id))
  const give = renderPanel({ body: renderGive(visit, person, filled) })
  const head = { title: person.name, kicker: person.login, facts: renderState(voice, line) }
  const main = html`
    ${renderPageTitle({ ...head, actions: renderActs(visit, line) })}
    ${renderProblems(voice, giveDutyForm, filled)}
    ${await renderFacts(visit, line)}
    ${renderSection({ heading: voice.say(words.duties), body: duties })}
    ${renderSection({ heading: voice.say(words.give), body: give })}`
  return shown({ title: person.name, main, crumbs: belowAccounts(voice), area: 'staff', status: statusOf(filled) })
}

function renderActs({ voice, actor }: Visit, line: AccountLine): Html {
  if (actor.id === line.id) return html`<p>${voice.say(words.ownAccount)}</p>`
  const base = `/staff/accounts/${line.id}`
  return renderCluster({
    parts: [
      renderLinkButton({
        label: voice.say(words.issue),
        kind: line.passphrase === 'none' ? 'primary' : 'secondary',
        icon: 'key',
        href: `${base}/passphrase`,
      }),
      line.isActive
        ? renderLinkButton({
            label: voice.say(words.disable),
            kind: 'secondary',
            icon: 'lock',
            href: `${base}/disable`,
          })
        : renderLinkButton({ label: voice.say(words.enable), kind: 'secondary', href: `${base}/enable` }),
    ],
  })
}

async function renderFacts({ voice, tx }: Visit, line: AccountLine): Promise<Html> {
  const sessions = await listSessions(tx, line.id)
  const factors = [
    line.hasTotp && voice.say(words.hasTotp),
    line.passkeys > 0 && voice.say(words.hasPasskeys, { count: line.passkeys }),
  ].filter((factor) => factor !== false)
  return renderFactsList({
    facts: [
      { term: voice.say(words.unit), description: unitName(voice, line) },
      { term: voice.say(words.secondFactors), description: factors.length > 0 ? factors : voice.say(words.none) },
      {
        term: voice.say(words.lastSignIn),
        description: line.lastSignInAt === null ? voice.say(words.never) : minuteOf(line.lastSignInAt),
      },
      {
        term: voice.say(words.openSessions),
        description:
          sessions.length > 0
            ? sessions.map((session) => html`${deviceIn(voice, session.device)} (${minuteOf(session.seenAt)})`)
            : voice.say(words.none),
      },
    ],
  })
}

function renderDuties(visit: Visit, person: Person, periods: readonly DutyPeriod[]): Html {
  const { voice, tx } = visit
  if (periods.length === 0) return renderEmpty({ icon: 'list', title: voice.say(words.noDuties) })
  return renderTable({
    caption: voice.say(words.duties),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.duty, words.from, words.to, words.actions].map((word) => ({ heading: voice.say(word) })),
    rows: periods.map((period): readonly HtmlValue[] => [
      html`${titleOfDuty(visit, period.duty)} ${renderPeriodState(voice, period, tx.today)}`,
      period.from.toString(),
      period.to?.toString() ?? voice.say(words.openEnded),
      isOver(period, tx.today) ? nothing : renderTake(visit, person, period),
    ]),
  })
}

function renderPeriodState(voice: Voice, period: DutyPeriod, today: Temporal.PlainDate): Html {
  if (isOver(period, today)) return renderBadge({ label: voice.say(accountWords.dutyOver) })
  return isInForce(period, today) ? nothing : renderBadge({ label: voice.say(accountWords.dutyComing), tone: 'info' })
}

function renderTake(visit: Visit, person: Person, { duty, from }: DutyPeriod): Html {
  const { voice } = visit
  return renderLinkButton({
    label: html`${voice.say(words.take)} <span class="visually-hidden">${titleOfDuty(visit, duty)}</span>`,
    kind: 'secondary',
    size: 'small',
    href: `/staff/accounts/${person.id}/duties/take?${new URLSearchParams({ duty, from: from.toString() })}`,
  })
}

function renderGive(visit: Visit, person: Person, filled: FilledForm): Html {
  const { voice, tx } = visit
  const choices = knownDuties(visit).map((duty) => ({ value: duty.name, label: voice.plain(duty.title) }))
  return renderForm({
    voice,
    action: `/staff/accounts/${person.id}/duties`,
    csrfToken: visit.formToken(),
    body: renderFields(voice, giveDutyForm, filled, { duty: { choices }, from: { value: tx.today.toString() } }),
    buttons: renderButton({ label: voice.say(words.giveButton), kind: 'secondary' }),
  })
}
