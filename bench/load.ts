import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import autocannon from 'autocannon'

const SECONDS = 3
const CONNECTIONS = 32
const run = promisify(execFile)

/**
 * Which load generator there is. wrk costs a fraction of what the server costs; autocannon is written in JavaScript
 * and shares the ceiling with what it measures, so ratios taken with it lie too near to one.
 */
export const generator: 'wrk' | 'autocannon' = spawnSync('wrk', ['-v']).error === undefined ? 'wrk' : 'autocannon'

/** Requests a second that an address answers under load; anything but 200 spoils the measurement and throws. */
export async function requestsPerSecond(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return generator === 'wrk' ? withWrk(url, headers) : withAutocannon(url, headers)
}

async function withWrk(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const { stdout } = await run('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]), url])
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${url}: ${stdout}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
}

async function withAutocannon(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} wrong answers, ${result.errors} errors`)
  return result.requests.average
}
