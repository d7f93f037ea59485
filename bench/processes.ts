import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '..', 'bin', 'tsunagu.js')
const PATIENCE_MS = 60_000

export interface StartedCity {
  readonly base: string
  readonly process: ChildProcess
  readonly readyAfterMs: number
  stop(): Promise<void>
}

/** Starts a whole city in a process of its own and waits until it is ready. */
export async function startCity(dataDir: string, port: number): Promise<StartedCity> {
  const before = performance.now()
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, HOST: '127.0.0.1', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const base = `http://127.0.0.1:${port}`
  await until(async () => (await fetch(`${base}/ready`)).ok)
  const stop = () => new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
  return { base, process: child, readyAfterMs: performance.now() - before, stop }
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    if (await isSo().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the city was not ready in time')
}

/** Proportional set size of a process and all its descendants: shared pages are counted once. */
export function memoryOfTree(pid: number): number {
  const pids = treeOf(pid)
  return pids.reduce((total, each) => total + proportionalBytes(each), 0)
}

function treeOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const status = read(`/proc/${name}/status`)
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const tree = [root]
  for (let index = 0; index < tree.length; index++) {
    for (const [pid, parent] of parents) if (parent === tree[index]) tree.push(pid)
  }
  return tree
}

function proportionalBytes(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
  return Number(kilobytes ?? 0) * 1024
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
