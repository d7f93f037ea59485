import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { citiesIn, type City } from '#kernel/city/city.ts'
import { CITY_CONNECTIONS, openCity, type OpenCity } from '#kernel/city/open-city.ts'
import type { ServerAddress } from '#kernel/database/connection.ts'
import { openEmbeddedServer, type EmbeddedServer } from '#kernel/postgres/postgres.ts'
import { assertParts, type Manifest } from '#kernel/service/manifest.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import type { Clock } from '#kernel/time/clock.ts'

/** An installation: one program, one database server, the cities that share them. */
export interface Installation {
  readonly cities: readonly OpenCity[]
  readonly secret: Buffer
  /** Signs in as the owner: for migrations, backup and restore, never for pages. */
  readonly server: ServerAddress
  close(): Promise<void>
}

export interface InstallationTerms {
  readonly dataDir: string
  /** A PostgreSQL server (16 or later) to use instead of the embedded one; its user may create databases and roles. */
  readonly databaseUrl: string | undefined
  readonly citiesFolder: string
  /** Only these cities, by key; all of them when it is not given. */
  readonly only?: readonly string[]
  readonly parts: readonly Manifest[]
  readonly clock: Clock
  readonly isDemo: boolean
  readonly progress: (step: string, city: City | null) => void
  readonly log: Log
  readonly connections?: number
}

const DATABASE_PREFIX = 'tsunagu'

export async function openInstallation(terms: InstallationTerms): Promise<Installation> {
  assertParts(terms.parts)
  const cities = citiesIn(terms.citiesFolder).filter((city) => terms.only === undefined || terms.only.includes(city.key))
  mkdirSync(terms.dataDir, { recursive: true, mode: 0o750 })
  const secret = secretIn(terms.dataDir)
  const { server, prefix, embedded } = await openServer(terms)
  const opened: OpenCity[] = []
  const close = async () => {
    await Promise.all(opened.map((open) => open.close()))
    await embedded?.stop()
  }
  try {
    for (const city of cities) {
      opened.push(
        await openCity(city, {
          server,
          databasePrefix: prefix,
          parts: terms.parts,
          clock: terms.clock,
          passwordOf: (name) => createHmac('sha256', secret).update(`database ${name}`).digest('hex'),
          wishes: { isDemo: terms.isDemo },
          progress: (step) => terms.progress(step, city),
          connections: terms.connections ?? CITY_CONNECTIONS,
        }),
      )
    }
  } catch (thrown) {
    await close()
    throw thrown
  }
  return { cities: opened, secret, server, close }
}

interface OpenedServer {
  readonly server: ServerAddress
  readonly prefix: string
  readonly embedded: EmbeddedServer | null
}

async function openServer(terms: InstallationTerms): Promise<OpenedServer> {
  if (terms.databaseUrl !== undefined) return { ...addressIn(terms.databaseUrl), embedded: null }
  const embedded = await openEmbeddedServer({
    dataDir: terms.dataDir,
    log: (message) => terms.log.info('database', { message }),
    onProgress: (step) => terms.progress(`database ${step}`, null),
  })
  const { host, port, user, password, ssl } = embedded.connection
  return { server: { host, port, user, password, ssl }, prefix: DATABASE_PREFIX, embedded }
}

export class DatabaseUrlFault extends Error {}

/** `postgres://user:password@host:5432/name?sslmode=require`; the name becomes the prefix of the cities' databases. */
export function addressIn(databaseUrl: string): { server: ServerAddress; prefix: string } {
  let url: URL
  try {
    url = new URL(databaseUrl)
  } catch {
    throw new DatabaseUrlFault('DATABASE_URL is not an address like postgres://user:password@host:5432/name')
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw new DatabaseUrlFault('DATABASE_URL must begin with postgres://')
  const name = decodeURIComponent(url.pathname.slice(1))
  const server = {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username) || 'postgres',
    password: decodeURIComponent(url.password),
    ssl: ['require', 'verify-full', 'verify-ca'].includes(url.searchParams.get('sslmode') ?? ''),
  }
  return { server, prefix: name === '' || name === 'postgres' ? DATABASE_PREFIX : name.replace(/[^a-z0-9_]/g, '_') }
}

/** The installation's secret: made once, readable by its owner only. Form tokens and database passwords derive from it. */
function secretIn(dataDir: string): Buffer {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    chmodSync(file, 0o600)
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}
