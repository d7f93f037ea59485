import { decodeText } from '#capabilities/imports/reading/bytes.ts'
import { cellsOfGrid, cellsOfText } from '#capabilities/imports/reading/cells.ts'
import { type ReadingRefusal, refusalText } from '#capabilities/imports/reading/refusals.ts'
import { officialVoice, phrases } from '#kernel/text/text.ts'
import type { PlanDocument } from '../model.ts'
import { readLines } from './read-lines.ts'
import type { FieldPath } from './fields.ts'
import type { CellRef, Question } from './question.ts'

/** A report to read: a text dump, or the rows of a sheet (XLSX, parsed CSV). */
export type ReportSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'grid'; readonly rows: readonly (readonly string[])[] }

/** A cell that is stored as it stands; `text` is the part of it that the plan holds at `field`, byte for byte. */
export interface SoundCell extends CellRef {
  readonly field: FieldPath
  readonly text: string
}

export interface ReadPlan {
  readonly ok: true
  /** The plan with every proposal accepted. */
  readonly document: PlanDocument
  /** Rows of the table that became listings. */
  readonly rows: number
  /** In the order of the source. */
  readonly questions: readonly Question[]
  readonly soundCells: readonly SoundCell[]
}

export interface RefusedPlan {
  readonly ok: false
  readonly refusal: ReadingRefusal | { readonly kind: 'no-table' }
  /** One Japanese sentence with the reason and the way out. */
  readonly reason: string
}

export type PlanReading = ReadPlan | RefusedPlan

export const NO_TABLE_REASON = phrases({
  'no-table': {
    ja: '{計画|けいかく}の{表|ひょう}が{見当|みあ}たりません。「No.」「{事業名|じぎょうめい}」などの{見出|みだ}しか、①(1)-1のような{番号|ばんごう}のある{表|ひょう}を{取|と}り{込|こ}んでください。',
    'ja-x-yasashii':
      '{計画|けいかく}の{表|ひょう}がありません。①(1)-1のような{番号|ばんごう}のある{表|ひょう}を{選|えら}んでください。',
    en: 'No plan table was found. Please import a table with headings such as 事業名 or numbers such as ①(1)-1.',
    pt: 'Nenhuma tabela de plano foi encontrada. Importe uma tabela com títulos como 事業名 ou números como ①(1)-1.',
  },
})

/** Reads an uploaded file. Never throws on bad input: what cannot be read at all is refused with its reason. */
export function readPlanFile(bytes: Uint8Array): PlanReading {
  const decoded = decodeText(bytes)
  return decoded.ok ? readPlanReport({ kind: 'text', text: decoded.text }) : refused(decoded.refusal)
}

/**
 * Reads the published report of a plan, with all the damage that dumps have, into a plan and a list of questions:
 * every place that was not read letter by letter is asked about. Never throws; linear in the size of the source.
 */
export function readPlanReport(source: ReportSource): PlanReading {
  const cells = source.kind === 'text' ? cellsOfText(source.text) : cellsOfGrid(source.rows)
  if (!cells.ok) return refused(cells.refusal)
  const reading = readLines(cells.lines)
  if (reading) return { ok: true, ...reading }
  return { ok: false, refusal: { kind: 'no-table' }, reason: officialVoice.plain(NO_TABLE_REASON['no-table']) }
}

function refused(refusal: ReadingRefusal): RefusedPlan {
  return { ok: false, refusal, reason: refusalText(refusal) }
}
