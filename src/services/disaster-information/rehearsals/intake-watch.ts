import { setTimeout as wait } from 'node:timers/promises'
import type { Stage } from '#kernel/service/rehearsal.ts'

/** How exactly the moment is known at which a telegram is taken in. */
const LOOK_MS = 10
/** A delivery that waits for longer is lost for the rehearsal. */
const PATIENCE_MS = 60_000

/** Looks from outside at what still waits to be taken in. */
export class IntakeWatch {
  private readonly owner: Stage['owner']
  private looking: Promise<number> | null = null

  constructor(owner: Stage['owner']) {
    this.owner = owner
  }

  /** Resolves when this delivery, and everything before it, has been taken in. */
  async taken(delivery: number): Promise<void> {
    const began = performance.now()
    while ((await this.oldest()) <= delivery) {
      if (performance.now() - began > PATIENCE_MS) throw new Error(`the telegram of delivery ${delivery} was not taken in within ${PATIENCE_MS / 1_000} s`)
    }
  }

  /** Of what waits the first; everybody who asks meanwhile shares one look. */
  private oldest(): Promise<number> {
    this.looking ??= this.look().finally(() => {
      this.looking = null
    })
    return this.looking
  }

  private async look(): Promise<number> {
    await wait(LOOK_MS)
    const [row] = await this.owner<{ first: number | null }[]>`select min(id) as first from disaster_information.delivery`
    return row?.first ?? Number.POSITIVE_INFINITY
  }
}
