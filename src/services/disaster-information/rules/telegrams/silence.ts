/** What is known of a feed's answers. */
export interface Answering {
  readonly address: string
  readonly askedAt: Temporal.Instant | null
  readonly answeredAt: Temporal.Instant | null
  readonly problem: string
}

/** Without a good answer for so long a feed is silent. */
export const SILENT_MINUTES = 5
/** A feed that nobody asks any more was taken out of the settings. */
const FORGOTTEN_HOURS = 24

/** Feeds that are asked and do not answer: what is not heard of them must not look calm. */
export function silentFeeds<Feed extends Answering>(feeds: readonly Feed[], now: Temporal.Instant): Feed[] {
  return askedFeeds(feeds, now).filter(({ answeredAt, askedAt }) => {
    const heard = answeredAt ?? askedAt
    return heard !== null && Temporal.Instant.compare(heard.add({ minutes: SILENT_MINUTES }), now) < 0
  })
}

export function askedFeeds<Feed extends Answering>(feeds: readonly Feed[], now: Temporal.Instant): Feed[] {
  return feeds.filter(({ askedAt }) => askedAt !== null && Temporal.Instant.compare(askedAt.add({ hours: FORGOTTEN_HOURS }), now) > 0)
}
