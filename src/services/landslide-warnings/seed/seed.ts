import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { keepZone } from '../store/zones.ts'
import { zonesOfCity } from './pack.ts'

/** Lays out the zones of the city's folder. */
export async function seedZones(tx: Tx, city: City): Promise<void> {
  for (const zone of zonesOfCity(city)) await keepZone(tx, zone)
}
