import type { FastifyInstance } from 'fastify'
import { openSession } from '#kernel/access/sessions.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { CityWorkers } from '#kernel/jobs/workers.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { Metrics } from '#kernel/telemetry/metrics.ts'
import { openTestCity, type TestCityTerms } from '#kernel/testing/test-city.ts'
import { demoIdOf } from '#kernel/access/organisation.ts'
import { PageCache } from '#kernel/web/page-cache.ts'
import { SESSION_COOKIE } from '#kernel/web/request.ts'
import { createWeb } from '#kernel/web/server.ts'
import { frameAssets, renderFaultPage, renderFrame } from './frame.ts'

/** A whole city for one test file: its database, its web (through `inject` or a port), its workers at hand. */
export interface TestWeb {
  readonly open: OpenCity & { readonly owner: Awaited<ReturnType<typeof openTestCity>>['owner'] }
  readonly web: FastifyInstance
  readonly workers: CityWorkers
  /** Signs a demo member of staff in by their login and returns the cookie header. */
  signIn(login: string): Promise<string>
  close(): Promise<void>
}

export const KAMEYAMA = new URL('../cities/kameyama', import.meta.url).pathname
export const ASAHI = new URL('../cities/asahi', import.meta.url).pathname

export async function openTestWeb(parts: readonly Manifest[], terms: Partial<TestCityTerms> = {}): Promise<TestWeb> {
  const open = await openTestCity({ parts, folder: KAMEYAMA, ...terms })
  const cache = new PageCache()
  const metrics = new Metrics(cache)
  const web = await createWeb({
    cities: [open], assets: frameAssets(), renderShell: renderFrame, renderFault: renderFaultPage,
    secret: Buffer.alloc(32, 7), log: silentLog, metrics, cache, trustProxy: false,
  })
  const signIn = async (login: string) => {
    const id = demoIdOf(open.city, login)
    const { secret } = await open.database.asKernel((tx) => openSession(tx, id, { device: 'test', method: 'test' }))
    return `${SESSION_COOKIE}=${secret}`
  }
  const close = async () => {
    await web.close()
    await open.close()
  }
  return { open, web, workers: new CityWorkers(open, { log: silentLog, metrics, cache }), signIn, close }
}
