import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { json, redirect, type Answer } from '#kernel/web/answers.ts'
import type { Delivered } from '#kernel/web/routes.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { confirmContact, endContact } from '../contacts.ts'
import { facts } from '../facts.ts'
import { readChoices } from '../forms/read-choices.ts'
import type { choicesForm, languageForm, topicForm } from '../forms/subscribe.ts'
import { askMineAgain, ownContact } from '../pages/mine.ts'
import { BASES } from '../rules/retention.ts'
import { contactLink, readToken } from '../rules/token.ts'
import { changeState, findByAddress, findContact, keepChoices, type KeptContact } from '../store/contacts.ts'
import { listsOf } from '../store/lists.ts'
import { mineWords as words } from '../text/mine-words.ts'
import type { Choices } from '../rules/choices.ts'

export async function saveChoices(visit: Submission<ValuesOf<typeof choicesForm>>): Promise<Answer> {
  const contact = await present(visit, 'change a subscription')
  // Who is on a school's list may want nothing else.
  const isListed = (await listsOf(visit.tx, contact.id)).length > 0
  const read = await readChoices(visit, visit.values, isListed)
  return read.ok ? keep(visit, contact, read.choices, words.saved) : askMineAgain(visit, read.problems)
}

export async function changeLanguage(visit: Submission<ValuesOf<typeof languageForm>>): Promise<Answer> {
  const contact = await present(visit, 'change a subscription')
  return keep(visit, contact, { ...contact, language: visit.values.language }, words.languageChanged)
}

export async function leaveTopic(visit: Submission<ValuesOf<typeof topicForm>>): Promise<Answer> {
  const contact = await present(visit, 'change a subscription')
  const topics = contact.topics.filter((topic) => topic !== visit.values.topic)
  return keep(visit, contact, { ...contact, topics }, words.leftOne)
}

async function keep({ tx, seal }: Visit, { id, channel }: KeptContact, choices: Choices, notice: typeof words.saved): Promise<Answer> {
  await keepChoices(tx, id, choices)
  tx.publish(facts.changed, id, { channel, language: choices.language })
  return redirect(contactLink(seal, id), { notice })
}

/** Whoever left changes nothing any more; they undo first. */
async function present(visit: Visit, act: string): Promise<KeptContact> {
  const contact = await ownContact(visit, act)
  if (contact.state === 'left') throw new Fault('conflict', 'the subscription was left')
  return contact
}

/** Confirms an address that a service entered, or begins again where letters came back. */
export async function wake(visit: Submission<unknown>): Promise<Answer> {
  const { id } = await ownContact(visit, 'start a subscription')
  await confirmContact(visit.tx, id)
  return redirect(contactLink(visit.seal, id), { notice: words.active })
}

export async function leaveAll(visit: Submission<unknown>): Promise<Answer> {
  const { id } = await ownContact(visit, 'leave a subscription')
  await endContact(visit.tx, id, 'page')
  return redirect(contactLink(visit.seal, id))
}

/** As it was before leaving, as long as the address is still there and nobody subscribed it anew. */
export async function undoLeaving(visit: Submission<unknown>): Promise<Answer> {
  const { tx, seal } = visit
  const { id, channel, address, language, state } = await ownContact(visit, 'return to a subscription')
  if (state === 'left' && address !== '') {
    const isTaken = (await findByAddress(tx, channel, address)) !== undefined
    if (isTaken) return redirect(contactLink(seal, id), { notice: words.undoTaken })
    if (await changeState(tx, id, ['left'], 'active')) tx.publish(facts.subscribed, id, { channel, language })
  }
  return redirect(contactLink(seal, id), { notice: words.undone })
}

/** What a mail program posts for its reader, in either encoding of a form (RFC 8058 section 3.2). */
const ONE_CLICK = /(?:^|[&\s"])List-Unsubscribe(?:=|"\s+)One-Click(?:$|[&\s])/

/** Leaves at once: no session, no question, no page. Sent again it says the same. */
export async function leaveByOneClick({ tx, params, seal }: Visit, { body }: Delivered): Promise<Answer> {
  const id = readToken(seal, params.token ?? '')
  const contact = id === undefined ? undefined : await findContact(tx, id)
  if (contact === undefined) throw new Fault('not-found', 'there is no such subscription')
  if (!ONE_CLICK.test(body.toString('utf8'))) throw new Fault('bad-request', 'the body must say List-Unsubscribe=One-Click (RFC 8058)')
  await tx.note({ act: 'leave a subscription', subject: `contact:${contact.id}`, basis: BASES.ownRequest })
  await endContact(tx, contact.id, 'one-click')
  return json({ left: true })
}
