import { createHash } from 'node:crypto'
import { cityIn } from '#kernel/city/city.ts'
import { databaseNameOf, migrationsOf, openCity, type OpenCity } from '#kernel/city/open-city.ts'
import { CityDatabase } from '#kernel/database/city-database.ts'
import { connect, type ServerAddress } from '#kernel/database/connection.ts'
import { loginRoleOf } from '#kernel/database/roles.ts'
import { answering } from '#kernel/questions/answering.ts'
import { Seals } from '#kernel/secrets/seal.ts'
import { Directory } from '#kernel/service/directory.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { clockAt, type Clock } from '#kernel/time/clock.ts'
import type { Sql } from 'postgres'

/** The day on which the tests live, unless one says otherwise. */
export const TEST_DAY = '2026-11-22T09:00:00+09:00'
/** The secret of every test's installation. */
export const TEST_SECRET = Buffer.alloc(32, 7)

export interface TestCityTerms {
  readonly parts: readonly Manifest[]
  /** Folder of the city's pack. */
  readonly folder: string
  readonly isDemo?: boolean
  readonly clock?: Clock
}

/**
 * A city of its own for one test file: a clone of a template database that is migrated and seeded once a run. The
 * clone takes some 40 ms, so tests share nothing and need no cleaning between them.
 */
export async function openTestCity(terms: TestCityTerms): Promise<OpenCity & { readonly owner: Sql }> {
  const city = cityIn(terms.folder)
  const server = testServer()
  const prefix = `t${fingerprintOf(terms)}`
  const template = databaseNameOf(city, prefix)
  await makeTemplate(terms, server, prefix)
  const name = `${template}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const admin = connect(server, { database: 'postgres', connections: 1 })
  await admin.unsafe(`create database "${name}" template "${template}" strategy file_copy`)
  await admin.unsafe(`revoke all on database "${name}" from public; grant connect on database "${name}" to "${loginRoleOf(template)}"`)
  await admin.end()
  const owner = connect(server, { database: name, connections: 1 })
  const clock = terms.clock ?? clockAt(TEST_DAY)
  const login = { server, database: name, user: loginRoleOf(template), password: passwordOf(template), connections: 6 }
  const seals = new Seals(TEST_SECRET)
  const database = new CityDatabase({ login, rolePrefix: template, clock, ask: answering(terms.parts, template), sealOf: (part) => seals.of(city.key, part) })
  const close = async () => {
    await Promise.all([database.close(), owner.end({ timeout: 2 })])
  }
  return { city, database, databaseName: name, directory: new Directory(terms.parts), isNew: true, isDemo: terms.isDemo ?? true, standInOrigin: null, owner, close }
}

export function testServer(): ServerAddress {
  const address = process.env.TSUNAGU_TEST_SERVER
  if (address === undefined) throw new Error('Tests with a database run through vitest, whose set-up starts the server')
  return JSON.parse(address) as ServerAddress
}

async function makeTemplate(terms: TestCityTerms, server: ServerAddress, prefix: string): Promise<void> {
  const city = cityIn(terms.folder)
  const template = databaseNameOf(city, prefix)
  const admin = connect(server, { database: 'postgres', connections: 1, statementTimeoutMs: 120_000 })
  try {
    // Test files start side by side: the first makes the template, the others wait for it.
    await admin`select pg_advisory_lock(hashtext(${template}))`
    const known = await admin`select 1 from pg_database where datname = ${template} and datistemplate`
    if (known.length > 0) return
    const open = await openCity(city, {
      server, databasePrefix: prefix, parts: terms.parts, passwordOf, installation: 'test', secret: TEST_SECRET,
      clock: clockAt(TEST_DAY),
      wishes: { isDemo: terms.isDemo ?? true },
      progress: () => {},
      connections: 2,
    })
    await open.close()
    await admin.unsafe(`alter database "${template}" is_template true`)
  } finally {
    await admin.end()
  }
}

function passwordOf(rolePrefix: string): string {
  return createHash('sha256').update(`test ${rolePrefix}`).digest('hex')
}

function fingerprintOf(terms: TestCityTerms): string {
  const hash = createHash('sha256').update(terms.isDemo === false ? 'empty' : 'demo')
  for (const part of terms.parts) hash.update(part.name)
  for (const migration of migrationsOf(terms.parts)) hash.update(migration.checksum)
  return hash.digest('hex').slice(0, 8)
}
