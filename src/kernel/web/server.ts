import formBody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import type { Metrics } from '#kernel/telemetry/metrics.ts'
import { FaultAnswers } from './fault-answers.ts'
import { FormTokens } from './form-tokens.ts'
import { RouteHandling } from './handling.ts'
import { SECURITY_HEADERS } from './headers.ts'
import { LIMITS } from './limits.ts'
import { etagOf, PageCache } from './page-cache.ts'
import { readerOf, variantOf } from './readers.ts'
import { cookiesOf, SESSION_COOKIE } from './request.ts'
import { addSettings } from './settings.ts'
import type { Asset, RenderFault, RenderShell } from './shell.ts'
import { addTelemetry } from './telemetry-routes.ts'

export interface WebTerms {
  readonly cities: readonly OpenCity[]
  readonly assets: readonly Asset[]
  readonly renderShell: RenderShell
  readonly renderFault: RenderFault
  readonly secret: Buffer
  readonly log: Log
  readonly metrics: Metrics
  readonly cache: PageCache
  /** Believe `x-forwarded-*` of a proxy in front; off unless the installation says so. */
  readonly trustProxy: boolean
  readonly requestsPerMinute?: number
}

/** The web of all cities of an installation: one port, each city chosen by host name. */
export async function createWeb(terms: WebTerms): Promise<FastifyInstance> {
  const web = fastify({
    logger: false,
    trustProxy: terms.trustProxy,
    bodyLimit: LIMITS.formBytes,
    requestTimeout: LIMITS.requestTimeoutMs,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    serverFactory: (handler) => createServer((request, response) => {
      if (!answeredFromCache(terms, request, response)) handler(request, response)
    }) as Server,
  })
  const faults = new FaultAnswers(terms)
  await web.register(formBody, { bodyLimit: LIMITS.formBytes })
  await web.register(multipart, {
    limits: { fileSize: LIMITS.uploadBytes, files: LIMITS.uploadedFiles, fields: LIMITS.formFields, fieldSize: LIMITS.fieldBytes },
  })
  web.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) reply.header(name, value)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    if (request.url.length > LIMITS.urlCharacters) throw new Fault('bad-request', 'the address is too long')
  })
  web.addHook('onResponse', async (request, reply) => {
    terms.metrics.request(request.routeOptions.url ?? 'unknown', request.method, reply.statusCode, reply.elapsedTime)
    terms.log.request(request, reply)
  })
  web.setErrorHandler((error, request, reply) => faults.answer(error, request, reply))
  web.setNotFoundHandler((request, reply) => faults.answer(new Fault('not-found'), request, reply))
  addAssets(web, terms.assets)
  addSettings(web)
  addTelemetry(web, terms)
  const handling = new RouteHandling({ ...terms, tokens: new FormTokens(terms.secret), faults })
  for (const part of terms.cities[0]?.directory.parts ?? []) {
    for (const route of part.routes) handling.add(web, part, route)
  }
  keepCacheTrue(terms)
  return web
}

/** The city that claims the host name, else the default one, else the first. */
export function cityFor(cities: readonly OpenCity[], host: string): OpenCity {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  const city =
    cities.find((open) => open.city.hosts.includes(name)) ?? cities.find((open) => open.city.isDefault) ?? cities[0]
  if (city === undefined) throw new Fault('unavailable', 'no city is open')
  return city
}

/**
 * Anonymous visitors get kept pages before anything else runs: no framework, no query, no session. Who brings a
 * session cookie is never answered from here.
 */
function answeredFromCache(terms: WebTerms, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const cookie = request.headers.cookie
  if (cookie !== undefined && cookie.includes(SESSION_COOKIE)) return false
  return terms.cache.answer(cacheKeyOf(terms.cities, request), request, response)
}

/** One key for each city, address and way of reading. */
export function cacheKeyOf(cities: readonly OpenCity[], request: IncomingMessage): string {
  const city = cityFor(cities, request.headers.host ?? '').city.key
  const reader = readerOf(cookiesOf(request.headers.cookie), request.headers['accept-language'] ?? '')
  return `${city} ${variantOf(reader)} ${request.url}`
}

function keepCacheTrue(terms: WebTerms): void {
  for (const open of terms.cities) {
    open.database.onCommit((committed) => terms.cache.emptyFor(open.city.key, committed.factNames))
  }
}

function addAssets(web: FastifyInstance, assets: readonly Asset[]): void {
  for (const asset of assets) {
    const etag = etagOf(asset.body)
    web.get(asset.path, async (request, reply) => {
      // The address carries the content's hash, so it may be kept for ever.
      reply.header('cache-control', 'public, max-age=31536000, immutable').header('etag', etag).type(asset.type)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.send(asset.body)
    })
  }
}
