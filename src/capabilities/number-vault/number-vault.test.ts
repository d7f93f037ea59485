import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { residents } from '#capabilities/residents/manifest.ts'
import { personOf, type RegisteredPerson } from '#capabilities/residents/residents.ts'
import { staffActor, systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { TEST_SECRET } from '#kernel/testing/test-city.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { completeNumber } from './check-digits.ts'
import { rotateKey } from './jobs.ts'
import { numberVault } from './manifest.ts'
import { openKey, sealedNewKey } from './rules/vault-key.ts'
import { findByNumber, forgetNumbers, hasNumber, keepNumber, keepNumbers, revealNumber } from './number-vault.ts'

const words = { ja: '台帳', 'ja-x-yasashii': 'だいちょう', en: 'Register', pt: 'Registro' }
/** A register that knows one person, and hides all others. */
const [anna, hidden] = [randomUUID(), randomUUID()]
const knownPerson = { name: { registered: '試験 アンナ' } } as RegisteredPerson
const register: Manifest = {
  name: 'resident-records', kind: 'service', title: words, summary: words, folder: join(import.meta.dirname, 'text'), routes: [],
  answers: [{ question: personOf, answer: async (_: Tx, { key }: { key: string }) => (key === anna ? knownPerson : null) }],
}
const NUMBER = completeNumber('individual-number', '12345678901')
const OTHER = completeNumber('individual-number', '55544433322')
const CODE = completeNumber('resident-code', '9876501234')
let city: TestWeb

beforeAll(async () => {
  city = await openTestWeb([residents, numberVault, register], { isDemo: false })
})
afterAll(() => city.close())

const act = <Result>(work: (tx: Tx) => Promise<Result>) => city.open.database.act('number-vault', systemActor, work)
const clerk = (...duties: string[]) => staffActor({ id: randomUUID(), login: 'clerk', name: '係', unitCode: null, duties })
const auditOf = (subject: string) => city.open.owner<{ act: string; basis: string }[]>`select act, basis from kernel.audit where subject = ${subject}`

describe('the front door', () => {
  test('keeps, finds, reveals and ends numbers', async () => {
    expect(await act((tx) => keepNumber(tx, { personId: anna, kind: 'individual-number', number: NUMBER }, 'resident-record'))).toEqual({ ok: true })
    expect(await act((tx) => keepNumber(tx, { personId: anna, kind: 'resident-code', number: CODE }, 'resident-record'))).toEqual({ ok: true })
    expect(await act((tx) => keepNumber(tx, { personId: anna, kind: 'individual-number', number: NUMBER }, 'resident-record'))).toEqual({ ok: true })
    await act(async (tx) => {
      expect([await hasNumber(tx, anna), await hasNumber(tx, hidden)]).toEqual([true, false])
      expect(await revealNumber(tx, anna, 'local-tax')).toBe(NUMBER)
      expect(await revealNumber(tx, anna, 'resident-record', 'resident-code')).toBe(CODE)
      expect(await revealNumber(tx, hidden, 'local-tax')).toBeUndefined()
      expect(await findByNumber(tx, NUMBER, 'identity-check')).toBe(anna)
      expect(await findByNumber(tx, OTHER, 'identity-check')).toBeUndefined()
      expect(await findByNumber(tx, '123', 'identity-check')).toBeUndefined()
    })
  })

  test.each([
    [{ personId: anna, kind: 'individual-number', number: '123456789019' } as const, 'wrong-check-digit'],
    [{ personId: hidden, kind: 'individual-number', number: NUMBER } as const, 'belongs-to-another'],
  ])('refuses %#: %s', async (given, reason) => {
    expect(await act((tx) => keepNumber(tx, given, 'resident-record'))).toEqual({ ok: false, reason })
  })

  test('a changed number: the new one holds, the old one finds nobody and is never given again', async () => {
    const person = randomUUID()
    const [first, second] = ['11122233344', '22233344455'].map((base) => completeNumber('individual-number', base)) as [string, string]
    await act((tx) => keepNumber(tx, { personId: person, kind: 'individual-number', number: first }, 'resident-record'))
    await act((tx) => keepNumber(tx, { personId: person, kind: 'individual-number', number: second }, 'number-change'))
    await act(async (tx) => {
      expect(await revealNumber(tx, person, 'local-tax')).toBe(second)
      expect(await findByNumber(tx, first, 'identity-check')).toBeUndefined()
    })
    expect(await act((tx) => keepNumber(tx, { personId: anna, kind: 'individual-number', number: first }, 'resident-record'))).toEqual({ ok: false, reason: 'belongs-to-another' })
    expect(await act((tx) => forgetNumbers(tx, person))).toBe(2)
    expect(await act((tx) => hasNumber(tx, person))).toBe(false)
  })

  test('of two who keep one number at once, one is refused', async () => {
    const number = completeNumber('individual-number', '77788899900')
    const both = [randomUUID(), randomUUID()].map((personId) => act((tx) => keepNumber(tx, { personId, kind: 'individual-number', number }, 'resident-record')))
    expect((await Promise.all(both)).map(({ ok }) => ok).toSorted()).toEqual([false, true])
  })

  test('whoever reads without the duty is refused, and so is what is no purpose', async () => {
    const reading = (duties: string[], purpose: string) => city.open.database.act('number-vault', clerk(...duties), (tx) => revealNumber(tx, anna, purpose as never))
    await expect(reading([], 'local-tax')).rejects.toThrow('number-reader')
    await expect(reading(['number-reader'], 'curiosity')).rejects.toThrow('no purpose')
    await expect(city.open.database.act('number-vault', systemActor, (tx) => revealNumber(tx, anna, 'local-tax', 'resident-code'))).rejects.toThrow('no purpose')
    await expect(reading(['number-reader'], 'local-tax')).resolves.toBe(NUMBER)
  })

  test('another part cannot reach the vault’s keys', async () => {
    await expect(city.open.database.act('resident-records', systemActor, async (tx) => tx.sealOf('number-vault'))).rejects.toThrow('under another role')
    await expect(city.open.database.act('resident-records', systemActor, (tx) => tx.list({ compile: () => ({ sql: 'select * from number_vault.kept_number', parameters: [] }) as never }))).rejects.toThrow('permission denied')
    expect(await city.open.database.act('resident-records', systemActor, (tx) => findByNumber(tx, NUMBER, 'identity-check'))).toBe(anna)
  })

  test('every reading stands in the audit with its purpose and law', async () => {
    const acts = await auditOf(`resident:${anna}`)
    expect(acts).toContainEqual({ act: 'reveal individual-number (local-tax)', basis: '番号法第9条第1項・別表(地方税の賦課徴収)' })
    expect(acts).toContainEqual({ act: 'find by individual-number (identity-check)', basis: '番号法第16条' })
    expect(acts).toContainEqual({ act: 'keep resident-code (resident-record)', basis: '住民基本台帳法第7条第8号の2・第13号' })
  })
})

describe('the page', () => {
  const path = `/staff/numbers/people/${anna}`
  test('asks for the purpose and shows the number once', async () => {
    const cookie = await city.signInWith('number-reader')
    const shown = await city.send({ page: path, action: path, cookie, values: { kind: 'individual-number', purpose: 'childcare' } })
    expect(shown.statusCode).toBe(200)
    expect(shown.body).toContain(NUMBER.replace(/(\d{4})(?=\d)/g, '$1 '))
    expect(shown.headers['cache-control']).toContain('no-store')
    expect(shown.body).toContain('http-equiv="refresh"')
    expect(shown.body).toContain('data-leave-after="60"')
    const script = await city.web.inject({ url: '/staff/numbers/vault.js', headers: { cookie } })
    expect([script.statusCode, script.body.includes('data-leave-after')]).toEqual([200, true])
    const after = await city.web.inject({ url: path, headers: { cookie } })
    expect(after.body).not.toContain(NUMBER.slice(0, 4) + ' ')
  })

  test.each([
    ['without a purpose', { kind: 'individual-number' }], ['for a purpose that this number does not serve', { kind: 'resident-code', purpose: 'local-tax' }],
    ['for one that is made up', { kind: 'individual-number', purpose: 'curiosity' }],
  ])('%s nothing is shown', async (_, values) => {
    const cookie = await city.signInWith('number-reader')
    const refused = await city.send({ page: path, action: path, cookie, values })
    expect(refused.statusCode).toBe(422)
    expect(refused.body.replace(/\D/g, '')).not.toContain(NUMBER)
  })

  test('whom the register hides is not found, as who does not exist', async () => {
    await act((tx) => keepNumber(tx, { personId: hidden, kind: 'individual-number', number: OTHER }, 'resident-record'))
    const cookie = await city.signInWith('number-reader')
    const [one, none] = await Promise.all([hidden, randomUUID()].map((id) => city.web.inject({ url: `/staff/numbers/people/${id}`, headers: { cookie } })))
    expect([one?.statusCode, none?.statusCode]).toEqual([404, 404])
  })

  test.each([['security-officer'], ['plan-editor']])('%s may not read', async (duty) => {
    const cookie = await city.signInWith(duty)
    expect((await city.web.inject({ url: path, headers: { cookie } })).statusCode).toBe(403)
  })
})

describe('a change of keys', () => {
  const many = Array.from({ length: 4_500 }, (_, index) => ({ personId: randomUUID(), kind: 'individual-number' as const, number: completeNumber('individual-number', String(30_000_000_000 + index)) }))

  test('moves everything in batches while the vault is in use, then destroys the old key', async () => {
    await act((tx) => keepNumbers(tx, many))
    const cookie = await city.signInWith('security-officer')
    const sent = await city.send({ page: '/staff/numbers/rotate', action: '/staff/numbers/rotate', cookie, values: { seen: '1' } })
    expect(sent.statusCode).toBe(303)
    const [first] = many as [(typeof many)[number]]
    // Old and new keys side by side: read, find and keep go on.
    await act(async (tx) => {
      expect(await revealNumber(tx, first.personId, 'local-tax')).toBe(first.number)
      expect(await findByNumber(tx, first.number, 'identity-check')).toBe(first.personId)
      expect(await keepNumber(tx, { ...first, personId: randomUUID() }, 'resident-record')).toEqual({ ok: false, reason: 'belongs-to-another' })
    })
    const page = await city.web.inject({ url: '/staff/numbers', headers: { cookie } })
    expect(page.body).toContain('<progress')
    await city.workers.settle()
    const keys = await city.open.owner<{ id: number; isEmptied: boolean; isSealed: boolean }[]>`select id, emptied_at is not null as "isEmptied", sealed <> '' as "isSealed" from number_vault.vault_key order by id`
    expect(keys).toEqual([{ id: 1, isEmptied: true, isSealed: false }, { id: 2, isEmptied: false, isSealed: true }])
    const left = await city.open.owner`select 1 from number_vault.kept_number where key_id = 1`
    expect(left).toHaveLength(0)
    await act(async (tx) => {
      for (const { personId, number } of [first, many.at(-1) as typeof first]) {
        expect(await revealNumber(tx, personId, 'local-tax')).toBe(number)
        expect(await findByNumber(tx, number, 'identity-check')).toBe(personId)
      }
    })
    expect((await city.web.inject({ url: '/staff/numbers', headers: { cookie } })).body).not.toContain('<progress')
  })

  test('pressed twice makes one key', async () => {
    const cookie = await city.signInWith('security-officer')
    await city.send({ page: '/staff/numbers/rotate', action: '/staff/numbers/rotate', cookie, values: { seen: '1' } })
    expect(await city.open.owner`select 1 from number_vault.vault_key`).toHaveLength(2)
  })

  test('a list with a number that is none keeps nothing and names the place', async () => {
    const bad = [{ personId: randomUUID(), kind: 'individual-number' as const, number: '123456789019' }]
    await expect(act((tx) => keepNumbers(tx, bad))).rejects.toThrow(/number 0 of the list is no individual-number: wrong-check-digit$/)
  })

  test('a ciphertext that was moved to another person opens nothing', async () => {
    const [one, other] = many as [(typeof many)[number], (typeof many)[number]]
    await city.open.owner`update number_vault.kept_number set ciphertext = (select ciphertext from number_vault.kept_number where person_id = ${one.personId}) where person_id = ${other.personId}`
    await expect(act((tx) => revealNumber(tx, other.personId, 'local-tax'))).rejects.toThrow('does not open')
  })
})

test('with another installation’s secret the vault stays shut, and says so', () => {
  const sealed = sealedNewKey(new Seal(TEST_SECRET, 'kameyama', 'number-vault'), 1)
  expect(openKey(new Seal(TEST_SECRET, 'kameyama', 'number-vault'), { id: 1, sealed }).id).toBe(1)
  for (const other of [new Seal(Buffer.alloc(32, 9), 'kameyama', 'number-vault'), new Seal(TEST_SECRET, 'asahi', 'number-vault'), new Seal(TEST_SECRET, 'kameyama', 'mail')]) {
    expect(() => openKey(other, { id: 1, sealed })).toThrow('another installation')
  }
})

test('no table, fact, job or note of the city holds a number in clear, however it is written', async () => {
  await city.open.database.act('number-vault', systemActor, rotateKey)
  await city.workers.settle()
  const numbers = [NUMBER, OTHER, CODE]
  const written = numbers.flatMap((number) => [number, number.replace(/(\d{4})(?=\d)/g, '$1 '), number.replace(/(\d{4})(?=\d)/g, '$1-'), Buffer.from(number).toString('base64url'), Buffer.from(number).toString('hex')])
  const tables = await city.open.owner<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  expect(tables.length).toBeGreaterThan(10)
  for (const { name } of tables) {
    for (const row of await city.open.owner.unsafe<{ text: string }[]>(`select t::text as text from ${name} t`)) {
      for (const form of written) expect(row.text.includes(form), name).toBe(false)
    }
  }
})
