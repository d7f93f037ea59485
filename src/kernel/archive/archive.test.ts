import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openEmbeddedServer, type EmbeddedServer } from '#kernel/postgres/postgres.ts'
import { newTrial } from '#kernel/postgres/trial.ts'
import { readManifest, restoreArchive, verifyArchive, writeArchive, type BackupOrder } from './archive.ts'
import type { ArchiveProgress } from './progress.ts'

const trial = newTrial()
const file = join(trial.folder, 'city.tsunagu')
let server: EmbeddedServer
let source: Sql
let target: Sql

beforeAll(async () => {
  server = await openEmbeddedServer({ dataDir: trial.dataDir, settings: { fsync: 'off' } })
  source = await newDatabase('kameyama')
  await source.unsafe(SCHEMA)
  await source.unsafe(ROWS)
}, 60_000)
beforeEach(async () => {
  target = await newDatabase(`copy_${performance.now().toString().replace('.', '_')}`)
  await target.unsafe(SCHEMA)
})
afterEach(() => target.end())
afterAll(async () => {
  await source?.end()
  await server?.stop()
  trial.remove()
})

/** Everything a column can hold that a careless text format would break. */
const SCHEMA = `
  create schema plan;
  create schema "odd ""name""";
  create type plan.mark as enum ('△', '○', '◎');
  create domain plan.yen as bigint check (value >= 0);
  create table plan.everything (
    id bigint generated always as identity primary key,
    body text, document jsonb, raw bytea, on_day date, at timestamptz, amount numeric(12,2), whole plan.yen,
    tags text[], matrix int[][], mark plan.mark, marks plan.mark[], flag boolean, ratio double precision, span interval,
    code uuid, period daterange, address inet, doubled text generated always as (body || body) stored);
  create table plan.project (key text primary key, name text not null);
  create table plan.listing (project text not null references plan.project, number text not null check (number <> ''));
  create table plan.empty (nothing int);
  create table plan.reading (day date not null, value int) partition by range (day);
  create table plan.reading_old partition of plan.reading for values from (minvalue) to ('2026-01-01');
  create table plan.reading_new partition of plan.reading for values from ('2026-01-01') to (maxvalue);
  create table plan.journal (entry serial primary key, what text);
  create table plan.session_of_the_day (token text, project text references plan.project);
  create table "odd ""name"""."select" ("from" text, "ａ b" int);
  create sequence plan.receipt start 100;
  create sequence plan.unused;
  create materialized view plan.summary as select count(*) as projects from plan.project;
  create function plan.note() returns trigger language plpgsql as
    $$ begin insert into plan.journal (what) values (new.key); return new; end $$;
  create trigger note after insert on plan.project for each row execute function plan.note();
`

const ROWS = `
  insert into plan.everything (body, document, raw, on_day, at, amount, whole, tags, matrix, mark, marks, flag, ratio,
    span, code, period, address)
  values
    (E'tab\\there\\nline\\r\\nback\\\\slash \\\\. \\\\N 亀山市𠮷野家 👪', '{"市": [1, null, "a\\tb"], "深い": {"い": true}}',
      '\\x00ff0a0d5c2e', '2026-11-22', '2026-11-22 09:05:00.123456+09', 12345678.90, 0,
      array['a,b', '"q"', 'null', null, '', E'n\\n{}'], '{{1,2},{3,null}}', '◎', array['△', null]::plan.mark[], true,
      0.1 + 0.2, '1 year 2 mons 3 days 04:05:06.7', '00000000-0000-4000-8000-000000000001',
      '[2026-04-01,2027-04-01)', '10.0.0.1/8'),
    ('', '{}', '', '0001-01-01 BC', '-infinity', 'NaN', 9007199254740993, '{}', '{}', '△', '{}', false, 'NaN', '-1 day',
      '00000000-0000-4000-8000-000000000002', 'empty', '::1'),
    ('\\N', 'null', null, 'infinity', 'infinity', null, null, null, null, null, null, null, '-Infinity',
      null, null, null, null),
    (null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  insert into plan.project values ('1-1', '電子申請'), ('1-2', 'オープンデータ');
  insert into plan.listing values ('1-1', '①(1)-1'), ('1-2', '①(1)-2');
  insert into plan.reading values ('2025-12-31', 1), ('2026-01-01', 2), ('2026-06-01', 3);
  insert into plan.session_of_the_day values ('secret', '1-1');
  insert into "odd ""name"""."select" values ('where', 1);
  select nextval('plan.receipt'), nextval('plan.receipt');
  refresh materialized view plan.summary;
`

