import type { Listing } from '../model.ts'
import { YEAR_PARTS, type YearPart } from './report-fields.ts'

/**
 * How a workbook of ours is known again: a hidden row names the columns, a hidden column names the rows, and a hidden
 * sheet names the plan. So rows and columns may be moved, sorted or added, and each cell is still found.
 */
export const KEY_MARK = 'tsunagu:row'
/** Marks rows that only print headings, so that a row without any mark is one that somebody added. */
export const FORM_ROW_MARK = 'form'
export const BASE_SHEET = '_tsunagu'
export const BASE_MARK = 'tsunagu:plan-report'
export const BASE_VERSION = 1
export const COVER_SHEET = '表紙'
/** Where printed figures come from; nothing in it is read back. */
export const FIGURES_SHEET = '数値の根拠'
/** In the hidden sheet: what is printed for a figure, beside what stands for it in the plan. */
export const FIGURE_KEY = 'figure:'

/** Rows of the hidden sheet before the fingerprints: mark and version, name of the plan, year of the report. */
export const BASE_ROWS = { mark: 1, planName: 2, reportYear: 3, firstDigest: 5 } as const

export interface RowKey {
  readonly part: YearPart
  readonly projectKey: string
  readonly listingNumber: string
}

/** Each listing stands on three rows: planned marks, actual marks, notes. */
export function rowKeyText(listing: Listing, part: YearPart): string {
  return `${part}|${listing.projectKey}|${listing.number}`
}

export function findRowKey(text: string): RowKey | null {
  const [part, projectKey, ...number] = text.split('|')
  const known = YEAR_PARTS.find((candidate) => candidate === part)
  if (known === undefined || projectKey === undefined || number.length === 0) return null
  return { part: known, projectKey, listingNumber: number.join('|') }
}
