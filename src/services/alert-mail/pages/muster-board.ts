import { listUnits } from '#kernel/access/organisation.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderRenewal, renewalAsked } from '#design/renewal/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { CalledPerson, MusterCall } from '../model.ts'
import { countsOf, expectedAt } from '../rules/muster.ts'
import { findCall, listCalled, listMusterReminders } from '../store/muster.ts'
import { musterWords as words } from '../text/muster-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { clockText, timeText } from './alert-frame.ts'
import { renderCurve } from './muster-curve.ts'
import { replyText } from './muster-reply.ts'

export const MUSTER_BASIS = '災害対策基本法 第56条・地方公務員法 第35条: 職員の参集'

/** Seconds after which the board looks again, with or without scripts; the script beside it keeps the same time. */
const RENEW_SECONDS = 5

/** Who comes, when, and who is silent: to be read from across the room, so the figures stand before the links. */
export async function showBoard(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const { call, people } = await calledBy(visit, 'view muster board')
  const units = new Map((await listUnits(tx, tx.today)).map(({ code, name }) => [code, name]))
  const reminders = await listMusterReminders(tx, call.id)
  const path = `/staff/muster/${call.id}`
  const actions = html`${renderLinkButton({ href: `${path}/door`, label: voice.say(words.door), kind: 'secondary', icon: 'check' })}
    ${renderLinkButton({ href: `${path}/phones.pdf`, label: voice.say(words.phoneList), kind: 'secondary', icon: 'print' })}
    ${renderLinkButton({ href: '/staff/muster/me', label: voice.say(words.mine), kind: 'secondary', icon: 'person' })}
    ${renderLinkButton({ href: `${path}/list.xlsx`, label: voice.say(words.exportXlsx), kind: 'secondary', icon: 'download' })}`
  const isOpen = call.endedAt === null
  const main = html`<link rel="stylesheet" href="/staff/muster/board.css">${isOpen && visit.query.refresh === undefined && html`<script src="/staff/muster/board.js" defer></script>`}
    ${renderPageTitle({ title: call.reason, kicker: html`${voice.say(words.board)} ${marks(voice, call)}`, lead: html`${call.place} – ${timeText(voice, call.calledAt)} ${call.calledByName}` })}
    <div id="muster-board" class="muster-board">
      <p class="muster-clock">${call.endedAt === null ? voice.say(words.asOf, { time: clockText(voice, tx.now) }) : voice.say(words.endedAt, { time: timeText(voice, call.endedAt) })}</p>
      ${renderCounts(voice, people)}
      <div class="muster-wall">${renderCurve(voice, call, people, tx.now)}${renderByUnit(voice, people, units)}</div>
      ${renderCluster({ parts: [actions] })}
      ${reminders.length === 0 ? nothing : html`<ul>${reminders.map((one) => html`<li>${voice.say(words.reminded, { time: timeText(voice, one.sentAt), people: one.people })}</li>`)}</ul>`}
      ${renderPeople(voice, people, units)}
    </div>
    ${isOpen ? renderRenewal({ voice, seconds: RENEW_SECONDS, wish: visit.query.refresh, hasScript: true }) : nothing}
    ${!isOpen ? nothing : renderConfirm({ voice, title: voice.say(words.end), body: voice.say(words.endBody), action: `${path}/end`, csrfToken: visit.formToken(), confirmLabel: voice.say(words.end), cancelHref: '/staff/muster' })}`
  return shown({ title: voice.plain(words.board), main, area: 'staff', crumbs: [{ href: '/staff/muster', label: voice.say(serviceWords.musterDesk) }], ...(isOpen ? renewalAsked(visit.query.refresh, RENEW_SECONDS) : {}) })
}

/** The call of the address and everybody called; the view is written down. */
export async function calledBy({ tx, params }: Visit, act: string): Promise<{ readonly call: MusterCall; readonly people: CalledPerson[] }> {
  const call = await findCall(tx, params.call ?? '')
  if (call === undefined) throw new Fault('not-found', 'there is no such call')
  await tx.note({ act, subject: `muster:${call.id}`, basis: MUSTER_BASIS })
  return { call, people: await listCalled(tx, call.id) }
}

function marks(voice: Voice, call: MusterCall): Html {
  return html`${renderBadge({ label: voice.say(call.endedAt === null ? words.open : words.ended), tone: call.endedAt === null ? 'warning' : 'neutral' })} ${call.isDrill ? renderBadge({ label: voice.say(words.drillMark), tone: 'info' }) : nothing}`
}

