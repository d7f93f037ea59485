import { randomUUID } from 'node:crypto'
import type { NoticeTexts } from '#capabilities/notices/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { escalate, askNext } from '../jobs/escalate.ts'
import type { Realm } from '../model.ts'
import type { EvacuationOrder, OrderWish } from '../rules/orders.ts'
import { settingOn } from '../rules/escalation.ts'
import { listSettings } from '../store/duty.ts'
import { findAskedFor, findOrder, findOrderHeld, findOrderOf, isLastOfItsEvent, keepAsked, settleOrder } from '../store/orders.ts'

export interface OrderDraft extends OrderWish {
  readonly realm: Realm
  readonly reason: string
  readonly texts: NoticeTexts
  readonly shelters: readonly string[]
  readonly suggestionId: string | null
  readonly before: EvacuationOrder | null
}

export type AskOutcome =
  | { readonly ok: true; readonly order: string; readonly asked: string | null }
  /** Somebody else was quicker: theirs waits, or has left. */
  | { readonly ok: false; readonly other: EvacuationOrder | undefined }

/**
 * The second act of three: writes down what is to be confirmed and asks the first on the roster. `origin` leads back here
 * from a mail. Of two officers who ask at once the database takes one; the other is told whose it was. An act of a
 * higher level does not wait for a lower one that nobody confirmed yet: it takes its place.
 */
export async function askToConfirm(tx: Tx, draft: OrderDraft, origin: string): Promise<AskOutcome> {
  const { person } = tx.actor
  if (draft.before !== null) {
    await findOrderHeld(tx, draft.before.id)
    if (!(await isLastOfItsEvent(tx, draft.before.id))) return { ok: false, other: undefined }
  }
  const waiting = await findAskedFor(tx, draft.realm, draft.hazard)
  if (waiting !== undefined && draft.kind !== 'cancel' && waiting.kind !== 'cancel' && draft.level > waiting.level) {
    await settleOrder(tx, waiting.id, { state: 'withdrawn', why: null, noticeId: null })
  }
  const id = randomUUID()
  const { before, ...rest } = draft
  const kept = await keepAsked(tx, {
    ...rest, id, eventId: before?.eventId ?? id, refersTo: before?.id ?? null, way: 'two-people', askedBy: person?.id ?? null, askedByName: person?.name ?? '',
  })
  if (!kept) return { ok: false, other: await otherOrder(tx, draft) }
  const order = (await findOrder(tx, id)) as EvacuationOrder
  const asked = await askNext(tx, order, { step: 1, origin })
  const minutes = settingOn(await listSettings(tx), 'confirm-minutes', tx.today)
  tx.enqueue(escalate, { order: id, step: 1, origin }, { runAt: tx.now.add({ minutes }), onceKey: `${id} 1` })
  return { ok: true, order: id, asked }
}

async function otherOrder(tx: Tx, draft: OrderDraft): Promise<EvacuationOrder | undefined> {
  return (await findAskedFor(tx, draft.realm, draft.hazard)) ?? (draft.suggestionId === null ? undefined : findOrderOf(tx, draft.suggestionId))
}
