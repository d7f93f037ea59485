import type { ValuesOf } from '#kernel/forms/form.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { refuseForm } from '../forms/duty.ts'
import { boardPath, idIn } from '../pages/duty-visit.ts'
import { renderConfirmPage } from '../pages/order-confirm.ts'
import type { EvacuationOrder } from '../rules/orders.ts'
import { findOrder, findOrderHeld, settleOrder } from '../store/orders.ts'
import { dutyWords as words } from '../text/duty-words.ts'
import { issueOrder } from './issue-order.ts'

/**
 * The third act: a second person confirms, and with the commit it leaves. Whoever asked is refused here, and by the
 * database besides. Of two who confirm at once, one does; the other sees who it was.
 */
export async function confirmOrder(visit: Submission<unknown>): Promise<Answer> {
  const { tx, actor, directory } = visit
  const order = await heldOrder(visit)
  if (order.state !== 'asked' || actor.person === null || actor.person.id === order.askedBy) return renderConfirmPage(visit, order, {})
  const issued = await issueOrder(tx, directory.parts, order, actor.person.id)
  if (!issued.ok) return renderConfirmPage(visit, order, { refusal: issued.refusal })
  return redirect(boardPath(order.realm), { notice: words.issued })
}

/** The second person says no, with a reason that everybody reads. */
export async function refuseOrder(visit: Submission<ValuesOf<typeof refuseForm>>): Promise<Answer> {
  const { tx, actor, values } = visit
  const order = await heldOrder(visit)
  if (order.state !== 'asked' || actor.person?.id === order.askedBy) return renderConfirmPage(visit, order, {})
  await settleOrder(tx, order.id, { state: 'refused', why: values.why, noticeId: null })
  return redirect(boardPath(order.realm), { notice: words.orderRefused })
}

/** Whoever asked takes it back; nothing has left. */
export async function withdrawOrder(visit: Submission<unknown>): Promise<Answer> {
  const { tx, actor } = visit
  const order = await heldOrder(visit)
  if (order.state !== 'asked' || actor.person?.id !== order.askedBy) return renderConfirmPage(visit, order, {})
  await settleOrder(tx, order.id, { state: 'withdrawn', why: null, noticeId: null })
  return redirect(boardPath(order.realm), { notice: words.withdrawn })
}

/** What it changes is held too, so that nothing else follows it meanwhile. */
async function heldOrder(visit: Visit): Promise<EvacuationOrder> {
  const { tx } = visit
  const first = await findOrder(tx, idIn(visit))
  if (first === undefined) throw new Fault('not-found', 'there is no such order')
  if (first.refersTo !== null) await findOrderHeld(tx, first.refersTo)
  return (await findOrderHeld(tx, first.id)) as EvacuationOrder
}
