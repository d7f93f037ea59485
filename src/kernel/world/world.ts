import { firstDayOfWorld } from './calendar.ts'
import { makeCircle } from './circle.ts'
import type { WorldSurroundings } from './surroundings.ts'

/**
 * The invented population of a demo city: people in households, what befell them in the last ten years, their dogs.
 * Pure: the same seed, circles, day and city folder give the same world. Nobody in it exists; house numbers begin at
 * 9101, which no town of the demo city has.
 *
 * It is made in *circles* of some 320 people who may marry, move in with and bury each other, and never anybody of
 * another circle. So a city of any size is made piece by piece in flat memory, and grows without a change to who is there.
 * Circle 0 holds the families of the city's `households.csv`.
 */
export interface World {
  readonly seed: number
  /** Prefecture and city, as addresses begin: 三重県亀山市. */
  readonly place: string
  /** First day of which it tells: who lived here then has no event that brought them. */
  readonly from: Temporal.PlainDate
  /** Last day of which it tells. */
  readonly until: Temporal.PlainDate
  /** Everybody who lived here at any time between; the families of `households.csv` first. */
  readonly people: readonly WorldPerson[]
  readonly households: readonly WorldHousehold[]
  /** In the order in which they were handed in at city hall within each circle. */
  readonly events: readonly WorldEvent[]
  readonly dogs: readonly WorldDog[]
  readonly protections: readonly WorldProtection[]
}

export interface WorldPerson {
  /** A UUID that follows from the seed; of people in `households.csv` from their code, whatever the seed. */
  readonly id: string
  /** Code in `households.csv`, e.g. `H01P1`; null for everybody else. */
  readonly code: string | null
  /** Counts people within the city: numbers on letters (宛名番号) may be made from it. Below 10,000,000. */
  readonly number: number
  readonly sex: 'female' | 'male'
  readonly birthDate: Temporal.PlainDate
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string
  /** Of people without Japanese nationality (第30条の45); null for Japanese. */
  readonly residence: WorldResidence | null
  /** Language they like to read. */
  readonly language: 'ja' | 'ja-x-yasashii' | 'en' | 'pt'
  /** 住民となった年月日. Of who lived here when the world begins it lies before. */
  readonly residentSince: Temporal.PlainDate
  /** Ids of their parents where these are in the world too. */
  readonly motherId: string | null
  readonly fatherId: string | null
  /** Oldest first, at least one; the last one that began on or before a day holds on that day. */
  readonly states: readonly WorldState[]
}

export interface WorldResidence {
  /** 中長期在留者 or 特別永住者. */
  readonly category: string
  /** 在留資格, e.g. 永住者; empty for 特別永住者. */
  readonly status: string
  /** 在留期間, e.g. 3年; empty where it is without end. */
  readonly period: string
  readonly until: Temporal.PlainDate | null
}

/** What the register says of a person from a day on, until the next state begins. */
export interface WorldState {
  readonly from: Temporal.PlainDate
  /** The event that brought it; null for who lived here when the world begins. */
  readonly eventId: string | null
  readonly standing: 'resident' | 'moved-out' | 'deceased' | 'removed'
  readonly name: WorldName
  /** Has a spouse in law that day, living here or elsewhere. */
  readonly isMarried: boolean
  /** 本籍 and 筆頭者 of the family register; both empty for people without Japanese nationality. */
  readonly domicile: string
  readonly domicileHead: string
  readonly householdId: string
  /** Towards the head as it is printed: 世帯主, 妻, 夫(未届), 子の子 …; of who left, as it was. */
  readonly relationship: string
  /** Where they live; of who moved out, where they went (`town` is empty then); of the dead, where they lived. */
  readonly address: WorldAddress
}

/** The same shape as the register's `PersonName`. Surname and given name are parted by one space. */
export interface WorldName {
  readonly registered: string
  readonly kana: string
  readonly alphabet: string | null
  readonly common: string | null
  readonly commonKana: string | null
}

export interface WorldAddress {
  /** A name of `towns.csv`; empty outside of the city. */
  readonly town: string
  /** `9101番地の2`; outside of the city everything from the prefecture on. */
  readonly number: string
  readonly building: string
  /** Seven digits with a hyphen; empty outside of the city. */
  readonly postalCode: string
}

export interface WorldHousehold {
  readonly id: string
  /** Code in `households.csv`, e.g. `H01`. */
  readonly code: string | null
  /** Counts households within the city, as `WorldPerson.number` counts people. */
  readonly number: number
  /** Oldest first, at least one. */
  readonly states: readonly WorldHouseholdState[]
}

export interface WorldHouseholdState {
  readonly from: Temporal.PlainDate
  readonly eventId: string | null
  /** Null where the head has left or died and nobody has been named yet, and for a household without members. */
  readonly headId: string | null
  readonly address: WorldAddress
  readonly members: number
}

