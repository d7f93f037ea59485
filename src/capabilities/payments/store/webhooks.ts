import type { Selectable } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SignatureProblem } from '../provider/signature.ts'
import type { WebhookTable } from '../tables.ts'
import { payments } from './rows.ts'

export type WebhookOutcome = 'received' | 'applied' | 'nothing-new' | 'not-ours' | 'other-amount' | 'not-read' | 'unknown-kind'

/** One event of the provider, however often it was brought. */
export interface Webhook {
  readonly id: string
  readonly kind: string
  readonly sessionId: string
  readonly createdAt: Temporal.Instant
  readonly receivedAt: Temporal.Instant
  readonly lastAt: Temporal.Instant
  readonly times: number
  readonly outcome: WebhookOutcome
}

/** True where it comes for the first time; otherwise it is counted on, and holds whoever brings it at the same time. */
export async function keepWebhook(tx: Tx, { id, kind, sessionId, createdAt }: Pick<Webhook, 'id' | 'kind' | 'sessionId' | 'createdAt'>): Promise<boolean> {
  const row = { id, kind, session_id: sessionId, created_at: createdAt, received_at: tx.now, last_at: tx.now, outcome: 'received' }
  const { times } = await tx.get(
    payments.insertInto('payments.webhook').values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet((make) => ({ times: make('payments.webhook.times', '+', 1), last_at: tx.now }))).returning('times'),
  )
  return times === 1
}

export async function endWebhook(tx: Tx, id: string, outcome: WebhookOutcome): Promise<void> {
  await tx.run(payments.updateTable('payments.webhook').set({ outcome }).where('id', '=', id))
}

/** The newest first. */
export async function listWebhooks(tx: Tx, limit: number): Promise<Webhook[]> {
  return (await tx.list(payments.selectFrom('payments.webhook').selectAll().orderBy('received_at', 'desc').orderBy('id').limit(limit))).map(webhookOf)
}

/** Counts what did not prove where it came from; nothing of it is kept. */
export async function countForged(tx: Tx, reason: SignatureProblem): Promise<void> {
  const row = { day: tx.today, reason, times: 1, last_at: tx.now }
  await tx.run(
    payments.insertInto('payments.forged_webhook').values(row)
      .onConflict((conflict) => conflict.columns(['day', 'reason']).doUpdateSet((make) => ({ times: make('payments.forged_webhook.times', '+', 1), last_at: tx.now }))),
  )
}

export async function listForged(tx: Tx, limit: number): Promise<{ day: Temporal.PlainDate; reason: SignatureProblem; times: number; lastAt: Temporal.Instant }[]> {
  const rows = await tx.list(payments.selectFrom('payments.forged_webhook').select(['day', 'reason', 'times', 'last_at as lastAt']).orderBy('last_at', 'desc').limit(limit))
  return rows.map((row) => ({ ...row, reason: row.reason as SignatureProblem }))
}

function webhookOf(row: Selectable<WebhookTable>): Webhook {
  return {
    id: row.id, kind: row.kind, sessionId: row.session_id, createdAt: row.created_at, receivedAt: row.received_at, lastAt: row.last_at,
    times: row.times, outcome: row.outcome as WebhookOutcome,
  }
}
