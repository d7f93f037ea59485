import type { Change, EntryKind } from '../model.ts'

/** The people whom an entry is about: of a move those who move, of a death who died; never who only stays behind. */
export function peopleAbout(kind: EntryKind, changes: readonly Change[]): string[] {
  const people = changes.filter((change) => change.subjectKind === 'person')
  const about = people.filter(({ patch }) => isAbout(kind, patch))
  return [...new Set((about.length > 0 ? about : people).map(({ subjectId }) => subjectId))]
}

export function isAbout(kind: EntryKind, patch: Readonly<Record<string, unknown>>): boolean {
  if (kind === 'move') return patch.addressSince !== undefined
  if (kind === 'out' || kind === 'death') return patch.endedOn !== undefined
  if (kind === 'in' || kind === 'birth') return patch.residentSince !== undefined
  return true
}

/** The household that a person lives in after an entry, or in which the entry changed something. */
export function householdAbout(changes: readonly Change[]): string | undefined {
  const brought = changes.flatMap((change) => (change.subjectKind === 'person' && change.patch.householdId !== undefined ? [change.patch.householdId] : []))
  return brought[0] ?? changes.find(({ subjectKind }) => subjectKind === 'household')?.subjectId
}

/** The town of the new address. */
export function townAbout(changes: readonly Change[]): string {
  return changes.flatMap((change) => (change.subjectKind === 'person' && change.patch.town !== undefined ? [change.patch.town] : []))[0] ?? ''
}
