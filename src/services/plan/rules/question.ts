import { officialVoice } from '#kernel/text/text.ts'
import { shownText } from '#capabilities/imports/reading/characters.ts'
import type { PlanDocument } from '../model.ts'
import { type FieldPath, readField } from './fields.ts'
import { QUESTION_REASONS, type QuestionKind } from './question-reasons.ts'

/** A cell of the source: lines count from 1, cells of a line from 0. */
export interface CellRef {
  readonly line: number
  readonly cell: number
}

/** A doubtful place. Nothing doubtful is stored in silence: each such place is asked about. */
export interface Question {
  /** The same for the same source, so that answering can stop and go on later. */
  readonly id: string
  readonly kind: QuestionKind
  /** The row's printed number, e.g. `①(3)-8`, or a description of the line where it has none. */
  readonly row: string
  /** First line of the row in the source, counted from 1; 0 where the question is about the whole source. */
  readonly line: number
  /** The row's printed number, or null outside the table. */
  readonly number: string | null
  /** The column's printed heading, e.g. `R2`, `課`. */
  readonly column: string
  /** What stands in the source, made visible. */
  readonly read: string
  /** What is stored when the proposal is accepted, and as long as nobody has answered. */
  readonly proposed: string
  /** Other readings, e.g. the text of the other copy, likeliest first. */
  readonly alternatives: readonly string[]
  /** Where the answer goes; null where there is nothing to edit (a line that was left out). */
  readonly field: FieldPath | null
  /** One plain sentence for official Japanese; `reasonValues` fill `QUESTION_REASONS[kind]` in the other languages. */
  readonly reason: string
  readonly reasonValues: Readonly<Record<string, string>>
  /** The cells of the source that the question is about: none of them counts as sound. */
  readonly cells: readonly CellRef[]
}

type ReasonPlaceholder<Kind extends QuestionKind> = Exclude<
  NonNullable<(typeof QUESTION_REASONS)[Kind]['placeholders']>,
  'column'
>

interface DoubtPlace<Kind extends QuestionKind> {
  readonly kind: Kind
  readonly line: number
  /** Printed number of the row, or empty outside the rows. */
  readonly row: string
  readonly column: string
  readonly read: string
  readonly field?: FieldPath
  /** Only where there is no field: what happens instead. */
  readonly proposed?: string
  readonly alternatives?: readonly string[]
  readonly cells?: readonly CellRef[]
}

/** A question before the plan is complete. The compiler asks for every value that its reason names. */
export type Doubt = {
  [Kind in QuestionKind]: [ReasonPlaceholder<Kind>] extends [never]
    ? DoubtPlace<Kind> & { readonly values?: undefined }
    : DoubtPlace<Kind> & { readonly values: Readonly<Record<ReasonPlaceholder<Kind>, string>> }
}[QuestionKind]

/** Gathers what is doubtful while a source is read. */
export class Doubts {
  readonly #doubts: Doubt[] = []
  readonly #touched = new Set<string>()

  add(doubt: Doubt): void {
    this.#doubts.push(doubt)
    for (const cell of doubt.cells ?? []) this.#touched.add(cellKey(cell))
  }

  isTouched(cell: CellRef): boolean {
    return this.#touched.has(cellKey(cell))
  }

  /** The questions in the order of the source; each proposal is what the plan holds at that place. */
  questions(document: PlanDocument): readonly Question[] {
    const seen = new Map<string, number>()
    const inOrder = withoutEchoes(this.#doubts).toSorted((left, right) => left.line - right.line)
    return inOrder.map((doubt) => questionOf(doubt, document, seen))
  }
}

/** What a difference between copies already asks in full need not be asked again for its spaces or its spelling. */
function withoutEchoes(doubts: readonly Doubt[]): readonly Doubt[] {
  const placeOf = ({ row, column, field }: Doubt): string => `${row}/${column}/${field ?? ''}`
  const differing = new Set(doubts.filter(({ kind }) => kind === 'copies-differ').map(placeOf))
  return doubts.filter(
    (doubt) =>
      !['broken-words', 'spelling', 'copies-differ-in-form'].includes(doubt.kind) || !differing.has(placeOf(doubt)),
  )
}

export function cellKey({ line, cell }: CellRef): string {
  return `${line}:${cell}`
}

function questionOf(doubt: Doubt, document: PlanDocument, seen: Map<string, number>): Question {
  const row = doubt.row || (doubt.line > 0 ? `${doubt.line}行目` : '全体')
  const base = [row, doubt.column, doubt.kind].join('/')
  const count = (seen.get(base) ?? 0) + 1
  seen.set(base, count)
  const field = doubt.field ?? null
  const proposed = field ? (readField(document, field) ?? '') : (doubt.proposed ?? '')
  const reasonValues: Record<string, string> = { column: doubt.column, ...doubt.values }
  const alternatives = new Set((doubt.alternatives ?? []).filter((text) => text !== proposed))
  return {
    id: count === 1 ? base : `${base}/${count}`,
    kind: doubt.kind,
    row,
    line: doubt.line,
    number: doubt.row || null,
    column: doubt.column,
    read: shownText(doubt.read),
    proposed,
    alternatives: [...alternatives],
    field,
    reason: officialVoice.plain(QUESTION_REASONS[doubt.kind], reasonValues as never),
    reasonValues,
    cells: doubt.cells ?? [],
  }
}
