import type { Given, WeighedRequirement } from '#capabilities/applications/model.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { peopleIn } from '../rules/explained.ts'
import type { ChildcareProceduresTables } from '../tables.ts'
import { because } from '../text/allowance-words.ts'

const allowance = queriesOver<ChildcareProceduresTables>()

export interface Entitlement {
  readonly applicationId: string
  readonly claimantId: string | null
  readonly fromMonth: Temporal.PlainYearMonth
  readonly monthlyYen: number
  readonly childIds: readonly string[]
}

export async function keepEntitlement(tx: Tx, { applicationId, claimantId, fromMonth, monthlyYen, childIds }: Entitlement): Promise<void> {
  const row = { application_id: applicationId, claimant_id: claimantId, from_month: fromMonth.toPlainDate({ day: 1 }), monthly_yen: monthlyYen, decided_at: tx.now }
  await tx.run(allowance.insertInto('childcare_procedures.entitlement').values(row))
  for (const child_id of new Set(childIds)) await tx.run(allowance.insertInto('childcare_procedures.entitled_child').values({ application_id: applicationId, child_id }))
}

/** Whether somebody other than the claimant is entitled for one of these children. */
export async function isEntitledElsewhere(tx: Tx, claimantId: string | null, childIds: readonly string[]): Promise<boolean> {
  if (childIds.length === 0) return false
  const other = await tx.find(
    allowance.selectFrom('childcare_procedures.entitled_child as child')
      .innerJoin('childcare_procedures.entitlement as held', 'held.application_id', 'child.application_id')
      .select('child.child_id').where('child.child_id', 'in', [...childIds])
      .where((row) => (claimantId === null ? row('held.claimant_id', 'is not', null) : row('held.claimant_id', '!=', claimantId))).limit(1),
  )
  return other !== undefined
}

/** For the desk: two parents who both claim are found before it is decided, not after it was paid. */
export async function lookForOthers(tx: Tx, { answers, person }: Given): Promise<readonly WeighedRequirement[]> {
  const ids = peopleIn(answers.children, 'child').flatMap(({ personId }) => personId ?? [])
  const isElsewhere = await isEntitledElsewhere(tx, person?.id ?? null, ids)
  return [{
    key: 'nobody-else', title: because.nobodyElse, article: '児童手当法第4条第3項', outcome: isElsewhere ? 'no' : 'yes',
    because: { phrase: isElsewhere ? because.nobodyElseNo : because.nobodyElseYes },
  }]
}
