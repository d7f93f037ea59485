import type { Tx } from '#kernel/database/transaction.ts'
import type { City } from '#kernel/city/city.ts'
import type { Manifest } from '#kernel/service/manifest.ts'

/** Work done after a commit or by the calendar. It may run twice when a machine dies; its effect in `tx` lands once. */
export interface JobType<Input> {
  /** Service and work, e.g. `plan.print-report`. */
  readonly name: string
  /** When by itself; a job without it only runs when it is queued. */
  readonly timetable?: Timetable
  run(tx: Tx, input: Input, city: City, parts: readonly Manifest[]): Promise<void>
}

/** Every day at a time of day in Japan, or every so many minutes. */
export type Timetable = { readonly dailyAt: string } | { readonly everyMinutes: number }

export interface JobWishes {
  readonly runAt?: Temporal.Instant
  /** Work under a key that is already waiting is not queued again; what runs no longer waits. */
  readonly onceKey?: string
}

export interface JobDraft {
  readonly name: string
  readonly input: unknown
  readonly runAt: string
  readonly onceKey: string | null
}

export function job<Input>(name: string, terms: Omit<JobType<Input>, 'name'>): JobType<Input> {
  return { name, ...terms }
}

export function draftJob<Input>(type: JobType<Input>, input: Input, wishes: JobWishes, now: Temporal.Instant): JobDraft {
  const runAt = (wishes.runAt ?? now).toString()
  return { name: type.name, input: input ?? null, runAt, onceKey: wishes.onceKey ?? null }
}
