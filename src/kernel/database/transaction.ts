import type { CompiledQuery } from 'kysely'
import { auditStatement, type PersonalView } from '#kernel/audit/audit.ts'
import type { FactDraft, FactType, FactBody } from '#kernel/facts/fact.ts'
import { draftFact } from '#kernel/facts/fact.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { draftJob, type JobDraft, type JobType, type JobWishes } from '#kernel/jobs/job.ts'
import type { AskQuestion, Question } from '#kernel/questions/question.ts'
import type { Actor } from '#kernel/access/actor.ts'
import { serviceRoleOf } from './roles.ts'
import type { LentConnection } from './slots.ts'
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
  /** Tells the city what happened. The fact is written with the commit and never before. */
  publish<Shape extends FactType>(type: Shape, subject: string, body: FactBody<Shape>, occurredAt?: Temporal.Instant): void
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
  private readonly reserve: () => Promise<LentConnection>
  private connection: Promise<LentConnection> | null = null
  private role: string
  private acting: string
  /** What follows the commit, by the role that wished it: a service cannot speak in another's name. */
  private readonly following = new Map<string, { readonly facts: FactDraft[]; readonly jobs: JobDraft[] }>()

  /** A read-only transaction cannot write its notes; they follow when it has ended. */
  private readonly notes: { readonly role: string; readonly view: PersonalView }[] = []

  constructor(terms: TransactionTerms, reserve: () => Promise<LentConnection>) {
    this.terms = terms
    this.acting = terms.service
    this.actor = terms.actor
    this.now = terms.clock.now()
    this.today = terms.clock.today()
    this.role = serviceRoleOf(terms.rolePrefix, terms.service)
    this.reserve = reserve
  }

  get service(): string {
    return this.acting
  }

  get facts(): readonly FactDraft[] {
    return [...this.following.values()].flatMap((wished) => wished.facts)
  }

  get jobs(): readonly JobDraft[] {
    return [...this.following.values()].flatMap((wished) => wished.jobs)
  }

  async list<Row>(query: Query<Row>): Promise<Row[]> {
    const connection = await this.begun()
    const { sql, parameters } = query.compile()
    return (await connection.unsafe(sql, parameters)) as unknown as Row[]
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
    const connection = await this.begun()
    const { sql, parameters } = query.compile()
    return (await connection.unsafe(sql, parameters)).count
  }

  publish<Shape extends FactType>(type: Shape, subject: string, body: FactBody<Shape>, occurredAt = this.now): void {
    this.wished().facts.push(draftFact(type, { subject, body, occurredAt, recordedAt: this.now, actor: this.actor.id }))
  }

  enqueue<Input>(job: JobType<Input>, input: Input, wishes: JobWishes = {}): void {
    this.wished().jobs.push(draftJob(job, input, wishes, this.now))
  }

  async note(view: PersonalView): Promise<void> {
    if (this.terms.mode === 'read') {
      this.notes.push({ role: this.role, view })
      return
    }
    const connection = await this.begun()
    const { sql, parameters } = auditStatement(this.actor, view)
    await connection.unsafe(sql, parameters)
  }

  async ask<Input, Reply>(question: Question<Input, Reply>, input: Input): Promise<Reply> {
    await this.note({ act: `ask ${question.name}`, subject: question.subjectOf(input), basis: question.basis })
    return this.terms.ask(this, question, input)
  }

  within<Result>(capability: string, work: () => Promise<Result>): Promise<Result> {
    return this.as(serviceRoleOf(this.terms.rolePrefix, capability), work)
  }

  async onBehalfOf<Result>(service: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const before = this.acting
    this.acting = service
    try {
      return await this.as(serviceRoleOf(this.terms.rolePrefix, service), () => work(this))
    } finally {
      this.acting = before
    }
  }

  /** Runs part of this transaction as another role: for the kernel's own bookkeeping and for questions. */
  async as<Result>(role: string, work: () => Promise<Result>): Promise<Result> {
    const connection = await this.begun()
    const before = this.role
    await this.become(connection, role)
    let result: Result
    try {
      result = await work()
    } catch (thrown) {
      // Whoever catches this must not go on under the borrowed role; an aborted transaction refuses even this.
      await this.become(connection, before).catch(() => {})
      throw thrown
    }
    await this.become(connection, before)
    return result
  }

  async commit(): Promise<void> {
    if (this.following.size > 0) await this.writeWhatFollows()
    if (this.notes.length > 0) await this.begun()
    if (this.connection === null) return
    const connection = await this.connection
    this.connection = null
    if (this.terms.mode === 'read' && this.notes.length === 0) return leave(connection)
    try {
      await connection.unsafe('commit')
      if (this.notes.length > 0) await this.writeNotes(connection)
    } catch (thrown) {
      connection.release(true)
      throw thrown
    }
    connection.release()
  }

  async rollback(): Promise<void> {
    if (this.connection === null) return
    const pending = this.connection
    this.connection = null
    const connection = await pending.catch(() => null)
    if (connection === null) return
    try {
      await connection.unsafe('rollback')
      connection.release()
    } catch {
      // A lost connection has rolled back by itself.
      connection.release(true)
    }
  }

  private async writeWhatFollows(): Promise<void> {
    const connection = await this.begun()
    for (const [role, { facts, jobs }] of this.following) {
      if (role !== this.role) await this.become(connection, role)
      const pending: Promise<unknown>[] = []
      if (facts.length > 0) pending.push(connection.unsafe('select kernel.publish($1::jsonb)', [facts]))
      if (jobs.length > 0) pending.push(connection.unsafe('select kernel.enqueue($1::jsonb)', [jobs]))
      await Promise.all(pending)
    }
  }

  private wished(): { readonly facts: FactDraft[]; readonly jobs: JobDraft[] } {
    const known = this.following.get(this.role)
    if (known !== undefined) return known
    const wished = { facts: [], jobs: [] }
    this.following.set(this.role, wished)
    return wished
  }

  /** What a page's reading leaves in the audit: in a transaction of its own, and before the page leaves the house. */
  private async writeNotes(connection: LentConnection): Promise<void> {
    // A query of postgres.js sleeps until somebody waits for it; sent off at once, they keep their order in one packet.
    const pending = [connection.unsafe('begin').execute()]
    for (const { role, view } of this.notes) {
      const { sql, parameters } = auditStatement(this.actor, view)
      pending.push(connection.unsafe(`set local role "${role}"`).execute(), connection.unsafe(sql, parameters).execute())
    }
    // After a failure the server answers this with a rollback.
    pending.push(connection.unsafe('commit').execute())
    await Promise.all(pending)
  }

  private begun(): Promise<LentConnection> {
    this.connection ??= this.begin()
    return this.connection
  }

  private async begin(): Promise<LentConnection> {
    const connection = await this.reserve()
    const opening = this.terms.mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin'
    // Not awaited: the server answers in order, and a failure here makes the first query fail too.
    connection.unsafe(`${opening}; set local role "${this.role}"`).catch(() => {})
    return connection
  }

  private async become(connection: LentConnection, role: string): Promise<void> {
    this.role = role
    await connection.unsafe(`set local role "${role}"`)
  }
}

/** Ends a reading without waiting for the server's word: nothing was written, so nothing can be lost. */
function leave(connection: LentConnection): void {
  connection.unsafe('commit').catch(() => {})
  connection.release()
}
