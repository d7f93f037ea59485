import { uuidNamed } from '#kernel/values/uuid.ts'
import { dateOf, dayIn, yearOf, type Day } from './calendar.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Soul } from './people.ts'
import type { DogTables } from './surroundings.ts'
import type { WorldDog } from './world.ts'

/** Shares are assumptions of the demo, after what towns report: one household in eight keeps a dog, seven of ten are vaccinated. */
const SHARES = { households: 0.125, secondDog: 0.16, neverRegistered: 0.05, alwaysVaccinated: 0.6, neverVaccinated: 0.1, deathReported: 0.82, ownersWhoLeft: 0.02, forgotten: 0.012 } as const
/** 狂犬病予防法第4条: registered within 30 days of the day from which one has it, once it is 91 days old. */
const AGE_AT_REGISTRATION = 91
const DAYS_TO_REGISTER = 30
/** 動物の愛護及び管理に関する法律第39条の2: since then dogs are sold with a microchip. */
const MICROCHIPS_SINCE = dayIn(2022, 6, 1)

/** Dogs of the people of a circle: some dead, a few of these unknown to city hall, some never registered or vaccinated. */
export function dogsOf(cast: Cast, tables: DogTables, until: Day): WorldDog[] {
  const { chance } = cast
  const owners = cast.homes.flatMap(({ head }) => (head !== null && chance.isTrue(SHARES.households) ? [head] : []))
  const left = cast.souls.filter((soul) => soul.standing !== 'resident' && soul.relationship === '世帯主' && soul.states.length > 0 && chance.isTrue(SHARES.ownersWhoLeft))
  return [...owners, ...left].flatMap((owner) => [owner, ...(chance.isTrue(SHARES.secondDog) ? [owner] : [])]).map((owner, index) => dogOf(cast, tables, { owner, index, until }))
}

interface Kept {
  readonly owner: Soul
  readonly index: number
  readonly until: Day
}

function dogOf({ chance, name }: Cast, tables: DogTables, { owner, index, until }: Kept): WorldDog {
  const { breed, colours } = tables.breeds.draw(chance)
  const called = tables.names.draw(chance)
  const isForgotten = chance.isTrue(SHARES.forgotten)
  const born = isForgotten ? until - chance.between(25 * 366, 28 * 365) : until - chance.between(30, 14 * 365)
  const diedOn = deathOf(chance, born, until)
  const had = Math.max(born + chance.between(50, 120), owner.residentSince)
  const registered = Math.max(born + AGE_AT_REGISTRATION, had) + chance.between(0, DAYS_TO_REGISTER)
  const isRegistered = registered < Math.min(until, diedOn ?? until) && (isForgotten || !chance.isTrue(SHARES.neverRegistered))
  return {
    id: uuidNamed(`${name} dog ${index}`), ownerId: owner.id, name: called.name, breed, colour: chance.among(colours), sex: called.sex, birthDate: dateOf(born),
    microchip: chance.isTrue(born > MICROCHIPS_SINCE ? 0.75 : 0.18) ? microchipOf(owner.number, index) : null,
    registeredOn: isRegistered ? dateOf(registered) : null,
    vaccinatedOn: isForgotten ? [] : vaccinationsOf(chance, Math.max(born + AGE_AT_REGISTRATION, had), diedOn ?? until),
    diedOn: diedOn === null ? null : dateOf(diedOn), isDeathReported: diedOn !== null && !isForgotten && chance.isTrue(SHARES.deathReported),
  }
}

function deathOf(chance: Chance, born: Day, until: Day): Day | null {
  const died = born + Math.floor((8 + (chance.next() + chance.next() + chance.next()) * 3.6) * 365)
  return died <= until ? died : null
}

/** 392 is Japan, 14 a maker of chips; the rest counts dogs, so that no two have the same. */
function microchipOf(ownerNumber: number, index: number): string {
  return `39214${String((BigInt(ownerNumber) * 1_000n + BigInt(index)) * 7_919n % 10n ** 10n).padStart(10, '0')}`
}

/** Once a fiscal year, mostly when the city holds its vaccination days in spring (狂犬病予防法施行規則第11条). */
function vaccinationsOf(chance: Chance, from: Day, until: Day): Temporal.PlainDate[] {
  const habit = chance.next()
  const likelihood = habit < SHARES.alwaysVaccinated ? 0.98 : habit > 1 - SHARES.neverVaccinated ? 0 : 0.5
  const days: Day[] = []
  for (let year = yearOf(from); year <= yearOf(until); year++) {
    if (!chance.isTrue(likelihood)) continue
    const day = chance.isTrue(0.8) ? dayIn(year, 4, 1) + chance.between(0, 89) : dayIn(year, 3, 2) + chance.between(0, 250)
    if (day >= from && day <= until) days.push(day)
  }
  return days.map(dateOf)
}
