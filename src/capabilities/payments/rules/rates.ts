import type { PaymentLine, Rate } from '../model.ts'

export type RateRefusal = 'unknown-fee' | 'no-rate-on-day' | 'unknown-reduction' | 'no-reduction-on-day' | 'reduction-above-fee'

/** What one costs on a day. */
export interface Price {
  readonly rate: Rate
  readonly reduction: Rate | null
}

export type PriceAnswer = { readonly ok: true; readonly price: Price } | { readonly ok: false; readonly reason: RateRefusal }

/**
 * The price of a fee on a day out of its table. A price that is not written is refused, never taken for 0: a rate of 0 yen
 * stands in the table as 0.
 */
export function priceOn(rates: readonly Rate[], fee: string, reduction: string, on: Temporal.PlainDate): PriceAnswer {
  const own = rates.filter((rate) => rate.fee === fee)
  if (!own.some((rate) => rate.reduction === '')) return { ok: false, reason: 'unknown-fee' }
  const rate = rateOn(own.filter((one) => one.reduction === ''), on)
  if (rate === undefined) return { ok: false, reason: 'no-rate-on-day' }
  if (reduction === '') return { ok: true, price: { rate, reduction: null } }
  const reduced = own.filter((one) => one.reduction === reduction)
  if (reduced.length === 0) return { ok: false, reason: 'unknown-reduction' }
  const found = rateOn(reduced, on)
  if (found === undefined) return { ok: false, reason: 'no-reduction-on-day' }
  if (found.yen > rate.yen) return { ok: false, reason: 'reduction-above-fee' }
  return { ok: true, price: { rate, reduction: found } }
}

/** The row that holds on a day: of those that have begun the latest, unless it has ended. A later row takes over by itself. */
export function rateOn(rows: readonly Rate[], on: Temporal.PlainDate): Rate | undefined {
  const begun = rows.filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, on) <= 0)
  const latest = begun.toSorted((a, b) => Temporal.PlainDate.compare(b.validFrom, a.validFrom))[0]
  const end = latest?.validTo ?? null
  return end !== null && Temporal.PlainDate.compare(end, on) < 0 ? undefined : latest
}

/** Fee × quantity − reduction. */
export function lineOf({ rate, reduction }: Price, quantity: number, reason: string): PaymentLine {
  return {
    fee: rate.fee, reduction: reduction?.reduction ?? '', rateId: rate.id, reductionRateId: reduction?.id ?? null,
    label: rate.label, quantity, unitYen: rate.yen,
    offYen: reduction === null ? 0 : (rate.yen - reduction.yen) * quantity,
    reason: reduction === null ? '' : reason,
  }
}
