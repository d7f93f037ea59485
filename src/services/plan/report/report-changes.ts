import type { Owner, PlanSectionKey } from '../model.ts'
import type { IndicatorColumn, PlanCellField, ProjectCellField, YearPart } from './report-fields.ts'

/** Where in the workbook something was found, as people name it: sheet and `C12`. */
export interface WorkbookPlace {
  readonly sheet: string
  readonly cell: string
}

/**
 * One cell that says something else than the plan. Marks are steps of their scale (null: none), owners are read from
 * their three columns together. An indicator's name reads 設定なし where none is set, as it is printed.
 */
export type ReportChange = WorkbookPlace &
  (
    | {
        readonly projectKey: string
        readonly field:
          'name' | 'purpose' | 'outline' | 'results' | 'outcomes' | 'periodStatus' | `years.${number}.note`
        readonly before: string
        readonly after: string
      }
    | {
        readonly projectKey: string
        readonly field: 'achievement' | `years.${number}.${Exclude<YearPart, 'note'>}`
        readonly before: string | null
        readonly after: string | null
      }
    | {
        readonly projectKey: string
        readonly field: 'owners'
        readonly before: readonly Owner[]
        readonly after: readonly Owner[]
      }
    | {
        readonly projectKey: null
        readonly field: `sections.${PlanSectionKey}` | `indicators.${number}.${IndicatorColumn}`
        readonly before: string
        readonly after: string
      }
  )

export const REPORT_PROBLEM_REASONS = [
  'unknown-sheet',
  'missing-sheet',
  'missing-column',
  'unknown-row',
  'duplicated-row',
  'deleted-row',
  'text-out-of-place',
  'formula',
  'not-a-text',
  'unknown-mark',
  'copy-differs',
  'changed-meanwhile',
  'fixed-cell-changed',
] as const
export type ReportProblemReason = (typeof REPORT_PROBLEM_REASONS)[number]

/** Something in the workbook that a person must decide about; nothing of it has been taken over. */
export interface ReportProblem {
  readonly reason: ReportProblemReason
  /** Null where what is missing has no place. */
  readonly sheet: string | null
  readonly cell: string | null
  readonly projectKey: string | null
  /** The field that the cell holds, where somebody can choose between `found` and `known`; null elsewhere. */
  readonly field: ProjectCellField | PlanCellField | null
  readonly found: string
  /** What the plan says, or the main place of a copy, or the marks that are allowed; empty where nothing is known. */
  readonly known: string
}

export const REPORT_REFUSALS = ['not-our-report', 'other-version', 'other-plan', 'other-report-year'] as const
export type ReportRefusalReason = (typeof REPORT_REFUSALS)[number]
