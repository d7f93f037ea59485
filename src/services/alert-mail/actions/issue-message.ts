import { removeFromList, addToList } from '#capabilities/notices/contacts.ts'
import { issueNotice, reachOf } from '#capabilities/notices/notices.ts'
import { PERSONAL_CHANNELS, type Audience, type NoticeTexts, type Reach } from '#capabilities/notices/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { facts } from '../facts.ts'
import type { Message } from '../model.ts'
import { messageLink } from '../rules/personal-links.ts'
import { topicKey } from '../rules/topics.ts'
import { listGuardians } from '../store/guardians.ts'
import { changeMessage, keepAddressees, keepReminder, listReceipts, listReminders } from '../store/messages.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { classList } from './class-lists.ts'

export function audienceOf({ classIds }: Pick<Message, 'classIds'>): Audience {
  return { kind: 'lists', lists: classIds.map(classList) }
}

export function reachOfMessage(tx: Tx, message: Pick<Message, 'classIds'>): Promise<Reach> {
  return reachOf(tx, topicKey('schools'), audienceOf(message))
}

/** Hands a message to the lists of its classes and writes down whom it was for. What cannot leave is a draft again, or waits. */
export async function issueMessage(tx: Tx, parts: readonly Manifest[], message: Message): Promise<Message> {
  const issued = await issueNotice(tx, parts, { ...draftOf(message), kind: 'issue', refersTo: null, texts: message.texts, audience: audienceOf(message) })
  if (!issued.ok) {
    const back: Message = { ...message, state: issued.refusal.why === 'second-person-needed' ? 'waiting' : 'draft', leavesAt: null, confirmedBy: null, confirmedByName: null, changedAt: tx.now }
    await changeMessage(tx, back)
    return back
  }
  const sent: Message = { ...message, state: 'sent', leavesAt: null, noticeId: issued.id, sentAt: tx.now, changedAt: tx.now }
  await changeMessage(tx, sent)
  const guardians = await listGuardians(tx, message.classIds)
  await keepAddressees(tx, message.id, guardians.flatMap(({ id, contactId, classId, state }) => (state === 'confirmed' && contactId !== null ? [{ guardianId: id, contactId, classId }] : [])))
  tx.publish(facts.messageSent, `message:${message.id}`, { school: message.schoolKey, classes: message.classIds.length, people: issued.reach.people, isReminder: false, isDrill: message.isDrill })
  return sent
}

/**
 * Once more, to those alone who have not said that they have read it and still are on a list. Returns how many; 0 where
 * there is nobody.
 */
export async function remindSilent(tx: Tx, parts: readonly Manifest[], message: Message): Promise<number> {
  const present = new Set((await listGuardians(tx, message.classIds)).flatMap(({ id, state }) => (state === 'confirmed' ? [id] : [])))
  const silent = new Set((await listReceipts(tx, message.id)).filter(({ readAt, guardianId }) => readAt === null && present.has(guardianId)).map(({ contactId }) => contactId))
  if (silent.size === 0) return 0
  const number = (await listReminders(tx, message.id)).length + 1
  // A list of its own for each reminder: contacts are read from it after the commit, and it must then still be this one.
  const list = `alert-mail.reminder.${message.id}.${number}`
  await addToList(tx, list, [...silent])
  const issued = await issueNotice(tx, parts, { ...draftOf(message), kind: 'update', refersTo: message.noticeId, texts: remindingTexts(message.texts), audience: { kind: 'lists', lists: [list] } })
  if (!issued.ok) {
    await removeFromList(tx, list, [...silent])
    return 0
  }
  await keepReminder(tx, message.id, { number, people: silent.size, noticeId: issued.id })
  tx.publish(facts.messageSent, `message:${message.id}`, { school: message.schoolKey, classes: message.classIds.length, people: silent.size, isReminder: true, isDrill: message.isDrill })
  return silent.size
}

function draftOf({ id, level, isDrill, writtenBy, confirmedBy }: Message) {
  const topic = topicKey('schools')
  return { topic, level, isDrill, channels: PERSONAL_CHANNELS, cap: null, link: messageLink(id), issuedBy: writtenBy, confirmedBy, expiresAt: null }
}

function remindingTexts(texts: NoticeTexts): NoticeTexts {
  const own = LANGUAGES.map((language) => {
    const text = texts[language]
    return [language, text === null ? null : { ...text, title: words.reminderTitle[language].replace('{title}', () => text.title) }]
  })
  return Object.fromEntries(own)
}
