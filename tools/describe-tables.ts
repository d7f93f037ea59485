/**
 * Writes the table types of every schema from a migrated database, so that each table is described once: in its
 * migration. `npm run tables` starts a throw-away database, migrates it and rewrites `tables.ts` in each room;
 * `--check` changes nothing and names the files that are not what the migrations say.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Sql } from 'postgres'
import { migrationsOf } from '#kernel/city/open-city.ts'
import { migrate } from '#kernel/database/migrations.ts'
import { schemaOf } from '#kernel/database/roles.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { parts } from '../src/city.ts'
import { ROOT, runTool } from './tool.ts'
import { withThrowAwayDatabase } from './throw-away-database.ts'

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

/** Describes the kernel's tables and every part's in a migrated database; the keys are files below the project's folder. */
export async function describedSources(database: Sql, from: readonly Manifest[]): Promise<Map<string, string>> {
  const rooms = from.map((part) => ({ schema: schemaOf(part.name), file: join(relative(ROOT, part.folder), 'tables.ts') }))
  return describeTables(database, [{ schema: 'kernel', file: 'src/kernel/database/tables.ts' }, ...rooms])
}

export function staleSources(root: string, sources: ReadonlyMap<string, string>): string[] {
  return [...sources.keys()].filter((file) => {
    const path = join(root, file)
    return !existsSync(path) || readFileSync(path, 'utf8') !== sources.get(file)
  })
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
  'smallint[]': 'number[]',
  'uuid[]': 'string[]',
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

if (import.meta.main) {
  await runTool('tables', async ({ isCheck }) => {
    const sources = await withThrowAwayDatabase(async (database) => {
      await migrate(database, migrationsOf(parts))
      return describedSources(database, parts)
    })
    if (!isCheck) writeSources(ROOT, sources)
    return isCheck ? staleSources(ROOT, sources).map((file) => `${file} is not what the migrations say: npm run tables`) : []
  })
}
