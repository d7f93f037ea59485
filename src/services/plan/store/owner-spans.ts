import type { Owner } from '../model.ts'

/** An owner with the days on which it held; null is open to that side. Both days are included. */
export interface OwnerSpan extends Owner {
  readonly position: number
  readonly unitCode: string | null
  readonly validFrom: Temporal.PlainDate | null
  readonly validTo: Temporal.PlainDate | null
}

export interface Span {
  readonly from: Temporal.PlainDate | null
  readonly to: Temporal.PlainDate | null
}

/**
 * The owners of a project after a report said who they were during some days: what was known of other days stays. So
 * a reorganisation closes the old owners on the day before, and the report of an earlier year still prints them.
 */
export function withOwnersDuring(known: readonly OwnerSpan[], owners: readonly Omit<OwnerSpan, 'validFrom' | 'validTo'>[], span: Span): OwnerSpan[] {
  const before = known.flatMap((owner) => cut(owner, { from: null, to: span.from?.subtract({ days: 1 }) ?? 'never' }))
  const after = known.flatMap((owner) => cut(owner, { from: span.to?.add({ days: 1 }) ?? 'never', to: null }))
  return [...before, ...owners.map((owner) => ({ ...owner, validFrom: span.from, validTo: span.to })), ...after]
}

/** The part of an owner's days that lies within the span; `never` where that side has no days at all. */
function cut(owner: OwnerSpan, span: { from: Span['from'] | 'never'; to: Span['to'] | 'never' }): OwnerSpan[] {
  if (span.from === 'never' || span.to === 'never') return []
  const validFrom = later(owner.validFrom, span.from)
  const validTo = earlier(owner.validTo, span.to)
  if (validFrom !== null && validTo !== null && Temporal.PlainDate.compare(validFrom, validTo) > 0) return []
  return [{ ...owner, validFrom, validTo }]
}

function later(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): Temporal.PlainDate | null {
  if (one === null || other === null) return one ?? other
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other
}

function earlier(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): Temporal.PlainDate | null {
  if (one === null || other === null) return one ?? other
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other
}
