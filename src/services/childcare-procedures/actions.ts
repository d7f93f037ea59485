import type { DecidedApplication } from '#capabilities/applications/procedure.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { facts } from './facts.ts'
import { beginningOf, reducedFrom } from './rules/allowance.ts'
import { peopleIn } from './rules/explained.ts'
import { isEntitledElsewhere, keepEntitlement } from './store/entitlements.ts'

/**
 * Writes an approved allowance into the ledger, in the transaction of the decision. A child for whom somebody else is entitled
 * is never entered twice: the decision does not come about then (児童手当法第4条第3項).
 */
export async function grantAllowance(tx: Tx, { id, personId, answers, filedOn, decision }: DecidedApplication): Promise<void> {
  if (decision.outcome !== 'approved') return
  const childIds = peopleIn(answers.children, 'child').flatMap((child) => child.personId ?? [])
  if (await isEntitledElsewhere(tx, personId, childIds)) throw new Fault('conflict', 'somebody else receives the allowance for one of these children')
  const eventOn = Temporal.PlainDate.from(answers['event-on'] as string)
  const fromMonth = answers.cause === 'left' ? reducedFrom(eventOn) : beginningOf(eventOn, filedOn).month
  await keepEntitlement(tx, { applicationId: id, claimantId: personId, fromMonth, monthlyYen: decision.amountYen ?? 0, childIds })
  tx.publish(facts.allowanceGranted, `application:${id}`, { children: childIds.length, fromMonth: fromMonth.toString() })
}
