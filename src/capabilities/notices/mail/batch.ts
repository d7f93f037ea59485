import type { ChannelDown, Outcome } from '../sending/channel.ts'

/** Messages that were handed in together, and how many of them are still to be told of. */
export class Batch {
  private readonly told: (index: number, outcome: Outcome) => void
  private readonly over = Promise.withResolvers<void>()
  private left: number
  private fault: ChannelDown | null = null

  constructor(count: number, told: (index: number, outcome: Outcome) => void) {
    this.told = told
    this.left = count
  }

  /** Resolves when all were told of; rejects when some were dropped, but not before those under way were told of. */
  get end(): Promise<void> {
    return this.over.promise
  }

  get isDropped(): boolean {
    return this.fault !== null
  }

  tell(index: number, outcome: Outcome): void {
    this.told(index, outcome)
    this.settle()
  }

  /** One of them is not tried any more. */
  drop(fault: ChannelDown): void {
    this.fault ??= fault
    this.settle()
  }

  private settle(): void {
    this.left--
    if (this.left > 0) return
    if (this.fault === null) this.over.resolve()
    else this.over.reject(this.fault)
  }
}
