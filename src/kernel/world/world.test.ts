import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cityIn } from '#kernel/city/city.ts'
import { familyHouseholdId, familyPersonId } from './families.ts'
import { householdsOn, stateOn } from './on-a-day.ts'
import { surroundingsOf } from './surroundings.ts'
import { CIRCLE_PEOPLE, makeWorld, worldInParts, type World, type WorldDog, type WorldEvent, type WorldPerson } from './world.ts'

const surroundings = surroundingsOf(cityIn(new URL('../../../cities/kameyama', import.meta.url).pathname))
const until = Temporal.PlainDate.from('2026-11-22')
const worldOf = (seed: number, people = CIRCLE_PEOPLE, afterCircles = 0) => makeWorld({ seed, people, until, afterCircles, surroundings })
/** A small town, made once, for what only many people show. */
const town = worldOf(1, 7_000)
/** Any circle of any seed: property tests draw a few dozen of them. */
const anyCircle = fc.tuple(fc.nat(9_999), fc.nat(160)).map(([seed, circle]) => worldOf(seed, CIRCLE_PEOPLE, circle))
const RUNS = { numRuns: 12 }
const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0
const isResident = ({ states }: WorldPerson) => states.at(-1)?.standing === 'resident'
const yearsBetween = (a: WorldPerson, b: WorldPerson) => a.birthDate.until(b.birthDate, { largestUnit: 'years' }).years

test('the same seed gives the same world, another seed another one', () => {
  expect(worldOf(1)).toEqual(worldOf(1))
  expect(worldOf(2).people.map(({ id }) => id)).not.toEqual(worldOf(1).people.map(({ id }) => id))
})

test('a city that grows keeps everybody it had, and parts are the whole', () => {
  const large = worldOf(1, 3 * CIRCLE_PEOPLE + 40)
  expect(large.people.slice(0, worldOf(1).people.length)).toEqual(worldOf(1).people)
  const parts = [...worldInParts({ seed: 1, people: 3 * CIRCLE_PEOPLE + 40, until, surroundings }, 2)]
  expect(parts.flatMap(({ events }) => events.map(({ id }) => id))).toEqual(large.events.map(({ id }) => id))
  expect(large.people.filter(isResident)).toHaveLength(3 * CIRCLE_PEOPLE + 40)
})

test('yesterday has not changed a month later', () => {
  const later = makeWorld({ seed: 1, people: CIRCLE_PEOPLE, until: Temporal.PlainDate.from('2026-12-20'), surroundings })
  const told = (world: World) => world.events.filter(({ on }) => isBefore(on, Temporal.PlainDate.from('2026-10-01'))).map(({ id, kind, on }) => [id, kind, on.toString()]).toSorted()
  expect(told(later)).toEqual(told(worldOf(1)))
})

test.each([CIRCLE_PEOPLE, 700])('the families of households.csv stand first in a world of %d, as in their file', (people) => {
  const world = worldOf(7, people)
  const households = new Map(world.households.map((household) => [household.id, household]))
  for (const [index, row] of surroundings.families.entries()) {
    const person = world.people.find(({ code }) => code === row.person)!
    const state = person.states.at(-1)!
    expect(person).toMatchObject({ id: familyPersonId(row.person!), sex: row.sex, nationality: row.nationality, language: row.language })
    expect([person.birthDate.toString(), person.residentSince.toString()]).toEqual([row.birthDate, row.residentSince])
    expect(state).toMatchObject({ relationship: row.relationship, standing: 'resident', householdId: familyHouseholdId(row.household!) })
    expect(state.name).toEqual({
      registered: row.name, kana: row.nameKana, alphabet: row.nationality === 'JP' ? null : row.alphabetName, common: row.commonName || null, commonKana: row.commonNameKana || null,
    })
    expect(state.address).toEqual({ town: row.town, number: row.addressNumber, building: row.building, postalCode: row.postalCode })
    expect(households.get(state.householdId)!.code).toBe(row.household)
    expect(world.people.indexOf(person)).toBeLessThan(surroundings.families.length + index)
  }
})

test('exactly as many people live here on the last day as were wished for', () => {
  fc.assert(fc.property(fc.nat(999), fc.integer({ min: 1, max: 500 }), (seed, people) => {
    const world = worldOf(seed, people, 3)
    return world.people.filter(isResident).length === people
  }), RUNS)
})

test('on any day every household has one head who lives in it, or has lost its head and waits for another', () => {
  fc.assert(fc.property(anyCircle, fc.double({ min: 0, max: 1, noNaN: true }), (world, moment) => {
    const on = world.from.add({ days: Math.floor(moment * world.from.until(world.until, { largestUnit: 'days' }).days) })
    const homes = householdsOn(world, on)
    for (const household of world.households) {
      const members = homes.get(household.id) ?? []
      const state = stateOn(household, on)
      if (state === undefined) expect(members).toEqual([])
      else {
        expect(state.members).toBe(members.length)
        const heads = members.filter((person) => stateOn(person, on)?.relationship === '世帯主')
        if (state.headId === null) expect(members.length === 0 || household.states.some((earlier) => earlier.headId !== null && isBefore(earlier.from, state.from))).toBe(true)
        else expect(heads.map(({ id }) => id)).toEqual([state.headId])
        for (const member of members) expect(stateOn(member, on)?.address).toEqual(state.address)
      }
    }
    expect([...homes.values()].flat()).toHaveLength(new Set([...homes.values()].flat()).size)
  }), RUNS)
})

