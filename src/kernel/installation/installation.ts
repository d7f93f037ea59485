import { mkdirSync } from 'node:fs'
import { citiesIn, type City } from '#kernel/city/city.ts'
import { CITY_CONNECTIONS, openCity, type OpenCity } from '#kernel/city/open-city.ts'
import { connect, type ServerAddress } from '#kernel/database/connection.ts'
import { closeServer } from '#kernel/database/roles.ts'
import { openEmbeddedServer, type EmbeddedServer } from '#kernel/postgres/postgres.ts'
import { assertParts, type Manifest } from '#kernel/service/manifest.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { addressIn, DATABASE_PREFIX } from './database-url.ts'
import { databasePasswordOf, fingerprintOf, secretIn } from './secret.ts'

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
    if (embedded !== null) await closeToStrangers(server)
    for (const city of cities) {
      opened.push(
        await openCity(city, {
          server,
          databasePrefix: prefix,
          parts: terms.parts,
          clock: terms.clock,
          passwordOf: (name) => databasePasswordOf(secret, name),
          installation: fingerprintOf(secret),
          secret,
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

async function closeToStrangers(server: ServerAddress): Promise<void> {
  const admin = connect(server, { database: 'postgres', connections: 1 })
  try {
    await closeServer(admin)
  } finally {
    await admin.end()
  }
}
