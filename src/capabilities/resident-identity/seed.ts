import { generateKeyPairSync } from 'node:crypto'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes, SettleTerms } from '#kernel/service/manifest.ts'
import type { World } from '#kernel/world/world.ts'
import { CLIENT_KEY_CONTEXT } from './card/settings.ts'
import { demoCardsOf } from './rules/demo-cards.ts'
import { addClientKey, addDemoCards } from './store/stand-in.ts'

/** The key with which a demo speaks to its stand-in; a real city brings its own by its settings. */
export async function seed(tx: Tx, _: City, { isDemo }: SeedWishes): Promise<void> {
  if (!isDemo) return
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const sealedKey = tx.sealOf('resident-identity').close(privateKey.export({ format: 'pem', type: 'pkcs8' }), CLIENT_KEY_CONTEXT)
  await addClientKey(tx, { sealedKey, publicJwk: { ...publicKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'demo' } })
}

/** Cards for the invented families, so that a demo can sign in at once. */
export async function settle(tx: Tx, world: World, { city, isFirst }: SettleTerms): Promise<void> {
  if (isFirst) await addDemoCards(tx, demoCardsOf(city, world))
}
