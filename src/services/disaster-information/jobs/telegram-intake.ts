import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { StandingRun, StandingSurroundings, StandingWork } from '#kernel/jobs/standing-work.ts'
import { receiveTelegrams } from '../actions/receive-telegram.ts'
import { DELIVERED, holdDue, putOffDelivery, settleDeliveries, type Delivery } from '../store/deliveries.ts'
import { INTAKE } from './intake-limits.ts'
import { Rounds } from './rounds.ts'

const PART = 'disaster-information'

/**
 * Takes in what was delivered, beside the process that answers pages: several telegrams in one transaction, in the order of their
 * coming. What is taken leaves the deliveries with the same commit, so a process that dies leaves nothing out and takes nothing twice;
 * of two processes one waits for the other.
 */
export const telegramIntake: StandingWork = {
  name: 'telegram-intake',
  begin: (open, surroundings) => new Intake(open, surroundings),
}

export class Intake implements StandingRun {
  private readonly open: OpenCity
  private readonly surroundings: StandingSurroundings
  private readonly rounds = new Rounds(INTAKE.deliveriesMs, INTAKE.deliveriesMs)
  private unlisten: () => Promise<void> = async () => {}

  constructor(open: OpenCity, surroundings: StandingSurroundings) {
    this.open = open
    this.surroundings = surroundings
  }

  async start(): Promise<void> {
    const bell = await this.open.database.sql.listen(DELIVERED, () => this.rounds.ring())
    this.unlisten = bell.unlisten
    this.rounds.start(() => this.settle(), (thrown) => this.warn('telegram-intake-interrupted', thrown))
  }

  async settle(): Promise<number> {
    for (let did = 0; ; ) {
      const took = this.rounds.ended.aborted ? 0 : await this.takeSome()
      if (took === 0) return did
      did += took
    }
  }

  async end(): Promise<void> {
    await this.unlisten().catch(() => {})
    await this.rounds.end()
  }

  /** Returns how many left the deliveries or were put off. */
  private async takeSome(telegrams: number = INTAKE.deliveriesAtOnce): Promise<number> {
    let held: readonly Delivery[] = []
    try {
      await this.act(async (tx) => {
        held = await holdDue(tx, { telegrams, bytes: INTAKE.deliveryBytesAtOnce })
        if (held.length === 0) return
        await receiveTelegrams(tx, held.map(({ body, way, deliveredAt }) => ({ source: body, way, arrivedAt: deliveredAt })))
        await settleDeliveries(tx, held.map(({ id }) => id))
      })
    } catch (thrown) {
      const [first] = held
      if (first === undefined) throw thrown
      this.warn('telegram-not-taken', thrown)
      if (held.length === 1) await this.putOff(first, thrown)
      // One that cannot be taken must not keep the others out: each alone then.
      else for (const _ of held) await this.takeSome(1)
    }
    return held.length
  }

  private putOff({ id, tries }: Delivery, thrown: unknown): Promise<void> {
    const seconds = Math.min(INTAKE.firstRetrySeconds * 2 ** Math.min(tries, 10), INTAKE.longestRetrySeconds)
    return this.act((tx) => putOffDelivery(tx, id, String(thrown).slice(0, 300), tx.now.add({ seconds })))
  }

  private act<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.open.database.act(PART, systemActor, work)
  }

  private warn(event: string, thrown: unknown): void {
    this.surroundings.log.warn(event, { city: this.open.city.key, why: String(thrown).slice(0, 200) })
  }
}
