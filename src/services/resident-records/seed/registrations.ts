import type { World, WorldAddress, WorldEvent, WorldHousehold, WorldHouseholdState, WorldPerson, WorldState } from '#kernel/world/world.ts'
import { relationshipCodeOf, type HouseholdRegistration, type Registration } from '../model.ts'
import { writtenAddress } from '../rules/places.ts'

/** What the register is made of. */
export interface Past {
  readonly world: World
  readonly places: Places
  readonly eventOf: (id: string | null) => WorldEvent | undefined
}

/** What a person's invented life makes of the register, state by state, in the same order as `person.states`. */
export function registrationsOf(person: WorldPerson, { world, places, eventOf }: Past): Registration[] {
  const registrations: Registration[] = []
  for (const state of person.states) {
    const before = registrations.at(-1)
    const event = eventOf(state.eventId)
    const next: Registration = { ...(before ?? arrivalOf(person, state, world, event)), ...standingFields(state), position: placeOf(places, person, state) }
    if (state.standing !== 'resident') registrations.push({ ...next, ...endingOf(state, event) })
    else if (before === undefined || isAt(before, state.address)) registrations.push(next)
    else registrations.push({ ...next, ...addressFields(world, state.address), addressSince: state.from, addressNotifiedOn: event?.recordedOn ?? null, previousAddress: before.address })
  }
  return registrations
}

/** What changes with every state: name, household, relationship, family register. */
function standingFields({ name, householdId, relationship, domicile, domicileHead }: WorldState) {
  return {
    name: name.registered, kana: name.kana, alphabet: name.alphabet ?? '', commonName: name.common ?? '', commonKana: name.commonKana ?? '',
    householdId, relationship, relationshipCode: relationshipCodeOf(relationship), registeredDomicile: domicile, domicileHead,
  }
}

/** The first state: who they are, and how they became residents. */
function arrivalOf(person: WorldPerson, state: WorldState, world: World, event: WorldEvent | undefined): Registration {
  const { sex, birthDate, nationality, residence, residentSince } = person
  const wasBornHere = event?.kind === 'born' || (event === undefined && residentSince.equals(birthDate))
  return {
    ...standingFields(state), ...addressFields(world, state.address), position: 0, formerName: '', formerKana: '', sex, birthDate, birthCertainty: 'day', nationality,
    residenceCategory: residence?.category ?? '', residenceStatus: residence?.status ?? '', residencePeriod: residence?.period ?? '', residenceUntil: residence?.until ?? null,
    residentSince, residentCause: wasBornHere ? '出生' : '転入', addressSince: residentSince, addressNotifiedOn: event?.recordedOn ?? null, previousAddress: event?.elsewhere ?? '',
    movedTo: '', movedToOn: null, movedToNotifiedOn: null, standing: 'resident', endedOn: null, endedCause: '',
  }
}

const CAUSES = { 'moved-out': '転出', deceased: '死亡', removed: '職権消除' } as const

function endingOf({ standing, from }: WorldState, event: WorldEvent | undefined): Partial<Registration> {
  if (standing === 'resident') return {}
  const ended = { standing, endedOn: from, endedCause: event?.across === 'abroad' ? '国外転出' : CAUSES[standing] }
  if (standing !== 'moved-out') return ended
  return { ...ended, movedTo: event?.elsewhere ?? '', movedToOn: from, movedToNotifiedOn: event?.recordedOn ?? null }
}

/** Places in the list of each household, by its id and the person's; see `placesIn`. */
export type Places = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The head, the spouse, children by age, then the others by age: the order in which a household is written. Who leaves, leaves a gap. */
export function placesIn({ people }: World): Places {
  const members = new Map<string, { readonly id: string; readonly rank: number; readonly birthDate: Temporal.PlainDate }[]>()
  for (const { id, birthDate, states } of people) {
    for (const [householdId, own] of Map.groupBy(states, (state) => state.householdId)) {
      const rank = rankOf((own.at(-1) as WorldState).relationship)
      members.set(householdId, [...(members.get(householdId) ?? []), { id, rank, birthDate }])
    }
  }
  return new Map([...members].map(([householdId, own]) => {
    const inOrder = own.toSorted((a, b) => a.rank - b.rank || Temporal.PlainDate.compare(a.birthDate, b.birthDate))
    return [householdId, new Map(inOrder.map(({ id }, index) => [id, index + 1]))]
  }))
}

const ORDER = ['世帯主', '夫', '妻', '夫(未届)', '妻(未届)', '子', '父', '母', '兄', '姉', '弟', '妹']

function rankOf(relationship: string): number {
  const rank = ORDER.indexOf(relationship)
  return rank === -1 ? ORDER.length : rank
}

function placeOf(places: Places, { id }: WorldPerson, { householdId, relationship }: WorldState): number {
  const place = places.get(householdId)?.get(id) ?? 1
  return relationship === '世帯主' ? 1 : Math.max(place, 2)
}

/** What a household's invented life makes of the register, state by state. */
export function householdRegistrationsOf({ states }: WorldHousehold, world: World): HouseholdRegistration[] {
  return states.map(({ headId, address, members }: WorldHouseholdState) => ({ headId, ...addressFields(world, address), isDissolved: members === 0 }))
}

export function addressFields({ place }: World, { town, number, building, postalCode }: WorldAddress) {
  return { town, addressNumber: number, building, postalCode, address: writtenAddress(place, { town, addressNumber: number, building }) }
}

function isAt(registration: Registration, { town, number, building }: WorldAddress): boolean {
  return registration.town === town && registration.addressNumber === number && registration.building === building
}
