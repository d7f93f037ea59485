import { foldText, longestRise } from '#capabilities/imports/reading/similarity.ts'
import { joinName } from '#capabilities/imports/reading/wrapping.ts'
import { type ColumnKey, headingOf } from './columns.ts'
import { type Entry, branchKeyOf, entryKey } from './entry.ts'
import { type Place, TakenNumbers, holdersOf, placesGiven } from './number-places.ts'
import { type PrintedNumber, printNumber, readPrintedNumber, withoutRepetitionMark } from './numbers.ts'
import type { CellRef, Doubts } from './question.ts'
import { placeOfSlot, readCellText } from './row-text.ts'
import type { AlignedRow } from './rows.ts'

/** Gives every row its number: as printed, inferred from its neighbours where lost, a free one where doubled. */
export function numberRows(rows: readonly AlignedRow[], doubts: Doubts): readonly Entry[] {
  const printed = rows.map((row) => readPrintedNumber(slotText(row, 'number')))
  const style = styleOf(printed)
  const upcoming = upcomingRows(rows, printed)
  const given = placesGiven(rows, printed)
  const holders = holdersOf(given)
  const taken = new TakenNumbers(given)
  const entries: Entry[] = []
  let before: Place | null = null
  for (const [index, row] of rows.entries()) {
    const own = given[index] ?? null
    const holder = own ? rows[holders.get(entryKey(own)) as number] : undefined
    const isHolder = holder === row
    if (holder && !isHolder && isSameRow(holder, row)) {
      doubtRepeatedRow(row, holder, own as Place, doubts)
      continue
    }
    const guessed = isHolder ? null : inferred(row, before, entries.at(-1), upcoming[index] ?? null)
    const place: Place = isHolder ? (own as Place) : taken.take(guessed as Place, own, before)
    const entry = entryOf(row, place, printed[index] ?? null, style)
    doubtNumber(entry, printed[index] ?? null, holder && !isHolder ? holder : null, doubts)
    entries.push(entry)
    before = place
  }
  return inOrder(entries, doubts)
}

type NumberStyle = 'circled' | 'as-printed'

function styleOf(printed: readonly (PrintedNumber | null)[]): NumberStyle {
  const read = printed.filter((number) => number !== null)
  const isPlain = (number: PrintedNumber): boolean => !number.isCircled && number.vision !== null
  return read.filter(isPlain).length * 2 > read.length ? 'as-printed' : 'circled'
}

interface Upcoming {
  readonly number: PrintedNumber
  readonly row: AlignedRow
}

/** For each row the next row below it whose number can be read. */
function upcomingRows(
  rows: readonly AlignedRow[],
  printed: readonly (PrintedNumber | null)[],
): readonly (Upcoming | null)[] {
  const upcoming: (Upcoming | null)[] = new Array(rows.length).fill(null)
  let next: Upcoming | null = null
  for (let index = rows.length - 1; index >= 0; index--) {
    upcoming[index] = next
    const number = printed[index]
    if (number) next = { number, row: rows[index] as AlignedRow }
  }
  return upcoming
}

/** A row without readable number continues the direction it names, or fills the gap that its neighbours leave. */
function inferred(row: AlignedRow, before: Place | null, last: Entry | undefined, upcoming: Upcoming | null): Place {
  const next = upcoming?.number
  const vision = row.raw.vision ?? before?.vision ?? next?.vision ?? 1
  if (!before || !last) return { vision, direction: next?.direction ?? 1, item: Math.max(1, (next?.item ?? 2) - 1) }
  const sameVision = before.vision === vision
  const after = { ...before, item: before.item + 1 }
  if (sameVision && next?.direction === before.direction && next.item > after.item) return after
  const own = directionOf(row)
  if (sameVision && (own === '' || own === directionOf(last.row))) return after
  if (upcoming && next && next.item > 1 && own === directionOf(upcoming.row))
    return { vision, direction: next.direction, item: next.item - 1 }
  return { vision, direction: sameVision ? before.direction + 1 : 1, item: 1 }
}

function directionOf(row: AlignedRow): string {
  return foldText(slotText(row, 'direction'))
}

function slotText(row: AlignedRow, key: ColumnKey): string {
  return row.slots.get(key)?.text ?? ''
}

