import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openEmbeddedServer, type EmbeddedServer, type ServerConnection } from './postgres.ts'
import { identityOf, isLiving, waitUntilGone, type ProcessIdentity } from './processes.ts'
import {
  newTrial,
  newTrialFrom,
  openWithSteps,
  prepareRow,
  query,
  spawnKeeper,
  startKeeper,
  type KeeperProcess,
  type Trial,
} from './trial.ts'

const prepared = newTrial()
const trials: Trial[] = [prepared]
const open: (EmbeddedServer | KeeperProcess)[] = []
beforeAll(() => prepareRow(prepared.dataDir), 60_000)
afterAll(async () => {
  // A test that failed half way leaves servers behind; the folders go only after them.
  for (const one of open) await ('stop' in one ? one.stop() : one.kill())
  trials.forEach((trial) => trial.remove())
})

const ROWS = 'select count(*)::int from visit'
const VISIT = "insert into visit values ('関 次郎')"

function preparedFolder(): string {
  const trial = newTrialFrom(prepared.dataDir)
  trials.push(trial)
  return trial.dataDir
}

async function keep<One extends EmbeddedServer | KeeperProcess>(opening: Promise<One>): Promise<One> {
  const one = await opening
  open.push(one)
  return one
}

function pidFileOf(dataDir: string): string {
  return join(dataDir, 'postgres', 'pgdata', 'postmaster.pid')
}

function postmasterOf(dataDir: string): ProcessIdentity {
  const pid = Number(readFileSync(pidFileOf(dataDir), 'utf8').split('\n')[0])
  const found = identityOf(pid)
  if (found === null) throw new Error(`Process ${pid} does not live`)
  return found
}

async function checkpointerOf(connection: ServerConnection): Promise<number> {
  const found = await query(connection, "select pid from pg_stat_activity where backend_type = 'checkpointer'")
  return Number(found[0]?.[0])
}

function connectionOf({ report }: KeeperProcess) {
  if ('problem' in report) throw new Error(report.message)
  return report.connection
}

describe('after kill -9', { timeout: 60_000 }, () => {
  test('of the server, the process that owns it brings it back by itself, with every committed row', async () => {
    const dataDir = preparedFolder()
    const server = await keep(openEmbeddedServer({ dataDir }))
    await query(server.connection, VISIT)
    const killed = postmasterOf(dataDir)
    process.kill(killed.pid, 'SIGKILL')
    await vi.waitFor(async () => expect(await query(server.connection, ROWS)).toEqual([[2]]), 20_000)
    expect(isLiving(killed)).toBe(false)
    expect(server.isOwned).toBe(true)
    await server.stop()
  })

  test('of one of its processes, the server recovers by itself', async () => {
    const dataDir = preparedFolder()
    const server = await keep(openEmbeddedServer({ dataDir }))
    const before = postmasterOf(dataDir)
    process.kill(await checkpointerOf(server.connection), 'SIGKILL')
    await vi.waitFor(async () => expect(await query(server.connection, ROWS)).toEqual([[1]]), 20_000)
    expect(postmasterOf(dataDir)).toEqual(before)
    await server.stop()
  })

  test('of the process that owns it, the server leaves too, and the next start has every committed row', async () => {
    const dataDir = preparedFolder()
    const keeper = await keep(startKeeper(dataDir))
    await query(connectionOf(keeper), VISIT)
    const orphan = postmasterOf(dataDir)
    await keeper.kill()
    const { server } = await openWithSteps(dataDir)
    open.push(server)
    expect(isLiving(orphan)).toBe(false)
    expect(server.isOwned).toBe(true)
    expect(await query(server.connection, ROWS)).toEqual([[2]])
    await server.stop()
  })

  test('of both at once in the middle of a transaction, the next start recovers without the half of it', async () => {
    const dataDir = preparedFolder()
    const keeper = await keep(startKeeper(dataDir))
    await query(connectionOf(keeper), VISIT)
    const sql = postgres({ ...connectionOf(keeper), max: 1 })
    const half = await sql.reserve()
    await half`begin`
    await half.unsafe(VISIT)
    // So that its keeper cannot bring it back.
    keeper.child.kill('SIGSTOP')
    process.kill(postmasterOf(dataDir).pid, 'SIGKILL')
    await keeper.kill()
    await sql.end({ timeout: 1 })
    const { server, steps } = await openWithSteps(dataDir)
    open.push(server)
    expect(steps).toEqual(['recovering'])
    expect(await query(server.connection, ROWS)).toEqual([[2]])
    await server.stop()
  })

  test('of the server, its processes that hang on are ended before the next start', async () => {
    const dataDir = preparedFolder()
    const keeper = await keep(startKeeper(dataDir))
    const sql = postgres({ ...connectionOf(keeper), max: 1 })
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    const backend = identityOf(row?.pid ?? 0)
    if (backend === null) throw new Error('The backend does not live')
    process.kill(backend.pid, 'SIGSTOP')
    const postmaster = postmasterOf(dataDir)
    keeper.child.kill('SIGSTOP')
    process.kill(postmaster.pid, 'SIGKILL')
    await keeper.kill()
    expect(isLiving(backend)).toBe(true)
    const server = await keep(openEmbeddedServer({ dataDir }))
    expect(isLiving(backend)).toBe(false)
    expect(await query(server.connection, ROWS)).toEqual([[1]])
    await sql.end()
    await server.stop()
  })

  test('of an owner without setpriv, the orphan goes on, is adopted, and is stopped in the end', async () => {
    const dataDir = preparedFolder()
    openToOthers(dataDir)
    const keeper = await keep(startKeeper(dataDir, { withoutSetpriv: true }))
    await query(connectionOf(keeper), VISIT)
    const orphan = postmasterOf(dataDir)
    await keeper.kill()
    await delay(100)
    expect(isLiving(orphan)).toBe(true)
    const server = await keep(openEmbeddedServer({ dataDir }))
    expect(postmasterOf(dataDir)).toEqual(orphan)
    expect(server.isOwned).toBe(true)
    expect(await query(server.connection, ROWS)).toEqual([[2]])
    await server.stop()
    expect(await waitUntilGone(orphan, 5_000)).toBe(true)
  })
})

