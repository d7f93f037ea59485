import { createHash } from 'node:crypto'
import { prepared } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FiscalYearNumber } from '../model.ts'
import type { BudgetLine } from '../rules/budget-table.ts'
import { insertRows, plan } from './rows.ts'

/** Which publication of a report. */
export interface PublishedAs {
  readonly planKey: string
  readonly reportYear: FiscalYearNumber
  readonly revision: number
}

/** Keeps the lines of a publication, once; they are never altered. */
export async function keepPublishedBudget(tx: Tx, { planKey: plan_key, reportYear: report_year, revision }: PublishedAs, lines: readonly BudgetLine[]): Promise<void> {
  const rows = lines.map((line, position) => ({
    plan_key, report_year, revision, position, year: line.year, project_key: line.projectKey, account: line.account, category: line.category,
    subcategory: line.subcategory, item: line.item, business: line.business, budget_yen: line.budgetYen, settled_yen: line.settledYen,
    national_yen: line.nationalYen, prefectural_yen: line.prefecturalYen, bonds_yen: line.bondsYen, other_yen: line.otherYen, general_yen: line.generalYen,
  }))
  await insertRows(tx, 'plan.published_budget_line', rows)
}

/** Every line of a publication, in its order. */
export function listPublishedBudget(tx: Tx, { planKey, reportYear, revision }: PublishedAs): Promise<BudgetLine[]> {
  return tx.list(publishedLines().where('plan_key', '=', planKey).where('report_year', '=', reportYear).where('revision', '=', revision).orderBy('position'))
}

/** The lines of one project in a publication, the newest year first. */
export function listPublishedBudgetOf(tx: Tx, given: PublishedAs & { readonly projectKey: string }): Promise<BudgetLine[]> {
  return tx.list(projectQuery(given))
}

const projectQuery = prepared(({ planKey, reportYear, revision, projectKey }: PublishedAs & { readonly projectKey: string }) =>
  publishedLines()
    .where('plan_key', '=', planKey)
    .where('report_year', '=', reportYear)
    .where('revision', '=', revision)
    .where('project_key', '=', projectKey)
    .orderBy('position'),
)

function publishedLines() {
  return plan
    .selectFrom('plan.published_budget_line')
    .select(['year', 'project_key as projectKey', 'account', 'category', 'subcategory', 'item', 'business'])
    .select(['budget_yen as budgetYen', 'settled_yen as settledYen', 'national_yen as nationalYen', 'prefectural_yen as prefecturalYen'])
    .select(['bonds_yen as bondsYen', 'other_yen as otherYen', 'general_yen as generalYen'])
}

/** SHA-256 over the lines in their order; the same for the same lines. */
export function digestOfBudget(lines: readonly BudgetLine[]): string {
  const cells = lines.map((line) => [
    line.year, line.projectKey, line.account, line.category, line.subcategory, line.item, line.business,
    line.budgetYen, line.settledYen, line.nationalYen, line.prefecturalYen, line.bondsYen, line.otherYen, line.generalYen,
  ])
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex')
}
