import { findContactById } from '#capabilities/notices/contacts.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Guardian, School } from '../model.ts'
import type { SheetRow } from '../rules/class-sheet.ts'
import { listGuardians } from '../store/guardians.ts'
import { listClasses } from '../store/schools.ts'

/** Which rows of a list stand in the school's classes already: the same child under the same address, or without one where the child has any place: who joined by a sheet, LINE or push stands in no column. */
export async function knownPlaces(tx: Tx, school: School, schoolYear: number): Promise<{ has(row: SheetRow): boolean; hasClass(row: SheetRow): boolean }> {
  const classes = await listClasses(tx, school.key, schoolYear)
  const byId = new Map(classes.map((one) => [one.id, one]))
  const keys = new Set<string>()
  for (const guardian of await listGuardians(tx, classes.map(({ id }) => id))) {
    const one = byId.get(guardian.classId)
    if (one === undefined) continue
    const place = (address: string) => keys.add(keyOf(one.grade, one.name, guardian.childLabel, address))
    place(await addressOf(tx, guardian))
    place('')
  }
  return {
    has: (row) => keys.has(keyOf(row.grade, row.className, row.childLabel, row.address ?? '')),
    hasClass: (row) => classes.some(({ grade, name }) => grade === row.grade && name === row.className),
  }
}

async function addressOf(tx: Tx, { contactId, invitedAddress }: Guardian): Promise<string> {
  if (contactId === null) return invitedAddress ?? ''
  const contact = await findContactById(tx, contactId)
  return contact?.channel === 'mail' ? contact.address : ''
}

function keyOf(grade: number, name: string, child: string, address: string): string {
  return [grade, name, child, address.toLowerCase()].join('\n')
}
