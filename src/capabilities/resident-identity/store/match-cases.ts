import { randomUUID } from 'node:crypto'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { MatchCase, MatchReason } from '../model.ts'
import type { ResidentIdentityTables } from '../tables.ts'

const identity = queriesOver<ResidentIdentityTables>()

/** What is left of a card's attributes once the case is settled. */
const NOTHING_LEFT = ''

/** One open case an account; a later card that does not match either brings the newer attributes. */
export async function openCase(tx: Tx, accountId: string, reason: MatchReason, sealedAttributes: string): Promise<void> {
  const row = { id: randomUUID(), account_id: accountId, reason, sealed_attributes: sealedAttributes, opened_at: tx.now }
  await tx.run(
    identity
      .insertInto('resident_identity.match_case')
      .values(row)
      .onConflict((conflict) => conflict.column('account_id').where('settled_at', 'is', null).doUpdateSet({ reason, sealed_attributes: sealedAttributes })),
  )
}

export function listOpenCases(tx: Tx, limit: number): Promise<MatchCase[]> {
  return tx.list(cases().where('settled_at', 'is', null).orderBy('opened_at').limit(limit))
}

export function findCase(tx: Tx, id: string): Promise<MatchCase | undefined> {
  return isUuid(id) ? tx.find(cases().where('id', '=', id)) : Promise.resolve(undefined)
}

/** Held until the transaction ends: two clerks do not settle one case. */
export function findOpenCase(tx: Tx, id: string): Promise<MatchCase | undefined> {
  return isUuid(id) ? tx.find(cases().where('id', '=', id).where('settled_at', 'is', null).forUpdate()) : Promise.resolve(undefined)
}

export function findOpenCaseOf(tx: Tx, accountId: string): Promise<MatchCase | undefined> {
  return tx.find(cases().where('account_id', '=', accountId).where('settled_at', 'is', null))
}

function cases() {
  return identity
    .selectFrom('resident_identity.match_case')
    .select([
      'id',
      'account_id as accountId',
      'reason',
      'sealed_attributes as sealedAttributes',
      'opened_at as openedAt',
      'settled_at as settledAt',
      'outcome',
      'why',
    ])
    .$castTo<MatchCase>()
}

export interface Settlement {
  readonly outcome: 'matched' | 'declined'
  readonly personId: string | null
  readonly why: string
}

/** The attributes go with the decision: from then on the register alone knows them. */
export async function settleCase(tx: Tx, id: string, { outcome, personId, why }: Settlement): Promise<void> {
  const row = { settled_at: tx.now, settled_by: tx.actor.id, outcome, person_id: personId, why, sealed_attributes: NOTHING_LEFT }
  await tx.run(identity.updateTable('resident_identity.match_case').set(row).where('id', '=', id))
}

/** A card that matched meanwhile, or an account that was closed, needs no clerk any more. */
export async function dropOpenCaseOf(tx: Tx, accountId: string): Promise<void> {
  await tx.run(identity.deleteFrom('resident_identity.match_case').where('account_id', '=', accountId).where('settled_at', 'is', null))
}
