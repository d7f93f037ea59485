import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { facts } from '../facts.ts'
import type { classForm, inviteForm, placeForm } from '../forms/school-forms.ts'
import type { Guardian, School, SchoolClass } from '../model.ts'
import { showClass } from '../pages/class-page.ts'
import { showSchoolPage } from '../pages/school-page.ts'
import { keptClass, keptSchool, LIST_BASIS, schoolPath } from '../pages/school-visit.ts'
import { joinCode } from '../rules/personal-links.ts'
import { isGradeOf, schoolYearOf } from '../rules/school-year.ts'
import { findGuardianHeld, keepGuardian, renewCode, type NewGuardian } from '../store/guardians.ts'
import { ensureClass } from '../store/schools.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { endPlace } from './class-lists.ts'
import { guardianSubject, sendInvitation } from './letters.ts'

/** Makes a class of the school year that runs. */
export async function addClass(visit: Submission<ValuesOf<typeof classForm>>): Promise<Answer> {
  const school = await keptSchool(visit)
  const { grade, name } = visit.values
  if (!isGradeOf(school.kind, grade)) return showSchoolPage(visit, school, { typed: visit.typed, problems: { grade: { phrase: words.badGrade } } })
  const one = await ensureClass(visit.tx, { schoolKey: school.key, schoolYear: schoolYearOf(visit.tx.today), grade, name: name.trim() })
  return redirect(schoolPath(school, `/classes/${one.id}`), { notice: words.added })
}

export async function askClassAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showSchoolPage(visit, await keptSchool(visit), visit)
}

/** Invites one guardian of one child: by mail where an address is known, otherwise by the printed sheet. */
export async function inviteGuardian(visit: Submission<ValuesOf<typeof inviteForm>>): Promise<Answer> {
  const { school, one } = await keptClass(visit, 'invite a guardian')
  const { child, address, language } = visit.values
  await invite(visit, school, one, { classId: one.id, childLabel: child, role: null, language, invitedAddress: address === '' ? null : address })
  return redirect(schoolPath(school, `/classes/${one.id}`), { notice: words.invitedNotice })
}

export async function askInviteAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const { school, one } = await keptClass(visit, 'view class list')
  return showClass(visit, school, one, visit)
}

/** Keeps the place and sends the letter, if it goes by mail. */
export async function invite({ tx, seal, client }: Visit, school: School, one: SchoolClass, wanted: NewGuardian): Promise<Guardian> {
  const guardian = await keepGuardian(tx, wanted)
  tx.publish(facts.guardianInvited, guardianSubject(guardian), { school: school.key, by: wanted.invitedAddress === null ? 'sheet' : 'mail' })
  if (wanted.invitedAddress !== null) {
    const address = `${client.origin}/schools/join/${joinCode(seal, guardian)}`
    await sendInvitation(tx, { school, one, to: wanted.invitedAddress, language: wanted.language, address })
  }
  return guardian
}

/** A lost or leaked code becomes void; an invitation by mail is sent again with the new one. */
export async function renewInvitation(visit: Submission<ValuesOf<typeof placeForm>>): Promise<Answer> {
  const { school, one, guardian } = await placeHeld(visit)
  const { tx, seal, client } = visit
  if (guardian.state !== 'invited') throw new Fault('not-found', 'the invitation was taken or ended')
  await renewCode(tx, guardian.id)
  const renewed = { ...guardian, codeRound: guardian.codeRound + 1 }
  if (guardian.invitedAddress !== null) {
    await sendInvitation(tx, { school, one, to: guardian.invitedAddress, language: guardian.language, address: `${client.origin}/schools/join/${joinCode(seal, renewed)}` })
  }
  return redirect(schoolPath(school, `/classes/${one.id}`), { notice: words.renewed })
}

/** Takes one guardian off the list; the page before asked. */
export async function takeOff(visit: Submission<ValuesOf<typeof placeForm>>): Promise<Answer> {
  const { school, one, guardian } = await placeHeld(visit)
  await endPlace(visit.tx, guardian, school, 'school')
  return redirect(schoolPath(school, `/classes/${one.id}`), { notice: words.takenOff })
}

async function placeHeld(visit: Submission<ValuesOf<typeof placeForm>>) {
  const { school, one } = await keptClass(visit, 'change class list')
  const guardian = await findGuardianHeld(visit.tx, visit.values.guardian)
  if (guardian?.classId !== one.id || guardian.state === 'left') throw new Fault('not-found', 'there is no such place on this list')
  await visit.tx.note({ act: 'change a guardian’s place', subject: guardianSubject(guardian), basis: LIST_BASIS })
  return { school, one, guardian }
}
