import { afterAll, beforeAll, expect, test } from 'vitest'
import { residents } from '#capabilities/residents/manifest.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { growWorld, populationOf } from '#kernel/city/settling.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { familyHouseholdId, familyPersonId } from '#kernel/world/families.ts'
import { householdsOn, stateOn } from '#kernel/world/on-a-day.ts'
import { surroundingsOf } from '#kernel/world/surroundings.ts'
import { CIRCLE_PEOPLE, makeWorld, type World } from '#kernel/world/world.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { residentRecords } from '../manifest.ts'
import { listHouseholds } from '../store/households.ts'
import { listPeople, listVersions } from '../store/people.ts'
import { readSearchQuery } from '../rules/search-query.ts'
import { searchRegister } from '../store/search.ts'

const parts = [residents, residentRecords]
let web: TestWeb
let world: World
beforeAll(async () => {
  web = await openTestWeb(parts)
  world = makeWorld({ seed: 1, people: CIRCLE_PEOPLE, until: Temporal.PlainDate.from('2026-11-22'), surroundings: surroundingsOf(web.open.city) })
}, 120_000)
afterAll(() => web.close())

const read = <Result>(work: (tx: Tx) => Promise<Result>) => web.open.database.read('resident-records', systemActor, work)

test('a demo city is laid out with the families of its folder in the register', async () => {
  const [household] = await read((tx) => listHouseholds(tx, { ids: [familyHouseholdId('H15')] }))
  const members = await read((tx) => listPeople(tx, { householdIds: [familyHouseholdId('H15')] }))
  expect(members[0]?.addresseeNumber).toMatch(/^9000000\d{3}$/)
  expect(household?.registration).toMatchObject({ headId: familyPersonId('H15P1'), town: '安坂山町', address: '三重県亀山市安坂山町9115番地', isDissolved: false })
  expect(members.map(({ registration }) => [registration.relationship, registration.relationshipCode, registration.name])).toEqual([
    ['世帯主', 'head', '伊能 茂'], ['妻', 'wife', '伊能 文江'], ['子', 'child', '伊能 大輔'], ['子の妻', 'composed', '伊能 沙織'], ['子の子', 'composed', '伊能 樹'],
  ])
})

test.each(['2016-04-01', '2019-05-01', '2023-12-31', '2026-11-22'])('on %s the register says of everybody what befell them', async (day) => {
  const on = Temporal.PlainDate.from(day)
  const said = await read((tx) => listPeople(tx, { on }))
  const told = world.people.filter((person) => stateOn(person, on) !== undefined)
  expect(new Set(said.map(({ id }) => id))).toEqual(new Set(told.map(({ id }) => id)))
  for (const { id, registration } of said) {
    const state = stateOn(world.people.find((person) => person.id === id)!, on)!
    expect(registration).toMatchObject({ name: state.name.registered, kana: state.name.kana, standing: state.standing, relationship: state.relationship, householdId: state.householdId })
    if (state.standing === 'resident') expect([registration.town, registration.addressNumber, registration.building]).toEqual([state.address.town, state.address.number, state.address.building])
  }
  const households = await read((tx) => listHouseholds(tx, { ids: [...householdsOn(world, on).keys()], on }))
  for (const { id, registration } of households) expect(registration.headId).toBe(stateOn(world.households.find((household) => household.id === id)!, on)!.headId)
})

test('each version stands in two times, and what was superseded says by which entry', async () => {
  const moves = new Set(world.events.filter(({ kind }) => kind === 'moved-in' || kind === 'moved-within' || kind === 'moved-out').map(({ id }) => id))
  const mover = world.people.find(({ states }) => states.length >= 3 && states.every(({ eventId }) => moves.has(eventId ?? '')))!
  const versions = await read((tx) => listVersions(tx, mover.id))
  expect(versions.filter(({ version }) => version.supersededAt === null)).toHaveLength(new Set(mover.states.map(({ from }) => from.toString())).size)
  for (const { version } of versions.filter(({ version }) => version.supersededAt !== null)) {
    expect(version.supersededBy).not.toBeNull()
    expect(Temporal.Instant.compare(version.recordedAt, version.supersededAt!)).toBe(-1)
  }
})

test('somebody with an older character is found, however it is typed', async () => {
  const found = await read((tx) => searchRegister(tx, readSearchQuery('高木修', tx.today), { limit: 10 }))
  expect(JSON.stringify(found)).toContain(familyPersonId('H04P1'))
})

test('facts of the last two fiscal years are told, with keys only', async () => {
  await web.workers.settle()
  const facts = await web.open.owner<{ name: string; count: number }[]>`select name, count(*)::int as count from kernel.fact where name like 'resident-records.%' group by name order by name`
  const told = world.events.filter(({ recordedOn }) => Temporal.PlainDate.compare(recordedOn, Temporal.PlainDate.from('2025-04-01')) >= 0)
  expect(facts.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(told.length)
  const bodies = await web.open.owner<{ body: Record<string, unknown> }[]>`select body from kernel.fact where name like 'resident-records.%'`
  const surnames = new Set(world.people.map(({ states }) => states[0]!.name.registered.split(' ')[0]!))
  for (const { body } of bodies) for (const value of Object.values(body)) expect(surnames).not.toContain(value)
})

test('the population grows once, and stays', async () => {
  const settlement = { city: web.open.city, database: web.open.database, parts, progress: () => {} }
  expect(await populationOf(web.open.database)).toEqual({ people: CIRCLE_PEOPLE, circles: 1 })
  expect(await growWorld(settlement, { people: CIRCLE_PEOPLE + 200, seed: 4 })).toBeGreaterThan(0)
  expect(await populationOf(web.open.database)).toEqual({ people: CIRCLE_PEOPLE + 200, circles: 2 })
  expect(await growWorld(settlement, { people: CIRCLE_PEOPLE + 200, seed: 4 })).toBe(0)
  const [registered] = await web.open.owner<{ count: number }[]>`
    select count(*)::int as count from resident_records.person_version
     where superseded_at is null and valid_from <= '2026-11-22' and (valid_to is null or valid_to > '2026-11-22') and standing = 'resident'`
  expect(registered?.count).toBe(CIRCLE_PEOPLE + 200)
})
