import type { FastifyInstance } from 'fastify'
import { CityWorkers } from '#kernel/jobs/workers.ts'
import { openInstallation, type Installation, type InstallationTerms } from '#kernel/installation/installation.ts'
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
  /** Answers what has arrived, finishes the work under way, then closes the database. */
  stop(): Promise<void>
}

export interface RunningTerms extends InstallationTerms {
  readonly trustedProxies: number
  readonly hasWorkers: boolean
  readonly requestsPerMinute?: number
}

export async function runInstallation(terms: RunningTerms): Promise<RunningInstallation> {
  const installation = await openInstallation(terms)
  const cache = new PageCache()
  const metrics = new Metrics(cache)
  const { log } = terms
  const web = await createWeb({
    cities: installation.cities,
    assets: frameAssets(),
    renderShell: renderFrame,
    renderFault: renderFaultPage,
    secret: installation.secret,
    log, metrics, cache,
    trustedProxies: terms.trustedProxies,
    ...(terms.requestsPerMinute === undefined ? {} : { requestsPerMinute: terms.requestsPerMinute }),
  })
  const workers = installation.cities.map((open) => new CityWorkers(open, { log, metrics, cache }))
  if (terms.hasWorkers) await Promise.all(workers.map((worker) => worker.start()))
  const stop = async () => {
    await web.close()
    if (terms.hasWorkers) await Promise.all(workers.map((worker) => worker.stop()))
    await installation.close()
  }
  return { installation, web, workers, cache, stop }
}
