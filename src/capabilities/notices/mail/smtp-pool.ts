import { ChannelDown, type Outcome } from '../sending/channel.ts'
import { Batch } from './batch.ts'
import type { SmtpAddress } from './smtp-address.ts'
import { ConnectionLost, PATIENCE, SmtpConnection, type SmtpPatience } from './smtp-connection.ts'
import { downBy, envelopeAnswer, envelopeOf, MessageTooLarge, outcomeOf, type SmtpMessage } from './smtp-transaction.ts'

/** Connections that one process keeps to one server. */
export const POOL_CONNECTIONS = 10
/** Messages that are signed ahead of those that are being sent. */
const AHEAD = 48
/** A connection that nobody used for so long is closed. */
const IDLE_MS = 15_000
/** A message on which the connection broke so often is left for later: it may be what breaks it. */
const MOST_BREAKS = 3
const AFTER_BREAKS_SECONDS = 60

export interface SmtpPoolTerms {
  readonly address: SmtpAddress
  /** By which we greet. */
  readonly ownName: string
  readonly connections?: number
  readonly patience?: SmtpPatience
  /** How many connections may work on a lane at once; all of them where it says nothing. */
  readonly connectionsOf?: (lane: string) => number | undefined
}

/** One message on its way. */
interface Entry {
  readonly message: SmtpMessage
  readonly batch: Batch
  readonly index: number
  content: Promise<string> | null
  breaks: number
  isOver: boolean
}

interface LaneQueue {
  readonly waiting: Entry[]
  underWay: number
}

/**
 * Hands messages to one server over several connections, each with the next message's envelope sent along with the end of
 * the one before (RFC 2920), so that a message costs one round trip. Signatures are computed ahead, beside this thread.
 */
export class SmtpPool {
  private readonly terms: SmtpPoolTerms
  private readonly lanes = new Map<string, LaneQueue>()
  private readonly idle = new Map<SmtpConnection, NodeJS.Timeout>()
  private readonly connections = new Set<SmtpConnection>()
  private opening = 0
  /** In the order in which they will be sent; those in front are being signed or were. */
  private readonly unsigned: Entry[] = []
  private signed = 0
  private fault: ChannelDown | null = null

  constructor(terms: SmtpPoolTerms) {
    this.terms = terms
  }

  /**
   * Resolves when `told` was called for each message. Rejects with `ChannelDown` when the server cannot be reached or
   * takes nothing; what was not told then may be handed over again.
   */
  hand(messages: readonly SmtpMessage[], told: (index: number, outcome: Outcome) => void): Promise<void> {
    if (this.fault !== null) return Promise.reject(this.fault)
    if (messages.length === 0) return Promise.resolve()
    const batch = new Batch(messages.length, told)
    for (const [index, message] of messages.entries()) {
      const entry = { message, batch, index, content: null, breaks: 0, isOver: false }
      this.queueOf(message.lane).waiting.push(entry)
      this.unsigned.push(entry)
    }
    this.signAhead()
    this.wake()
    return batch.end
  }

  close(): void {
    this.fault = new ChannelDown('the line was closed', 1)
    for (const [connection, alarm] of this.idle) {
      clearTimeout(alarm)
      connection.quit()
    }
    this.idle.clear()
    for (const connection of this.connections) connection.destroy()
    this.dropWaiting(this.fault)
  }

  private queueOf(lane: string): LaneQueue {
    const known = this.lanes.get(lane)
    if (known !== undefined) return known
    const queue = { waiting: [], underWay: 0 }
    this.lanes.set(lane, queue)
    return queue
  }

  /** As many connections as there is work for, those that idle first. */
  private wake(): void {
    let wanted = this.startable()
    for (const [connection, alarm] of this.idle) {
      if (wanted-- <= 0) return
      clearTimeout(alarm)
      this.idle.delete(connection)
      void this.work(connection)
    }
    const most = this.terms.connections ?? POOL_CONNECTIONS
    for (; wanted > 0 && this.connections.size + this.opening < most; wanted--) void this.openOne()
  }

  private startable(): number {
    let count = -this.opening
    for (const [lane, queue] of this.lanes) count += Math.min(queue.waiting.length, this.roomIn(lane, queue))
    return count
  }

  private roomIn(lane: string, { underWay }: LaneQueue): number {
    return (this.terms.connectionsOf?.(lane) ?? Number.POSITIVE_INFINITY) - underWay
  }

