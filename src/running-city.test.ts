import { mkdtempSync, rmSync } from 'node:fs'
import { connect as connectSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { restoreArchive, writeArchive } from '#kernel/archive/archive.ts'
import { connect } from '#kernel/database/connection.ts'
import { job } from '#kernel/jobs/job.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { testServer } from '#kernel/testing/test-city.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { everyone, page } from '#kernel/web/routes.ts'
import { NOT_ARCHIVED } from './commands/backup.ts'
import { runInstallation, type RunningInstallation, type RunningTerms } from './running-city.ts'

const CITIES = join(import.meta.dirname, '../cities')
const words = { ja: '待合室', 'ja-x-yasashii': 'まつ ところ', en: 'Waiting room', pt: 'Sala de espera' }
const never = () => new Promise<never>(() => {})
const wait = job<null>('waiting-room.wait', { run: never })
const room: Manifest = {
  name: 'waiting-room', kind: 'service', title: words, summary: words, folder: import.meta.dirname,
  routes: [page('/waiting-room', everyone, never)], jobs: [wait],
}
let folder: string
let number = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsunagu-running-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newName = () => `r${process.pid}_${++number}`

function run(name: string, terms: Partial<RunningTerms> = {}): Promise<RunningInstallation> {
  const { host, port, user, password } = testServer()
  return runInstallation({
    dataDir: join(folder, name),
    databaseUrl: `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`,
    citiesFolder: CITIES, only: ['kameyama'], parts: [room], clock: systemClock, isDemo: false, progress: () => {}, log: silentLog,
    connections: 3, trustedProxies: 0, hasWorkers: true, ...terms,
  })
}

describe('closing', () => {
  test('has an end, whatever a page or a job still waits for', async () => {
    const drainLimitMs = 300
    const running = await run(newName(), { drainLimitMs })
    await running.web.listen({ port: 0, host: '127.0.0.1' })
    await running.installation.cities[0]?.database.act('waiting-room', systemActor, async (tx) => tx.enqueue(wait, null))
    const socket = connectSocket({ port: (running.web.server.address() as { port: number }).port, host: '127.0.0.1' })
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => {})
    socket.write('GET /waiting-room HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const before = performance.now()
    await running.stop()
    await closed
    expect(performance.now() - before).toBeGreaterThanOrEqual(drainLimitMs - 10)
    expect(performance.now() - before).toBeLessThan(10_000)
  })

  test('is quick when nothing is under way', async () => {
    const running = await run(newName())
    const before = performance.now()
    await running.stop()
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})

test('a web that cannot be made leaves no connection to the database behind', async () => {
  const name = newName()
  const broken: Manifest = { ...room, routes: [page('without-a-slash', everyone, never)] }
  await expect(run(name, { parts: [broken] })).rejects.toThrow()
  const admin = connect(testServer(), { database: 'postgres', connections: 1 })
  const left = async () => (await admin`select pid from pg_stat_activity where datname = ${`${name}_kameyama`}`).length
  await expect.poll(left, { timeout: 5_000 }).toBe(0)
  await admin.end()
})

test('a backup restored into a fresh installation belongs to that one', async () => {
  const [old, fresh] = [newName(), newName()]
  const file = join(folder, 'city.tsunagu')
  const inCity = async (name: string, work: (sql: ReturnType<typeof connect>) => Promise<unknown>) => {
    const running = await run(name, { hasWorkers: false })
    const sql = connect(running.installation.server, { database: `${name}_kameyama`, connections: 1 })
    await work(sql)
    await sql.end()
    await running.stop()
    return running.installation.cities[0]?.isNew
  }
  const order = { file, city: 'any', schemas: ['kernel'], exclude: NOT_ARCHIVED, migrations: [], now: systemClock.now() }
  await inCity(old, (sql) => writeArchive(sql, order))
  expect(await inCity(fresh, (sql) => restoreArchive(sql, { file, replace: true, check: () => {} }))).toBe(true)
  expect(await inCity(fresh, async () => {})).toBe(false)
})
