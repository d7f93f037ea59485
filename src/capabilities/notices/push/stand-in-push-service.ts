import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { keepStandInMessages, MOST_KEPT, type StandInMessage } from '../store/stand-in.ts'
import { InventedBrowser } from './browser-of-nobody.ts'

/** What a push service must take (RFC 8030 section 7.2); this one takes no more. */
const MOST_BYTES = 4_096

/**
 * A push service on this machine only. It checks what real ones check, and keeps what came for staff to look at; what is
 * for an invented browser it reads as that browser would. Endpoints whose path says so answer 404, 410, 413 or 429.
 */
export class StandInPushService {
  private readonly server: Server
  private port: Promise<number> | null = null
  private taken: Taken[] = []
  private readonly onTaken: ((endpoint: string) => void) | undefined

  /** `onTaken` hears of the endpoint of every message that was taken. */
  constructor(onTaken?: (endpoint: string) => void) {
    this.onTaken = onTaken
    this.server = createServer((request, response) => void this.take(request, response))
  }

  /** Where a message for the endpoint goes instead: here, or to the stand-in of another process (`PUSH_STAND_IN_URL`). */
  async addressFor(endpoint: string): Promise<string> {
    const elsewhere = process.env['PUSH_STAND_IN_URL']
    return (elsewhere || (await this.origin())) + new URL(endpoint).pathname
  }

  async origin(): Promise<string> {
    this.port ??= new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen(0, '127.0.0.1', () => {
        this.server.unref()
        resolve((this.server.address() as AddressInfo).port)
      })
    })
    return `http://127.0.0.1:${await this.port}`
  }

  /** Puts what was taken since into the city's database. */
  async writeDown(database: CityDatabase): Promise<void> {
    const taken = this.taken
    this.taken = []
    await keepStandInMessages(database, taken.map(shown))
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const { status, words, retryAfter } = answerTo(request, body)
    response.writeHead(status, { ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }), location: `https://push.example/message/${this.taken.length}` })
    response.end(words)
    this.taken.push({ url: request.url ?? '', headers: request.headers, body, status })
    if (this.taken.length > MOST_KEPT) this.taken.shift()
    if (status === 201) this.onTaken?.(request.url ?? '')
  }
}

/** A message as it came; it is read only when it is written down. */
interface Taken {
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly status: number
}

function shown({ url, headers, body, status }: Taken): StandInMessage {
  const number = /^\/send\/(\d{1,9})$/.exec(url)?.[1]
  const read = number === undefined ? undefined : new InventedBrowser(Number(number)).read(body)
  const head = ['ttl', 'urgency', 'topic', 'content-encoding', 'authorization'].map((name) => `${name}: ${String(headers[name] ?? '')}`).join('\n')
  const title = read === undefined ? 'encrypted for a browser elsewhere' : (JSON.parse(read) as { title: string }).title
  const text = read ?? `${body.length} bytes: ${body.toString('base64url').slice(0, 400)}…`
  return { channel: 'push', summary: `${status} ${title}`, source: `POST ${url}\nhost: ${String(headers['x-push-host'] ?? '')}\n${head}\n\n${text}` }
}

/** One for the whole process. */
export const standInPushService = new StandInPushService()

interface StandInAnswer {
  readonly status: number
  readonly words: string
  readonly retryAfter?: string
}

function answerTo({ method, url = '', headers }: IncomingMessage, body: Buffer): StandInAnswer {
  if (method !== 'POST') return { status: 405, words: 'push messages are posted' }
  if (!/^\d+$/.test(String(headers.ttl ?? ''))) return { status: 400, words: 'TTL is missing (RFC 8030 section 5.2)' }
  if (headers['content-encoding'] !== 'aes128gcm') return { status: 415, words: 'only aes128gcm is read (RFC 8291)' }
  if (!isSigned(headers.authorization ?? '', String(headers['x-push-host'] ?? ''))) return { status: 403, words: 'the VAPID signature does not hold (RFC 8292)' }
  if (body.length > MOST_BYTES) return { status: 413, words: `more than ${MOST_BYTES} bytes` }
  if (url.startsWith('/gone/')) return { status: 410, words: 'the subscription has expired' }
  if (url.startsWith('/unknown/')) return { status: 404, words: 'no such subscription' }
  if (url.startsWith('/busy/')) return { status: 429, words: 'too many requests', retryAfter: '2' }
  return { status: 201, words: '' }
}

/** A sender shows the same token for hours; what was found of it is kept. */
const MOST_TOKENS = 100
const expiries = new Map<string, number>()

function isSigned(authorization: string, host: string): boolean {
  const key = `${host} ${authorization}`
  const expiry = expiries.get(key) ?? expiryOf(authorization, host)
  if (expiries.size >= MOST_TOKENS) expiries.clear()
  expiries.set(key, expiry)
  return expiry > Date.now() / 1_000
}

/** RFC 8292 section 3: until when an ES256 token for this service, by the key beside it, holds, in seconds since 1970; 0 when it does not. */
function expiryOf(authorization: string, host: string): number {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  const [head, claims, signature] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  if (head === undefined || claims === undefined || signature === undefined || point.length !== 65) return 0
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
  const signer = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), signer, Buffer.from(signature, 'base64url'))) return 0
  const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { aud?: string; exp?: number }
  return aud === `https://${host}` ? (exp ?? 0) : 0
}
