import { ArchiveError } from './errors.ts'
import type { Session } from './session.ts'

export interface Column {
  readonly name: string
  /** As PostgreSQL writes it, with the schema of types that are not its own, e.g. `plan.mark` or `numeric(12,2)`. */
  readonly type: string
}

export interface RelationName {
  readonly schema: string
  readonly name: string
}

export interface Table extends RelationName {
  /** Without generated columns: they follow from the others. */
  readonly columns: readonly Column[]
}

export interface StoredTable extends Table {
  /** A partitioned table is read and filled as a whole; its partitions do not count as tables. */
  readonly isPartitioned: boolean
}

export interface Inventory {
  readonly tables: readonly StoredTable[]
  readonly sequences: readonly RelationName[]
  readonly materializedViews: readonly RelationName[]
}

/**
 * What the schemas hold, in a fixed order; without what an extension brought along, and without `exclude`
 * (`schema.table`).
 */
export async function readInventory(
  session: Session,
  schemas: readonly string[],
  exclude: readonly string[],
): Promise<Inventory> {
  // Types are then written with their schema, and no schema can put its own functions in front of PostgreSQL's.
  await session.run('set local search_path = pg_catalog')
  const known = JSON.parse(await session.text(SCHEMAS)) as readonly string[]
  const missing = schemas.filter((schema) => !known.includes(schema))
  if (missing.length > 0) throw new ArchiveError('other-tables', `The database has no schema ${missing.join(', ')}.`)
  const relations = JSON.parse(await session.text(RELATIONS)) as readonly Relation[]
  const wanted = relations.filter(
    ({ schema, name }) => schemas.includes(schema) && !exclude.includes(`${schema}.${name}`),
  )
  await session.run('set local search_path to default')
  return {
    tables: wanted
      .filter(({ kind }) => kind === 'r' || kind === 'p')
      .map(({ schema, name, columns, kind }) => ({ schema, name, columns, isPartitioned: kind === 'p' })),
    sequences: wanted.filter(({ kind }) => kind === 'S').map(({ schema, name }) => ({ schema, name })),
    materializedViews: wanted.filter(({ kind }) => kind === 'm').map(({ schema, name }) => ({ schema, name })),
  }
}

/** Tables outside the inventory whose foreign keys lead into it, directly or through others. */
export async function readReferrers(session: Session, { tables }: Inventory): Promise<readonly RelationName[]> {
  const ours = `array[${tables.map((table) => `${sqlLiteral(sqlName(table))}::regclass`).join(', ')}]::oid[]`
  const referrers = await session.text(`
    with recursive referrer (relation) as (
      select conrelid from pg_constraint where contype = 'f' and confrelid = any (${ours})
      union
      select conrelid from pg_constraint join referrer on confrelid = relation where contype = 'f')
    select coalesce(json_agg(json_build_object('schema', n.nspname, 'name', c.relname)), '[]')::text
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid in (select relation from referrer) and c.oid <> all (${ours}) and not c.relispartition`)
  return JSON.parse(referrers) as readonly RelationName[]
}

/** The name as SQL wants it, quoted whatever it holds. */
export function sqlName({ schema, name }: RelationName): string {
  return `${quoted(schema)}.${quoted(name)}`
}

export function sqlColumns({ columns }: Table): string {
  return columns.map(({ name }) => quoted(name)).join(', ')
}

export function sqlLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

interface Relation extends Table {
  /** pg_class.relkind: r table, p partitioned table, S sequence, m materialized view. */
  readonly kind: 'r' | 'p' | 'S' | 'm'
}

const SCHEMAS = `select coalesce(json_agg(nspname), '[]')::text from pg_namespace`

// In the order of creation for views, which may build on each other; the rest is sorted by name for a stable file.
const RELATIONS = `
  select coalesce(json_agg(relation order by view_order, schema collate "C", name collate "C"), '[]')::text
  from (
    select n.nspname as schema, c.relname as name, case when c.relkind = 'm' then c.oid else 0 end as view_order,
      json_build_object('schema', n.nspname, 'name', c.relname, 'kind', c.relkind, 'columns', (
        select coalesce(json_agg(
          json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum), '[]')
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')) as relation
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'S', 'm') and not c.relispartition
      and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  ) relations`
