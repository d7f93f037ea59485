import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql, TransactionSql } from 'postgres'

/**
 * Migrations are plain SQL, forward only and never edited once landed. A line of a `create table` says how private its
 * column is: `name text not null, -- personal: 氏名`. From these lines the column comments are made, so the catalogue
 * of the running database itself knows what is personal.
 */
export interface Migration {
  /** The schema it belongs to: `kernel` or the service's name in snake case. */
  readonly schema: string
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export const PRIVACY_LEVELS = ['public', 'internal', 'personal', 'sensitive'] as const

export function migrationsIn(folder: string, schema: string): Migration[] {
  let names: string[]
  try {
    names = readdirSync(folder).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  } catch {
    return []
  }
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { schema, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

export class MigrationFault extends Error {}

/** Number of the advisory lock, within the city's database, under which migrations are applied. */
const MIGRATING = 7253

/** Applies what is missing, all of it in one transaction, under a lock that other processes respect. Returns how many. */
export async function migrate(sql: Sql, migrations: readonly Migration[]): Promise<number> {
  return sql.begin(async (tx) => {
    // Also `create … if not exists` fails when two processes do it at once, so the lock comes before everything.
    await tx`select pg_advisory_xact_lock(${MIGRATING})`
    await keepBook(tx)
    let applied = 0
    const known = await tx<{ schema: string; name: string; checksum: string }[]>`select * from kernel.migration`
    const checksums = new Map(known.map((row) => [`${row.schema}/${row.name}`, row.checksum]))
    for (const migration of migrations) {
      const checksum = checksums.get(`${migration.schema}/${migration.name}`)
      if (checksum === migration.checksum) continue
      if (checksum !== undefined) {
        throw new MigrationFault(`The migration ${migration.schema}/${migration.name} was edited after it had been applied`)
      }
      await apply(tx, migration)
      applied++
    }
    return applied
  })
}

/** The table that remembers what was applied. */
async function keepBook(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`create schema if not exists kernel;
    create table if not exists kernel.migration (
      schema text not null, name text not null, checksum text not null, applied_at timestamptz not null default now(),
      primary key (schema, name))`)
  await tx.unsafe(`comment on column kernel.migration.schema is 'internal: whose tables';
    comment on column kernel.migration.name is 'internal: file name';
    comment on column kernel.migration.checksum is 'internal: SHA-256 of the file as applied';
    comment on column kernel.migration.applied_at is 'internal: when'`)
}

async function apply(tx: TransactionSql, migration: Migration): Promise<void> {
  await tx.unsafe(`create schema if not exists "${migration.schema}"`)
  await tx.unsafe(migration.sql)
  for (const statement of commentsOf(migration.sql)) await tx.unsafe(statement)
  await tx`insert into kernel.migration ${tx({ schema: migration.schema, name: migration.name, checksum: migration.checksum })}`
}

/** `comment on` statements for what the lines of `create table` say behind `--`. */
export function commentsOf(sql: string): string[] {
  const statements: string[] = []
  let table: string | null = null
  for (const line of sql.split('\n')) {
    const opening = /^create table (?:if not exists )?([a-z_.]+) \((?: -- (.+))?$/.exec(line)
    if (opening) {
      table = opening[1] as string
      if (opening[2]) statements.push(`comment on table ${table} is ${quoted(opening[2])}`)
      continue
    }
    if (table !== null && line.startsWith(')')) table = null
    const column = /^ {2}"?([a-z_0-9]+)"? .*?-- ((?:public|internal|personal|sensitive): .+)$/.exec(line)
    if (table !== null && column) statements.push(`comment on column ${table}.${column[1]} is ${quoted(column[2] as string)}`)
    const added = /^alter table ([a-z_.]+) add column ([a-z_0-9]+) .*?-- ((?:public|internal|personal|sensitive): .+)$/.exec(line)
    if (added) statements.push(`comment on column ${added[1]}.${added[2]} is ${quoted(added[3] as string)}`)
  }
  return statements
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
