const JAPAN = 'Asia/Tokyo'

/** Seconds and a numeric zone, as CAP 1.2 (section 3.3.2) wants it and RFC 3339 allows: `2026-06-01T21:04:00+09:00`. */
export function feedTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(JAPAN).toString({ smallestUnit: 'second', timeZoneName: 'never' })
}

/** RFC 822 with four digits for the year, as RSS 2.0 wants it: `Mon, 01 Jun 2026 12:04:00 GMT`. */
export function rssTime(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toUTCString()
}
