import { foldText, similarity } from '#capabilities/imports/reading/similarity.ts'
import { headingOf } from './columns.ts'
import { type Entry, entryKey } from './entry.ts'
import type { FieldPath } from './fields.ts'
import type { Doubts } from './question.ts'

/** A project with all its listings: the main one first, the repetitions in the order of print. */
export interface ProjectGroup {
  readonly key: string
  readonly main: Entry
  readonly copies: readonly Entry[]
}

/** Two purposes this alike belong to one project that lost its mark of repetition; below, only the name is the same. */
const SAME_PURPOSE = 0.6
/** A repeated project's name may be misread in a character or two of ten. */
const SAME_NAME = 0.7
/** Names compared one by one over the whole reading; damaged beyond that, a repetition stands alone and is asked about. */
const COMPARISONS_AT_MOST = 400_000

/** Finds which rows list the same project: by name first, then, for marked repetitions, by the most similar name. */
export function groupListings(entries: readonly Entry[], doubts: Doubts): readonly ProjectGroup[] {
  const groups = new Map<Entry, Entry[]>()
  const byName = new Map<string, Entry>()
  const repetitions: Entry[] = []
  // The place that announces its repetitions is the main one, wherever it stands.
  for (const entry of entries)
    if (entry.mark === 'has-others' && !byName.has(entry.foldedName)) byName.set(entry.foldedName, entry)
  for (const entry of entries) {
    if (entry.mark === 'again') {
      repetitions.push(entry)
      continue
    }
    const main = byName.get(entry.foldedName)
    if (!main || main === entry || entry.foldedName === '') {
      if (!main) byName.set(entry.foldedName, entry)
      groups.set(entry, groups.get(entry) ?? [])
    } else if (isSameProject(main, entry)) {
      push(groups, main, entry)
      doubtUnmarked(entry, main, doubts)
    } else {
      groups.set(entry, [])
      doubtSameName(entry, main, doubts)
    }
  }
  placeRepetitions(repetitions, groups, byName, doubts)
  // In the order of print: groups were opened by different passes.
  return entries.flatMap((main) => {
    const copies = groups.get(main)
    return copies ? [withDoubts({ key: entryKey(main), main, copies }, doubts)] : []
  })
}

function push(groups: Map<Entry, Entry[]>, main: Entry, copy: Entry): void {
  const copies = groups.get(main)
  if (copies) copies.push(copy)
  else groups.set(main, [copy])
}

function isSameProject(main: Entry, other: Entry): boolean {
  if (main.mark === 'has-others' && other.mark === null) return true
  const purposeOf = ({ row }: Entry): string => foldText(row.slots.get('purpose')?.text ?? '')
  return similarity(purposeOf(main), purposeOf(other)) >= SAME_PURPOSE
}

function placeRepetitions(
  repetitions: readonly Entry[],
  groups: Map<Entry, Entry[]>,
  byName: Map<string, Entry>,
  doubts: Doubts,
): void {
  let comparisons = 0
  const candidates = [...groups.keys()]
  for (const entry of repetitions) {
    const main = byName.get(entry.foldedName)
    if (main) {
      push(groups, main, entry)
      continue
    }
    const mayCompare = comparisons + candidates.length <= COMPARISONS_AT_MOST
    if (mayCompare) comparisons += candidates.length
    const nearest = mayCompare ? nearestName(entry, candidates) : null
    if (nearest) {
      push(groups, nearest, entry)
      doubts.add({
        ...placeOf(entry),
        kind: 'relisting-name',
        field: `listings/${entry.number}/project`,
        values: { main: nearest.number, name: nearest.name },
      })
    } else {
      groups.set(entry, [])
      byName.set(entry.foldedName, entry)
      doubts.add({ ...placeOf(entry), kind: 'relisting-alone', field: `listings/${entry.number}/project` })
    }
  }
}

function nearestName(entry: Entry, candidates: readonly Entry[]): Entry | null {
  let best: Entry | null = null
  let bestLikeness = SAME_NAME
  for (const candidate of candidates) {
    if (Math.abs(candidate.foldedName.length - entry.foldedName.length) > entry.foldedName.length / 2) continue
    const likeness = similarity(candidate.foldedName, entry.foldedName) + (candidate.mark === 'has-others' ? 0.05 : 0)
    if (likeness <= bestLikeness) continue
    best = candidate
    bestLikeness = likeness
  }
  return best
}

function placeOf(entry: Entry): {
  line: number
  row: string
  column: string
  read: string
  cells: readonly { line: number; cell: number }[]
} {
  const slot = entry.row.slots.get('name')
  const cells = slot?.cells.flatMap(({ refs }) => refs) ?? []
  return {
    line: entry.row.raw.line,
    row: entry.number,
    column: headingOf(entry.row.raw.table, 'name'),
    read: slot?.text ?? '',
    cells,
  }
}

function repetitionField(entry: Entry): FieldPath {
  return `listings/${entry.number}/repetition`
}

function doubtUnmarked(entry: Entry, main: Entry, doubts: Doubts): void {
  doubts.add({
    ...placeOf(entry),
    kind: 'relisting-unmarked',
    field: repetitionField(entry),
    values: { main: main.number },
  })
}

function doubtSameName(entry: Entry, main: Entry, doubts: Doubts): void {
  const alternatives = [main.number]
  doubts.add({
    ...placeOf(entry),
    kind: 'same-name',
    field: `listings/${entry.number}/project`,
    alternatives,
    values: { main: main.number },
  })
}

/** A mark of repetition says less or more than the table holds, or is printed in another form than 【】. */
function withDoubts(group: ProjectGroup, doubts: Doubts): ProjectGroup {
  const { main, copies } = group
  if (copies.length === 0 && main.mark === 'has-others') {
    doubts.add({ ...placeOf(main), read: main.printedMark, kind: 'relistings-missing', field: repetitionField(main) })
  } else if (copies.length > 0 && main.mark === null) {
    const numbers = copies.map(({ number }) => number).join('、')
    doubts.add({
      ...placeOf(main),
      read: '',
      kind: 'relistings-unannounced',
      field: repetitionField(main),
      values: { numbers },
    })
  }
  for (const entry of [main, ...copies]) {
    if (entry.printedMark === '' || /^【再掲有?】$/.test(entry.printedMark)) continue
    const column = headingOf(entry.row.raw.table, entry.markColumn)
    doubts.add({
      ...placeOf(entry),
      column,
      read: entry.printedMark,
      kind: 'repetition-form',
      field: repetitionField(entry),
    })
  }
  return group
}