test('every relationship fits ages and sexes', () => {
  fc.assert(fc.property(anyCircle, (world) => {
    const people = new Map(world.people.map((person) => [person.id, person]))
    for (const [id, members] of householdsOn(world, world.until)) {
      const head = people.get(stateOn(world.households.find((household) => household.id === id)!, world.until)?.headId ?? '')
      if (head === undefined) continue
      expect(head.birthDate.until(world.until, { largestUnit: 'years' }).years).toBeGreaterThanOrEqual(15)
      for (const member of members) expectFitting(head, member, stateOn(member, world.until)!.relationship)
    }
  }), RUNS)
})

function expectFitting(head: WorldPerson, member: WorldPerson, relationship: string): void {
  const told = `${relationship} ${member.birthDate.toString()} of a head born ${head.birthDate.toString()}`
  switch (relationship) {
    case '世帯主': return expect(member, told).toBe(head)
    case '妻': case '妻(未届)': return expect([member.sex, head.sex], told).toEqual(['female', 'male'])
    case '夫': case '夫(未届)': return expect([member.sex, head.sex], told).toEqual(['male', 'female'])
    case '子': return expect(yearsBetween(head, member), told).toBeGreaterThanOrEqual(15)
    case '父': case '母': return expect(yearsBetween(member, head), told).toBeGreaterThanOrEqual(15)
    case '子の子': return expect(yearsBetween(head, member), told).toBeGreaterThanOrEqual(32)
    case '兄': case '姉': return expect(isBefore(head.birthDate, member.birthDate), told).toBe(false)
    case '弟': case '妹': return expect(isBefore(member.birthDate, head.birthDate), told).toBe(false)
    default: return expect(relationship, told).toMatch(/^(?:同居人|縁故者|(?:[妻夫子父母兄弟姉妹]|[妻夫]\(未届\))の[妻夫子父母兄弟姉妹])$/)
  }
}

test('a life is told in order: nobody comes twice or goes on after death, and each state has its event', () => {
  fc.assert(fc.property(anyCircle, (world) => {
    const events = new Map(world.events.map((event) => [event.id, event]))
    const isTold = ({ states, birthDate }: WorldPerson) => states.every(({ from, eventId, standing }, index) => {
      const isInOrder = !isBefore(from, states[index - 1]?.from ?? birthDate) && !isBefore(world.until, from)
      const isLast = standing === 'resident' || index === states.length - 1
      return isInOrder && isLast && (eventId === null ? index === 0 && from.equals(world.from) : events.get(eventId)?.on.equals(from) === true)
    })
    expect(world.people.filter((person) => !isTold(person))).toEqual([])
    const isHandedIn = ({ kind, on, recordedOn, touched, people }: WorldEvent) =>
      (kind === 'moved-out' || !isBefore(recordedOn, on)) && !isBefore(world.until, recordedOn) && people.length > 0 && people.every((id) => touched.includes(id))
    expect(world.events.filter((event) => !isHandedIn(event))).toEqual([])
  }), RUNS)
})

test('ids and numbers are nobody else\'s, over several circles', () => {
  const world = worldOf(3, 5 * CIRCLE_PEOPLE)
  for (const things of [world.people, world.households, world.events]) expect(new Set(things.map(({ id }) => id)).size).toBe(things.length)
  expect(new Set(world.people.map(({ number }) => number)).size).toBe(world.people.length)
})

test('two households share an address only where they were one, or moved on in the same month', () => {
  const world = worldOf(5, 5 * CIRCLE_PEOPLE)
  const written = (id: string) => JSON.stringify(stateOn(world.households.find((household) => household.id === id)!, world.until)!.address)
  const shared = [...Map.groupBy(householdsOn(world, world.until).keys(), written).values()].filter((ids) => ids.length > 1)
  const split = new Set(world.events.filter(({ kind }) => kind === 'household-changed').flatMap(({ householdId, leftHouseholdId }) => [householdId, leftHouseholdId]))
  for (const ids of shared) expect(ids.some((id) => split.has(id))).toBe(true)
})

test('names are whole: readings in katakana, no half characters, variation selectors behind their kanji', () => {
  const names = town.people.flatMap(({ states }) => states.map(({ name }) => name))
  const isKatakana = (kana: string) => /^[ァ-ヴー]+(?: [ァ-ヴー]+)+$/.test(kana)
  const isWhole = (text: string) => text.isWellFormed() && !/(?:^|[^\p{Script=Han}])[\u{E0100}-\u{E01EF}]/u.test(text)
  expect(names.filter(({ registered, kana, common }) => !isKatakana(kana) || !isWhole(registered) || !isWhole(common ?? ''))).toEqual([])
  const written = names.map(({ registered }) => registered).join(' ')
  for (const character of ['辻\u{E0100}', '𠮷', '髙', '﨑', '邊', '邉', '濵', '𣘺', '辻 ', '高橋']) expect(written).toContain(character)
})

