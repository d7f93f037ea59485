import { HeldValues } from '#kernel/database/held-values.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { PlanEntry } from './catalogue.ts'
import { type Figure, listFigures } from './figures.ts'
import { type KeptOwner, listOwners } from './owners.ts'
import { type Grounds, loadGrounds } from './reasons.ts'
import { listAllUnits, type UnitOfCity } from './units.ts'

/** What is shown beside the report of a plan, for all its projects. */
export interface Surroundings {
  readonly figures: ReadonlyMap<string, readonly Figure[]>
  readonly owners: ReadonlyMap<string, readonly KeptOwner[]>
  readonly grounds: Grounds
  /** Every unit the city has or had. */
  readonly units: readonly UnitOfCity[]
}

const held = new HeldValues<Surroundings>()

/** From memory while the plan and the city's units are still the same. */
export function loadSurroundings(tx: Tx, plan: Pick<PlanEntry, 'key' | 'version' | 'unitsVersion'>): Promise<Surroundings> {
  return held.get(`${plan.version} ${plan.unitsVersion}`, () => readSurroundings(tx, plan.key))
}

async function readSurroundings(tx: Tx, planKey: string): Promise<Surroundings> {
  const [figures, owners, grounds, units] = await Promise.all([listFigures(tx, planKey), listOwners(tx, planKey), loadGrounds(tx, planKey), listAllUnits(tx)])
  const projectOf = ({ projectKey }: { readonly projectKey: string }) => projectKey
  return { figures: Map.groupBy(figures, projectOf), owners: Map.groupBy(owners, projectOf), grounds, units }
}
