import { issueNotice } from '#capabilities/notices/notices.ts'
import type { CapTerms, Notice } from '#capabilities/notices/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { facts } from '../facts.ts'
import type { Alert, AlertTopic } from '../model.ts'
import { topicKey } from '../rules/topics.ts'
import { changeAlert, findAlert, noteAct } from '../store/alerts.ts'

/** After so many days an alert is history and leaves portal and feeds. */
const DAYS_SHOWN = 7

/** CAP 1.2 section 3.2.2; events are no alerts and say nothing there. */
const CAP_CATEGORIES: Readonly<Record<AlertTopic, CapTerms['category'] | null>> = {
  crime: 'Security', missing: 'Rescue', fire: 'Safety', wildlife: 'Safety', events: null,
}

/**
 * Hands an alert to all its channels, with the commit. What cannot leave goes back to where a person can mend it, and its
 * history says so; the caller holds the alert.
 */
export async function issueAlert(tx: Tx, parts: readonly Manifest[], alert: Alert): Promise<Alert> {
  const refersTo = alert.refersTo === null ? undefined : await findAlert(tx, alert.refersTo)
  const issued = await issueNotice(tx, parts, {
    topic: topicKey(alert.topic), level: alert.level, kind: alert.kind, refersTo: refersTo?.noticeId ?? null,
    audience: { kind: 'subscribers', towns: alert.towns }, texts: alert.texts, isDrill: alert.isDrill, channels: alert.channels,
    cap: capOf(alert), link: `/alerts/${alert.id}`, issuedBy: alert.askedBy, confirmedBy: alert.confirmedBy, expiresAt: tx.now.add({ hours: DAYS_SHOWN * 24 }),
  })
  if (!issued.ok) return comeBack(tx, alert, issued.refusal)
  const sent: Alert = { ...alert, state: 'sent', leavesAt: null, noticeId: issued.id, sentAt: tx.now, changedAt: tx.now }
  await changeAlert(tx, sent)
  await noteAct(tx, alert.id, 'sent', alert.askedByName ?? '')
  const { topic, level, kind, isDrill } = alert
  tx.publish(facts.alertSent, `alert:${alert.id}`, { topic, level, kind, people: issued.reach.people, isDrill })
  return sent
}

type Refusal = Extract<Awaited<ReturnType<typeof issueNotice>>, { ok: false }>['refusal']

/** More people since it was asked for: a second person. A town that is no more: the draft, for its writer to mend. */
async function comeBack(tx: Tx, alert: Alert, refusal: Refusal): Promise<Alert> {
  const back: Alert = { ...alert, state: stateAfter(refusal), leavesAt: null, confirmedBy: null, confirmedByName: null, changedAt: tx.now }
  await changeAlert(tx, back)
  await noteAct(tx, alert.id, 'refused', alert.askedByName ?? '')
  return back
}

function stateAfter(refusal: Refusal): 'waiting' | 'draft' {
  switch (refusal.why) {
    case 'second-person-needed':
      return 'waiting'
    case 'unknown-topic':
    case 'unknown-towns':
    case 'title-too-long':
    case 'nobody':
      return 'draft'
    default:
      return assertNever(refusal)
  }
}

function capOf({ id, refersTo, topic, kind, level }: Alert): Notice['cap'] {
  const category = CAP_CATEGORIES[topic]
  if (category === null) return null
  const responseType = kind === 'cancel' ? 'AllClear' : level === 0 ? 'Monitor' : 'Prepare'
  return { event: `alert:${refersTo ?? id}`, category, responseType, certainty: 'Observed', codes: [] }
}
