import { STALE_AFTER_MINUTES, type Level, type MeshReading, type Place, type PlaceState } from '../model.ts'
import { meshesOf } from './mesh.ts'

/**
 * What is known of a place now: the highest of its meshes and of the city's own level. A mesh without a fresh word is
 * unknown, and what is unknown is never calm: old data keeps its level when it was grave, and loses it when it was not.
 */
export function placeStateOf(place: Place, readings: ReadonlyMap<string, MeshReading>, cityLevel: Level | null, now: Temporal.Instant): PlaceState {
  const meshes = meshesOf(place).map((mesh) => readings.get(mesh))
  const times = meshes.flatMap((reading) => (reading === undefined ? [] : [reading.baseTime]))
  // As old as the oldest of the meshes that count.
  const meshAt = times.toSorted(Temporal.Instant.compare)[0] ?? null
  const isStale = meshes.some((reading) => reading === undefined || reading.level === null || isOld(reading.baseTime, now))
  const known = highest(meshes.map((reading) => reading?.level ?? null))
  const meshLevel = isStale && (known ?? 0) === 0 ? null : known
  return { level: highest([meshLevel, cityLevel]), meshLevel, cityLevel, meshAt, isStale }
}

export function isOld(baseTime: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(baseTime).total('minutes') > STALE_AFTER_MINUTES
}

/** When what is shown as fresh grows old; undefined: it is old already, or nothing has come. */
export function oldFrom(readings: ReadonlyMap<string, MeshReading>, now: Temporal.Instant): Temporal.Instant | undefined {
  const fresh = [...readings.values()].map(({ baseTime }) => baseTime).filter((baseTime) => !isOld(baseTime, now))
  return fresh.toSorted(Temporal.Instant.compare)[0]?.add({ minutes: STALE_AFTER_MINUTES })
}

function highest(levels: readonly (Level | null)[]): Level | null {
  const known = levels.filter((level) => level !== null)
  return known.length === 0 ? null : (Math.max(...known) as Level)
}