function isSameRow(left: AlignedRow, right: AlignedRow): boolean {
  const textOf = (row: AlignedRow): string =>
    row.raw.cells
      .map(({ text }) => text)
      .join('\t')
      .trimEnd()
  return textOf(left) === textOf(right)
}

function entryOf(row: AlignedRow, place: Place, given: PrintedNumber | null, style: NumberStyle): Entry {
  const onNumber = withoutRepetitionMark(slotText(row, 'number'))
  const onName = withoutRepetitionMark(slotText(row, 'name'))
  const name = joinName(onName.text).text
  const isAsPrinted = style === 'as-printed' && given !== null && given.vision !== null && given.item === place.item
  const number = isAsPrinted ? given.printed : printNumber(place.vision, place.direction, place.item)
  const mark = onName.mark ?? onNumber.mark
  return {
    row,
    number,
    name,
    foldedName: foldText(name),
    mark,
    printedMark: onName.printedMark || onNumber.printedMark,
    markColumn: onName.mark ? 'name' : 'number',
    vision: place.vision,
    direction: place.direction,
    item: place.item,
  }
}

function refsOf(row: AlignedRow, key: ColumnKey): readonly CellRef[] {
  return row.slots.get(key)?.cells.flatMap(({ refs }) => refs) ?? []
}

function doubtNumber(entry: Entry, given: PrintedNumber | null, twin: AlignedRow | null, doubts: Doubts): void {
  const { row, number } = entry
  const read = slotText(row, 'number')
  const column = headingOf(row.raw.table, 'number') || 'No.'
  const place = {
    line: row.raw.line,
    row: number,
    column,
    read,
    field: `listings/${number}/number`,
    cells: refsOf(row, 'number'),
  } as const
  if (!given) doubts.add({ ...place, kind: 'number-lost' })
  else if (twin) doubts.add({ ...place, kind: 'number-repeated', values: { line: String(twin.raw.line) } })
  else if (given.printed !== number) doubts.add({ ...place, kind: 'number-form' })
  const slot = row.slots.get('number')
  if (slot && given) readCellText(slot, placeOfSlot(slot, place.line, number, place.field), 'unit', doubts)
}

function doubtRepeatedRow(row: AlignedRow, twin: AlignedRow, { vision, direction, item }: Place, doubts: Doubts): void {
  const cells = row.raw.cells.flatMap(({ refs }) => refs)
  const number = printNumber(vision, direction, item)
  const values = { line: String(twin.raw.line) }
  doubts.add({
    kind: 'repeated-row',
    line: row.raw.line,
    row: number,
    column: '行',
    read: slotText(row, 'name'),
    proposed: '',
    values,
    cells,
  })
}

/** Listings stand in the order of their numbers; rows that stood elsewhere are asked about. */
function inOrder(entries: readonly Entry[], doubts: Doubts): readonly Entry[] {
  const rank = ({ vision, direction, item }: Entry): number => vision * 1e9 + direction * 1e6 + item
  const inPlace = longestRise(entries.map(rank))
  for (const [index, { row, number }] of entries.entries()) {
    if (inPlace.has(index)) continue
    const column = headingOf(row.raw.table, 'number') || 'No.'
    const cells = refsOf(row, 'number')
    doubts.add({
      kind: 'row-out-of-order',
      line: row.raw.line,
      row: number,
      column,
      read: slotText(row, 'number'),
      proposed: number,
      cells,
    })
  }
  const sorted = entries.toSorted((left, right) => rank(left) - rank(right))
  doubtGaps(sorted, doubts)
  return sorted
}

/** Beyond so many missing numbers the numbering follows another rule and gaps mean nothing. */
const GAPS_ASKED = 50

function doubtGaps(entries: readonly Entry[], doubts: Doubts): void {
  let asked = 0
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1]
    const sameBranch = before !== undefined && branchKeyOf(before) === branchKeyOf(entry)
    const from = sameBranch ? before.item + 1 : 1
    for (let item = from; item < entry.item && asked < GAPS_ASKED; item++, asked++) {
      const number = printNumber(entry.vision, entry.direction, item)
      const column = headingOf(entry.row.raw.table, 'number') || 'No.'
      doubts.add({ kind: 'number-gap', line: entry.row.raw.line, row: number, column, read: '', proposed: '' })
    }
  }
}
