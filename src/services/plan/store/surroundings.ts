import { HeldValues } from '#kernel/database/held-values.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { type Figure, listFigures } from './figures.ts'
import { type KeptOwner, listOwners } from './owners.ts'
import { type Grounds, loadGrounds } from './reasons.ts'

/** What is shown beside the report of a plan, for all its projects. */
export interface Surroundings {
  readonly figures: ReadonlyMap<string, readonly Figure[]>
  readonly owners: ReadonlyMap<string, readonly KeptOwner[]>
  readonly grounds: Grounds
}

const held = new HeldValues<Surroundings>()

/** From memory while the plan's version is still the same. */
export function loadSurroundings(tx: Tx, plan: { readonly key: string; readonly version: string }): Promise<Surroundings> {
  return held.get(plan.version, () => readSurroundings(tx, plan.key))
}

async function readSurroundings(tx: Tx, planKey: string): Promise<Surroundings> {
  const [figures, owners, grounds] = await Promise.all([listFigures(tx, planKey), listOwners(tx, planKey), loadGrounds(tx, planKey)])
  const projectOf = ({ projectKey }: { readonly projectKey: string }) => projectKey
  return { figures: Map.groupBy(figures, projectOf), owners: Map.groupBy(owners, projectOf), grounds }
}
