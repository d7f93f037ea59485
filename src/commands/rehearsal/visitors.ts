import { fork, type ChildProcess } from 'node:child_process'
import { Agent, get } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Seen } from '#kernel/service/rehearsal.ts'

export interface CrowdTerms {
  readonly url: string
  /** People who look at once, each again when the page is there and they have read it. */
  readonly visitors: number
  readonly readingMs: number
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
    // Whoever sends it home hears of it.
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

async function look({ url, visitors, readingMs }: CrowdTerms): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors })
  const times: number[] = []
  let errors = 0
  const home = new AbortController()
  process.once('message', () => home.abort())
  const visit = async (index: number) => {
    // People do not come all in the same millisecond.
    await pause((index / visitors) * readingMs)
    while (!home.signal.aborted) {
      const began = performance.now()
      if (!(await fetched(agent, url))) errors++
      times.push(performance.now() - began)
      await pause(readingMs)
    }
  }
  await Promise.all(Array.from({ length: visitors }, (_, index) => visit(index)))
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  process.send?.({ answers: times.length, errors, p50Ms: at(0.5), p99Ms: at(0.99), worstMs: at(1) } satisfies Seen)
  agent.destroy()
}

function fetched(agent: Agent, url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent, headers: { 'accept-encoding': 'gzip' }, timeout: PATIENCE_MS }, (response) => {
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await look(JSON.parse(process.argv[2] ?? '{}') as CrowdTerms)
