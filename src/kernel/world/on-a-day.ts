import type { World, WorldHouseholdState, WorldPerson, WorldState } from './world.ts'

/** What holds of a person or household on a day; undefined before they came into the world. */
export function stateOn(of: WorldPerson, on: Temporal.PlainDate): WorldState | undefined
export function stateOn(of: { readonly states: readonly WorldHouseholdState[] }, on: Temporal.PlainDate): WorldHouseholdState | undefined
export function stateOn(of: { readonly states: readonly { readonly from: Temporal.PlainDate }[] }, on: Temporal.PlainDate): { readonly from: Temporal.PlainDate } | undefined {
  return of.states.findLast(({ from }) => Temporal.PlainDate.compare(from, on) <= 0)
}

export function isResidentOn(person: WorldPerson, on: Temporal.PlainDate): boolean {
  return stateOn(person, on)?.standing === 'resident'
}

/** Residents of a day by the id of their household. */
export function householdsOn({ people }: Pick<World, 'people'>, on: Temporal.PlainDate): Map<string, WorldPerson[]> {
  return Map.groupBy(people.filter((person) => isResidentOn(person, on)), (person) => stateOn(person, on)?.householdId ?? '')
}

/** Full years of age: one more from each birthday on, for who was born on 29 February from 1 March in other years. */
export function ageOn({ birthDate }: Pick<WorldPerson, 'birthDate'>, on: Temporal.PlainDate): number {
  return birthDate.until(on, { largestUnit: 'years' }).years
}

/** The parents who live with a child that day, the mother first: who brings it up and may act for it. */
export function carersOn({ people }: Pick<World, 'people'>, child: WorldPerson, on: Temporal.PlainDate): WorldPerson[] {
  const home = stateOn(child, on)
  if (home?.standing !== 'resident') return []
  return [child.motherId, child.fatherId].flatMap((id) => people.find((person) => person.id === id) ?? []).filter((parent) => {
    const state = stateOn(parent, on)
    return state?.standing === 'resident' && state.householdId === home.householdId
  })
}
