import type { RepetitionMark } from './numbers.ts'
import type { AlignedRow } from './rows.ts'

/** A row of the table that has its number: one listing of a project. */
export interface Entry {
  readonly row: AlignedRow
  readonly vision: number
  readonly direction: number
  readonly item: number
  /** The number that the plan keeps: unique, without spaces and marks. */
  readonly number: string
  /** The project's name without mark of repetition and line breaks. */
  readonly name: string
  readonly foldedName: string
  readonly mark: RepetitionMark | null
  /** The mark as printed, e.g. `(再掲有)`. */
  readonly printedMark: string
  /** The column that the mark stands in. */
  readonly markColumn: 'number' | 'name'
}

export function branchKeyOf(entry: Pick<Entry, 'vision' | 'direction'>): string {
  return `${entry.vision}-${entry.direction}`
}

export function entryKey(entry: Pick<Entry, 'vision' | 'direction' | 'item'>): string {
  return `${entry.vision}-${entry.direction}-${entry.item}`
}
