import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'

/** Rung instead of names when anything may have changed: too many names at once, or a whole city, as by a restore. */
export const EVERYTHING_CHANGED = '*'

/** A message of NOTIFY is shorter than 8000 bytes (PostgreSQL documentation, NOTIFY). */
const LONGEST_MESSAGE = 7_800
/** A closing city waits so long for a server that does not answer. */
const PATIENCE_MS = 1_000

/**
 * Tells the other processes of a city which facts were committed here. The bell rings after the commit, because
 * PostgreSQL lets only one transaction at a time commit that rings one. When this process dies in between, the sealing
 * of the facts rings again (`sealed`), then for certain. What happens while it rings shares the next ring.
 */
export class FactBell {
  /** Stands before the names, so that whoever rang knows its own ring; no fact is called so. */
  private readonly sign = `@${randomUUID()}`
  private readonly sql: Sql
  private readonly waiting = new Set<string>()
  private ringing: Promise<void> | null = null

  constructor(sql: Sql) {
    this.sql = sql
  }

  /** Whether this process rang, which told its own listeners at the commit. */
  isOwn(message: string): boolean {
    return message.startsWith(this.sign)
  }

  ring(factNames: readonly string[]): void {
    for (const name of factNames) this.waiting.add(name)
    if (this.waiting.size > 0) this.ringing ??= this.ringAll()
  }

  /** Resolves when everything so far was rung, or could not be in time. */
  async settled(): Promise<void> {
    if (this.ringing === null) return
    const { promise: limit, resolve } = Promise.withResolvers<void>()
    const alarm = setTimeout(resolve, PATIENCE_MS)
    await Promise.race([this.ringing, limit])
    clearTimeout(alarm)
  }

  private async ringAll(): Promise<void> {
    while (this.waiting.size > 0) {
      const names = [...this.waiting].join(' ')
      this.waiting.clear()
      const message = names.length < LONGEST_MESSAGE ? `${this.sign} ${names}` : EVERYTHING_CHANGED
      // Without a connection nobody hears it now; listeners take a lost connection for a bell themselves.
      await this.sql`select pg_notify('facts', ${message})`.catch(() => {})
    }
    this.ringing = null
  }
}
