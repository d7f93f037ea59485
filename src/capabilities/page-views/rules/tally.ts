import { beginOf, dayOf } from '#kernel/time/clock.ts'
import type { Language } from '#kernel/text/text.ts'
import type { ViewCount } from '../model.ts'

interface Count {
  readonly day: string
  readonly route: string
  readonly language: Language
  views: number
  lastAtMs: number
}

/** Views in memory, by day, route and language. A view costs two look-ups; the calendar is asked once a day. */
export class Tally {
  private counts = new Map<string, Count>()
  private day = ''
  private dayBeginsAtMs = Number.POSITIVE_INFINITY
  private dayEndsAtMs = Number.NEGATIVE_INFINITY

  /** The day in Japan on which a moment falls. */
  dayAt(ms: number): string {
    if (ms < this.dayBeginsAtMs || ms >= this.dayEndsAtMs) {
      const day = dayOf(Temporal.Instant.fromEpochMilliseconds(ms))
      this.day = day.toString()
      this.dayBeginsAtMs = beginOf(day).epochMilliseconds
      this.dayEndsAtMs = beginOf(day.add({ days: 1 })).epochMilliseconds
    }
    return this.day
  }

  /** Counts a view that was given out at a moment. */
  count(route: string, language: Language, ms: number): void {
    this.add({ day: this.dayAt(ms), route, language, views: 1, lastAtMs: ms })
  }

  /** Hands everything over and begins anew. */
  take(): readonly ViewCount[] {
    const taken = [...this.counts.values()]
    this.counts = new Map()
    return taken
  }

  /** Puts back what could not be written down. */
  putBack(counts: readonly ViewCount[]): void {
    for (const count of counts) this.add(count)
  }

  private add({ day, route, language, views, lastAtMs }: ViewCount): void {
    const key = `${day} ${language} ${route}`
    const known = this.counts.get(key)
    if (known === undefined) {
      this.counts.set(key, { day, route, language, views, lastAtMs })
      return
    }
    known.views += views
    known.lastAtMs = Math.max(known.lastAtMs, lastAtMs)
  }
}
