import { Fault } from '#kernel/faults/faults.ts'
import { json, type Answer } from '#kernel/web/answers.ts'
import type { Delivered } from '#kernel/web/routes.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { providerSettings } from '../provider.ts'
import { signatureProblem } from '../provider/signature.ts'
import { eventShape, SESSION_EVENTS, sessionShape, type ProviderEvent } from '../provider/words.ts'
import { countForged, endWebhook, keepWebhook, type WebhookOutcome } from '../store/webhooks.ts'
import { findSession } from '../store/sessions.ts'
import { endUnpaid, takeSession } from './card.ts'

/** Largest message: the provider's own are a few kilobytes. */
export const WEBHOOK_MOST_BYTES = 256 * 1024

/**
 * What the provider tells. Only a signature over the very bytes makes it believed; the same event again is counted and does
 * nothing. 2xx says that it stands in the database: until then the provider tells it again.
 */
export async function takeWebhook(visit: Visit, { body, headers }: Delivered): Promise<Answer> {
  const { tx } = visit
  const settings = providerSettings(visit)
  if (settings === null) throw new Fault('not-found', 'this city takes no cards')
  const problem = signatureProblem(headers['stripe-signature'] ?? '', body, settings.webhookSecret, tx.now)
  if (problem !== null) {
    await countForged(tx, problem)
    return json({ error: problem }, 400)
  }
  const read = eventShape.safeParse(jsonIn(body))
  if (!read.success) throw new Fault('bad-request', 'a signed message that is no event')
  const event = read.data
  const isNew = await keepWebhook(tx, { id: event.id, kind: event.type, sessionId: sessionIdIn(event), createdAt: event.created })
  if (isNew) await endWebhook(tx, event.id, await takeEvent(visit, event))
  return json({ received: true })
}

async function takeEvent({ tx }: Visit, event: ProviderEvent): Promise<WebhookOutcome> {
  const kind = SESSION_EVENTS.find((one) => one === event.type)
  if (kind === undefined) return 'unknown-kind'
  const session = sessionShape.safeParse(event.data.object)
  if (!session.success) return 'not-read'
  if (kind === 'checkout.session.async_payment_failed') {
    const known = await findSession(tx, session.data.id)
    return known === undefined ? 'not-ours' : endUnpaid(tx, known, 'failed', 'webhook')
  }
  return takeSession(tx, session.data, event.created, 'webhook')
}

function sessionIdIn({ data: { object } }: ProviderEvent): string {
  const id = typeof object === 'object' && object !== null && 'id' in object ? String(object.id) : ''
  return id.slice(0, 200)
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
