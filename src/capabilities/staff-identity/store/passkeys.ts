import { randomUUID } from 'node:crypto'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Passkey } from '../model.ts'
import type { NewPasskey } from '#capabilities/passkeys/passkeys.ts'
import type { StaffIdentityTables } from '../tables.ts'

const staff = queriesOver<StaffIdentityTables>()

export function listPasskeys(tx: Tx, personId: string): Promise<Passkey[]> {
  return tx.list(passkeys().where('person_id', '=', personId).orderBy('created_at'))
}

export function findPasskey(tx: Tx, personId: string, id: string): Promise<Passkey | undefined> {
  if (!isUuid(id)) return Promise.resolve(undefined)
  return tx.find(passkeys().where('person_id', '=', personId).where('id', '=', id))
}

export function findPasskeyByCredential(tx: Tx, credentialId: string): Promise<Passkey | undefined> {
  // Held until the counter is written: one signature must not be accepted twice side by side.
  return tx.find(passkeys().where('credential_id', '=', credentialId).forUpdate())
}

function passkeys() {
  return staff
    .selectFrom('staff_identity.passkey')
    .select([
      'id',
      'person_id as personId',
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
export function addPasskey(tx: Tx, personId: string, name: string, made: NewPasskey): Promise<number> {
  return tx.run(
    staff
      .insertInto('staff_identity.passkey')
      .values({
        id: randomUUID(),
        person_id: personId,
        credential_id: made.credentialId,
        public_key: made.publicKey,
        sign_count: made.signCount,
        transports: [...made.transports],
        host: made.host,
        name,
        is_synced: made.isSynced,
        created_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

export async function rememberPasskeyUse(tx: Tx, id: string, signCount: number): Promise<void> {
  await tx.run(
    staff.updateTable('staff_identity.passkey').set({ sign_count: signCount, used_at: tx.now }).where('id', '=', id),
  )
}

export function removePasskey(tx: Tx, personId: string, id: string): Promise<number> {
  if (!isUuid(id)) return Promise.resolve(0)
  return tx.run(staff.deleteFrom('staff_identity.passkey').where('person_id', '=', personId).where('id', '=', id))
}

export async function removePasskeysOf(tx: Tx, personId: string): Promise<void> {
  await tx.run(staff.deleteFrom('staff_identity.passkey').where('person_id', '=', personId))
}

/** How many passkeys each of these people has; who has none is missing. */
export async function passkeyCounts(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx.list(
    staff
      .selectFrom('staff_identity.passkey')
      .select((row) => ['person_id', row.fn.countAll<number>().as('count')])
      .where('person_id', 'in', [...personIds])
      .groupBy('person_id'),
  )
  return new Map(rows.map((row) => [row.person_id, row.count]))
}

/** Uses a challenge up; false when it was used before. */
export async function spendChallenge(tx: Tx, hash: Buffer): Promise<boolean> {
  const added = await tx.run(
    staff
      .insertInto('staff_identity.spent_challenge')
      .values({ challenge_hash: hash, spent_at: tx.now })
      .onConflict((conflict) => conflict.doNothing()),
  )
  return added === 1
}

/** Challenges that have ended by themselves need not be remembered as used. */
export async function removeOldChallenges(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.run(staff.deleteFrom('staff_identity.spent_challenge').where('spent_at', '<', before))
}
