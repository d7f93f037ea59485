import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PRIVACY_LEVELS } from '#kernel/database/migrations.ts'
import { schemaOf, serviceRoleOf } from '#kernel/database/roles.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { KAMEYAMA } from '../../src/testing.ts'
import { parts } from '../../src/city.ts'
import { describedSources, staleSources } from '../../tools/describe-tables.ts'
import { ROOT } from '../../tools/tool.ts'

type TestCity = Awaited<ReturnType<typeof openTestCity>>

let city: TestCity

beforeAll(async () => {
  city = await openTestCity({ parts, folder: KAMEYAMA })
})
afterAll(() => city.close())

interface CatalogueTable {
  readonly schema: string
  readonly table: string
  readonly comment: string | null
}

function tables(): Promise<CatalogueTable[]> {
  return city.owner<CatalogueTable[]>`
    select n.nspname as schema, c.relname as table, obj_description(c.oid, 'pg_class') as comment
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_%'
     order by 1, 2`
}

describe('every column says how private it is', () => {
  test('in the catalogue of the running database itself', async () => {
    const columns = await city.owner<{ column: string; comment: string | null }[]>`
      select n.nspname || '.' || c.relname || '.' || a.attname as column, col_description(c.oid, a.attnum) as comment
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
         and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_%'
       order by 1`
    expect(columns.length).toBeGreaterThan(40)
    const said = new RegExp(`^(?:${PRIVACY_LEVELS.join('|')}): \\S`)
    expect(columns.filter(({ comment }) => !said.test(comment ?? '')).map(({ column }) => column)).toEqual([])
  })

  test('the table types of every part are what the migrations say', async () => {
    expect(staleSources(ROOT, await describedSources(city.owner, parts)), 'npm run tables writes them again').toEqual([])
  })

  test('no table lies outside the schema of a part', async () => {
    const schemas = new Set(['kernel', ...parts.map((part) => schemaOf(part.name))])
    expect((await tables()).filter(({ schema }) => !schemas.has(schema))).toEqual([])
  })
})

/** The organisation is public knowledge; every service names units, and asks whether they are still the same. */
const READ_BY_ALL = ['kernel.unit', 'kernel.unit_edition']

async function mayOn(role: string, table: string, rights: string): Promise<boolean> {
  const [answer] = await city.owner<{ may: boolean }[]>`
    select has_table_privilege(${role}, ${table}, ${rights}) and has_schema_privilege(${role}, split_part(${table}, '.', 1), 'usage') as may`
  return answer?.may === true
}

describe('the database refuses what the law forbids', () => {
  test('no service sees a table of another, or of the kernel but for the organisation', async () => {
    const all = await tables()
    const seen: string[] = []
    for (const part of parts) {
      const role = serviceRoleOf(city.database.rolePrefix, part.name)
      for (const { schema, table } of all.filter((one) => one.schema !== schemaOf(part.name))) {
        const name = `${schema}.${table}`
        if (await mayOn(role, name, 'insert, update, delete, truncate')) seen.push(`${part.name} writes ${name}`)
        if (!READ_BY_ALL.includes(name) && (await mayOn(role, name, 'select'))) seen.push(`${part.name} reads ${name}`)
      }
    }
    expect(seen).toEqual([])
  })

  test('what all services read holds nothing about people', async () => {
    const comments = await city.owner<{ comment: string }[]>`
      select col_description(attrelid, attnum) as comment from pg_attribute
       where attrelid::regclass::text in ${city.owner(READ_BY_ALL)} and attnum > 0 and not attisdropped`
    expect(comments.length).toBeGreaterThan(0)
    expect(comments.filter(({ comment }) => /^(?:personal|sensitive)/.test(comment))).toEqual([])
  })

  test('whoever tries is told so by the server', async () => {
    const all = await tables()
    for (const part of parts) {
      const foreign = all.find(({ schema, table }) => schema !== schemaOf(part.name) && !READ_BY_ALL.includes(`${schema}.${table}`))
      const query = { compile: () => ({ sql: `select * from "${foreign?.schema}"."${foreign?.table}" limit 1`, parameters: [] }) as never }
      const reading = city.database.read(part.name, { id: 'system', person: null, resident: null }, (tx) => tx.list(query))
      await expect(reading, part.name).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('what is append-only can be neither changed nor removed, by any service', async () => {
    const appendOnly = (await tables()).filter(({ comment }) => comment?.startsWith('append-only'))
    expect(appendOnly.length).toBeGreaterThan(2)
    const roles = ['kernel', ...parts.map((part) => part.name)].map((name) => serviceRoleOf(city.database.rolePrefix, name))
    const changeable: string[] = []
    for (const { schema, table } of appendOnly) {
      for (const role of roles) {
        if (await mayOn(role, `${schema}.${table}`, 'update, delete, truncate')) changeable.push(`${role} → ${schema}.${table}`)
      }
    }
    expect(changeable).toEqual([])
  })

  test('no service role owns anything, may log in or may become another', async () => {
    const roles = parts.map((part) => serviceRoleOf(city.database.rolePrefix, part.name))
    const strong = await city.owner`select rolname from pg_roles where rolname in ${city.owner(roles)} and (rolcanlogin or rolsuper or rolcreatedb or rolcreaterole or rolbypassrls)`
    const owned = await city.owner`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ${city.owner(roles)}`
    const members = await city.owner`select m.roleid::regrole, m.member::regrole from pg_auth_members m where m.member::regrole::text in ${city.owner(roles.map((role) => `"${role}"`))} or m.member::regrole::text in ${city.owner(roles)}`
    expect([...strong, ...owned, ...members]).toEqual([])
  })
})
