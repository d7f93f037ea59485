import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openEmbeddedServer, type EmbeddedServer } from '#kernel/postgres/postgres.ts'
import { isRoot, newTrial, query } from '#kernel/postgres/trial.ts'
import { restoreArchive, verifyArchive, writeArchive } from './archive.ts'

const ROWS = 200_000
/** A server that has lost a process comes back by itself; on a busy machine that takes its time. */
const PATIENCE_MS = 60_000
const trial = newTrial()
const file = join(trial.folder, 'large.tsunagu')
let server: EmbeddedServer
/** Only say which database is meant: a pool does not always find its way back after a crash of the server. */
let source: Sql
let target: Sql

beforeAll(async () => {
  server = await openEmbeddedServer({ dataDir: trial.dataDir, settings: { fsync: 'off' } })
  for (const database of ['source', 'target'] as const) {
    await query(server.connection, `create database ${database}`)
    await ask(database, 'create schema plan')
    await ask(database, 'create table plan.reading (meter int not null, note text not null)')
  }
  const rows = `select n, repeat(md5(n::text), 30) from generate_series(1, ${ROWS}) n`
  await ask('source', `insert into plan.reading ${rows}`)
  source = postgres({ ...server.connection, database: 'source' })
  target = postgres({ ...server.connection, database: 'target' })
  await writeArchive(source, order)
}, 60_000)
afterAll(async () => {
  await server?.stop()
  trial.remove()
})

/** Runs one statement on a connection of its own. */
function ask(database: 'source' | 'target', statement: string): Promise<unknown[][]> {
  return query({ ...server.connection, database }, statement)
}

const now = Temporal.Instant.from('2026-11-22T00:05:00Z')
const order = { file, city: '242101', schemas: ['plan'], migrations: [], now }

interface Archivist {
  readonly moving: Promise<void>
  readonly said: Promise<Record<string, unknown>>
  kill(): Promise<void>
}

function startArchivist(work: 'write' | 'verify' | 'restore', path: string, database: string): Archivist {
  const program = fileURLToPath(new URL('trial-archivist.ts', import.meta.url))
  const connection = JSON.stringify({ ...server.connection, database })
  const child = spawn(process.execPath, [program, work, path, connection], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [moving, said] = [Promise.withResolvers<void>(), Promise.withResolvers<Record<string, unknown>>()]
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'moving') moving.resolve()
    else said.resolve(JSON.parse(line) as Record<string, unknown>)
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  void gone.then((code) => said.resolve({ exitCode: code }))
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await gone
  }
  return { moving: moving.promise, said: said.promise, kill }
}

async function countInTarget(): Promise<number> {
  const found = await ask('target', 'select count(*)::int from plan.reading')
  return Number(found[0]?.[0])
}

/** The database's own processes that serve an archive. */
async function backendsOfArchives(): Promise<number[]> {
  const found = await ask('source', "select pid from pg_stat_activity where application_name = 'tsunagu archive'")
  return found.map(([pid]) => Number(pid))
}

describe('two hundred thousand rows of a kilobyte', { timeout: 120_000 }, () => {
  test('are written, verified and restored at constant memory', async () => {
    for (const [work, database] of [['write', 'source'], ['verify', 'source'], ['restore', 'target']] as const) {
      const path = join(trial.folder, 'measured.tsunagu')
      const { grownMegabytes } = await startArchivist(work, path, database).said
      expect(grownMegabytes, work).toBeLessThan(110)
    }
    expect(await countInTarget()).toBe(ROWS)
    const sum = 'select sum(hashtext(reading::text)::bigint)::text from plan.reading'
    expect(await ask('target', sum)).toEqual(await ask('source', sum))
    await ask('target', 'truncate plan.reading')
  })
})

describe('kill -9', { timeout: 120_000 }, () => {
  test('in the middle of a backup leaves no file under its name, and the next one works', async () => {
    const half = join(trial.folder, 'half.tsunagu')
    const archivist = startArchivist('write', half, 'source')
    await archivist.moving
    await archivist.kill()
    expect(existsSync(half)).toBe(false)
    expect(existsSync(`${half}.partial`)).toBe(true)
    await expect(verifyArchive(`${half}.partial`)).rejects.toMatchObject({ problem: 'damaged' })
    await writeArchive(source, { ...order, file: half })
    expect((await verifyArchive(half)).tables[0]?.rows).toBe(ROWS)
    expect(existsSync(`${half}.partial`)).toBe(false)
  })

  test('in the middle of a restore leaves the target as it was, and the next one works', async () => {
    const archivist = startArchivist('restore', file, 'target')
    await archivist.moving
    await archivist.kill()
    await vi.waitFor(async () => expect(await backendsOfArchives()).toEqual([]), PATIENCE_MS)
    expect(await countInTarget()).toBe(0)
    await restoreArchive(target, { file, check: () => undefined })
    expect(await countInTarget()).toBe(ROWS)
    await ask('target', 'truncate plan.reading')
  })

  test.each(['write', 'restore'] as const)('of the database in the middle of %s is one clear error', async (work) => {
    const path = work === 'write' ? join(trial.folder, 'lost.tsunagu') : file
    const archivist = startArchivist(work, path, work === 'write' ? 'source' : 'target')
    await archivist.moving
    const backends = await backendsOfArchives()
    expect(backends).toHaveLength(1)
    for (const pid of backends) process.kill(pid, 'SIGKILL')
    expect(await archivist.said).toMatchObject({ problem: 'database', message: expect.stringContaining('connection') })
    expect(readdirSync(trial.folder).filter((name) => /lost/.test(name))).toEqual([])
    // The server now ends every process it has. Who asks within that moment is cut off while the driver greets it, which
    // the driver tells nobody but the whole program.
    await wait(1_000)
    await vi.waitFor(async () => expect(await countInTarget()).toBe(0), PATIENCE_MS)
  })
})

describe('a disk that is full', { timeout: 120_000 }, () => {
  test('is named, leaves no half backup, and lets go of the database', async ({ skip }) => {
    const disk = join(trial.folder, 'disk')
    mkdirSync(disk)
    if (!isRoot || !mountsSmallDisk(disk)) return skip('needs the right to mount')
    try {
      const path = join(disk, 'city.tsunagu')
      await expect(writeArchive(source, { ...order, file: path })).rejects.toMatchObject({ problem: 'disk-full' })
      expect(readdirSync(disk)).toEqual([])
      await vi.waitFor(async () => expect(await backendsOfArchives()).toEqual([]), 10_000)
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

function mountsSmallDisk(directory: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', directory], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
