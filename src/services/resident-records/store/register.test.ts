import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { residents } from '#capabilities/residents/manifest.ts'
import { staffActor, systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { residentRecords } from '../manifest.ts'
import type { Change, Registration } from '../model.ts'
import { changedFields } from '../rules/fold.ts'
import { day, idOf, inventedArrival } from '../testing/invented.ts'
import { applyToRegister, type Applied } from './applying.ts'
import { approveEntry, findEntry, insertEntry, submitEntry } from './entries.ts'
import { findHousehold } from './households.ts'
import { findPerson, listPeople, listVersions } from './people.ts'
import { findRecordCopy } from './record-copies.ts'
import { settleProtections } from './protection.ts'
import { RELEASE_DUTY } from './protection-filter.ts'
import { PERSON_FIELDS, register } from './rows.ts'
import { settleRegister } from './settlement.ts'

let web: TestWeb
beforeAll(async () => { web = await openTestWeb([residents, residentRecords]) }, 120_000)
afterAll(() => web.close())

const clerk = { ...systemActor, id: 'clerk' }
const asClerk = <Result>(work: (tx: Tx) => Promise<Result>) => web.open.database.act('resident-records', systemActor, work)

/** Enters changes on the editions that are there now, or on those given. */
async function enter(changes: readonly Change[], terms: { editions?: Record<string, number>; refersTo?: string } = {}): Promise<Applied & { id: string }> {
  const id = randomUUID()
  const applied = await web.open.database.act('resident-records', clerk, async (tx) => {
    const ids = [...new Set(changes.map(({ subjectId }) => subjectId))]
    const plan = { changes, editions: terms.editions ?? await editionsOf(tx, ids) }
    const given = { id, kind: 'official', source: 'settlement', refersTo: terms.refersTo ?? null, occurredOn: day('2026-01-01'), notifiedOn: day('2026-01-01'), title: '試験', typed: {}, plan, applyOn: null } as const
    await insertEntry(tx, given)
    return applyToRegister(tx, given)
  })
  return { ...applied, id }
}

async function editionsOf(tx: Tx, ids: readonly string[]): Promise<Record<string, number>> {
  const people = await tx.list(register.selectFrom('resident_records.person').select(['id', 'edition']).where('id', 'in', [...ids]))
  const households = await tx.list(register.selectFrom('resident_records.household').select(['id', 'edition']).where('id', 'in', [...ids]))
  return Object.fromEntries([...people, ...households].map(({ id, edition }) => [id, edition]))
}

const change = (name: string, on: string, patch: Partial<Registration>): Change => ({ subjectKind: 'person', subjectId: idOf(name), validFrom: day(on), patch })

describe('a register of two times', () => {
  test('an entry of today that reaches back leaves alone what a later day has said about the same field', async () => {
    await enter(inventedArrival('h1', '2020-01-01', { a: {} }))
    await enter([change('a', '2022-01-01', { address: '後の住所' })])
    await enter([change('a', '2021-01-01', { address: '間の住所', kana: 'ヤマタ タロウ' })])
    const [before, between, after] = await asClerk((tx) => Promise.all(['2020-06-01', '2021-06-01', '2022-06-01'].map((on) => findPerson(tx, idOf('a'), { on: day(on) }))))
    expect([before, between, after].map((person) => person?.registration.address)).toEqual(['三重県亀山市本町一丁目9201番地', '間の住所', '後の住所'])
    expect([before, between, after].map((person) => person?.registration.kana)).toEqual(['ヤマダ タロウ', 'ヤマタ タロウ', 'ヤマタ タロウ'])
  })

  test('two corrections of one day keep their order, and what the first said is still there to be read', async () => {
    await enter(inventedArrival('h2', '2020-01-01', { b: {} }))
    const first = await enter([change('b', '2020-01-01', { kana: 'イチ' })])
    await enter([change('b', '2020-01-01', { kana: 'ニ' })])
    if (first.kind !== 'applied') throw new Error('the first correction was refused')
    const { now, earlier, versions } = await asClerk(async (tx) => ({
      now: await findPerson(tx, idOf('b')), earlier: await findPerson(tx, idOf('b'), { knownAt: first.recordedAt }), versions: await listVersions(tx, idOf('b')),
    }))
    expect([now?.registration.kana, earlier?.registration.kana]).toEqual(['ニ', 'イチ'])
    expect(versions.map(({ registration }) => registration.kana)).toEqual(['ニ', 'イチ', 'ヤマダ タロウ'])
  })

  test('of two entries drawn up on one state the second is refused and changes nothing', async () => {
    await enter(inventedArrival('h3', '2020-01-01', { c: {} }))
    const editions = { [idOf('c')]: 1 }
    const both = await Promise.all([enter([change('c', '2024-01-01', { address: '甲' })], { editions }), enter([change('c', '2024-01-01', { address: '乙' })], { editions })])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['applied', 'conflict'])
    expect(both.find(({ kind }) => kind === 'conflict')).toMatchObject({ subjects: [{ subjectId: idOf('c'), seenEdition: 1, edition: 2 }] })
  })

  test('a version cannot be altered, by whomever', async () => {
    await enter(inventedArrival('h4', '2020-01-01', { d: {} }))
    const alter = asClerk((tx) => tx.run(register.updateTable('resident_records.person_version').set({ name: '別人' }).where('person_id', '=', idOf('d'))))
    await expect(alter).rejects.toThrow(/cannot be altered/)
  })

  test('the database itself refuses an approval by the drafter', async () => {
    const id = randomUUID()
    await asClerk((tx) => insertEntry(tx, { id, kind: 'official', source: 'office', refersTo: null, occurredOn: day('2026-01-01'), notifiedOn: day('2026-01-01'), title: '職権', typed: {}, plan: { changes: [], editions: {} }, applyOn: null }))
    await asClerk(async (tx) => submitEntry(tx, (await findEntry(tx, id))!))
    await expect(asClerk(async (tx) => approveEntry(tx, (await findEntry(tx, id))!))).rejects.toThrow(/check constraint/)
  })
})

