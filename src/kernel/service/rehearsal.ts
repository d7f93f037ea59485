import type { Sql } from 'postgres'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Seal } from '#kernel/secrets/seal.ts'

/**
 * A grave day played through a city of its own, with its web, its workers, a crowd of visitors and the world outside in
 * processes of their own: shows before the day whether the city would stand it. Its figures are measured, never set.
 */
export interface Rehearsal {
  /** As it is called on the command line: `tsunagu rehearse storm`. */
  readonly name: string
  /** One line for people who choose. */
  readonly says: string
  run(stage: Stage): Promise<readonly Measured[]>
}

/** What a rehearsal plays on. */
export interface Stage {
  /** How much of the day is played: 1 is all of it, less is for a quick look. Figures that must be reached stay the same. */
  readonly share: number
  readonly open: OpenCity
  /** Writes as the owner of the database: for filling the city before the day begins. */
  readonly owner: Sql
  /** The keys of the part that rehearses, the same as its pages have. */
  readonly seal: Seal
  /** Address of the web, without a slash at its end. */
  readonly origin: string
  /** The cookie of a session of one of the demo's staff. */
  signIn(login: string): Promise<string>
  /** Sends a crowd to a page; it comes again and again until it is sent home. */
  crowd(path: string): { goHome(): Promise<Seen> }
  /** What the world outside has taken in so far, by channel. */
  outside(): Promise<Readonly<Record<string, Taken>>>
  told(line: string): void
}

/** What a crowd saw of a page, over the time that it was there. */
export interface Seen {
  readonly answers: number
  readonly errors: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly worstMs: number
}

export interface Taken {
  readonly messages: number
  /** Messages that came more than once, by their own identity. */
  readonly twice: number
}

/** One figure, and what it must reach. */
export interface Measured {
  readonly what: string
  readonly figure: string
  readonly reach: string
  readonly isReached: boolean
}
