import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { DisasterInformationTables } from '../tables.ts'
import type { Way } from './telegrams.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** Rung by the commit with which a delivery is written down. */
export const DELIVERED = 'disaster_information_delivered'

/** A telegram that waits to be taken in. */
export interface Delivery {
  readonly id: number
  readonly way: Way
  readonly body: Buffer
  readonly deliveredAt: Temporal.Instant
  readonly tries: number
}

/**
 * Writes down what was delivered under a signature, and that the signature is used; one statement, since pages wait meanwhile. Undefined
 * where it was used before: nothing is kept then.
 */
export async function keepSigned(tx: Tx, signature: string, { way, body }: Pick<Delivery, 'way' | 'body'>): Promise<number | undefined> {
  const row = await tx.find(statement(sql<{ id: number }>`
    with used as (
      insert into disaster_information.push_signature (signature, at) values (${signature}, ${tx.now}) on conflict do nothing returning signature
    )
    insert into disaster_information.delivery (way, body, delivered_at, tries, next_at, problem)
    select ${way}, ${body}::bytea, ${tx.now}, 0, ${tx.now}, '' from used returning id, pg_notify(${DELIVERED}, '')`))
  return row?.id
}

/**
 * What is due, the oldest first, held until the commit: another process waits for us and finds the rest. So many at most, and no more
 * bytes together unless the first alone has more.
 */
export function holdDue(tx: Tx, { telegrams, bytes }: { readonly telegrams: number; readonly bytes: number }): Promise<Delivery[]> {
  return tx.list(statement(sql<Delivery>`
    select id, way, body, delivered_at as "deliveredAt", tries from disaster_information.delivery
     where id in (
       select id from (
         select id, sum(octet_length(body)) over (order by id) - octet_length(body) as before
           from disaster_information.delivery where next_at <= ${tx.now} order by id limit ${telegrams}
       ) due where before < ${bytes}
     ) order by id for update`))
}

export async function settleDeliveries(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.run(statement(sql`delete from disaster_information.delivery where id = any(${[...ids]}::bigint[])`))
}

export async function putOffDelivery(tx: Tx, id: number, problem: string, nextAt: Temporal.Instant): Promise<void> {
  await tx.run(
    disaster.updateTable('disaster_information.delivery').set({ tries: sql`tries + 1`, problem, next_at: nextAt }).where('id', '=', id),
  )
}

/** What has not been taken in yet, and since when the oldest of it has waited. */
export interface WaitingDeliveries {
  readonly count: number
  readonly since: Temporal.Instant | null
  /** Why taking one of them in failed last; empty where none has failed. */
  readonly problem: string
}

export async function waitingDeliveries(tx: Tx): Promise<WaitingDeliveries> {
  return tx.get(
    disaster.selectFrom('disaster_information.delivery')
      .select([sql<number>`count(*)`.as('count'), sql<Temporal.Instant | null>`min(delivered_at)`.as('since'), sql<string>`coalesce(max(problem), '')`.as('problem')]),
  )
}
