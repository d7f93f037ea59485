import { sql } from 'kysely'
import { prepared } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { search, statement } from './search-tables.ts'

/** Number of the newest change; 0 where the row was lost. */
export async function readEdition(tx: Tx): Promise<number> {
  return (await tx.find(newestEdition({})))?.number ?? 0
}

const newestEdition = prepared(() => search.selectFrom('search.edition').select('number'))

/**
 * Begins a change of documents and holds everybody else's until the commit. It comes before the documents are asked of
 * their service, so that no older state of them can be written over a newer one.
 */
export async function raiseEdition(tx: Tx): Promise<number> {
  const { number } = await tx.get(
    statement(sql<{ number: number }>`insert into search.edition (number) values (1)
      on conflict (is_only) do update set number = edition.number + 1 returning number`),
  )
  return number
}
