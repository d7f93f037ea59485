import { listDistricts } from '#capabilities/notices/notices.ts'
import type { District } from '#capabilities/notices/model.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Level } from '../model.ts'
import type { EvacuationOrder } from '../rules/orders.ts'
import { knowledgeAt, levelToActOn, warningsIn, type Knowledge, type PublicWarning } from '../rules/public-state.ts'
import { whereaboutsOf, type Whereabouts } from '../rules/shelter-nearness.ts'
import type { OpenShelter, Shelter } from '../rules/shelters.ts'
import { lastHeardAt } from '../store/heard.ts'
import { listLevels } from '../store/levels.ts'
import { listInForce } from '../store/orders.ts'
import { listOpenShelters, listShelters, listTownCentres } from '../store/shelters.ts'

/**
 * Everything that residents are shown, and nothing of a drill: no query of this file knows another realm than the real
 * night.
 */
export interface PublicVisit {
  readonly visit: Visit
  readonly voice: Voice
  readonly now: Temporal.Instant
  readonly knowledge: Knowledge
  readonly orders: readonly EvacuationOrder[]
  readonly warnings: readonly PublicWarning[]
  readonly level: Level
  readonly districts: readonly District[]
  readonly open: readonly OpenShelter[]
  readonly shelters: readonly Shelter[]
  /** Chosen in the address; null where none was, or none that the city has. */
  readonly where: Whereabouts | null
}

/**
 * A page is kept for so long at most, though no fact happens: what it says of the time, and whether the agency is still
 * heard, must not grow old in memory.
 */
const KEPT_SECONDS = 60

export function keptUntil({ tx }: Visit): Temporal.Instant {
  return tx.now.add({ seconds: KEPT_SECONDS })
}

export async function publicVisit(visit: Visit): Promise<PublicVisit> {
  const { tx, voice, query } = visit
  const [levels, heardAt, orders] = [await listLevels(tx, 'live'), await lastHeardAt(tx), await listInForce(tx, 'live')]
  const [districts, open, shelters] = [await listDistricts(tx), await listOpenShelters(tx, 'live'), await listShelters(tx)]
  const warnings = warningsIn(levels)
  const where = query.town ? (whereaboutsOf(query.town, districts, await listTownCentres(tx)) ?? null) : null
  return { visit, voice, now: tx.now, knowledge: knowledgeAt(tx.now, heardAt), orders, warnings, level: levelToActOn(orders, warnings), districts, open, shelters, where }
}
