import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { ChannelKey } from '../model.ts'
import { keepStandInMessage, type StandInMessage } from '../store/stand-in.ts'

/** A message larger than this is refused, as real servers do. */
const MOST_BYTES = 256 * 1024

export interface Arrived {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface StandInReply {
  readonly status: number
  readonly type?: string
  readonly body: string
  /** In a line, for the list of what arrived; without it nothing is kept. */
  readonly summary?: string
  /** What tells the message apart, where it was taken: whoever counts sees by it what came twice. */
  readonly taken?: string
}

/** A receiver that a channel is handed over to while the city has set up none. */
export interface StandIn {
  readonly url: URL
  close(): Promise<void>
}

/** Hears of what arrived at a stand-in; `taken` as the reply says it. */
export type Watch = (message: StandInMessage, taken: string | undefined) => Promise<void> | void

/** What arrives is kept for staff to read. */
export function keptIn(database: CityDatabase): Watch {
  return (message) => keepStandInMessage(database, message)
}

/** The stand-in of another process where the surroundings name one, else one that is opened here. */
export async function standInFor(variable: `${string}_STAND_IN_URL`, openHere: () => Promise<StandIn>): Promise<StandIn> {
  const elsewhere = process.env[variable]
  return elsewhere ? { url: new URL(elsewhere), close: async () => {} } : openHere()
}

/** The world outside for a channel that the city has not set up: an HTTP server on this machine only, whose traffic is watched. */
export async function openStandInServer(channel: ChannelKey, watch: Watch, answer: (arrived: Arrived) => Promise<StandInReply> | StandInReply): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    receive(request).then(async (arrived) => {
      const { status, type = 'application/json', body, summary, taken } = arrived === null ? { status: 413, body: 'too long' } : await answer(arrived)
      if (arrived !== null && summary !== undefined) await watch({ channel, summary, source: sourceOf(arrived) }, taken)
      response.writeHead(status, { 'content-type': type }).end(body)
    }).catch((thrown: unknown) => response.writeHead(500).end(String(thrown).slice(0, 200)))
  })
  const port = await listening(server)
  return { port, close: () => new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  }) }
}

async function receive(request: IncomingMessage): Promise<Arrived | null> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MOST_BYTES) return null
    parts.push(part)
  }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]))
  return { method: request.method ?? '', path: request.url ?? '/', headers, body: Buffer.concat(parts) }
}

/** As it went over the wire; a secret that went with it is nobody's to read again. */
function sourceOf({ method, path, headers, body }: Arrived): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${name === 'authorization' ? '…' : value}`)
  const charset = /charset=shift_jis/i.test(headers['content-type'] ?? '') ? 'shift_jis' : 'utf-8'
  return [`${method} ${path} HTTP/1.1`, ...lines, '', new TextDecoder(charset).decode(body)].join('\n')
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      server.unref()
      resolve((server.address() as { port: number }).port)
    })
  })
}
