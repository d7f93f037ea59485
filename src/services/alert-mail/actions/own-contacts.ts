import { addContact, contactIdInOwnPage, findContactById } from '#capabilities/notices/contacts.ts'
import { sendMail } from '#capabilities/mail/mail.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { addMailForm, addOtherForm, contactForm } from '../forms/muster-forms.ts'
import type { RosterPerson } from '../model.ts'
import { showMineAgain } from '../pages/muster-mine.ts'
import { addRosterContact, findRosterByPerson, removeRosterContact } from '../store/roster.ts'
import { musterWords as words } from '../text/muster-words.ts'
import { syncStaffLists } from './staff-lists.ts'

const MINE = '/staff/muster/me'
const HOURS_TO_CONFIRM = 24

/** A letter to the address first: whoever opens its link, signed in as the same person, has shown that it is theirs. */
export async function addOwnMail(visit: Submission<ValuesOf<typeof addMailForm>>): Promise<Answer> {
  const { tx, seal, client, values, voice } = visit
  const person = await ownRoster(visit)
  const until = tx.now.add({ hours: HOURS_TO_CONFIRM }).toString()
  const token = seal.close(JSON.stringify([values.address, until]), `contact of ${person.id}`)
  const text = [voice.plain(words.confirmLetter), '', `${client.origin}${MINE}/confirm/${token}`].join('\n')
  await sendMail(tx, { to: values.address, subject: voice.plain(words.confirmSubject), text, purpose: 'alert-mail.staff-contact' })
  return redirect(MINE, { notice: words.mailSent })
}

export async function confirmOwnMail(visit: Visit): Promise<Answer> {
  const { tx, seal, params, voice } = visit
  const person = await ownRoster(visit)
  const opened = seal.open(params.token ?? '', `contact of ${person.id}`)
  const [address = '', until = ''] = opened === undefined ? [] : (JSON.parse(opened) as string[])
  if (opened === undefined || Temporal.Instant.compare(Temporal.Instant.from(until), tx.now) < 0) return redirect(MINE, { notice: words.linkGone })
  const added = await addContact(tx, { channel: 'mail', address, language: voice.language, isConfirmed: true })
  if (!added.ok) return redirect(MINE, { notice: words.linkGone })
  await addRosterContact(tx, person.id, added.id)
  await syncStaffLists(tx)
  return redirect(MINE, { notice: words.addedContact })
}

/** A push or LINE contact that the person already has, named by the link of its own page, which nobody else knows. */
export async function addOwnOther(visit: Submission<ValuesOf<typeof addOtherForm>>): Promise<Answer> {
  const { tx, values } = visit
  const person = await ownRoster(visit)
  const contactId = contactIdInOwnPage(values.token)
  const contact = contactId === undefined ? undefined : await findContactById(tx, contactId)
  if (contact?.state !== 'active') return showMineAgain(visit, { typed: visit.typed, problems: { token: { phrase: words.badToken } } })
  await addRosterContact(tx, person.id, contact.id)
  await syncStaffLists(tx)
  return redirect(MINE, { notice: words.addedContact })
}

export async function removeOwnContact(visit: Submission<ValuesOf<typeof contactForm>>): Promise<Answer> {
  const person = await ownRoster(visit)
  if (!/^[0-9a-f-]{36}$/.test(visit.values.contact) || (await removeRosterContact(visit.tx, person.id, visit.values.contact)) === 0) throw new Fault('not-found', 'there is no such contact')
  await syncStaffLists(visit.tx)
  return redirect(MINE, { notice: words.removed })
}

export async function askOwnAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showMineAgain(visit, visit)
}

async function ownRoster({ tx, actor }: Visit): Promise<RosterPerson> {
  const person = await findRosterByPerson(tx, actor.id)
  if (person === undefined) throw new Fault('not-found', 'this person is not on the roster')
  return person
}
