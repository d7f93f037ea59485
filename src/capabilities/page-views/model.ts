import type { Language } from '#kernel/text/text.ts'

/** What a city counts as a view of a page, from a day on. */
export interface ViewRule {
  /** First day on which it holds. */
  readonly from: Temporal.PlainDate
  /** Answers that count, e.g. 200; with 304, also pages that the browser had kept. */
  readonly statuses: readonly number[]
  /** Media types that count, without parameters, e.g. `text/html`. */
  readonly types: readonly string[]
  readonly countsRobots: boolean
  readonly countsStaff: boolean
  /** Why the city counts so; shown on the page. */
  readonly reason: string
}

/** Views that are not yet written down. */
export interface ViewCount {
  readonly day: string
  readonly route: string
  readonly language: Language
  readonly views: number
  /** When the last of them was given out, in milliseconds since 1970. */
  readonly lastAtMs: number
}
