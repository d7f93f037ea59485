import type { IncomingMessage } from 'node:http'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Language } from '#kernel/text/text.ts'

/** What a route gave out, without anything about who asked. */
export interface GivenPage {
  /** Key of the city. */
  readonly city: string
  /** The route's path, e.g. `/plan/projects/:code`, and not the address that was asked for. */
  readonly route: string
  readonly language: Language
  /** Media type, e.g. `text/html; charset=utf-8`; empty where there is none, as on a redirect. */
  readonly type: string
}

/** What an observer may look at and must not keep: the request, its status, and whether somebody was signed in. */
export interface Giving {
  readonly request: IncomingMessage
  readonly status: number
  readonly isSignedIn: boolean
}

/**
 * Hears of every page and file that a route of the city gave out, also of those from the page cache; errors are no
 * pages. It is called on the way of every request, so it must not wait for anything, and must not throw.
 */
export interface AnswerObserver {
  given(page: GivenPage, giving: Giving): void
  /** The web has closed: nothing more comes. */
  close(): Promise<void>
}

/** The observers of all cities of an installation, as their parts declare them. */
export class Observers {
  private readonly ofCity = new Map<string, readonly AnswerObserver[]>()

  constructor(cities: readonly OpenCity[]) {
    for (const open of cities) {
      const observers = open.directory.parts.flatMap((part) => part.observes?.(open) ?? [])
      if (observers.length > 0) this.ofCity.set(open.city.key, observers)
    }
  }

  given(page: GivenPage, giving: Giving): void {
    for (const observer of this.ofCity.get(page.city) ?? NOBODY) observer.given(page, giving)
  }

  async close(): Promise<void> {
    await Promise.all([...this.ofCity.values()].flat().map((observer) => observer.close()))
  }
}

const NOBODY: readonly AnswerObserver[] = []
