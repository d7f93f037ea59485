import formBody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { createServer, type Server, type IncomingMessage, type ServerResponse } from 'node:http'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { EVERYTHING_CHANGED } from '#kernel/database/fact-bell.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import type { Metrics } from '#kernel/telemetry/metrics.ts'
import { cacheKeyOf } from './addressed-city.ts'
import { NOTICE_COOKIE, SESSION_COOKIE } from './cookies.ts'
import { FaultAnswers } from './fault-answers.ts'
import { FormTokens } from './form-tokens.ts'
import { RouteHandling } from './handling.ts'
import { securityHeaders } from './headers.ts'
import { LIMITS } from './limits.ts'
import { Observers } from './observers.ts'
import type { PageCache } from './page-cache.ts';
import { etagOf } from './page-cache.ts'
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
  /** How many proxies stand in front, whose `x-forwarded-*` is believed; none unless the installation says so. */
  readonly trustedProxies: number
  readonly requestsPerMinute?: number
}

/** The web of all cities of an installation: one port, each city chosen by host name. */
export async function createWeb(terms: WebTerms): Promise<FastifyInstance> {
  const state = { isClosing: false, lastArrivalMs: 0 }
  const observers = new Observers(terms.cities)
  const web = fastify({
    logger: false,
    // Counted from our side: what a client wrote itself into `x-forwarded-for` lies beyond the last trusted hop.
    trustProxy: (_: string, hop: number) => hop < terms.trustedProxies,
    bodyLimit: LIMITS.formBytes,
    forceCloseConnections: 'idle',
    // What arrives over an open connection while the city closes is still answered, and the connection then ends.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    // Fastify sets no times on a server that is made for it.
    serverFactory: (handler) => createServer({ requestTimeout: LIMITS.requestTimeoutMs, keepAliveTimeout: LIMITS.keepAliveMs }, (request, response) => {
      state.lastArrivalMs = performance.now()
      if (state.isClosing) response.setHeader('connection', 'close')
      if (state.isClosing) handler(request, response)
      else answerOrMake({ terms, observers, request, response, make: () => handler(request, response) })
    }),
  })
  web.addHook('preClose', async () => {
    state.isClosing = true
    await untilQuiet(state)
    shutAnswered(web.server)
  })
  const faults = new FaultAnswers(terms)
  await web.register(formBody, { bodyLimit: LIMITS.formBytes })
  await web.register(multipart, {
    limits: { fileSize: LIMITS.uploadBytes, files: LIMITS.uploadedFiles, fields: LIMITS.formFields, fieldSize: LIMITS.fieldBytes },
  })
  web.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.protocol))
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
  const handling = new RouteHandling({ ...terms, observers, tokens: new FormTokens(terms.secret), faults })
  for (const part of terms.cities[0]?.directory.parts ?? []) {
    for (const route of part.routes) handling.add(web, part, route)
  }
  web.addHook('onClose', () => observers.close().catch((thrown: unknown) => {
    terms.log.warn('observer-lost', { why: String(thrown).slice(0, 200) })
  }))
  await keepCacheTrue(web, terms)
  return web
}

interface Asking {
  readonly terms: WebTerms
  readonly observers: Observers
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly make: () => void
}

/** A page that was overtaken so often while a crowd waited for it is made for each of them. */
const MOST_WAITS = 3

/**
 * Anonymous visitors get kept pages before anything else runs: no framework, no query, no session. Who brings a session
 * or a notice is never answered from here. When a page was thrown away and a crowd asks for it, one visitor's is made and
 * the others wait for it: a fact in a grave night must not set five hundred of the same page going at once.
 */
function answerOrMake(asking: Asking, waits = 0): void {
  const { terms, observers, request, response, make } = asking
  if (!isForEverybody(request)) return make()
  const key = cacheKeyOf(terms.cities, request)
  const given = terms.cache.answer(key, request, response)
  if (given !== undefined) return observers.given(given, { request, status: response.statusCode, isSignedIn: false })
  if (waits === MOST_WAITS) return make()
  if (terms.cache.waits(key, () => answerOrMake(asking, waits + 1))) return
  response.once('close', () => terms.cache.made(key))
  make()
}

function isForEverybody({ method, headers: { cookie } }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return cookie === undefined || !(cookie.includes(SESSION_COOKIE) || cookie.includes(NOTICE_COOKIE))
}

/**
 * Whoever was on the way when the city began to close is still let in: a door shut at once would drop connections that
 * the operating system had already accepted for us.
 */
async function untilQuiet(state: { readonly lastArrivalMs: number }): Promise<void> {
  const began = performance.now()
  do await new Promise((resolve) => setTimeout(resolve, LIMITS.quietBeforeClosingMs))
  while (performance.now() - state.lastArrivalMs < LIMITS.quietBeforeClosingMs && performance.now() - began < LIMITS.longestClosingMs)
}

/** Until the server has closed: a connection whose last answer had begun before then would be kept open for its next request. */
function shutAnswered(server: Server): void {
  const sweeping = setInterval(() => server.closeIdleConnections(), LIMITS.sweepClosingMs).unref()
  server.once('close', () => clearInterval(sweeping))
}

/** Empties the cache by what happens here, and by what other processes ring. */
async function keepCacheTrue(web: FastifyInstance, { cities, cache }: WebTerms): Promise<void> {
  for (const { city, database } of cities) {
    database.onCommit((committed) => cache.emptyFor(city.key, committed.factNames))
    // After a lost connection nobody knows what was missed, nor after a restore, which rings for everything.
    const forget = () => cache.emptyAll(city.key)
    const hear = (names: string) => {
      if (names === EVERYTHING_CHANGED) forget()
      else if (!database.bell.isOwn(names)) cache.emptyFor(city.key, names.split(' '))
    }
    // Facts ring when they were committed, and for certain when they are sealed.
    for (const bell of ['facts', 'sealed']) {
      const { unlisten } = await database.sql.listen(bell, hear, forget)
      web.addHook('onClose', () => unlisten().catch(() => {}))
    }
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
