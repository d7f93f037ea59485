import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StandIn, StandInRun } from '#kernel/outside/stand-in-desk.ts'
import { isProviderConfigured, STAND_IN_KEY, STAND_IN_PREFIX, STAND_IN_WEBHOOK_SECRET } from '../provider.ts'
import { ProviderBook, sessionWords, type BookSession } from './stand-in-book.ts'
import { deskPage, endedPage, payPage } from './stand-in-pages.ts'
import { MOODS, Teller, type Mood } from './stand-in-teller.ts'

const MOST_BODY_BYTES = 64 * 1024
const SESSIONS_SHOWN = 30
const DECLINED = '4000000000000002'

/** The provider of a demo, on an origin of its own. */
export const cardProviderStandIn: StandIn = {
  prefix: STAND_IN_PREFIX,
  isNeeded: () => !isProviderConfigured(),
  begin: async (_open, address) => new StandInProvider(address),
}

/** Speaks the provider's side of the interface, and shows the page on which a card is typed. */
export class StandInProvider implements StandInRun {
  readonly book: ProviderBook
  readonly teller: Teller
  private readonly address: string

  constructor(address: string, now: () => Temporal.Instant = () => Temporal.Now.instant()) {
    this.address = address
    this.book = new ProviderBook(now)
    this.teller = new Teller({ secret: STAND_IN_WEBHOOK_SECRET, address, now })
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const fields = new URLSearchParams(request.method === 'POST' ? await bodyOf(request) : url.search)
    const [, first = '', ...rest] = url.pathname.split('/')
    if (first === 'v1') return this.answerMachine(request, response, rest.join('/'), fields)
    if (first === 'page') return this.answerPayer(request, response, rest[0] ?? '', fields)
    if (first === 'desk' || first === '') return this.answerDesk(request, response, fields)
    write(response, 404, 'text/plain', 'There is no such page.')
  }

  private answerMachine(request: IncomingMessage, response: ServerResponse, path: string, fields: URLSearchParams): void {
    if (request.headers.authorization !== `Bearer ${STAND_IN_KEY}`) return refuse(response, 401, 'invalid_api_key', 'The key is not known.')
    const key = request.headers['idempotency-key']
    const [, id = '', act = ''] = /^checkout\/sessions\/([^/]+)(?:\/(expire))?$/.exec(path) ?? []
    if (path === 'checkout/sessions') {
      const opened = this.book.once(typeof key === 'string' ? key : undefined, fields.toString(), () => this.book.open(fields))
      if (opened === 'other-words') return refuse(response, 400, 'idempotency_error', 'The key was used with other words.')
      return answer(response, sessionWords(opened, this.address))
    }
    if (id !== '') return this.answerAbout(response, id, act)
    if (path === 'refunds') return this.answerRefund(response, typeof key === 'string' ? key : undefined, fields)
    if (path === 'balance_transactions') {
      const number = (name: string, otherwise: number) => Number(fields.get(name) ?? otherwise)
      return answer(response, { object: 'list', ...this.book.entriesWithin(number('created[gte]', 0), number('created[lt]', Infinity), fields.get('starting_after'), number('limit', 10)) })
    }
    return refuse(response, 404, 'resource_missing', `There is nothing at ${path}.`)
  }

  private answerAbout(response: ServerResponse, id: string, act: string): void {
    const session = this.book.find(id)
    if (session === undefined) return refuse(response, 404, 'resource_missing', 'No such session.')
    if (act === 'expire') {
      if (session.status !== 'open') return refuse(response, 400, 'session_not_open', 'Only an open session can be expired.')
      session.status = 'expired'
    }
    return answer(response, sessionWords(session, this.address, true))
  }

  private answerRefund(response: ServerResponse, key: string | undefined, fields: URLSearchParams): void {
    const refunded = this.book.once(key, fields.toString(), () => this.book.refund(fields.get('payment_intent') ?? '', Number(fields.get('amount'))))
    if (refunded === 'other-words') return refuse(response, 400, 'idempotency_error', 'The key was used with other words.')
    if (refunded === 'unknown') return refuse(response, 404, 'resource_missing', 'No such payment_intent.')
    if (refunded === 'too-much') return refuse(response, 400, 'charge_already_refunded', 'More than is left of the charge.')
    return answer(response, { id: refunded.id, object: 'refund', amount: refunded.yen, status: 'succeeded', created: Math.floor(refunded.createdAt.epochMilliseconds / 1000) })
  }

  private async answerPayer(request: IncomingMessage, response: ServerResponse, id: string, fields: URLSearchParams): Promise<void> {
    const session = this.book.find(id)
    if (session === undefined) return write(response, 404, 'text/plain', 'There is no such payment.')
    if (session.status !== 'open') return write(response, 200, 'text/html', endedPage(session))
    const action = `${this.address}/page/${id}`
    const mood = moodIn(fields)
    if (request.method !== 'POST') return write(response, 200, 'text/html', payPage(session, action, mood))
    switch (fields.get('act')) {
      case 'cancel':
        return lead(response, session.cancelUrl)
      case 'fail':
        session.status = 'complete'
        await this.tell(session, ['checkout.session.async_payment_failed'], mood)
        return lead(response, session.successUrl)
      default:
        return this.takeCard(response, session, fields, mood)
    }
  }

  /** Looks at the card and forgets it: it stands in no field of the book. */
  private async takeCard(response: ServerResponse, session: BookSession, fields: URLSearchParams, mood: Mood): Promise<void> {
    const digits = (fields.get('number') ?? '').replace(/\D/g, '')
    const again = (problem: string) => write(response, 200, 'text/html', payPage(session, `${this.address}/page/${session.id}`, mood, problem))
    if (!isCardNumber(digits)) return again('カードの番号が違います。 / The card number is wrong.')
    if (digits === DECLINED) return again('カードが断られました。別のカードを使うか、市へ戻ってください。 / The card was declined. Use another, or go back.')
    this.book.charge(session)
    await this.tell(session, ['checkout.session.completed'], mood)
    return lead(response, session.successUrl)
  }

  /** A storm goes on while the payer is already led back. */
  private async tell(session: BookSession, types: readonly string[], mood: Mood): Promise<void> {
    const telling = this.teller.tell(session, types, mood)
    if (mood !== 'storm') await telling
  }

  private async answerDesk(request: IncomingMessage, response: ServerResponse, fields: URLSearchParams): Promise<void> {
    if (request.method === 'POST') {
      const session = this.book.find(fields.get('session') ?? '')
      if (fields.get('act') === 'held') await this.teller.tellHeld()
      else if (session?.paymentStatus === 'paid') void this.teller.tell(session, ['checkout.session.completed'], fields.get('act') === 'storm' ? 'storm' : 'in-time')
      return lead(response, `${this.address}/desk`)
    }
    write(response, 200, 'text/html', deskPage([...this.book.sessions.values()].slice(-SESSIONS_SHOWN).toReversed(), this.teller.told, this.address))
  }
}

function moodIn(fields: URLSearchParams): Mood {
  return MOODS.find((mood) => mood === fields.get('mood')) ?? 'in-time'
}

/** 12 to 19 digits with the check digit of ISO/IEC 7812-1, annex B. */
function isCardNumber(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > MOST_BODY_BYTES) throw new RangeError('the body is too large')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function answer(response: ServerResponse, words: unknown): void {
  write(response, 200, 'application/json', JSON.stringify(words))
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  write(response, status, 'application/json', JSON.stringify({ error: { type: 'invalid_request_error', code, message } }))
}

function lead(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end()
}

function write(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body)
}