/**
 * Something that was handed in at city hall. Kinds of the Basic Resident Registration Act (住民基本台帳法) are told apart
 * as the register does: moved-in 転入, moved-within 転居, moved-out 転出, household-changed 世帯変更, born 出生, died 死亡; married
 * and divorced are entries that follow a notice to the family register (戸籍届出による職権修正); removed is 職権消除 after
 * nobody was found at the address.
 */
export interface WorldEvent {
  readonly id: string
  readonly kind: WorldEventKind
  /** The day from which it holds in law. */
  readonly on: Temporal.PlainDate
  /** The day it was handed in and written down: on time within 14 days (第22条 to 第25条), now and then later; 転出 may come before. */
  readonly recordedOn: Temporal.PlainDate
  /** The household that it happened to; where people moved within the city, the one they live in afterwards. */
  readonly householdId: string
  /** Where people moved within the city or split: the household they left, if it is another one. */
  readonly leftHouseholdId: string | null
  /** Whom it is about: who moved, was born, died, married. Never empty. */
  readonly people: readonly string[]
  /** Everybody who has a new state by it: also who has a new head. */
  readonly touched: readonly string[]
  /** Where they came from or went; null where nobody crossed the city's border. */
  readonly across: 'japan' | 'abroad' | null
  /** That address as it was written; empty where nobody crossed the border. */
  readonly elsewhere: string
}

export type WorldEventKind =
  | 'moved-in' | 'moved-within' | 'moved-out' | 'household-changed' | 'born' | 'died' | 'married' | 'divorced' | 'removed'

export interface WorldDog {
  readonly id: string
  readonly ownerId: string
  readonly name: string
  /** As owners write it: 柴犬, 雑種, トイ・プードル. */
  readonly breed: string
  readonly colour: string
  readonly sex: 'female' | 'male'
  readonly birthDate: Temporal.PlainDate
  /** 15 digits, 392 first (ISO 11784, Japan); null for a dog without one. */
  readonly microchip: string | null
  /** Null for a dog that its owner never registered. */
  readonly registeredOn: Temporal.PlainDate | null
  readonly vaccinatedOn: readonly Temporal.PlainDate[]
  readonly diedOn: Temporal.PlainDate | null
  /** Death notices are often forgotten: false though it died. */
  readonly isDeathReported: boolean
}

/** 支援措置: who asked that nobody learns where they live (住民基本台帳事務処理要領 第6-10). One year, renewed or not. */
export interface WorldProtection {
  /** Who asked first, then those of the household who are hidden with them. */
  readonly personIds: readonly string[]
  readonly kind: 'domestic-violence' | 'stalking' | 'child-abuse' | 'other'
  readonly from: Temporal.PlainDate
  /** Last day. */
  readonly until: Temporal.PlainDate
}

/** People of one circle who live here on the world's last day. */
export const CIRCLE_PEOPLE = 320

export interface WorldTerms {
  readonly seed: number
  readonly until: Temporal.PlainDate
  /** Residents on the last day; a rest that fills no circle makes a small last one. */
  readonly people: number
  /** Circles that exist already, to make only those that come after them; 0 by default. */
  readonly afterCircles?: number
  readonly surroundings: WorldSurroundings
}

/** The whole world at once: right for a few thousand people, and in tests. */
export function makeWorld(terms: WorldTerms): World {
  return joined(terms, [...circlesOf(terms)])
}

/** The same world in parts of some circles each; a part is complete in itself, and the one before may be forgotten. */
export function* worldInParts(terms: WorldTerms, circlesInPart: number): Generator<World> {
  let part: World[] = []
  for (const circle of circlesOf(terms)) {
    part.push(circle)
    if (part.length < circlesInPart) continue
    yield joined(terms, part)
    part = []
  }
  if (part.length > 0) yield joined(terms, part)
}

function* circlesOf({ seed, until, people, afterCircles = 0, surroundings }: WorldTerms): Generator<World> {
  for (let left = people, index = afterCircles; left > 0; left -= CIRCLE_PEOPLE, index++) {
    yield makeCircle({ seed, until, index, people: Math.min(left, CIRCLE_PEOPLE), surroundings })
  }
}

function joined({ seed, until, surroundings }: WorldTerms, circles: readonly World[]): World {
  return {
    seed, until, place: surroundings.place, from: firstDayOfWorld(until),
    people: circles.flatMap(({ people }) => people),
    households: circles.flatMap(({ households }) => households),
    events: circles.flatMap(({ events }) => events),
    dogs: circles.flatMap(({ dogs }) => dogs),
    protections: circles.flatMap(({ protections }) => protections),
  }
}
