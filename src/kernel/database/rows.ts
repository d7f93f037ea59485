import { sql, type Insertable, type RawBuilder } from 'kysely'
import { queriesOver } from './queries.ts'
import type { Query, Tx } from './transaction.ts'

/** Changes of many rows of a service's own tables at once. */
export interface ManyRows<Tables> {
  insertRows<Table extends keyof Tables & string>(tx: Tx, table: Table, rows: readonly Insertable<Tables[Table]>[]): Promise<void>
  /** Inserts what is new and sets the given columns of what is there; other columns keep what they hold. */
  upsertRows<Table extends keyof Tables & string>(tx: Tx, table: Table, key: KeyOf<Tables, Table>, rows: readonly Insertable<Tables[Table]>[]): Promise<void>
  /** Sets columns of rows that are there, found by their key. */
  updateRows<Table extends keyof Tables & string>(tx: Tx, table: Table, key: KeyOf<Tables, Table>, rows: readonly Partial<Insertable<Tables[Table]>>[]): Promise<void>
  deleteRows<Table extends keyof Tables & string>(tx: Tx, table: Table, key: KeyOf<Tables, Table>, rows: readonly Partial<Insertable<Tables[Table]>>[]): Promise<void>
}

/** Columns that tell the rows of a table apart. */
export type KeyOf<Tables, Table extends keyof Tables> = readonly (keyof Tables[Table] & string)[]

/**
 * Rows travel as one JSON parameter: ten thousand of them stay far below the 65,535 parameters of a statement, and the
 * statement's text is the same for any number of rows. All rows of a call have the same columns.
 */
export function manyRowsOf<Tables>(): ManyRows<Tables> {
  return {
    insertRows: async (tx, table, rows) => {
      if (rows.length === 0) return
      const columns = columnsOf(rows)
      await tx.run(statement(sql`insert into ${sql.table(table)} (${columns}) select ${columns} from ${recordset(table, rows)}`))
    },
    upsertRows: async (tx, table, key, rows) => {
      if (rows.length === 0) return
      const columns = columnsOf(rows)
      const settings = sql.join(ownColumns(rows, key).map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))
      await tx.run(statement(sql`insert into ${sql.table(table)} (${columns}) select ${columns} from ${recordset(table, rows)}
        on conflict (${namesOf(key)}) do update set ${settings}`))
    },
    updateRows: async (tx, table, key, rows) => {
      if (rows.length === 0) return
      const settings = sql.join(ownColumns(rows, key).map((name) => sql`${sql.ref(name)} = ${sql.ref(`given.${name}`)}`))
      await tx.run(statement(sql`update ${sql.table(table)} as present set ${settings} from ${recordset(table, rows)} where ${sameKey(key)}`))
    },
    deleteRows: async (tx, table, key, rows) => {
      if (rows.length === 0) return
      await tx.run(statement(sql`delete from ${sql.table(table)} as present using ${recordset(table, rows)} where ${sameKey(key)}`))
    },
  }
}

const compiler = queriesOver<unknown>()

/** A statement written as SQL, in the form a transaction runs. */
export function statement<Row>(source: RawBuilder<Row>): Query<Row> {
  return { compile: () => source.compile(compiler) }
}

function recordset(table: string, rows: readonly unknown[]): RawBuilder<unknown> {
  return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb) as given`
}

function sameKey(key: readonly string[]): RawBuilder<unknown> {
  const pairs = key.map((name) => sql`${sql.ref(`present.${name}`)} = ${sql.ref(`given.${name}`)}`)
  return sql.join(pairs, sql` and `)
}

function columnsOf(rows: readonly unknown[]): RawBuilder<unknown> {
  return namesOf(Object.keys(rows[0] as object))
}

function ownColumns(rows: readonly unknown[], key: readonly string[]): readonly string[] {
  return Object.keys(rows[0] as object).filter((name) => !key.includes(name))
}

function namesOf(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)))
}