test('the shape is that of a middling city in 2026', () => {
  const residents = town.people.filter(isResident)
  const ages = residents.map(({ birthDate }) => birthDate.until(until, { largestUnit: 'years' }).years)
  const share = (is: (age: number) => boolean) => ages.filter(is).length / ages.length
  expect(share((age) => age < 15)).toBeCloseTo(0.12, 1)
  expect(share((age) => age >= 65)).toBeGreaterThan(0.25)
  expect(share((age) => age >= 65)).toBeLessThan(0.31)
  expect(ages.some((age) => age >= 100)).toBe(true)
  expect(residents.length / householdsOn(town, until).size).toBeGreaterThan(2.08)
  expect(residents.length / householdsOn(town, until).size).toBeLessThan(2.24)
  const foreign = residents.filter(({ nationality }) => nationality !== 'JP').length / residents.length
  expect(foreign).toBeGreaterThan(0.04)
  expect(foreign).toBeLessThan(0.065)
})

test('dogs: chips of 15 digits that no two share, nothing before birth or after death, some without vaccination', () => {
  const { dogs, people } = town
  const chips = dogs.flatMap(({ microchip }) => microchip ?? [])
  const owners = new Set(people.map(({ id }) => id))
  expect(new Set(chips).size).toBe(chips.length)
  expect(chips.filter((chip) => !/^392\d{12}$/.test(chip))).toEqual([])
  const isBelievable = ({ ownerId, birthDate, registeredOn, vaccinatedOn, diedOn }: WorldDog) => owners.has(ownerId)
    && [registeredOn, ...vaccinatedOn].every((day) => day === null || (!isBefore(day, birthDate.add({ days: 91 })) && !isBefore(diedOn ?? until, day)))
  expect(dogs.filter((dog) => !isBelievable(dog))).toEqual([])
  expect(dogs.some(({ registeredOn }) => registeredOn === null)).toBe(true)
  expect(dogs.some(({ vaccinatedOn, diedOn, birthDate }) => vaccinatedOn.length === 0 && diedOn === null && birthDate.year < 2024)).toBe(true)
  expect(dogs.some(({ diedOn, isDeathReported }) => diedOn !== null && !isDeathReported)).toBe(true)
  expect(dogs.some(({ birthDate }) => birthDate.until(until, { largestUnit: 'years' }).years >= 25)).toBe(true)
})

test('about one in 800 is protected, never a family of households.csv, and the smallest world has one', () => {
  const { people, protections } = town
  const inForce = protections.filter((protection) => !isBefore(protection.until, until))
  const hidden = new Set(inForce.flatMap(({ personIds }) => personIds))
  expect(hidden.size / 7_000).toBeGreaterThan(1 / 1_600)
  expect(hidden.size / 7_000).toBeLessThan(1 / 400)
  expect(people.filter(({ id, code }) => code !== null && hidden.has(id))).toEqual([])
  expect(worldOf(1).protections.at(-1)?.until.toString()).toMatch(/^202[67]/)
})

test('what a register must be ready for happens: twins, 29 February, moves on one day, a head who died, names that change', () => {
  const births = Map.groupBy(town.people.filter(({ motherId }) => motherId !== null), ({ motherId, birthDate }) => `${motherId} ${birthDate.toString()}`)
  expect([...births.values()].some((siblings) => siblings.length === 2)).toBe(true)
  expect(town.people.some(({ birthDate }) => birthDate.month === 2 && birthDate.day === 29)).toBe(true)
  expect(town.people.some(({ states }) => states.some((state, index) => index > 0 && states[index - 1]!.eventId !== null && state.from.equals(states[index - 1]!.from)))).toBe(true)
  const waited = town.households.filter(({ states }) => states.some(({ headId, members }, index) => headId === null && members > 0 && states[index + 1]?.headId))
  expect(waited.length).toBeGreaterThan(0)
  const kinds = new Map(town.events.map(({ id, kind }) => [id, kind]))
  const renamed = town.people.flatMap(({ states }) => states.filter((state, index) => index > 0 && state.name.registered !== states[index - 1]!.name.registered))
  expect(new Set(renamed.map(({ eventId }) => kinds.get(eventId ?? '')))).toEqual(new Set(['married', 'divorced']))
  const relationships = new Set(town.people.map(({ states }) => states.at(-1)!.relationship))
  for (const relationship of ['妻', '夫', '子', '父', '母', '子の妻', '子の子', '妻(未届)', '夫(未届)', '兄', '妹', '同居人']) expect(relationships).toContain(relationship)
  expect(town.people.some(({ states }) => states.at(-1)!.address.building.includes('寮'))).toBe(true)
  expect(town.people.some(({ states }) => states.at(-1)!.name.common !== null && states.at(-1)!.name.registered.includes(' '))).toBe(true)
})
