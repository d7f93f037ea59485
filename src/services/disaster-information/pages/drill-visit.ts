import { Fault } from '#kernel/faults/faults.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findDrill, type Drill } from '../store/drills.ts'
import { realmOf } from './duty-visit.ts'

/** The drill that an address speaks of; what the weather agency marks as a drill is nobody's to begin or end. */
export async function drillIn(visit: Visit): Promise<Drill> {
  const realm = realmOf(visit)
  const drill = realm === 'live' || realm === 'drill:telegrams' ? undefined : await findDrill(visit.tx, realm.slice('drill:'.length))
  if (drill === undefined) throw new Fault('not-found', 'there is no such drill')
  return drill
}
