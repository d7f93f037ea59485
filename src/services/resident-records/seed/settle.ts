import type { Tx } from '#kernel/database/transaction.ts'
import type { World } from '#kernel/world/world.ts'
import { settleProtections } from '../store/protection.ts'
import { keepSearchKeys } from '../store/search-keys.ts'
import { settleRegister, type SettledSerials } from '../store/settlement.ts'
import { entriesOf } from './entries.ts'
import { publishPast } from './past-facts.ts'

/** Takes the invented population into the register: ten years of entries, each with the day it holds from and the instant it was written. */
export async function settleResidents(tx: Tx, world: World): Promise<void> {
  const entries = entriesOf(world)
  await settleRegister(tx, entries, serialsOf(world))
  await keepSearchKeys(tx, world.people.map(({ id }) => id))
  await settleProtections(tx, world.protections.map(({ personIds, kind, from, until }) => ({ personIds, category: CATEGORIES[kind], beginsOn: from, endsOn: until })))
  publishPast(tx, world)
}

/** Numbers of invented people begin with 9, so that they are the same every time and never those that the register gives out. */
function serialsOf({ people, households }: World): SettledSerials {
  const numbers = new Map([...people, ...households].map(({ id, number }) => [id, FIRST_SERIAL + number]))
  const serialOf = (id: string) => numbers.get(id) as number
  return { person: serialOf, household: serialOf }
}

const FIRST_SERIAL = 900_000_000
const CATEGORIES = { 'domestic-violence': 'dv', stalking: 'stalking', 'child-abuse': 'child-abuse', other: 'other' } as const
