import type { City } from '#kernel/city/city.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import { ask, type Reply } from '../hand-over/http-client.ts'
import { ACTIVITY_TYPE } from '../rules/activity.ts'
import { cityActor } from './city-actor.ts'
import { signedHeaders } from './signatures.ts'
import { fediverseStandIn } from './stand-in.ts'
import { STAND_IN_HOST } from './stand-in-host.ts'

export interface Ground {
  readonly city: City
  readonly database: CityDatabase
  readonly seal: Seal
}

interface Wish {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly body?: Buffer
  readonly answerMs?: number
}

/**
 * Asks a server of the fediverse in the city's name. Whoever follows us names the address, so it is dialled only where it
 * is public; the stand-in's name leads to this process and nowhere else.
 */
export async function askFediverse({ city, database, seal }: Ground, { method, url, body, answerMs }: Wish): Promise<Reply> {
  const { keyId, privateKey } = await cityActor(city, database, seal)
  const signed = signedHeaders({ method, url, keyId, privateKey, now: database.clock.now(), ...(body === undefined ? {} : { body }) })
  const headers = { ...signed, accept: ACTIVITY_TYPE, ...(body === undefined ? {} : { 'content-type': ACTIVITY_TYPE }) }
  const rest = { ...(body === undefined ? {} : { body }), ...(answerMs === undefined ? {} : { answerMs }) }
  if (url.hostname !== STAND_IN_HOST) return ask({ method, url, headers, ...rest, isStrangers: true })
  const { port } = await fediverseStandIn({ city, database, seal })
  return ask({ method, url, headers, ...rest, port })
}
