import { listPeople } from '#kernel/access/people.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { hashPassphrase } from './proofs/passphrase-hash.ts'
import { demoPassphraseOf, MOST_DEMO_PEOPLE } from './rules/demo.ts'
import { addDemoAccount } from './store/accounts.ts'

/** Every demo person may sign in with the city's demo passphrase; a real city begins without any account. */
export async function seed(tx: Tx, city: City, { isDemo }: SeedWishes): Promise<void> {
  if (!isDemo) return
  const people = await listPeople(tx, { limit: MOST_DEMO_PEOPLE })
  // On all cores at once; each account has a salt of its own, as real ones do.
  const hashes = await Promise.all(people.map(() => hashPassphrase(demoPassphraseOf(city))))
  for (const [index, person] of people.entries()) await addDemoAccount(tx, person.id, hashes[index] as string)
}
