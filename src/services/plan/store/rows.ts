import { sql, type Insertable, type RawBuilder } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Query, Tx } from '#kernel/database/transaction.ts'
import type { PlanTables } from '../tables.ts'

/** The service's query builder, and changes of many rows at once. */
export const plan = queriesOver<PlanTables>()

export type TableName = keyof PlanTables
export type RowOf<Table extends TableName> = Insertable<PlanTables[Table]>

/** Columns that tell the rows of a document apart. */
export type KeyOf<Table extends TableName> = readonly (keyof PlanTables[Table] & string)[]

/**
 * Rows travel as one JSON parameter: a plan of ten thousand lines stays far below the 65,535 parameters of a statement,
 * and the statement's text is the same for any number of rows. All rows have the same columns.
 */
export async function insertRows<Table extends TableName>(tx: Tx, table: Table, rows: readonly RowOf<Table>[]): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(rows)
  await tx.run(statement(sql`insert into ${sql.table(table)} (${columns}) select ${columns} from ${recordset(table, rows)}`))
}

/** Inserts what is new and sets the given columns of what is there; other columns keep what they hold. */
export async function upsertRows<Table extends TableName>(
  tx: Tx,
  table: Table,
  key: KeyOf<Table>,
  rows: readonly RowOf<Table>[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(rows)
  const own = Object.keys(rows[0] as object).filter((name) => !(key as readonly string[]).includes(name))
  const settings = sql.join(own.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))
  await tx.run(
    statement(sql`insert into ${sql.table(table)} (${columns}) select ${columns} from ${recordset(table, rows)}
      on conflict (${namesOf(key)}) do update set ${settings}`),
  )
}

/** Sets columns of rows that are there, found by their key. */
export async function updateRows<Table extends TableName>(
  tx: Tx,
  table: Table,
  key: KeyOf<Table>,
  rows: readonly Partial<RowOf<Table>>[],
): Promise<void> {
  if (rows.length === 0) return
  const own = Object.keys(rows[0] as object).filter((name) => !(key as readonly string[]).includes(name))
  const settings = sql.join(own.map((name) => sql`${sql.ref(name)} = ${sql.ref(`given.${name}`)}`))
  await tx.run(
    statement(sql`update ${sql.table(table)} as present set ${settings} from ${recordset(table, rows)} where ${sameKey(key)}`),
  )
}

export async function deleteRows<Table extends TableName>(
  tx: Tx,
  table: Table,
  key: KeyOf<Table>,
  rows: readonly Partial<RowOf<Table>>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.run(statement(sql`delete from ${sql.table(table)} as present using ${recordset(table, rows)} where ${sameKey(key)}`))
}

/** A statement written as SQL, in the form a transaction runs. */
export function statement<Row>(source: RawBuilder<Row>): Query<Row> {
  return { compile: () => source.compile(plan) }
}

function recordset(table: string, rows: readonly unknown[]): RawBuilder<unknown> {
  return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb) as given`
}

function sameKey(key: readonly string[]): RawBuilder<unknown> {
  const pairs = key.map((name) => sql`${sql.ref(`present.${name}`)} = ${sql.ref(`given.${name}`)}`)
  return sql.join(pairs, sql` and `)
}

function columnsOf(rows: readonly object[]): RawBuilder<unknown> {
  return namesOf(Object.keys(rows[0] as object))
}

function namesOf(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)))
}
