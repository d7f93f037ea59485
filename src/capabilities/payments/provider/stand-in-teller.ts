import { randomBytes } from 'node:crypto'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { assertNever } from '#kernel/values/assert-never.ts'
import { signatureHeader } from './signature.ts'
import { secondsOf, sessionWords, type BookSession } from './stand-in-book.ts'

/** How the stand-in tells the city what happened: as a good provider, or as one on a bad day. */
export const MOODS = ['in-time', 'twice', 'late', 'never', 'out-of-order', 'wrong-signature', 'storm'] as const
export type Mood = (typeof MOODS)[number]

const STORM = { messages: 1_000, atOnce: 20 } as const
const LATE_MS = 90_000
const CALL_TIMEOUT_MS = 10_000
/** A provider tries again for days; the stand-in often enough to be seen. */
const TRIES_AFTER_MS = [2_000, 10_000, 60_000] as const
const MESSAGES_REMEMBERED = 200

/** One message on its way, for the stand-in's own page. */
export interface ToldMessage {
  readonly type: string
  readonly session: string
  readonly mood: Mood
  readonly at: Temporal.Instant
  /** HTTP status of the city's answer, or 0. */
  status: number
  times: number
}

interface Message {
  readonly body: Buffer
  readonly url: URL
  readonly told: ToldMessage
}

export interface TellerTerms {
  readonly secret: string
  readonly address: string
  readonly now: () => Temporal.Instant
}

/** Writes events, signs them and brings them to the city, over the wire. */
export class Teller {
  readonly told: ToldMessage[] = []
  private readonly terms: TellerTerms
  private held: Message[] = []
  private readonly alarms = new Set<NodeJS.Timeout>()

  constructor(terms: TellerTerms) {
    this.terms = terms
  }

  async tell(session: BookSession, types: readonly string[], mood: Mood): Promise<void> {
    const messages = types.map((type) => this.message(session, type, mood))
    switch (mood) {
      case 'in-time':
        return this.bringAll(messages)
      case 'twice':
        return this.bringAll([...messages, ...messages])
      case 'late':
        this.held.push(...messages)
        return this.afterwards(LATE_MS, () => this.tellHeld())
      case 'never':
        return
      case 'out-of-order':
        return this.bringAll([...messages, this.message(session, 'checkout.session.completed', mood, { payment_status: 'unpaid', payment_intent: null })])
      case 'wrong-signature':
        for (const message of messages) await this.bring(message, 'whsec_somebody_else')
        return
      case 'storm':
        return this.storm(messages)
      default:
        return assertNever(mood)
    }
  }

  /** Brings what was held back. */
  async tellHeld(): Promise<void> {
    const held = this.held
    this.held = []
    await this.bringAll(held)
  }

  close(): void {
    for (const alarm of this.alarms) clearTimeout(alarm)
    this.alarms.clear()
  }

  private message(session: BookSession, type: string, mood: Mood, change: Readonly<Record<string, unknown>> = {}): Message {
    const at = session.chargedAt ?? this.terms.now()
    const event = {
      id: `evt_standin_${randomBytes(12).toString('hex')}`, object: 'event', type, created: secondsOf(at), livemode: false,
      data: { object: { ...sessionWords(session, this.terms.address), ...change } },
    }
    const told: ToldMessage = { type, session: session.id, mood, at: this.terms.now(), status: 0, times: 0 }
    this.told.unshift(told)
    this.told.length = Math.min(this.told.length, MESSAGES_REMEMBERED)
    // In life the city's address is entered at the provider; here it is where the payer came from.
    return { body: Buffer.from(JSON.stringify(event)), url: new URL('/pay/card-webhook', session.successUrl), told }
  }

  private async bringAll(messages: readonly Message[]): Promise<void> {
    for (const message of messages) await this.bring(message)
  }

  private async storm(messages: readonly Message[]): Promise<void> {
    for (let sent = 0; sent < STORM.messages; sent += STORM.atOnce) {
      await Promise.all(Array.from({ length: STORM.atOnce }, (_, index) => this.bring(messages[index % messages.length] as Message, undefined, 0)))
    }
  }

  private async bring(message: Message, secret = this.terms.secret, triesLeft: number = TRIES_AFTER_MS.length): Promise<void> {
    const { body, url, told } = message
    told.times += 1
    told.status = await post(url, body, signatureHeader(body, secret, this.terms.now())).catch(() => 0)
    if (told.status >= 200 && told.status < 300) return
    const wait = TRIES_AFTER_MS[TRIES_AFTER_MS.length - triesLeft]
    if (secret === this.terms.secret && wait !== undefined && triesLeft > 0) this.afterwards(wait, () => this.bring(message, secret, triesLeft - 1))
  }

  private afterwards(ms: number, work: () => Promise<void>): void {
    const alarm = setTimeout(() => {
      this.alarms.delete(alarm)
      void work()
    }, ms)
    alarm.unref()
    this.alarms.add(alarm)
  }
}

/** Names below `localhost` are this machine (RFC 6761), whether or not its resolver knows; the city is told by the Host header. */
function post(url: URL, body: Buffer, signature: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const isHere = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  const send = url.protocol === 'https:' ? overHttps : overHttp
  const call = send({
    method: 'POST', hostname: isHere ? '127.0.0.1' : url.hostname, port: url.port, path: url.pathname, timeout: CALL_TIMEOUT_MS,
    headers: { host: url.host, 'content-type': 'application/json', 'content-length': body.length, 'stripe-signature': signature },
  }, (answer) => {
    answer.resume()
    answer.once('end', () => resolve(answer.statusCode ?? 0))
  })
  call.once('timeout', () => call.destroy(new Error('the city did not answer')))
  call.once('error', reject)
  call.end(body)
  return promise
}
