import type { Sql } from 'postgres'
import type { Actor } from '#kernel/access/actor.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { AskQuestion } from '#kernel/questions/question.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { AuditQueue } from './audit-queue.ts'
import { connect, type ServerAddress } from './connection.ts'
import { FactBell } from './fact-bell.ts'
import { ConnectionSlots } from './slots.ts'
import { OpenTransaction, type Tx } from './transaction.ts'

/** Connections besides those of transactions: the bells, and the question whether the server is there. */
const WATCHING_CONNECTIONS = 2
const CLOSING_SECONDS = 5

export interface CityDatabaseTerms {
  readonly login: {
    readonly server: ServerAddress
    readonly database: string
    readonly user: string
    readonly password: string
    /** Transactions that may be open at once. */
    readonly connections: number
  }
  readonly rolePrefix: string
  readonly clock: Clock
  readonly ask: AskQuestion
  /** Keys of each part in this city. */
  readonly sealOf: (part: string) => Seal
}

export interface Committed {
  readonly factNames: readonly string[]
  readonly hasJobs: boolean
}

/** One city's database as its services see it: transactions under a service's role, nothing else. */
export class CityDatabase {
  /** For what is no transaction: is the server there, which bells ring. */
  readonly sql: Sql
  private readonly slots: ConnectionSlots
  /** One connection: lines that arrive meanwhile share the next commit. */
  private readonly auditSlots: ConnectionSlots
  private readonly audit: AuditQueue
  /** What other processes hear of the facts that are committed here. */
  readonly bell: FactBell
  /** Roles on the server are shared by all its databases and named after the city's. */
  readonly rolePrefix: string
  readonly clock: Clock
  private readonly ask: AskQuestion
  private readonly sealOf: (part: string) => Seal
  private readonly listeners: ((committed: Committed) => void)[] = []

  constructor(terms: CityDatabaseTerms) {
    const { server, connections, ...login } = terms.login
    this.sql = connect(server, { ...login, connections: WATCHING_CONNECTIONS })
    this.slots = new ConnectionSlots((onLost) => connect(server, { ...login, connections: 1, onLost }), connections)
    this.auditSlots = new ConnectionSlots((onLost) => connect(server, { ...login, connections: 1, onLost }), 1)
    this.audit = new AuditQueue(() => this.auditSlots.borrow())
    this.bell = new FactBell(this.sql)
    this.rolePrefix = terms.rolePrefix
    this.clock = terms.clock
    this.ask = terms.ask
    this.sealOf = terms.sealOf
  }

  async close(): Promise<void> {
    await this.bell.settled()
    await Promise.all([this.slots.close(), this.auditSlots.close(), this.sql.end({ timeout: CLOSING_SECONDS })])
  }

  /** Hears of every commit that left facts or jobs: the page cache and the workers live on it. */
  onCommit(listener: (committed: Committed) => void): void {
    this.listeners.push(listener)
  }

  /** Opens a transaction that the caller ends; `act` and `read` are the usual way. */
  open(service: string, actor: Actor, mode: 'read' | 'write'): OpenTransaction {
    const { rolePrefix, clock, ask, sealOf, audit } = this
    return new OpenTransaction({ service, rolePrefix, actor, clock, mode, ask, sealOf, audit }, () => this.slots.borrow())
  }

  /** One action, one transaction: all of it lands, or nothing does. */
  async act<Result>(service: string, actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.ending(this.open(service, actor, 'write'), work)
  }

  /** Reads one consistent state; a write in it is refused by the database. */
  async read<Result>(service: string, actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.ending(this.open(service, actor, 'read'), work)
  }

  /** The kernel's own bookkeeping (sessions, queue, chain). */
  async asKernel<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.act('kernel', systemActor, work)
  }

  async ending<Result>(tx: OpenTransaction, work: (tx: OpenTransaction) => Promise<Result>): Promise<Result> {
    let result: Result
    try {
      result = await work(tx)
      await tx.commit()
    } catch (thrown) {
      await tx.rollback()
      throw thrown
    }
    this.announce(tx)
    return result
  }

  announce(tx: OpenTransaction): void {
    if (tx.facts.length === 0 && tx.jobs.length === 0) return
    const committed = { factNames: [...new Set(tx.facts.map((fact) => fact.name))], hasJobs: tx.jobs.length > 0 }
    for (const listener of this.listeners) listener(committed)
    this.bell.ring(committed.factNames)
  }
}
