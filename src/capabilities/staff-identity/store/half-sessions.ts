import { createHash, randomBytes } from 'node:crypto'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { HalfSession, SessionMethod } from '../model.ts'
import type { StaffIdentityTables } from '../tables.ts'

const staff = queriesOver<StaffIdentityTables>()

/** Time to find the phone, or to think of a passphrase. */
export const HALF_SESSION_MINUTES = 5
export const HALF_SESSION_COOKIE = 'tsunagu-half-session'

/** Opens one and returns the secret for its cookie; the database keeps only the hash. */
export async function openHalfSession(tx: Tx, half: HalfSession): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await tx.run(
    staff.insertInto('staff_identity.half_session').values({
      token_hash: hashOf(secret),
      person_id: half.personId,
      awaits: half.awaits,
      method: half.method,
      return_to: half.returnTo,
      expires_at: tx.now.add({ minutes: HALF_SESSION_MINUTES }),
    }),
  )
  return secret
}

/** The half session behind a cookie while it lasts and awaits this step. */
export async function findHalfSession(
  tx: Tx,
  secret: string | undefined,
  awaits: HalfSession['awaits'],
): Promise<HalfSession | undefined> {
  if (secret === undefined) return undefined
  const row = await tx.find(
    staff
      .selectFrom('staff_identity.half_session')
      .select(['person_id as personId', 'method', 'return_to as returnTo'])
      .where('token_hash', '=', hashOf(secret))
      .where('awaits', '=', awaits)
      .where('expires_at', '>', tx.now),
  )
  return row && { ...row, awaits, method: row.method as SessionMethod }
}

export async function closeHalfSession(tx: Tx, secret: string): Promise<void> {
  await tx.run(staff.deleteFrom('staff_identity.half_session').where('token_hash', '=', hashOf(secret)))
}

/** Ends what a person, or somebody who knew their passphrase, had begun. */
export async function closeHalfSessionsOf(tx: Tx, personId: string): Promise<void> {
  await tx.run(staff.deleteFrom('staff_identity.half_session').where('person_id', '=', personId))
}

export async function removeEndedHalfSessions(tx: Tx): Promise<void> {
  await tx.run(staff.deleteFrom('staff_identity.half_session').where('expires_at', '<=', tx.now))
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
