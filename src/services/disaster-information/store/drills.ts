import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Realm } from '../model.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

export interface Drill {
  readonly id: string
  readonly realm: Realm
  readonly name: string
  /** Name of the recorded night; empty: everything by hand. */
  readonly night: string
  readonly startedAt: Temporal.Instant
  readonly startedByName: string
  readonly endedAt: Temporal.Instant | null
  readonly endedByName: string | null
  readonly telegrams: number
}

export function drillRealm(id: string): Realm {
  return `drill:${id}`
}

export async function keepDrill(tx: Tx, { id, name, night }: Pick<Drill, 'id' | 'name' | 'night'>): Promise<void> {
  const row = { id, name, night, started_at: tx.now, started_by_name: tx.actor.person?.name ?? '' }
  await tx.run(disaster.insertInto('disaster_information.drill').values(row))
}

/** False where it was ended already. */
export async function endDrill(tx: Tx, id: string, telegrams: number): Promise<boolean> {
  const changed = await tx.run(
    disaster
      .updateTable('disaster_information.drill')
      .set({ ended_at: tx.now, ended_by_name: tx.actor.person?.name ?? '', telegrams })
      .where('id', '=', id)
      .where('ended_at', 'is', null),
  )
  return changed === 1
}

export async function findDrill(tx: Tx, id: string): Promise<Drill | undefined> {
  const row = await tx.find(drills.where('id', '=', id))
  return row && { ...row, realm: drillRealm(row.id) }
}

/** The newest first. */
export async function listDrills(tx: Tx, limit: number): Promise<Drill[]> {
  const rows = await tx.list(drills.orderBy('started_at', 'desc').limit(limit))
  return rows.map((row) => ({ ...row, realm: drillRealm(row.id) }))
}

const drills = disaster
  .selectFrom('disaster_information.drill')
  .select(['id', 'name', 'night', 'started_at as startedAt', 'started_by_name as startedByName', 'ended_at as endedAt', 'ended_by_name as endedByName', 'telegrams'])
