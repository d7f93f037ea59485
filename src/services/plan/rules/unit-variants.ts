import type { Entry } from './entry.ts'
import type { ReadingContext } from './reading-context.ts'
import { placeOfSlot } from './row-text.ts'
import type { Slot } from './rows.ts'

/** Characters that one name of a unit may have before the other: 水道課 and 上水道課. */
const LONGEST_PREFIX = 2

interface UnitRow {
  readonly entry: Entry
  readonly projectKey: string
  readonly slot: Slot
  readonly section: string
}

/**
 * One unit written in two ways: within one department, a name that is the end of another. Which one is right, or
 * whether both existed one after the other, only the city knows: the printed names stay and the rows are asked about.
 */
export function doubtUnitVariants(
  listings: readonly { readonly entry: Entry; readonly projectKey: string }[],
  context: ReadingContext,
): void {
  for (const level of ['section', 'group'] as const) {
    const byDepartment = new Map<string, Map<string, UnitRow[]>>()
    for (const { entry, projectKey } of listings) {
      const slot = entry.row.slots.get(level)
      const name = slot?.text ?? ''
      if (!slot || name === '' || /[\s①-⑳]/.test(name)) continue
      const names = entryOf(byDepartment, entry.row.slots.get('department')?.text ?? '')
      const rows = names.get(name) ?? []
      rows.push({ entry, projectKey, slot, section: entry.row.slots.get('section')?.text ?? '' })
      names.set(name, rows)
    }
    for (const names of byDepartment.values()) doubtNames(names, level, context)
  }
}

function entryOf(map: Map<string, Map<string, UnitRow[]>>, key: string): Map<string, UnitRow[]> {
  const known = map.get(key)
  if (known) return known
  const created = new Map<string, UnitRow[]>()
  map.set(key, created)
  return created
}

/** A department has some ten sections; a list of hundreds is something else and is left alone. */
const NAMES_AT_MOST = 100

function doubtNames(
  names: ReadonlyMap<string, readonly UnitRow[]>,
  level: 'section' | 'group',
  context: ReadingContext,
): void {
  if (names.size > NAMES_AT_MOST) return
  for (const [name, rows] of names) {
    const longer = [...names].filter(([other, others]) => isVariant(name, other) && isNear(rows, others, level))
    if (longer.length === 0) continue
    const alternatives = longer.toSorted(([, left], [, right]) => right.length - left.length).map(([other]) => other)
    for (const row of rows) doubtRow(row, level, alternatives, context)
    // The longer name is asked about as well where it stands in one row only: it may be the odd one out.
    for (const [, others] of longer) {
      if (others.length === 1 && rows.length > 1) for (const row of others) doubtRow(row, level, [name], context)
    }
  }
}

function isVariant(shorter: string, longer: string): boolean {
  const prefix = longer.length - shorter.length
  return prefix > 0 && prefix <= LONGEST_PREFIX && shorter.length >= 3 && longer.endsWith(shorter)
}

/** Groups of different sections may well bear like names. */
function isNear(rows: readonly UnitRow[], others: readonly UnitRow[], level: 'section' | 'group'): boolean {
  return level === 'section' || rows.some(({ section }) => others.some((other) => section === other.section))
}

function doubtRow(
  { entry, projectKey, slot }: UnitRow,
  level: 'section' | 'group',
  alternatives: readonly string[],
  { doubts }: ReadingContext,
): void {
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, `projects/${projectKey}/owners/0/${level}`)
  doubts.add({ ...place, kind: 'unit-variant', alternatives, values: { others: alternatives.join('、') } })
}
