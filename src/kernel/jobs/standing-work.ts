import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { Log } from '#kernel/telemetry/log.ts'

/**
 * Work that goes on as long as a city is open, in each process that has workers, beside the queue of jobs: a channel
 * that hands thousands of messages over, a feed that is looked at every minute. What it must not lose stands in the
 * database; it may be killed at any moment and begin again elsewhere.
 */
export interface StandingWork {
  /** In kebab case, for the log. */
  readonly name: string
  begin(open: OpenCity, surroundings: StandingSurroundings): StandingRun
}

export interface StandingSurroundings {
  readonly log: Log
  /** Of the part whose work it is: the same keys as its pages have. */
  readonly seal: Seal
}

export interface StandingRun {
  /** Goes on by itself until `end`. Throws nothing: what fails is logged and tried again. */
  start(): Promise<void>
  /** Does what is due now, to its end, without `start`: for tests and commands. Returns how much was done. */
  settle(): Promise<number>
  /** Takes nothing new, and resolves when what is under way has been written down. */
  end(): Promise<void>
}
