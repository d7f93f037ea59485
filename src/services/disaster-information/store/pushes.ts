import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { PushRefusal } from '../rules/telegrams/signature.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

export interface SealedKey {
  readonly id: string
  readonly sealed: string
  readonly madeAt: Temporal.Instant
}

/** Keys in use, the newest first; there are two only while a sender changes over. */
export async function listPushKeys(tx: Tx): Promise<SealedKey[]> {
  return tx.list(keysInUse({ now: tx.now }))
}

const keysInUse = prepared(({ now }: { readonly now: Temporal.Instant }) =>
  disaster.selectFrom('disaster_information.push_key').select(['id', 'sealed', 'made_at as madeAt'])
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', now)])).orderBy('ended_at', (order) => order.desc().nullsFirst()).orderBy('made_at', 'desc').orderBy('id').limit(2))

/** Keeps a new key; the ones before it end after a while, so that the sender can change over. `seal` gets the key's id. */
export async function keepPushKey(tx: Tx, seal: (id: string) => string, olderEndAt: Temporal.Instant): Promise<void> {
  await tx.run(disaster.updateTable('disaster_information.push_key').set({ ended_at: olderEndAt }).where('ended_at', 'is', null))
  const id = randomUUID()
  await tx.run(disaster.insertInto('disaster_information.push_key').values({ id, sealed: seal(id), made_at: tx.now, made_by: tx.actor.person?.name ?? tx.actor.id }))
}

export async function forgetSignatures(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.run(disaster.deleteFrom('disaster_information.push_signature').where('at', '<', before))
}

/** Refused pushes are counted and not kept: anybody could fill the table. */
export async function countPushRefusal(tx: Tx, reason: PushRefusal): Promise<void> {
  await tx.run(
    disaster.insertInto('disaster_information.push_refusal').values({ day: tx.today, reason, times: 1, last_at: tx.now })
      .onConflict((conflict) => conflict.columns(['day', 'reason']).doUpdateSet({ times: sql`push_refusal.times + 1`, last_at: tx.now })),
  )
}

export async function listPushRefusals(tx: Tx, since: Temporal.PlainDate): Promise<{ readonly day: Temporal.PlainDate; readonly reason: string; readonly times: number; readonly lastAt: Temporal.Instant }[]> {
  return tx.list(
    disaster.selectFrom('disaster_information.push_refusal').select(['day', 'reason', 'times', 'last_at as lastAt']).where('day', '>=', since).orderBy('last_at', 'desc'),
  )
}
