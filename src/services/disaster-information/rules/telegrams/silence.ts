/** What is known of a feed's answers. */
export interface Answering {
  readonly address: string
  readonly answeredAt: Temporal.Instant | null
  readonly problem: string
}

/**
 * What tells of the earth and the sea alone. Where it is heard nothing is known of warnings yet: the agency's high-frequency feeds
 * are eqvol.xml for these and extra.xml for warnings (気象庁防災情報XMLフォーマット形式電文の公開(PULL型), checked 2026-11-23).
 */
export const EARTH_TYPES = /^(?:VXSE|VYSE|VTSE)/

export function isEarthFeed(address: string): boolean {
  return /(?:^|\/)eqvol(?:_l)?\.xml$/.test(address)
}

/**
 * Without a good answer for so long a feed is silent. The agency renews its feeds every minute and we ask three times a minute; five
 * missed minutes are no chance. The city's own rule, of 2026-05-28.
 */
const SILENT_MINUTES = 5

/** Feeds that do not answer, or that nobody asks because the workers stand still: what is not heard must not look calm. */
export function silentFeeds<Feed extends Answering>(feeds: readonly Feed[], now: Temporal.Instant): Feed[] {
  return feeds.filter(({ answeredAt, problem }) =>
    answeredAt === null ? problem !== '' : Temporal.Instant.compare(answeredAt.add({ minutes: SILENT_MINUTES }), now) < 0)
}

const GAP = 'gap '
/** A gap is shown for so long, whatever came since: until the next shift has seen it. The city's own rule, of 2026-05-28. */
const GAP_SHOWN_HOURS = 24

/** What is remembered of a feed in which something may be missing. */
export function gapAt(now: Temporal.Instant): string {
  return `${GAP}${now.toString({ smallestUnit: 'second' })}`
}

/** What is still to be said of a feed that answers as it should: a gap that is not long ago. */
export function remainingProblem(problem: string, now: Temporal.Instant): string {
  const at = gapIn(problem)
  return at !== null && Temporal.Instant.compare(at.add({ hours: GAP_SHOWN_HOURS }), now) > 0 ? problem : ''
}

/** Since when something may be missing; null where nothing is. */
export function gapIn(problem: string): Temporal.Instant | null {
  return problem.startsWith(GAP) ? Temporal.Instant.from(problem.slice(GAP.length)) : null
}
