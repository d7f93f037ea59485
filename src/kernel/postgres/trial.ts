/** What the tests of the server need: throw-away DATA_DIRs, and other processes that open and keep a server. */
import { execFileSync, spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { openEmbeddedServer, type EmbeddedServer, type ServerConnection, type ServerStep } from './postgres.ts'

export const isRoot = process.geteuid?.() === 0
/** Any ordinary user will do; it need not be in /etc/passwd for the server, but initdb wants a name (Debian: games). */
export const ORDINARY_USER = 5

export interface Trial {
  /** A DATA_DIR that does not exist yet. */
  readonly dataDir: string
  readonly folder: string
  remove(): void
}

export function newTrial(base: string = quickestFolder()): Trial {
  const folder = mkdtempSync(join(base, 'tsunagu-trial-'))
  return { dataDir: join(folder, 'data'), folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A DATA_DIR with a stopped database that holds one row, copied from one made before: a first start takes a second. */
export function newTrialFrom(prepared: string): Trial {
  const trial = newTrial()
  execFileSync('cp', ['-a', prepared, trial.dataDir])
  return trial
}

/** Memory, where there is plenty of it: a database is two thousand files. Containers often have 64 MB of it only. */
function quickestFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 4 * 1024 ** 3 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

export async function prepareRow(dataDir: string): Promise<void> {
  const server = await openEmbeddedServer({ dataDir })
  await query(server.connection, 'create table visit (who text not null)')
  await query(server.connection, "insert into visit values ('亀山 太郎')")
  await server.stop()
}

/** Runs one statement on a connection of its own; resolves to the rows as plain lists of values. */
export async function query(connection: ServerConnection, statement: string): Promise<unknown[][]> {
  const sql = postgres({ ...connection, max: 1, onnotice: () => undefined })
  try {
    return [...(await sql.unsafe(statement).values())] as unknown[][]
  } finally {
    await sql.end({ timeout: 5 })
  }
}

export async function openWithSteps(dataDir: string): Promise<{ server: EmbeddedServer; steps: ServerStep[] }> {
  const steps: ServerStep[] = []
  const server = await openEmbeddedServer({ dataDir, onProgress: (step) => steps.push(step) })
  return { server, steps }
}

/** What another process says once it has opened the server, or why it could not. */
export type KeeperReport =
  | { readonly isOwned: boolean; readonly connection: ServerConnection; readonly postmasterPid: number }
  | { readonly problem: string; readonly message: string }

export interface KeeperProcess {
  readonly child: ChildProcess
  readonly report: KeeperReport
  /** Ends the process as Ctrl-C would: it stops what it owns. */
  end(): Promise<void>
  kill(): Promise<void>
}

export interface KeeperOptions {
  readonly uid?: number
  readonly withoutSetpriv?: boolean
  readonly binDir?: string
}

/** Opens the server in another process, which keeps it until it is ended or killed. */
export async function startKeeper(dataDir: string, options: KeeperOptions = {}): Promise<KeeperProcess> {
  const child = spawnKeeper(dataDir, options)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const first = await lines.next()
  if (first.done === true) throw new Error('The keeper ended without a word')
  const endBy = async (name: NodeJS.Signals): Promise<void> => {
    child.kill(name)
    await gone
  }
  const report = JSON.parse(first.value) as KeeperReport
  return { child, report, end: () => endBy('SIGTERM'), kill: () => endBy('SIGKILL') }
}

export function spawnKeeper(
  dataDir: string,
  options: KeeperOptions = {},
): ChildProcessByStdio<Writable, Readable, null> {
  const identity = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }
  const env = options.withoutSetpriv === true ? { PATH: '/nowhere' } : { PATH: process.env['PATH'] ?? '' }
  const program = fileURLToPath(new URL('trial-keeper.ts', import.meta.url))
  const words = [program, dataDir, options.binDir ?? '']
  return spawn(process.execPath, words, { ...identity, env, cwd: '/', stdio: ['pipe', 'pipe', 'inherit'] })
}