function renderCounts(voice: Voice, people: readonly CalledPerson[]): Html {
  const { called, coming, cannot, silent, arrived } = countsOf(people)
  const figure = (word: typeof words.coming, count: number) => ({ label: voice.say(word), value: voice.number(count), unit: voice.say(words.people) })
  return renderFigures({ figures: [figure(words.coming, coming), figure(words.arrived, arrived), figure(words.silent, silent), figure(words.cannot, cannot), figure(words.calledCount, called)] })
}

function renderByUnit(voice: Voice, people: readonly CalledPerson[], units: ReadonlyMap<string, string>): Html {
  const rows = [...Map.groupBy(people, ({ unitCode }) => unitCode)].map(([code, members]) => {
    const { called, coming, cannot, silent, arrived } = countsOf(members)
    return [units.get(code) ?? code, ...[coming, arrived, silent, cannot, called].map((count) => voice.number(count))]
  })
  return renderSection({
    heading: voice.say(words.byUnit),
    body: renderTable({
      caption: voice.say(words.byUnit), isCaptionHidden: true,
      columns: [{ heading: voice.say(words.unit) }, ...[words.coming, words.arrived, words.silent, words.cannot, words.calledCount].map((word) => ({ heading: voice.say(word), isNumeric: true }))],
      rows,
    }),
  })
}

/** Who comes first stands first; the silent and those who cannot stand last. */
function renderPeople(voice: Voice, people: readonly CalledPerson[], units: ReadonlyMap<string, string>): Html {
  const order = (person: CalledPerson) => expectedAt(person)?.epochMilliseconds ?? (person.reply === null ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER)
  const sorted = people.toSorted((one, other) => order(one) - order(other))
  return renderTable({
    caption: voice.say(words.reply), isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.name) }, { heading: voice.say(words.unit) }, { heading: voice.say(words.reply) }, { heading: voice.say(words.expected), width: 'narrow' }],
    rows: sorted.map((person) => [person.name, units.get(person.unitCode) ?? person.unitCode, renderReplied(voice, person), renderExpected(voice, person)]),
  })
}

function renderReplied(voice: Voice, { reply, arrivedAt }: CalledPerson): Html {
  if (arrivedAt !== null) return renderBadge({ label: voice.say(words.arrived), tone: 'success' })
  if (reply === null) return renderBadge({ label: voice.say(words.silent), tone: 'warning' })
  return html`${replyText(voice, reply)}`
}

function renderExpected(voice: Voice, person: CalledPerson): string {
  const at = expectedAt(person)
  return at === null ? '' : at.toZonedDateTimeISO('Asia/Tokyo').toLocaleString(voice.locale, { hour: '2-digit', minute: '2-digit' })
}

/** At the door: everybody called, by reading, with one button each. */
export async function showDoor(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const { call, people } = await calledBy(visit, 'view muster list at the door')
  const path = `/staff/muster/${call.id}`
  const sorted = people.toSorted((one, other) => one.nameKana.localeCompare(other.nameKana, 'ja'))
  const main = html`${renderPageTitle({ title: voice.say(words.door), kicker: call.reason })}
    ${renderStack({ parts: [renderCounts(voice, people), renderTable({
      caption: voice.say(words.door), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.name) }, { heading: voice.say(words.reply) }, { heading: voice.say(words.phone), width: 'narrow' }, { heading: voice.say(words.tick) }],
      rows: sorted.map((person) => [html`${person.name} <small>${person.nameKana}</small>`, html`${renderReplied(voice, person)} ${call.endedAt === null ? html`<a href="${path}/people/${person.id}">${voice.say(words.desk)}</a>` : nothing}`, person.phone, renderTick(visit, path, person)]),
    })] })}`
  return shown({ title: voice.plain(words.door), main, area: 'staff', crumbs: [{ href: '/staff/muster', label: voice.say(serviceWords.musterDesk) }, { href: path, label: call.reason }] })
}

function renderTick({ voice, formToken }: Visit, path: string, { id, arrivedAt }: CalledPerson): Html {
  const isHere = arrivedAt === null ? { isHere: 'yes' } : {}
  const label = voice.say(arrivedAt === null ? words.tick : words.untick)
  const form = renderForm({ voice, action: `${path}/arrivals`, csrfToken: formToken(), hidden: { person: id, ...isHere }, body: nothing, buttons: renderButton({ label, kind: arrivedAt === null ? 'secondary' : 'link', size: 'small' }) })
  return renderCluster({ parts: [arrivedAt === null ? nothing : timeText(voice, arrivedAt), form] })
}
