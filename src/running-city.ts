import type { FastifyInstance } from 'fastify'
import { CityWorkers } from '#kernel/jobs/workers.ts'
import { openInstallation, type Installation, type InstallationTerms } from '#kernel/installation/installation.ts'
import { openStandInDesk, type DeskTerms } from '#kernel/outside/stand-in-desk.ts'
import { Metrics } from '#kernel/telemetry/metrics.ts'
import { PageCache } from '#kernel/web/page-cache.ts'
import { createWeb } from '#kernel/web/server.ts'
import { frameAssets, renderFaultPage, renderFrame } from './frame.ts'

/** An installation with its web and its workers, in one process; either may be left to another process. */
export interface RunningInstallation {
  readonly installation: Installation
  readonly web: FastifyInstance
  readonly workers: readonly CityWorkers[]
  readonly cache: PageCache
  /** Answers what has arrived, finishes the work under way, or cuts it off after DRAIN_LIMIT_MS; then closes the database. */
  stop(): Promise<void>
}

export interface RunningTerms extends InstallationTerms {
  readonly trustedProxies: number
  readonly hasWorkers: boolean
  readonly requestsPerMinute?: number
  /** Where the stand-ins of demo cities listen; a free port of this machine where nothing is said. */
  readonly standIns?: Pick<DeskTerms, 'host' | 'port' | 'origin'>
  /** For tests; DRAIN_LIMIT_MS otherwise. */
  readonly drainLimitMs?: number
}

/** What is under way when the city closes has this long to end; then its connections are closed. */
export const DRAIN_LIMIT_MS = 20_000

export async function runInstallation(terms: RunningTerms): Promise<RunningInstallation> {
  const opened = await openInstallation(terms)
  const desk = await openStandInDesk(opened.cities, { host: '127.0.0.1', port: 0, ...terms.standIns, log: terms.log })
  const installation = { ...opened, cities: desk.cities }
  const cache = new PageCache()
  const metrics = new Metrics(cache)
  const { log } = terms
  const workers = installation.cities.map((open) => new CityWorkers(open, { log, metrics, secret: installation.secret }))
  let web: FastifyInstance | null = null
  const stop = async () => {
    await drain(web, workers, terms)
    await desk.close()
    await installation.close()
  }
  try {
    web = await openWeb(installation, terms, metrics, cache)
    if (terms.hasWorkers) for (const worker of workers) await worker.start()
  } catch (thrown) {
    await stop()
    throw thrown
  }
  return { installation, web, workers, cache, stop }
}

function openWeb(installation: Installation, terms: RunningTerms, metrics: Metrics, cache: PageCache): Promise<FastifyInstance> {
  return createWeb({
    cities: installation.cities,
    assets: frameAssets(),
    renderShell: renderFrame,
    renderFault: renderFaultPage,
    secret: installation.secret,
    log: terms.log, metrics, cache,
    trustedProxies: terms.trustedProxies,
    ...(terms.requestsPerMinute === undefined ? {} : { requestsPerMinute: terms.requestsPerMinute }),
  })
}

/** Web and workers take nothing new from the same moment on. A job that is cut off lands nowhere and is tried again. */
async function drain(web: FastifyInstance | null, workers: readonly CityWorkers[], { log, drainLimitMs = DRAIN_LIMIT_MS }: RunningTerms): Promise<void> {
  const ending = Promise.all([web?.close(), ...workers.map((worker) => worker.stop())])
  const { promise: limit, resolve: reachLimit } = Promise.withResolvers<'limit'>()
  const alarm = setTimeout(reachLimit, drainLimitMs, 'limit')
  const outcome = await Promise.race([ending, limit]).finally(() => clearTimeout(alarm))
  if (outcome !== 'limit') return
  log.warn('closing-cut-off', { afterMs: drainLimitMs })
  // What still fails over there has been told; nobody waits for it any more.
  ending.catch(() => {})
  web?.server.closeAllConnections()
}
