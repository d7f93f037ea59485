import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import { keepPack } from '../store/versions.ts'
import { readPhrasebook } from './pack.ts'

/** The templates of the city's folder are in force from the start: whoever laid it out answers for them. */
export async function seedPhrasebook(tx: Tx, city: City): Promise<void> {
  const templates = readPhrasebook(city)
  if (templates.length === 0) return
  await keepPack(tx, templates)
  tx.publish(facts.seeded, city.key, { templates: templates.length })
}
