import type { Row, RowList, Sql } from 'postgres'
import { Fault } from '#kernel/faults/faults.ts'

/** Transactions that may wait for a connection before new ones are turned away. */
const LONGEST_QUEUE = 500
const PATIENCE_MS = 15_000

/** What the server says to one statement. */
export type Reply = RowList<Row[]>

/** A connection lent to one transaction. It refuses to send anything once its connection was lost. */
export interface LentConnection {
  /** Sends at once, whether or not anybody waits for the reply. Rejects when the connection is lost before it comes. */
  send(sql: string, parameters?: readonly unknown[]): Promise<Reply>
  /** Gives the connection back; `isDoubtful` hangs it up, which rolls back whatever was open on it. */
  release(isDoubtful?: boolean): void
}

/** Opens a client of exactly one connection, which tells when that connection is gone. */
export type OpenClient = (onLost: () => void) => Sql

interface Slot {
  readonly client: Sql
  /** Statements under way; told when the connection is lost. */
  readonly unanswered: Set<(fault: Error) => void>
  isLost: boolean
}

/**
 * Connections for transactions. Each is a postgres.js client of its own with a single connection, because that library
 * (3.4.9, its issue 1208) ends the process when a connection is lost inside `begin` or `reserve`, and would send the
 * rest of a dead transaction over the next connection. Here a lost connection only ends the transaction that had it, and
 * ends it for certain: of a server that was killed, the library forgets some statements without a word.
 */
export class ConnectionSlots {
  private readonly openClient: OpenClient
  private readonly size: number
  private readonly idle: Slot[] = []
  private readonly waiting: ((slot: Slot) => void)[] = []
  private lent = 0
  private isClosed = false

  constructor(openClient: OpenClient, size: number) {
    this.openClient = openClient
    this.size = size
  }

  async borrow(): Promise<LentConnection> {
    return this.lend(await this.take())
  }

  async close(): Promise<void> {
    this.isClosed = true
    await Promise.all(this.idle.splice(0).map((slot) => slot.client.end({ timeout: 5 })))
  }

  private async take(): Promise<Slot> {
    if (this.isClosed) throw new Fault('unavailable', 'the city is closing')
    if (this.lent < this.size) {
      this.lent++
      return this.sound(this.idle.pop())
    }
    if (this.waiting.length >= LONGEST_QUEUE) throw new Fault('unavailable', 'too many requests wait for the database')
    return this.queued()
  }

  private queued(): Promise<Slot> {
    return new Promise((resolve, reject) => {
      const turn = (slot: Slot) => {
        clearTimeout(alarm)
        resolve(slot)
      }
      const alarm = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(turn), 1)
        reject(new Fault('unavailable', 'no database connection came free in time'))
      }, PATIENCE_MS)
      this.waiting.push(turn)
    })
  }

  private sound(slot: Slot | undefined): Slot {
    if (slot !== undefined && !slot.isLost) return slot
    const opened: Slot = { client: this.openClient(() => lose(opened)), unanswered: new Set(), isLost: false }
    return opened
  }

  private lend(slot: Slot): LentConnection {
    let isReturned = false
    return {
      send: (sql, parameters) => {
        const reply = slot.isLost || isReturned ? Promise.reject(lostConnection()) : answered(slot, sql, parameters)
        // Whoever waits for it hears of its failure. A statement that nobody waits for any more, because the connection
        // died under several at once, must not end the process.
        reply.catch(() => {})
        return reply
      },
      release: (isDoubtful = false) => {
        if (isReturned) return
        isReturned = true
        if (isDoubtful) lose(slot)
        this.giveBack(slot)
      },
    }
  }

  private giveBack(slot: Slot): void {
    const next = this.waiting.shift()
    if (next !== undefined) return next(this.sound(slot))
    this.lent--
    if (this.isClosed) void slot.client.end({ timeout: 5 }).catch(() => {})
    else this.idle.push(slot)
  }
}

function answered(slot: Slot, sql: string, parameters: readonly unknown[] | undefined): Promise<Reply> {
  return new Promise((resolve, reject) => {
    slot.unanswered.add(reject)
    const query = parameters === undefined ? slot.client.unsafe(sql) : slot.client.unsafe(sql, parameters as never[], { prepare: true })
    query.execute().then(resolve, reject).finally(() => slot.unanswered.delete(reject))
  })
}

/** Ends everything that waits on it; what the library had not sent yet must not leave over a next connection. */
function lose(slot: Slot): void {
  slot.isLost = true
  for (const fail of slot.unanswered) fail(lostConnection())
  void slot.client.end({ timeout: 0 }).catch(() => {})
}

function lostConnection(): Error {
  return Object.assign(new Error('The connection to the database was lost'), { code: 'CONNECTION_CLOSED' })
}
