import { randomUUID } from 'node:crypto'
import { composeTexts } from '#capabilities/phrasebook/phrasebook.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { may } from '#kernel/access/actor.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { messageForm } from '../forms/school-forms.ts'
import { textProblems, textsIn } from '../forms/text-fields.ts'
import { sendDueMessage } from '../jobs/send-due.ts'
import { SECONDS_TO_TAKE_BACK, type AlertLevel, type Message } from '../model.ts'
import { showMessageForm } from '../pages/message-form.ts'
import { keptSchool, LIST_BASIS, schoolPath } from '../pages/school-visit.ts'
import { wayOf } from '../rules/leaving.ts'
import { SCHOOL_PHRASES } from '../rules/phrases.ts'
import { textsOf } from '../rules/sentences.ts'
import { schoolYearOf } from '../rules/school-year.ts'
import { changeMessage, findMessageHeld, keepMessage } from '../store/messages.ts'
import { listClasses } from '../store/schools.ts'
import { alertWords } from '../text/alert-words.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { issueMessage, reachOfMessage, remindSilent } from './issue-message.ts'

type MessageVisit = Submission<ValuesOf<typeof messageForm>>

/** Writes a school's draft, or changes it. */
export async function saveMessage(visit: MessageVisit): Promise<Answer> {
  const school = await keptSchool(visit)
  const { tx, values, params, actor } = visit
  const before = params.message === undefined ? undefined : await held(visit, school.key)
  if (before !== undefined && before.state !== 'draft') return redirect(schoolPath(school, `/messages/${before.id}`), { notice: alertWords.overtaken })
  const typed = textsIn(values)
  const classIds = classesFor(values.target, await listClasses(tx, school.key, schoolYearOf(tx.today)))
  const problems = { ...textProblems(typed), ...(classIds.length === 0 ? { target: { phrase: words.noClasses } } : {}) }
  if (Object.keys(problems).length > 0) return showMessageForm(visit, school, { typed: visit.typed, problems }, before)
  const composed = await Promise.all(SCHOOL_PHRASES.map(({ key }) => composeTexts(tx, { key, slots: {} })))
  const unchanged = composed.find((one) => one?.texts.ja.title === typed.ja.title.trim())
  const message: Message = {
    id: before?.id ?? randomUUID(), schoolKey: school.key, target: values.target, classIds, texts: textsOf(typed, unchanged?.texts),
    level: Number(values.urgency) as AlertLevel, asksReceipt: values.asksReceipt, isDrill: values.isDrill, state: 'draft', leavesAt: null, noticeId: null,
    writtenBy: actor.id, writtenByName: actor.person?.name ?? '', confirmedBy: null, confirmedByName: null, changedAt: tx.now, sentAt: null,
  }
  await (before === undefined ? keepMessage(tx, message) : changeMessage(tx, message))
  return redirect(schoolPath(school, `/messages/${message.id}`), { notice: alertWords.saved })
}

export async function askMessageAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const school = await keptSchool(visit)
  const before = visit.params.message === undefined ? undefined : await held(visit, school.key)
  return showMessageForm(visit, school, { typed: visit.typed, problems: { ...textProblems(textsIn(visit.typed)), ...visit.problems } }, before)
}

/** `school`, `grade:3` or `class:<id>`, among the classes of the running year. */
function classesFor(target: string, classes: readonly { readonly id: string; readonly grade: number }[]): string[] {
  const wanted = classes.filter(({ id, grade }) => target === 'school' || target === `grade:${grade}` || target === `class:${id}`)
  return wanted.map(({ id }) => id)
}

export async function pressSendMessage(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const message = await held(visit, school.key)
  const path = schoolPath(school, `/messages/${message.id}`)
  if (message.state !== 'draft') return redirect(path, { notice: alertWords.overtaken })
  const { actor, tx } = visit
  return goOn(visit, { ...message, writtenBy: actor.id, writtenByName: actor.person?.name ?? '', changedAt: tx.now }, path)
}

/** Another keeper of the school, or an editor of alerts, who reads the words and no names. */
export async function confirmMessage(visit: Visit): Promise<Answer> {
  const { actor } = visit
  const isEditor = visit.params.school === undefined && may(actor, 'alert-mail-editor')
  const message = await held(visit, isEditor ? null : (await keptSchool(visit)).key)
  const path = isEditor ? `/staff/alerts/school-messages/${message.id}` : schoolPath({ key: message.schoolKey }, `/messages/${message.id}`)
  if (message.state !== 'waiting') return redirect(path, { notice: alertWords.overtaken })
  if (message.writtenBy === actor.id) return redirect(path, { notice: alertWords.notYourself })
  return goOn(visit, { ...message, confirmedBy: actor.id, confirmedByName: actor.person?.name ?? '', changedAt: visit.tx.now }, path)
}

async function goOn({ tx, directory }: Visit, message: Message, path: string): Promise<Answer> {
  const { people } = await reachOfMessage(tx, message)
  if (people === 0) return redirect(path, { notice: words.noRecipients })
  const way = wayOf({ people, level: message.level, isDrill: message.isDrill, isConfirmed: message.confirmedBy !== null })
  const back = (notice: Phrase<never>) => redirect(path, { notice })
  switch (way) {
    case 'second-person':
      await changeMessage(tx, { ...message, state: 'waiting' })
      return back(alertWords.asked)
    case 'after-a-minute': {
      const leavesAt = tx.now.add({ seconds: SECONDS_TO_TAKE_BACK })
      await changeMessage(tx, { ...message, state: 'leaving', leavesAt })
      tx.enqueue(sendDueMessage, { message: message.id }, { runAt: leavesAt })
      return back(alertWords.leaving)
    }
    case 'now':
      return back((await issueMessage(tx, directory.parts, message)).state === 'sent' ? alertWords.sent : alertWords.couldNotLeave)
    default:
      return assertNever(way)
  }
}

/** Takes it back within its minute, or from waiting: a draft again. */
export async function takeMessageBack(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const message = await held(visit, school.key)
  const isOpen = message.state === 'leaving' || message.state === 'waiting'
  if (isOpen) await changeMessage(visit.tx, { ...message, state: 'draft', leavesAt: null, confirmedBy: null, confirmedByName: null, changedAt: visit.tx.now })
  return redirect(schoolPath(school, `/messages/${message.id}`), { notice: isOpen ? alertWords.takenBack : alertWords.tooLate })
}

export async function discardMessage(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const message = await held(visit, school.key)
  if (message.state !== 'draft') return redirect(schoolPath(school, `/messages/${message.id}`), { notice: alertWords.overtaken })
  await changeMessage(visit.tx, { ...message, state: 'discarded', changedAt: visit.tx.now })
  return redirect(schoolPath(school), { notice: alertWords.discarded })
}

/** Writes once more to who has not read it. */
export async function remind(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const message = await held(visit, school.key)
  if (message.state !== 'sent') throw new Fault('not-found', 'the message was not sent')
  await visit.tx.note({ act: 'remind who has not read', subject: `message:${message.id}`, basis: LIST_BASIS })
  const people = message.asksReceipt ? await remindSilent(visit.tx, visit.directory.parts, message) : 0
  return redirect(schoolPath(school, `/messages/${message.id}`), { notice: people === 0 ? words.nobodyToRemind : words.reminded })
}

async function held({ tx, params }: Visit, schoolKey: string | null): Promise<Message> {
  const message = await findMessageHeld(tx, params.message ?? '')
  if (message === undefined || (schoolKey !== null && message.schoolKey !== schoolKey)) throw new Fault('not-found', 'there is no such message')
  return message
}
