import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'
import { openEmbeddedServer } from './postgres.ts'
import {
  ORDINARY_USER,
  isRoot,
  newTrial,
  newTrialFrom,
  openWithSteps,
  prepareRow,
  query,
  startKeeper,
  type Trial,
} from './trial.ts'

const prepared = newTrial()
const trials: Trial[] = [prepared]
beforeAll(() => prepareRow(prepared.dataDir), 60_000)
afterAll(() => trials.forEach((trial) => trial.remove()))

function trialFrom(source: string | null): Trial {
  const trial = source === null ? newTrial() : newTrialFrom(source)
  trials.push(trial)
  return trial
}

describe('a new database', { timeout: 60_000 }, () => {
  test('is created, durable, closed to others, and knows Japanese', async () => {
    const { dataDir } = trialFrom(null)
    const { server, steps } = await openWithSteps(dataDir)
    expect(steps).toEqual(['creating', 'starting'])
    expect(server.isOwned).toBe(true)
    const home = join(dataDir, 'postgres')
    expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600)
    for (const folder of ['', 'pgdata', 'socket']) expect(statSync(join(home, folder)).mode & 0o077).toBe(0)
    for (const [setting, value] of [
      ['fsync', 'on'],
      ['synchronous_commit', 'on'],
      ['full_page_writes', 'on'],
      ['data_checksums', 'on'],
      ['listen_addresses', ''],
      ['server_encoding', 'UTF8'],
      ['timezone', 'UTC'],
      ['jit', 'off'],
    ]) {
      expect(await query(server.connection, `show ${setting}`), setting).toEqual([[value]])
    }
    await query(server.connection, 'create extension pg_trgm')
    const [[trigrams]] = (await query(server.connection, "select cardinality(show_trgm('亀山市'))")) as [[number]]
    expect(trigrams).toBeGreaterThan(2)
    await server.stop()
    expect(existsSync(join(home, 'pgdata', 'postmaster.pid'))).toBe(false)
  })

  test('lets nobody in without the password', async () => {
    const { dataDir } = trialFrom(prepared.dataDir)
    const server = await openEmbeddedServer({ dataDir })
    const guessing = query({ ...server.connection, password: 'guess' }, 'select 1')
    await expect(guessing).rejects.toThrow(/password authentication failed/)
    await server.stop()
  })

  test.each([
    ['spaces and Japanese', '亀山市 の データ'],
    ['quotes and a backslash', `it's "the" \\city,x`],
    ['a path too long for a socket', join('a'.repeat(120), 'b'.repeat(120))],
  ])('lives in a folder with %s', async (_, name) => {
    const { folder } = trialFrom(null)
    mkdirSync(join(folder, name), { recursive: true })
    execFileSync('cp', ['-a', prepared.dataDir, join(folder, name, 'data')])
    const server = await openEmbeddedServer({ dataDir: join(folder, name, 'data') })
    expect(await query(server.connection, 'select who from visit')).toEqual([['亀山 太郎']])
    const { socketDir } = server
    expect(statSync(socketDir).mode & 0o777).toBe(0o700)
    await server.stop()
    expect(existsSync(socketDir)).toBe(socketDir.startsWith(folder))
  })
})

describe('a database that is there already', { timeout: 60_000 }, () => {
  test('starts again with what it holds, and once more after that', async () => {
    const { dataDir } = trialFrom(prepared.dataDir)
    for (const round of [1, 2]) {
      const { server, steps } = await openWithSteps(dataDir)
      expect(steps).toEqual(['starting'])
      expect(await query(server.connection, 'select count(*)::int from visit')).toEqual([[round]])
      await query(server.connection, "insert into visit values ('鈴鹿 花子')")
      await server.stop()
      await server.stop()
    }
  })

  test('refuses to go on after stop', async () => {
    const { dataDir } = trialFrom(prepared.dataDir)
    const server = await openEmbeddedServer({ dataDir })
    await server.stop()
    await expect(server.ensureRunning()).rejects.toMatchObject({ problem: 'failed' })
  })

  test.each([
    ['of an old version', 'other-version', (home: string) => writeFileSync(join(home, 'pgdata', 'PG_VERSION'), '15\n')],
    ['without PG_VERSION', 'damaged', (home: string) => rmSync(join(home, 'pgdata', 'PG_VERSION'))],
    ['without its password', 'damaged', (home: string) => rmSync(join(home, 'password'))],
  ])('%s is refused in one sentence and left as it is', async (_, problem, damage) => {
    const { dataDir } = trialFrom(prepared.dataDir)
    damage(join(dataDir, 'postgres'))
    const message = expect.stringMatching(/^[^\n]+: [^\n]+[.]$/) as unknown
    await expect(openEmbeddedServer({ dataDir })).rejects.toMatchObject({ problem, message })
    expect(existsSync(join(dataDir, 'postgres', 'pgdata', 'base'))).toBe(true)
  })

  test('with a wrong setting says what PostgreSQL said', async () => {
    const { dataDir } = trialFrom(prepared.dataDir)
    const opening = openEmbeddedServer({ dataDir, settings: { shared_buffers: 'plenty' } })
    await expect(opening).rejects.toMatchObject({ problem: 'failed', message: expect.stringContaining('server.log') })
  })

  test('a creation that was cut short is done again', async () => {
    const { dataDir } = trialFrom(null)
    const unfinished = join(dataDir, 'postgres', 'pgdata.unfinished-0')
    mkdirSync(join(unfinished, 'base'), { recursive: true })
    writeFileSync(join(unfinished, 'PG_VERSION'), '18\n')
    const { server, steps } = await openWithSteps(dataDir)
    expect(steps).toContain('creating')
    expect(existsSync(unfinished)).toBe(false)
    await server.stop()
  })
})

