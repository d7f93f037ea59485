import { listAllIndicators } from '#capabilities/indicators/indicators.ts'
import type { Figure, KeptIndicator } from '#capabilities/indicators/model.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import type { PlanDocument } from '../model.ts'
import type { BudgetLine } from '../rules/budget-table.ts'
import type { MeasuredFigures } from '../rules/figure-references.ts'
import type { RoundRefusal } from '../rules/rounds.ts'
import { listBudgetLines } from '../store/budget-lines.ts'
import { listChoices, listDirections } from '../store/directions.ts'
import { findSheet } from '../store/load-document.ts'
import { listProjectFigures, loadMeasured } from '../store/measured-figures.ts'
import { listContradictions, type ExplainedContradiction } from '../store/reasons.ts'
import { listSteps, type RoundStep } from '../store/rounds.ts'
import type { Directions } from './sheet-direction.ts'
import type { EarlierSheet } from './sheet-fields.ts'

/** What a sheet's page shows besides the sheet itself. */
export interface Circumstances {
  /** What came back with problems: everything as it was typed. */
  readonly typed?: Typed
  readonly problems?: FormProblems
  readonly revision?: string
  readonly earlier?: EarlierSheet | undefined
  readonly contradictions?: readonly ExplainedContradiction[]
  readonly steps?: readonly RoundStep[]
  readonly directions?: Directions
  readonly budget?: readonly BudgetLine[]
  /** What was counted for the project in the sheet's year. */
  readonly figures?: readonly Figure[]
  /** Every indicator that a text may refer to. */
  readonly indicators?: readonly KeptIndicator[]
  /** The figures that the saved texts of this sheet refer to. */
  readonly measured?: MeasuredFigures
  /** Why what was typed, or a step, was not taken. */
  readonly refusal?: RoundRefusal
}

export async function loadCircumstances({ tx }: Visit, { plan, year, present }: StaffVisit, projectKey: string | null): Promise<Circumstances> {
  const { document } = present
  const [indicators, measured] = await Promise.all([listAllIndicators(tx), loadMeasured(tx, partOf(document, projectKey))])
  if (projectKey === null) return { indicators, measured }
  const [earlier, contradictions, steps, known, choices, budget, figures] = await Promise.all([
    findSheet(tx, plan.key, projectKey, year - 1),
    listContradictions(tx, plan.key, document, projectKey),
    listSteps(tx, plan.key, year, projectKey),
    listDirections(tx),
    listChoices(tx, plan.key, projectKey, year),
    listBudgetLines(tx, plan.key, projectKey),
    listProjectFigures(tx, projectKey, year),
  ])
  return { indicators, measured, earlier, contradictions, steps, directions: { known, choices }, budget, figures }
}

/** The texts of one sheet, or with null of the cover, as a plan of their own. */
function partOf(document: PlanDocument, projectKey: string | null): PlanDocument {
  return projectKey === null ? { ...document, projects: [] } : { ...document, sections: [], projects: document.projects.filter(({ key }) => key === projectKey) }
}
