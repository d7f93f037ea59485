import { randomBytes } from 'node:crypto'

/** A session as the stand-in keeps it. There is no field for a card: what is typed is looked at and forgotten. */
export interface BookSession {
  readonly id: string
  readonly title: string
  readonly yen: number
  readonly reference: string
  readonly successUrl: string
  readonly cancelUrl: string
  readonly locale: string
  readonly createdAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  status: 'open' | 'complete' | 'expired'
  paymentStatus: 'unpaid' | 'paid'
  intent: string | null
  chargedAt: Temporal.Instant | null
}

interface BookEntry {
  readonly id: string
  readonly type: 'charge' | 'refund'
  readonly intent: string
  readonly yen: number
  readonly createdAt: Temporal.Instant
}

interface BookRefund {
  readonly id: string
  readonly yen: number
  readonly createdAt: Temporal.Instant
}

/** Days after which the provider's money is on the city's account. */
const SETTLEMENT_DAYS = 2
/** Sessions kept at once; the oldest is forgotten, as at a provider after some months. */
const MOST_SESSIONS = 20_000

/** What a card provider knows: sessions, what was charged, what went back. It lives as long as its process. */
export class ProviderBook {
  readonly sessions = new Map<string, BookSession>()
  private readonly entries: BookEntry[] = []
  private readonly byKey = new Map<string, { readonly words: string; readonly said: unknown }>()
  private readonly now: () => Temporal.Instant

  constructor(now: () => Temporal.Instant) {
    this.now = now
  }

  /** The same key gives the same answer; with other words it is refused, as the interface says. */
  once<Said>(key: string | undefined, words: string, work: () => Said): Said | 'other-words' {
    const known = key === undefined ? undefined : this.byKey.get(key)
    if (known !== undefined) return known.words === words ? (known.said as Said) : 'other-words'
    const said = work()
    if (key !== undefined) this.byKey.set(key, { words, said })
    return said
  }

  open(fields: URLSearchParams): BookSession {
    const item = 'line_items[0][price_data]'
    const session: BookSession = {
      id: `cs_standin_${randomBytes(12).toString('hex')}`,
      title: fields.get(`${item}[product_data][name]`) ?? '', yen: Number(fields.get(`${item}[unit_amount]`)), reference: fields.get('client_reference_id') ?? '',
      successUrl: fields.get('success_url') ?? '', cancelUrl: fields.get('cancel_url') ?? '', locale: fields.get('locale') ?? 'ja',
      createdAt: this.now(), expiresAt: Temporal.Instant.fromEpochMilliseconds(Number(fields.get('expires_at')) * 1000),
      status: 'open', paymentStatus: 'unpaid', intent: null, chargedAt: null,
    }
    this.sessions.set(session.id, session)
    const [oldest] = this.sessions.keys()
    if (this.sessions.size > MOST_SESSIONS && oldest !== undefined) this.sessions.delete(oldest)
    return session
  }

  find(id: string): BookSession | undefined {
    const session = this.sessions.get(id)
    if (session?.status === 'open' && Temporal.Instant.compare(session.expiresAt, this.now()) <= 0) session.status = 'expired'
    return session
  }

  charge(session: BookSession): void {
    session.status = 'complete'
    session.paymentStatus = 'paid'
    session.intent = `pi_standin_${randomBytes(12).toString('hex')}`
    session.chargedAt = this.now()
    this.entries.push({ id: `txn_${randomBytes(12).toString('hex')}`, type: 'charge', intent: session.intent, yen: session.yen, createdAt: session.chargedAt })
  }

  refund(intent: string, yen: number): BookRefund | 'unknown' | 'too-much' {
    const own = this.entries.filter((entry) => entry.intent === intent)
    if (own.length === 0) return 'unknown'
    if (yen > own.reduce((sum, entry) => sum + entry.yen, 0)) return 'too-much'
    const createdAt = this.now()
    this.entries.push({ id: `txn_${randomBytes(12).toString('hex')}`, type: 'refund', intent, yen: -yen, createdAt })
    return { id: `re_standin_${randomBytes(12).toString('hex')}`, yen, createdAt }
  }

  entriesWithin(from: number, before: number, after: string | null, limit: number): { readonly data: readonly unknown[]; readonly has_more: boolean } {
    const found = this.entries.filter(({ createdAt }) => secondsOf(createdAt) >= from && secondsOf(createdAt) < before)
    const begin = after === null ? 0 : found.findIndex(({ id }) => id === after) + 1
    const data = found.slice(begin, begin + limit).map(({ id, type, intent, yen, createdAt }) => ({
      id, object: 'balance_transaction', type, amount: yen, fee: 0, net: yen, currency: 'jpy', created: secondsOf(createdAt),
      available_on: secondsOf(createdAt.add({ hours: 24 * SETTLEMENT_DAYS })), source: { payment_intent: intent },
    }))
    return { data, has_more: begin + limit < found.length }
  }
}

/** As the interface writes a session. */
export function sessionWords(session: BookSession, address: string, isExpanded = false): Readonly<Record<string, unknown>> {
  const { chargedAt, intent } = session
  const expanded = intent === null ? null : { id: intent, object: 'payment_intent', latest_charge: chargedAt === null ? null : { object: 'charge', created: secondsOf(chargedAt) } }
  return {
    id: session.id, object: 'checkout.session', amount_total: session.yen, currency: 'jpy', client_reference_id: session.reference,
    created: secondsOf(session.createdAt), expires_at: secondsOf(session.expiresAt), status: session.status, payment_status: session.paymentStatus,
    payment_intent: isExpanded ? expanded : intent, url: session.status === 'open' ? `${address}/page/${session.id}` : null,
  }
}

export function secondsOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000)
}
