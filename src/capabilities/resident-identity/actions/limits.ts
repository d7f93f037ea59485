import type { Tx } from '#kernel/database/transaction.ts'
import type { Proof } from '#kernel/access/actor.ts'
import { facts } from '../facts.ts'
import { BASIS, type CardRefusal } from '../model.ts'
import { LIMITS } from '../rules/limits.ts'
import { addAttempt, countFrom, type Attempted } from '../store/attempts.ts'

const FAILING: readonly Attempted[] = ['link', 'passkey', 'card', 'code']

/** Has this place failed so often within the hour that it must wait? */
export async function isCrowded(tx: Tx, network: string): Promise<boolean> {
  return (await countFrom(tx, network, FAILING, tx.now.subtract({ hours: 1 }), true)) >= LIMITS.failuresPerNetworkPerHour
}

interface Failure {
  readonly way: Proof
  readonly what: Attempted
  readonly reason: CardRefusal | 'not-ours' | 'link-ended'
  readonly network: string
}

/** Counts a try that failed. Once a place has to wait its further tries leave nothing behind: they must not fill the disk. */
export async function noteFailure(tx: Tx, { way, what, reason, network }: Failure): Promise<void> {
  if (await isCrowded(tx, network)) return
  await addAttempt(tx, { what, addressMac: null, network, isFailure: true })
  await tx.note({ act: `sign-in by ${way} refused`, subject: 'resident:unknown', basis: BASIS })
  tx.publish(facts.signInRefused, 'resident:unknown', { way, reason })
}