describe('a folder that cannot be used', { timeout: 60_000 }, () => {
  test('because it is a file, or has a line break in its name', async () => {
    const { folder } = trialFrom(null)
    writeFileSync(join(folder, 'file'), '')
    for (const name of ['file', 'two\nlines']) {
      await expect(openEmbeddedServer({ dataDir: join(folder, name) })).rejects.toMatchObject({ problem: 'unwritable' })
    }
  })

  test('because the disk is full', async ({ skip }) => {
    const { folder } = trialFrom(null)
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    if (!isRoot || !mounts(disk, '24m')) return skip('needs the right to mount')
    try {
      await expect(openEmbeddedServer({ dataDir: disk })).rejects.toMatchObject({ problem: 'disk-full' })
      expect(readdirSync(join(disk, 'postgres'))).not.toContainEqual(expect.stringContaining('pgdata'))
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

describe.runIf(isRoot)('as another user', { timeout: 60_000 }, () => {
  test('root gives the server to nobody, below a folder closed to all but root', async () => {
    const { dataDir, folder } = trialFrom(null)
    expect(statSync(folder)).toMatchObject({ uid: 0, mode: expect.toSatisfy((mode: number) => (mode & 0o077) === 0) })
    const server = await openEmbeddedServer({ dataDir })
    expect(ownerOfPostmaster(dataDir)).toBe(65534)
    await server.stop()
  })

  test('root finds the programs below a closed folder too, and their extensions', async () => {
    // Memory folders often forbid to run programs.
    const trial = newTrial(tmpdir())
    trials.push(trial)
    const { dataDir, folder } = trial
    const installed = await findBinaries(undefined, folder)
    execFileSync('cp', ['-a', join(dirname(installed.postgres), '..'), join(folder, 'native')])
    const binDir = join(folder, 'native', 'bin')
    const server = await openEmbeddedServer({ dataDir, binDir })
    await query(server.connection, 'create extension btree_gist')
    await server.stop()
    const keeper = await startKeeper(dataDir, { withoutSetpriv: true, binDir })
    expect(keeper.report).toMatchObject({ problem: 'no-binaries', message: expect.stringContaining('util-linux') })
  })

  test('an ordinary user runs it as itself, and root then as that user', async () => {
    const { dataDir, folder } = trialFrom(null)
    chmodSync(folder, 0o755)
    mkdirSync(dataDir)
    chownSync(dataDir, ORDINARY_USER, ORDINARY_USER)
    const keeper = await startKeeper(dataDir, { uid: ORDINARY_USER })
    expect(keeper.report).toMatchObject({ isOwned: true })
    expect(ownerOfPostmaster(dataDir)).toBe(ORDINARY_USER)
    await keeper.end()
    const server = await openEmbeddedServer({ dataDir })
    expect(ownerOfPostmaster(dataDir)).toBe(ORDINARY_USER)
    await server.stop()
    const again = await startKeeper(dataDir, { uid: ORDINARY_USER })
    expect(again.report).toMatchObject({ isOwned: true })
    await again.end()
  })

  test('an ordinary user is told that the folder is not its own', async () => {
    const { dataDir, folder } = trialFrom(prepared.dataDir)
    chmodSync(folder, 0o755)
    const keeper = await startKeeper(dataDir, { uid: ORDINARY_USER })
    expect(keeper.report).toMatchObject({ problem: 'unwritable', message: expect.stringContaining(dataDir) })
  })

  test('root without setpriv still starts it as nobody', async () => {
    const { dataDir, folder } = trialFrom(null)
    chmodSync(folder, 0o755)
    const keeper = await startKeeper(dataDir, { withoutSetpriv: true })
    expect(keeper.report).toMatchObject({ isOwned: true })
    expect(ownerOfPostmaster(dataDir)).toBe(65534)
    await keeper.end()
    expect(existsSync(join(dataDir, 'postgres', 'pgdata', 'postmaster.pid'))).toBe(false)
  })
})

function mounts(directory: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', directory], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function ownerOfPostmaster(dataDir: string): number {
  const pid = readFileSync(join(dataDir, 'postgres', 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]
  const uids = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(uids?.[1])
}
