import type { Language, Phrase, PhraseValue } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { FrameKind, FramePart, District, MovedDay, WasteClass, Danger, WorkingCentre, Wording } from '../model.ts'

/**
 * One class, danger, centre, district or moved day as texts under the column names of the city's tables. A form, a row
 * of a file and a kept state are all this, so that they are read by the same rules (frame-reading.ts).
 */
export type Cells = Readonly<Record<string, string>>

/** A cell that is not taken: what is wrong with it and what to write. */
export interface CellRefusal {
  readonly column: string
  readonly phrase: Phrase
  readonly values: Readonly<Record<string, PhraseValue>>
}

/** Ending of a column's name for each language, as in all tables of a city. */
export const COLUMN_ENDINGS = [
  ['ja', ''], ['ja-x-yasashii', 'Yasashii'], ['en', 'En'], ['pt', 'Pt'],
] as const satisfies readonly (readonly [Language, string])[]

/** Columns of districts that hold the days of a class: `days.` and the key of the class. */
export const DAYS_PREFIX = 'days.'

/** Rests of one centre: a decade of New Years. */
export const MOST_RESTS = 10

/** A part of the guide as cells, in the order in which a form asks for them. Blank cells stand in it, too. */
export function cellsOf(kind: FrameKind, part: FramePart): Cells {
  switch (kind) {
    case 'class':
      return classCells(part as WasteClass)
    case 'danger':
      return dangerCells(part as Danger)
    case 'centre':
      return centreCells(part as WorkingCentre)
    case 'district':
      return districtCells(part as District)
    case 'moved-day':
      return movedDayCells(part as MovedDay)
    default:
      return assertNever(kind)
  }
}

function classCells({ key, name, how, colour, isCollected }: WasteClass): Cells {
  return { key, ...wordingCells('name', name), ...wordingCells('how', how), colour, isCollected: String(isCollected) }
}

function dangerCells({ key, title, body }: Danger): Cells {
  return { key, ...wordingCells('title', title), ...wordingCells('body', body) }
}

function centreCells({ key, name, onHoliday, rests }: WorkingCentre): Cells {
  const cells = rests.map(({ from, to, rule }, index) => ({
    [`restFrom.${index}`]: from.toString(), [`restTo.${index}`]: to.toString(), [`restRule.${index}`]: rule,
  }))
  return { key, ...wordingCells('name', name), onHoliday, ...Object.assign({}, ...cells) }
}

function districtCells({ key, name, reading, towns, centreKey, days }: District): Cells {
  const cells = Object.entries(days).map(([classKey, text]) => [`${DAYS_PREFIX}${classKey}`, text])
  return { key, ...wordingCells('name', name), reading, centre: centreKey ?? '', towns: towns.join('\n'), ...Object.fromEntries(cells.toSorted()) }
}

function movedDayCells({ key, usualOn, insteadOn, districtKey, classKey, reason }: MovedDay): Cells {
  return {
    key, usualOn: usualOn.toString(), insteadOn: insteadOn?.toString() ?? '', district: districtKey ?? '', class: classKey ?? '',
    ...wordingCells('reason', reason),
  }
}

export function wordingCells(column: string, wording: Wording): Cells {
  return Object.fromEntries(COLUMN_ENDINGS.map(([language, ending]) => [`${column}${ending}`, wording[language]]))
}

/** Do two states say the same? Blank cells and the order of cells say nothing. */
export function isSameCells(one: Cells | null, other: Cells | null): boolean {
  if (one === null || other === null) return one === other
  return printedCells(one) === printedCells(other)
}

export function printedCells(cells: Cells): string {
  return JSON.stringify(Object.entries(cells).filter(([, text]) => text !== '').toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
