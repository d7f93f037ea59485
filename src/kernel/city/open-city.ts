import type { Sql } from 'postgres'
import { systemActor } from '#kernel/access/actor.ts'
import { CityDatabase } from '#kernel/database/city-database.ts'
import { connect, type ServerAddress } from '#kernel/database/connection.ts'
import { migrate, migrationsIn, type Migration } from '#kernel/database/migrations.ts'
import { grantServices, loginRoleOf, prepareLogin, schemaOf } from '#kernel/database/roles.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import { seedOrganisation } from '#kernel/access/organisation.ts'
import { answering } from '#kernel/questions/answering.ts'
import { Directory } from '#kernel/service/directory.ts'
import type { Manifest, SeedWishes } from '#kernel/service/manifest.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { City } from './city.ts'
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
  close(): Promise<void>
}

export interface OpeningTerms {
  readonly server: ServerAddress
  /** Prefix of database names, so that several installations may share a server. */
  readonly databasePrefix: string
  readonly parts: readonly Manifest[]
  readonly clock: Clock
  readonly passwordOf: (rolePrefix: string) => string
  readonly wishes: SeedWishes
  readonly progress: (step: string) => void
  readonly connections: number
}

/** Connections a city's web and jobs may hold open together. */
export const CITY_CONNECTIONS = 10

export async function openCity(city: City, terms: OpeningTerms): Promise<OpenCity> {
  const name = databaseNameOf(city, terms.databasePrefix)
  const password = terms.passwordOf(name)
  const isNew = await createDatabase(terms, name, password)
  await prepareSchema(terms, name, city)
  const login = { server: terms.server, database: name, user: loginRoleOf(name), password, connections: terms.connections }
  const database = new CityDatabase({ login, rolePrefix: name, clock: terms.clock, ask: answering(terms.parts, name) })
  const open: OpenCity = { city, database, databaseName: name, directory: new Directory(terms.parts), isNew, close: () => database.close() }
  await seed(open, terms)
  return open
}

export function databaseNameOf(city: City, prefix: string): string {
  return `${prefix}_${city.key}`
}

/** All migrations of the kernel and the parts, in the order in which they are applied. */
export function migrationsOf(parts: readonly Manifest[]): Migration[] {
  const kernel = migrationsIn(join(import.meta.dirname, '..', 'migrations'), 'kernel')
  return [...kernel, ...parts.flatMap((part) => migrationsIn(join(part.folder, 'migrations'), schemaOf(part.name)))]
}

async function createDatabase(terms: OpeningTerms, name: string, password: string): Promise<boolean> {
  const server = connect(terms.server, { database: 'postgres', connections: 1 })
  try {
    await prepareLogin(server, name, password)
    const known = await server`select 1 from pg_database where datname = ${name}`
    if (known.length === 0) {
      terms.progress('creating-database')
      await server.unsafe(`create database "${name}" template template0 encoding 'UTF8'`)
    }
    // Only its own login may enter a city's database.
    await server.unsafe(`revoke all on database "${name}" from public; grant connect on database "${name}" to "${loginRoleOf(name)}"`)
    return known.length === 0
  } finally {
    await server.end()
  }
}

async function prepareSchema(terms: OpeningTerms, name: string, city: City): Promise<void> {
  const owner = connect(terms.server, { database: name, connections: 1, statementTimeoutMs: 0 })
  try {
    const applied = await migrate(owner, migrationsOf(terms.parts))
    if (applied > 0) terms.progress('migrating')
    await grantServices(owner, name, terms.parts.map((part) => part.name))
    await refuseOtherCity(owner, city)
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

/** Each part's seed runs once; what was seeded is remembered, so that an edited city is never seeded over. */
async function seed(open: OpenCity, terms: OpeningTerms): Promise<void> {
  await seedOnce(open, 'kernel', (tx) => seedOrganisation(tx, open.city, terms.wishes), terms)
  for (const part of terms.parts) {
    const sow = part.seed
    if (sow) await seedOnce(open, part.name, (tx) => sow(tx, open.city, terms.wishes), terms)
  }
}

type Sow = (tx: Parameters<NonNullable<Manifest['seed']>>[0]) => Promise<void>

async function seedOnce(open: OpenCity, part: string, sow: Sow, terms: OpeningTerms): Promise<void> {
  const known = await open.database.asKernel((tx) => tx.find(kernel.selectFrom('kernel.seeded').select('part').where('part', '=', part)))
  if (known !== undefined) return
  terms.progress(`seeding ${part}`)
  const tx = open.database.open(part, systemActor, 'write')
  await open.database.ending(tx, async () => {
    await sow(tx)
    await tx.within('kernel', () => tx.run(kernel.insertInto('kernel.seeded').values({ part })))
  })
}
