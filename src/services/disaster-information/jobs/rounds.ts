import { setTimeout as wait } from 'node:timers/promises'

/** Does something again and again, with a rest between, until it is ended; what fails is told and tried again. */
export class Rounds {
  private readonly restMs: number
  private readonly ending = new AbortController()
  private running: Promise<void> = Promise.resolve()

  constructor(restMs: number) {
    this.restMs = restMs
  }

  start(round: () => Promise<unknown>, onFailure: (thrown: unknown) => void): void {
    this.running = this.go(round, onFailure)
  }

  async end(): Promise<void> {
    this.ending.abort()
    await this.running
  }

  private async go(round: () => Promise<unknown>, onFailure: (thrown: unknown) => void): Promise<void> {
    while (!this.ending.signal.aborted) {
      await round().catch(onFailure)
      await wait(this.restMs, undefined, { signal: this.ending.signal }).catch(() => {})
    }
  }
}
