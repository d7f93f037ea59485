/** Steps shorter than this pass without a word. */
const WORTH_A_LINE_MS = 1_000

/** Prints a line for every step that takes over a second, with what it took; quick steps leave no noise. */
export class ProgressLines {
  private readonly print: (line: string) => void
  private current: { readonly step: string; readonly since: number; readonly alarm: NodeJS.Timeout } | null = null

  constructor(print: (line: string) => void) {
    this.print = print
  }

  begin(step: string): void {
    this.end()
    const alarm = setTimeout(() => this.print(`  ${step} …`), WORTH_A_LINE_MS)
    this.current = { step, since: performance.now(), alarm }
  }

  end(): void {
    if (this.current === null) return
    clearTimeout(this.current.alarm)
    const ms = performance.now() - this.current.since
    if (ms >= WORTH_A_LINE_MS) this.print(`  ${this.current.step}: ${(ms / 1000).toFixed(1)} s`)
    this.current = null
  }
}
