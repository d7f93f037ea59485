import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { residents } from '#capabilities/residents/manifest.ts'
import { staffActor, systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { exportStandardSet, importStandardSet } from './jobs/standard-set.ts'
import { residentRecords } from './manifest.ts'
import type { Change, Registration } from './model.ts'
import { cellOf, readCell } from './rules/standard-cells.ts'
import { SET_FILE, STANDARD_FILES } from './rules/standard-layout.ts'
import { readSearchQuery } from './rules/search-query.ts'
import { TRANSFER_DUTY } from './routes/standard-set-routes.ts'
import { draftProtection } from './store/protection.ts'
import { searchRegister } from './store/search.ts'
import { settleRegister } from './store/settlement.ts'
import { askTransfer, keepPieces, listRefusals, listTransfers, readPieces } from './store/standard-set.ts'
import { day, idOf, inventedArrival } from './testing/invented.ts'

let [from, to, other] = [] as unknown as [TestWeb, TestWeb, TestWeb]
const parts = [residents, residentRecords]
const clerk = staffActor({ id: randomUUID(), login: 'carrier', name: '移行 係', unitCode: null, duties: [TRANSFER_DUTY] })
const as = <Result>(city: TestWeb, work: (tx: Tx) => Promise<Result>) => city.open.database.act('resident-records', clerk, work)

beforeAll(async () => {
  ;[from, to, other] = await Promise.all([openTestWeb(parts, { isDemo: false }), openTestWeb(parts, { isDemo: false }), openTestWeb(parts, { isDemo: false })])
  await from.open.database.act('resident-records', systemActor, fill)
}, 120_000)
afterAll(() => Promise.all([from, to, other].map((city) => city.close())))

const NAMES = fc.sample(fc.string({ unit: fc.constantFrom('辻\u{E0100}', '𠮷', '髙', '"', ',', '\n', '\r\n', ' ', "'", '=', ';', '\u3000', 'é', '-'), minLength: 1, maxLength: 12 }), { numRuns: 40, seed: 7 })

/** People whose names hold whatever a file may stumble over, each renamed once. */
async function fill(tx: Tx): Promise<void> {
  const entries = NAMES.flatMap((name, index) => [
    inventedArrival(`h${index}`, '2020-01-01', { [`p${index}`]: { name, kana: name, building: NAMES[(index + 1) % NAMES.length] as string, sex: index % 2 === 0 ? 'female' : 'unstated' } }),
    [renamed(`p${index}`, { name: `${name}2`, residenceUntil: index % 3 === 0 ? day('2027-03-31') : null })],
  ])
  await settleRegister(tx, entries.map((changes, index) => ({
    id: randomUUID(), kind: 'in', occurredOn: day('2020-01-01'), notifiedOn: day('2020-01-01'), title: 'と"り,', changes, appliedAt: Temporal.Instant.from('2020-01-01T00:00:00.123456Z').add({ minutes: index }),
  })))
  await draftProtection(tx, { personId: idOf('p0'), category: 'stalking', scope: 'household', requester: 'self', requesterName: '', requesterProof: '', against: '', opinionFrom: '', opinionOn: null, note: '\n', extendsId: null })
}

const renamed = (name: string, patch: Partial<Registration>): Change => ({ subjectKind: 'person', subjectId: idOf(name), validFrom: day('2021-06-01'), patch })

async function exported(city: TestWeb): Promise<Record<string, string>> {
  const id = (await as(city, (tx) => askTransfer(tx, { direction: 'export', reason: '移行', pieces: 1 }))) as string
  await city.open.database.act('resident-records', systemActor, async (tx) => tx.enqueue(exportStandardSet, { id }))
  await city.workers.settle()
  const bytes = await as(city, (tx) => readPieces(tx, id))
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

async function imported(city: TestWeb, files: Readonly<Record<string, string>> | Buffer): Promise<{ state: string | undefined; refusals: Awaited<ReturnType<typeof listRefusals>> }> {
  const archive = Buffer.isBuffer(files) ? files : Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))
  const id = (await as(city, async (tx) => {
    const asked = (await askTransfer(tx, { direction: 'import', reason: '移行', pieces: 1 })) as string
    await keepPieces(tx, asked, archive, 0)
    tx.enqueue(importStandardSet, { id: asked })
    return asked
  }))
  await city.workers.settle()
  return as(city, async (tx) => ({ state: (await listTransfers(tx, [id]))[0]?.state, refusals: await listRefusals(tx, id) }))
}

test('a cell comes back as it was, whatever stands in it', () => {
  const [item] = STANDARD_FILES.flatMap(({ items }) => items.filter(({ column }) => column === 'name'))
  if (item === undefined) throw new Error('the layout has no name')
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\0')), (text) => {
    expect(readCell(item, cellOf(item, text).replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"'))).toEqual({ ok: true, value: text })
  }))
})

