import { sql, type Insertable, type RawBuilder } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Query, Tx } from '#kernel/database/transaction.ts'
import type { GarbageGuideTables } from '../tables.ts'

/** The service's query builder, and changes of many rows at once. */
export const guide = queriesOver<GarbageGuideTables>()

type TableName = keyof GarbageGuideTables

/** Rows travel as one JSON parameter, so that a list of any length is one statement. All rows have the same columns. */
export async function insertRows<Table extends TableName>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<GarbageGuideTables[Table]>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  await tx.run(statement(sql`insert into ${sql.table(table)} (${columns}) select ${columns}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)`))
}

/** A statement written as SQL, in the form a transaction runs. */
export function statement<Row>(source: RawBuilder<Row>): Query<Row> {
  return { compile: () => source.compile(guide) }
}
