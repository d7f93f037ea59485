import type { Sql } from 'postgres'
import { systemActor } from '#kernel/access/actor.ts'
import { CityDatabase } from '#kernel/database/city-database.ts'
import { connect, type ServerAddress } from '#kernel/database/connection.ts'
import { migrate, migrationsIn, type Migration } from '#kernel/database/migrations.ts'
import { grantServices, loginRoleOf, prepareLogin, schemaOf } from '#kernel/database/roles.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import { hasInventedStaff, seedOrganisation } from '#kernel/access/organisation.ts'
import { answering } from '#kernel/questions/answering.ts'
import { Seals } from '#kernel/secrets/seal.ts'
import { Directory } from '#kernel/service/directory.ts'
import type { Manifest, SeedWishes } from '#kernel/service/manifest.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { City } from './city.ts'
import { settleFirstCircle } from './settling.ts'
import { join } from 'node:path'

const kernel = queriesOver<KernelTables>()

/** A city in operation: its own database, and the parts that serve it. */
export interface OpenCity {
  readonly city: City
  readonly database: CityDatabase
  /** Name of its database on the server; its roles bear it too. */
  readonly databaseName: string
  readonly directory: Directory
  /** True when this start made its database. */
  readonly isNew: boolean
  /**
   * True when a demo was asked for and its database was laid out as one. Only then may a stand-in answer for the weather
   * agency or the prefecture: a real city that forgot a setting must read "not known", never an invented calm.
   */
  readonly isDemo: boolean
  /** Where the stand-ins of a demo answer; null where there are none. See `standInAddress`. */
  readonly standInOrigin: string | null
  close(): Promise<void>
}

export interface OpeningTerms {
  readonly server: ServerAddress
  /** Prefix of database names, so that several installations may share a server. */
  readonly databasePrefix: string
  readonly parts: readonly Manifest[]
  readonly clock: Clock
  readonly passwordOf: (rolePrefix: string) => string
  /** The installation's, from which parts have their keys. */
  readonly secret: Buffer
  /** Fingerprint of the installation's secret: a database serves one installation only. */
  readonly installation: string
  readonly wishes: SeedWishes
  readonly progress: (step: string) => void
  readonly connections: number
}

/** Connections a city's web and jobs may hold open together. */
export const CITY_CONNECTIONS = 10

/** First half of the number of the advisory lock under which a city is opened; the other is its database's name. */
const OPENING = 7255

export async function openCity(city: City, terms: OpeningTerms): Promise<OpenCity> {
  const name = databaseNameOf(city, terms.databasePrefix)
  const password = terms.passwordOf(name)
  return alone(terms, name, async (server) => {
    const isNew = await createDatabase(server, terms, name, password)
    await prepareSchema(terms, name, city)
    const login = { server: terms.server, database: name, user: loginRoleOf(name), password, connections: terms.connections }
    const seals = new Seals(terms.secret)
    const database = new CityDatabase({ login, rolePrefix: name, clock: terms.clock, ask: answering(terms.parts, name), sealOf: (part) => seals.of(city.key, part) })
    const open = { city, database, databaseName: name, directory: new Directory(terms.parts), isNew, standInOrigin: null, close: () => database.close() }
    try {
      await seed(open, terms)
      const isDemo = terms.wishes.isDemo && (await database.asKernel((tx) => hasInventedStaff(tx, city)))
      if (isDemo) await settleFirstCircle({ ...open, parts: terms.parts, progress: (part) => terms.progress(`settling ${part}`) })
      return { ...open, isDemo }
    } catch (thrown) {
      await database.close()
      throw thrown
    }
  })
}

export function databaseNameOf(city: City, prefix: string): string {
  return `${prefix}_${city.key}`
}

/** All migrations of the kernel and the parts, in the order in which they are applied. */
export function migrationsOf(parts: readonly Manifest[]): Migration[] {
  const kernel = migrationsIn(join(import.meta.dirname, '..', 'migrations'), 'kernel')
  return [...kernel, ...parts.flatMap((part) => migrationsIn(join(part.folder, 'migrations'), schemaOf(part.name)))]
}

/**
 * Lets only one process at a time prepare a city: creating a database, granting rights and seeding each fail when two
 * do it at once. The lock lies in the server's own database and ends with its connection, whatever happens to us.
 */
