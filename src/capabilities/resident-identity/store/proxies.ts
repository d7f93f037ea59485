import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Proxy } from '../model.ts'
import { LIMITS } from '../rules/limits.ts'
import type { ResidentIdentityTables } from '../tables.ts'

const identity = queriesOver<ResidentIdentityTables>()

export interface NewProxy {
  readonly codeMac: Buffer
  readonly principalId: string
  readonly principalAccount: string
  readonly principalName: string
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate
}

export async function offerProxy(tx: Tx, offer: NewProxy): Promise<void> {
  await tx.run(
    identity.insertInto('resident_identity.proxy').values({
      id: randomUUID(), code_mac: offer.codeMac, principal_id: offer.principalId, principal_account: offer.principalAccount,
      principal_name: offer.principalName, valid_from: offer.validFrom, valid_to: offer.validTo,
      offered_at: tx.now, offer_ends_at: tx.now.add({ hours: 24 * LIMITS.proxyOfferDays }),
    }),
  )
}

/** An offer that nobody took yet, held until the transaction ends. */
export function findOffer(tx: Tx, codeMac: Buffer): Promise<Proxy | undefined> {
  return tx.find(
    proxies().where('code_mac', '=', codeMac).where('taken_at', 'is', null).where('ended_at', 'is', null).where('offer_ends_at', '>', tx.now).forUpdate(),
  )
}

export async function takeOffer(tx: Tx, id: string, holder: { accountId: string; personId: string; name: string }): Promise<void> {
  const row = { holder_account: holder.accountId, holder_id: holder.personId, holder_name: holder.name, taken_at: tx.now }
  await tx.run(identity.updateTable('resident_identity.proxy').set(row).where('id', '=', id))
}

/** What somebody gave and has not ended: offers that may still be taken, and powers that have not run out. */
export function listGiven(tx: Tx, principalId: string): Promise<Proxy[]> {
  return tx.list(
    standing(tx).where('principal_id', '=', principalId).where(sql<boolean>`(taken_at is not null or offer_ends_at > ${tx.now.toString()}::timestamptz)`),
  )
}

/** Powers that somebody holds, coming ones too. */
export function listHeld(tx: Tx, holderId: string): Promise<Proxy[]> {
  return tx.list(standing(tx).where('holder_id', '=', holderId))
}

function standing(tx: Tx) {
  return proxies().where('ended_at', 'is', null).where('valid_to', '>=', tx.today).orderBy('valid_from').orderBy('offered_at')
}

/** A power that holds today and that this person holds. */
export function findHeld(tx: Tx, holderId: string, id: string): Promise<Proxy | undefined> {
  if (!isUuid(id)) return Promise.resolve(undefined)
  return tx.find(
    proxies().where('id', '=', id).where('holder_id', '=', holderId).where('ended_at', 'is', null).where('valid_from', '<=', tx.today).where('valid_to', '>=', tx.today),
  )
}

/** Ends it for whoever gave or holds it; undefined when it is neither's, or over. */
export function endProxy(tx: Tx, personId: string, id: string): Promise<Proxy | undefined> {
  if (!isUuid(id)) return Promise.resolve(undefined)
  return tx.find(
    identity
      .updateTable('resident_identity.proxy')
      .set({ ended_at: tx.now, ended_by: sql`case when principal_id = ${personId} then 'principal' else 'holder' end` })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .where((row) => row.or([row('principal_id', '=', personId), row('holder_id', '=', personId)]))
      .returning(COLUMNS),
  )
}

/** With an account that is closed, what it gave and what it holds ends. Returns for whom it may no longer act, and who for it. */
export function endProxiesOf(tx: Tx, accountId: string): Promise<Proxy[]> {
  return tx.list(
    identity
      .updateTable('resident_identity.proxy')
      .set({ ended_at: tx.now, ended_by: sql`case when principal_account = ${accountId} then 'principal' else 'holder' end` })
      .where('ended_at', 'is', null)
      .where((row) => row.or([row('principal_account', '=', accountId), row('holder_account', '=', accountId)]))
      .returning(COLUMNS),
  )
}

const COLUMNS = [
  'id',
  'principal_id as principalId',
  'principal_account as principalAccount',
  'principal_name as principalName',
  'holder_account as holderAccount',
  'holder_id as holderId',
  'holder_name as holderName',
  'valid_from as validFrom',
  'valid_to as validTo',
  'offer_ends_at as offerEndsAt',
  'taken_at as takenAt',
  'ended_at as endedAt',
] as const

function proxies() {
  return identity.selectFrom('resident_identity.proxy').select(COLUMNS)
}
