import { z } from 'zod'

/**
 * What the provider says, as far as we read it: the Checkout interface of Stripe (API reference, objects Session, Event,
 * Refund, BalanceTransaction). Whatever else stands in its answers is left there: we keep nothing that we do not need, and
 * of the card not even the last digits.
 */
const seconds = z.int().transform((value) => Temporal.Instant.fromEpochMilliseconds(value * 1000))

const intent = z.union([
  z.string().transform((id) => ({ id, chargedAt: null })),
  z.object({ id: z.string(), latest_charge: z.object({ created: seconds }).nullable().optional().catch(null) })
    .transform(({ id, latest_charge: charge }) => ({ id, chargedAt: charge?.created ?? null })),
])

export const sessionShape = z.object({
  id: z.string().regex(/^cs_[A-Za-z0-9_]{1,200}$/),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  status: z.enum(['open', 'complete', 'expired']),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  amount_total: z.int(),
  currency: z.literal('jpy'),
  client_reference_id: z.string().nullable(),
  payment_intent: intent.nullable(),
  expires_at: seconds,
})
export type ProviderSession = z.infer<typeof sessionShape>

export const SESSION_EVENTS = [
  'checkout.session.completed', 'checkout.session.async_payment_succeeded', 'checkout.session.async_payment_failed', 'checkout.session.expired',
] as const

export const eventShape = z.object({
  id: z.string().regex(/^evt_[A-Za-z0-9_]{1,200}$/),
  type: z.string().max(100),
  created: seconds,
  data: z.object({ object: z.unknown() }),
})
export type ProviderEvent = z.infer<typeof eventShape>

export const refundShape = z.object({ id: z.string().max(200), amount: z.int(), status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']), created: seconds })
export type ProviderRefund = z.infer<typeof refundShape>

export const entriesShape = z.object({
  has_more: z.boolean(),
  data: z.array(z.object({
    id: z.string().max(200), type: z.string(), amount: z.int(), fee: z.int(), created: seconds, available_on: seconds,
    source: z.object({ payment_intent: z.string().nullable() }).nullable(),
  })),
})
export type ProviderEntries = z.infer<typeof entriesShape>

export const errorShape = z.object({ error: z.object({ type: z.string().catch(''), code: z.string().optional().catch(undefined), message: z.string().catch('') }) })
