import type { Sql } from 'postgres'

/** PostgreSQL cuts longer names off without an error, and two roles would become one. */
const LONGEST_ROLE_NAME = 63
/** Number of the advisory lock, within the database `postgres`, under which rights on the whole server are changed. */
const CHANGING_SERVER = 7254

/**
 * Least privilege, kept by the database itself. Roles belong to the whole server, so they carry the name of the city's
 * database: `tsunagu_kameyama__login` may connect to no other city's database, and on the embedded server to no other
 * database at all (see closeServer); `tsunagu_kameyama__plan` owns no table, sees its own schema only, and is what a
 * transaction of the service plan runs as.
 */
export function loginRoleOf(rolePrefix: string): string {
  return `${rolePrefix}__login`
}

export function serviceRoleOf(rolePrefix: string, service: string): string {
  return `${rolePrefix}__${schemaOf(service)}`
}

export function schemaOf(service: string): string {
  return service.replaceAll('-', '_')
}

/** Creates the city's login role when it is missing and sets its password. */
export async function prepareLogin(server: Sql, rolePrefix: string, password: string): Promise<void> {
  const role = loginRoleOf(rolePrefix)
  await createRoleIfMissing(server, role)
  // A role's password cannot be a parameter; it is made of hexadecimal digits by the caller.
  if (!/^[0-9a-f]{32,}$/.test(password)) throw new RangeError('A database password must be hexadecimal')
  await server.unsafe(`alter role "${role}" login noinherit password '${password}'`)
}

/**
 * PostgreSQL lets everybody who may sign in enter `postgres` and `template1`. Where the server is ours alone, only the
 * administrator may; a server that is shared with other programs is left as it is.
 */
export async function closeServer(server: Sql): Promise<void> {
  await server.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${CHANGING_SERVER})`
    const open = await tx<{ name: string }[]>`
      select datname as name from pg_database
       where datname in ('postgres', 'template1') and has_database_privilege('public', oid, 'connect')`
    for (const { name } of open) await tx.unsafe(`revoke connect on database "${name}" from public`)
  })
}

/** Grants each service what it may touch: all of its own schema, and the kernel's functions. Safe to repeat. */
export async function grantServices(database: Sql, rolePrefix: string, services: readonly string[]): Promise<void> {
  const login = loginRoleOf(rolePrefix)
  const statements = [
    `revoke all on schema public from public`,
    `revoke execute on all functions in schema kernel from public`,
  ]
  for (const service of ['kernel', ...services]) {
    const role = serviceRoleOf(rolePrefix, service)
    await createRoleIfMissing(database, role)
    statements.push(`grant "${role}" to "${login}" with inherit false, set true`)
    statements.push(...(await grantsOf(database, schemaOf(service), role)))
    if (service !== 'kernel') {
      statements.push(
        `grant usage on schema kernel to "${role}"`,
        // The organisation is public knowledge, and whoever keeps an owner by unit must know what lies below what.
        `grant select on kernel.unit, kernel.unit_edition to "${role}"`,
        `grant execute on function kernel.publish(jsonb), kernel.enqueue(jsonb), kernel.finish_job(bigint, timestamptz),
           kernel.note(text, text, text, text), kernel.begin_submission(text),
           kernel.end_submission(text, jsonb), kernel.free_submission(text) to "${role}"`,
      )
    }
  }
  await database.unsafe(statements.join(';\n'))
}

async function grantsOf(database: Sql, schema: string, role: string): Promise<string[]> {
  const tables = await database<{ name: string; isAppendOnly: boolean }[]>`
    select c.relname as name, coalesce(obj_description(c.oid, 'pg_class') like 'append-only%', false) as "isAppendOnly"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = ${schema} and c.relkind in ('r', 'v')`
  const statements = [
    `create schema if not exists "${schema}"`,
    `grant usage on schema "${schema}" to "${role}"`,
    `grant execute on all functions in schema "${schema}" to "${role}"`,
    `grant usage on all sequences in schema "${schema}" to "${role}"`,
  ]
  for (const table of tables) {
    const rights = table.isAppendOnly ? 'select, insert' : 'select, insert, update, delete'
    statements.push(`grant ${rights} on "${schema}"."${table.name}" to "${role}"`)
  }
  return statements
}

async function createRoleIfMissing(sql: Sql, role: string): Promise<void> {
  if (role.length > LONGEST_ROLE_NAME) {
    throw new RangeError(`The role "${role}" has more than ${LONGEST_ROLE_NAME} letters; choose a shorter database name in DATABASE_URL`)
  }
  // Two cities may open at once: whoever comes second finds the role there.
  await sql.unsafe(`do $$ begin create role "${role}" nologin;
    exception when duplicate_object or unique_violation then null; end $$`)
}
