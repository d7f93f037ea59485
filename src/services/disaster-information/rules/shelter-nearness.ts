import { roomLeft } from './shelter-acts.ts'
import { centreOf, distanceBetween, type Point } from './shelter-distance.ts'
import type { OpenShelter, Shelter } from './shelters.ts'

export interface Near<Place extends Shelter> {
  readonly shelter: Place
  /** From the middle of the town; null where either is not known. */
  readonly metres: number | null
  readonly isInTown: boolean
}

interface DistrictTowns {
  readonly towns: readonly { readonly name: string }[]
}

export interface Whereabouts {
  readonly town: string
  /** Where its distances are counted from; null: nobody knows, and its district comes first. */
  readonly centre: Point | null
  /** All towns of its district, itself among them. */
  readonly neighbours: readonly string[]
}

/** Where a town lies: its own centre, or the mean of those of its district's towns. Undefined: the city has no such town. */
export function whereaboutsOf(town: string, districts: readonly DistrictTowns[], centres: ReadonlyMap<string, Point>): Whereabouts | undefined {
  const district = districts.find(({ towns }) => towns.some(({ name }) => name === town))
  if (district === undefined) return undefined
  const neighbours = district.towns.map(({ name }) => name)
  return { town, neighbours, centre: centres.get(town) ?? centreOf(neighbours.flatMap((name) => centres.get(name) ?? [])) }
}

/**
 * Nearest first, by the distance from the middle of the town; a place without coordinates stands with its district: before
 * all others where it is in the town, then where it is in the district. Without a town the order of the list stays.
 */
export function nearestFirst<Place extends Shelter>(shelters: readonly Place[], where: Whereabouts | null): Near<Place>[] {
  const near = shelters.map((shelter) => ({
    shelter,
    metres: where?.centre && shelter.point ? distanceBetween(where.centre, shelter.point) : null,
    isInTown: where !== null && shelter.town === where.town,
  }))
  if (where === null) return near
  return near.toSorted((one, other) => orderOf(one, where) - orderOf(other, where))
}

/** A place in the town whose spot is not known counts as near, one in the district as a walk away. */
const IN_TOWN_METRES = 500
const IN_DISTRICT_METRES = 2_000

function orderOf({ shelter, metres }: Near<Shelter>, { town, neighbours }: Whereabouts): number {
  if (metres !== null) return metres
  if (shelter.town === town) return IN_TOWN_METRES
  return shelter.town !== null && neighbours.includes(shelter.town) ? IN_DISTRICT_METRES : Number.MAX_SAFE_INTEGER
}

/** What is full comes last: nobody shall walk there first. */
export function fullLast(near: readonly Near<OpenShelter>[]): Near<OpenShelter>[] {
  const isFull = ({ shelter }: Near<OpenShelter>) => roomLeft(shelter.capacity, shelter.opening) === 0
  return [...near.filter((one) => !isFull(one)), ...near.filter(isFull)]
}
