import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ApplicationsTables } from '../tables.ts'

const applications = queriesOver<ApplicationsTables>()

/** Moves an invented application to the days on which it is said to have happened. */
export async function backdate(tx: Tx, id: string, { filedAt, thenAt }: { readonly filedAt: Temporal.Instant; readonly thenAt: Temporal.Instant }): Promise<void> {
  await tx.run(applications.updateTable('applications.application').set({ made_at: filedAt, submitted_at: filedAt, changed_at: thenAt }).where('id', '=', id))
  await tx.run(applications.updateTable('applications.edition').set({ made_at: filedAt }).where('application_id', '=', id))
  await tx.run(applications.updateTable('applications.event').set({ at: sql`case when kind = 'submitted' then ${filedAt.toString()}::timestamptz else ${thenAt.toString()}::timestamptz end` }).where('application_id', '=', id))
}
