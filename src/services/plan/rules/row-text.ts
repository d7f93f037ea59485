import { joinName, joinProse, joinWrappedProse } from '#capabilities/imports/reading/wrapping.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { FieldPath } from './fields.ts'
import type { CellRef, Doubts } from './question.ts'
import type { RawOddity } from './raw-row.ts'
import type { Slot } from './rows.ts'
import { impossibleYearsIn } from './years.ts'

/** Where a cell stands, for its questions. */
export interface CellPlace {
  readonly line: number
  readonly row: string
  readonly column: string
  readonly read: string
  readonly field: FieldPath
  readonly cells: readonly CellRef[]
}

export function placeOfSlot(slot: Slot, line: number, row: string, field: FieldPath): CellPlace {
  const read = slot.cells.map(({ raw }) => raw).join(' ')
  return { line, row, column: slot.column.heading, read, field, cells: slot.cells.flatMap(({ refs }) => refs) }
}

/** How spaces between Japanese characters are taken: a name has none, a text only where its writer set them. */
export type SpaceRule = 'name' | 'prose' | 'wrapped-prose' | 'unit'

/** The text that a cell's characters mean, with a question for each thing that had to be mended or is odd. */
export function readCellText(slot: Slot, place: CellPlace, spaces: SpaceRule, doubts: Doubts): string {
  doubtState(slot, place, doubts)
  if (slot.isStrange && slot.state !== 'swapped') doubts.add({ ...place, kind: 'unlike-column' })
  for (const oddity of new Set(slot.cells.flatMap((cell) => cell.oddities)))
    doubts.add({ ...place, kind: ODDITY_KINDS[oddity] })
  const text = joinedText(slot.text, spaces)
  if (text !== slot.text) doubts.add({ ...place, kind: 'broken-words', alternatives: [slot.text] })
  for (const { written, right } of impossibleYearsIn(text)) {
    const alternatives = [text.replaceAll(written, right)]
    doubts.add({ ...place, kind: 'impossible-year', alternatives, values: { written, right } })
  }
  return text
}

const ODDITY_KINDS = {
  'control-characters': 'control-characters',
  'invisible-characters': 'invisible-characters',
  'too-long': 'too-long',
  formula: 'formula',
  undecodable: 'undecodable',
  'html-layout': 'html-layout',
} as const satisfies Record<RawOddity, string>

function joinedText(text: string, spaces: SpaceRule): string {
  switch (spaces) {
    case 'name':
      return joinName(text).text
    case 'prose':
      return joinProse(text).text
    case 'wrapped-prose':
      return joinWrappedProse(text).text
    case 'unit':
      return text
    default:
      return assertNever(spaces)
  }
}

/** Cells that were split, joined or exchanged; cells that merely moved are asked about once a row. */
function doubtState(slot: Slot, place: CellPlace, doubts: Doubts): void {
  switch (slot.state) {
    case 'merged':
      doubts.add({ ...place, kind: 'merged-cells' })
      break
    case 'torn':
      doubts.add({ ...place, kind: 'torn-cell' })
      break
    case 'swapped':
      doubts.add({ ...place, kind: 'swapped-cells', values: { other: slot.other?.heading ?? '' } })
      break
    case 'in-place':
    case 'shifted':
    case 'lost':
      break
    default:
      assertNever(slot.state)
  }
}
