import { AsyncLocalStorage } from 'node:async_hooks'
import type { CompiledQuery } from 'kysely'
import { auditStatement, type PersonalView } from '#kernel/audit/audit.ts'
import type { FactDraft, FactType, FactBody } from '#kernel/facts/fact.ts'
import { draftFact } from '#kernel/facts/fact.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { draftJob, type JobDraft, type JobType, type JobWishes } from '#kernel/jobs/job.ts'
import type { AskQuestion, Question } from '#kernel/questions/question.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { Actor } from '#kernel/access/actor.ts'
import type { AuditQueue } from './audit-queue.ts'
import { serviceRoleOf } from './roles.ts'
import type { LentConnection, Reply } from './slots.ts'
import type { Clock } from '#kernel/time/clock.ts'

/** A query built by Kysely: the row type is read off it. */
export interface Query<Row> {
  compile(): CompiledQuery<Row>
}

/**
 * What an action works with: its service's tables, the facts and jobs it leaves behind, the clock. It is the only way
 * to write, and everything in it lands together or not at all.
 */
export interface Tx {
  readonly service: string
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  list<Row>(query: Query<Row>): Promise<Row[]>
  /** The first row, or undefined when there is none. */
  find<Row>(query: Query<Row>): Promise<Row | undefined>
  /** The first row; the fault `not-found` when there is none. */
  get<Row>(query: Query<Row>): Promise<Row>
  /** Runs a change; returns how many rows it touched. */
  run(query: Query<unknown>): Promise<number>
  /** Tells the city what happened. The fact is written with the commit and never before. Returns its id, by which it is corrected. */
  publish<Shape extends FactType>(type: Shape, subject: string, body: FactBody<Shape>, occurredAt?: Temporal.Instant): string
  /** Queues work to be done after the commit. */
  enqueue<Input>(job: JobType<Input>, input: Input, wishes?: JobWishes): void
  /** Writes down that somebody saw or used personal data, and under which rule. */
  note(view: PersonalView): Promise<void>
  /**
   * Lets a capability reach its own tables inside this transaction, under its own role. Only a capability's front door
   * calls it, and only with its own name.
   */
  within<Result>(capability: string, work: () => Promise<Result>): Promise<Result>
  /**
   * Lets a capability call what a service handed to it in its manifest (an importer, a dataset): in this transaction,
   * but under that service's role and name, so that it reaches its own tables and publishes its own facts.
   */
  onBehalfOf<Result>(service: string, work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** The keys of a part in this city, only while its role is at work: a service that calls a capability never holds its keys. */
  sealOf(part: string): Seal
  /** Asks another service; the question's legal basis is written down. */
  ask<Input, Reply>(question: Question<Input, Reply>, input: Input): Promise<Reply>
}

export interface TransactionTerms {
  readonly service: string
  /** Roles are named after the city's database; see roles.ts. */
  readonly rolePrefix: string
  readonly actor: Actor
  readonly clock: Clock
  readonly mode: 'read' | 'write'
  readonly ask: AskQuestion
  readonly sealOf: (part: string) => Seal
  /** Where a reading's audit goes; it cannot write itself. */
  readonly audit: AuditQueue
}

/** As whom a piece of work speaks to the database: its role there, and the service in whose name it acts. */
interface Standing {
  readonly tx: OpenTransaction
  readonly role: string
  readonly service: string
}

/**
 * The standing belongs to the asynchronous call and not to the transaction, so that branches that run side by side in
 * one transaction never borrow each other's role.
 */
const standings = new AsyncLocalStorage<Standing>()

interface Following {
  readonly facts: FactDraft[]
  readonly jobs: JobDraft[]
}

/**
 * A transaction that begins with its first query: BEGIN and SET ROLE travel in the same packet as that query, so the
 * role costs no round trip of its own.
 */
export class OpenTransaction implements Tx {
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly terms: TransactionTerms
  private readonly borrow: () => Promise<LentConnection>
  private readonly own: Standing
  private connection: Promise<LentConnection> | null = null
  private isEnded = false
  /** The role that the server was told last. */
  private sentRole = ''
  /** What follows the commit, by the role that wished it: a service cannot speak in another's name. */
  private readonly following = new Map<string, Following>()
  /** Notes of a reading, on their way over another connection; the reading does not end before they are safe. */
  private readonly notes: Promise<void>[] = []

  constructor(terms: TransactionTerms, borrow: () => Promise<LentConnection>) {
    this.terms = terms
    this.actor = terms.actor
    this.now = terms.clock.now()
    this.today = terms.clock.today()
    this.own = { tx: this, role: serviceRoleOf(terms.rolePrefix, terms.service), service: terms.service }
    this.borrow = borrow
  }

  get service(): string {
    return this.standing().service
  }

  get facts(): readonly FactDraft[] {
    return [...this.following.values()].flatMap((wished) => wished.facts)
  }

  get jobs(): readonly JobDraft[] {
    return [...this.following.values()].flatMap((wished) => wished.jobs)
  }

  async list<Row>(query: Query<Row>): Promise<Row[]> {
    const { sql, parameters } = query.compile()
    return (await this.send(sql, parameters)) as unknown as Row[]
  }

  async find<Row>(query: Query<Row>): Promise<Row | undefined> {
    return (await this.list(query))[0]
  }

