import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Totp } from '../model.ts'
import type { StaffIdentityTables } from '../tables.ts'

const staff = queriesOver<StaffIdentityTables>()

export function findTotp(tx: Tx, personId: string): Promise<Totp | undefined> {
  return tx.find(
    staff
      .selectFrom('staff_identity.totp')
      .select(['sealed_secret as sealedSecret', 'last_step as lastStep', 'enrolled_at as enrolledAt'])
      .where('person_id', '=', personId),
  )
}

/** Enrols an app; the step that confirmed it is used up already. Returns 0 when another app was enrolled first. */
export function addTotp(tx: Tx, personId: string, sealedSecret: string, usedStep: number): Promise<number> {
  return tx.run(
    staff
      .insertInto('staff_identity.totp')
      .values({ person_id: personId, sealed_secret: sealedSecret, last_step: usedStep, enrolled_at: tx.now })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

/** Uses a step up; false when it, or a later one, was used before (RFC 6238, section 5.2). */
export async function useTotpStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const changed = await tx.run(
    staff
      .updateTable('staff_identity.totp')
      .set({ last_step: step })
      .where('person_id', '=', personId)
      .where('last_step', '<', step),
  )
  return changed === 1
}

export async function removeTotp(tx: Tx, personId: string): Promise<void> {
  await tx.run(staff.deleteFrom('staff_identity.totp').where('person_id', '=', personId))
  await tx.run(staff.deleteFrom('staff_identity.recovery_code').where('person_id', '=', personId))
}

/** New recovery codes in place of all earlier ones. */
export async function replaceRecoveryCodes(tx: Tx, personId: string, macs: readonly Buffer[]): Promise<void> {
  await tx.run(staff.deleteFrom('staff_identity.recovery_code').where('person_id', '=', personId))
  const rows = macs.map((code_mac) => ({ person_id: personId, code_mac, made_at: tx.now }))
  await tx.run(staff.insertInto('staff_identity.recovery_code').values(rows))
}

/** Uses a code up; false when it is none or was used before. */
export async function useRecoveryCode(tx: Tx, personId: string, mac: Buffer): Promise<boolean> {
  const changed = await tx.run(
    staff
      .updateTable('staff_identity.recovery_code')
      .set({ used_at: tx.now })
      .where('person_id', '=', personId)
      .where('code_mac', '=', mac)
      .where('used_at', 'is', null),
  )
  return changed === 1
}

export async function countRecoveryCodes(tx: Tx, personId: string): Promise<number> {
  const row = await tx.get(
    staff
      .selectFrom('staff_identity.recovery_code')
      .select(sql<number>`count(*)`.as('count'))
      .where('person_id', '=', personId)
      .where('used_at', 'is', null),
  )
  return row.count
}

/** Which of these people have a second step. */
export async function withTotp(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx.list(
    staff
      .selectFrom('staff_identity.totp')
      .select('person_id')
      .where('person_id', 'in', [...personIds]),
  )
  return new Set(rows.map((row) => row.person_id))
}
