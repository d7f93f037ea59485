import { fork, spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Taken } from '#kernel/service/rehearsal.ts'

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url))
const OUTSIDE = fileURLToPath(new URL('./outside.ts', import.meta.url))
/** A city that was seeded before opens within seconds. */
const OPENING_MS = 120_000
const MOST_SAID = 2_000

/** One half of the city as `tsunagu start` runs it: `--web` or `--jobs`. Resolves when it has opened. */
export async function startHalf(half: 'web' | 'jobs', variables: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...process.execArgv, MAIN, 'start', `--${half}`], { env: { ...process.env, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] })
  // What it says of slow requests and failures is only told when it does not open.
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-MOST_SAID)
  })
  await new Promise<void>((resolve, reject) => {
    const alarm = setTimeout(() => reject(new Error(`the ${half} did not open within ${OPENING_MS / 1_000} s: ${said}`)), OPENING_MS)
    child.once('exit', (code) => reject(new Error(`the ${half} ended with ${code}: ${said}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      // The last line of its welcome.
      if (!chunk.toString().includes('Ctrl-C')) return
      clearTimeout(alarm)
      resolve()
    })
  })
  return child
}

/** The world outside: mail servers, push services, LINE, in one process, and the surroundings that lead the city there. */
export class Outside {
  private readonly child: ChildProcess
  readonly variables: Readonly<Record<string, string>>

  private constructor(child: ChildProcess, variables: Readonly<Record<string, string>>) {
    this.child = child
    this.variables = variables
  }

  static async open(): Promise<Outside> {
    const child = fork(OUTSIDE, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const variables = await answerOf<Record<string, string>>(child)
    return new Outside(child, variables)
  }

  async counts(): Promise<Readonly<Record<string, Taken>>> {
    const answer = answerOf<Record<string, Taken>>(this.child)
    this.child.send('counts')
    return answer
  }

  close(): Promise<void> {
    return ended(this.child)
  }
}

function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`the world outside ended with ${code}`))
    child.once('exit', gone)
    child.once('message', (answer) => {
      child.off('exit', gone)
      resolve(answer as Answer)
    })
  })
}

/** Asks a process to end, and waits until it has. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** A port that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