  async get<Row>(query: Query<Row>): Promise<Row> {
    const row = (await this.list(query))[0]
    if (row === undefined) throw new Fault('not-found')
    return row
  }

  async run(query: Query<unknown>): Promise<number> {
    const { sql, parameters } = query.compile()
    return (await this.send(sql, parameters)).count
  }

  publish<Shape extends FactType>(type: Shape, subject: string, body: FactBody<Shape>, occurredAt = this.now): string {
    const draft = draftFact(type, { subject, body, occurredAt, recordedAt: this.now, actor: this.actor.id })
    this.wished().facts.push(draft)
    return draft.id
  }

  enqueue<Input>(job: JobType<Input>, input: Input, wishes: JobWishes = {}): void {
    this.wished().jobs.push(draftJob(job, input, wishes, this.now))
  }

  async note(view: PersonalView): Promise<void> {
    if (this.terms.mode === 'read') {
      const written = this.terms.audit.write(this.standing().role, this.actor, view)
      written.catch(() => {})
      this.notes.push(written)
      return
    }
    const { sql, parameters } = auditStatement(this.actor, view)
    await this.send(sql, parameters)
  }

  async ask<Input, Reply>(question: Question<Input, Reply>, input: Input): Promise<Reply> {
    await this.note({ act: `ask ${question.name}`, subject: question.subjectOf(input), basis: question.basis })
    return this.terms.ask(this, question, input)
  }

  within<Result>(capability: string, work: () => Promise<Result>): Promise<Result> {
    return this.as(serviceRoleOf(this.terms.rolePrefix, capability), work)
  }

  onBehalfOf<Result>(service: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const role = serviceRoleOf(this.terms.rolePrefix, service)
    return standings.run({ tx: this, role, service }, () => work(this))
  }

  sealOf(part: string): Seal {
    if (this.standing().role === serviceRoleOf(this.terms.rolePrefix, part)) return this.terms.sealOf(part)
    throw new Fault('broken', `the keys of ${part} are asked for under another role`)
  }

  /** Runs part of this transaction as another role: for the kernel's own bookkeeping and for questions. */
  as<Result>(role: string, work: () => Promise<Result>): Promise<Result> {
    return standings.run({ tx: this, role, service: this.service }, work)
  }

  /** Ends it with everything it left behind. An error that somebody swallowed meanwhile is told here. */
  async commit(): Promise<void> {
    await this.writeWhatFollows()
    await Promise.all(this.notes)
    if (this.connection === null) return this.close()
    const connection = await this.connection
    this.close()
    if (this.terms.mode === 'read') return leave(connection)
    try {
      const { command } = await connection.send('commit')
      if (command === 'ROLLBACK') throw new Fault('broken', 'an error inside the transaction was swallowed')
    } catch (thrown) {
      connection.release(true)
      throw thrown
    }
    connection.release()
  }

  async rollback(): Promise<void> {
    const pending = this.connection
    this.close()
    if (pending === null) return
    const connection = await pending.catch(() => null)
    if (connection === null) return
    try {
      await connection.send('rollback')
      connection.release()
    } catch {
      // A lost connection has rolled back by itself.
      connection.release(true)
    }
  }

  private standing(): Standing {
    const standing = standings.getStore()
    return standing?.tx === this ? standing : this.own
  }

  /**
   * Sends one statement under the caller's role. The role and the statement leave in one synchronous step (`send`
   * sends at once), so that no other branch's statement can come between them.
   */
  private async send(sql: string, parameters: readonly unknown[]): Promise<Reply> {
    const { role } = this.standing()
    const connection = await this.begun(role)
    if (role !== this.sentRole) {
      this.sentRole = role
      // Not awaited: the server answers in order, and a failure here makes the statement fail too.
      void connection.send(`set local role "${role}"`)
    }
    return connection.send(sql, parameters)
  }

  private begun(role: string): Promise<LentConnection> {
    // A branch that comes late must not open a second transaction that nobody would end.
    if (this.isEnded) return Promise.reject(new Fault('broken', 'the transaction has ended'))
    this.connection ??= this.begin(role)
    return this.connection
  }

  private async begin(role: string): Promise<LentConnection> {
    const connection = await this.borrow()
    const opening = this.terms.mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin'
    this.sentRole = role
    void connection.send(`${opening}; set local role "${role}"`)
    return connection
  }

  private close(): void {
    this.isEnded = true
    this.connection = null
  }

  private wished(): Following {
    const { role } = this.standing()
    const known = this.following.get(role)
    if (known !== undefined) return known
    const wished = { facts: [], jobs: [] }
    this.following.set(role, wished)
    return wished
  }

  private async writeWhatFollows(): Promise<void> {
    for (const [role, { facts, jobs }] of this.following) {
      await this.as(role, async () => {
        const pending: Promise<unknown>[] = []
        if (facts.length > 0) pending.push(this.send('select kernel.publish($1::jsonb)', [facts]))
        if (jobs.length > 0) pending.push(this.send('select kernel.enqueue($1::jsonb)', [jobs]))
        await Promise.all(pending)
      })
    }
  }
}

/** Ends a reading without waiting for the server's word: nothing was written, so nothing can be lost. */
function leave(connection: LentConnection): void {
  void connection.send('commit')
  connection.release()
}
