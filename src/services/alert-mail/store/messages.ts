import type { NoticeTexts } from '#capabilities/notices/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { AlertLevel, Message, State } from '../model.ts'
import { many, mails } from './rows.ts'

/** Most messages that a page lists. */
const MOST_LISTED = 100

export async function keepMessage(tx: Tx, message: Message): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.message').values({ ...rowOf(message), id: message.id }))
}

export async function changeMessage(tx: Tx, message: Message): Promise<void> {
  await tx.run(mails.updateTable('alert_mail.message').set(rowOf(message)).where('id', '=', message.id))
}

export async function findMessage(tx: Tx, id: string): Promise<Message | undefined> {
  const row = isUuid(id) ? await tx.find(messageRows().where('id', '=', id)) : undefined
  return row && messageOf(row)
}

export async function findMessageHeld(tx: Tx, id: string): Promise<Message | undefined> {
  const row = isUuid(id) ? await tx.find(messageRows().where('id', '=', id).forUpdate()) : undefined
  return row && messageOf(row)
}

/** The last changed first; what was thrown away is not among them. */
export async function listMessages(tx: Tx, schoolKey: string): Promise<Message[]> {
  const rows = await tx.list(messageRows().where('school_key', '=', schoolKey).where('state', '<>', 'discarded').orderBy('changed_at', 'desc').limit(MOST_LISTED))
  return rows.map(messageOf)
}

/** Messages that wait for a second person, of every school. */
export async function listWaiting(tx: Tx): Promise<Message[]> {
  const rows = await tx.list(messageRows().where('state', '=', 'waiting').orderBy('changed_at').limit(MOST_LISTED))
  return rows.map(messageOf)
}

export interface Addressee {
  readonly guardianId: string
  readonly contactId: string
  readonly classId: string
}

export async function keepAddressees(tx: Tx, messageId: string, addressees: readonly Addressee[]): Promise<void> {
  const rows = addressees.map(({ guardianId, contactId, classId }) => ({ message_id: messageId, guardian_id: guardianId, contact_id: contactId, class_id: classId }))
  await many.insertRows(tx, 'alert_mail.addressee', rows)
}

export interface Receipt extends Addressee {
  readonly childLabel: string
  readonly readAt: Temporal.Instant | null
}

/** Everybody whom a message was for, with when they said that they have read it. */
export function listReceipts(tx: Tx, messageId: string): Promise<Receipt[]> {
  return tx.list(
    mails
      .selectFrom('alert_mail.addressee as addressee')
      .innerJoin('alert_mail.guardian as guardian', 'guardian.id', 'addressee.guardian_id')
      .leftJoin('alert_mail.receipt as receipt', (join) => join.onRef('receipt.message_id', '=', 'addressee.message_id').onRef('receipt.contact_id', '=', 'addressee.contact_id'))
      .select(['addressee.guardian_id as guardianId', 'addressee.contact_id as contactId', 'addressee.class_id as classId', 'guardian.child_label as childLabel', 'receipt.read_at as readAt'])
      .where('addressee.message_id', '=', messageId)
      .orderBy('guardian.child_label')
      .orderBy('guardian.number'),
  )
}

/** Whether a message was for this contact, and whether they said that they have read it. */
export async function findReceipt(tx: Tx, messageId: string, contactId: string): Promise<{ readonly readAt: Temporal.Instant | null } | undefined> {
  return tx.find(
    mails
      .selectFrom('alert_mail.addressee as addressee')
      .leftJoin('alert_mail.receipt as receipt', (join) => join.onRef('receipt.message_id', '=', 'addressee.message_id').onRef('receipt.contact_id', '=', 'addressee.contact_id'))
      .select('receipt.read_at as readAt')
      .where('addressee.message_id', '=', messageId)
      .where('addressee.contact_id', '=', contactId)
      .limit(1),
  )
}

/** False where it was said before. */
export async function keepReceipt(tx: Tx, messageId: string, contactId: string, readAt: Temporal.Instant): Promise<boolean> {
  const row = { message_id: messageId, contact_id: contactId, read_at: readAt }
  return (await tx.run(mails.insertInto('alert_mail.receipt').values(row).onConflict((conflict) => conflict.doNothing()))) === 1
}

export interface Reminder {
  readonly number: number
  readonly people: number
  readonly sentAt: Temporal.Instant
}

export function listReminders(tx: Tx, messageId: string): Promise<Reminder[]> {
  return tx.list(mails.selectFrom('alert_mail.reminder').select(['number', 'people', 'sent_at as sentAt']).where('message_id', '=', messageId).orderBy('number'))
}

export async function keepReminder(tx: Tx, messageId: string, { number, people, noticeId }: { number: number; people: number; noticeId: string }): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.reminder').values({ message_id: messageId, number, people, notice_id: noticeId, sent_at: tx.now }))
}

/** Messages with receipts that went out before `before` and were not counted yet. */
export async function listUnclosed(tx: Tx, before: Temporal.Instant): Promise<Message[]> {
  const rows = await tx.list(messageRows().where('state', '=', 'sent').where('asks_receipt', '=', true).where('closed_at', 'is', null).where('sent_at', '<', before))
  return rows.map(messageOf)
}

export async function closeMessage(tx: Tx, id: string): Promise<void> {
  await tx.run(mails.updateTable('alert_mail.message').set({ closed_at: tx.now }).where('id', '=', id))
}

function rowOf(message: Message) {
  return {
    school_key: message.schoolKey, target: message.target, class_ids: [...message.classIds], texts: message.texts as never, level: message.level,
    asks_receipt: message.asksReceipt, is_drill: message.isDrill, state: message.state, leaves_at: message.leavesAt, notice_id: message.noticeId,
    written_by: message.writtenBy, written_by_name: message.writtenByName, confirmed_by: message.confirmedBy, confirmed_by_name: message.confirmedByName,
    changed_at: message.changedAt, sent_at: message.sentAt,
  }
}

function messageRows() {
  return mails
    .selectFrom('alert_mail.message')
    .select(['id', 'school_key as schoolKey', 'target', 'class_ids as classIds', 'texts', 'level', 'asks_receipt as asksReceipt', 'is_drill as isDrill'])
    .select(['state', 'leaves_at as leavesAt', 'notice_id as noticeId', 'written_by as writtenBy', 'written_by_name as writtenByName'])
    .select(['confirmed_by as confirmedBy', 'confirmed_by_name as confirmedByName', 'changed_at as changedAt', 'sent_at as sentAt'])
}

type MessageRow = ReturnType<typeof messageRows> extends { execute(): Promise<(infer Row)[]> } ? Row : never

function messageOf(row: MessageRow): Message {
  return { ...row, texts: row.texts as NoticeTexts, level: row.level as AlertLevel, state: row.state as State }
}
