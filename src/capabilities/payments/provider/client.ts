import type { z } from 'zod'
import { entriesShape, errorShape, refundShape, sessionShape, type ProviderEntries, type ProviderRefund, type ProviderSession } from './words.ts'
import type { ProviderSettings } from '../provider.ts'

/** No call waits longer: the payer stands before the page, and a transaction waits with them. */
const CALL_TIMEOUT_MS = 5_000
const MOST_ANSWER_BYTES = 2_000_000
const ENTRIES_A_CALL = 100
/** Version of the interface that words.ts describes. */
const INTERFACE_VERSION = '2025-03-31.basil'

/** What came of a call. `isFinal`: the provider understood and said no; asking again changes nothing. */
export type ProviderAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly isFinal: boolean; readonly problem: string; readonly status: number }

export interface SessionWish {
  /** The same key gives the same session, however often it is sent. */
  readonly key: string
  readonly requestId: string
  readonly number: string
  readonly yen: number
  readonly title: string
  readonly language: 'ja' | 'en' | 'pt-BR'
  readonly successUrl: string
  readonly cancelUrl: string
  readonly expiresAt: Temporal.Instant
}

/** The city's side of the provider's interface. Nothing throws; nothing that was typed on the provider's page comes through it. */
export class CardProvider {
  private readonly settings: ProviderSettings

  constructor(settings: ProviderSettings) {
    this.settings = settings
  }

  openSession(wish: SessionWish): Promise<ProviderAnswer<ProviderSession>> {
    const item = 'line_items[0][price_data]'
    return this.call('POST', '/v1/checkout/sessions', sessionShape, {
      mode: 'payment', 'payment_method_types[0]': 'card', locale: wish.language, client_reference_id: wish.requestId,
      'line_items[0][quantity]': '1', [`${item}[currency]`]: 'jpy', [`${item}[unit_amount]`]: String(wish.yen), [`${item}[product_data][name]`]: `${wish.title} (${wish.number})`,
      success_url: wish.successUrl, cancel_url: wish.cancelUrl, expires_at: String(Math.floor(wish.expiresAt.epochMilliseconds / 1000)),
    }, wish.key)
  }

  /** With the charge, so that its day is known. */
  session(id: string): Promise<ProviderAnswer<ProviderSession>> {
    return this.call('GET', `/v1/checkout/sessions/${encodeURIComponent(id)}`, sessionShape, { 'expand[]': 'payment_intent.latest_charge' })
  }

  expireSession(id: string): Promise<ProviderAnswer<ProviderSession>> {
    return this.call('POST', `/v1/checkout/sessions/${encodeURIComponent(id)}/expire`, sessionShape, {}, `expire ${id}`)
  }

  refund(wish: { readonly key: string; readonly intent: string; readonly yen: number }): Promise<ProviderAnswer<ProviderRefund>> {
    return this.call('POST', '/v1/refunds', refundShape, { payment_intent: wish.intent, amount: String(wish.yen), reason: 'requested_by_customer' }, wish.key)
  }

  /** What moved from one instant until before another, page by page. */
  entries(from: Temporal.Instant, before: Temporal.Instant, after?: string): Promise<ProviderAnswer<ProviderEntries>> {
    const at = (instant: Temporal.Instant) => String(Math.floor(instant.epochMilliseconds / 1000))
    return this.call('GET', '/v1/balance_transactions', entriesShape, {
      'created[gte]': at(from), 'created[lt]': at(before), limit: String(ENTRIES_A_CALL), 'expand[]': 'data.source', ...(after === undefined ? {} : { starting_after: after }),
    })
  }

  private async call<Shape extends z.ZodType>(
    method: 'GET' | 'POST', path: string, shape: Shape, fields: Readonly<Record<string, string>>, key?: string,
  ): Promise<ProviderAnswer<z.infer<Shape>>> {
    const words = new URLSearchParams(fields).toString()
    const headers: Record<string, string> = { authorization: `Bearer ${this.settings.key}`, 'stripe-version': INTERFACE_VERSION }
    if (key !== undefined) headers['idempotency-key'] = key
    const url = `${this.settings.address}${path}${method === 'GET' && words !== '' ? `?${words}` : ''}`
    const body = method === 'POST' ? { body: words, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } } : { headers }
    try {
      const answer = await fetch(url, { method, redirect: 'error', signal: AbortSignal.timeout(CALL_TIMEOUT_MS), ...body })
      return readAnswer(answer.status, await textOf(answer), shape)
    } catch (thrown) {
      return { ok: false, isFinal: false, status: 0, problem: String(thrown).slice(0, 200) }
    }
  }
}

async function textOf(answer: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of answer.body ?? []) {
    bytes += piece.length
    if (bytes > MOST_ANSWER_BYTES) throw new RangeError(`an answer of more than ${MOST_ANSWER_BYTES} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function readAnswer<Shape extends z.ZodType>(status: number, text: string, shape: Shape): ProviderAnswer<z.infer<Shape>> {
  const said = jsonIn(text)
  if (status >= 200 && status < 300) {
    const read = shape.safeParse(said)
    if (read.success) return { ok: true, value: read.data }
    const [issue] = read.error.issues
    return { ok: false, isFinal: false, status, problem: `an answer that is none of theirs: ${issue?.path.join('.')}: ${issue?.message}` }
  }
  const error = errorShape.safeParse(said)
  const problem = error.success ? `${error.data.error.code ?? error.data.error.type}: ${error.data.error.message}`.slice(0, 200) : `HTTP ${status}`
  // 409: the same key is under way; 429: too fast; 401 and 403: our key, which a person puts right. All others of 4xx are a no.
  return { ok: false, isFinal: status >= 400 && status < 500 && ![401, 403, 409, 429].includes(status), status, problem }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
