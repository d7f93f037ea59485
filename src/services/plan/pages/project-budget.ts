import { renderSection } from '#design/layout/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { listPublishedBudgetOf } from '../store/published-budget.ts'
import { budgetWords } from '../text/budget-words.ts'
import type { PublicVisit } from './public-visit.ts'
import { renderBudgetTables } from './sheet-budget.ts'

/**
 * What a project was given and what it cost, in thousands of yen as budgets are printed, for residents: only what was
 * published with the report. Nothing where no line was published.
 */
export async function renderProjectBudget(tx: Tx, { plan, document, publication, tongue }: PublicVisit, projectKey: string): Promise<Html> {
  if (publication === null) return nothing
  const { voice } = tongue
  const lines = await listPublishedBudgetOf(tx, { planKey: plan.key, reportYear: document.reportYear, revision: publication.revision, projectKey })
  if (lines.length === 0) return nothing
  const { budgetedThousand, settledThousand, generalThousand } = budgetWords
  const tables = renderBudgetTables(tongue, lines, { headings: [budgetedThousand, settledThousand, generalThousand], amount: (yen) => voice.number(thousandYen(yen)) })
  const body = html`<div class="stack"><p><small>${voice.say(budgetWords.publicNote)}</small></p>${tables}</div>`
  return renderSection({ heading: voice.say(budgetWords.budget), id: 'budget', body })
}

/** Rounded half away from zero, as 四捨五入 is, also below zero. */
export function thousandYen(yen: number): number {
  const rounded = Math.sign(yen) * Math.round(Math.abs(yen) / 1_000)
  return rounded === 0 ? 0 : rounded
}
