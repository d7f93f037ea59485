import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../../bin/tsunagu.js')
/** A machine that does much else at the same time needs long for a first start. */
const PATIENCE_MS = 80_000

/** A whole installation in processes of its own, to be killed in earnest. */
export class CityProcess {
  readonly dataDir: string
  readonly port: number
  readonly base: string
  private child: ChildProcess | null = null
  output = ''

  constructor(dataDir: string, port: number) {
    this.dataDir = dataDir
    this.port = port
    this.base = `http://127.0.0.1:${port}`
  }

  static async create(dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-survival-'))): Promise<CityProcess> {
    return new CityProcess(dataDir, await freePort())
  }

  private get variables(): NodeJS.ProcessEnv {
    return { ...process.env, PORT: String(this.port), HOST: '127.0.0.1', DATA_DIR: this.dataDir, NODE_ENV: 'production' }
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM, 'start'], { env: this.variables, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk) => (this.output += String(chunk)))
    child.stderr.on('data', (chunk) => (this.output += String(chunk)))
    this.child = child
    await this.untilReady()
  }

  async untilReady(): Promise<void> {
    await until(async () => {
      if (this.child?.exitCode !== null) throw new Error(`the city ended: ${this.output}`)
      return (await fetch(`${this.base}/ready`)).ok
    })
  }

  /** Begins a command of the program and leaves it running. */
  begin(...words: string[]): ChildProcess {
    return spawn(process.execPath, [PROGRAM, ...words], { env: this.variables, stdio: 'ignore' })
  }

  /** Runs a command to its end, without holding up this process: a held-up one would go on using connections that the city has closed. */
  run(...words: string[]): Promise<{ code: number | string | null; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, [PROGRAM, ...words], { env: this.variables, encoding: 'utf8', timeout: PATIENCE_MS }, (fault, stdout, stderr) => {
        resolve({ code: fault === null ? 0 : (fault.code ?? null), stdout, stderr })
      })
    })
  }

  killServer(): Promise<void> {
    return ended(this.child, () => this.child?.kill('SIGKILL'))
  }

  killDatabase(): void {
    process.kill(this.postmaster(), 'SIGKILL')
  }

  /** Server and database at once, as when the power goes. */
  async killEverything(): Promise<void> {
    const postmaster = this.postmaster()
    await ended(this.child, () => {
      process.kill(postmaster, 'SIGKILL')
      this.child?.kill('SIGKILL')
    })
  }

  /** Resolves to the exit code. */
  async stop(): Promise<number | null> {
    const child = this.child
    await ended(child, () => child?.kill('SIGTERM'))
    return child?.exitCode ?? null
  }

  async end(): Promise<void> {
    if (this.child?.exitCode === null && this.child.signalCode === null) await this.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  private postmaster(): number {
    return Number(readFileSync(join(this.dataDir, 'postgres/pgdata/postmaster.pid'), 'utf8').split('\n')[0])
  }
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  let last: unknown = null
  while (performance.now() < end) {
    try {
      if (await isSo()) return
    } catch (thrown) {
      last = thrown
      if (String(thrown).includes('the city ended')) throw thrown
    }
    await pause(50)
  }
  throw new Error(`it did not come to pass in ${PATIENCE_MS / 1000} s: ${String(last)}`)
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

function ended(child: ChildProcess | null, strike: () => void): Promise<void> {
  return new Promise((resolve) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    strike()
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
