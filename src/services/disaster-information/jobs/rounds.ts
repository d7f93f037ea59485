/** What fails without being told off in the database (settings, the database itself) is not tried every second. */
const REST_AFTER_FAILURE_MS = 30_000

/** Does something again and again, with a rest between, until it is ended; what fails is told and tried again. */
export class Rounds {
  private readonly restMs: number
  private readonly restAfterFailureMs: number
  private readonly ending = new AbortController()
  private running: Promise<void> = Promise.resolve()
  private hasRung = false
  private wake: () => void = () => {}

  constructor(restMs: number, restAfterFailureMs = REST_AFTER_FAILURE_MS) {
    this.restMs = restMs
    this.restAfterFailureMs = restAfterFailureMs
  }

  start(round: () => Promise<unknown>, onFailure: (thrown: unknown) => void): void {
    this.running = this.go(round, onFailure)
  }

  /** The next round begins at once, or as soon as the one under way has ended. */
  ring(): void {
    this.hasRung = true
    this.wake()
  }

  /** Aborted when the end has come, for what waits for others. */
  get ended(): AbortSignal {
    return this.ending.signal
  }

  async end(): Promise<void> {
    this.ending.abort()
    this.wake()
    await this.running
  }

  private async go(round: () => Promise<unknown>, onFailure: (thrown: unknown) => void): Promise<void> {
    while (!this.ending.signal.aborted) {
      this.hasRung = false
      const restMs = await round().then(() => this.restMs, (thrown: unknown) => {
        onFailure(thrown)
        return this.restAfterFailureMs
      })
      await this.rest(restMs)
    }
  }

  private rest(ms: number): Promise<void> {
    if (this.hasRung || this.ending.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const alarm = setTimeout(resolve, ms)
      this.wake = () => {
        clearTimeout(alarm)
        resolve()
      }
    })
  }
}
