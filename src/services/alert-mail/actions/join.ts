import { addContact, contactIdInOwnPage, findContactById } from '#capabilities/notices/contacts.ts'
import { isMailAddress } from '#capabilities/mail/mail.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { facts } from '../facts.ts'
import type { codeForm, joinForm, placeForm } from '../forms/school-forms.ts'
import { ROLES, type Guardian, type Role } from '../model.ts'
import { findInvitation, invitationOf, showCodeForm, showInvitation, showLinkGone } from '../pages/join-pages.ts'
import { closeJoinRequest, openJoinRequest, placesLink, readPlacesToken } from '../rules/personal-links.ts'
import { confirmGuardian, findGuardianHeld } from '../store/guardians.ts'
import { findClass } from '../store/schools.ts'
import { guardianWords as words } from '../text/guardian-words.ts'
import { endPlace, syncClassLists } from './class-lists.ts'
import { guardianSubject, sendConfirmation } from './letters.ts'

/** A confirmation letter's link holds so long. */
const HOURS_TO_CONFIRM = 24

/** A typed code leads to its page; the page says whether it is one. */
export async function enterCode({ values }: Submission<ValuesOf<typeof codeForm>>): Promise<Answer> {
  return redirect(`/schools/join/${encodeURIComponent(values.code.normalize('NFKC').replace(/[\s/]/gu, ''))}`)
}

export async function askCodeAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showCodeForm(visit, visit)
}

/**
 * From the page of a code. Who came by the link of an invitation letter has shown that the mail box is theirs and is on
 * the list at once, and so is who brings the address of their own page, which only their LINE account, browser or mail box
 * has got. An address of a mail box typed here gets a letter first, and until its link is pressed it is kept nowhere.
 */
export async function requestPlace(visit: Submission<ValuesOf<typeof joinForm>>): Promise<Answer> {
  const { tx, values, seal, client, params } = visit
  const found = await findInvitation(visit)
  if (found === undefined) return showInvitation(visit)
  const guardian = await findGuardianHeld(tx, found.guardian.id)
  if (guardian?.state !== 'invited') return showInvitation(visit)
  if (values.own !== '') return joinByOwnPage(visit, guardian)
  if (guardian.invitedAddress !== null) return joinByMail(visit, guardian, guardian.invitedAddress, values)
  if (!isMailAddress(values.address)) return showInvitation(visit, { typed: visit.typed, problems: { address: { phrase: words.badAddress } } })
  const until = tx.now.add({ hours: HOURS_TO_CONFIRM }).toString()
  const { role, language, address } = values
  const token = closeJoinRequest(seal, { guardianId: guardian.id, codeRound: guardian.codeRound, address, role, language, until })
  await sendConfirmation(tx, { school: found.school, one: found.one, to: address, language, address: `${client.origin}/schools/confirm/${token}` })
  return redirect(`/schools/join/${params.code}/sent`)
}

export async function askPlaceAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showInvitation(visit, visit)
}

/** The link of the letter was opened and its button pressed. */
export async function confirmPlace(visit: Visit): Promise<Answer> {
  const { tx, seal, params } = visit
  const request = openJoinRequest(seal, params.token ?? '')
  if (request === undefined || Temporal.Instant.compare(Temporal.Instant.from(request.until), tx.now) < 0) return showLinkGone(visit)
  const guardian = await findGuardianHeld(tx, request.guardianId)
  if (guardian?.state !== 'invited' || guardian.codeRound !== request.codeRound) return showLinkGone(visit)
  const role = ROLES.find((one) => one === request.role) ?? 'other'
  const language = LANGUAGES.find((one) => one === request.language) ?? 'ja'
  return joinByMail(visit, guardian, request.address, { role, language })
}

interface JoinTerms {
  readonly role: Role
  readonly language: Language
}

/** LINE, push, or a mail box that the city writes to already; it keeps the language that it was subscribed in. */
async function joinByOwnPage(visit: Submission<ValuesOf<typeof joinForm>>, guardian: Guardian): Promise<Answer> {
  const { tx, values } = visit
  const contactId = contactIdInOwnPage(values.own)
  const contact = contactId === undefined ? undefined : await findContactById(tx, contactId)
  if (contact?.state !== 'active') return showInvitation(visit, { typed: visit.typed, problems: { own: { phrase: words.badOwnPage } } })
  return join(visit, guardian, contact.id, { role: values.role, language: contact.language })
}

async function joinByMail(visit: Visit, guardian: Guardian, address: string, terms: JoinTerms): Promise<Answer> {
  const added = await addContact(visit.tx, { channel: 'mail', address, language: terms.language, isConfirmed: true })
  if (!added.ok) throw new Fault('bad-request', 'the address cannot be written to')
  return join(visit, guardian, added.id, terms)
}

async function join({ tx, seal }: Visit, guardian: Guardian, contactId: string, { role, language }: JoinTerms): Promise<Answer> {
  const invitation = await invitationOf(tx, guardian)
  if (invitation === undefined) throw new Fault('not-found', 'there is no such class any more')
  await confirmGuardian(tx, guardian.id, { contactId, role, language })
  await syncClassLists(tx, [guardian.classId])
  tx.publish(facts.guardianJoined, guardianSubject(guardian), { school: invitation.school.key, language })
  return redirect(placesLink(seal, contactId), { notice: words.joined })
}

/** A guardian leaves one list, from the page of their own link. */
export async function leavePlace({ tx, seal, params, values }: Submission<ValuesOf<typeof placeForm>>): Promise<Answer> {
  const contactId = readPlacesToken(seal, params.token ?? '')
  const guardian = await findGuardianHeld(tx, values.guardian)
  if (contactId === undefined || guardian?.contactId !== contactId) throw new Fault('not-found', 'there is no such place')
  const school = await schoolOf(tx, guardian)
  await endPlace(tx, guardian, school, 'guardian')
  return redirect(placesLink(seal, contactId), { notice: words.left })
}

async function schoolOf(tx: Tx, { classId }: Guardian): Promise<{ readonly key: string }> {
  const one = await findClass(tx, classId)
  if (one === undefined) throw new Fault('not-found', 'there is no such class')
  return { key: one.schoolKey }
}
