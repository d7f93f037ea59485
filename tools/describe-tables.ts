/**
 * Writes the table types of every schema from a migrated database, so that each table is described once: in its
 * migration. `npm run tables` starts a throw-away database, migrates it and rewrites `tables.ts` in each room.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly isNullable: boolean
  readonly hasDefault: boolean
  readonly comment: string | null
}

export interface DescribedSchema {
  readonly schema: string
  readonly file: string
}

export async function describeTables(database: Sql, schemas: readonly DescribedSchema[]): Promise<Map<string, string>> {
  const sources = new Map<string, string>()
  for (const { schema, file } of schemas) {
    const columns = await columnsOf(database, schema)
    if (columns.length > 0) sources.set(file, sourceOf(schema, columns))
  }
  return sources
}

export function writeSources(root: string, sources: ReadonlyMap<string, string>): void {
  for (const [file, source] of sources) writeFileSync(join(root, file), source)
}

function columnsOf(database: Sql, schema: string): Promise<Column[]> {
  return database<Column[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
           not a.attnotnull as "isNullable", (a.atthasdef or a.attidentity <> '') as "hasDefault",
           col_description(c.oid, a.attnum) as comment
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname = ${schema} and c.relkind in ('r', 'v')
     order by c.relname, a.attnum`
}

const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  boolean: 'boolean',
  integer: 'number',
  bigint: 'number',
  smallint: 'number',
  numeric: 'string',
  'double precision': 'number',
  date: 'Temporal.PlainDate',
  'timestamp with time zone': 'Temporal.Instant',
  bytea: 'Buffer',
  jsonb: 'unknown',
  'text[]': 'string[]',
  'integer[]': 'number[]',
}

function sourceOf(schema: string, columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table)
  const needsGenerated = columns.some((column) => column.hasDefault)
  const typeName = pascal(schema)
  const lines = ['// Written by `npm run tables` from the migrated database; edit the migrations, not this file.']
  if (needsGenerated) lines.push(`import type { Generated } from 'kysely'`)
  lines.push('', `export interface ${typeName}Tables {`)
  for (const table of tables.keys()) lines.push(`  '${schema}.${table}': ${pascal(table)}Table`)
  lines.push('}')
  for (const [table, own] of tables) lines.push('', ...interfaceOf(table, own))
  return lines.join('\n') + '\n'
}

function interfaceOf(table: string, columns: readonly Column[]): string[] {
  const lines = [`export interface ${pascal(table)}Table {`]
  for (const column of columns) {
    const base = TYPES[column.type]
    if (base === undefined) throw new Error(`${table}.${column.column} has the type ${column.type}, which has no TypeScript type yet`)
    const nullable = column.isNullable ? `${base} | null` : base
    lines.push(`  /** ${column.comment ?? ''} */`)
    lines.push(`  ${column.column}: ${column.hasDefault ? `Generated<${nullable}>` : nullable}`)
  }
  return [...lines, '}']
}

function pascal(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
