import type { Tx } from '#kernel/database/transaction.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { isUuid, uuidNamed } from '#kernel/values/uuid.ts'
import { facts } from '../facts.ts'
import type { PaymentRequest } from '../model.ts'
import { CardProvider, type ProviderAnswer } from '../provider/client.ts'
import type { ProviderSettings } from '../provider.ts'
import type { ProviderSession } from '../provider/words.ts'
import { keepDifference } from '../store/differences.ts'
import { findRequest } from '../store/requests.ts'
import { endSession, findSession, keepSession, listSessionsOf, type CardSession } from '../store/sessions.ts'
import { record } from './record.ts'

/** How long a page of the provider stays open: the shortest it allows is half an hour. */
const SESSION_MINUTES = 60
/** The first question after a session was opened; from then on by the sweep's own rhythm. */
const FIRST_CHECK_MINUTES = 15

export interface OpeningTerms {
  readonly title: string
  readonly language: 'ja' | 'en' | 'pt-BR'
  /** The payer's page with its origin, e.g. `https://…/pay/…/…/card`. */
  readonly address: string
}

/**
 * Opens the provider's page for a request, or gives the one that is open already. Called twice at once it gives the same:
 * the provider tells tries apart by our key, which follows from the try and from all that is asked for.
 */
export async function openCardSession(tx: Tx, settings: ProviderSettings, request: PaymentRequest, terms: OpeningTerms): Promise<ProviderAnswer<CardSession>> {
  const tries = await listSessionsOf(tx, request.id)
  const open = tries.find(({ state, expiresAt }) => state === 'open' && Temporal.Instant.compare(expiresAt, tx.now) > 0)
  if (open !== undefined) return { ok: true, value: open }
  const expiresAt = expiryOf(request, tx.now)
  const answer = await new CardProvider(settings).openSession({
    key: uuidNamed(JSON.stringify([request.id, tries.length, terms, expiresAt])), requestId: request.id, number: request.number, yen: request.amountYen, title: terms.title, language: terms.language,
    successUrl: `${terms.address}?came=back`, cancelUrl: `${terms.address}?came=away`, expiresAt,
  })
  if (!answer.ok) return answer
  const { id, url } = answer.value
  if (url === null) return { ok: false, isFinal: false, status: 200, problem: 'the session has no page' }
  const session = { id, requestId: request.id, url, yen: request.amountYen, expiresAt }
  await keepSession(tx, session, tx.now.add({ minutes: FIRST_CHECK_MINUTES }))
  await record(tx, { id: request.id }, { kind: 'way-chosen', key: `way ${id}`, way: 'card', transaction: id })
  return { ok: true, value: { ...session, intent: null, state: 'open', openedAt: tx.now, checks: 0 } }
}

/** Rounded, so that the same try asks for the same: the provider allows 30 minutes to 24 hours, this gives one to two. */
function expiryOf({ requestedAt }: PaymentRequest, now: Temporal.Instant): Temporal.Instant {
  const passed = Math.floor((now.epochMilliseconds - requestedAt.epochMilliseconds) / (SESSION_MINUTES * 60_000))
  return requestedAt.add({ minutes: (passed + 2) * SESSION_MINUTES })
}

export type SessionNews = 'applied' | 'nothing-new' | 'not-ours' | 'other-amount'

/**
 * What a session of the provider says is worked in, whoever told it: a webhook in time, late or twice, or the sweep that
 * asked. A session we do not know, though it names a request of ours, is taken on: our own note of it may have been lost.
 */
export async function takeSession(tx: Tx, told: ProviderSession, at: Temporal.Instant, by: 'webhook' | 'sweep'): Promise<SessionNews> {
  const session = (await findSession(tx, told.id)) ?? (await adopt(tx, told))
  if (session === undefined) return 'not-ours'
  const { id, requestId } = session
  const intent = told.payment_intent?.id ?? null
  const paidAt = told.payment_intent?.chargedAt ?? at
  if (told.payment_status === 'paid') {
    if (told.amount_total !== session.yen) return otherAmount(tx, session, told, paidAt)
    await endSession(tx, id, { state: 'paid', intent, by })
    const { news } = await record(tx, { id: requestId }, { kind: 'paid', key: `paid ${id}`, way: 'card', transaction: id, yen: told.amount_total, paidOn: dayOf(paidAt), at: paidAt })
    if (news.length === 0) return 'nothing-new'
    tx.publish(facts.matched, `payment:${requestId}`, { way: 'card', isAutomatic: true })
    return 'applied'
  }
  if (told.status === 'open') return 'nothing-new'
  if (told.status === 'complete' && told.payment_status === 'unpaid' && by === 'webhook') return tellWaiting(tx, session, at)
  return endUnpaid(tx, session, told.status === 'expired' ? 'expired' : 'failed', by)
}

/** The provider said that it will not be paid. */
export async function endUnpaid(tx: Tx, { id, requestId }: CardSession, state: 'failed' | 'expired' | 'lost', by: 'webhook' | 'sweep'): Promise<SessionNews> {
  await endSession(tx, id, { state, intent: null, by })
  const { news } = await record(tx, { id: requestId }, { kind: 'failed', key: `failed ${id}`, transaction: id, reason: state })
  return news.length > 0 ? 'applied' : 'nothing-new'
}

async function tellWaiting(tx: Tx, { id, requestId }: CardSession, at: Temporal.Instant): Promise<SessionNews> {
  const { news } = await record(tx, { id: requestId }, { kind: 'authorised', key: `authorised ${id}`, way: 'card', transaction: id, at })
  return news.length > 0 ? 'applied' : 'nothing-new'
}

async function adopt(tx: Tx, told: ProviderSession): Promise<CardSession | undefined> {
  const reference = told.client_reference_id ?? ''
  const request = isUuid(reference) ? await findRequest(tx, { id: reference }) : undefined
  if (request === undefined) return undefined
  await keepSession(tx, { id: told.id, requestId: request.id, url: told.url ?? '', yen: request.amountYen, expiresAt: told.expires_at }, tx.now)
  return findSession(tx, told.id)
}

/** Never happens with a provider that keeps its word; if it does, a person looks before the city believes it. */
async function otherAmount(tx: Tx, { id, requestId, yen }: CardSession, told: ProviderSession, paidAt: Temporal.Instant): Promise<SessionNews> {
  await keepDifference(tx, { key: `amount ${id}`, kind: 'other-amount', day: dayOf(paidAt), requestId, yen: told.amount_total, detail: `${id}: ${yen} → ${told.amount_total}` })
  return 'other-amount'
}
