import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { CalledPerson, MusterCall, Rank, Reason, Reply, RosterPerson, Whence } from '../model.ts'
import { many, mails } from './rows.ts'

const MOST_LISTED = 50

export async function keepCall(tx: Tx, call: MusterCall, people: readonly RosterPerson[]): Promise<void> {
  await tx.run(
    mails.insertInto('alert_mail.muster_call').values({
      id: call.id, class_keys: [...call.classKeys], reason: call.reason, place: call.place, is_drill: call.isDrill, notice_id: call.noticeId,
      called_at: call.calledAt, called_by_name: call.calledByName, remind_after_minutes: call.remindAfterMinutes, remind_times: call.remindTimes, ended_at: call.endedAt,
    }),
  )
  await many.insertRows(tx, 'alert_mail.muster_person', people.map(({ id, unitCode }) => ({ call_id: call.id, roster_id: id, unit_code: unitCode })))
}

export async function noteCallSent(tx: Tx, id: string, noticeId: string): Promise<void> {
  await tx.run(mails.updateTable('alert_mail.muster_call').set({ notice_id: noticeId }).where('id', '=', id))
}

export async function findCall(tx: Tx, id: string): Promise<MusterCall | undefined> {
  return isUuid(id) ? tx.find(callRows().where('id', '=', id)) : undefined
}

export async function findCallHeld(tx: Tx, id: string): Promise<MusterCall | undefined> {
  return isUuid(id) ? tx.find(callRows().where('id', '=', id).forUpdate()) : undefined
}

export function listCalls(tx: Tx): Promise<MusterCall[]> {
  return tx.list(callRows().orderBy('called_at', 'desc').limit(MOST_LISTED))
}

/** Calls that are open and that this person was called by, the newest first. */
export function listOpenCallsOf(tx: Tx, rosterId: string): Promise<MusterCall[]> {
  return tx.list(
    callRows()
      .where('ended_at', 'is', null)
      .where((call) => call.exists(call.selectFrom('alert_mail.muster_person as called').select('called.roster_id').whereRef('called.call_id', '=', 'alert_mail.muster_call.id').where('called.roster_id', '=', rosterId)))
      .orderBy('called_at', 'desc'),
  )
}

export async function endCall(tx: Tx, id: string): Promise<void> {
  await tx.run(mails.updateTable('alert_mail.muster_call').set({ ended_at: tx.now, ended_by_name: tx.actor.person?.name ?? '' }).where('id', '=', id))
}

/** Everybody called, with the last reply of each. */
export async function listCalled(tx: Tx, callId: string): Promise<CalledPerson[]> {
  const rows = await tx.list(
    mails
      .selectFrom('alert_mail.muster_person as called')
      .innerJoin('alert_mail.roster as roster', 'roster.id', 'called.roster_id')
      .select(['roster.id', 'roster.person_id as personId', 'roster.name', 'roster.name_kana as nameKana', 'called.unit_code as unitCode', 'roster.rank', 'roster.phone', 'called.arrived_at as arrivedAt'])
      .where('called.call_id', '=', callId)
      .orderBy('called.unit_code')
      .orderBy('roster.name_kana'),
  )
  const replies = await tx.list(
    mails
      .selectFrom('alert_mail.muster_reply')
      .distinctOn('roster_id')
      .select(['roster_id', 'kind', 'minutes', 'whence', 'reason', 'replied_at as repliedAt'])
      .where('call_id', '=', callId)
      .orderBy('roster_id')
      .orderBy('id', 'desc'),
  )
  const last = new Map(replies.map((reply) => [reply.roster_id, replyOf(reply)]))
  return rows.map((row) => ({ ...row, rank: row.rank as Rank, reply: last.get(row.id) ?? null }))
}

/** The last reply; undefined for somebody who was not called, null for silence. */
export async function findReply(tx: Tx, callId: string, rosterId: string): Promise<Reply | null | undefined> {
  const called = await tx.find(mails.selectFrom('alert_mail.muster_person').select('roster_id').where('call_id', '=', callId).where('roster_id', '=', rosterId))
  if (called === undefined) return undefined
  const row = await tx.find(
    mails
      .selectFrom('alert_mail.muster_reply')
      .select(['kind', 'minutes', 'whence', 'reason', 'replied_at as repliedAt'])
      .where('call_id', '=', callId)
      .where('roster_id', '=', rosterId)
      .orderBy('id', 'desc')
      .limit(1),
  )
  return row === undefined ? null : replyOf(row)
}

