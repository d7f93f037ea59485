/**
 * How long guessing is held up. NIST SP 800-63B-4, 3.2.2 allows a hundred failures in a row at most; waits that double
 * make the fifth and sixth slip of a tired person cheap and the fiftieth guess of a machine dear.
 */
export const LOCKOUT = {
  since: '2026-04-01',
  /** Failures in a row without any wait. */
  freeFailures: 4,
  firstWaitMinutes: 1,
  longestWaitMinutes: 60,
  /** After so many in a row only an administrator opens the account again. */
  mostFailures: 100,
  /** A city hall may stand behind one address, so this is for machines that go through many names. */
  failuresPerAddress: 60,
  addressWindowMinutes: 15,
} as const

/** Failures since the last success or pardon. */
export interface Failures {
  readonly count: number
  readonly lastAt: Temporal.Instant | null
}

export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly until: Temporal.Instant }
  /** Until an administrator resets it. */
  | { readonly kind: 'closed' }

/** Why somebody did not get in; the page says it, in the same words whether or not the name exists. */
export type Refusal =
  | Exclude<Standing, { readonly kind: 'open' }>
  | { readonly kind: 'refused' }
  /** Too many failures from one address. */
  | { readonly kind: 'crowded' }

/** May somebody try now? */
export function standingAfter({ count, lastAt }: Failures, now: Temporal.Instant): Standing {
  if (count >= LOCKOUT.mostFailures) return { kind: 'closed' }
  const minutes = waitAfter(count)
  if (minutes === 0 || lastAt === null) return { kind: 'open' }
  const until = lastAt.add({ minutes })
  return Temporal.Instant.compare(now, until) < 0 ? { kind: 'waiting', until } : { kind: 'open' }
}

/** Minutes to wait after so many failures in a row: 0 up to the fourth, then 1, 2, 4 … 60. */
export function waitAfter(failures: number): number {
  if (failures <= LOCKOUT.freeFailures) return 0
  return Math.min(LOCKOUT.firstWaitMinutes * 2 ** (failures - LOCKOUT.freeFailures - 1), LOCKOUT.longestWaitMinutes)
}

export function isCrowded(failuresFromAddress: number): boolean {
  return failuresFromAddress >= LOCKOUT.failuresPerAddress
}