describe('the register leaves and comes back without loss', () => {
  let set: Record<string, string>
  beforeAll(async () => {
    set = await exported(from)
  }, 60_000)

  test('as files of the layout, which says what it is and what it is not', () => {
    expect(Object.keys(set).toSorted()).toEqual([SET_FILE, ...STANDARD_FILES.map(({ number }) => `${number}.csv`)].toSorted())
    expect(set[SET_FILE]).toContain('no conformance is claimed')
    for (const { number, items } of STANDARD_FILES) expect(set[`${number}.csv`]?.split('\r\n')[0]).toBe(items.map(({ id }) => id).join(','))
    expect(set['030.csv']?.includes('\u{E0100}')).toBe(true)
  })

  test('with every column of every table that makes the register: a new one has to be added to the layout', async () => {
    const columns = await from.open.owner<{ table: string; column: string }[]>`
      select table_name as table, column_name as column from information_schema.columns where table_schema = 'resident_records'`
    const laidOut = STANDARD_FILES.flatMap(({ table, items }) => items.map(({ column }) => `${table}.${column}`))
    const derived = new Set(['search_key', 'pre_notification', 'standard_transfer', 'standard_piece', 'standard_refusal'])
    expect(columns.filter(({ table }) => !derived.has(table)).map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(laidOut.toSorted())
  })

  test('what is wrong is refused by file, line and item, and nothing is taken in', async () => {
    const lines = (set['010.csv'] ?? '').split('\r\n')
    const broken = {
      ...set,
      '010.csv': [lines[0], 'no-key,1000000014,1', lines[2]?.replace(/,\d{10},/, ',12345678901,'), ...lines.slice(3)].join('\r\n'),
      '030.csv': (set['030.csv'] ?? '').replace(/,1980-04-01,/, ',1980-02-30,'),
    }
    const { state, refusals } = await imported(to, broken)
    expect(state).toBe('refused')
    expect(refusals).toContainEqual({ file: '010.csv', line: 0, item: '', reason: 'wrong-fingerprint' })
    expect(refusals).toContainEqual({ file: '010.csv', line: 2, item: '0100001', reason: 'not-a-key' })
    expect(refusals).toContainEqual({ file: '010.csv', line: 3, item: '0100002', reason: 'too-long' })
    expect(refusals.some(({ file, reason }) => file === '030.csv' && reason === 'not-a-day')).toBe(true)
    expect(refusals.some(({ file, reason }) => file === '030.csv' && reason === 'refers-to-nothing')).toBe(true)
    expect(await to.open.owner`select 1 from resident_records.person`).toHaveLength(0)
  })

  test.each([
    ['what is no archive', Buffer.from('PK no'), 'not-an-archive'],
    ['a set without its description', { '010.csv': '' }, 'missing-file'],
    ['another layout', { [SET_FILE]: 'what,value\r\nlayout,1999-01\r\n' }, 'wrong-layout'],
  ])('%s', async (_, files, reason) => {
    expect((await imported(to, files as Record<string, string>)).refusals).toMatchObject([{ reason }])
  })

  test('into an empty city, from which the same set comes out', async () => {
    expect(await imported(to, set)).toEqual({ state: 'done', refusals: [] })
    const again = await exported(to)
    for (const { number } of STANDARD_FILES) expect(again[`${number}.csv`], number).toBe(set[`${number}.csv`])
  })

  test('there people are found, protected ones are hidden, and numbers go on', async () => {
    await to.open.database.act('resident-records', systemActor, async (tx) => {
      expect((await searchRegister(tx, readSearchQuery('辻', tx.today), { limit: 50 })).count).toBeGreaterThan(0)
    })
    const hidden = await to.open.owner`select 1 from resident_records.protected_person where person_id = ${idOf('p0')}`
    expect(hidden).toHaveLength(1)
    const [last, next] = [await to.open.owner<{ last: string }[]>`select max(addressee_number) as last from resident_records.person`, await to.open.owner<{ next: string }[]>`select nextval('resident_records.addressee_serial')::text as next`]
    expect(Number(next[0]?.next)).toBeGreaterThan(Number(last[0]?.last.slice(0, 9)))
  })

  test('not into a register that is not empty', async () => {
    expect((await imported(to, set)).refusals).toEqual([{ file: '', line: 0, item: '', reason: 'register-not-empty' }])
  })

  test('who asked for it stands with everybody in it', async () => {
    const noted = await from.open.owner<{ actor: string }[]>`select actor from kernel.audit where act = 'export the register' and subject = ${`resident:${idOf('p3')}`}`
    expect(noted).toEqual([{ actor: clerk.id }])
  })
})

test('the pages: ask, see it done, take the file; one at a time; nobody else', async () => {
  const cookie = await other.signInWith(TRANSFER_DUTY)
  const path = '/staff/residents/standard-data'
  const asked = await other.send({ page: path, action: `${path}/export`, cookie, values: { reason: '試験' } })
  const own = String(asked.headers.location).split('?')[0] as string
  expect((await other.web.inject({ url: own, headers: { cookie } })).body).toContain('<progress')
  const busy = await other.send({ page: path, action: `${path}/export`, cookie, values: { reason: '試験 2' } })
  expect(String(busy.headers.location).startsWith(path)).toBe(true)
  await other.workers.settle()
  expect((await other.web.inject({ url: own, headers: { cookie } })).body).toContain('register.zip')
  const file = await other.web.inject({ url: `${own}/register.zip`, headers: { cookie } })
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/zip'])
  expect(Object.keys(unzipSync(file.rawPayload))).toHaveLength(STANDARD_FILES.length + 1)
  const clerks = await other.signInWith('residents-clerk', 'residents-approver', 'protection-release')
  for (const url of [path, own, `${own}/register.zip`]) expect((await other.web.inject({ url, headers: { cookie: clerks } })).statusCode).toBe(403)
})