  private async openOne(): Promise<void> {
    const { address, ownName, patience = PATIENCE } = this.terms
    this.opening++
    try {
      const connection = await SmtpConnection.open(address, ownName, patience)
      this.opening--
      if (this.fault !== null) return connection.destroy()
      this.connections.add(connection)
      await this.work(connection)
    } catch (thrown) {
      this.opening--
      // A server that lets fewer of us in than we would like still takes what the others bring.
      if (this.connections.size > 0 || this.opening > 0) return
      this.dropWaiting(downBy(thrown))
    }
  }

  /** Sends message after message until there is none. */
  private async work(connection: SmtpConnection): Promise<void> {
    let entry = this.take()
    let isNew = true
    while (entry !== undefined) {
      if (isNew) connection.write(envelopeOf(entry.message, connection))
      const { next, isOpen } = await this.transact(connection, entry)
      if (!isOpen) return
      isNew = next === undefined
      entry = next ?? this.take()
    }
    this.restWith(connection)
  }

  private restWith(connection: SmtpConnection): void {
    const alarm = setTimeout(() => {
      this.idle.delete(connection)
      this.connections.delete(connection)
      connection.quit()
    }, IDLE_MS)
    this.idle.set(connection, alarm.unref())
  }

  /** One message whose envelope is on its way. Its end takes the next one's envelope along. */
  private async transact(connection: SmtpConnection, entry: Entry): Promise<{ next: Entry | undefined; isOpen: boolean }> {
    let next: Entry | undefined
    try {
      const refusal = await envelopeAnswer(connection, entry.message)
      if (refusal !== undefined) {
        this.tell(entry, refusal)
        return { next: undefined, isOpen: true }
      }
      const content = await this.contentOf(entry)
      if (connection.mostBytes > 0 && content.length > connection.mostBytes) throw new MessageTooLarge()
      next = connection.isPipelining ? this.take() : undefined
      connection.write(next === undefined ? `${content}.\r\n` : `${content}.\r\n${envelopeOf(next.message, connection)}`)
      this.tell(entry, outcomeOf(await connection.reply(), false))
      return { next, isOpen: true }
    } catch (thrown) {
      this.leave(connection, thrown, entry, next)
      return { next: undefined, isOpen: false }
    }
  }

  private leave(connection: SmtpConnection, thrown: unknown, entry: Entry, next: Entry | undefined): void {
    this.connections.delete(connection)
    connection.destroy()
    if (next !== undefined) this.putBack(next)
    if (thrown instanceof MessageTooLarge) this.tell(entry, { kind: 'refused', code: 552, answer: 'larger than the server takes', isGone: false })
    else if (!(thrown instanceof ConnectionLost)) {
      this.putBack(entry)
      this.dropWaiting(downBy(thrown))
    } else if (++entry.breaks >= MOST_BREAKS) {
      this.tell(entry, { kind: 'later', code: 0, answer: thrown.message, afterSeconds: AFTER_BREAKS_SECONDS })
    } else this.putBack(entry)
    this.wake()
  }

  private take(): Entry | undefined {
    for (const [lane, queue] of this.lanes) {
      if (this.roomIn(lane, queue) <= 0) continue
      const entry = queue.waiting.shift()
      if (entry === undefined) continue
      queue.underWay++
      return entry
    }
    return undefined
  }

  private putBack(entry: Entry): void {
    const queue = this.queueOf(entry.message.lane)
    queue.underWay--
    if (this.fault !== null || entry.batch.isDropped) this.drop(entry, this.fault ?? new ChannelDown('given back', 1))
    else queue.waiting.unshift(entry)
  }

  private tell(entry: Entry, outcome: Outcome): void {
    this.queueOf(entry.message.lane).underWay--
    this.forget(entry)
    entry.batch.tell(entry.index, outcome)
  }

  private dropWaiting(fault: ChannelDown): void {
    for (const queue of this.lanes.values()) for (const entry of queue.waiting.splice(0)) this.drop(entry, fault)
  }

  private drop(entry: Entry, fault: ChannelDown): void {
    this.forget(entry)
    entry.batch.drop(fault)
  }

  private forget(entry: Entry): void {
    if (entry.content !== null) this.signed--
    entry.content = null
    entry.isOver = true
    this.signAhead()
  }

  private signAhead(): void {
    while (this.signed < AHEAD) {
      const entry = this.unsigned.shift()
      if (entry === undefined) return
      // A failure is met where the message is sent.
      if (!entry.isOver && entry.content === null) this.contentOf(entry).catch(() => {})
    }
  }

  private contentOf(entry: Entry): Promise<string> {
    if (entry.content === null) this.signed++
    entry.content ??= entry.message.content()
    return entry.content
  }
}
