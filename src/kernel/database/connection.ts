import postgres, { type Sql } from 'postgres'
import { parseArray, serializeArray } from './arrays.ts'

/** Where a PostgreSQL server listens and who we are there. */
export interface ServerAddress {
  /** A host name, or the directory of a unix socket. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly ssl: boolean
}

const CONNECT_TIMEOUT_SECONDS = 10
/** No statement of a page or action may run longer; long work belongs into jobs, cut into steps. */
export const STATEMENT_TIMEOUT_MS = 60_000
const IDLE_SECONDS = 300

export interface ConnectionWishes {
  readonly database: string
  readonly user?: string
  readonly password?: string
  readonly connections: number
  readonly statementTimeoutMs?: number
  /** Told when a connection is gone, for whatever reason. */
  readonly onLost?: () => void
}

/** Opens a pool. Values: int8 as number (safe range asserted), date as PlainDate, timestamptz as Instant, jsonb as JSON. */
export function connect(server: ServerAddress, wishes: ConnectionWishes): Sql {
  return postgres({
    host: server.host,
    port: server.port,
    database: wishes.database,
    username: wishes.user ?? server.user,
    password: wishes.password ?? server.password,
    ssl: server.ssl,
    max: wishes.connections,
    idle_timeout: IDLE_SECONDS,
    // The driver would ask the server for its array types on each new connection; ours are known (see arrays.ts).
    fetch_types: false,
    // The library would otherwise end a connection by its age, in the middle of whatever it carries.
    max_lifetime: null,
    ...(wishes.onLost === undefined ? {} : { onclose: wishes.onLost }),
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    onnotice: () => {},
    connection: {
      application_name: 'tsunagu',
      TimeZone: 'UTC',
      statement_timeout: wishes.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    },
    types: valueTypes as never,
  })
}

const valueTypes = {
  bigint: { to: 20, from: [20], serialize: String, parse: safeInteger },
  date: { to: 1082, from: [1082], serialize: String, parse: (text: string) => Temporal.PlainDate.from(text) },
  instant: { to: 1184, from: [1184], serialize: instantText, parse: parseInstant },
  texts: arrayType([1009, 1015, 2951], String),
  wholeNumbers: arrayType([1007, 1016, 1005], safeInteger),
  json: { to: 3802, from: [114, 3802], serialize: JSON.stringify, parse: JSON.parse },
}

/** Array types by their numbers in pg_type: text[], varchar[], uuid[]; integer[], bigint[], smallint[]. */
function arrayType<Item>(from: readonly [number, ...number[]], parseItem: (item: string) => Item) {
  return { to: from[0], from: [...from], serialize: serializeArray, parse: (text: string) => parseArray(text, parseItem) }
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The number ${text} is beyond what can be counted exactly`)
  return value
}

function instantText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}

/** PostgreSQL prints `2026-11-22 09:05:00.5+00`; Temporal wants a T and a full offset. */
function parseInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}