describe('files of a server that is gone', { timeout: 60_000 }, () => {
  test('do not hold up a start, even when their process id now belongs to somebody else', async () => {
    const dataDir = preparedFolder()
    const home = join(dataDir, 'postgres')
    mkdirSync(join(home, 'socket'), { recursive: true })
    const now = Math.floor(Date.now() / 1000)
    for (const pid of [process.pid, process.ppid, 4_000_000]) {
      const lines = [pid, join(home, 'pgdata'), now, 5432, join(home, 'socket'), '', '1234 5678', 'ready   ', '']
      writeFileSync(join(home, 'pgdata', 'postmaster.pid'), lines.join('\n'))
      writeFileSync(join(home, 'socket', '.s.PGSQL.5432.lock'), lines.slice(0, 5).join('\n'))
      writeFileSync(join(home, 'socket', '.s.PGSQL.5432'), '')
      const { server, steps } = await openWithSteps(dataDir)
      open.push(server)
      expect(steps).toEqual(['recovering'])
      expect(await query(server.connection, ROWS)).toEqual([[1]])
      await server.stop()
    }
  })

  test('are respected while somebody out of sight answers on the socket', async () => {
    // Another container's process ids mean nothing here: its server looks dead to us, but its socket accepts.
    const dataDir = preparedFolder()
    const home = join(dataDir, 'postgres')
    const pidFile = join(home, 'pgdata', 'postmaster.pid')
    const content = `4000000\n${join(home, 'pgdata')}\n0\n5432\n${join(home, 'socket')}\n\n1234 5678\nready   \n`
    writeFileSync(pidFile, content)
    const elsewhere = createServer().listen(join(home, 'socket', '.s.PGSQL.5432'))
    await once(elsewhere, 'listening')
    await expect(openEmbeddedServer({ dataDir })).rejects.toMatchObject({ problem: 'busy' })
    expect(readFileSync(pidFile, 'utf8')).toBe(content)
    elsewhere.close()
  })
})

