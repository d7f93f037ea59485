import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import { tellPlaces } from '../jobs/tell-places.ts'
import type { MeshReading, Realm } from '../model.ts'
import { keepReadings } from '../store/meshes.ts'

/** One sheet of the feed: kept, told of, and the places looked at after the commit. */
export async function takeInReadings(tx: Tx, realm: Realm, readings: readonly MeshReading[]): Promise<void> {
  if (readings.length === 0) return
  await keepReadings(tx, realm, readings)
  const newest = readings.map(({ baseTime }) => baseTime).toSorted(Temporal.Instant.compare).at(-1) as Temporal.Instant
  const levels = readings.flatMap(({ level }) => (level === null ? [] : [level]))
  tx.publish(facts.meshesReceived, newest.toString(), {
    realm, meshes: readings.length, highest: levels.length === 0 ? null : Math.max(...levels), secondsLate: Math.round(tx.now.since(newest).total('seconds')),
  })
  tx.enqueue(tellPlaces, { realm }, { onceKey: `tell ${realm}` })
}
