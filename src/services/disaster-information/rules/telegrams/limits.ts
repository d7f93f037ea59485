/** How much of an XML document is read. */
export interface XmlLimits {
  readonly bytes: number
  readonly elements: number
  readonly depth: number
  readonly attributes: number
}

/** How much of a telegram is taken in. JMA's own largest for one prefecture are under half a megabyte. */
export const TELEGRAM_LIMITS = {
  bytes: 2 * 1024 * 1024,
  elements: 200_000,
  depth: 40,
  attributes: 32,
  /** Of one name, code or time; sentences are only limited by the bytes. */
  wordLetters: 500,
} as const

/** Of a telegram that was refused, as much is kept for staff to look at. */
export const REFUSED_BYTES_KEPT = 64 * 1024

/** A feed of several days is longer than any telegram. */
export const FEED_LIMITS: XmlLimits = { bytes: 8 * 1024 * 1024, elements: 300_000, depth: 10, attributes: 32 }