test('an entry that touches somebody hidden is hidden with them, and so is a household of the hidden alone', async () => {
  const { id } = await enter(inventedArrival('hidden home', '2020-01-01', { hidden: {} }))
  await enter(inventedArrival('shared home', '2020-01-01', { seen: {}, unseen: {} }))
  await asClerk((tx) => settleProtections(tx, [{ personIds: [idOf('hidden'), idOf('unseen')], category: 'dv', beginsOn: tx.today, endsOn: tx.today.add({ days: 300 }) }]))
  const seenWith = (...duties: string[]) => web.open.database.act('resident-records', staffActor({ id: randomUUID(), login: 'somebody', name: '係', unitCode: null, duties }), async (tx) => ({
    entry: (await findEntry(tx, id))?.id, isWhole: (await findRecordCopy(tx, idOf('seen'), tx.today))?.isWhole, household: (await findHousehold(tx, idOf('hidden home')))?.id, versions: (await listVersions(tx, idOf('hidden'))).length,
  }))
  expect(await seenWith('residents-clerk', 'residents-approver')).toEqual({ entry: undefined, isWhole: false, household: undefined, versions: 0 })
  expect(await seenWith(RELEASE_DUTY)).toEqual({ entry: id, isWhole: true, household: idOf('hidden home'), versions: 1 })
})

/** One act on a register of two people: a patch from a day on, or the taking back of an act that went before. */
type Act = { readonly who: 0 | 1; readonly month: number; readonly field: 'kana' | 'address' | 'building'; readonly value: string } | { readonly takeBack: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ who: fc.constantFrom(0, 1), month: fc.integer({ min: 1, max: 12 }), field: fc.constantFrom('kana', 'address', 'building'), value: fc.constantFrom('ア', 'イ', 'ウ') }) },
  { weight: 1, arbitrary: fc.record({ takeBack: fc.nat({ max: 6 }) }) },
)

