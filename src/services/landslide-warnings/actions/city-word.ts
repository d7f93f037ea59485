import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { agencyHeard, type AgencyHeard, type CityWord, type Realm } from '../model.ts'
import { cityLevelNow } from '../rules/place-state.ts'
import { findCityLevel } from '../store/meshes.ts'

/** The city's own level as far as it may be said now. A drill hears whatever it plays. */
export async function cityWordOf(tx: Tx, parts: readonly Manifest[], realm: Realm): Promise<CityWord> {
  const said = await findCityLevel(tx, realm)
  const heard: AgencyHeard = realm === 'live' ? await heardBy(tx, parts) : { kind: 'current', heardAt: tx.now }
  return { level: cityLevelNow(said?.level ?? null, heard), at: said?.at ?? null, heard }
}

/** A city without disaster information hears nobody. */
async function heardBy(tx: Tx, parts: readonly Manifest[]): Promise<AgencyHeard> {
  const isAnswered = parts.some((part) => part.answers?.some(({ question }) => question.name === agencyHeard.name))
  return isAnswered ? tx.ask(agencyHeard, {}) : { kind: 'never' }
}
