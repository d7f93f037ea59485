import { expect, test } from 'vitest'
import { cityIn } from '#kernel/city/city.ts'
import { accountOf } from './accounts.ts'
import { familyPersonId } from './families.ts'
import { insuranceOf } from './insurances.ts'
import { incomeOf } from './livelihood.ts'
import { ageOn, carersOn, householdsOn, stateOn } from './on-a-day.ts'
import { surroundingsOf } from './surroundings.ts'
import { makeWorld } from './world.ts'

const until = Temporal.PlainDate.from('2026-11-22')
const world = makeWorld({ seed: 1, people: 640, until, surroundings: surroundingsOf(cityIn(new URL('../../../cities/kameyama', import.meta.url).pathname)) })
const homes = householdsOn(world, until)
const residents = [...homes.values()].flat()
const person = (code: string) => world.people.find(({ id }) => id === familyPersonId(code))!

test('everybody who lives here is insured, from 75 on by the old-age scheme, dependants with who earns for them', () => {
  for (const resident of residents) {
    const household = homes.get(stateOn(resident, until)!.householdId)!
    const insurance = insuranceOf(resident, household, until)!
    expect(insurance.scheme === 'old-age').toBe(ageOn(resident, until) >= 75)
    expect(household.map(({ id }) => id)).toContain(insurance.holderId)
    expect(insurance.insurerNumber).toMatch(/^99\d{4}(?:\d\d)?$/)
    if (ageOn(resident, until) < 15) expect(insurance.holderId).not.toBe(resident.id)
  }
  const schemes = Map.groupBy(residents, (each) => insuranceOf(each, homes.get(stateOn(each, until)!.householdId)!, until)!.scheme)
  expect([...schemes.keys()].toSorted()).toEqual(['employees', 'national', 'old-age'])
})

test('income is the same each time; children have none, and old people a pension', () => {
  for (const resident of residents) {
    const income = incomeOf(resident, 2025)
    expect(incomeOf(resident, 2025)).toEqual(income)
    if (resident.birthDate.year > 2010) expect(income).toBeNull()
    if (resident.birthDate.year < 1955) expect(income!.pensionYen).toBeGreaterThan(0)
    for (const yen of income === null ? [] : [income.employmentYen, income.businessYen, income.pensionYen]) expect(Number.isSafeInteger(yen) && yen >= 0).toBe(true)
  }
})

test('accounts belong to grown people, at banks that do not exist', () => {
  const accounts = residents.flatMap((resident) => accountOf(resident, until) ?? [])
  expect(accounts.length).toBeGreaterThan(200)
  for (const { bankCode, branchCode, number } of accounts) expect([bankCode, branchCode, number].join(' ')).toMatch(/^999\d \d{3} \d{7}$/)
  expect(accountOf(person('H01P4'), until)).toBeNull()
})

test('the parents who live with a child care for it', () => {
  expect(carersOn(world, person('H01P4'), until).map(({ code }) => code)).toEqual(['H01P2', 'H01P1'])
  expect(carersOn(world, person('H09P2'), until).map(({ code }) => code)).toEqual(['H09P1'])
  expect(carersOn(world, person('H15P5'), until).map(({ code }) => code)).toEqual(['H15P4', 'H15P3'])
  expect(carersOn(world, person('H11P4'), Temporal.PlainDate.from('2020-01-01'))).toEqual([])
})

test.each([
  ['2010-04-01', '2026-03-31', 15],
  ['2010-04-01', '2026-04-01', 16],
  ['2016-02-29', '2026-02-28', 9],
  ['2016-02-29', '2026-03-01', 10],
  ['2016-02-29', '2028-02-29', 12],
])('who was born on %s is on %s %d years old', (birthDate, on, age) => {
  expect(ageOn({ birthDate: Temporal.PlainDate.from(birthDate) }, Temporal.PlainDate.from(on))).toBe(age)
})
