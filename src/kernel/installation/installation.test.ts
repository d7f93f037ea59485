import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { connect, type ServerAddress } from '#kernel/database/connection.ts'
import { loginRoleOf } from '#kernel/database/roles.ts'
import { job } from '#kernel/jobs/job.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { testServer } from '#kernel/testing/test-city.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { addressIn } from './database-url.ts'
import { openInstallation, type Installation } from './installation.ts'
import { databasePasswordOf, secretIn } from './secret.ts'

const CITIES = join(import.meta.dirname, '../../../cities')
const words = { ja: '手紙', 'ja-x-yasashii': 'てがみ', en: 'Letters', pt: 'Cartas' }
const deliver = job<null>('letter-box.deliver', { async run() {} })
const letters: Manifest = {
  name: 'letter-box', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], jobs: [deliver],
}
let folder: string
let number = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsunagu-installation-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newFolder = () => mkdtempSync(join(folder, 'data-'))
const newName = () => `i${process.pid}_${++number}`

function urlOf(name: string): string {
  const { host, port, user, password } = testServer()
  return `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
}

function open(dataDir: string, databaseUrl: string | undefined, isDemo = false): Promise<Installation> {
  return openInstallation({
    dataDir, databaseUrl, citiesFolder: CITIES, only: ['kameyama'], parts: [letters], clock: systemClock, isDemo,
    progress: () => {}, log: silentLog, connections: 2,
  })
}

async function inDatabase<Result>(server: ServerAddress, database: string, sql: string): Promise<Result[]> {
  const owner = connect(server, { database, connections: 1 })
  try {
    return (await owner.unsafe(sql)) as unknown as Result[]
  } finally {
    await owner.end()
  }
}

describe('opening an installation', () => {
  test('processes that start together all open it, and one of them makes the database', async () => {
    const [dataDir, url] = [newFolder(), urlOf(newName())]
    const opened = await Promise.all([1, 2, 3].map(() => open(dataDir, url)))
    await Promise.all(opened.map((each) => each.close()))
    expect(opened.map(({ cities }) => cities[0]?.isNew).toSorted()).toEqual([false, false, true])
  })

  test.each([[true, true, true], [true, false, false], [false, true, false], [false, false, false]])('laid out as a demo: %s, opened as one: %s, then it is one: %s', async (laidOut, opened, isDemo) => {
    const [dataDir, url] = [newFolder(), urlOf(newName())]
    await (await open(dataDir, url, laidOut)).close()
    const again = await open(dataDir, url, opened)
    expect(again.cities[0]?.isDemo).toBe(isDemo)
    await again.close()
  })

  test('a service is known by its name, however the database is called', async () => {
    const name = `${newName()}__of__the_city`
    const installation = await open(newFolder(), urlOf(name))
    await installation.cities[0]?.database.act('letter-box', systemActor, async (tx) => tx.enqueue(deliver, null))
    const jobs = await inDatabase(installation.server, `${name}_kameyama`, 'select service from kernel.job')
    await installation.close()
    expect(jobs).toEqual([{ service: 'letter-box' }])
  })

  test.each(['Tsunagu', '1tsunagu', 'tsu-nagu', 'つなぐ', 'pg_tsunagu'])('a database called %s is refused', (name) => {
    expect(() => addressIn(`postgres://me@localhost/${encodeURIComponent(name)}`)).toThrow(`DATABASE_URL names the database "${name}"`)
  })

  test('a name that PostgreSQL would cut off is refused', async () => {
    await expect(open(newFolder(), urlOf(`${newName()}_${'x'.repeat(40)}`))).rejects.toThrow('choose a shorter database name')
  })
})

describe('the secret', () => {
  test('is made once, whole, and for its owner alone', () => {
    const dataDir = newFolder()
    const secret = secretIn(dataDir)
    expect(secretIn(dataDir)).toEqual(secret)
    expect(secret).toHaveLength(32)
    expect(readdirSync(dataDir)).toEqual(['secret'])
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  })

  test('a draft of a start that was killed is not mistaken for it', () => {
    const dataDir = newFolder()
    writeFileSync(join(dataDir, `secret.${process.pid}`), 'half')
    expect(secretIn(dataDir)).toHaveLength(32)
  })

  test.each(['', 'abc', `${'0'.repeat(63)}g`, '0'.repeat(63), '0'.repeat(66)])('a file that holds "%s" is refused', (text) => {
    const dataDir = newFolder()
    writeFileSync(join(dataDir, 'secret'), text)
    expect(() => secretIn(dataDir)).toThrow(`${join(dataDir, 'secret')} does not hold a secret`)
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(text)
  })

  test('a database of another installation is refused before its login is changed', async () => {
    const [ours, name] = [newFolder(), newName()]
    const first = await open(ours, urlOf(name))
    await expect(open(newFolder(), urlOf(name))).rejects.toThrow(/another secret: copy the file secret/)
    // A new connection of the first one still signs in with its own password.
    const database = `${name}_kameyama`
    const login = { database, user: loginRoleOf(database), password: databasePasswordOf(first.secret, database), connections: 1 }
    const sql = connect(first.server, login)
    expect(await sql`select 1 as one`).toMatchObject([{ one: 1 }])
    await sql.end()
    await first.close()
    const copied = newFolder()
    writeFileSync(join(copied, 'secret'), readFileSync(join(ours, 'secret')))
    await (await open(copied, urlOf(name))).close()
  })
})

test('on the embedded server a city\'s login enters no other database', async () => {
  const dataDir = newFolder()
  const installation = await open(dataDir, undefined)
  const name = installation.cities[0]?.databaseName ?? ''
  const enter = async (database: string) => {
    const login = { database, user: loginRoleOf(name), password: databasePasswordOf(installation.secret, name), connections: 1 }
    const sql = connect(installation.server, login)
    const outcome = await sql`select 1 as one`.then(() => 'entered', String)
    await sql.end()
    return outcome
  }
  expect(await enter(name)).toBe('entered')
  for (const database of ['postgres', 'template1']) expect(await enter(database)).toContain('permission denied for database')
  await installation.close()
  // The administrator still opens and makes databases.
  const again = await open(dataDir, undefined)
  await inDatabase(again.server, 'template1', 'select 1')
  await again.close()
})
