import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { StopReason } from '../model.ts'
import { certificates } from './requests.ts'

export interface Stop {
  readonly id: string
  readonly personId: string
  readonly reason: StopReason
  readonly begunAt: Temporal.Instant
}

/** Which of these people nothing may be issued for. */
export async function stoppedAmong(tx: Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set()
  const rows = await tx.list(certificates.selectFrom('certificates.stop').select('person_id').where('ended_at', 'is', null).where('person_id', '=', sql<string>`any(${[...people]}::uuid[])`))
  return new Set(rows.map(({ person_id }) => person_id))
}

/** Begins at once; a stop that stands already stays as it is. */
export async function beginStop(tx: Tx, personId: string, reason: StopReason): Promise<void> {
  const row = { id: randomUUID(), person_id: personId, reason, begun_at: tx.now, begun_by: tx.actor.id }
  await tx.run(certificates.insertInto('certificates.stop').values(row).onConflict((conflict) => conflict.column('person_id').where('ended_at', 'is', null).doNothing()))
}

export function endStop(tx: Tx, id: string): Promise<number> {
  return tx.run(certificates.updateTable('certificates.stop').set({ ended_at: tx.now, ended_by: tx.actor.id }).where('id', '=', id).where('ended_at', 'is', null))
}

export function findStop(tx: Tx, personId: string): Promise<Stop | undefined> {
  return tx.find(
    certificates
      .selectFrom('certificates.stop')
      .select(['id', 'person_id as personId', 'begun_at as begunAt'])
      .select((row) => row.ref('reason').$castTo<StopReason>().as('reason'))
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null),
  )
}
