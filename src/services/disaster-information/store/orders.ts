import { sql } from 'kysely'
import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { NoticeTexts } from '#capabilities/notices/model.ts'
import type { Hazard, Level, Realm } from '../model.ts'
import type { EvacuationOrder, OrderKind, OrderState } from '../rules/orders.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** What holds now: the last confirmed act of each event that did not lift it. The gravest first. */
export async function listInForce(tx: Tx, realm: Realm): Promise<EvacuationOrder[]> {
  const rows = await tx.list(ordersInForce({ realm }))
  return rows.map(orderOf)
}

/** What waits for a second person, the oldest first. */
export async function listAsked(tx: Tx, realm: Realm): Promise<EvacuationOrder[]> {
  const rows = await tx.list(ordersAsked({ realm }))
  return rows.map(orderOf)
}

/** The newest acts that left, also those that were lifted since. */
export async function listIssued(tx: Tx, realm: Realm, limit: number): Promise<EvacuationOrder[]> {
  const rows = await tx.list(orders.where('realm', '=', realm).where('state', '=', 'issued').orderBy('settled_at', 'desc').limit(limit))
  return rows.map(orderOf)
}

/** Everything asked for, or settled, in a night. */
export async function listOrders(tx: Tx, realm: Realm, from: Temporal.Instant, to: Temporal.Instant): Promise<EvacuationOrder[]> {
  const rows = await tx.list(
    orders
      .where('realm', '=', realm)
      .where((order) => order.or([
        order.and([order('asked_at', '>=', from), order('asked_at', '<', to)]),
        order.and([order('settled_at', '>=', from), order('settled_at', '<', to)]),
      ]))
      .orderBy('asked_at'),
  )
  return rows.map(orderOf)
}

export async function findOrder(tx: Tx, id: string): Promise<EvacuationOrder | undefined> {
  const row = await tx.find(orders.where('id', '=', id))
  return row && orderOf(row)
}

/** The same, held until the commit: who confirms and who takes back must not both do it. */
export async function findOrderHeld(tx: Tx, id: string): Promise<EvacuationOrder | undefined> {
  const row = await tx.find(orders.where('id', '=', id).forUpdate())
  return row && orderOf(row)
}

/** Whether an act still is the last one of its event. */
export async function isLastOfItsEvent(tx: Tx, id: string): Promise<boolean> {
  return (await tx.find(disaster.selectFrom('disaster_information.evacuation_order').select('id').where('id', '=', id).where(isInForce))) !== undefined
}

/** The one act of a hazard that waits, if any. */
export async function findAskedFor(tx: Tx, realm: Realm, hazard: Hazard): Promise<EvacuationOrder | undefined> {
  const row = await tx.find(orders.where('realm', '=', realm).where('hazard', '=', hazard).where(sql<boolean>`state = 'asked'`).forUpdate())
  return row && orderOf(row)
}

/** The act that took a suggestion up, if any. */
export async function findOrderOf(tx: Tx, suggestionId: string): Promise<EvacuationOrder | undefined> {
  const row = await tx.find(orders.where('suggestion_id', '=', suggestionId).where('state', 'in', ['asked', 'issued']))
  return row && orderOf(row)
}

export type NewOrder = Omit<EvacuationOrder, 'state' | 'askedAt' | 'settledAt' | 'settledBy' | 'settledByName' | 'settledWhy' | 'noticeId'>

/**
 * Writes an act down that waits for its second person. False where another one waits for the same hazard, or took the
 * same suggestion up: the database decides who was first.
 */
export async function keepAsked(tx: Tx, order: NewOrder): Promise<boolean> {
  const kept = await tx.run(
    disaster
      .insertInto('disaster_information.evacuation_order')
      .values({
        id: order.id, event_id: order.eventId, realm: order.realm, kind: order.kind, hazard: order.hazard, level: order.level, towns: [...order.towns],
        reason: order.reason, texts: order.texts, shelters: [...order.shelters], suggestion_id: order.suggestionId, refers_to: order.refersTo,
        way: order.way, state: 'asked', asked_at: tx.now, asked_by: order.askedBy, asked_by_name: order.askedByName,
      })
      .onConflict((conflict) => conflict.doNothing()),
  )
  return kept === 1
}

export interface Settling {
  readonly state: 'issued' | 'refused' | 'withdrawn'
  readonly why: string | null
  readonly noticeId: string | null
}

/** Ends the waiting; false where somebody else ended it first. */
export async function settleOrder(tx: Tx, id: string, { state, why, noticeId }: Settling): Promise<boolean> {
  const { person } = tx.actor
  const changed = await tx.run(
    disaster
      .updateTable('disaster_information.evacuation_order')
      .set({ state, settled_at: tx.now, settled_by: person?.id ?? null, settled_by_name: person?.name ?? null, settled_why: why, notice_id: noticeId })
      .where('id', '=', id)
      .where('state', '=', 'asked'),
  )
  return changed === 1
}

const isInForce = sql<boolean>`state = 'issued' and kind in ('issue', 'update', 'lower') and not exists (
  select from disaster_information.evacuation_order later where later.refers_to = evacuation_order.id and later.state = 'issued')`

const orders = disaster
  .selectFrom('disaster_information.evacuation_order')
  .select(['id', 'event_id as eventId', 'realm', 'kind', 'hazard', 'level', 'towns', 'reason', 'texts', 'shelters', 'suggestion_id as suggestionId'])
  .select(['refers_to as refersTo', 'way', 'state', 'asked_at as askedAt', 'asked_by as askedBy', 'asked_by_name as askedByName', 'notice_id as noticeId'])
  .select(['settled_at as settledAt', 'settled_by as settledBy', 'settled_by_name as settledByName', 'settled_why as settledWhy'])

type InRealm = { readonly realm: Realm }

/** Asked with every change of a level, and by every board that looks again. */
const ordersInForce = prepared(({ realm }: InRealm) => orders.where('realm', '=', realm).where(isInForce).orderBy('level', 'desc').orderBy('settled_at'))
const ordersAsked = prepared(({ realm }: InRealm) => orders.where('realm', '=', realm).where(sql<boolean>`state = 'asked'`).orderBy('asked_at'))

type OrderRow = Awaited<ReturnType<typeof orders.executeTakeFirstOrThrow>>

function orderOf(row: OrderRow): EvacuationOrder {
  return {
    ...row, realm: row.realm as Realm, kind: row.kind as OrderKind, hazard: row.hazard as Hazard, level: row.level as Level,
    texts: row.texts as NoticeTexts, way: row.way as EvacuationOrder['way'], state: row.state as OrderState,
  }
}
