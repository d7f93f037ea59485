/** Wakes loops that rest. A ring while nobody rests is not lost: whoever looked before it does not lie down. */
export class Bell {
  private rings = 0
  private readonly wakers = new Set<() => void>()

  ring(): void {
    this.rings++
    for (const wake of this.wakers) wake()
  }

  /** How often it has rung: to be asked before the work after which one wants to rest. */
  get count(): number {
    return this.rings
  }

  /** Resolves with the next ring, after so many milliseconds, or at once when it has rung since `count`. */
  rest(ms: number, count: number): Promise<void> {
    if (count !== this.rings) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(alarm)
        this.wakers.delete(wake)
        resolve()
      }
      const alarm = setTimeout(wake, ms)
      this.wakers.add(wake)
    })
  }
}
