import { readFileSync } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { basename, join } from 'node:path'
import { EmbeddedServerError, codeOf } from './errors.ts'
import { SOCKET_PORT, type Layout } from './layout.ts'
import { LIMITS } from './limits.ts'
import { argumentsOf, identityOf, listPids, signal, waitUntilGone, type ProcessIdentity } from './processes.ts'

/** The server process of a data directory, as its postmaster.pid and the process table describe it. */
export interface Postmaster {
  readonly process: ProcessIdentity
  readonly status: 'starting' | 'ready' | 'stopping'
  readonly socketDir: string
}

/**
 * The living postmaster of this data directory, or null. A process that merely has the same id (the file is stale and
 * the id was used again) is told apart by its arguments, which name the directory.
 */
export function findPostmaster(pgdata: string): Postmaster | null {
  const file = readPidFile(pgdata)
  const found = file === null ? null : identityOf(file.pid)
  if (file === null || found === null || !isPostmaster(file.pid, pgdata)) return null
  return { process: found, status: file.status, socketDir: file.socketDir }
}

/** Whether somebody accepts connections on this server's socket, in whatever container or namespace. */
export function isAnswering(socketDir: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = createConnection(join(socketDir, `.s.PGSQL.${SOCKET_PORT}`))
  socket.setTimeout(LIMITS.connectMs, () => resolve(true))
  socket.once('connect', () => resolve(true))
  socket.once('error', (error) => resolve(codeOf(error) === 'EAGAIN'))
  return promise.finally(() => socket.destroy())
}

/**
 * Removes what a killed server leaves behind, when no postmaster lives: its other processes first, since they still
 * hold the shared memory, then the files in which PostgreSQL itself would see a running server. Resolves to whether the
 * last server was cut short.
 */
export async function clearRemains(layout: Layout): Promise<boolean> {
  const left = listPids().filter((pid) => isPartOf(layout, pid)).map(identityOf).filter((found) => found !== null)
  // Nothing that they could still write counts without their postmaster, so they need not be asked.
  for (const { pid } of left) signal(pid, 'SIGKILL')
  for (const found of left) {
    if (!(await waitUntilGone(found, LIMITS.quitMs))) throw stuck(layout, found.pid)
  }
  const file = readPidFile(layout.pgdata)
  await refuseWhileAnswering(layout, file)
  const socket = join(layout.socketDir, `.s.PGSQL.${SOCKET_PORT}`)
  for (const path of [join(layout.pgdata, 'postmaster.pid'), `${socket}.lock`, socket]) {
    await unlink(path).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
    })
  }
  return file !== null
}

/** A process id says nothing across containers that share the folder; a socket that accepts does. */
async function refuseWhileAnswering(layout: Layout, file: PidFile | null): Promise<void> {
  for (const socketDir of new Set([layout.socketDir, file?.socketDir ?? layout.socketDir])) {
    if (!(await isAnswering(socketDir))) continue
    throw new EmbeddedServerError(
      'busy',
      `Another container or machine runs the database in ${layout.home}`,
      'stop it there, or set DATA_DIR to another folder',
    )
  }
}

function isPostmaster(pid: number, pgdata: string): boolean {
  const words = argumentsOf(pid)
  // Without /proc nothing more can be known; clearRemains still asks the socket before it removes anything.
  if (words === null) return true
  return basename(words[0] ?? '') === 'postgres' && words[words.indexOf('-D') + 1] === pgdata
}

/** PostgreSQL's other processes show `postgres: <cluster name>: <what they do>` instead of their arguments. */
function isPartOf(layout: Layout, pid: number): boolean {
  const title = argumentsOf(pid)?.[0] ?? ''
  return title.startsWith(`postgres: ${layout.clusterName}: `) || (title !== '' && isPostmaster(pid, layout.pgdata))
}

interface PidFile {
  readonly pid: number
  readonly socketDir: string
  readonly status: Postmaster['status']
}

/** Lines of postmaster.pid, counted from 0: 0 process id, 4 socket directory, 7 status (pidfile.h of PostgreSQL). */
function readPidFile(pgdata: string): PidFile | null {
  let lines: readonly string[]
  try {
    lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  const word = (lines[7] ?? '').trim()
  const status = word === 'ready' || word === 'stopping' ? word : 'starting'
  return { pid, socketDir: lines[4] ?? '', status }
}

function stuck(layout: Layout, pid: number): EmbeddedServerError {
  const whatHappened = `Process ${pid} of the database in ${layout.home} does not end`
  return new EmbeddedServerError('busy', whatHappened, 'check the disk, or restart the machine')
}
