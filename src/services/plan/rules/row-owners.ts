import type { Owner } from '../model.ts'
import { planColumn } from './columns.ts'
import type { Entry } from './entry.ts'
import type { FieldPath } from './fields.ts'
import { OWNER_LEVELS, type OwnerLevel, type UnitCell, ownerOfPath, ownersOf, readUnitCell } from './owners.ts'
import type { ReadingContext } from './reading-context.ts'
import type { Absence, Given } from './row-content.ts'
import { placeOfSlot, readCellText } from './row-text.ts'
import type { Slot } from './rows.ts'

/** Reads who answers for the row's project, from three columns or from one that holds the whole path. */
export function readRowOwners(
  entry: Entry,
  projectKey: string,
  context: ReadingContext,
  absences: Absence[],
): Given<readonly Owner[]> {
  const path = entry.row.slots.get('owner')
  if (path && path.text !== '') return readPath(entry, projectKey, path, context)
  const cells = OWNER_LEVELS.map((level) => readUnitCell(entry.row.slots.get(level)?.text ?? '', context.units))
  const [departments, sections, groups] = cells.map(({ names }) => names) as [
    readonly string[],
    readonly string[],
    readonly string[],
  ]
  const owners = ownersOf(departments, sections, groups)
  const fieldOf = (level: OwnerLevel): FieldPath =>
    owners.length > 1 ? `projects/${projectKey}/owners` : `projects/${projectKey}/owners/0/${level}`
  for (const [index, level] of OWNER_LEVELS.entries()) {
    const slot = entry.row.slots.get(level)
    if (slot) readLevel(entry, slot, level, fieldOf(level), cells[index] as UnitCell, context, absences)
  }
  const slot =
    OWNER_LEVELS.map((level) => entry.row.slots.get(level)).find((found) => found && found.text !== '') ?? null
  return { value: owners, isGiven: owners.length > 0, slot }
}

function readPath(entry: Entry, projectKey: string, slot: Slot, context: ReadingContext): Given<readonly Owner[]> {
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, `projects/${projectKey}/owners`)
  const text = readCellText(slot, place, 'unit', context.doubts)
  const owners = text.split('\n').map((line) => ownerOfPath(line, (level) => planColumn(level, '').endings ?? []))
  context.doubts.add({ ...place, kind: 'owner-path' })
  return { value: owners, isGiven: true, slot }
}

function readLevel(
  entry: Entry,
  slot: Slot,
  level: OwnerLevel,
  field: FieldPath,
  cell: UnitCell,
  context: ReadingContext,
  absences: Absence[],
): void {
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, field)
  if (slot.text === '') {
    const how = slot.state === 'lost' ? 'lost' : 'blank'
    absences.push({ key: level, how, place, isExpected: isExpectedBlank(entry, slot, level, context) })
    return
  }
  readCellText(slot, place, 'unit', context.doubts)
  if (cell.kind === 'joint') context.doubts.add({ ...place, kind: 'joint-owners' })
  else if (cell.kind === 'numbered') context.doubts.add({ ...place, kind: 'numbered-owners' })
  else if (cell.kind === 'joined') context.doubts.add({ ...place, kind: 'broken-words', alternatives: [slot.text] })
}

/**
 * Some sections have no groups: their rows leave the column blank, and nothing is missing. A cell that is there and
 * blank says so itself; where the cell is lost, other rows of the section must say it.
 */
function isExpectedBlank(entry: Entry, slot: Slot, level: OwnerLevel, context: ReadingContext): boolean {
  if (level !== 'group') return false
  const section = readUnitCell(entry.row.slots.get('section')?.text ?? '', context.units).names.join(' ')
  const balance = context.groupBalance(section)
  return slot.state === 'lost' ? balance < 0 : balance <= 0 || context.isUsuallyBlank('group')
}
