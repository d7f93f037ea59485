import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { NumberKind } from '../check-digits.ts'
import { macOf, openKey, sealedNewKey, type VaultKey } from '../rules/vault-key.ts'
import { holdKeyring, holdNewestKey, insertKey, listKeys, shareKeyring } from './numbers.ts'

/** The newest key, held; the first one is made when the first number comes. */
export async function keyInUse(tx: Tx): Promise<VaultKey> {
  const own = tx.sealOf('number-vault')
  const newest = await holdNewestKey(tx)
  if (newest !== undefined) return openKey(own, newest)
  await holdKeyring(tx)
  const meanwhile = await holdNewestKey(tx)
  if (meanwhile !== undefined) return openKey(own, meanwhile)
  const first = { id: 1, sealed: sealedNewKey(own, 1) }
  await insertKey(tx, first)
  return openKey(own, first)
}

export async function keyNamed(tx: Tx, id: number): Promise<VaultKey> {
  const key = (await listKeys(tx)).find((each) => each.id === id)
  if (key === undefined) throw new Fault('broken', `the vault key ${id} is gone`)
  return openKey(tx.sealOf('number-vault'), key)
}

/** Every fingerprint that a number may be found by while keys rotate. */
export async function macsUnderAllKeys(tx: Tx, kind: NumberKind, digits: string): Promise<readonly string[]> {
  const own = tx.sealOf('number-vault')
  await shareKeyring(tx)
  return (await listKeys(tx)).map((key) => macOf(openKey(own, key), kind, digits))
}
