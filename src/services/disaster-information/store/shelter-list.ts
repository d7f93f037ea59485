import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Point } from '../rules/shelter-distance.ts'
import { isSame } from '../rules/shelter-merge.ts'
import type { Shelter } from '../rules/shelters.ts'
import type { DisasterInformationTables } from '../tables.ts'
import { listShelters } from './shelters.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** Nobody else changes the list until this transaction ends: what was looked at is what is changed. */
export async function holdShelterList(tx: Tx): Promise<void> {
  await tx.list(disaster.selectNoFrom(sql`pg_advisory_xact_lock(hashtext('disaster-information.shelters'))`.as('held')))
}

/**
 * Sets the list as it shall stand; what is not in it is taken off, and every difference is written down. Returns how many
 * places are others. Hold the list before what is given here was worked out.
 */
export async function keepShelterList(tx: Tx, wanted: readonly Shelter[], cause: 'seed' | 'import'): Promise<string[]> {
  const present = new Map((await listShelters(tx)).map((shelter) => [shelter.id, shelter]))
  const changes: string[] = []
  for (const [position, shelter] of wanted.entries()) {
    const before = present.get(shelter.id)
    present.delete(shelter.id)
    await keepShelter(tx, shelter, position)
    if (before !== undefined && isSame(before, shelter)) continue
    await keepChange(tx, shelter.id, cause, before ?? null, shelter)
    changes.push(shelter.id)
  }
  for (const gone of present.values()) {
    await tx.run(disaster.updateTable('disaster_information.shelter').set({ retired_on: tx.today }).where('id', '=', gone.id))
    await keepChange(tx, gone.id, cause, gone, null)
    changes.push(gone.id)
  }
  return changes
}

async function keepShelter(tx: Tx, { id, name, point, ...shelter }: Shelter, position: number): Promise<void> {
  const row = {
    position, name: name.written, name_kana: name.kana, name_romaji: name.romaji, name_en: name.en, name_pt: name.pt,
    address: shelter.address, town: shelter.town, latitude: point?.latitude ?? null, longitude: point?.longitude ?? null,
    kinds: [...shelter.kinds], hazards: [...shelter.hazards], capacity: shelter.capacity, is_barrier_free: shelter.isBarrierFree,
    takes_pets: shelter.takesPets, note: shelter.note, is_invented: shelter.isInvented, retired_on: null,
  }
  await tx.run(disaster.insertInto('disaster_information.shelter').values({ id, ...row }).onConflict((conflict) => conflict.column('id').doUpdateSet(row)))
}

async function keepChange(tx: Tx, shelterId: string, cause: 'seed' | 'import', before: Shelter | null, after: Shelter | null): Promise<void> {
  const changedBy = tx.actor.person?.id ?? null
  await tx.run(
    disaster.insertInto('disaster_information.shelter_change').values({
      id: randomUUID(), shelter_id: shelterId, at: tx.now, changed_by: changedBy, cause, before: before as never, after: after as never,
    }),
  )
}

export interface ShelterChange {
  readonly shelterId: string
  readonly at: Temporal.Instant
  readonly before: Shelter | null
  readonly after: Shelter | null
}

/** What became of the list, the newest first. */
export async function listShelterChanges(tx: Tx, limit: number): Promise<ShelterChange[]> {
  const rows = await tx.list(
    disaster.selectFrom('disaster_information.shelter_change').select(['shelter_id as shelterId', 'at', 'before', 'after']).orderBy('at', 'desc').orderBy('id').limit(limit),
  )
  return rows.map(({ before, after, ...row }) => ({ ...row, before: before as Shelter | null, after: after as Shelter | null }))
}

export async function keepTownCentre(tx: Tx, town: string, { latitude, longitude }: Point): Promise<void> {
  const row = { latitude, longitude }
  await tx.run(disaster.insertInto('disaster_information.town_centre').values({ town, ...row }).onConflict((conflict) => conflict.column('town').doUpdateSet(row)))
}