const TABLES = ['everything', 'project', 'listing', 'empty', 'reading', 'journal']
  .map((table) => `plan.${table}`)
  .concat('"odd ""name"""."select"')

async function newDatabase(name: string): Promise<Sql> {
  const admin = postgres({ ...server.connection, max: 1 })
  await admin.unsafe(`create database "${name}"`)
  await admin.end()
  return postgres({ ...server.connection, database: name, max: 3, onnotice: () => undefined })
}

function backupOrder(changes: Partial<BackupOrder> = {}): BackupOrder {
  return {
    file,
    city: '242101',
    schemas: ['plan', 'odd "name"'],
    exclude: ['plan.session_of_the_day'],
    migrations: [{ schema: 'plan', name: '0001-first.sql', checksum: 'c0ffee' }],
    now: Temporal.Instant.from('2026-11-22T00:05:00Z'),
    ...changes,
  }
}

/** All rows of all tables as text, in a fixed order: what a restored database must show exactly. */
async function contentsOf(sql: Sql): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {}
  for (const table of TABLES) {
    const rows = await sql.unsafe(`select t::text as row from ${table} t order by 1`)
    contents[table] = rows.map((row) => String(row['row']))
  }
  return contents
}

const accept = (): void => undefined

describe('a backup', { timeout: 30_000 }, () => {
  test('brings back everything: values, partitions, sequences, views, and nothing twice by triggers', async () => {
    const written = await writeArchive(source, backupOrder())
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.partial`)).toBe(false)
    expect(await verifyArchive(file)).toEqual(written)
    const checked: string[] = []
    const restored = await restoreArchive(target, { file, check: ({ city }) => void checked.push(city) })
    expect(restored).toEqual(written)
    expect(checked).toEqual(['242101'])
    expect(await contentsOf(target)).toEqual(await contentsOf(source))
    expect(await target`select count(*)::int as rows from plan.session_of_the_day`).toEqual([{ rows: 0 }])
    expect(await target`select * from plan.reading_new order by day`).toHaveLength(2)
    expect(await target`select projects::int from plan.summary`).toEqual([{ projects: 2 }])
    const sequences = await target`select nextval('plan.receipt')::int as next, nextval('plan.unused')::int as first`
    expect(sequences).toEqual([{ next: 102, first: 1 }])
    // Triggers and foreign keys rest only during the restore.
    await target`insert into plan.project values ('1-3', '防災')`
    expect(await target`select entry, what from plan.journal order by entry`).toEqual([
      { entry: 1, what: '1-1' },
      { entry: 2, what: '1-2' },
      { entry: 3, what: '1-3' },
    ])
    await expect(target`insert into plan.listing values ('none', '1')`).rejects.toThrow(/foreign key/)
    const [inserted] = await target`insert into plan.everything (body) values ('x') returning id::int, doubled`
    expect(inserted).toEqual({ id: 5, doubled: 'xx' })
  })

  test('says in its manifest what it holds, without being read whole', async () => {
    await writeArchive(source, backupOrder())
    const manifest = await readManifest(file)
    expect(manifest).toMatchObject({ city: '242101', createdAt: '2026-11-22T00:05:00Z' })
    expect(manifest.exclude).toEqual(['plan.session_of_the_day'])
    expect(manifest.migrations).toEqual([{ schema: 'plan', name: '0001-first.sql', checksum: 'c0ffee' }])
    expect(manifest.tables.map(({ schema, name, rows }) => [`${schema}.${name}`, rows])).toEqual([
      ['odd "name".select', 1],
      ['plan.empty', 0],
      ['plan.everything', 4],
      ['plan.journal', 2],
      ['plan.listing', 2],
      ['plan.project', 2],
      ['plan.reading', 3],
    ])
    const everything = manifest.tables.find(({ name }) => name === 'everything')?.columns
    expect(everything).toContainEqual({ name: 'marks', type: 'plan.mark[]' })
    expect(everything?.map(({ name }) => name)).not.toContain('doubled')
    expect(readFileSync(file).toString('latin1')).toContain('"createdAt": "2026-11-22T00:05:00Z"')
  })

  test('holds one state, whatever is written meanwhile', async () => {
    const path = join(trial.folder, 'state.tsunagu')
    const end = new AbortController()
    let pairs = 0
    const addPair = (): Promise<unknown> =>
      source.begin(async (tx) => {
        const key = `tmp-${pairs++}`
        await tx`insert into plan.project values (${key}, 'tmp')`
        await tx`insert into plan.listing values (${key}, 'tmp')`
      })
    await addPair()
    const meanwhile = (async () => {
      while (!end.signal.aborted) await addPair()
    })()
    for (let round = 0; round < 5; round++) {
      const { tables } = await writeArchive(source, backupOrder({ file: path }))
      const [listing, project] = ['listing', 'project'].map((table) => tables.find(({ name }) => name === table)?.rows)
      expect(listing).toBeGreaterThan(2)
      expect(project).toBe(listing)
      await verifyArchive(path)
    }
    end.abort()
    await meanwhile
    await source.unsafe(`delete from plan.listing where number = 'tmp'; delete from plan.project where name = 'tmp';
      delete from plan.journal where what like 'tmp%'`)
  })

  test('replaces an older file of its name, and what a killed one left', async () => {
    writeFileSync(file, 'older')
    writeFileSync(`${file}.partial`, 'left')
    await writeArchive(source, backupOrder())
    await verifyArchive(file)
    expect(readdirSync(trial.folder)).not.toContain('city.tsunagu.partial')
  })

  test('refuses a schema that is not there, and a folder that is not there', async () => {
    const elsewhere = join(trial.folder, 'other.tsunagu')
    const refused = writeArchive(source, backupOrder({ file: elsewhere, schemas: ['plan', 'tax'] }))
    await expect(refused).rejects.toMatchObject({
      problem: 'other-tables',
      message: expect.stringContaining('tax'),
    })
    expect(existsSync(elsewhere) || existsSync(`${elsewhere}.partial`)).toBe(false)
    const nowhere = writeArchive(source, backupOrder({ file: join(trial.folder, 'no', 'folder') }))
    await expect(nowhere).rejects.toMatchObject({ problem: 'unwritable' })
  })

  test('needs a superuser, and a server', async () => {
    await source.unsafe(`create role clerk login password 'clerk'`)
    const clerk = postgres({ ...server.connection, database: 'kameyama', user: 'clerk', password: 'clerk', max: 1 })
    await expect(writeArchive(clerk, backupOrder())).rejects.toMatchObject({ problem: 'not-allowed' })
    await clerk.end()
    const nobody = postgres({ ...server.connection, host: trial.folder, max: 1 })
    await expect(writeArchive(nobody, backupOrder())).rejects.toMatchObject({ problem: 'database' })
    await nobody.end()
  })
})

describe('a restore', { timeout: 30_000 }, () => {
  beforeAll(() => writeArchive(source, backupOrder()))

  test('refuses a target that holds rows, unless it may replace them', async () => {
    await target`insert into plan.project values ('9-9', '前のもの')`
    await target`insert into plan.session_of_the_day values ('of somebody who will be gone', '9-9')`
    const refused = restoreArchive(target, { file, check: accept })
    await expect(refused).rejects.toMatchObject({ problem: 'not-empty', message: expect.stringContaining('plan.') })
    expect(await target`select key from plan.project`).toEqual([{ key: '9-9' }])
    const told: ArchiveProgress[] = []
    await restoreArchive(target, { file, check: accept, replace: true, onProgress: (progress) => told.push(progress) })
    expect(await contentsOf(target)).toEqual(await contentsOf(source))
    expect(await target`select * from plan.session_of_the_day`).toEqual([])
    expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['verifying', 'restoring']))
  })

  test('changes nothing when the caller refuses', async () => {
    const refused = restoreArchive(target, { file, check: () => Promise.reject(new Error('another city')) })
    await expect(refused).rejects.toThrow('another city')
    expect(await target`select key from plan.project`).toEqual([])
  })

  test.each([
    ['a column more', 'alter table plan.project add column purpose text', /purpose text/],
    ['another type', 'alter table plan.project alter column name type varchar(10)', /varying\(10\)/],
    ['a table more', 'create table plan.extra (x int)', /plan\.extra/],
    ['a table less', 'drop table plan.empty', /no table plan\.empty/],
    ['a guest of its tables', 'create table guest (of_key text references plan.project)', /public\.guest/],
    ['a sequence less', 'drop sequence plan.receipt', /no sequence plan\.receipt/],
  ])('refuses a target with %s', async (_, change, message) => {
    await target.unsafe(change)
    const refused = restoreArchive(target, { file, check: accept })
    await expect(refused).rejects.toMatchObject({ problem: 'other-tables', message: expect.stringMatching(message) })
  })

  test('that fails at its last table leaves the target as it was, sequences included', async () => {
    await target.unsafe(`insert into plan.project values ('9-9', '前のもの'); select setval('plan.receipt', 500);
      alter table plan.reading add constraint recent check (value <> 3)`)
    const failing = restoreArchive(target, { file, check: accept, replace: true })
    const message = expect.stringMatching(/23514.*recent/) as unknown
    await expect(failing).rejects.toMatchObject({ problem: 'database', message })
    expect(await target`select key from plan.project`).toEqual([{ key: '9-9' }])
    expect(await target`select nextval('plan.receipt')::int as next`).toEqual([{ next: 501 }])
  })

  test('refuses while somebody else works in the tables', async () => {
    await target.begin(async (worker) => {
      await worker`insert into plan.project values ('9-9', 'unfinished')`
      const refused = restoreArchive(target, { file, check: accept, replace: true })
      await expect(refused).rejects.toMatchObject({ problem: 'in-use' })
    })
  })
})

describe('a damaged archive', { timeout: 60_000 }, () => {
  const broken = join(trial.folder, 'broken.tsunagu')

  async function expectRefused(bytes: Buffer, problem: string): Promise<void> {
    writeFileSync(broken, bytes)
    await expect(verifyArchive(broken)).rejects.toMatchObject({ problem })
    await expect(restoreArchive(target, { file: broken, check: accept })).rejects.toMatchObject({ problem })
  }

  test('is refused wherever it was cut', async () => {
    await writeArchive(source, backupOrder())
    const whole = readFileSync(file)
    for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 60)) {
      await expectRefused(whole.subarray(0, length), length < 18 ? 'not-an-archive' : 'damaged')
    }
    await expectRefused(whole.subarray(0, whole.length - 1), 'damaged')
    await expectRefused(Buffer.concat([whole, Buffer.from('x')]), 'damaged')
    expect(await contentsOf(target)).toEqual(Object.fromEntries(TABLES.map((table) => [table, []])))
  })

  test('is refused whichever byte was altered', async () => {
    await writeArchive(source, backupOrder())
    const whole = readFileSync(file)
    for (let at = 18; at < whole.length; at += 37) {
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ 0x20
      writeFileSync(broken, altered)
      await expect(verifyArchive(broken), `byte ${at}`).rejects.toMatchObject({ problem: 'damaged' })
    }
  })

  test('of a newer format, or of another program, is named so', async () => {
    await expectRefused(Buffer.from('TSUNAGU ARCHIVE 2\n and what follows'), 'other-format')
    await expectRefused(Buffer.from('PGDMP and what follows'), 'not-an-archive')
    await expect(verifyArchive(join(trial.folder, 'nothing'))).rejects.toMatchObject({ problem: 'unreadable' })
    await expect(readManifest(trial.folder)).rejects.toMatchObject({ problem: 'unreadable' })
  })
})
