import { setTimeout as wait } from 'node:timers/promises'

/** What fails without being told off in the database (settings, the database itself) is not tried every second. */
const REST_AFTER_FAILURE_MS = 30_000

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

  /** Aborted when the end has come, for what waits for others. */
  get ended(): AbortSignal {
    return this.ending.signal
  }

  async end(): Promise<void> {
    this.ending.abort()
    await this.running
  }

  private async go(round: () => Promise<unknown>, onFailure: (thrown: unknown) => void): Promise<void> {
    while (!this.ending.signal.aborted) {
      const restMs = await round().then(() => this.restMs, (thrown: unknown) => {
        onFailure(thrown)
        return REST_AFTER_FAILURE_MS
      })
      await wait(restMs, undefined, { signal: this.ending.signal }).catch(() => {})
    }
  }
}
