import { beginOf } from '#kernel/time/clock.ts'
import type { World, WorldEvent, WorldEventKind, WorldHousehold, WorldPerson } from '#kernel/world/world.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'
import type { Change, EntryKind, HouseholdRegistration, Registration } from '../model.ts'
import { changedFields } from '../rules/fold.ts'
import { HOUSEHOLD_FIELDS, PERSON_FIELDS } from '../store/rows.ts'
import type { SettledEntry } from '../store/settlement.ts'
import { householdRegistrationsOf, placesIn, registrationsOf, type Past } from './registrations.ts'

const KINDS: Readonly<Record<WorldEventKind, EntryKind>> = {
  'moved-in': 'in', 'moved-within': 'move', 'moved-out': 'out', 'household-changed': 'household', born: 'birth', died: 'death', married: 'koseki', divorced: 'koseki', removed: 'official',
}

/**
 * The invented past as entries of the register, in the order in which they were applied: first what a former system would
 * have handed over for everybody who lived here when the world begins, a household at a time, then one for each event.
 */
export function entriesOf(world: World): SettledEntry[] {
  const changes = new Map<string, Change[]>()
  const events = new Map(world.events.map((event) => [event.id, event]))
  const past: Past = { world, places: placesIn(world), eventOf: (id) => (id === null ? undefined : events.get(id)) }
  for (const household of world.households) addHousehold(changes, household, world)
  for (const person of world.people) addPerson(changes, person, registrationsOf(person, past))
  const names = new Map(world.people.map(({ id, states }) => [id, states]))
  const nameOf = (id: string, on: Temporal.PlainDate) => (names.get(id)?.findLast(({ from }) => !isAfter(from, on)) ?? names.get(id)?.[0])?.name.registered ?? ''
  const founding = world.households.filter(({ id }) => changes.has(foundingId(id))).map(({ id }) => foundingEntry(world, id, changes.get(foundingId(id)) ?? []))
  return timed([...founding, ...world.events.map((event) => entryOf(event, changes.get(event.id) ?? [], nameOf))])
}

type Untimed = Omit<SettledEntry, 'appliedAt'> & { readonly appliedOn: Temporal.PlainDate }

function foundingId(householdId: string): string {
  return uuidNamed(`founding ${householdId}`)
}

function foundingEntry({ from }: World, householdId: string, changes: readonly Change[]): Untimed {
  const names = changes.flatMap((change) => (change.subjectKind === 'person' ? [change.patch.name ?? ''] : []))
  return { id: foundingId(householdId), kind: 'official', occurredOn: from, notifiedOn: from, appliedOn: from, title: titleOf(names), changes }
}

function entryOf(event: WorldEvent, changes: readonly Change[], nameOf: (id: string, on: Temporal.PlainDate) => string): Untimed {
  const { id, kind, on, recordedOn, people } = event
  // Who moves out says so before; the register says it from the day on.
  const appliedOn = isAfter(on, recordedOn) ? on : recordedOn
  return { id, kind: KINDS[kind], occurredOn: on, notifiedOn: recordedOn, appliedOn, title: titleOf(people.map((person) => nameOf(person, on))), changes }
}

function titleOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} ほか${others.length}人`
}

/** One after the other from nine o'clock: two entries about one person never share an instant. */
function timed(entries: readonly Untimed[]): SettledEntry[] {
  const inOrder = entries.toSorted((a, b) => Temporal.PlainDate.compare(a.appliedOn, b.appliedOn))
  let at = Temporal.Instant.fromEpochMilliseconds(0)
  return inOrder.map(({ appliedOn, ...entry }, index) => {
    const isNewDay = index === 0 || !inOrder[index - 1]?.appliedOn.equals(appliedOn)
    at = isNewDay ? beginOf(appliedOn).add({ hours: 9 }) : at.add({ seconds: SECONDS_APART })
    return { ...entry, appliedAt: at }
  })
}

const SECONDS_APART = 2

function addHousehold(changes: Map<string, Change[]>, household: WorldHousehold, world: World): void {
  let before: HouseholdRegistration | null = null
  for (const [index, registration] of householdRegistrationsOf(household, world).entries()) {
    const { from, eventId } = household.states[index] as WorldHousehold['states'][number]
    const patch: Partial<HouseholdRegistration> = before === null ? registration : only(registration, changedFields(before, registration, HOUSEHOLD_FIELDS))
    before = registration
    if (Object.keys(patch).length > 0) add(changes, eventId ?? foundingId(household.id), { subjectKind: 'household', subjectId: household.id, validFrom: from, patch })
  }
}

function addPerson(changes: Map<string, Change[]>, person: WorldPerson, registrations: readonly Registration[]): void {
  let before: Registration | null = null
  for (const [index, registration] of registrations.entries()) {
    const { from, eventId, householdId } = person.states[index] as WorldPerson['states'][number]
    const patch: Partial<Registration> = before === null ? registration : only(registration, changedFields(before, registration, PERSON_FIELDS))
    before = registration
    if (Object.keys(patch).length > 0) add(changes, eventId ?? foundingId(householdId), { subjectKind: 'person', subjectId: person.id, validFrom: from, patch })
  }
}

function only<State extends object>(state: State, fields: readonly (keyof State)[]): Partial<State> {
  return Object.fromEntries(fields.map((field) => [field, state[field]])) as Partial<State>
}

function add(changes: Map<string, Change[]>, entryId: string, change: Change): void {
  const known = changes.get(entryId)
  if (known === undefined) changes.set(entryId, [change])
  else known.push(change)
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}
