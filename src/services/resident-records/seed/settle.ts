import type { Tx } from '#kernel/database/transaction.ts'
import type { World } from '#kernel/world/world.ts'
import { settleProtections } from '../store/protection.ts'
import { keepSearchKeys } from '../store/search-keys.ts'
import { settleRegister } from '../store/settlement.ts'
import { entriesOf } from './entries.ts'
import { publishPast } from './past-facts.ts'

/** Takes the invented population into the register: ten years of entries, each with the day it holds from and the instant it was written. */
export async function settleResidents(tx: Tx, world: World): Promise<void> {
  const entries = entriesOf(world)
  await settleRegister(tx, entries)
  // Two halves at once: while the database writes the keys of one, those of the other are made.
  const ids = world.people.map(({ id }) => id)
  const half = Math.ceil(ids.length / 2)
  await Promise.all([keepSearchKeys(tx, ids.slice(0, half)), keepSearchKeys(tx, ids.slice(half))])
  await settleProtections(tx, world.protections.map(({ personIds, kind, from, until }) => ({ personIds, category: CATEGORIES[kind], beginsOn: from, endsOn: until })))
  publishPast(tx, world)
}

const CATEGORIES = { 'domestic-violence': 'dv', stalking: 'stalking', 'child-abuse': 'child-abuse', other: 'other' } as const
