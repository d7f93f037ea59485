import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Account } from '../model.ts'
import type { StaffIdentityTables } from '../tables.ts'

const staff = queriesOver<StaffIdentityTables>()

export function findAccount(tx: Tx, personId: string): Promise<Account | undefined> {
  return tx.find(accounts().where('person_id', '=', personId))
}

/** The accounts of several people by person; who never got a passphrase is missing. */
export async function accountsOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  if (personIds.length === 0) return new Map()
  const found = await tx.list(accounts().where('person_id', 'in', [...personIds]))
  return new Map(found.map((account) => [account.personId, account]))
}

function accounts() {
  return staff
    .selectFrom('staff_identity.account')
    .select([
      'person_id as personId',
      'passphrase_hash as passphraseHash',
      'passphrase_set_at as passphraseSetAt',
      'is_one_time as isOneTime',
      'expires_at as expiresAt',
    ])
}

/** Sets a passphrase. One that is given out for once ends at `expiresAt`; any but the demo's ends a demo account. */
export async function setPassphrase(
  tx: Tx,
  personId: string,
  hash: string,
  { expiresAt = null }: { expiresAt?: Temporal.Instant | null } = {},
): Promise<void> {
  const values = {
    passphrase_hash: hash,
    passphrase_set_at: tx.now,
    is_one_time: expiresAt !== null,
    expires_at: expiresAt,
  }
  await tx.run(
    staff
      .insertInto('staff_identity.account')
      .values({ person_id: personId, ...values })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values)),
  )
  await tx.run(staff.deleteFrom('staff_identity.demo_account').where('person_id', '=', personId))
}

/** The same passphrase under stronger terms; nothing else about the account changes. */
export async function strengthenHash(tx: Tx, personId: string, hash: string): Promise<void> {
  await tx.run(
    staff.updateTable('staff_identity.account').set({ passphrase_hash: hash }).where('person_id', '=', personId),
  )
}

export async function addDemoAccount(tx: Tx, personId: string, hash: string): Promise<void> {
  await setPassphrase(tx, personId, hash)
  await tx.run(staff.insertInto('staff_identity.demo_account').values({ person_id: personId }))
}

/** People whose passphrase is still the demo's; none in a real city. */
export async function listDemoAccounts(tx: Tx): Promise<string[]> {
  const rows = await tx.list(staff.selectFrom('staff_identity.demo_account').select('person_id'))
  return rows.map((row) => row.person_id)
}

/** When the person behind a session last proved who they are. */
export async function findConfirmation(tx: Tx, sessionId: string): Promise<Temporal.Instant | undefined> {
  const row = await tx.find(
    staff.selectFrom('staff_identity.confirmation').select('confirmed_at').where('session_id', '=', sessionId),
  )
  return row?.confirmed_at
}

export async function rememberConfirmation(tx: Tx, sessionId: string): Promise<void> {
  await tx.run(
    staff
      .insertInto('staff_identity.confirmation')
      .values({ session_id: sessionId, confirmed_at: tx.now })
      .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ confirmed_at: tx.now })),
  )
}

/** Takes away confirmations that no longer count for anything. */
export async function removeOldConfirmations(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.run(staff.deleteFrom('staff_identity.confirmation').where('confirmed_at', '<', before))
}
