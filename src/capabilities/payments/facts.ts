import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { WAYS } from './model.ts'

/**
 * What payments tell the city. Subjects are `payment:<id>`; whoever asked for the money knows it by its `reference`. No
 * fact carries a name, a reason or anything of a card.
 */
const told = { privacy: 'public' } as const
const kept = { privacy: 'internal' } as const
const terms = { subjectPrivacy: 'internal' } as const

const frame = {
  reference: z.string().meta(kept),
  service: z.string().meta(told),
  /** Key of the fee of the first line. */
  fee: z.string().meta(told),
}
const way = z.enum(WAYS).nullable().meta(told)
const day = z.iso.date().meta(told)
const yen = z.int().meta(told)

export const facts = {
  requested: factType('payments.requested', z.object({ ...frame, yen, dueOn: day }), terms),
  /** The amount is there, or nothing was to be paid (`way` null). Once for each request, unless it was taken back between. */
  paid: factType('payments.paid', z.object({ ...frame, yen, way, isElectronic: z.boolean().meta(told), paidOn: day }), terms),
  /** Money that was there is not there any more: a cancelled prompt notice, a voided receipt. */
  takenBack: factType('payments.taken-back', z.object({ ...frame, yen }), terms),
  failed: factType('payments.failed', z.object({ ...frame, way }), terms),
  cancelled: factType('payments.cancelled', z.object(frame), terms),
  expired: factType('payments.expired', z.object({ ...frame, yen }), terms),
  /** Some days before the due day, once: for whoever may write to the payer. */
  dueSoon: factType('payments.due-soon', z.object({ ...frame, yen, dueOn: day }), terms),
  /** Came in without being asked: paid twice, or after it was cancelled. */
  surplusFound: factType('payments.surplus-found', z.object({ ...frame, yen }), terms),
  refunded: factType('payments.refunded', z.object({ ...frame, yen, isWhole: z.boolean().meta(told), paidOn: day }), terms),
  /** A payment found its request: by itself, or because a person looked. */
  matched: factType('payments.matched', z.object({ way, isAutomatic: z.boolean().meta(told) }), terms),
  dayClosed: factType('payments.day-closed', z.object({ day, ledgerYen: yen, agentsYen: yen, bankYen: yen }), terms),
  feesChanged: factType('payments.fees-changed', z.object({ rows: z.int().meta(told) }), terms),
}
