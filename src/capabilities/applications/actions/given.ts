import { householdOf, type RegisteredHousehold } from '#capabilities/residents/residents.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Answers, Given } from '../model.ts'

/** What conditions may look at, with the register as it stands today. A city without a register leaves people unmatched. */
export async function givenFor({ tx, city }: { readonly tx: Tx; readonly city: City }, personId: string | null, answers: Answers, on = tx.today): Promise<Given> {
  const household = personId === null ? null : await askHousehold(tx, personId)
  const person = household?.members.find(({ id }) => id === personId) ?? null
  return { answers, person, household, on, city }
}

async function askHousehold(tx: Tx, personId: string): Promise<RegisteredHousehold | null> {
  try {
    return await tx.ask(householdOf, { key: personId })
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'unavailable') return null
    throw thrown
  }
}
