import type { Tx } from '#kernel/database/transaction.ts'
import type { FiscalYearNumber } from '../model.ts'
import type { BudgetLine } from '../rules/budget-table.ts'
import { insertRows, plan } from './rows.ts'

/** Puts lines in the place of all lines that the plan has for their years. Returns how many there are now. */
export async function replaceBudgetLines(tx: Tx, planKey: string, lines: readonly BudgetLine[]): Promise<number> {
  const years = [...new Set(lines.map(({ year }) => year))]
  if (years.length === 0) return 0
  await tx.run(plan.deleteFrom('plan.budget_line').where('plan_key', '=', planKey).where('year', 'in', years))
  const rows = lines.map((line, position) => ({
    plan_key: planKey, year: line.year, position, project_key: line.projectKey, account: line.account, category: line.category, subcategory: line.subcategory,
    item: line.item, business: line.business, budget_yen: line.budgetYen, settled_yen: line.settledYen, national_yen: line.nationalYen,
    prefectural_yen: line.prefecturalYen, bonds_yen: line.bondsYen, other_yen: line.otherYen, general_yen: line.generalYen,
  }))
  await insertRows(tx, 'plan.budget_line', rows)
  return rows.length
}

/** Lines of a project, the newest year first. */
export function listBudgetLines(tx: Tx, planKey: string, projectKey: string): Promise<BudgetLine[]> {
  return tx.list(linesOf(planKey).where('project_key', '=', projectKey))
}

/** The lines that a report would be published with now: those of its year and of the years before, the newest first. */
export function listBudgetToPublish(tx: Tx, planKey: string, reportYear: FiscalYearNumber): Promise<BudgetLine[]> {
  return tx.list(linesOf(planKey).where('year', '<=', reportYear))
}

function linesOf(planKey: string) {
  return plan
    .selectFrom('plan.budget_line')
    .select(['year', 'project_key as projectKey', 'account', 'category', 'subcategory', 'item', 'business'])
    .select(['budget_yen as budgetYen', 'settled_yen as settledYen', 'national_yen as nationalYen', 'prefectural_yen as prefecturalYen'])
    .select(['bonds_yen as bondsYen', 'other_yen as otherYen', 'general_yen as generalYen'])
    .where('plan_key', '=', planKey)
    .orderBy('year', 'desc')
    .orderBy('position')
}
