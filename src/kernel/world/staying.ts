import type { Agenda } from './agenda.ts'
import { ageOn, type Day } from './calendar.ts'
import type { Cast } from './cast.ts'
import { addressElsewhere, type Chronicle } from './chronicle.ts'
import { YOUNGEST_HEAD, type Home, type Soul } from './people.ts'
import type { WorldAddress } from './world.ts'

/** A circle at work: its people, what was written down, what is going to happen. */
export interface Circle {
  readonly cast: Cast
  readonly chronicle: Chronicle
  readonly agenda: Agenda
}

/** Takes people out of the household they live in; a head who goes leaves it without one. */
export function take(souls: readonly Soul[]): void {
  for (const soul of souls) {
    const { home } = soul
    if (home === null) continue
    home.members = home.members.filter((member) => member !== soul)
    if (home.head === soul) home.head = null
    soul.home = null
  }
}

export function join(souls: readonly Soul[], home: Home): void {
  for (const soul of souls) soul.home = home
  home.members.push(...souls)
  home.head ??= souls[0] ?? null
}

/** Members who may head a household, those first who usually do: who was there before, of the older generation. */
export function heirsOf(home: Home, on: Day): Soul[] {
  return home.members.filter((soul) => ageOn(soul.born, on) >= YOUNGEST_HEAD).toSorted((a, b) => rankAsHead(a, on) - rankAsHead(b, on))
}

function rankAsHead(soul: Soul, on: Day): number {
  const age = ageOn(soul.born, on)
  return (soul.partner?.home === soul.home ? 0 : 20) + (age > 82 ? 30 : 0) + Math.abs(60 - age) / 10
}

/**
 * What follows when the head has gone: where one person alone may head the household, they do so at once (住民基本台帳事務処理
 * 要領: 世帯主変更届を要しない); where there are several, somebody comes to city hall some days later, and until then nobody is head;
 * children alone are taken in by kin elsewhere.
 */
export function inherit(home: Home, on: Day): void {
  const heirs = heirsOf(home, on)
  if (home.head === null && heirs.length === 1) home.head = heirs[0] as Soul
}

export function nameHeadLater(circle: Circle, home: Home, on: Day): void {
  if (home.head !== null || home.members.length === 0) return
  const { chance } = circle.cast
  circle.agenda.on(on + (chance.isTrue(0.85) ? chance.between(2, 14) : chance.between(30, 200)), (day) => nameHead(circle, home, day))
}

export function nameHead(circle: Circle, home: Home, day: Day): void {
  if (home.head !== null || home.members.length === 0) return
  const [heir] = heirsOf(home, day)
  if (heir === undefined) return moveOut(circle, home.members, day)
  home.head = heir
  circle.chronicle.enter({ kind: 'household-changed', on: day, home, people: [heir] })
}

/** Some or all members of a household leave the city. */
export function moveOut(circle: Circle, souls: readonly Soul[], day: Day): void {
  const home = souls[0]?.home
  if (home === undefined || home === null) return
  const { across, elsewhere } = somewhere(circle, souls[0] as Soul)
  const leaving = [...souls]
  take(leaving)
  for (const soul of leaving) Object.assign(soul, { standing: 'moved-out', address: addressElsewhere(elsewhere) })
  inherit(home, day)
  circle.chronicle.enter({ kind: 'moved-out', on: day, home, people: leaving, across, elsewhere })
  afterLeaving(circle, home, day)
}

/** Some or all members of a household move to an address within the city: all keep their household, some found a new one. */
export function moveWithin(circle: Circle, souls: readonly Soul[], address: WorldAddress, day: Day): Home | null {
  const left = souls[0]?.home
  if (left === undefined || left === null) return null
  if (souls.length === left.members.length) {
    circle.cast.dwellings.leave(left.address)
    left.address = address
    circle.chronicle.enter({ kind: 'moved-within', on: day, home: left, people: souls })
    return left
  }
  take(souls)
  const home = circle.cast.household(souls, address)
  inherit(left, day)
  circle.chronicle.enter({ kind: 'moved-within', on: day, home, left, people: souls })
  afterLeaving(circle, left, day)
  return home
}

/** People move into a household that is there. */
export function moveTo(circle: Circle, souls: readonly Soul[], home: Home, day: Day): void {
  const left = souls[0]?.home
  if (left === undefined || left === null || left === home) return
  take(souls)
  join(souls, home)
  inherit(left, day)
  circle.chronicle.enter({ kind: left.address === home.address ? 'household-changed' : 'moved-within', on: day, home, left, people: souls })
  afterLeaving(circle, left, day)
}

function afterLeaving(circle: Circle, left: Home, day: Day): void {
  if (left.members.length === 0) circle.cast.dwellings.leave(left.address)
  else nameHeadLater(circle, left, day)
}

/** Foreign residents go home now and then; Japanese people seldom go abroad. */
export function somewhere({ cast: { chance, surroundings } }: Circle, soul: Soul): { across: 'japan' | 'abroad'; elsewhere: string } {
  const isAbroad = chance.isTrue(soul.nationality === 'JP' ? 0.012 : 0.35)
  const country = soul.nationality === 'JP' ? null : soul.nationality
  const fitting = surroundings.elsewhere.filter((place) => (isAbroad ? place.country !== 'JP' && (country === null || place.country === country) : place.country === 'JP'))
  const places = fitting.length > 0 ? fitting : surroundings.elsewhere
  let ticket = chance.next() * places.reduce((sum, { share }) => sum + share, 0)
  const place = places.find(({ share }) => (ticket -= share) < 0) ?? places[0]
  if (place === undefined || place.country !== 'JP') return { across: 'abroad', elsewhere: place?.place ?? '国外' }
  return { across: 'japan', elsewhere: `${place.place}架空町${chance.between(9101, 9899)}番地` }
}
