import type { Tx } from '#kernel/database/transaction.ts'
import { insertRows, plan } from './rows.ts'

/** Why something in the plan stands although it seems to contradict itself. */
export interface GivenReason {
  readonly projectKey: string
  readonly kind: string
  /** Null where the contradiction is about the whole period. */
  readonly year: number | null
  readonly text: string
  readonly byName: string
  readonly unitCode: string | null
  readonly at: Temporal.Instant
}

export async function keepReason(tx: Tx, planKey: string, reason: Pick<GivenReason, 'projectKey' | 'kind' | 'year' | 'text'>): Promise<void> {
  const { person } = tx.actor
  await insertRows(tx, 'plan.reason', [
    {
      plan_key: planKey,
      project_key: reason.projectKey,
      kind: reason.kind,
      year: reason.year,
      text: reason.text,
      by: tx.actor.id,
      by_name: person?.name ?? '',
      unit_code: person?.unitCode ?? null,
      at: tx.now,
    },
  ])
}

/** The reason that counts for each contradiction: the latest. */
export function listReasons(tx: Tx, planKey: string, projectKey?: string): Promise<GivenReason[]> {
  const all = plan
    .selectFrom('plan.reason')
    .distinctOn(['project_key', 'kind', 'year'])
    .select(['project_key as projectKey', 'kind', 'year', 'text', 'by_name as byName', 'unit_code as unitCode', 'at'])
    .where('plan_key', '=', planKey)
    .orderBy('project_key')
    .orderBy('kind')
    .orderBy('year')
    .orderBy('id', 'desc')
  return tx.list(projectKey === undefined ? all : all.where('project_key', '=', projectKey))
}