test('whatever is entered and taken back, the state of any day as known at any time is the fold of what stood then', async () => {
  let round = 0
  await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 7 }), async (acts) => {
    round++
    const names = [`p${round}`, `q${round}`]
    await enter(inventedArrival(`hh${round}`, '2020-01-01', { [names[0] as string]: {}, [names[1] as string]: {} }))
    const told: { act: Act; id: string; at: Temporal.Instant; takenBackAt?: Temporal.Instant }[] = []
    for (const each of acts) {
      if ('takeBack' in each) {
        const target = told[each.takeBack]
        if (target === undefined || 'takeBack' in target.act || target.takenBackAt !== undefined) continue
        const taken = await enter([change(names[target.act.who] as string, '2021-01-01', {})], { refersTo: target.id })
        if (taken.kind === 'applied') target.takenBackAt = taken.recordedAt
      } else {
        const entered = await enter([change(names[each.who] as string, `2021-${String(each.month).padStart(2, '0')}-01`, { [each.field]: each.value })])
        if (entered.kind === 'applied') told.push({ act: each, id: entered.id, at: entered.recordedAt })
      }
    }
    const times = [...told.flatMap(({ at, takenBackAt }) => [at, ...(takenBackAt === undefined ? [] : [takenBackAt])]), Temporal.Now.instant().add({ hours: 1 })]
    for (const knownAt of times) {
      for (const month of [1, 6, 12]) {
        const on = day(`2021-${String(month).padStart(2, '0')}-15`)
        for (const [who, name] of names.entries()) expect(await valuesAt(name, on, knownAt)).toEqual(expected(told, who, on, knownAt))
      }
    }
  }), { numRuns: 12 })
}, 60_000)

async function valuesAt(name: string, on: Temporal.PlainDate, knownAt: Temporal.Instant): Promise<Record<string, string>> {
  const person = await asClerk((tx) => findPerson(tx, idOf(name), { on, knownAt }))
  const { kana, address, building } = person!.registration
  return { kana, address, building }
}

/** The same said in the plainest way: go through the acts in the order of their days, and write each over the others. */
function expected(told: readonly { act: Act; at: Temporal.Instant; takenBackAt?: Temporal.Instant }[], who: number, on: Temporal.PlainDate, knownAt: Temporal.Instant): Record<string, string> {
  const state: Record<string, string> = { kana: 'ヤマダ タロウ', address: '三重県亀山市本町一丁目9201番地', building: '' }
  for (let month = 1; month <= on.month; month++) {
    for (const { act: each, at, takenBackAt } of told) {
      if ('takeBack' in each || each.who !== who || each.month !== month) continue
      const isKnown = Temporal.Instant.compare(at, knownAt) <= 0 && !(takenBackAt !== undefined && Temporal.Instant.compare(takenBackAt, knownAt) <= 0)
      if (isKnown) state[each.field] = each.value
    }
  }
  return state
}

test('a settled register says of every version what entries one by one would have said', async () => {
  const arrival = inventedArrival('h5', '2020-01-01', { e: {} })
  const rename = (name: string) => [arrival.map((each) => ({ ...each, subjectId: each.subjectId === idOf('e') ? idOf(name) : idOf(`house of ${name}`), patch: 'householdId' in each.patch ? { ...each.patch, householdId: idOf(`house of ${name}`) } : { ...each.patch, headId: idOf(name) } }) as Change), [change(name, '2022-01-01', { address: '後' })], [change(name, '2021-01-01', { address: '間', kana: 'カ' })]]
  for (const changes of rename('one by one')) await enter(changes)
  const at = Temporal.Instant.from('2022-01-05T00:00:00Z')
  await asClerk((tx) => settleRegister(tx, rename('settled').map((changes, index) => ({
    id: randomUUID(), kind: 'official', occurredOn: day('2022-01-01'), notifiedOn: day('2022-01-01'), appliedAt: at.add({ hours: index }), title: '試験', changes,
  }))))
  const [slow, fast] = await asClerk((tx) => Promise.all(['one by one', 'settled'].map((name) => listVersions(tx, idOf(name)))))
  expect(fast?.map(({ version }) => [version.validFrom, version.validTo, version.supersededAt === null].map(String))).toEqual(slow?.map(({ version }) => [version.validFrom, version.validTo, version.supersededAt === null].map(String)))
  for (const [index, { registration }] of (fast ?? []).entries()) {
    expect(changedFields(registration, slow?.[index]?.registration as Registration, PERSON_FIELDS)).toEqual(['householdId'])
  }
  expect((await asClerk((tx) => listPeople(tx, { ids: [idOf('settled')] })))[0]?.edition).toBe(3)
})
