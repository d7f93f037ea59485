import { randomUUID } from 'node:crypto'
import type { NewPasskey } from '#capabilities/passkeys/passkeys.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { ResidentPasskey } from '../model.ts'
import type { ResidentIdentityTables } from '../tables.ts'

const identity = queriesOver<ResidentIdentityTables>()

export function listPasskeys(tx: Tx, accountId: string): Promise<ResidentPasskey[]> {
  return tx.list(passkeys().where('account_id', '=', accountId).orderBy('created_at'))
}

export function findPasskeyByCredential(tx: Tx, credentialId: string): Promise<ResidentPasskey | undefined> {
  // Held until the counter is written: one signature must not be accepted twice side by side.
  return tx.find(passkeys().where('credential_id', '=', credentialId).forUpdate())
}

function passkeys() {
  return identity
    .selectFrom('resident_identity.passkey')
    .select([
      'id',
      'account_id as accountId',
      'credential_id as credentialId',
      'public_key as publicKey',
      'sign_count as signCount',
      'transports',
      'host',
      'name',
      'is_synced as isSynced',
      'created_at as createdAt',
      'used_at as usedAt',
    ])
}

/** Keeps a new passkey; 0 when some account has this credential already. */
export function addPasskey(tx: Tx, accountId: string, name: string, made: NewPasskey): Promise<number> {
  const { credentialId, publicKey, signCount, transports, host, isSynced } = made
  return tx.run(
    identity
      .insertInto('resident_identity.passkey')
      .values({
        id: randomUUID(), account_id: accountId, credential_id: credentialId, public_key: publicKey, sign_count: signCount,
        transports: [...transports], host, name, is_synced: isSynced, created_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

export async function rememberPasskeyUse(tx: Tx, id: string, signCount: number): Promise<void> {
  await tx.run(identity.updateTable('resident_identity.passkey').set({ sign_count: signCount, used_at: tx.now }).where('id', '=', id))
}

export function removePasskey(tx: Tx, accountId: string, id: string): Promise<number> {
  if (!isUuid(id)) return Promise.resolve(0)
  return tx.run(identity.deleteFrom('resident_identity.passkey').where('account_id', '=', accountId).where('id', '=', id))
}

export async function removePasskeysOf(tx: Tx, accountId: string): Promise<void> {
  await tx.run(identity.deleteFrom('resident_identity.passkey').where('account_id', '=', accountId))
}

/** Uses a challenge up; false when it was used before. */
export async function spendChallenge(tx: Tx, hash: Buffer): Promise<boolean> {
  const row = { challenge_hash: hash, spent_at: tx.now }
  return (await tx.run(identity.insertInto('resident_identity.spent_challenge').values(row).onConflict((conflict) => conflict.doNothing()))) === 1
}

export async function removeOldChallenges(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.run(identity.deleteFrom('resident_identity.spent_challenge').where('spent_at', '<', before))
}
