import type { Hazard, HazardLevel, Level } from '../model.ts'

/**
 * After so long without any answer of the weather agency's feeds the page no longer says what is or is not in force as if
 * it were now. The agency's own danger maps come every 10 minutes; two missed ones are silence. The city's own rule.
 */
export const SILENT_AFTER_MINUTES = 20

/** How well the city knows what is in force. */
export type Knowledge =
  | { readonly kind: 'current'; readonly heardAt: Temporal.Instant }
  | { readonly kind: 'silent'; readonly heardAt: Temporal.Instant }
  | { readonly kind: 'never' }

/** One hazard in one area, as residents are shown it. */
export interface PublicWarning {
  readonly hazard: Hazard
  /** Null: something was said that the program cannot read; it is shown, and never as calm. */
  readonly level: Level | null
  readonly areaName: string
  /** As the agency names it. */
  readonly kindName: string
  readonly since: Temporal.Instant
  readonly reportedAt: Temporal.Instant
  /** Not heard of for longer than the hazard's own limit; it stays in force until somebody says otherwise. */
  readonly isOld: boolean
}

/** What is known, from when the agency was last heard. A clock that runs ahead of ours is no future. */
export function knowledgeAt(now: Temporal.Instant, heardAt: Temporal.Instant | null): Knowledge {
  if (heardAt === null) return { kind: 'never' }
  const isSilent = Temporal.Instant.compare(heardAt.add({ minutes: SILENT_AFTER_MINUTES }), now) < 0
  return { kind: isSilent ? 'silent' : 'current', heardAt }
}

/** What is in force, the gravest first; what cannot be read stands above level 3, since it may be anything. */
export function warningsIn(levels: readonly HazardLevel[]): PublicWarning[] {
  return levels
    .filter(({ level, realm }) => level !== 0 && realm === 'live')
    .map(({ hazard, level, areaName, kindName, since, reportedAt, remarks }) => ({ hazard, level, areaName, kindName, since, reportedAt, isOld: remarks.includes('stale') }))
    .toSorted((one, other) => gravity(other.level) - gravity(one.level) || Temporal.Instant.compare(one.since, other.since))
}

function gravity(level: Level | null): number {
  return level ?? 3.5
}

/** The level by which a person acts: the city's own word, or the agency's where that is graver. Unknown counts as nothing here. */
export function levelToActOn(orders: readonly { readonly level: Level }[], warnings: readonly PublicWarning[]): Level {
  const levels = [...orders.map(({ level }) => level), ...warnings.map(({ level }) => level ?? 0)]
  return Math.max(0, ...levels) as Level
}

/** The towns of an order in as few words as possible: whole districts by their name, null for the whole city. */
export function placesOf<Town, District extends { readonly towns: readonly { readonly name: string }[] }>(
  towns: readonly string[], districts: readonly District[], ofTown: (name: string) => Town, ofDistrict: (district: District) => Town,
): readonly Town[] | null {
  const meant = new Set(towns)
  const known = districts.flatMap((district) => district.towns.map(({ name }) => name))
  if (known.length > 0 && known.every((name) => meant.has(name))) return null
  const whole = districts.filter((district) => district.towns.length > 1 && district.towns.every(({ name }) => meant.has(name)))
  const covered = new Set(whole.flatMap((district) => district.towns.map(({ name }) => name)))
  return [...whole.map(ofDistrict), ...towns.filter((name) => !covered.has(name)).map(ofTown)]
}
