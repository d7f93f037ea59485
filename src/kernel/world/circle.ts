import { Agenda } from './agenda.ts'
import { dateOf, dayIn, dayOf, firstDayOfWorld, type Day } from './calendar.ts'
import { Cast } from './cast.ts'
import { Chance } from './chance.ts'
import { Chronicle, writeFounders } from './chronicle.ts'
import { dogsOf } from './dogs.ts'
import { Dwellings } from './dwellings.ts'
import { familiesIn } from './families.ts'
import { foundHousehold } from './founding.ts'
import { live, livingIn } from './life.ts'
import { Naming } from './naming.ts'
import { isJapanese, type Home, type Soul } from './people.ts'
import type { Circle } from './staying.ts'
import { protectionsOf } from './protections.ts'
import type { WorldSurroundings } from './surroundings.ts'
import type { World, WorldHousehold, WorldPerson } from './world.ts'

export interface CircleTerms {
  readonly seed: number
  readonly index: number
  readonly people: number
  readonly until: Temporal.PlainDate
  readonly surroundings: WorldSurroundings
}

/** One circle of people, with everything that befell it; see `World`. */
export function makeCircle({ seed, index, people, until, surroundings }: CircleTerms): World {
  const name = `${surroundings.place} world ${seed} circle ${index}`
  const chance = new Chance(name)
  const cast = new Cast({ name, index, until: dayOf(until), chance, naming: new Naming(surroundings.names, chance), dwellings: new Dwellings(surroundings.towns, index, chance), surroundings })
  const [from, last] = [dayOf(firstDayOfWorld(until)), dayOf(until)]
  const circle = { cast, chronicle: new Chronicle(name, last, chance), agenda: new Agenda() }
  const families = index === 0 ? familiesIn(cast, from) : []
  for (const { home } of families) if (home.members.length > 0) writeFounders(home, from)
  for (let left = people - livingIn(cast.homes); left > 0; left = people - livingIn(cast.homes)) found(circle, foundHousehold(cast, from, left), from)
  live(circle, families, from, last, people)
  return {
    seed, until, place: surroundings.place, from: dateOf(from), people: cast.souls.filter(({ states }) => states.length > 0).map(personOf),
    households: cast.homes.filter(({ states }) => states.length > 0).map(householdOf),
    events: circle.chronicle.events.toSorted((a, b) => Temporal.PlainDate.compare(a.recordedOn, b.recordedOn)),
    dogs: dogsOf(cast, surroundings.dogs, last), protections: protectionsOf(cast, index === 0, people, last),
  }
}

/** Who lives here when the world begins came some time before: together, or by being born here. */
function found({ cast }: Circle, home: Home, from: Day): void {
  const years = cast.chance.next() ** 2 * YEARS_BEFORE
  const arrived = Math.floor(from - 1 - years * 365)
  for (const soul of home.members) {
    const earliest = isJapanese(soul) ? -Infinity : FOREIGNERS_REGISTERED
    soul.residentSince = Math.max(Math.min(arrived, from - 1), soul.born, earliest)
  }
  writeFounders(home, from)
}

const YEARS_BEFORE = 60
/** 2012-07-09: since then foreign residents stand in the resident register (住民基本台帳法の一部を改正する法律, 平成21年法律第77号). */
const FOREIGNERS_REGISTERED = dayIn(2012, 7, 9)

function personOf(soul: Soul): WorldPerson {
  const { id, code, number, sex, born, nationality, residence, language, mother, father, residentSince, states } = soul
  return { id, code, number, sex, birthDate: dateOf(born), residentSince: dateOf(residentSince), nationality, residence, language, motherId: inWorld(mother), fatherId: inWorld(father), states }
}

function inWorld(soul: Soul | null): string | null {
  return soul === null || soul.states.length === 0 ? null : soul.id
}

function householdOf({ id, code, number, states }: Home): WorldHousehold {
  return { id, code, number, states }
}
