import { reachOf } from '#capabilities/notices/notices.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { facts } from '../facts.ts'
import { sendDueAlert } from '../jobs/send-due.ts'
import { SECONDS_TO_TAKE_BACK, type Alert } from '../model.ts'
import { wayOf } from '../rules/leaving.ts'
import { topicKey } from '../rules/topics.ts'
import { changeAlert, findAlertHeld, noteAct } from '../store/alerts.ts'
import { alertWords as words } from '../text/alert-words.ts'
import { issueAlert } from './issue-alert.ts'

/** «Send»: asks a second person, waits a minute, or leaves at once, as rules/leaving.ts says. */
export async function pressSend(visit: Visit): Promise<Answer> {
  const { tx, actor } = visit
  const alert = await held(visit)
  if (alert.state !== 'draft') return back(alert, words.overtaken)
  return goOn(visit, { ...alert, askedBy: actor.id, askedByName: actor.person?.name ?? '', confirmedBy: null, confirmedByName: null, changedAt: tx.now })
}

/** The second person says yes. Whoever asked cannot. */
export async function confirmAlert(visit: Visit): Promise<Answer> {
  const { tx, actor } = visit
  const alert = await held(visit)
  if (alert.state !== 'waiting') return back(alert, words.overtaken)
  if (alert.askedBy === actor.id) return back(alert, words.notYourself)
  await noteAct(tx, alert.id, 'confirmed')
  return goOn(visit, { ...alert, confirmedBy: actor.id, confirmedByName: actor.person?.name ?? '', changedAt: tx.now })
}

async function goOn(visit: Visit, alert: Alert): Promise<Answer> {
  const { tx, directory } = visit
  const { people } = await reachOf(tx, topicKey(alert.topic), { kind: 'subscribers', towns: alert.towns })
  const way = wayOf({ people, level: alert.level, isDrill: alert.isDrill, isConfirmed: alert.confirmedBy !== null })
  switch (way) {
    case 'second-person':
      await changeAlert(tx, { ...alert, state: 'waiting' })
      await noteAct(tx, alert.id, 'asked')
      return back(alert, words.asked)
    case 'after-a-minute': {
      const leavesAt = tx.now.add({ seconds: SECONDS_TO_TAKE_BACK })
      await changeAlert(tx, { ...alert, state: 'leaving', leavesAt })
      await noteAct(tx, alert.id, 'pressed')
      tx.enqueue(sendDueAlert, { alert: alert.id }, { runAt: leavesAt })
      return back(alert, words.leaving)
    }
    case 'now': {
      const { state } = await issueAlert(tx, directory.parts, alert)
      return back(alert, state === 'sent' ? words.sent : words.couldNotLeave)
    }
    default:
      return assertNever(way)
  }
}

/** Within its minute an alert comes back clean: nobody got it, and it is a draft again. */
export async function takeAlertBack(visit: Visit): Promise<Answer> {
  const { tx } = visit
  const alert = await held(visit)
  if (alert.state !== 'leaving') return back(alert, alert.state === 'sent' ? words.tooLate : words.overtaken)
  await changeAlert(tx, draftAgain(alert, tx.now))
  await noteAct(tx, alert.id, 'taken-back')
  tx.publish(facts.alertTakenBack, `alert:${alert.id}`, { topic: alert.topic })
  return back(alert, words.takenBack)
}

/** The second person, or whoever asked, gives it back to be mended. */
export async function sendAlertBack(visit: Visit): Promise<Answer> {
  const { tx } = visit
  const alert = await held(visit)
  if (alert.state !== 'waiting') return back(alert, words.overtaken)
  await changeAlert(tx, draftAgain(alert, tx.now))
  await noteAct(tx, alert.id, 'sent-back')
  return back(alert, words.sendBack)
}

export async function discardAlert(visit: Visit): Promise<Answer> {
  const { tx } = visit
  const alert = await held(visit)
  if (alert.state !== 'draft') return back(alert, words.overtaken)
  await changeAlert(tx, { ...alert, state: 'discarded', changedAt: tx.now })
  await noteAct(tx, alert.id, 'discarded')
  return redirect('/staff/alerts', { notice: words.discarded })
}

function draftAgain(alert: Alert, changedAt: Temporal.Instant): Alert {
  return { ...alert, state: 'draft', leavesAt: null, askedBy: null, askedByName: null, confirmedBy: null, confirmedByName: null, changedAt }
}

async function held({ tx, params }: Visit): Promise<Alert> {
  const alert = await findAlertHeld(tx, params.id ?? '')
  if (alert === undefined) throw new Fault('not-found', 'there is no such alert')
  return alert
}

function back({ id }: Alert, notice: Phrase<never>): Answer {
  return redirect(`/staff/alerts/${id}`, { notice })
}
