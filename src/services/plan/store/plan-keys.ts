import type { Tx } from '#kernel/database/transaction.ts'
import { foldForComparison } from '#kernel/values/text-forms.ts'
import type { PlanDocument } from '../model.ts'
import { plan } from './rows.ts'
import { planNameOf } from './save-document.ts'

/** The plan a document belongs to: the one of the same name and period. */
export async function findPlanKey(tx: Tx, document: PlanDocument): Promise<string | undefined> {
  const same = await plansOfPeriod(tx, document)
  return same.find(({ title }) => foldForComparison(title) === foldForComparison(planNameOf(document)))?.key
}

/** A key that no plan bears yet: the period, numbered where several plans share it. */
export async function freePlanKey(tx: Tx, { period }: PlanDocument): Promise<string> {
  const taken = new Set((await tx.list(plan.selectFrom('plan.plan').select('key'))).map(({ key }) => key))
  const first = `${period.from}-${period.to}`
  for (let number = 1; ; number++) {
    const key = number === 1 ? first : `${first}-${number}`
    if (!taken.has(key)) return key
  }
}

function plansOfPeriod(tx: Tx, { period }: PlanDocument) {
  return tx.list(
    plan.selectFrom('plan.plan').select(['key', 'title']).where('period_from', '=', period.from).where('period_to', '=', period.to),
  )
}
