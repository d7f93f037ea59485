import { foldText, similarity } from '#capabilities/imports/reading/similarity.ts'
import { joinName } from '#capabilities/imports/reading/wrapping.ts'
import type { Branch } from '../model.ts'
import { type Entry, branchKeyOf } from './entry.ts'
import type { FieldPath } from './fields.ts'
import type { VisionHeading } from './layout.ts'
import { circled } from './numbers.ts'
import type { ReadingContext } from './reading-context.ts'
import { placeOfSlot, readCellText } from './row-text.ts'

/** A vision and its directions as the cover sheet draws them. */
export interface CoverBranch {
  readonly vision: number
  readonly name: string
  readonly directions: readonly string[]
}

/** The tree above the projects: visions from their headings, directions from the rows; differing names are asked about. */
export function readBranches(
  entries: readonly Entry[],
  visions: readonly VisionHeading[],
  cover: readonly CoverBranch[],
  context: ReadingContext,
): readonly Branch[] {
  const branches: Branch[] = []
  const byVision = Map.groupBy(entries, ({ vision }) => vision)
  for (const vision of [...byVision.keys()].toSorted((left, right) => left - right)) {
    const rows = byVision.get(vision) as Entry[]
    const drawn = cover.find((branch) => branch.vision === vision)
    branches.push(visionBranch(vision, visions, drawn, rows[0] as Entry, context))
    const byDirection = Map.groupBy(rows, ({ direction }) => direction)
    for (const direction of [...byDirection.keys()].toSorted((left, right) => left - right)) {
      branches.push(directionBranch(byDirection.get(direction) as Entry[], drawn?.directions ?? [], context))
    }
  }
  return branches
}

function visionBranch(
  vision: number,
  visions: readonly VisionHeading[],
  drawn: CoverBranch | undefined,
  first: Entry,
  { doubts }: ReadingContext,
): Branch {
  const heading = visions.find((candidate) => candidate.vision === vision)
  const key = String(vision)
  const column = 'ビジョン'
  const field = `branches/${key}/name` as const
  if (!heading) {
    const row = circled(vision)
    doubts.add({ kind: 'vision-unnamed', line: first.row.raw.line, row, column, read: '', field })
  } else if (drawn && foldText(drawn.name) !== foldText(heading.name)) {
    const place = {
      line: heading.line,
      row: heading.sign,
      column,
      read: heading.name,
      field,
      alternatives: [drawn.name],
    }
    doubts.add({
      ...place,
      kind: 'branch-differs-on-cover',
      values: { other: drawn.name },
      cells: [{ line: heading.line, cell: 0 }],
    })
  }
  return { key, parentKey: null, number: heading?.sign ?? circled(vision), name: heading?.name ?? drawn?.name ?? '' }
}

function directionBranch(rows: readonly Entry[], drawn: readonly string[], context: ReadingContext): Branch {
  const first = rows[0] as Entry
  const key = branchKeyOf(first)
  const names = new Map<string, number>()
  for (const { row } of rows) {
    const name = joinName(row.slots.get('direction')?.text ?? '').text
    if (name !== '') names.set(name, (names.get(name) ?? 0) + 1)
  }
  const name = [...names].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? drawn[first.direction - 1] ?? ''
  for (const row of rows) doubtDirection(row, name, `branches/${key}/name`, context)
  doubtCoverName(first, name, drawn, `branches/${key}/name`, context)
  return { key, parentKey: String(first.vision), number: `(${first.direction})`, name }
}

function doubtDirection(entry: Entry, name: string, field: FieldPath, context: ReadingContext): void {
  const slot = entry.row.slots.get('direction')
  if (!slot) return
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, field)
  if (slot.text === '') {
    if (slot.state === 'lost') context.doubts.add({ ...place, kind: 'lost-cell' })
    else if (!context.isUsuallyBlank('direction')) context.doubts.add({ ...place, kind: 'blank-cell' })
    return
  }
  const own = readCellText(slot, place, 'name', context.doubts)
  if (own !== name) context.doubts.add({ ...place, kind: 'direction-differs', alternatives: [own], values: { name } })
  context.stored.add(slot, entry.number, field, slot.text)
}

/** Below this likeness a name on the cover is another direction's. */
const SAME_BRANCH = 0.5

function doubtCoverName(
  first: Entry,
  name: string,
  drawn: readonly string[],
  field: FieldPath,
  { doubts }: ReadingContext,
): void {
  const folded = foldText(name)
  if (drawn.length === 0 || drawn.some((other) => foldText(other) === folded)) return
  const nearest = drawn
    .map((other) => ({ other, likeness: similarity(foldText(other), folded) }))
    .toSorted((left, right) => right.likeness - left.likeness)[0]
  const slot = first.row.slots.get('direction')
  if (!nearest || nearest.likeness < SAME_BRANCH || !slot) return
  const place = placeOfSlot(slot, first.row.raw.line, first.number, field)
  doubts.add({
    ...place,
    kind: 'branch-differs-on-cover',
    alternatives: [nearest.other],
    values: { other: nearest.other },
  })
}
