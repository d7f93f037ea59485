import { fork, type ChildProcess } from 'node:child_process'
import { Agent, get } from 'node:http'
import { fileURLToPath } from 'node:url'

/** What a crowd saw of a page, over the time that it was there. */
export interface Seen {
  readonly answers: number
  readonly errors: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly worstMs: number
}

export interface CrowdTerms {
  readonly url: string
  readonly host: string
  /** People who look at once, each again as soon as the page is there and a moment has passed. */
  readonly visitors: number
  /** How long each one looks at the page before the next. */
  readonly pauseMs: number
}

/** A crowd in a process of its own, so that its own work is not measured as the city's. */
export class Crowd {
  private readonly child: ChildProcess
  private readonly seen: Promise<Seen>

  constructor(terms: CrowdTerms) {
    this.child = fork(fileURLToPath(import.meta.url), [JSON.stringify(terms)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    this.seen = new Promise((resolve, reject) => {
      this.child.once('message', (seen) => resolve(seen as Seen))
      this.child.once('exit', (code) => reject(new Error(`the crowd went away with ${code}`)))
    })
    this.seen.catch(() => {})
  }

  /** Sends everybody home and asks what they saw. */
  async goHome(): Promise<Seen> {
    this.child.send('home')
    const seen = await this.seen
    this.child.disconnect()
    return seen
  }
}

/** Answers that take longer are errors. */
const PATIENCE_MS = 10_000

async function visit({ url, host, visitors, pauseMs }: CrowdTerms): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors })
  const times: number[] = []
  let errors = 0
  let isOver = false
  process.once('message', () => {
    isOver = true
  })
  const one = async (index: number) => {
    // People do not come all in the same millisecond.
    await pause((index / visitors) * pauseMs)
    while (!isOver) {
      const began = performance.now()
      const isFine = await look(agent, url, host)
      times.push(performance.now() - began)
      if (!isFine) errors++
      await pause(pauseMs)
    }
  }
  await Promise.all(Array.from({ length: visitors }, (_, index) => one(index)))
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  process.send?.({ answers: times.length, errors, p50Ms: at(0.5), p99Ms: at(0.99), worstMs: at(1) } satisfies Seen)
  agent.destroy()
}

function look(agent: Agent, url: string, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent, headers: { host, 'accept-encoding': 'gzip' }, timeout: PATIENCE_MS }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode === 200))
      response.once('error', () => resolve(false))
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await visit(JSON.parse(process.argv[2] ?? '{}') as CrowdTerms)
