/** Does one thing again and again with a rest between, until it is ended; the round under way is finished first. */
export class Rounds {
  private readonly restMs: number
  private isEnded = false
  private wake: () => void = () => {}
  private running: Promise<void> = Promise.resolve()

  constructor(restMs: number) {
    this.restMs = restMs
  }

  start(round: () => Promise<unknown>, failed: (thrown: unknown) => void): void {
    this.running = this.go(round, failed)
  }

  async end(): Promise<void> {
    this.isEnded = true
    this.wake()
    await this.running
  }

  private async go(round: () => Promise<unknown>, failed: (thrown: unknown) => void): Promise<void> {
    while (!this.isEnded) {
      await round().catch(failed)
      if (!this.isEnded) await this.rest()
    }
  }

  private rest(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const alarm = setTimeout(resolve, this.restMs)
    this.wake = () => {
      clearTimeout(alarm)
      resolve()
    }
    return promise
  }
}
