import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { City } from '#kernel/city/city.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { channelKey, type KeyPair } from '../store/channel-keys.ts'

const generate = promisify(generateKeyPair)
const KEY_NAME = 'activitypub'

/** As whom the city speaks on the fediverse. */
export interface CityActor {
  readonly id: string
  readonly keyId: string
  readonly privateKey: string
  readonly publicKey: string
}

/** The city's actor with its key, which is made when it is first needed. */
export async function cityActor(city: City, database: CityDatabase, seal: Seal): Promise<CityActor> {
  const { publicPart, privatePart } = await channelKey(database, seal, KEY_NAME, makeRsaPair)
  const id = actorId(portalOrigin(city))
  return { id, keyId: `${id}#main-key`, publicKey: publicPart, privateKey: privatePart }
}

export function actorId(origin: string): string {
  return `${origin}/activitypub/actor`
}

export async function makeRsaPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await generate('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicPart: publicKey, privatePart: privateKey }
}
