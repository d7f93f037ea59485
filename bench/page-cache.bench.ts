import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { requestsPerSecond } from './load.ts'
import { interleaved, median, medianRatio, round2, thousands, type Result } from './measure.ts'
import { startCity, until } from './processes.ts'

/** The limit: a bare server that sends the same bytes and headers and does nothing else. Runs in its own process. */
const BARE_SERVER = `
  const [port, address] = process.argv.slice(1)
  const page = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
  const body = Buffer.from(await page.arrayBuffer())
  const headers = Object.fromEntries([...page.headers].filter(([name]) => !['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-encoding'].includes(name)))
  ;(await import('node:http')).createServer((_, response) => { response.writeHead(200, headers); response.end(body) }).listen(Number(port), '127.0.0.1')
`

/** A person's browser, so that the views are counted as they would be. */
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0' }

/** An anonymous page of about 20 kB from the page cache, against bare node:http sending the same bytes. */
export async function measurePageCache(): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const city = await startCity(dataDir, 3961)
  const page = await pageOfTwentyKilobytes(city.base)
  const bare = spawn(process.execPath, ['--input-type=module', '-e', BARE_SERVER, '3962', `${city.base}${page.path}`], { stdio: 'inherit' })
  try {
    await until(async () => (await fetch('http://127.0.0.1:3962/')).ok)
    const samples = await interleaved({
      ours: () => requestsPerSecond(`${city.base}${page.path}`, BROWSER),
      bare: () => requestsPerSecond('http://127.0.0.1:3962/', BROWSER),
    })
    const ratio = medianRatio(samples.ours, samples.bare)
    return {
      what: `anonymous page of ${Math.round(page.bytes / 1000)} kB from the page cache, requests/s`,
      ours: thousands(median(samples.ours)), against: `${thousands(median(samples.bare))} bare node:http`,
      ratio: round2(ratio), reach: '≥ 0.60', isReached: ratio >= 0.6,
    }
  } finally {
    bare.kill()
    await city.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The public page whose size is nearest to 20 kB: sizes change with the city's contents. */
async function pageOfTwentyKilobytes(base: string): Promise<{ path: string; bytes: number }> {
  const paths = ['/', '/plan', '/plan/changes', '/plan/projects/1-1-1', '/open-data', '/sign-in', '/design']
  const pages = []
  for (const path of paths) {
    const response = await fetch(`${base}${path}`)
    if (response.ok) pages.push({ path, bytes: (await response.arrayBuffer()).byteLength })
  }
  return pages.toSorted((a, b) => Math.abs(a.bytes - 20_000) - Math.abs(b.bytes - 20_000))[0] as { path: string; bytes: number }
}

if (import.meta.main) console.log(await measurePageCache())
