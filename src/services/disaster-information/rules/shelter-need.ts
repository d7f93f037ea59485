import type { Hazard, Level } from '../model.ts'
import type { PublicWarning } from './public-state.ts'
import { neededFor, type Shelter, type ShelterHazard } from './shelters.ts'

/** What a place must be to be named: designated for all of these, and a building to stay in where none is designated (wind, snow …). */
export interface ShelterNeed {
  readonly hazards: readonly ShelterHazard[]
  readonly needsBuilding: boolean
}

export const NOTHING_NEEDED: ShelterNeed = { hazards: [], needsBuilding: false }

/** Below it nobody is asked to leave (避難情報に関するガイドライン, 2021-05). */
const SHELTERS_FROM: Level = 3

/**
 * What threatens just now, all of it: a school on a dry hillside is no place for a night of floods that also brings the hillside
 * down. The city's orders ask for it, and the agency's warnings from level 3 on; one that cannot be read may be anything.
 */
export function needNow(orders: readonly { readonly hazard: Hazard }[], warnings: readonly Pick<PublicWarning, 'hazard' | 'level'>[]): ShelterNeed {
  const grave = warnings.filter(({ level }) => level === null || level >= SHELTERS_FROM)
  const needed = [...orders, ...grave].map(({ hazard }) => neededFor(hazard))
  return { hazards: [...new Set(needed.filter((hazard) => hazard !== null))], needsBuilding: needed.includes(null) }
}

/** A blank flag is "not designated": a place that lacks one of several is not named, however near it is. */
export function meets({ hazards, kinds }: Pick<Shelter, 'hazards' | 'kinds'>, need: ShelterNeed): boolean {
  return need.hazards.every((hazard) => hazards.includes(hazard)) && (!need.needsBuilding || kinds.includes('shelter'))
}
