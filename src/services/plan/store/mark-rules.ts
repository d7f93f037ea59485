import type { Tx } from '#kernel/database/transaction.ts'
import type { ScaleName } from '../model.ts'
import type { MarkRule } from '../rules/measure-against-mark.ts'
import { plan } from './rows.ts'

/** How the scale judges by numbers; by hand only where nobody has set down a rule. */
export async function loadMarkRule(tx: Tx, planKey: string, scale: ScaleName): Promise<MarkRule> {
  const rows = await tx.list(
    plan
      .selectFrom('plan.mark_rule')
      .select(['kind', 'step', 'at_least_percent as atLeastPercent'])
      .where('plan_key', '=', planKey)
      .where('scale', '=', scale),
  )
  const [first] = rows
  if (first === undefined) return { kind: 'manual' }
  const steps = rows.map(({ step, atLeastPercent }) => ({ step, atLeastPercent: Number(atLeastPercent) }))
  return { kind: first.kind as 'threshold' | 'baseline', steps }
}
