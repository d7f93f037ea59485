import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Log } from '#kernel/telemetry/log.ts'

/**
 * A stand-in for something outside that a browser is led to: the card sign-in of the state, a payment page. It speaks
 * the real protocol from the other side, over a socket of its own, so that the city's side is the same code as in life.
 */
export interface StandIn {
  /** In kebab case; its address is `<origin>/<city's key>/<prefix>`. */
  readonly prefix: string
  /** False where the real one is configured: then nobody answers here. */
  isNeeded(): boolean
  /** Called when the first request comes. `address` is where it stands, without a slash at its end. */
  begin(open: OpenCity, address: string): Promise<StandInRun>
}

export interface StandInRun {
  /** `url` is what follows the stand-in's address, beginning with a slash; `originalUrl` is the whole path. */
  handle(request: StandInRequest, response: ServerResponse): void | Promise<void>
}

export type StandInRequest = IncomingMessage & { originalUrl?: string }

export interface DeskTerms {
  readonly host: string
  /** 0 lets the system choose. A port that is taken is no reason not to open: the desk then takes a free one. */
  readonly port: number
  /** As browsers reach the desk, where that is not `http://127.0.0.1:<port>`. */
  readonly origin?: string
  readonly log: Log
}

export interface StandInDesk {
  /** The same cities, told where their stand-ins are. */
  readonly cities: readonly OpenCity[]
  close(): Promise<void>
}

const REQUEST_TIMEOUT_MS = 30_000

/** Opens one server for the stand-ins of all demo cities; none at all where nobody needs one. */
export async function openStandInDesk(cities: readonly OpenCity[], terms: DeskTerms): Promise<StandInDesk> {
  const needing = cities.filter((open) => open.isDemo && standInsOf(open).length > 0)
  if (needing.length === 0) return { cities, close: async () => {} }
  const places = new Map<string, () => Promise<StandInRun>>()
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => void serve(places, { request, response }, terms.log))
  const port = await listenAnyway(server, terms)
  server.unref()
  const origin = terms.origin ?? `http://127.0.0.1:${port}`
  const told = cities.map((open) => (needing.includes(open) ? { ...open, standInOrigin: origin } : open))
  for (const open of told) {
    if (open.standInOrigin === null) continue
    for (const standIn of standInsOf(open)) {
      places.set(pathOf(open, standIn.prefix), once(() => standIn.begin(open, `${origin}${pathOf(open, standIn.prefix)}`)))
    }
  }
  return { cities: told, close: () => shut(server) }
}

/** Where a stand-in of the city stands; null where there is none: look for the real one's address then. */
export function standInAddress(place: Pick<OpenCity, 'city' | 'standInOrigin'>, prefix: string): string | null {
  return place.standInOrigin === null ? null : `${place.standInOrigin}${pathOf(place, prefix)}`
}

function standInsOf({ directory }: OpenCity): StandIn[] {
  return directory.parts.flatMap((part) => part.standIns ?? []).filter((standIn) => standIn.isNeeded())
}

function pathOf({ city }: Pick<OpenCity, 'city'>, prefix: string): string {
  return `/${city.key}/${prefix}`
}

interface Exchange {
  readonly request: StandInRequest
  readonly response: ServerResponse
}

async function serve(places: ReadonlyMap<string, () => Promise<StandInRun>>, { request, response }: Exchange, log: Log): Promise<void> {
  const url = request.url ?? '/'
  const [, path = '', rest = ''] = /^(\/[^/?]+\/[^/?]+)(.*)$/s.exec(url) ?? []
  const begin = places.get(path)
  if (begin === undefined) return answerPlainly(response, 404, 'There is no stand-in at this address.')
  try {
    const run = await begin()
    request.originalUrl = url
    request.url = rest.startsWith('/') ? rest : `/${rest}`
    await run.handle(request, response)
  } catch (thrown) {
    log.warn('stand-in-failed', { path, why: String(thrown).slice(0, 200) })
    if (!response.headersSent) answerPlainly(response, 500, 'The stand-in failed; the log of the city says why.')
  }
}

function answerPlainly(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`)
}

async function listenAnyway(server: Server, { host, port }: DeskTerms): Promise<number> {
  try {
    return await listen(server, host, port)
  } catch (thrown) {
    // Another process of the installation has the desk's port already.
    if ((thrown as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw thrown
    return listen(server, host, 0)
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(port, host, () => {
    server.off('error', reject)
    resolve((server.address() as AddressInfo).port)
  })
  return promise
}

function shut(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeAllConnections()
  return promise
}

/** The first caller begins it, the others wait for the same one; what failed is tried anew. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | null = null
  return () => {
    made ??= make().catch((thrown: unknown) => {
      made = null
      throw thrown
    })
    return made
  }
}
