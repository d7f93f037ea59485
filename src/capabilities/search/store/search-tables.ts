import type { RawBuilder } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Query } from '#kernel/database/transaction.ts'
import type { SearchTables } from '../tables.ts'

/** The capability's query builder. */
export const search = queriesOver<SearchTables>()

/** A statement written as SQL, in the form a transaction runs. */
export function statement<Row>(source: RawBuilder<Row>): Query<Row> {
  return { compile: () => source.compile(search) }
}
