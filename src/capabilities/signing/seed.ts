import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { renewCertificates } from './authority/city-authority.ts'

/** A new city gets its test authority at once, so that its first paper waits for no key. */
export async function seedAuthority(tx: Tx, city: City): Promise<void> {
  await renewCertificates(tx, city)
}
