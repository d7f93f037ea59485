import { fiscalYear, formatFiscalYear } from '#kernel/values/fiscal-year.ts'
import type { Branch, Listing, Owner, PlanDocument, PlanIndicator, PlanSection, Project, Scale } from '../model.ts'
import type { BudgetLine } from '../rules/budget-table.ts'
import { type MeasuredFigures, NO_FIGURES } from '../rules/figure-references.ts'
import { reportShapeOf, shortYear } from './report-shape.ts'

/**
 * The report as open data. Names and meaning stay as they are within a version: a reader of version 1 will find these
 * names in every file of version 1, and must pass over names it does not know. Years are fiscal years by the Gregorian
 * year they begin in.
 */
export interface ReportJson {
  readonly format: 'tsunagu-plan-report'
  readonly version: 1
  readonly title: string
  readonly plan: string
  readonly issuedBy: string
  readonly reportYear: JsonYear
  readonly period: { readonly from: JsonYear; readonly to: JsonYear }
  /** Names of the levels, top first; the last is the project. */
  readonly levels: readonly string[]
  readonly scales: Readonly<Record<'schedule' | 'achievement', Scale>>
  readonly sections: readonly PlanSection[]
  readonly indicators: readonly PlanIndicator[]
  readonly branches: readonly Branch[]
  readonly projects: readonly JsonProject[]
  /** Where the report prints each project, in the order of print. */
  readonly listings: readonly Listing[]
  /** The counted figures that the texts refer to as `[[key]]` or `[[key year]]`. */
  readonly figures: readonly JsonFigure[]
  /** The budget's lines that were published with the report, in whole yen; empty where none were. */
  readonly budget: readonly JsonBudgetLine[]
}

export interface JsonBudgetLine {
  /** Key of the project. */
  readonly project: string
  readonly year: JsonYear
  /** 会計, 款, 項, 目 and 事業名. */
  readonly account: string
  readonly category: string
  readonly subcategory: string
  readonly item: string
  readonly business: string
  readonly budgetYen: number
  /** Null where the year was not settled. */
  readonly settledYen: number | null
  /** 国庫支出金, 県支出金, 地方債, その他, 一般財源. */
  readonly fundsYen: { readonly national: number; readonly prefectural: number; readonly bonds: number; readonly other: number; readonly general: number }
}

export interface JsonFigure {
  readonly key: string
  readonly year: JsonYear
  readonly title: string
  readonly printed: string
  readonly facts: number
  /** Place in the chain of facts up to which it was counted, and the chain's hash there once the figure was set down. */
  readonly position: number
  readonly hash: string | null
}

export interface JsonYear {
  readonly year: number
  /** `令和3年度` */
  readonly name: string
  /** `R3` */
  readonly label: string
}

/** A step of a scale: what it is called here, how it is printed, what it means. */
export interface JsonMark {
  readonly step: string
  readonly glyph: string
  readonly label: string
}

export interface JsonProject {
  readonly key: string
  readonly name: string
  readonly purpose: string
  readonly outline: string
  readonly years: readonly (JsonYear & {
    readonly planned: JsonMark | null
    readonly actual: JsonMark | null
    readonly note: string
  })[]
  readonly results: string
  readonly outcomes: string
  readonly periodStatus: string
  readonly achievement: JsonMark | null
  readonly owners: readonly Owner[]
}

/** UTF-8, indented, ending in a line feed; the same plan gives the same bytes. */
export function reportJson(plan: PlanDocument, figures: MeasuredFigures = NO_FIGURES, budget: readonly BudgetLine[] = []): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(reportJsonOf(plan, figures, budget), null, 2)}\n`)
}

export function reportJsonOf(plan: PlanDocument, figures: MeasuredFigures = NO_FIGURES, budget: readonly BudgetLine[] = []): ReportJson {
  const shape = reportShapeOf(plan)
  return {
    format: 'tsunagu-plan-report',
    version: 1,
    title: shape.title,
    plan: shape.planName,
    issuedBy: plan.issuedBy,
    reportYear: yearOf(plan.reportYear),
    period: { from: yearOf(plan.period.from), to: yearOf(plan.period.to) },
    levels: plan.levels,
    scales: plan.scales,
    sections: plan.sections,
    indicators: plan.indicators,
    branches: plan.branches,
    projects: plan.projects.map((project) => projectOf(plan, project)),
    listings: plan.listings,
    figures: [...figures.values()].map(({ key, year, title, printed, facts, position, hash }) => ({ key, year: yearOf(year), title, printed, facts, position, hash })),
    budget: budget.map(budgetLineOf),
  }
}

function budgetLineOf(line: BudgetLine): JsonBudgetLine {
  const { projectKey: project, account, category, subcategory, item, business, budgetYen, settledYen } = line
  const fundsYen = { national: line.nationalYen, prefectural: line.prefecturalYen, bonds: line.bondsYen, other: line.otherYen, general: line.generalYen }
  return { project, year: yearOf(line.year), account, category, subcategory, item, business, budgetYen, settledYen, fundsYen }
}

function projectOf(plan: PlanDocument, project: Project): JsonProject {
  const { key, name, purpose, outline, owners, sheet } = project
  return {
    key,
    name,
    purpose,
    outline,
    years: project.years.map((cell) => ({
      ...yearOf(cell.year),
      planned: markOf(plan.scales.schedule, cell.planned),
      actual: markOf(plan.scales.schedule, cell.actual),
      note: cell.note,
    })),
    results: sheet.results,
    outcomes: sheet.outcomes,
    periodStatus: sheet.periodStatus,
    achievement: markOf(plan.scales.achievement, sheet.achievement),
    owners,
  }
}

function yearOf(year: number): JsonYear {
  return { year, name: formatFiscalYear(fiscalYear(year)), label: shortYear(year) }
}

function markOf(scale: Scale, key: string | null): JsonMark | null {
  if (key === null) return null
  const step = scale.steps.find((candidate) => candidate.key === key)
  if (step === undefined) throw new RangeError(`The scale ${scale.name} has no step ${key}`)
  return { step: step.key, glyph: step.glyph, label: step.label }
}