describe('a start in the middle of something', { timeout: 60_000 }, () => {
  test('waits for a server that is still shutting down', async () => {
    const dataDir = preparedFolder()
    const keeper = await keep(startKeeper(dataDir))
    const connection = connectionOf(keeper)
    await query(connection, VISIT)
    const checkpointer = await checkpointerOf(connection)
    // Without its checkpointer a server cannot finish its shutdown.
    process.kill(checkpointer, 'SIGSTOP')
    const leaving = postmasterOf(dataDir)
    await keeper.kill()
    await vi.waitFor(() => expect(readFileSync(pidFileOf(dataDir), 'utf8')).toMatch(/\nstopping/), 5_000)
    setTimeout(() => process.kill(checkpointer, 'SIGCONT'), 500)
    const { server, steps } = await openWithSteps(dataDir)
    open.push(server)
    expect(steps).toEqual(['waiting-for-shutdown', 'starting'])
    expect(isLiving(leaving)).toBe(false)
    expect(await query(server.connection, ROWS)).toEqual([[2]])
    await server.stop()
  })

  test('begins the creation anew when the one before was killed', async () => {
    const trial = newTrial()
    trials.push(trial)
    const child = spawnKeeper(trial.dataDir)
    const home = join(trial.dataDir, 'postgres')
    await vi.waitFor(() => {
      const unfinished = readdirSync(home).find((name) => name.startsWith('pgdata.unfinished-')) ?? 'none'
      expect(existsSync(join(home, unfinished, 'base'))).toBe(true)
    }, 10_000)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(join(trial.dataDir, 'postgres', 'pgdata'))).toBe(false)
    const { server, steps } = await openWithSteps(trial.dataDir)
    open.push(server)
    expect(steps).toEqual(['creating', 'starting'])
    expect(await query(server.connection, 'select 1')).toEqual([[1]])
    await server.stop()
    expect(readdirSync(home).filter((name) => name.startsWith('pgdata'))).toEqual(['pgdata'])
  })

  test('is not undone by Ctrl-C: the server has a session of its own', async () => {
    const dataDir = preparedFolder()
    const server = await keep(openEmbeddedServer({ dataDir }))
    const { pid } = postmasterOf(dataDir)
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const [processGroup, session] = [fields[2], fields[3]]
    expect([processGroup, session]).toEqual([String(pid), String(pid)])
    await server.stop()
  })
})

describe('several processes on one DATA_DIR', { timeout: 60_000 }, () => {
  test('create it once when they start together', async () => {
    const trial = newTrial()
    trials.push(trial)
    const keepers = await Promise.all([1, 2, 3].map(() => keep(startKeeper(trial.dataDir))))
    expect(keepers.map(({ report }) => 'isOwned' in report && report.isOwned).sort()).toEqual([false, false, true])
    expect(new Set(keepers.map(({ report }) => 'isOwned' in report && report.postmasterPid)).size).toBe(1)
    for (const keeper of keepers) expect(await query(connectionOf(keeper), 'select 1')).toEqual([[1]])
    for (const keeper of keepers) await keeper.end()
    expect(existsSync(join(trial.dataDir, 'postgres', 'pgdata', 'postmaster.pid'))).toBe(false)
  })

  test('share it within one process as well', async () => {
    const dataDir = preparedFolder()
    const opening = [1, 2].map(() => keep(openEmbeddedServer({ dataDir })))
    const [first, second] = (await Promise.all(opening)) as [EmbeddedServer, EmbeddedServer]
    expect([first.isOwned, second.isOwned].sort()).toEqual([false, true])
    const [owner, guest] = first.isOwned ? [first, second] : [second, first]
    await guest.stop()
    expect(await query(owner.connection, ROWS)).toEqual([[1]])
    await owner.stop()
  })

  test('a guest leaves it running; when the owner leaves, the guest brings it back and then owns it', async () => {
    const dataDir = preparedFolder()
    const keeper = await keep(startKeeper(dataDir))
    const passing = await keep(openEmbeddedServer({ dataDir }))
    expect(passing.isOwned).toBe(false)
    await passing.stop()
    expect(await query(connectionOf(keeper), ROWS)).toEqual([[1]])

    const guest = await keep(openEmbeddedServer({ dataDir }))
    await query(guest.connection, VISIT)
    await keeper.end()
    await guest.ensureRunning()
    expect(guest.isOwned).toBe(true)
    expect(await query(guest.connection, ROWS)).toEqual([[2]])
    await guest.stop()
  })

  test('a start lock left by a dead process, an earlier boot or a power cut does not hold anybody up', async () => {
    const dataDir = preparedFolder()
    const own = identityOf(process.pid)
    const lock = join(dataDir, 'postgres', 'start.lock')
    for (const left of [{ ...own, pid: 4_000_000 }, { ...own, bootId: 'earlier' }, { ...own, startTicks: '1' }]) {
      writeFileSync(lock, JSON.stringify({ ...left, token: 'left' }))
      const server = await keep(openEmbeddedServer({ dataDir }))
      await server.stop()
      expect(existsSync(lock)).toBe(false)
    }
    writeFileSync(lock, '')
    execFileSync('touch', ['-d', '1 hour ago', lock])
    const server = await keep(openEmbeddedServer({ dataDir }))
    await server.stop()
    expect(existsSync(lock)).toBe(false)
  })
})

/** Without setpriv the server's user has no capability, and must be able to walk to the data. */
function openToOthers(dataDir: string): void {
  execFileSync('chmod', ['o+x', dataDir, join(dataDir, '..')])
}
