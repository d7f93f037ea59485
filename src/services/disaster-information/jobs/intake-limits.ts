/** How patiently telegrams are fetched. All in one place. */
export const INTAKE = {
  /** The agency renews its feeds every minute. */
  askSeconds: 20,
  /** A feed that answers badly is asked again after this, then twice as long, up to the second figure. */
  firstBackOffSeconds: 20,
  longestBackOffSeconds: 600,
  timeoutMs: 10_000,
  /** Documents fetched one after the other in one round. */
  entriesARound: 50,
  entriesAtOnce: 4,
  /** A document that never comes is given up after so many tries, and shown as lost. */
  triesOfEntry: 10,
  /** At the first start, and after a gap, entries older than this are not fetched any more. */
  catchUpHours: 48,
  entriesKeptDays: 30,
  folderMs: 2_000,
  /** A file that still grows, or that is cut off and younger than this, is still being written. */
  fileRestsMs: 2_000,
  fileMayBeCutMs: 30_000,
  filesARound: 200,
  /** Deliveries are looked for this often though nobody rang. */
  deliveriesMs: 1_000,
  /** Taken in with one commit: so few that pages of the same process wait for some milliseconds only, so many that a burst is over at once. */
  deliveriesAtOnce: 20,
  deliveryBytesAtOnce: 2 * 1024 * 1024,
  /** A delivery that cannot be taken in is tried again after this, then twice as long, up to the second figure; it is never given up. */
  firstRetrySeconds: 1,
  longestRetrySeconds: 60,
} as const
