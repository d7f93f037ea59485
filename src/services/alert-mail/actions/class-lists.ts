import { replaceList } from '#capabilities/notices/contacts.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import type { Guardian, LeftHow, School } from '../model.ts'
import { endGuardian, listByContact, listGuardians } from '../store/guardians.ts'
import { findClass } from '../store/schools.ts'

/** Name of a class's list in the capability `notices`. */
export function classList(classId: string): string {
  return `alert-mail.class.${classId}`
}

/** From now on the class's list is who has confirmed and stayed; a contact with two children there is on it once. */
export async function syncClassLists(tx: Tx, classIds: readonly string[]): Promise<void> {
  for (const classId of new Set(classIds)) {
    const guardians = await listGuardians(tx, [classId])
    const contacts = new Set(guardians.flatMap(({ state, contactId }) => (state === 'confirmed' && contactId !== null ? [contactId] : [])))
    await replaceList(tx, classList(classId), [...contacts])
  }
}

/** Ends one place: nothing more is sent for it. */
export async function endPlace(tx: Tx, guardian: Guardian, school: Pick<School, 'key'>, how: LeftHow): Promise<void> {
  await endGuardian(tx, guardian.id, how)
  await syncClassLists(tx, [guardian.classId])
  if (guardian.state === 'confirmed') tx.publish(facts.guardianLeft, `guardian:${guardian.id}`, { school: school.key, how })
}

/** Ends every place of a contact that left by itself, or can no longer be reached. */
export async function endPlacesOf(tx: Tx, contactId: string): Promise<void> {
  for (const guardian of await listByContact(tx, contactId)) {
    const one = await findClass(tx, guardian.classId)
    if (one !== undefined) await endPlace(tx, guardian, { key: one.schoolKey }, 'channel')
  }
}
