import { findContactById } from '#capabilities/notices/contacts.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { CHANNEL_WORDS } from '../forms/alert-forms.ts'
import type { RosterPerson } from '../model.ts'
import { findReply, listCalled, listOpenCallsOf } from '../store/muster.ts'
import { findRosterByPerson, listRosterContacts } from '../store/roster.ts'
import { alertWords } from '../text/alert-words.ts'
import { guardianWords } from '../text/guardian-words.ts'
import { musterWords as words } from '../text/muster-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { calledBy, MUSTER_BASIS } from './muster-board.ts'
import { renderReplyForm } from './muster-reply.ts'
import { errorFor, renderProblems, typedText, type FormStand } from './text-boxes.ts'

/** One's own contacts for calls, and the calls that wait for one's answer. */
export function showMusterMine(visit: Visit): Promise<Answer> {
  return showMineAgain(visit, { typed: {}, problems: {} })
}

export async function showMineAgain(visit: Visit, stand: FormStand): Promise<Answer> {
  const { voice, tx, actor } = visit
  const person = await findRosterByPerson(tx, actor.id)
  const main = html`${renderPageTitle({ title: voice.say(words.mine), lead: voice.say(words.mineLead) })}
    ${renderProblems(voice, stand.problems)}
    ${person === undefined ? renderNotice({ voice, kind: 'warning', title: voice.say(words.notOnRoster) }) : renderStack({ gap: 'large', parts: [await renderCalls(visit, person), await renderContacts(visit, person), renderAdding(visit, stand)] })}`
  const status = Object.keys(stand.problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(words.mine), main, area: 'staff', status})
}

async function renderCalls(visit: Visit, person: RosterPerson): Promise<Html> {
  const { voice, tx } = visit
  const parts: Html[] = []
  for (const call of await listOpenCallsOf(tx, person.id)) {
    const reply = (await findReply(tx, call.id, person.id)) ?? null
    parts.push(renderPanel({ heading: html`${call.reason} – ${call.place}`, level: 3, body: renderReplyForm(visit, call, reply, `/staff/muster/me/${call.id}`) }))
  }
  return parts.length === 0 ? nothing : renderSection({ heading: voice.say(words.openCalls), body: renderStack({ parts }) })
}

async function renderContacts(visit: Visit, person: RosterPerson): Promise<Html> {
  const { voice, tx } = visit
  await tx.note({ act: 'view own muster contacts', subject: `roster:${person.id}`, basis: MUSTER_BASIS })
  const rows: Html[][] = []
  for (const { rosterId, contactId } of await listRosterContacts(tx)) {
    const contact = rosterId === person.id ? await findContactById(tx, contactId) : undefined
    if (contact === undefined) continue
    // A push address and a LINE id say nothing to anybody; a mail address does.
    const button = renderForm({ voice, action: '/staff/muster/me/remove', csrfToken: visit.formToken(), hidden: { contact: contact.id }, body: nothing, buttons: renderButton({ label: voice.say(words.remove), kind: 'link', size: 'small' }) })
    rows.push([voice.say(CHANNEL_WORDS[contact.channel]), html`${contact.channel === 'mail' ? contact.address : ''}`, button])
  }
  if (rows.length === 0) return renderEmpty({ icon: 'phone', title: voice.say(words.noContacts) })
  return renderTable({ caption: voice.say(words.mine), isCaptionHidden: true, columns: [{ heading: voice.say(alertWords.channel) }, { heading: voice.say(guardianWords.address) }, { heading: voice.say(serviceWords.acts) }], rows })
}

function renderAdding(visit: Visit, { typed, problems }: FormStand): Html {
  const { voice } = visit
  const csrfToken = visit.formToken()
  return renderStack({
    parts: [
      renderPanel({ heading: voice.say(words.addMail), body: renderForm({ voice, action: '/staff/muster/me/mail', csrfToken, body: renderField({ voice, kind: 'text', inputType: 'email', autocomplete: 'email', name: 'address', label: voice.say(guardianWords.address), isRequired: true, value: typedText(typed, 'address'), ...errorFor(voice, problems, 'address') }), buttons: renderButton({ label: voice.say(words.add), kind: 'secondary' }) }) }),
      renderPanel({ heading: voice.say(words.pushOrLine), body: renderForm({ voice, action: '/staff/muster/me/other', csrfToken, body: renderField({ voice, kind: 'text', name: 'token', label: voice.say(words.token), hint: voice.say(words.addOther), isRequired: true, value: typedText(typed, 'token'), ...errorFor(voice, problems, 'token') }), buttons: renderButton({ label: voice.say(words.add), kind: 'secondary' }) }) }),
    ],
  })
}

/** Behind the link of the letter; the button adds the address. */
export async function showConfirmOwnMail(visit: Visit): Promise<Answer> {
  const { voice, tx, actor, params, seal } = visit
  const person = await findRosterByPerson(tx, actor.id)
  const opened = person === undefined ? undefined : seal.open(params.token ?? '', `contact of ${person.id}`)
  if (opened === undefined) throw new Fault('not-found', 'this link is not one of ours')
  const [address = ''] = JSON.parse(opened) as string[]
  const main = html`${renderPageTitle({ title: voice.say(words.addMail) })}
    ${renderConfirm({ voice, title: address, body: voice.say(words.mineLead), action: `/staff/muster/me/confirm/${params.token}`, csrfToken: visit.formToken(), confirmLabel: voice.say(words.add), cancelHref: '/staff/muster/me' })}`
  return shown({ title: voice.plain(words.addMail), main, area: 'staff', isSecret: true })
}

/** The desk writes down what somebody said on the telephone. */
export async function showDeskReply(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const { call } = await calledBy(visit, 'take down a muster reply')
  const person = (await listCalled(tx, call.id)).find(({ id }) => id === params.person)
  if (person === undefined) throw new Fault('not-found', 'this person was not called')
  const path = `/staff/muster/${call.id}`
  const main = html`${renderPageTitle({ title: person.name, kicker: voice.say(words.desk), lead: person.phone })}
    ${renderReplyForm(visit, call, person.reply, `${path}/people/${person.id}`)}`
  return shown({ title: person.name, main, area: 'staff', crumbs: [{ href: path, label: call.reason }, { href: `${path}/door`, label: voice.say(words.door) }] })
}
