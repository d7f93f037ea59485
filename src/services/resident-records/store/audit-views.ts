import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'

/** Writes down that the actor saw something of each of these people: one line a person, in one statement. For actions only. */
export async function noteViews(tx: Tx, personIds: readonly string[], { act, basis }: { readonly act: string; readonly basis: string }): Promise<void> {
  if (personIds.length === 0) return
  await tx.run(statement(sql`select kernel.note(${tx.actor.id}, ${act}, 'resident:' || person, ${basis}) from unnest(${[...personIds]}::text[]) as person`))
}
