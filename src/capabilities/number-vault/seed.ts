import type { Tx } from '#kernel/database/transaction.ts'
import { individualNumberOf, residentCodeOf } from '#kernel/world/personal-numbers.ts'
import type { World } from '#kernel/world/world.ts'
import { keepNumbers } from './number-vault.ts'

/** Invented numbers for the invented people of a demo city. */
export async function settleNumbers(tx: Tx, world: World): Promise<void> {
  await keepNumbers(tx, world.people.flatMap((person) => [
    { personId: person.id, kind: 'individual-number' as const, number: individualNumberOf(world, person) },
    { personId: person.id, kind: 'resident-code' as const, number: residentCodeOf(world, person) },
  ]))
}
