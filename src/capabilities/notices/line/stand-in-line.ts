import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { keepStandInMessages, MOST_KEPT, type StandInMessage } from '../store/stand-in.ts'

/** Messaging API reference: a text message, the receivers of a multicast, messages of one request. */
const LIMITS = { text: 5_000, to: 500, messages: 5, bytes: 2 * 1024 * 1024 } as const
/** As the standard plan has it (rules/line-plans.ts). */
const MONTHLY_MESSAGES = 30_000
/** Keys that are remembered; LINE remembers them for a day. */
const MOST_RETRY_KEYS = 10_000

interface LineRequest {
  readonly to?: string | readonly string[]
  readonly replyToken?: string
  readonly messages?: readonly { readonly type: string; readonly text?: string }[]
}

/** LINE's Messaging API on this machine only, as far as the city uses it: multicast, push, reply, and the month's quota. */
export class StandInLine {
  readonly accessToken = 'stand-in-token'
  /** Signs what a friend does, as the channel's secret does (`x-line-signature`). */
  readonly channelSecret = 'stand-in-secret'
  private readonly server: Server
  private started: Promise<string> | null = null
  private taken: StandInMessage[] = []
  private readonly retryKeys = new Set<string>()
  /** How many messages, in which month. */
  private sent = { month: '', messages: 0 }
  private readonly onTaken: ((to: readonly string[]) => void) | undefined
  private readonly monthlyMessages: number | null

  /** `onTaken` hears to whom every message goes that was taken; without `monthlyMessages` (null) the month has no limit. */
  constructor(onTaken?: (to: readonly string[]) => void, monthlyMessages: number | null = MONTHLY_MESSAGES) {
    this.onTaken = onTaken
    this.monthlyMessages = monthlyMessages
    this.server = createServer((request, response) => {
      void this.answer(request).then(({ status, value, headers }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers })
        response.end(JSON.stringify(value))
      })
    })
  }

  /** Here, or the stand-in of another process (`LINE_STAND_IN_URL`). */
  origin(): Promise<string> {
    const elsewhere = process.env['LINE_STAND_IN_URL']
    return elsewhere ? Promise.resolve(elsewhere) : this.listen()
  }

  listen(): Promise<string> {
    this.started ??= new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen(0, '127.0.0.1', () => {
        this.server.unref()
        resolve(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`)
      })
    })
    return this.started
  }

  /** Puts what was taken since into the city's database. */
  async writeDown(database: CityDatabase): Promise<void> {
    const messages = this.taken
    this.taken = []
    await keepStandInMessages(database, messages)
  }

  private async answer(request: IncomingMessage): Promise<LineAnswer> {
    const { method, url = '', headers } = request
    if (headers.authorization !== `Bearer ${this.accessToken}`) return refused(401, 'Authentication failed. Confirm that the access token in the authorization header is valid.')
    if (method === 'GET' && url === '/v2/bot/message/quota') return { status: 200, value: this.monthlyMessages === null ? { type: 'none' } : { type: 'limited', value: this.monthlyMessages } }
    if (method === 'GET' && url === '/v2/bot/message/quota/consumption') return { status: 200, value: { totalUsage: this.sentThisMonth() } }
    const way = /^\/v2\/bot\/message\/(multicast|push|reply)$/.exec(url)?.[1]
    if (method !== 'POST' || way === undefined) return refused(404, 'Not found')
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    if (body.length > LIMITS.bytes) return refused(413, 'Request body too large')
    return this.take(way, body, headers)
  }

  private take(way: string, body: Buffer, headers: IncomingMessage['headers']): LineAnswer {
    const sent = JSON.parse(body.toString('utf8')) as LineRequest
    const problem = problemIn(way, sent)
    if (problem !== undefined) return refused(400, problem)
    const people = typeof sent.to === 'string' ? 1 : (sent.to?.length ?? 1)
    const key = headers['x-line-retry-key']
    if (typeof key === 'string') {
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) return refused(400, "The property, 'X-Line-Retry-Key', in the request header is invalid")
      if (this.retryKeys.has(key)) return { ...refused(409, 'The retry key is already accepted'), headers: { 'x-line-accepted-request-id': key } }
    }
    if (way !== 'reply' && this.sentThisMonth() + people > (this.monthlyMessages ?? Number.POSITIVE_INFINITY)) return refused(429, 'You have reached your monthly limit.')
    if (typeof key === 'string') this.remember(key)
    if (way !== 'reply') this.sent.messages += people
    if (way !== 'reply') this.onTaken?.([sent.to ?? []].flat())
    const text = sent.messages?.[0]?.text ?? ''
    this.taken.push({ channel: 'line', summary: `${way} (${people}): ${text.split('\n')[0] ?? ''}`, source: `POST /v2/bot/message/${way}\nx-line-retry-key: ${String(key ?? '')}\nto: ${people}\n\n${sent.messages?.map((message) => message.text).join('\n\n') ?? ''}` })
    if (this.taken.length > MOST_KEPT) this.taken.shift()
    return { status: 200, value: {} }
  }

  /** A month of LINE begins at midnight in Japan. Replies are free. */
  private sentThisMonth(): number {
    const month = Temporal.Now.plainDateISO('Asia/Tokyo').toPlainYearMonth().toString()
    if (this.sent.month !== month) this.sent = { month, messages: 0 }
    return this.sent.messages
  }

  private remember(key: string): void {
    this.retryKeys.add(key)
    for (const oldest of this.retryKeys) {
      if (this.retryKeys.size <= MOST_RETRY_KEYS) break
      this.retryKeys.delete(oldest)
    }
  }
}

/** One for the whole process. */
export const standInLine = new StandInLine()

interface LineAnswer {
  readonly status: number
  readonly value: object
  readonly headers?: Readonly<Record<string, string>>
}

function refused(status: number, message: string): LineAnswer {
  return { status, value: { message } }
}

function problemIn(way: string, { to, replyToken, messages = [] }: LineRequest): string | undefined {
  if (messages.length === 0 || messages.length > LIMITS.messages) return "The property, 'messages', must have 1 to 5 items"
  if (messages.some(({ text = '' }) => text.length === 0 || text.length > LIMITS.text)) return `Length must be between 0 and ${LIMITS.text}`
  if (way === 'reply') return replyToken === undefined ? 'Invalid reply token' : undefined
  const all = typeof to === 'string' ? [to] : (to ?? [])
  if (all.length === 0 || all.length > LIMITS.to) return `The property, 'to', must have 1 to ${LIMITS.to} items`
  return all.every((id) => /^U[0-9a-f]{32}$/.test(id)) ? undefined : "The property, 'to', in the request body is invalid"
}
