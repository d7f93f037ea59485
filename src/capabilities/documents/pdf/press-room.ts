import { availableParallelism } from 'node:os'
import { Press, PRESS_LIMITS, type PressLimits, type Unnumbered } from './press.ts'
import type { PressAnswer } from './press-words.ts'

/** More presses than cores would only wait for each other, and each holds some 200 MB while it works. */
const MOST_PRESSES = Math.min(availableParallelism(), 8)

/**
 * The presses of one process of the city. A second one starts only when the first has work: a city that prints a
 * calendar now and then carries one at most.
 */
export class PressRoom {
  private readonly presses: readonly Press[]

  constructor(limits: PressLimits = PRESS_LIMITS, presses: number = MOST_PRESSES) {
    this.presses = Array.from({ length: presses }, () => new Press(limits))
  }

  get running(): number {
    return this.presses.filter((press) => press.isRunning).length
  }

  /** As `Press.print`; the least loaded press takes it, a running one before one that would have to start. */
  print(job: Unnumbered): Promise<PressAnswer> {
    const press = this.presses.reduce((best, other) => (costOf(other) < costOf(best) ? other : best))
    return press.print(job)
  }

  close(): void {
    for (const press of this.presses) press.close()
  }
}

/** Starting costs about as much as a dozen pages. */
const START_COST = 4

function costOf(press: Press): number {
  return press.load + (press.isRunning ? 0 : START_COST)
}