async function alone<Result>(terms: OpeningTerms, name: string, work: (server: Sql) => Promise<Result>): Promise<Result> {
  const pool = connect(terms.server, { database: 'postgres', connections: 1, statementTimeoutMs: 0 })
  try {
    const [lock] = await pool<{ isOurs: boolean }[]>`select pg_try_advisory_lock(${OPENING}, hashtext(${name})) as "isOurs"`
    // The pool's only connection, reserved: left idle it would be hung up, and the lock with it. (It must be open already:
    // postgres.js 3.4.9 waits for ever for a reserved connection that is new and does not ask for types.)
    const server = await pool.reserve()
    if (lock?.isOurs !== true) {
      terms.progress('waiting-for-other-start')
      await server`select pg_advisory_lock(${OPENING}, hashtext(${name}))`
    }
    return await work(server)
  } finally {
    await pool.end({ timeout: 0 })
  }
}

async function createDatabase(server: Sql, terms: OpeningTerms, name: string, password: string): Promise<boolean> {
  const known = await server`select 1 from pg_database where datname = ${name}`
  if (known.length > 0) await refuseOtherInstallation(terms, name)
  await prepareLogin(server, name, password)
  if (known.length === 0) {
    terms.progress('creating-database')
    await server.unsafe(`create database "${name}" template template0 encoding 'UTF8'`)
  }
  // Only its own login may enter a city's database.
  await server.unsafe(`revoke all on database "${name}" from public; grant connect on database "${name}" to "${loginRoleOf(name)}"`)
  return known.length === 0
}

/** Before anything is changed: the login's new password would lock the other installation out. */
async function refuseOtherInstallation(terms: OpeningTerms, name: string): Promise<void> {
  const owner = connect(terms.server, { database: name, connections: 1 })
  try {
    const [made] = await owner<{ isMade: boolean }[]>`select to_regclass('kernel.installation') is not null as "isMade"`
    if (made?.isMade !== true) return
    const [holder] = await owner<{ fingerprint: string }[]>`select fingerprint from kernel.installation`
    if (holder === undefined || holder.fingerprint === terms.installation) return
  } finally {
    await owner.end()
  }
  throw new Error(
    `The database ${name} belongs to an installation with another secret: copy the file secret from that installation's ` +
      'DATA_DIR into this one, or choose another database name in DATABASE_URL. Only if that secret is lost for good, ' +
      `empty the table kernel.installation of ${name} as the database's owner`,
  )
}

async function prepareSchema(terms: OpeningTerms, name: string, city: City): Promise<void> {
  const owner = connect(terms.server, { database: name, connections: 1, statementTimeoutMs: 0 })
  try {
    const applied = await migrate(owner, migrationsOf(terms.parts))
    if (applied > 0) terms.progress('migrating')
    await grantServices(owner, name, terms.parts.map((part) => part.name))
    await refuseOtherCity(owner, city)
    await owner`insert into kernel.installation (fingerprint) values (${terms.installation}) on conflict (is_only) do nothing`
  } finally {
    await owner.end()
  }
}

/** A database remembers whose it is: a city's pack can never be laid over another city's data. */
async function refuseOtherCity(owner: Sql, city: City): Promise<void> {
  await owner`insert into kernel.city (code, name) values (${city.code}, ${city.name}) on conflict (is_only) do nothing`
  const rows = await owner<{ code: string; name: string }[]>`select code, name from kernel.city`
  const holder = rows[0]
  if (holder && holder.code !== city.code) {
    throw new Error(`This database belongs to ${holder.name} (${holder.code}), not to ${city.name} (${city.code})`)
  }
}

type LaidOut = Pick<OpenCity, 'city' | 'database'>

/** Each part's seed runs once; what was seeded is remembered, so that an edited city is never seeded over. */
async function seed(open: LaidOut, terms: OpeningTerms): Promise<void> {
  await seedOnce(open, 'kernel', (tx) => seedOrganisation(tx, open.city, terms.wishes), terms)
  for (const part of terms.parts) {
    const sow = part.seed
    if (sow) await seedOnce(open, part.name, (tx) => sow(tx, open.city, terms.wishes), terms)
  }
}

type Sow = (tx: Parameters<NonNullable<Manifest['seed']>>[0]) => Promise<void>

async function seedOnce(open: LaidOut, part: string, sow: Sow, terms: OpeningTerms): Promise<void> {
  const known = await open.database.asKernel((tx) => tx.find(kernel.selectFrom('kernel.seeded').select('part').where('part', '=', part)))
  if (known !== undefined) return
  terms.progress(`seeding ${part}`)
  const tx = open.database.open(part, systemActor, 'write')
  await open.database.ending(tx, async () => {
    await sow(tx)
    await tx.within('kernel', () => tx.run(kernel.insertInto('kernel.seeded').values({ part })))
  })
}
