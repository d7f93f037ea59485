import type { Vocabulary } from '#capabilities/imports/reading/profiles.ts'
import type { FiscalYearNumber, PlanDocument, Scale, ScaleName } from '../model.ts'
import type { ColumnKey } from './columns.ts'
import type { Corpus } from './corpus.ts'
import { type FieldPath, readField } from './fields.ts'
import type { KnownUnits } from './owners.ts'
import type { CellRef, Doubts } from './question.ts'
import type { Slot } from './rows.ts'

/** What is known about a whole dump while its rows are read one by one. */
export interface ReadingContext {
  readonly scales: Readonly<Record<ScaleName, Scale>>
  readonly years: readonly FiscalYearNumber[]
  readonly reportYear: FiscalYearNumber
  readonly vocabulary: Vocabulary
  readonly units: KnownUnits
  readonly corpus: Corpus
  /** Whether most rows leave a column blank, so that one more blank says nothing. */
  readonly isUsuallyBlank: (key: ColumnKey) => boolean
  /** In how many more rows a section has a group than leaves it blank; lost cells say nothing. */
  readonly groupBalance: (section: string) => number
  /** Whether the legend explains the mark of what left the plan. */
  readonly isWithdrawnInLegend: boolean
  readonly doubts: Doubts
  readonly stored: StoredCells
}

/** A cell of the source (or the part of it that is stored) and the place where the plan holds it. */
export interface StoredCell extends CellRef {
  readonly field: FieldPath
  readonly text: string
  /** Where it was read, for the question that is asked should the plan hold something else. */
  readonly row: string
  readonly column: string
}

/** Remembers which cell went where. What no question touches is sound, and stands in the plan byte for byte. */
export class StoredCells {
  readonly #cells: StoredCell[] = []

  add(slot: Slot | undefined, row: string, field: FieldPath, text: string): void {
    if (!slot || text === '') return
    for (const ref of slot.cells.flatMap(({ refs }) => refs)) {
      this.#cells.push({ ...ref, field, text, row, column: slot.column.heading })
    }
  }

  /**
   * The sound cells. A cell that the plan would hold differently although nothing was asked becomes a question here:
   * the promise that nothing changes in silence does not rest on every rule remembering it.
   */
  sound(document: PlanDocument, doubts: Doubts): readonly StoredCell[] {
    for (const cell of this.#cells) {
      if (doubts.isTouched(cell) || readField(document, cell.field) === cell.text) continue
      const { line, row, column, field, text } = cell
      doubts.add({
        kind: 'stored-differently',
        line,
        row,
        column,
        read: text,
        field,
        alternatives: [text],
        cells: [cell],
      })
    }
    return this.#cells.filter((cell) => !doubts.isTouched(cell))
  }
}
