import { MOST_AHEAD_MINUTES, STALE_AFTER_MINUTES, type AgencyHeard, type Level, type MeshReading, type Place, type PlaceState, type Realm } from '../model.ts'
import { meshesOf } from './mesh.ts'

/** The lowest level at which something is in force (注意報, scheme of 2026-05-28). Below it lies calm, which old data may not claim. */
const IN_FORCE_FROM: Level = 2

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
  const meshLevel = graveUnless(!isStale, highest(meshes.map((reading) => reading?.level ?? null)))
  const level = graveUnless(!isStale && cityLevel !== null, highest([meshLevel, cityLevel]))
  // Where no mesh was ever heard of, the city's level is all there is to fall.
  return { level, meshLevel, cityLevel, meshAt, isStale, isSure: cityLevel !== null && (!isStale || meshAt === null) }
}

/** What may be said of one mesh now. */
export function meshLevelNow({ level, baseTime }: MeshReading, now: Temporal.Instant): Level | null {
  return graveUnless(!isOld(baseTime, now), level)
}

/** The city's level holds until a telegram ends it; that nothing is in force, only as long as the agency is heard. */
export function cityLevelNow(level: Level | null, heard: AgencyHeard): Level | null {
  return graveUnless(heard.kind === 'current', level)
}

/** Old, or of a time that has not come yet: neither says anything of now. */
export function isOld(baseTime: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(baseTime).total('minutes') > STALE_AFTER_MINUTES || isAhead(baseTime, now)
}

export function isAhead(baseTime: Temporal.Instant, now: Temporal.Instant): boolean {
  return baseTime.since(now).total('minutes') > MOST_AHEAD_MINUTES
}

/** The moment as of which a realm is looked at: the real night now, a drill, which runs ahead of the clock, at its newest sheet. */
export function momentOf(realm: Realm, readings: ReadonlyMap<string, MeshReading>, now: Temporal.Instant): Temporal.Instant {
  return realm === 'live' ? now : (newestTime(readings) ?? now)
}

export function newestTime(readings: ReadonlyMap<string, MeshReading>): Temporal.Instant | undefined {
  return [...readings.values()].map(({ baseTime }) => baseTime).toSorted(Temporal.Instant.compare).at(-1)
}

/** When what is shown as fresh grows old; undefined: it is old already, or nothing has come. */
export function oldFrom(readings: ReadonlyMap<string, MeshReading>, now: Temporal.Instant): Temporal.Instant | undefined {
  const fresh = [...readings.values()].map(({ baseTime }) => baseTime).filter((baseTime) => !isOld(baseTime, now))
  return fresh.toSorted(Temporal.Instant.compare)[0]?.add({ minutes: STALE_AFTER_MINUTES })
}

function graveUnless(isKnown: boolean, level: Level | null): Level | null {
  return isKnown || (level ?? 0) >= IN_FORCE_FROM ? level : null
}

function highest(levels: readonly (Level | null)[]): Level | null {
  const known = levels.filter((level) => level !== null)
  return known.length === 0 ? null : (Math.max(...known) as Level)
}
