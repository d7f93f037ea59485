import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import postgres, { type Sql } from 'postgres'
import { LIMITS } from './limits.ts'

/**
 * One connection of its own to the database that `sql` is connected to. An archive needs it for itself: no statement
 * timeout, plain values, and a socket in our hands, because a COPY that is given up half way is ended by hanging up.
 * It never sends anything once the connection is lost: postgres.js 3.4.9 answers that with an exception that nobody
 * can catch (its issue 1208). Leaving without COMMIT is the roll back.
 */
export class Session {
  readonly #sql: Sql
  #isLost = false
  #hangUp: () => void = () => undefined

  constructor(sql: Sql) {
    const { path, database, user, pass, ssl, ...address } = sql.options as unknown as ConnectedOptions
    const [host = 'localhost', port = 5432] = [address.host[0], address.port[0]]
    const socket = (): Socket => {
      const opened = path ? connect(path) : connect(port, host)
      this.#hangUp = () => opened.destroy()
      return opened
    }
    const options: DriverOptions = {
      host,
      port,
      database,
      user,
      password: pass ?? '',
      ssl,
      max: 1,
      fetch_types: false,
      max_lifetime: null,
      connect_timeout: LIMITS.connectSeconds,
      onnotice: () => undefined,
      onclose: () => (this.#isLost = true),
      connection: { application_name: 'tsunagu archive', statement_timeout: 0, TimeZone: 'UTC' },
      socket,
    }
    this.#sql = postgres(options)
  }

  /** Opens the transaction in which everything happens. Values are written one way whatever the server's settings. */
  async begin(mode = ''): Promise<void> {
    await this.run(`begin ${mode}`)
    await this.run(`set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
      set local bytea_output = 'hex'; set local extra_float_digits = 1; set local row_security = off`)
  }

  /** Runs one statement; its rows must hold texts only (cast the rest). */
  async run<Row extends Readonly<Record<string, string>>>(statement: string): Promise<readonly Row[]> {
    return this.#query(statement)
  }

  /** The one text that a statement gives. */
  async text(statement: string): Promise<string> {
    const [row] = await this.run(statement)
    const value = row === undefined ? undefined : Object.values(row)[0]
    if (typeof value !== 'string') throw new TypeError(`No text comes from: ${statement}`)
    return value
  }

  /** What `copy … to stdout` sends. */
  async copyOut(statement: string): Promise<Readable> {
    const stream = await this.#query(statement).readable()
    // postgres.js 3.4.9 stops listening to the server while a reader is behind, and listens again when the reader asks for
    // more. A reader whose last piece was just too much never asks again, and no later statement would be answered.
    // Its way of asking is `_read`: the only handle on whichever socket, plain or TLS, the driver has paused.
    // oxlint-disable-next-line no-underscore-dangle
    stream.once('end', () => stream._read(0))
    return stream
  }

  /** Feeds `copy … from stdin`; resolves when the server has accepted everything. */
  async copyIn(statement: string, source: AsyncIterable<Buffer>): Promise<void> {
    const query = this.#query(statement)
    const refused = rejectionOf(query)
    const writable = await query.writable()
    await Promise.race([pipeline(source, writable), refused])
  }

  /** Ends the connection, whatever it is doing. */
  async close(): Promise<void> {
    this.#hangUp()
    await this.#sql.end({ timeout: 0 })
  }

  #query(statement: string): ReturnType<Sql['unsafe']> {
    if (this.#isLost) throw Object.assign(new Error('The connection was lost'), { code: 'CONNECTION_CLOSED' })
    return this.#sql.unsafe(statement)
  }
}

/** The driver takes a way to open its socket, but its types do not say so. */
type DriverOptions = postgres.Options<Record<string, never>> & { readonly socket: () => Socket }

/** What `sql` was given; the types say otherwise for some of it. */
interface ConnectedOptions {
  readonly host: readonly string[]
  readonly port: readonly number[]
  readonly path: string | false | undefined
  readonly database: string
  readonly user: string
  readonly pass: string | null
  readonly ssl: boolean | 'require'
}

/**
 * postgres.js resolves a COPY when it begins. If the server refuses the data after their last byte, only the query's
 * own `reject` hears of it, and the stream never finishes.
 */
function rejectionOf(query: unknown): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  const inner = query as { reject: (error: unknown) => void }
  const before = inner.reject
  inner.reject = (error) => {
    before(error)
    reject(error)
  }
  // When all goes well nobody waits for it.
  promise.catch(() => undefined)
  return promise
}