/** Waits for whoever answers for the same person just now: the order of replies is the order in which they are kept. */
export async function holdCalled(tx: Tx, callId: string, rosterId: string): Promise<void> {
  await tx.list(mails.selectFrom('alert_mail.muster_person').select('roster_id').where('call_id', '=', callId).where('roster_id', '=', rosterId).forUpdate())
}

export type ReplyWay = 'link' | 'account' | 'desk'

export async function keepReply(tx: Tx, callId: string, rosterId: string, reply: Reply, way: ReplyWay): Promise<void> {
  const own = reply.kind === 'coming' ? { minutes: reply.minutes, whence: reply.whence, reason: null } : { minutes: null, whence: null, reason: reply.reason }
  await tx.run(mails.insertInto('alert_mail.muster_reply').values({ call_id: callId, roster_id: rosterId, kind: reply.kind, ...own, replied_at: reply.repliedAt, way }))
}

/** Ticks somebody off at the door, or takes the tick back; false where it stood so already. */
export async function keepArrival(tx: Tx, callId: string, rosterId: string, arrivedAt: Temporal.Instant | null): Promise<boolean> {
  const change = mails
    .updateTable('alert_mail.muster_person')
    .set({ arrived_at: arrivedAt, arrived_by_name: arrivedAt === null ? null : (tx.actor.person?.name ?? '') })
    .where('call_id', '=', callId)
    .where('roster_id', '=', rosterId)
    .where('arrived_at', arrivedAt === null ? 'is not' : 'is', null)
  return (await tx.run(change)) === 1
}

export interface MusterReminder {
  readonly number: number
  readonly people: number
  readonly sentAt: Temporal.Instant
}

export function listMusterReminders(tx: Tx, callId: string): Promise<MusterReminder[]> {
  return tx.list(mails.selectFrom('alert_mail.muster_reminder').select(['number', 'people', 'sent_at as sentAt']).where('call_id', '=', callId).orderBy('number'))
}

export async function keepMusterReminder(tx: Tx, callId: string, { number, people, noticeId }: { number: number; people: number; noticeId: string | null }): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.muster_reminder').values({ call_id: callId, number, people, notice_id: noticeId, sent_at: tx.now }))
}

export interface Suggestion {
  readonly subject: string
  readonly level: number
  readonly classKey: string
  readonly isDrill: boolean
  readonly suggestedAt: Temporal.Instant
}

export async function keepSuggestion(tx: Tx, { subject, level, classKey, isDrill }: Omit<Suggestion, 'suggestedAt'>): Promise<void> {
  const row = { subject, level, class_key: classKey, is_drill: isDrill, suggested_at: tx.now }
  await tx.run(mails.insertInto('alert_mail.muster_suggestion').values(row).onConflict((conflict) => conflict.doNothing()))
}

/** What nobody has decided on yet, the newest first. */
export function listSuggestions(tx: Tx): Promise<Suggestion[]> {
  return tx.list(
    mails
      .selectFrom('alert_mail.muster_suggestion')
      .select(['subject', 'level', 'class_key as classKey', 'is_drill as isDrill', 'suggested_at as suggestedAt'])
      .where('settled_at', 'is', null)
      .orderBy('suggested_at', 'desc')
      .limit(MOST_LISTED),
  )
}

export async function settleSuggestions(tx: Tx, isDrill: boolean): Promise<void> {
  await tx.run(mails.updateTable('alert_mail.muster_suggestion').set({ settled_at: tx.now }).where('settled_at', 'is', null).where('is_drill', '=', isDrill))
}

function replyOf(row: { kind: string; minutes: number | null; whence: string | null; reason: string | null; repliedAt: Temporal.Instant }): Reply {
  const { repliedAt } = row
  if (row.kind === 'coming') return { kind: 'coming', minutes: row.minutes ?? 0, whence: (row.whence ?? 'home') as Whence, repliedAt }
  return { kind: 'cannot', reason: (row.reason ?? 'other') as Reason, repliedAt }
}

function callRows() {
  return mails
    .selectFrom('alert_mail.muster_call')
    .select(['id', 'class_keys as classKeys', 'reason', 'place', 'is_drill as isDrill', 'notice_id as noticeId', 'called_at as calledAt', 'called_by_name as calledByName'])
    .select(['remind_after_minutes as remindAfterMinutes', 'remind_times as remindTimes', 'ended_at as endedAt'])
}
