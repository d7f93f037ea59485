import { addToList, replaceList } from '#capabilities/notices/contacts.ts'
import { issueNotice } from '#capabilities/notices/notices.ts'
import { PERSONAL_CHANNELS } from '#capabilities/notices/model.ts'
import { listUnits } from '#kernel/access/organisation.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { MusterCall, RosterPerson } from '../model.ts'
import { peopleOf } from '../rules/muster.ts'
import { callTexts } from '../rules/muster-notice.ts'
import { musterLink } from '../rules/personal-links.ts'
import { topicKey } from '../rules/topics.ts'
import { listMusterClasses, listMusterRules, listRoster, listRosterContacts } from '../store/roster.ts'
import { musterWords as words } from '../text/muster-words.ts'

/** Name of a class's list in the capability `notices`. */
export function staffList(classKey: string): string {
  return `alert-mail.staff.${classKey}`
}

/** Whom the dated table and the roster mean today. */
export async function calledPeople(tx: Tx, classKeys: readonly string[]): Promise<RosterPerson[]> {
  return peopleOf(classKeys, await listMusterRules(tx, tx.today), await listRoster(tx, tx.today), await listUnits(tx, tx.today))
}

/** The lists of all classes, as the dated table and everybody's own contacts stand today. */
export async function syncStaffLists(tx: Tx): Promise<void> {
  const contacts = await listRosterContacts(tx)
  for (const { key } of await listMusterClasses(tx)) {
    const ids = new Set((await calledPeople(tx, [key])).map(({ id }) => id))
    await replaceList(tx, staffList(key), [...new Set(contacts.filter(({ rosterId }) => ids.has(rosterId)).map(({ contactId }) => contactId))])
  }
}

/** For pages: how many a class means today, and how many of them can be reached. */
export async function reachOfClass(visit: Visit, classKey: string): Promise<{ readonly people: number; readonly reached: number }> {
  const people = await calledPeople(visit.tx, [classKey])
  const withContact = new Set((await listRosterContacts(visit.tx)).map(({ rosterId }) => rosterId))
  return { people: people.length, reached: people.filter(({ id }) => withContact.has(id)).length }
}

/** Once more to who is silent; undefined where nobody of them has left a contact. */
export async function sendReminder(tx: Tx, parts: readonly Manifest[], call: MusterCall, number: number, silent: readonly RosterPerson[]): Promise<string | undefined> {
  const ids = new Set(silent.map(({ id }) => id))
  const contacts = (await listRosterContacts(tx)).filter(({ rosterId }) => ids.has(rosterId)).map(({ contactId }) => contactId)
  if (contacts.length === 0) return undefined
  const list = `alert-mail.call.${call.id}.${number}`
  await addToList(tx, list, contacts)
  const classes = (await listMusterClasses(tx)).filter(({ key }) => call.classKeys.includes(key))
  const issued = await issueNotice(tx, parts, {
    topic: topicKey('staff'), level: 4, kind: 'update', refersTo: call.noticeId, audience: { kind: 'lists', lists: [list] },
    texts: callTexts({ classes, reason: call.reason, place: call.place }, words.reminderTitle), isDrill: call.isDrill, channels: PERSONAL_CHANNELS,
    cap: null, link: musterLink(call.id), issuedBy: null, confirmedBy: null, expiresAt: null,
  })
  return issued.ok ? issued.id : undefined
}
