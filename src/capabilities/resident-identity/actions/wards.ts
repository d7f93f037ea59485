import { householdOf } from '#capabilities/residents/residents.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { wardsOf, type Ward } from '../rules/guardianship.ts'

/** The resident's own children, as the register tells it today; none where the city has no register to ask. */
export async function listWards(tx: Tx, personId: string): Promise<Ward[]> {
  try {
    const household = await tx.ask(householdOf, { key: personId })
    return household === null ? [] : wardsOf(personId, household, tx.today)
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'unavailable') return []
    throw thrown
  }
}
