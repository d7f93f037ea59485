/** A sender's clock and ours may differ by this much before it is remarked upon. */
const CLOCK_TOLERANCE_SECONDS = 120

/**
 * What reports a later hour than this from now is not weighed: the state goes by the time of the report, so one telegram with a wrong
 * year would outdo everything that is said until then. The city's own rule; the agency dates its reports minutes ahead at most.
 */
const WEIGHED_AHEAD_SECONDS = 3600

/** For so long a telegram that was held back may still be weighed: a clock that is slow is set right within a day. */
export const HELD_BACK_HOURS = 24

/** Remark on a telegram that is kept as text, out of the state, because its time lies too far ahead. */
export const HELD_BACK = 'held-back'
/** Remark on a telegram that counts though its time lies a little ahead. */
export const FROM_THE_FUTURE = 'from-the-future'

/** Is this report too far ahead of the city's clock to be weighed? */
export function isTooFarAhead(reportAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return isAfter(reportAt, now.add({ seconds: WEIGHED_AHEAD_SECONDS }))
}

/** What is to be said of a telegram's times beside the city's clock. Only a report's own time decides its place in the night. */
export function remarksOnTime({ sentAt, reportAt }: { readonly sentAt: Temporal.Instant; readonly reportAt: Temporal.Instant }, now: Temporal.Instant): string[] {
  if (isTooFarAhead(reportAt, now)) return [HELD_BACK]
  const latest = now.add({ seconds: CLOCK_TOLERANCE_SECONDS })
  return isAfter(sentAt, latest) || isAfter(reportAt, latest) ? [FROM_THE_FUTURE] : []
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}
