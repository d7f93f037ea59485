import type { Actor } from '#kernel/access/actor.ts'
import { auditStatement, type PersonalView } from '#kernel/audit/audit.ts'
import type { LentConnection } from './slots.ts'

/** What one page or action has to write down, in the role of the service it belongs to. */
interface Entry {
  readonly role: string
  readonly actor: Actor
  readonly view: PersonalView
  readonly kept: () => void
  readonly failed: (cause: unknown) => void
}

/** Lines that one commit may carry. */
const MOST_AT_ONCE = 200

/**
 * What readings leave in the audit. A reading cannot write, so its lines go over a connection of their own, on their way
 * while the page is still being read; the page leaves the house when they are safe on the disk. Lines that arrive during
 * a commit share the next one.
 */
export class AuditQueue {
  private readonly borrow: () => Promise<LentConnection>
  private waiting: Entry[] = []
  private isWriting = false

  constructor(borrow: () => Promise<LentConnection>) {
    this.borrow = borrow
  }

  /** Resolves when the line is committed. */
  write(role: string, actor: Actor, view: PersonalView): Promise<void> {
    return new Promise((kept, failed) => {
      this.waiting.push({ role, actor, view, kept, failed })
      if (!this.isWriting) void this.writeAll()
    })
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true
    while (this.waiting.length > 0) await this.writeTogether(this.waiting.splice(0, MOST_AT_ONCE))
    this.isWriting = false
  }

  /** One line that cannot be written must not take the others down with it. */
  private async writeTogether(entries: readonly Entry[]): Promise<void> {
    try {
      await commitLines(await this.borrow(), entries)
      for (const { kept } of entries) kept()
    } catch (thrown) {
      const [only, ...others] = entries
      if (others.length === 0) return only?.failed(thrown)
      for (const entry of entries) await this.writeTogether([entry])
    }
  }
}

async function commitLines(connection: LentConnection, entries: readonly Entry[]): Promise<void> {
  try {
    const pending = [connection.send('begin')]
    for (const { role, actor, view } of entries) {
      const { sql, parameters } = auditStatement(actor, view)
      pending.push(connection.send(`set local role "${role}"`), connection.send(sql, parameters))
    }
    // After a failure the server answers this with a rollback, and the failure itself rejects.
    pending.push(connection.send('commit'))
    await Promise.all(pending)
  } catch (thrown) {
    connection.release(true)
    throw thrown
  }
  connection.release()
}
