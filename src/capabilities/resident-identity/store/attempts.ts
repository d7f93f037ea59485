import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ResidentIdentityTables } from '../tables.ts'

const identity = queriesOver<ResidentIdentityTables>()

export type Attempted = 'letter' | 'link' | 'passkey' | 'card' | 'code'

export interface Attempt {
  readonly what: Attempted
  /** Fingerprint of the mail address or the account that it was for. */
  readonly addressMac: Buffer | null
  readonly network: string
  readonly isFailure: boolean
}

export async function addAttempt(tx: Tx, { what, addressMac, network, isFailure }: Attempt): Promise<void> {
  const row = { at: tx.now, what, address_mac: addressMac, network, is_failure: isFailure }
  await tx.run(identity.insertInto('resident_identity.attempt').values(row))
}

/** Lets those who try from one place pass one after the other, so that a hundred at once are not each the first. */
export async function waitForTurn(tx: Tx, place: string): Promise<void> {
  await tx.list({ compile: () => ({ sql: 'select pg_advisory_xact_lock(hashtextextended($1, 7256))', parameters: [`resident-identity ${place}`] }) as never })
}

export async function countFrom(tx: Tx, network: string, what: readonly Attempted[], since: Temporal.Instant, failuresOnly: boolean): Promise<number> {
  let query = counted().where('network', '=', network).where('what', 'in', [...what]).where('at', '>', since)
  if (failuresOnly) query = query.where('is_failure', '=', true)
  return (await tx.get(query)).count
}

export async function countFor(tx: Tx, addressMac: Buffer, what: Attempted, since: Temporal.Instant): Promise<number> {
  return (await tx.get(counted().where('address_mac', '=', addressMac).where('what', '=', what).where('at', '>', since))).count
}

function counted() {
  return identity.selectFrom('resident_identity.attempt').select(sql<number>`count(*)`.as('count'))
}

/** Takes away what no limit asks for any more; the database forgets nothing younger. */
export async function forgetAttempts(tx: Tx, keptHours: number): Promise<void> {
  await tx.list({ compile: () => ({ sql: 'select resident_identity.forget_attempts($1)', parameters: [keptHours] }) as never })
}
