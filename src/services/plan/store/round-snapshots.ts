import type { Tx } from '#kernel/database/transaction.ts'
import type { PlanDocument } from '../model.ts'
import { listCorrectionsAfter, type KeptChange } from './changes.ts'
import { digestOfDocument, lastChangeOf } from './publications.ts'
import { insertRows, plan } from './rows.ts'
import type { RoundOfPlan } from './reminders.ts'

export interface RoundSnapshot {
  readonly sha256: string
  readonly lastChange: number
  readonly closedAt: Temporal.Instant
}

/** Keeps the report as it is when its round is closed. Returns its digest. */
export async function keepSnapshot(tx: Tx, { planKey, year, key }: RoundOfPlan, document: PlanDocument): Promise<string> {
  const sha256 = digestOfDocument(document)
  const row = {
    plan_key: planKey, year, round_key: key, document, sha256, last_change: await lastChangeOf(tx, planKey),
    closed_at: tx.now, closed_by: tx.actor.id, closed_by_name: tx.actor.person?.name ?? '',
  }
  await insertRows(tx, 'plan.round_snapshot', [row])
  return sha256
}

export function findSnapshot(tx: Tx, planKey: string, year: number, roundKey: string): Promise<RoundSnapshot | undefined> {
  return tx.find(
    plan
      .selectFrom('plan.round_snapshot')
      .select(['sha256', 'last_change as lastChange', 'closed_at as closedAt'])
      .where('plan_key', '=', planKey)
      .where('year', '=', year)
      .where('round_key', '=', roundKey),
  )
}

/** Corrections of a year made since a change, newest first. */
export function listCorrections(tx: Tx, planKey: string, year: number, since: number): Promise<KeptChange[]> {
  return listCorrectionsAfter(tx, planKey, { year, since, limit: CORRECTIONS_SHOWN })
}

const CORRECTIONS_SHOWN = 100
