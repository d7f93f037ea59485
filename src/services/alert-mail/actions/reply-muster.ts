import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import { readReply, type arrivalForm, type replyForm } from '../forms/muster-forms.ts'
import type { MusterCall, Reply } from '../model.ts'
import { personOfLink, showReply } from '../pages/muster-reply.ts'
import { countsOf, percentOf } from '../rules/muster.ts'
import { endCall, findCallHeld, findCall, findReply, holdCalled, keepArrival, keepReply, listCalled, type ReplyWay } from '../store/muster.ts'
import { findRosterByPerson } from '../store/roster.ts'
import { musterWords as words } from '../text/muster-words.ts'

type ReplyVisit = Submission<ValuesOf<typeof replyForm>>

/** By the link in one's own message: the second of two taps. */
export async function replyByLink(visit: ReplyVisit): Promise<Answer> {
  const found = await personOfLink(visit)
  if (found?.person === undefined) throw new Fault('not-found', 'this link is not one of ours')
  const isKept = await answer(visit.tx, found.call, found.person.id, visit.values, 'link')
  return redirect(visit.path, { notice: isKept ? words.replied : words.callEnded })
}

/** By the page of one's own contacts, signed in. */
export async function replyByAccount(visit: ReplyVisit): Promise<Answer> {
  const { tx, actor, params, values } = visit
  const [person, call] = [await findRosterByPerson(tx, actor.id), await findCall(tx, params.call ?? '')]
  if (person === undefined || call === undefined) throw new Fault('not-found', 'this person was not called')
  const isKept = await answer(tx, call, person.id, values, 'account')
  return redirect('/staff/muster/me', { notice: isKept ? words.replied : words.callEnded })
}

/** Told to the desk by telephone, for who has no mobile or no net. */
export async function replyByDesk(visit: ReplyVisit): Promise<Answer> {
  const { tx, params, values } = visit
  const call = await findCall(tx, params.call ?? '')
  if (call === undefined) throw new Fault('not-found', 'there is no such call')
  const isKept = await answer(tx, call, params.person ?? '', values, 'desk')
  return redirect(`/staff/muster/${call.id}/door`, { notice: isKept ? words.replied : words.callEnded })
}

export async function askReplyAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showReply(visit)
}

/** Appended, so that the last one holds; two at the same moment stand in the order in which they were kept. False once the call is closed. */
async function answer(tx: Tx, call: MusterCall, rosterId: string, values: ReplyVisit['values'], way: ReplyWay): Promise<boolean> {
  const given = readReply(values.answer)
  const before = /^[0-9a-f-]{36}$/.test(rosterId) ? await findReply(tx, call.id, rosterId) : undefined
  if (before === undefined || given === undefined) throw new Fault('not-found', 'this person was not called')
  if (call.endedAt !== null) return false
  await holdCalled(tx, call.id, rosterId)
  const reply: Reply = given.kind === 'coming' ? { ...given, whence: values.whence, repliedAt: tx.now } : { ...given, repliedAt: tx.now }
  await keepReply(tx, call.id, rosterId, reply, way)
  const minutes = Math.round(tx.now.since(call.calledAt).total('minutes') * 10) / 10
  tx.publish(facts.musterReplied, `muster:${call.id}`, { kind: reply.kind, isFirst: before === null, minutes, isDrill: call.isDrill })
  return true
}

/** Ticked at the door, or the tick taken back. */
export async function tickArrival(visit: Submission<ValuesOf<typeof arrivalForm>>): Promise<Answer> {
  const { tx, params, values } = visit
  const call = await findCall(tx, params.call ?? '')
  if (call === undefined || !/^[0-9a-f-]{36}$/.test(values.person)) throw new Fault('not-found', 'there is no such call')
  const isChanged = await keepArrival(tx, call.id, values.person, values.isHere ? tx.now : null)
  if (isChanged && values.isHere) tx.publish(facts.musterArrived, `muster:${call.id}`, { minutes: Math.round(tx.now.since(call.calledAt).total('minutes') * 10) / 10, isDrill: call.isDrill })
  return redirect(`/staff/muster/${call.id}/door`)
}

/** Closes a call and tells how it went. */
export async function closeCall(visit: Visit): Promise<Answer> {
  const { tx, params } = visit
  const call = await findCallHeld(tx, params.call ?? '')
  if (call === undefined) throw new Fault('not-found', 'there is no such call')
  if (call.endedAt === null) {
    const { called, coming, cannot, arrived } = countsOf(await listCalled(tx, call.id))
    await endCall(tx, call.id)
    const replied = coming + cannot
    tx.publish(facts.musterEnded, `muster:${call.id}`, { people: called, replied, coming, arrived, replyPercent: percentOf(replied, called), isDrill: call.isDrill })
  }
  return redirect(`/staff/muster/${call.id}`, { notice: words.endedNotice })
}
