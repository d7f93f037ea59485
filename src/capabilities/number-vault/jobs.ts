import { job } from '#kernel/jobs/job.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from './facts.ts'
import { closeNumber, macOf, openNumber, sealedNewKey, type VaultKey } from './rules/vault-key.ts'
import { keyInUse, keyNamed } from './store/keyring.ts'
import { emptyKey, holdKeyring, insertKey, listKeys, listKeyStates, moveNumbers, takeOldNumbers, type SealedNumber } from './store/numbers.ts'

/** Some tens of milliseconds: whoever reads meanwhile waits for nobody. */
const NUMBERS_A_BATCH = 2_000

/**
 * Closes a batch of numbers anew with the newest key and calls itself for the next, until nothing is closed with an older
 * one; then the older key is destroyed. May die at any moment: what was moved is moved.
 */
export const reencrypt = job<{ moved: number }>('number-vault.reencrypt', { run: moveBatch })

/** Makes a key that closes whatever is kept from now on, and has the rest moved over. Returns its number. */
export async function rotateKey(tx: Tx): Promise<number> {
  await holdKeyring(tx)
  const newest = (await listKeys(tx))[0]?.id ?? 0
  const id = Math.max(newest, ...(await listKeyStates(tx)).map((key) => key.id)) + 1
  await insertKey(tx, { id, sealed: sealedNewKey(tx.sealOf('number-vault'), id) })
  tx.publish(facts.keyMade, `vault-key:${id}`, { key: id })
  tx.enqueue(reencrypt, { moved: 0 }, { onceKey: 'reencrypt' })
  return id
}

async function moveBatch(tx: Tx, { moved }: { moved: number }): Promise<void> {
  const key = await keyInUse(tx)
  const old = await takeOldNumbers(tx, key.id, NUMBERS_A_BATCH)
  if (old.length > 0) {
    const keys = new Map<number, VaultKey>()
    const anew: SealedNumber[] = []
    for (const number of old) anew.push(await movedTo(tx, key, number, keys))
    await moveNumbers(tx, anew)
    tx.enqueue(reencrypt, { moved: moved + old.length })
    return
  }
  for (const { id } of (await listKeys(tx)).filter((each) => each.id !== key.id)) {
    if (await emptyKey(tx, id)) tx.publish(facts.keyEmptied, `vault-key:${id}`, { key: id, moved })
    // Somebody closed a number with it in the last moment, or holds one of its numbers: once more.
    else tx.enqueue(reencrypt, { moved }, { runAt: tx.now.add({ seconds: 1 }) })
  }
}

async function movedTo(tx: Tx, key: VaultKey, number: SealedNumber, keys: Map<number, VaultKey>): Promise<SealedNumber> {
  const old = keys.get(number.keyId) ?? (await keyNamed(tx, number.keyId))
  keys.set(number.keyId, old)
  const digits = openNumber(old, number)
  return { ...number, keyId: key.id, ciphertext: closeNumber(key, number, digits), mac: macOf(key, number.kind, digits) }
}
