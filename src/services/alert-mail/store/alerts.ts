import type { ChannelKey, NoticeKind, NoticeTexts } from '#capabilities/notices/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Alert, AlertLevel, AlertTopic, State } from '../model.ts'
import { mails } from './rows.ts'

/** Most alerts that a page lists. */
const MOST_LISTED = 200

export async function keepAlert(tx: Tx, alert: Alert): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.alert').values({ ...rowOf(alert), id: alert.id }))
}

/** Everything but its identity; whoever changes an alert holds it first. */
export async function changeAlert(tx: Tx, alert: Alert): Promise<void> {
  await tx.run(mails.updateTable('alert_mail.alert').set(rowOf(alert)).where('id', '=', alert.id))
}

/** What was done with it, for its history. */
export async function noteAct(tx: Tx, alertId: string, act: string, byName = tx.actor.person?.name ?? ''): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.alert_act').values({ alert_id: alertId, act, at: tx.now, by_name: byName }))
}

export interface AlertAct {
  readonly act: string
  readonly at: Temporal.Instant
  readonly byName: string
}

export function listActs(tx: Tx, alertId: string): Promise<AlertAct[]> {
  return tx.list(mails.selectFrom('alert_mail.alert_act').select(['act', 'at', 'by_name as byName']).where('alert_id', '=', alertId).orderBy('id'))
}

export async function findAlert(tx: Tx, id: string): Promise<Alert | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.find(alertRows().where('id', '=', id))
  return row && alertOf(row)
}

/** The same, held until the commit: two people must not both send it. */
export async function findAlertHeld(tx: Tx, id: string): Promise<Alert | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.find(alertRows().where('id', '=', id).forUpdate())
  return row && alertOf(row)
}

/** The last changed first. */
export async function listAlerts(tx: Tx, states: readonly State[]): Promise<Alert[]> {
  const rows = await tx.list(alertRows().where('state', 'in', [...states]).orderBy('changed_at', 'desc').orderBy('id').limit(MOST_LISTED))
  return rows.map(alertOf)
}

/** Real alerts that went out, the newest first: what everybody may read again. */
export async function listPublished(tx: Tx, limit: number): Promise<Alert[]> {
  const rows = await tx.list(alertRows().where('state', '=', 'sent').where('is_drill', '=', false).orderBy('sent_at', 'desc').orderBy('id').limit(limit))
  return rows.map(alertOf)
}

/** Corrections and the withdrawal of an alert that went out, in their order. */
export async function listFollowing(tx: Tx, id: string): Promise<Alert[]> {
  const rows = await tx.list(alertRows().where('refers_to', '=', id).where('state', '=', 'sent').orderBy('sent_at'))
  return rows.map(alertOf)
}

function rowOf(alert: Alert) {
  return {
    topic: alert.topic, level: alert.level, kind: alert.kind, refers_to: alert.refersTo, is_whole_city: alert.towns === 'all',
    towns: alert.towns === 'all' ? [] : [...alert.towns], texts: alert.texts as never, phrase: alert.phrase, channels: [...alert.channels],
    is_drill: alert.isDrill, state: alert.state, leaves_at: alert.leavesAt, notice_id: alert.noticeId, written_by: alert.writtenBy,
    written_by_name: alert.writtenByName, changed_at: alert.changedAt, asked_by: alert.askedBy, asked_by_name: alert.askedByName,
    confirmed_by: alert.confirmedBy, confirmed_by_name: alert.confirmedByName, sent_at: alert.sentAt,
  }
}

function alertRows() {
  return mails
    .selectFrom('alert_mail.alert')
    .select(['id', 'topic', 'level', 'kind', 'refers_to as refersTo', 'is_whole_city as isWholeCity', 'towns', 'texts', 'phrase', 'channels'])
    .select(['is_drill as isDrill', 'state', 'leaves_at as leavesAt', 'notice_id as noticeId', 'written_by as writtenBy', 'written_by_name as writtenByName'])
    .select(['changed_at as changedAt', 'asked_by as askedBy', 'asked_by_name as askedByName', 'confirmed_by as confirmedBy'])
    .select(['confirmed_by_name as confirmedByName', 'sent_at as sentAt'])
}

type AlertRow = ReturnType<typeof alertRows> extends { execute(): Promise<(infer Row)[]> } ? Row : never

function alertOf({ isWholeCity, towns, ...row }: AlertRow): Alert {
  return {
    ...row,
    topic: row.topic as AlertTopic,
    level: row.level as AlertLevel,
    kind: row.kind as NoticeKind,
    towns: isWholeCity ? 'all' : towns,
    texts: row.texts as NoticeTexts,
    channels: row.channels as ChannelKey[],
    state: row.state as State,
  }
}
